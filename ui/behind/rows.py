"""The rows of one unit behind a number, a page at a time, and all of them as a file."""

from datetime import UTC
from decimal import Decimal
from functools import partial

import streamlit as st

from board.behind import Figure, Sent, files, measures
from board.behind_rows import rows
from board.store import Board
from briefing.files.csv import csv_text
from charts.markup import Markup, tag
from charts.table import Column, Row, as_sent, strong, table
from ui.behind.cells import cells, columns
from ui.controls import pick
from ui.panel import panel
from wording import Words

PAGE = 30  # rows at a time
_DIGITS = 10  # no file has so many rows


def rows_table(
    board: Board, period: str, figure: Figure, value: Decimal | None, source: str, t: Words
) -> None:
    """The rows of one unit, a page at a time, with what they add up to and where they are from."""
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
            _turn(t("上一页"), figure, offset - PAGE)
        if offset + PAGE < count:
            _turn(t("下一页"), figure, offset + PAGE)
        st.download_button(
            t("下载全部行（CSV）"),
            data=partial(rows_file, board, period, figure, source, count, t),
            file_name=f"{measure.label(t)}_{board.units[figure.unit].label(t)}_{period}.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
        )


def _offset(figure: Figure) -> int:
    """Where the page of rows begins (?row=): of another figure's rows it says nothing."""
    of, _, place = (st.query_params.get("row") or "").rpartition(".")
    known = of == figure.text and place.isdecimal() and len(place) < _DIGITS
    return int(place) if known else 0


def _turn(label: str, figure: Figure, offset: int) -> None:
    place = f"{figure.text}.{offset}" if offset > 0 else ""
    st.button(label, key=f"turn_{label}", on_click=pick, args=["row", place])


def rows_file(
    board: Board, period: str, figure: Figure, source: str, count: int, t: Words
) -> bytes:
    """All rows as a spreadsheet; money in yuan, so that it adds up exactly."""
    quantity = measures(board)[figure.code].quantity
    found = rows(board, period, figure, source, limit=count)
    heads = [column.label for column in columns(found[0], t)]
    money = quantity == "money"
    head = t("计入（元）") if money else t("计入（{unit}）", unit=t.column_unit(quantity))
    return csv_text(
        [*heads, head],
        ([*cells(each, board, t), f"{each.value:.{2 if money else 0}f}"] for each in found),
    )


def _file(sent: Sent, source: str, t: Words) -> Markup:
    kind = t("月报") if source == "report" else t("台账")
    when = sent.accepted_at.replace(tzinfo=UTC).astimezone()
    said = t("回执{number}，{when}", number=sent.upload_id, when=f"{when:%Y-%m-%d %H:%M}")
    return tag("p", f"{kind} ", as_sent(f"{sent.file_name} · {sent.accepted_by}"), f" · {said}")
