"""Every upload of one cell of the matrix: what it was, what it replaced, and how to undo it."""

import logging
from functools import partial

import streamlit as st

from board.matrix import Sent, history
from board.store import Board
from board.upload_words import moment, upload_state
from briefing.cards.reporting import uploads
from briefing.cards.scope import Scope
from charts.markup import tag
from charts.table import Column, Row, light, soft, strong, table
from etl import errand
from etl.original import kept_content, kept_name
from etl.personal import is_personal
from etl.store import Store, UnknownUpload
from ui import card, free_text, home, panel
from ui.export import Exported
from ui.under_way import ended, failed, start
from wording import Words

log = logging.getLogger("xianjie")
_ERRAND = "withdrawal"
CHECKSUM = 12  # characters shown


def history_drawer(board: Board, period: str, t: Words) -> None:
    """The uploads of the chosen cell (?cell=unit.dataset), newest first, over the page."""
    unit_code, _, dataset = (st.query_params.get("cell") or "").partition(".")
    names = board.codes("dataset")
    if dataset not in names or not (unit_code in board.units or dataset == "benchmarks"):
        return
    who = board.units[unit_code].label(t) if unit_code in board.units else t("全市")
    title = t(
        "{unit} · {dataset} · {month}",
        unit=who,
        dataset=names[dataset].label(t),
        month=t.month(period),
    )
    sent = history(board, period, dataset, unit_code if unit_code in board.units else "")
    drawer = st.dialog(title, width="large", on_dismiss=_close)(_history)
    scope = Scope(board, t, period, board.units.get(unit_code))
    drawer(sent, partial(uploads, scope, dataset, title), t)


def _close() -> None:
    st.query_params.pop("cell", None)


def _history(sent: tuple[Sent, ...], export: Exported, t: Words) -> None:
    if not sent:
        st.write(t("这个月还没有报过。"))
        return
    columns = [
        Column(t("回执编号"), align="left"),
        Column(t("状态"), align="left"),
        Column(t("接收"), align="left"),
        Column(t("文件"), align="left"),
        Column(t("行数")),
        Column(t("警告数")),
        Column(t("替换了"), align="left"),
    ]
    rows = [Row(_cells(each, t)) for each in sent]
    with card(t("上报历史"), key="history", export=export):
        panel(table(columns, rows, alt=t("上报历史")), key="history_table")
    _actions(sent, t)


def _cells(each: Sent, t: Words) -> tuple[str, ...]:
    return (
        strong(each.upload_id),
        light(*upload_state(each, t)),
        tag("div", moment(each.accepted_at), tag("small", each.accepted_by)),
        tag("div", each.file_name, tag("small", t("校验码 {sum}", sum=each.sha256[:CHECKSUM]))),
        f"{each.rows_kept:,}",
        str(each.warnings),
        t.join(each.replaces) or soft("—"),
    )


def _actions(sent: tuple[Sent, ...], t: Words) -> None:
    """Download, withdraw and restore, of one upload at a time."""
    numbers = {each.upload_id: each for each in sent}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = numbers[
            st.selectbox(t("对哪一次"), list(numbers), key=f"upload_{sent[0].upload_id}", width=160)
        ]
        store = Store(home())
        upload = next(each for each in store.uploads() if each.upload_id == chosen.upload_id)
        st.download_button(
            t("下载原件"),
            data=partial(kept_content, upload),
            file_name=kept_name(upload),
            icon=":material/download:",
            key=f"original_{chosen.upload_id}",
            on_click="ignore",
            help=t("收到时的表，不含个人信息和没有用到的列"),
        )
        if chosen.withdrawn_at:
            _restore(store, chosen, t)
        else:
            _withdraw(store, chosen, t)


def _withdraw(store: Store, chosen: Sent, t: Words) -> None:
    with st.popover(t("撤回"), icon=":material/undo:"):
        if chosen.units > 1:
            st.warning(t.n("这个文件含{n}个单位的数据，会一起撤回。", chosen.units))
        who = _who(t("撤回人"), t)
        reason = free_text(
            t("原因"), t, is_personal=is_personal, max_chars=200, key=f"why_{chosen.upload_id}"
        )
        ready = bool(who and reason)
        if st.button(t("确认撤回"), type="primary", disabled=not ready, key="withdraw_button"):
            start(_ERRAND, errand.withdraw(store, chosen.upload_id, who, reason))


def _restore(store: Store, chosen: Sent, t: Words) -> None:
    with st.popover(t("恢复"), icon=":material/redo:"):
        st.write(t("恢复后这次上报重新计入。"))
        who = _who(t("恢复人"), t)
        if st.button(t("确认恢复"), type="primary", disabled=not who, key="restore_button"):
            start(_ERRAND, errand.restore(store, chosen.upload_id, who))


def _who(label: str, t: Words) -> str:
    return free_text(
        label,
        t,
        is_personal=is_personal,
        key="withdraw_who",
        max_chars=40,
        persist_state="session",
    )


def under_way(t: Words) -> None:
    """Wait for what was asked for; it goes on when this page is left."""
    result = ended(_ERRAND, t)
    if result is None:
        return
    try:
        result()
    except UnknownUpload:
        st.warning(t("另一个人已经先撤回或恢复了这次上报，请看最新状态。"))
        return
    except errand.FAILURES as error:
        log.exception("a withdrawal was not published")
        failed(error, t)
        return
    st.rerun()
