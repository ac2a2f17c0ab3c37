"""Files larger than a county will ever send, made the same every time."""

import csv
import random
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import xlsxwriter

from etl.spelling import column_letter

PERIOD = "202304"
COUNTIES = "临湖县 云溪县 东岭县 河湾县 南泽市 清泉县 青石县 石坪县 西屏县 平岗县".split()
RISKS = "因病 因学 因残 因自然灾害 因意外事故 因产业项目失败 因务工就业不稳 缺劳动力".split()
CATEGORIES = ["脱贫不稳定户", "边缘易致贫户", "突发严重困难户"]
MEASURES = (
    "产业帮扶 就业帮扶 金融帮扶 公益岗位帮扶 住房安全保障 饮水安全保障 健康帮扶 义务教育保障 "
    "教育帮扶 综合保障 社会帮扶 搬迁 生产生活条件改善 基础设施建设"
).split()
HOUSEHOLDS = [
    "序号", "户编号", "户主姓名", "证件号码", "县(市、区)", "乡镇", "行政村", "户类型",
    "监测对象类别", "人数", "致贫返贫风险1", "致贫返贫风险2", "致贫返贫风险3", "识别监测时间",
    "风险是否已消除", "消除监测时间", "风险消除方式", "整户无劳动能力兜底保障户",
    "人均纯收入(元)", *MEASURES, "备注",
]  # fmt: skip
PROJECTS = [
    "序号", "项目编号", "项目年度", "项目名称", "县(市、区)", "乡镇", "村", "项目类别",
    "项目子类型", "建设性质", "建设内容", "计划投资(万元)", "完成投资(万元)", "下达资金(万元)",
    "已支出(万元)", "资金下达日期", "计划开工时间", "实际开工时间", "计划完工时间", "完工时间",
    "验收时间", "项目状态", "受益户数", "主管部门", "责任人",
]  # fmt: skip
TYPES = "产业发展 就业项目 乡村建设行动 易地搬迁后扶 巩固三保障成果".split()

# What is written over a good cell in the damaged file: every DAMAGE_EVERYth row, in turn.
DAMAGE = {"人数": "三口", "识别监测时间": "2022年13月", "县(市、区)": "石屏县", "户编号": ""}
DAMAGE_EVERY = 997


@dataclass(frozen=True)
class Files:
    """A good household file, the same one damaged with the cells that are, and a workbook."""

    households: Path
    damaged: Path
    damage: frozenset[str]  # cells, as a table software names them
    projects: Path


def make(folder: Path, households: int = 1_000_000, projects: int = 200_000) -> Files:
    """Write the files into a folder; about a minute."""
    good, bad = folder / f"good_{PERIOD}.csv", folder / f"damaged_{PERIOD}.csv"
    damage = _write_households(good, bad, households)
    return Files(good, bad, damage, _write_projects(folder / f"projects_{PERIOD}.xlsx", projects))


def _write_households(good: Path, bad: Path, count: int) -> frozenset[str]:
    dice = random.Random(1)
    damage = set()
    with (
        good.open("w", encoding="utf-8", newline="") as first,
        bad.open("w", encoding="utf-8", newline="") as second,
    ):
        whole, damaged = csv.writer(first), csv.writer(second)
        whole.writerow(HOUSEHOLDS)
        damaged.writerow(HOUSEHOLDS)
        for at in range(count):
            row = _household(at, dice)
            whole.writerow(row)
            if at % DAMAGE_EVERY == 0:
                header, wrong = list(DAMAGE.items())[at // DAMAGE_EVERY % len(DAMAGE)]
                column = HOUSEHOLDS.index(header)
                row[column] = wrong
                damage.add(f"{column_letter(column)}{at + 2}")
            damaged.writerow(row)
    return frozenset(damage)


def _household(at: int, dice: random.Random) -> list[str]:
    category = dice.choice(CATEGORIES)
    risks = dice.sample(RISKS, dice.randint(1, 3))
    eliminated = dice.random() < 0.6
    return [
        str(at + 1), f"9901{at:014d}", "张某", f"9901**********{at % 10000:04d}",
        dice.choice(COUNTIES), f"第{dice.randint(1, 20)}镇", f"村{dice.randint(1, 300)}",
        "一般农户" if category == "边缘易致贫户" else "脱贫户", category,
        str(dice.randint(1, 7)), *risks, *[""] * (3 - len(risks)),
        f"{dice.randint(2019, 2022)}{dice.randint(1, 12):02d}", "是" if eliminated else "否",
        "202303" if eliminated else "",
        dice.choice(["帮扶消除", "自然消除"]) if eliminated else "", "否",
        str(dice.randint(5000, 20000)),
        *["已落实" if dice.random() < 0.2 else "" for _ in MEASURES], "",
    ]  # fmt: skip


def _write_projects(path: Path, count: int) -> Path:
    dice = random.Random(2)
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"}) as workbook:
        sheet = workbook.add_worksheet("项目")
        sheet.write_row(0, 0, PROJECTS)
        for at in range(count):
            for column, value in enumerate(_project(at, dice)):
                if value is not None:
                    sheet.write(at + 1, column, value)
    return path


def _project(at: int, dice: random.Random) -> list[object]:
    planned = dice.randint(100, 99_999) / 100
    allocated = round(planned * 0.8, 4)
    status = dice.choice(["未开工", "在建", "完工"])
    started = datetime(2023, 4, dice.randint(1, 28)) if status != "未开工" else None
    finished = datetime(2023, 4, 30) if status == "完工" else None
    return [
        at + 1, f"9901{at:014d}", 2023, f"第{at}号产业配套项目", dice.choice(COUNTIES),
        f"第{dice.randint(1, 20)}镇", f"村{dice.randint(1, 300)}", dice.choice(TYPES), "种植业",
        "新建", f"新建大棚{at % 97}座，配套道路{at % 31}公里", planned, round(planned / 2, 2),
        allocated, round(allocated * dice.random(), 4), datetime(2023, 1, dice.randint(1, 28)),
        datetime(2023, 3, dice.randint(1, 28)), started, datetime(2023, 10, 1), finished, None,
        status, dice.randint(1, 100), "农业农村局", "王某",
    ]  # fmt: skip
