"""Pickers whose value lives in the URL as a code: ?month=2023-04&level=all&unit=610101.

Streamlit's own bind="query-params" writes the label the reader sees, so an address passed on
by a Chinese reader would mean nothing to an English one. Here the address holds the code, and
only once the reader has picked something: a bare bookmark goes on opening the newest month.
"""

from collections.abc import Callable, Collection, Mapping
from urllib.parse import parse_qsl, urlsplit

import streamlit as st

from board.store import Board, Indicator, Unit
from board.warnings import rules
from ui.navigate import came_back, go
from ui.plain import plain
from wording import Words

ALL = "all"
_SHOWN = "shown_codes"


def month(board: Board, t: Words) -> str:
    """The month to show, YYYY-MM; the newest unless the reader picked another (?month=)."""
    options = {period: t.month(period) for period in reversed(board.periods)}
    return _picker("month", t("报告期"), options, board.periods[-1], width=140)


def level(board: Board, t: Words, offered: tuple[str, ...] | None = None) -> str:
    """The fund level to show, `all` or a code of the list, among those `offered` (?level=)."""
    names = {ALL: t("全部级次")} | {code: name.label(t) for code, name in board.levels.items()}
    options = {code: name for code, name in names.items() if offered is None or code in offered}
    return _picker("level", t("资金级次"), options, ALL, width=140)


def indicator(board: Board, t: Words, only: Callable[[Indicator], bool] | None = None) -> Indicator:
    """The indicator to show, among those `only` lets through (?indicator=)."""
    options = {
        code: entry.label(t) for code, entry in board.indicators.items() if not only or only(entry)
    }
    default = _default_indicator(options)
    return board.indicators[_picker("indicator", t("指标"), options, default, width=220)]


def unit(board: Board, t: Words) -> Unit:
    """The unit to show, the first of the list unless the reader picked another (?unit=)."""
    options = {code: entry.label(t) for code, entry in board.units.items()}
    return board.units[_picker("unit", t("单位"), options, next(iter(options)), width=180)]


def explain_unknown(board: Board, t: Words) -> None:
    """Say what the URL asks for and the board does not have; the pickers then use the default."""
    known = (
        ("month", t("报告期"), board.periods),
        ("level", t("资金级次"), [ALL, *board.levels]),
        ("indicator", t("指标"), board.indicators),
        ("unit", t("单位"), board.units),
        ("category", t("类别"), board.codes("category")),
        ("stage", t("状态"), board.codes("stage")),
        ("rule", t("规则"), _rules(board)),
    )
    for parameter, what, codes in known:
        asked = st.query_params.get(parameter)
        if asked is not None and asked not in codes:
            del st.query_params[parameter]
            st.info(
                t("网址中的{what}“{asked}”没有数据，已改用默认的。", what=what, asked=plain(asked)),
                icon=":material/info:",
            )


def _rules(board: Board) -> Collection[str]:
    """The warning rules of the month shown; pages without a month never ask for it."""
    return rules(board, shown_month(board)) if "rule" in st.query_params else ()


def pick(parameter: str, code: str) -> None:
    """Choose as if the reader had used the picker; for use in callbacks of charts and cards. An
    empty code takes the choice back."""
    pick_together({parameter: code})


def pick_together(codes: Mapping[str, str]) -> None:
    """Choose of several pickers at once, by parameter: one step on the reader's way back."""
    before = st.query_params.to_dict()
    asked = before | dict(codes)
    st.query_params.from_dict({name: code for name, code in asked.items() if code})
    for parameter, code in codes.items():
        if code:
            st.session_state[_memory(parameter)] = code
            _taken_back().pop(parameter, None)
            continue
        st.session_state.pop(_memory(parameter), None)
        if parameter in before:
            _taken_back()[parameter] = before[parameter]


def was_taken_back(parameter: str, code: str) -> bool:
    """Whether the address names what the reader has just taken back: a click that follows at once
    is sent with the address of before."""
    return _taken_back().get(parameter) == code and not came_back()


def follow(address: str) -> None:
    """`unit?unit=610101&month=2023-04` goes to a page, `?indicator=spend_rate` stays; for use in
    callbacks."""
    parts = urlsplit(address)
    parameters = dict(parse_qsl(parts.query, keep_blank_values=True))
    if parts.path:
        for parameter in parameters:
            _taken_back().pop(parameter, None)
        go(parts.path, **parameters)
    pick_together(parameters)


def begin() -> None:
    """A new run of the script, in which no picker has been drawn yet."""
    st.session_state[_SHOWN] = {}


def show_code(parameter: str, code: str) -> None:
    """Note what a picker of this run shows, whether it is in the URL or not."""
    st.session_state.setdefault(_SHOWN, {})[parameter] = code


def shown_codes() -> dict[str, str]:
    """What the pickers of this run show: parameter of the URL → code."""
    return dict(st.session_state.get(_SHOWN, {}))


def shown_month(board: Board) -> str:
    """The month that the picker shows, without drawing it."""
    return _wanted("month", dict.fromkeys(board.periods, ""), board.periods[-1])


def shown_level(board: Board) -> str:
    """The fund level that a picker would show, among all there are."""
    return _wanted("level", dict.fromkeys((ALL, *board.levels), ""), ALL)


def shown_indicator(board: Board, only: Callable[[Indicator], bool]) -> Indicator:
    """The indicator that a picker would show, among those `only` lets through."""
    options = {code: "" for code, entry in board.indicators.items() if only(entry)}
    return board.indicators[_wanted("indicator", options, _default_indicator(options))]


def _default_indicator(options: Mapping[str, str]) -> str:
    return "spend_rate" if "spend_rate" in options else next(iter(options))


def _picker(
    parameter: str, label: str, options: Mapping[str, str], default: str, width: int
) -> str:
    """A selectbox over {code: label}; a code that is not offered falls back to the default."""
    value = _wanted(parameter, options, default)
    widget = f"pick_{parameter}"
    show_code(parameter, value)
    st.session_state[widget] = value  # the URL decides: back and forward move the widget too

    def keep() -> None:
        pick(parameter, st.session_state[widget])

    st.selectbox(
        label,
        list(options),
        format_func=lambda code: options.get(code, code),
        key=widget,
        on_change=keep,
        label_visibility="collapsed",
        width=width,
    )
    return value


def _wanted(parameter: str, options: Mapping[str, str], default: str) -> str:
    """The code the URL asks for, else the one picked on another page, else the default."""
    asked: str | None = st.query_params.get(parameter)
    if asked is not None and asked in options:
        st.session_state[_memory(parameter)] = asked
        return asked
    if came_back():  # what was picked since is not what was shown at this address
        st.session_state.pop(_memory(parameter), None)
    remembered: str | None = st.session_state.get(_memory(parameter))
    if remembered is None or remembered not in options:
        return default
    st.query_params[parameter] = remembered
    return remembered


def _taken_back() -> dict[str, str]:
    """What was taken back last, by parameter, until it is chosen anew."""
    found: dict[str, str] = st.session_state.setdefault("taken_back", {})
    return found


def _memory(parameter: str) -> str:
    return f"picked_{parameter}"
