"""What is behind a number: a dialog over whatever page it stands on (?behind=…)."""

from collections.abc import Sequence
from datetime import UTC
from decimal import Decimal
from functools import partial

import streamlit as st

from board.behind import (
    CITY,
    GROUP,
    KEY,
    Amount,
    Figure,
    Sent,
    Shares,
    amounts,
    files,
    measures,
    parsed,
    rows,
    shares,
)
from board.ranking_sentences import group_name
from board.store import Board
from charts.markup import Markup, join, link, tag
from charts.table import Column, Row, as_sent, soft, strong, table
from ui.behind_rows import cells, columns, member_name
from ui.controls import pick, shown_month
from ui.csv_file import csv_file
from ui.panel import panel
from ui.switch import switch
from wording import Words

PAGE = 30  # rows at a time


def behind(board: Board, t: Words) -> None:
    """Open the dialog when the address names a figure; call it after the page is drawn."""
    text = st.query_params.get("behind")
    if text is None:
        return
    if parsed(text, board) is None:
        _close()
        return
    drawer = st.dialog(t("这个数怎么来的"), width="large", on_dismiss=_close)(_dialog)
    drawer(board, shown_month(board), t)


def _close() -> None:
    for parameter in ("behind", "part", "row"):
        pick(parameter, "")


def _dialog(board: Board, period: str, t: Words) -> None:
    # Read anew: a click inside the dialog runs the dialog alone.
    figure = parsed(st.query_params.get("behind") or "", board)
    if figure is None:
        return
    if figure.code in board.indicators:
        _indicator(board, period, figure, t)
    else:
        _measure(board, period, figure, t)


def _heading(board: Board, period: str, figure: Figure, name: str, t: Words) -> None:
    who = _who(board, figure.unit, t)
    said = [name, who, t.month(period)]
    if figure.level != "all":
        said.insert(1, board.levels[figure.level].label(t))
    if figure.dimension:
        said.insert(1, member_name(board, figure, t))
    panel(tag("div", tag("h3", " · ".join(said)), class_="behind"), key="behind_heading")
    if figure.unit != CITY:
        st.button(
            t("看全市"),
            icon=":material/arrow_back:",
            type="tertiary",
            on_click=pick,
            args=["behind", figure.of(CITY).text],
        )


def _who(board: Board, unit: str, t: Words) -> str:
    """The unit, the group or the city as the reader calls it."""
    if unit in board.units:
        return board.units[unit].label(t)
    if unit == KEY:
        return t("重点帮扶县")
    return group_name(unit.removeprefix(GROUP), board, t) if unit != CITY else t("全市")


def _indicator(board: Board, period: str, figure: Figure, t: Words) -> None:
    indicator = board.indicators[figure.code]
    _heading(board, period, figure, indicator.label(t), t)
    st.caption(indicator.basis(t))
    found = shares(board, period, figure)
    if figure.unit not in board.units:
        _units_of_rate(board, figure, found, t)
        return
    own = found[0] if found else None
    if own is None or own.numerator is None:
        st.write(t.reason(own.reason or "not_reported") if own else t("未报送"))
        return
    quantity = indicator.quantity
    parts = f"{t.amount(own.numerator, quantity)} ÷ {t.amount(own.denominator, quantity)}"
    rate = t.percent(own.value) if own.value is not None else t.reason(own.reason or "no_task")
    panel(tag("p", f"{parts} = ", strong(rate), class_="sum"), key="behind_rate")
    names = measures(board)
    sources = {
        "numerator": (indicator.numerator, own.numerator, own.numerator_source),
        "denominator": (indicator.denominator, own.denominator, own.denominator_source),
    }
    labels = {
        "numerator": t("分子：{measure}", measure=names[indicator.numerator].label(t)),
        "denominator": t("分母：{measure}", measure=names[indicator.denominator].label(t)),
    }
    measure, value, source = sources[switch("part", t("看哪一部分"), labels)]
    part = Figure(measure, figure.unit, figure.level)
    _rows(board, period, part, value, source or "ledger", t)


def _measure(board: Board, period: str, figure: Figure, t: Words) -> None:
    measure = measures(board)[figure.code]
    _heading(board, period, figure, measure.label(t), t)
    found = amounts(board, period, figure)
    if figure.unit not in board.units:
        _units_of_measure(board, figure, found, t)
    elif found and found[0].value is not None:
        _rows(board, period, figure, found[0].value, found[0].source, t)
    else:
        st.write(t("未报送"))


def _units_of_rate(board: Board, figure: Figure, found: Sequence[Shares], t: Words) -> None:
    """A row a unit, adding up to the city's; a click on one shows its rows."""
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
    above = sum((each.numerator for each in found if each.numerator is not None), Decimal())
    below = sum((each.denominator for each in found if each.denominator is not None), Decimal())
    rate = t.percent(above / below) if below else "—"
    lines.append(
        Row(
            (
                "",
                _who(board, figure.unit, t),
                t.column(above, indicator.quantity),
                t.column(below, indicator.quantity),
                strong(rate),
                "",
            ),
            head=1,
            total=True,
        )
    )
    panel(table(heads, lines, alt=t("各单位的分子和分母")), key="behind_units")


def _units_of_measure(board: Board, figure: Figure, found: Sequence[Amount], t: Words) -> None:
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
    total = sum((each.value for each in found if each.value is not None), Decimal())
    whole = _who(board, figure.unit, t)
    lines.append(Row((whole, strong(t.column(total, measure.quantity)), ""), total=True))
    panel(table(heads, lines, alt=t("各单位的数")), key="behind_units")


def _rows(
    board: Board, period: str, figure: Figure, value: Decimal | None, source: str, t: Words
) -> None:
    """The rows of one unit, a page at a time, with what they add up to and where they are from."""
    measure = measures(board)[figure.code]
    offset = int(st.query_params.get("row") or 0)
    found = rows(board, period, figure, source, limit=PAGE, offset=offset)
    if not found:
        st.write(t("没有计入的行：这个数是0。"))
        return
    count, total = found[0].rows, found[0].total
    said = t.n("{n}行，合计{total}", count, total=t.amount(total, measure.quantity))
    if total != value:
        said += t("（与显示的数不符）")
    sent = files(board, sorted({each.upload_id for each in found}))
    panel(
        tag(
            "div",
            tag("p", strong(said)),
            *(_file(each, source, t) for each in sent.values()),
            class_="sum",
        ),
        key="behind_sum",
    )
    quantity = t.column_unit(measure.quantity)
    heads = [*columns(found[0], t), Column(t("计入"), quantity)]
    lines = [
        Row((*cells(each, board, t), strong(t.column(each.value, measure.quantity))))
        for each in found
    ]
    panel(table(heads, lines, alt=t("计入的行")), key="behind_rows")
    with st.container(horizontal=True, vertical_alignment="center"):
        if offset:
            _turn(t("上一页"), offset - PAGE)
        if offset + PAGE < count:
            _turn(t("下一页"), offset + PAGE)
        st.download_button(
            t("下载全部行（CSV）"),
            data=partial(_csv, board, period, figure, source, count, t),
            file_name=f"{measure.label(t)}_{board.units[figure.unit].label(t)}_{period}.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
        )


def _turn(label: str, offset: int) -> None:
    st.button(label, key=f"turn_{label}", on_click=pick, args=["row", str(max(offset, 0) or "")])


def _csv(board: Board, period: str, figure: Figure, source: str, count: int, t: Words) -> bytes:
    """All rows as a spreadsheet."""
    measure = measures(board)[figure.code]
    found = rows(board, period, figure, source, limit=count)
    heads = [column.label for column in columns(found[0], t)]
    return csv_file(
        [*heads, f"{t('计入')}（{t.column_unit(measure.quantity)}）"],
        (
            [*cells(each, board, t), t.column(each.value, measure.quantity).replace(",", "")]
            for each in found
        ),
    )


def _unit_link(board: Board, figure: Figure, code: str, t: Words) -> Markup:
    return link(board.units[code].label(t), to=figure.of(code).link)


def _source(source: str | None, sent: Sent | None, t: Words) -> str:
    if source is None or sent is None:
        return soft("—")
    kind = t("月报") if source == "report" else t("台账")
    return join(f"{kind} ", as_sent(f"{sent.file_name} · {sent.accepted_by}"))


def _file(sent: Sent, source: str, t: Words) -> Markup:
    kind = t("月报") if source == "report" else t("台账")
    when = sent.accepted_at.replace(tzinfo=UTC).astimezone()
    said = t("回执{number}，{when}", number=sent.upload_id, when=f"{when:%Y-%m-%d %H:%M}")
    return tag("p", f"{kind} ", as_sent(f"{sent.file_name} · {sent.accepted_by}"), f" · {said}")
