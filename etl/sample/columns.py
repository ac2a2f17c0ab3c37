"""The columns that files carry: contract name, kind of value, and the spellings senders use."""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """One column; a header takes the spelling at the style's number, around and around.

    Kinds: text, unit, level, money, count, date, month, yes, list, percent. Money and summed
    counts are added up in the row 合计. Extra columns are such as the board must ignore.
    """

    name: str
    kind: str
    spellings: tuple[str, ...]
    summed: bool = False


def money(name: str, *spellings: str) -> Column:
    """A column of money."""
    return Column(name, "money", spellings, summed=True)


def count(name: str, *spellings: str) -> Column:
    """A column of whole numbers that is added up."""
    return Column(name, "count", spellings, summed=True)


NUMBER = Column("number", "number", ("序号",))
REMARK = Column("remark", "text", ("备注", "备 注", "说明"))
COUNTY = Column("county", "unit", ("县区", "县(市、区)", "单位", "县\n(市、区)"))

FUNDS = (
    NUMBER,
    COUNTY,
    Column("fund_level", "level", ("资金级次", "级次", "资金来源", "资金层级")),
    Column("task", "text", ("资金任务", "任务名称")),
    Column("document", "text", ("指标文号", "文号", "指标文件文号")),
    Column("batch", "text", ("批次", "资金批次")),
    Column("category", "text", ("支持方向", "项目类别", "资金投向")),
    Column("issued_on", "date", ("下达日期", "指标下达时间", "下达时间")),
    money("allocated", "下达资金", "安排资金", "下达金额"),
    money("arrived", "到位资金", "到账资金"),
    money("spent", "支出资金", "累计支出", "已支出"),
    Column("budget_year", "count", ("预算年度", "年度")),
    REMARK,
)

PROJECTS = (
    NUMBER,
    Column("project_id", "text", ("项目编号", "项目编码", "项目库编号")),
    Column("year", "count", ("项目年度", "年度")),
    COUNTY,
    Column("township", "text", ("乡镇", "乡(镇)", "镇办")),
    Column("village", "text", ("村", "行政村", "村(社区)")),
    Column("name", "text", ("项目名称",)),
    Column("category", "text", ("项目类别", "项目类型", "一级项目类型")),
    Column("subcategory", "text", ("项目子类型", "二级项目类型")),
    Column("nature", "text", ("建设性质",)),
    Column("content", "text", ("建设内容", "主要建设内容", "建设任务")),
    money("planned_investment", "计划投资", "总投资", "投资规模"),
    money("invested", "完成投资", "已完成投资"),
    money("allocated", "下达资金", "安排资金"),
    money("spent", "已支出", "支出资金", "已拨付"),
    Column("issued_on", "date", ("资金下达日期", "资金下达时间")),
    Column("planned_start", "date", ("计划开工时间", "拟开工时间")),
    Column("started_on", "date", ("实际开工时间", "开工时间", "开工日期")),
    Column("planned_finish", "date", ("计划完工时间",)),
    Column("finished_on", "date", ("完工时间", "实际完工时间", "竣工时间")),
    Column("accepted_on", "date", ("验收时间",)),
    Column("status", "text", ("项目状态", "建设状态", "进展")),
    Column("work_relief", "yes", ("是否以工代赈", "以工代赈")),
    count("households_benefiting", "受益户数", "受益农户"),
    Column("linkage", "text", ("联农带农机制", "利益联结方式")),
    Column("department", "text", ("主管部门", "责任单位")),
    Column("leader", "text", ("包抓领导", "责任人")),
    Column("phone", "text", ("联系电话",)),
)

MEASURES = ("产业帮扶", "就业帮扶", "金融帮扶", "公益岗位帮扶", "住房安全保障", "饮水安全保障",
            "健康帮扶", "义务教育保障", "教育帮扶", "综合保障", "社会帮扶", "搬迁",
            "生产生活条件改善", "基础设施建设")  # fmt: skip

HOUSEHOLDS = (
    Column("household_id", "text", ("户编号", "户编码")),
    COUNTY,
    Column("township", "text", ("乡(镇)", "乡镇", "乡")),
    Column("village", "text", ("行政村", "村")),
    Column("name", "text", ("户主姓名", "姓名")),
    Column("papers", "text", ("证件号码", "身份证号")),
    Column("phone", "text", ("联系电话", "电话")),
    Column("household_kind", "text", ("户类型",)),
    Column("monitor_type", "text", ("监测对象类别", "监测类别", "监测对象类型")),
    count("persons", "家庭人口数", "人数", "家庭人口"),
    Column("risk_1", "text", ("致贫/返贫风险1", "返贫致贫风险1")),
    Column("risk_2", "text", ("致贫/返贫风险2", "返贫致贫风险2")),
    Column("risk_3", "text", ("致贫/返贫风险3", "返贫致贫风险3")),
    Column("risks", "list", ("风险类型", "返贫致贫风险")),
    Column("identified_month", "month", ("识别监测时间", "风险识别时间", "纳入时间")),
    Column("eliminated", "eliminated", ("风险是否已消除", "风险是否消除", "是否消除风险")),
    Column("eliminated_month", "month", ("消除监测时间", "风险消除时间")),
    Column("elimination_way", "text", ("风险消除方式",)),
    Column("no_labour", "yes", ("整户无劳动能力兜底保障户",)),
    Column("income_per_person", "count", ("人均纯收入(元)", "人均纯收入")),
    Column("measures", "list", ("帮扶措施",)),
    *(Column(name, "text", (name,)) for name in MEASURES),
)
RISKS_APART = ("risk_1", "risk_2", "risk_3")
RISKS_TOGETHER = ("risks",)

REPORTS = (
    NUMBER,
    COUNTY,
    Column("fund_level", "level", ("资金级次",)),
    count("projects_planned", "计划项目数", "安排项目个数", "项目总数"),
    count("projects_started", "开工项目数", "已开工项目", "已开工"),
    count("projects_not_started", "未开工项目数", "未开工项目"),
    Column("start_rate", "percent", ("开工率",)),
    count("projects_completed", "完工项目数", "完工项目", "已完工"),
    Column("completion_rate", "percent", ("完工率",)),
    count("projects_accepted", "验收项目数", "已验收"),
    money("planned_investment", "计划投资"),
    money("invested", "完成投资"),
    money("allocated", "下达资金"),
    money("arrived", "到位资金"),
    money("spent", "支出资金", "支付资金"),
    Column("spend_rate", "percent", ("支出率", "支出进度")),
    count("households_monitored", "监测户数"),
    count("persons_monitored", "监测人数", "监测对象人数"),
    count("households_eliminated", "消除户数"),
    count("persons_eliminated", "消除人数", "风险消除人数"),
    Column("risk_elimination_rate", "percent", ("风险消除率",)),
    REMARK,
)

BENCHMARKS = (
    Column("indicator", "text", ("指标", "指标名称")),
    Column("fund_level", "level", ("资金级次", "级次")),
    Column("province", "percent", ("全省平均",)),
    Column("best", "percent", ("全省最好",)),
    Column("rank", "count", ("本市位次",)),
    Column("of", "count", ("参评市数",)),
    Column("source", "text", ("来源文号",)),
)

COLUMNS = {
    "funds": FUNDS,
    "projects": PROJECTS,
    "households": HOUSEHOLDS,
    "reports": REPORTS,
    "benchmarks": BENCHMARKS,
}
TITLES = {
    "funds": "财政衔接资金台账",
    "projects": "衔接资金项目台账",
    "households": "防返贫监测对象信息",
    "reports": "巩固衔接重点工作进度月报",
    "benchmarks": "省级通报基准",
}
