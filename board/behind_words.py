"""What is behind a number, in words: whose it is, and its rows, each kind of row its own."""

from datetime import date

from board.behind import CITY, GROUP, KEY, Figure, measures
from board.behind_rows import FundRow, HouseholdRow, ProjectRow, Row
from board.ranking_sentences import group_name
from board.store import Board
from wording import Words


def heading(board: Board, figure: Figure, period: str, t: Words) -> str:
    """资金支出率 · 中央 · 全市 · 2023年4月."""
    return " · ".join([*subject(board, figure, t), who(board, figure.unit, t), t.month(period)])


def subject(board: Board, figure: Figure, t: Words) -> list[str]:
    """The name of what is counted, and of the split and the fund level where it is of one."""
    named = board.indicators.get(figure.code) or measures(board)[figure.code]
    said = [named.label(t)]
    if figure.dimension:
        said.append(_member_name(board, figure, t))
    if figure.level != "all":
        said.append(board.levels[figure.level].label(t))
    return said


def who(board: Board, unit: str, t: Words) -> str:
    """The unit, the group or the city as the reader calls it."""
    if unit in board.units:
        return board.units[unit].label(t)
    if unit == KEY:
        return t("重点帮扶县")
    return group_name(unit.removeprefix(GROUP), board, t) if unit != CITY else t("全市")


def source_name(source: str, t: Words) -> str:
    """Whether a figure is from a unit's ledger or its own report."""
    return t("月报") if source == "report" else t("台账")


def row_heads(row: Row, t: Words) -> list[str]:
    """The headings of rows of this kind."""
    heads = [t("原表行")]
    if isinstance(row, FundRow):
        heads += [t("级次"), t("指标文号"), t("批次"), t("支持方向"), t("任务"), t("下达日期")]
    elif isinstance(row, ProjectRow):
        heads += [t("项目编号"), t("项目名称"), t("乡镇"), t("类别"), t("状态")]
        heads += [t("计划开工"), t("实际开工"), t("完工")]
    elif isinstance(row, HouseholdRow):
        heads += [t("户编号"), t("乡镇"), t("监测类别"), t("风险"), t("措施")]
        heads += [t("识别"), t("消除")]
    else:
        heads += [t("级次")]
    return heads


def row_cells(row: Row, board: Board, t: Words) -> list[str]:
    """The texts of one row, as many as its headings."""

    def name(list_name: str, code: str | None) -> str:
        codes = board.codes(list_name)
        return "" if code is None else codes[code].label(t) if code in codes else code

    found = [str(row.source_row)]
    if isinstance(row, FundRow):
        found += [name("fund_level", row.fund_level), row.document or "", row.batch or ""]
        found += [name("category", row.category), name("task", row.task), _day(row.issued_on)]
    elif isinstance(row, ProjectRow):
        found += [row.project_id, row.name, row.township or "", name("category", row.category)]
        found += [name("stage", row.status), _day(row.planned_start)]
        found += [_day(row.started_on), _day(row.finished_on)]
    elif isinstance(row, HouseholdRow):
        found += [row.household_id, row.township or "", name("monitor_type", row.monitor_type)]
        found += [t.join(name("risk", each) for each in row.risks or ())]
        found += [t.join(name("measure_kind", each) for each in row.measures or ())]
        found += [_month(row.identified_month), _month(row.eliminated_month)]
    else:
        found += [name("fund_level", row.fund_level)]
    return found


def _member_name(board: Board, figure: Figure, t: Words) -> str:
    codes = board.codes(figure.dimension)
    if figure.member in codes:
        return codes[figure.member].label(t)
    if figure.dimension in ("months_to_measure", "months_to_elimination"):
        return t.n("{n}个月", int(figure.member))
    if figure.dimension == "days_to_start":
        return t.n("{n}天", int(figure.member))
    return {
        "flow.opening": t("期初"),
        "flow.new": t("新增"),
        "flow.left": t("自然减少"),
        "flow.changed": t("变动"),
        "flow.closing": t("期末"),
        "turn.eliminated": t("本月消除"),
        "turn.relapsed": t("风险回退"),
        "work_relief.yes": t("以工代赈"),
    }.get(f"{figure.dimension}.{figure.member}", figure.member)


def _day(day: date | None) -> str:
    return f"{day:%Y-%m-%d}" if day else ""


def _month(day: date | None) -> str:
    return f"{day:%Y-%m}" if day else ""
