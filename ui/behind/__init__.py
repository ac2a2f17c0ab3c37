"""What is behind a number: a dialog over whatever page it stands on (?behind=…), of the month that
the page shows or of another (?at=2022-04)."""

import streamlit as st

from board.behind import CITY, Figure, amounts, measures, parsed, shares
from board.behind_words import heading
from board.store import Board
from briefing.cards.scope import Scope
from charts.markup import tag
from charts.table import strong
from ui.behind.rows import rows_table
from ui.behind.units import units_of_measure, units_of_rate
from ui.controls import pick, pick_together, shown_month, was_taken_back
from ui.panel import panel
from ui.switch import switch
from wording import Words


def behind(board: Board, t: Words) -> None:
    """Open the dialog when the address names a figure; call it after the page is drawn."""
    text = st.query_params.get("behind")
    if text is None:
        return
    if parsed(text, board) is None or was_taken_back("behind", text):
        _close()
        return
    drawer = st.dialog(t("这个数怎么来的"), width="large", on_dismiss=_close)(_dialog)
    at = st.query_params.get("at") or ""
    drawer(board, at if at in board.periods else shown_month(board), t)


def _close() -> None:
    pick_together(dict.fromkeys(("behind", "part", "row", "at"), ""))


def _dialog(board: Board, period: str, t: Words) -> None:
    # Read anew: a click inside the dialog runs the dialog alone.
    figure = parsed(st.query_params.get("behind") or "", board)
    if figure is None:
        return
    if figure.code in board.indicators:
        _indicator(board, period, figure, t)
    else:
        _measure(board, period, figure, t)


def _heading(board: Board, period: str, figure: Figure, t: Words) -> None:
    said = heading(board, figure, period, t)
    panel(tag("div", tag("h3", said), class_="behind"), key="behind_heading")
    if figure.unit != CITY:
        st.button(
            t("看全市"),
            icon=":material/arrow_back:",
            type="tertiary",
            on_click=_whole,
            args=[figure],
        )


def _whole(figure: Figure) -> None:
    _close()
    pick("behind", figure.of(CITY).text)


def _indicator(board: Board, period: str, figure: Figure, t: Words) -> None:
    indicator = board.indicators[figure.code]
    _heading(board, period, figure, t)
    st.caption(indicator.basis(t))
    found = shares(board, period, figure)
    if figure.unit not in board.units:
        units_of_rate(Scope(board, t, period, None), figure, found)
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
    scope = Scope(board, t, period, board.units[figure.unit])
    rows_table(scope, part, value, source or "ledger")


def _measure(board: Board, period: str, figure: Figure, t: Words) -> None:
    _heading(board, period, figure, t)
    found = amounts(board, period, figure)
    if figure.unit not in board.units:
        units_of_measure(Scope(board, t, period, None), figure, found)
    elif found and found[0].value is not None:
        scope = Scope(board, t, period, board.units[figure.unit])
        rows_table(scope, figure, found[0].value, found[0].source)
    else:
        st.write(t("未报送"))
