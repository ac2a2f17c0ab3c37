"""Tables: right-aligned numbers, lights as sign and word, little lines, and names that lead on."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from importlib import resources
from typing import Literal
from urllib.parse import parse_qsl, urlencode

import streamlit as st

from charts.theme import SIGNS
from ui.navigate import go
from wording import Words

_SIZE = (104, 24)  # pixels of a little line


class Html(str):
    """Text that is markup already; any other text is escaped where the table is built."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, a second line under it (its unit), and how its cells align."""

    label: str
    under: str = ""
    align: Literal["left", "right", "center"] = "right"


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `head` is the cell that names it, `total` sets it off from the rest."""

    cells: Sequence[str]
    head: int = 0
    total: bool = False


_draw = st.components.v2.component(
    "board_table",
    html='<div class="scroll"></div>',
    css=(resources.files("ui") / "table.css").read_text("utf-8"),
    js=(resources.files("ui") / "table.js").read_text("utf-8"),
)


def table(columns: Sequence[Column], rows: Sequence[Row], *, alt: str, key: str) -> None:
    """Draw a table. `alt` says what it holds to those who cannot see it."""

    def follow() -> None:
        address, _, parameters = st.session_state[key].go.partition("?")
        go(address, **dict(parse_qsl(parameters)))

    heads = "".join(
        f'<th scope="col" class="{column.align}">{escape(column.label)}'
        + (f"<br>{escape(column.under)}" if column.under else "")
        + "</th>"
        for column in columns
    )
    body = "".join(_row(row, columns) for row in rows)
    _draw(
        data=f"<table><caption>{escape(alt)}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{body}</tbody></table>",
        key=key,
        on_go_change=follow,
    )


def link(text: str, address: str, **parameters: str) -> Html:
    """A name that opens another page of the board with these parameters."""
    target = escape(f"{address}?{urlencode(parameters)}")
    return Html(f'<a href="{target}" data-go="{target}">{escape(text)}</a>')


def light(colour: str, word: str) -> Html:
    """A light as its sign in colour and a word."""
    return Html(f'<span class="{colour}">{SIGNS[colour]}</span> {escape(word)}')


def gap(points: float | None, t: Words) -> Html:
    """A gap in percentage points, strong where the unit is behind."""
    behind = points is not None and points <= -0.005
    return Html(f'<span class="{"red" if behind else ""}">{t.signed(points)}</span>')


def strong(text: str) -> Html:
    """The figure a row is about."""
    return Html(f"<b>{escape(text)}</b>")


def soft(text: str) -> Html:
    """Text that only explains."""
    return Html(f'<span class="soft">{escape(text)}</span>')


def little_line(values: Sequence[float | None], *, restarts: int | None = None) -> Html:
    """The values as a line without axes; it breaks where one is missing and at `restarts`."""
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return soft("—")
    width, height = _SIZE
    low, high = min(known), max(known)
    step, scale = (width - 8) / (len(values) - 1), (height - 8) / ((high - low) or 1)
    path, pen = "", "M"
    for place, value in enumerate(values):
        if value is None:
            pen = "M"
            continue
        if place == restarts:
            pen = "M"
        x, y = 4 + place * step, height - 4 - (value - low) * scale
        path += f"{pen}{x:.1f} {y:.1f}"
        pen = "L"
    dot = ""
    if values[-1] is not None:
        dot = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="var(--st-primary-color)"/>'
    return Html(
        f'<svg width="{width}" height="{height}" aria-hidden="true"><path d="{path}" fill="none" '
        f'stroke="var(--st-primary-color)" stroke-width="2" stroke-linejoin="round"/>{dot}</svg>'
    )


def _row(row: Row, columns: Sequence[Column]) -> str:
    cells = "".join(
        _cell(text, column, "th" if place == row.head else "td")
        for place, (text, column) in enumerate(zip(row.cells, columns, strict=True))
    )
    return f'<tr class="{"total" if row.total else ""}">{cells}</tr>'


def _cell(text: str, column: Column, tag: str) -> str:
    scope = ' scope="row"' if tag == "th" else ""
    shown = text if isinstance(text, Html) else escape(text)
    return f'<{tag}{scope} class="{column.align}">{shown}</{tag}>'
