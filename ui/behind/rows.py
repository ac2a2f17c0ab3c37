"""The rows of one unit behind a number, a page at a time."""

from datetime import UTC
from decimal import Decimal
from functools import partial

import streamlit as st

from board.behind import Figure, Sent, files, measures
from board.behind_rows import rows
from board.behind_words import row_cells, row_heads, source_name
from briefing.cards.behind import rows_of_unit
from briefing.cards.scope import Scope
from charts.markup import Markup, tag
from charts.table import Column, Row, as_sent, strong, table
from ui.controls import pick
from ui.panel import panel
from ui.show import card
from wording import Words

PAGE = 30  # rows at a time
_DIGITS = 10  # no file has so many rows


def rows_table(scope: Scope, figure: Figure, value: Decimal | None, source: str) -> None:
    """The rows of one unit, a page at a time, with what they add up to and where they are from."""
    board, period, t = scope.board, scope.period, scope.t
    measure = measures(board)[figure.code]
    offset = _offset(figure)
    found = rows(board, period, figure, source, limit=PAGE, offset=offset)
    if not found and offset:  # an address past the end, as of a month that had more
        offset = 0
        found = rows(board, period, figure, source, limit=PAGE)
    if not found:
        st.write(
            t("没有找到计入的行，与显示的数不符。") if value else t("没有计入的行：这个数是0。")
        )
        return
    count, total = found[0].rows, found[0].total
    said = t.n("{n}行，合计{total}", count, total=t.amount(total, measure.quantity))
    if total != value:
        said += t("（与显示的数不符）")
    sent = files(board, sorted({each.upload_id for each in found}))
    heads = [Column(head, align="left") for head in row_heads(found[0], t)]
    heads.append(Column(t("计入"), t.column_unit(measure.quantity)))
    lines = [
        Row((*row_cells(each, board, t), strong(t.column(each.value, measure.quantity))))
        for each in found
    ]
    export = partial(rows_of_unit, scope, figure, source, found[0], said)
    with card(said, key="behind", export=export):
        files_of = (_file(each, source, t) for each in sent.values())
        panel(tag("div", *files_of, class_="sum"), key="behind_sum")
        panel(table(heads, lines, alt=t("计入的行")), key="behind_rows")
        with st.container(horizontal=True, vertical_alignment="center"):
            if offset:
                _turn(t("上一页"), figure, offset - PAGE)
            if offset + PAGE < count:
                _turn(t("下一页"), figure, offset + PAGE)


def _offset(figure: Figure) -> int:
    """Where the page of rows begins (?row=): of another figure's rows it says nothing."""
    of, _, place = (st.query_params.get("row") or "").rpartition(".")
    known = of == figure.text and place.isdecimal() and len(place) < _DIGITS
    return int(place) if known else 0


def _turn(label: str, figure: Figure, offset: int) -> None:
    place = f"{figure.text}.{offset}" if offset > 0 else ""
    st.button(label, key=f"turn_{label}", on_click=pick, args=["row", place])


def _file(sent: Sent, source: str, t: Words) -> Markup:
    when = sent.accepted_at.replace(tzinfo=UTC).astimezone()
    said = t("回执{number}，{when}", number=sent.upload_id, when=f"{when:%Y-%m-%d %H:%M}")
    named = as_sent(f"{sent.file_name} · {sent.accepted_by}")
    return tag("p", f"{source_name(source, t)} ", named, f" · {said}")
