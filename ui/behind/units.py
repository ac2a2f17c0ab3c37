"""The units behind a number of the city or of a group, and who sent theirs."""

from collections.abc import Sequence
from functools import partial

from board.behind import Amount, Figure, Sent, Shares, files, measures, summed, total
from board.behind_words import source_name, who
from board.store import Board
from briefing.cards import behind as cards
from briefing.cards.scope import Scope
from charts.markup import Markup, join, link
from charts.table import Column, Row, as_sent, soft, strong, table
from ui.panel import panel
from ui.show import card
from wording import Words


def units_of_rate(scope: Scope, figure: Figure, found: Sequence[Shares]) -> None:
    """A row a unit, adding up to the city's; a click on one shows its rows."""
    board, t = scope.board, scope.t
    indicator, names = board.indicators[figure.code], measures(board)
    sent = files(board, [each.numerator_upload for each in found])
    unit = t.column_unit(indicator.quantity)
    heads = [
        Column(t("名次"), align="left"),
        Column(t("单位"), align="left"),
        Column(names[indicator.numerator].label(t), unit),
        Column(names[indicator.denominator].label(t), unit),
        Column(indicator.label(t)),
        Column(t("来源"), align="left"),
    ]
    lines = [
        Row(
            (
                t.rank(each.rank, each.tied) if each.rank else soft("—"),
                _unit_link(board, figure, each.unit_code, t),
                t.column(each.numerator, indicator.quantity),
                t.column(each.denominator, indicator.quantity),
                strong(t.percent(each.value)) if each.value is not None
                else soft(t.reason(each.reason or "not_reported")),
                _source(each.numerator_source, sent.get(each.numerator_upload or ""), t),
            ),
            head=1,
        )
        for each in found
    ]  # fmt: skip
    above, below, rate = summed(found)
    lines.append(
        Row(
            (
                "",
                who(board, figure.unit, t),
                t.column(above, indicator.quantity),
                t.column(below, indicator.quantity),
                strong(t.percent(rate)),
                "",
            ),
            head=1,
            total=True,
        )
    )
    said = t("各单位的分子和分母")
    export = partial(cards.units_of_rate, scope, figure, found, sent)
    with card(said, key="behind", export=export):
        panel(table(heads, lines, alt=said), key="behind_units")


def units_of_measure(scope: Scope, figure: Figure, found: Sequence[Amount]) -> None:
    """A row a unit, adding up to the whole; a click on one shows its rows."""
    board, t = scope.board, scope.t
    measure = measures(board)[figure.code]
    sent = files(board, [each.upload_id for each in found])
    heads = [
        Column(t("单位"), align="left"),
        Column(measure.label(t), t.column_unit(measure.quantity)),
        Column(t("来源"), align="left"),
    ]
    lines = [
        Row(
            (
                _unit_link(board, figure, each.unit_code, t),
                strong(t.column(each.value, measure.quantity)),
                _source(each.source, sent.get(each.upload_id), t),
            )
        )
        for each in found
    ]
    whole, sum_of_all = who(board, figure.unit, t), t.column(total(found), measure.quantity)
    lines.append(Row((whole, strong(sum_of_all), ""), total=True))
    said = t("各单位的数")
    export = partial(cards.units_of_measure, scope, figure, found, sent)
    with card(said, key="behind", export=export):
        panel(table(heads, lines, alt=said), key="behind_units")


def _unit_link(board: Board, figure: Figure, code: str, t: Words) -> Markup:
    return link(board.units[code].label(t), to=f"{figure.of(code).link}&part=&row=")


def _source(source: str | None, sent: Sent | None, t: Words) -> str:
    if source is None or sent is None:
        return soft("—")
    return join(f"{source_name(source, t)} ", as_sent(f"{sent.file_name} · {sent.accepted_by}"))
