"""What files print against what they add up to: totals, rates, parts."""

from board.matrix import local_day
from board.reconciliation import Printed
from board.reconciliation_sentences import of_unit, printed_finding
from board.store import Board, Unit
from charts.markup import link, tag
from charts.table import Column, Row, as_sent, soft, table
from ui import card, panel
from wording import Words


def printed_card(found: tuple[Printed, ...], unit: Unit | None, board: Board, t: Words) -> None:
    """A row a figure that its file contradicts; of one unit its own and those of whole files."""
    shown = of_unit(found, unit)
    under = t("上报时发现的：合计、小计与各行之和，印出的比率与分子分母，各部分之间")
    with card(printed_finding(shown, t), under, key="printed"):
        if not shown:
            return
        columns = [
            Column(t("单位"), align="left"),
            Column(t("种类"), align="left"),
            Column(t("两边的数"), align="left"),
            Column(t("由谁报送"), align="left"),
        ]
        rows = [Row(_cells(each, board, t)) for each in shown]
        panel(table(columns, rows, alt=t("文件里对不上的数")), key="printed_table")


def _cells(each: Printed, board: Board, t: Words) -> tuple[str, ...]:
    who = board.units.get(each.unit_code or "")
    place = t("第{row}行", row=each.row) if each.row else ""
    return (
        link(who.label(t), to=f"?unit={who.code}") if who else soft(t("全表")),
        tag("div", each.title(t), tag("small", place)),
        tag("div", each.message(t), class_="wrap"),
        tag(
            "div",
            as_sent(each.accepted_by),
            f" · {t.day(local_day(each.accepted_at))}",
            tag("small", as_sent(each.file_name)),
            class_="wrap",
        ),
    )
