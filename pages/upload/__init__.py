"""数据上报: files are dropped, understood, mended, confirmed; the receipt leads to the ranking."""

from datetime import date
from typing import Literal

import streamlit as st

from board.matrix import today
from board.months import shift, span
from board.store import Board, open_board
from charts.theme import SIGNS
from etl.reference import load_reference
from etl.settings import BadReference
from etl.store import Store
from pages.upload.changes import changes_view, summary
from pages.upload.confirm import confirm_bar, receipts, seen_box, tell_changed, under_way
from pages.upload.drop import drop_zone, welcome
from pages.upload.problems import problems_view
from pages.upload.reading import asks, corrections, reading_table, sums_table
from pages.upload.templates import templates
from pages.upload.tray import Desk, Handed, handed_over
from ui import card, home, words
from wording import Words

Light = Literal["green", "yellow", "red"]
MONTHS = 60  # that a file may be said to be of, beside those that the board has


def render() -> None:
    """The page: it works before anything is published, for the first file makes the board."""
    t = words()
    board = open_board(home())
    try:
        desk = _desk(board)
    except BadReference as error:
        st.title(t("数据上报"))
        said = t("单位表或设置有误，暂时不能上报：{error}", error=error)
        if not (home() / "reference" / "units.csv").exists():
            said = t(
                "还没有单位表：请先运行 python -m etl init，"
                "把各县区填进数据目录的 reference/units.csv，再上报。"
            )
        st.error(said, icon=":material/error:")
        return
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        st.title(t("数据上报"), width="stretch")
        templates(desk, t)
    if not desk.reference.units:
        st.warning(
            t("单位表还是空的：请先把各县区填进数据目录的 reference/units.csv，再上报。"),
            icon=":material/list:",
        )
    under_way(board, t)
    receipts(t)
    tray = handed_over(drop_zone(t), desk)
    for handed in tray:
        _file_card(handed, t)
    if tray:
        confirm_bar(tray, t)
    else:
        welcome(board, t)


def _desk(board: Board | None) -> Desk:
    store = Store(home())
    reference = load_reference(store.home)
    now = today(board) if board else date.today()
    newest = f"{now:%Y-%m}"
    tables = sorted((store.home / "reference").iterdir())
    state = (board.name if board else "", *(each.stat().st_mtime_ns for each in tables))
    months = {*span(shift(newest, 1 - MONTHS), newest), *(board.periods if board else ())}
    return Desk(store, reference, str(state), tuple(sorted(months, reverse=True)))


def _file_card(handed: Handed, t: Words) -> None:
    found = handed.found
    with card(found.name, key=f"file_{handed.key}"):
        word, colour = _verdict(handed, t)
        st.badge(f"{SIGNS[colour]} {word}", color=colour)
        with st.container(horizontal=True):
            corrections(handed, t, asked=True)
        if found.recognised is None:
            problems_view(handed, t)
            return
        left, right = st.columns([3, 2], gap="large")
        with left:
            reading_table(handed, t)
            with st.popover(t("更正"), icon=":material/edit:", type="tertiary"):
                corrections(handed, t, asked=False)
        with right:
            sums_table(handed, t)
        if handed.problems:
            problems_view(handed, t)
        if handed.is_new:
            if handed.changed_by:
                tell_changed(found.name, handed.changed_by, t)
            if handed.warnings:
                seen_box(handed, t)
            st.markdown(f"**{t('将发生的变化')}** · {summary(handed, t)}")
            changes_view(handed, t)


def _verdict(handed: Handed, t: Words) -> tuple[str, Light]:
    """What becomes of the file, and its light."""
    if handed.errors and asks(handed):
        return t("请先回答下面的问题"), "yellow"
    if handed.errors:
        return t.n("有{n}处要改，改好再拖进来", handed.errors), "red"
    if handed.found.same:
        return t("同一文件已经接收过，没有变化"), "green"
    if handed.twin:
        return t("与{file}是同一个文件，只报一次", file=handed.twin), "green"
    if handed.warnings:
        return t.n("可以上报，有{n}条警告请确认", handed.warnings), "yellow"
    return t("可以上报"), "green"
