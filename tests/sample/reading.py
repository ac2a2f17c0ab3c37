"""Reads the sample city's files for the independent calculation: plain Python, nothing of etl.

Rows come out as dictionaries under the contract's column names: money in 元 and percents as
Fractions, dates as dates, blank cells as None.
"""

import csv
import io
import re
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

import openpyxl

# What the rules need, with the spellings of the data description.
SPELLINGS = {
    "county": "县(市、区) 县(市) 县区 县 区县 县名 单位",
    "fund_level": "资金级次 级次 资金层级 资金来源",
    "period": "报告期 数据日期",
}
BY_DATASET = {
    "funds": {
        "category": "支持方向 项目类别 资金投向 用途",
        "allocated": "下达资金 安排资金 资金规模 下达金额 金额",
        "arrived": "到位资金 到账资金",
        "spent": "支出资金 支出 已支出 拨付资金 支付金额 累计支出",
    },
    "projects": {
        "project_id": "项目编号 项目编码 项目代码 项目库编号",
        "year": "项目年度 年度",
        "planned_investment": "计划投资 总投资 投资规模",
        "invested": "完成投资 已完成投资",
        "planned_start": "计划开工时间 拟开工时间",
        "started_on": "实际开工时间 开工时间 开工日期",
        "finished_on": "完工时间 实际完工时间 竣工时间",
        "accepted_on": "验收时间",
        "status": "项目状态 进展 建设状态",
    },
    "households": {
        "household_id": "户编号 户编码",
        "monitor_type": "监测对象类别 监测类别 监测对象类型",
        "persons": "人数 家庭人口数 家庭人口",
        "eliminated": "风险是否已消除 风险是否消除 是否消除风险",
        "measures": "帮扶措施",
    },
    "reports": {
        "projects_planned": "计划项目数 安排项目数 安排项目个数 安排项目 项目总数 项目个数",
        "projects_started": "开工项目数 已开工 已开工项目 开工数",
        "projects_completed": "完工项目数 完工项目 已完工",
        "projects_accepted": "验收项目数 已验收",
        "planned_investment": "计划投资",
        "invested": "完成投资",
        "allocated": "下达资金",
        "arrived": "到位资金",
        "spent": "支出资金 实拨资金 支付资金",
        "persons_monitored": "监测人数 监测对象人数",
        "persons_eliminated": "消除人数 风险消除人数",
        "households_monitored": "监测户数",
    },
    "benchmarks": {"indicator": "指标 指标名称", "province": "全省平均"},
}
MEASURE_COLUMNS = {
    *(
        "产业帮扶",
        "就业帮扶",
        "金融帮扶",
        "公益岗位帮扶",
        "住房安全保障",
        "饮水安全保障",
        "健康帮扶",
    ),
    *("义务教育保障", "教育帮扶", "综合保障", "社会帮扶", "搬迁"),
    *("生产生活条件改善", "基础设施建设"),
}
MONEY = {"allocated", "arrived", "spent", "planned_investment", "invested"}
COUNTS = {"year", "persons"}
DATES = {"planned_start", "started_on", "finished_on", "accepted_on"}
YUAN = {"万元": 10_000, "元": 1}
LEVELS = {"中": "central", "省": "provincial", "市": "municipal", "县": "county"}
BLANK = {"", "—", "/", "无", "-"}


@dataclass(frozen=True)
class Table:
    """One file: the month it says it speaks of, and its rows without the totals."""

    period: str
    rows: list[dict]


def sheet(content: bytes) -> list[list]:
    """The cells of a workbook's first sheet or of a CSV file."""
    if content[:2] == b"PK":
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        return [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030")
    return list(csv.reader(io.StringIO(text)))


def plain(header: object) -> str:
    """A header without blanks, brackets and the unit in brackets."""
    text = re.sub(r"\s", "", str(header or "")).replace("（", "(").replace("）", ")")
    return re.sub(r"[()]", "", re.sub(r"\((万元|元)\)$", "", text))


def said(cell: object) -> str:
    """What a cell shows; a zero is not a blank."""
    return "" if cell is None else str(cell).strip()


def number(cell: object) -> Fraction | None:
    """A figure exactly as it is printed."""
    text = said(cell).replace(",", "")
    return None if text in BLANK else Fraction(text)


def day(cell: object) -> date | None:
    """A day in any of the forms people type."""
    if isinstance(cell, datetime):
        return cell.date()
    parts = re.findall(r"\d+", str(cell or ""))
    if not parts:
        return None
    if len(parts) == 1:
        return datetime.strptime(parts[0], "%Y%m%d").date()
    return date(*map(int, parts))


def value(name: str, cell: object, yuan: int) -> object:
    """A cell in the type of its column."""
    if name in DATES:
        return day(cell)
    if name in MONEY:
        figure = number(cell)
        return None if figure is None else figure * yuan
    if name in COUNTS or name.startswith(("projects_", "persons_", "households_")):
        return number(cell)
    text = said(cell)
    if name == "fund_level":
        return LEVELS.get(text[:1], "all")
    if name == "eliminated":
        return text in ("是", "风险已消除")
    return text or None


def percents(cells: list[object]) -> list[Fraction | None]:
    """A column of percents as fractions: hundredths when a sign or a value above 1.5 says so."""
    texts = [said(cell) for cell in cells]
    figures = [number(text.rstrip("%")) for text in texts]
    hundredths = any("%" in text for text in texts) or any(one and one > 1.5 for one in figures)
    return [one / 100 if one is not None and hundredths else one for one in figures]


def read(dataset: str, file_name: str, content: bytes) -> Table:
    """A file's month and rows."""
    spelled = {
        plain(spelling): name
        for name, spellings in (SPELLINGS | BY_DATASET[dataset]).items()
        for spelling in spellings.split()
    }
    lines = sheet(content)
    at = next(i for i, row in enumerate(lines) if sum(plain(one) in spelled for one in row) >= 2)
    above = " ".join(str(one or "") for row in lines[:at] for one in row)
    month = re.search(r"截至(\d{4})年(\d+)月", above) or re.search(
        r"(20\d{2})(?:年|)(\d{1,2})(?:月|\d\d\.)", file_name
    )
    assert month, f"{file_name} does not say its month"
    title_unit = re.search(r"单位:(万元|元)", above)
    names, yuan = [], []
    for one in lines[at]:
        names.append(spelled.get(plain(one), plain(one) if plain(one) in MEASURE_COLUMNS else None))
        unit = re.search(r"[(（](万元|元)[)）]$", str(one or "")) or title_unit
        yuan.append(YUAN[unit[1]] if unit else YUAN["万元"])
    rows = []
    for line in lines[at + 1 :]:
        cells = [(n, c, y) for n, c, y in zip(names, line, yuan, strict=True) if n]
        row = {name: value(name, cell, times) for name, cell, times in cells}
        if "合计" not in str(row.get("county") or ""):
            rows.append(row)
    if dataset == "benchmarks":
        for row, share in zip(rows, percents([row["province"] for row in rows]), strict=True):
            row["province"] = share
    return Table(f"{month[1]}-{int(month[2]):02d}", rows)
