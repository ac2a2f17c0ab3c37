"""What projects can be counted by and narrowed to, in words."""

from dataclasses import asdict

from board.names import code_name, unit_name
from board.project_rows import Filters
from board.store import Board
from board.townships import UNNAMED
from wording import Words


def dimension_name(dimension: str, t: Words) -> str:
    """What projects are counted by, as a heading."""
    return {
        "unit": t("单位"),
        "category": t("项目类别"),
        "township": t("乡镇"),
        "department": t("主管部门"),
        "stage": t("状态"),
        "origin": t("项目年度"),
    }[dimension]


def member_name(dimension: str, member: str, board: Board, t: Words) -> str:
    """One member of a dimension; a township or department as the ledgers write it."""
    if dimension == "unit":
        return unit_name(board, member, t)
    if dimension in ("category", "stage"):
        return code_name(board, dimension, member, t)
    if dimension == "origin":
        return t("以前年度结转项目") if member == "carried" else t("本年度项目")
    return t("未填") if member == UNNAMED else member


def filters_in_words(filters: Filters, board: Board, t: Words) -> dict[str, str]:
    """Every filter that is set, with the name of what it narrows to."""
    return {
        dimension: member_name(dimension, member, board, t)
        for dimension, member in asdict(filters).items()
        if member
    }
