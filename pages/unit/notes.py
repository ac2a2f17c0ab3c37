"""情况说明: what staff wrote on the unit's indicator, and where they write it."""

import logging

import streamlit as st

from board.notes import Note
from board.store import Indicator, Unit
from charts.notes import heads, note_list
from etl import errand
from etl.notes import LONGEST, RefusedNote
from etl.personal import is_personal
from etl.store import Store
from ui import free_text, home, panel
from ui.plain import plain
from ui.under_way import ended, failed, start
from wording import Words

log = logging.getLogger("xianjie")
_ERRAND, _WRITTEN = "note", "notes_written"


def notes_under(notes: tuple[Note, ...], t: Words) -> None:
    """The notes with the marks they have on the chart."""
    if notes:
        panel(note_list(notes, heads(notes, t), t), key="notes")


def note_form(unit: Unit, indicator: Indicator, period: str, t: Words) -> None:
    """A form in a popover; what is saved is published, and the page shows it."""
    # Under other keys after each note: the popover is closed then, and its fields are empty.
    written = st.session_state.setdefault(_WRITTEN, 0)
    with st.popover(t("写情况说明"), icon=":material/edit_note:", key=f"note_{written}"):
        st.write(t("{unit} · {indicator} · {month}", unit=plain(unit.label(t)),
                   indicator=indicator.label(t), month=t.month(period)))  # fmt: skip
        with st.form(f"note_form_{written}", border=False, enter_to_submit=False):
            text = free_text(
                t("为什么是这个数"),
                t,
                is_personal=is_personal,
                key=f"note_text_{written}",
                lines=True,
                max_chars=LONGEST,
            )
            who = free_text(
                t("填写人"),
                t,
                is_personal=is_personal,
                key="note_who",
                max_chars=40,
                persist_state="session",
            )
            saved = st.form_submit_button(t("保存"), type="primary")
        if saved and not (text and who):
            st.caption(t("请写明情况和填写人，不含身份证号、电话号码。"))
        elif saved:
            store = Store(home())
            start(_ERRAND, errand.note(store, unit.code, indicator.code, period, text, who))


def note_under_way(t: Words) -> None:
    """Wait for a note that is being saved; it goes on when this page is left."""
    result = ended(_ERRAND, t)
    if result is None:
        return
    try:
        result()
    except RefusedNote:  # nothing else is left that the form does not ask for
        st.warning(t("没有保存：单位表或指标已经改变，请刷新页面后再写。"))
        return
    except errand.FAILURES as error:
        log.exception("a note was not published")
        failed(error, t)
        return
    st.session_state[_WRITTEN] = st.session_state.get(_WRITTEN, 0) + 1
    st.rerun()
