"""Confirming: who sends, progress, and the receipt."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from board.store import Board
from charts.markup import link
from charts.table import Column, Row, soft, strong, table
from etl import errand
from etl.contract import contracts
from etl.personal import is_personal
from etl.store import Upload
from pages.upload.changes import leads_to
from pages.upload.tray import Handed, clear
from ui import card, free_text, panel
from ui.plain import plain
from wording import Words

_ERRAND, _DONE, _WHO = "errand", "receipts", "who_sends"
CHECKSUM = 12  # characters shown


@dataclass(frozen=True)
class Receipts:
    """What is told after a confirmation: the uploads with the indicator that each moves most, the
    names of files that were not stored and why, and what went wrong with the store."""

    accepted: tuple[tuple[Upload, str], ...]
    overtaken: tuple[tuple[str, Upload], ...]
    left: tuple[str, ...]
    failure: str | None


def who_sends(t: Words) -> str:
    """The name of who sends, kept from one file to the next."""
    return free_text(
        t("报送单位（人）"),
        t,
        is_personal=is_personal,
        key=_WHO,
        max_chars=40,
        placeholder=t("如：云溪县乡村振兴局"),
        persist_state="session",
    )


def confirm_bar(tray: Sequence[Handed], t: Words) -> None:
    """The button, and what still has to be done before it can be pressed."""
    ready = [each for each in tray if each.is_new]
    blocked = len(tray) - len(ready)
    if not ready:
        return
    with card(_title(ready, blocked, t), key="confirm"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            who = who_sends(t)
            unseen = [each for each in ready if each.warnings and not _is_seen(each)]
            pressed = st.button(
                t.n("确认上报{n}个文件", len(ready)),
                type="primary",
                icon=":material/check:",
                disabled=not who or bool(unseen),
                key="confirm_button",
            )
        if unseen:
            st.caption(t("还有警告没有勾选确认。"))
        elif not who:
            st.caption(t("请填写报送单位（人），它会写进回执。"))
    if (
        pressed
        and who
        and not unseen
        and all(each.is_shown or each.changed_by is None for each in ready)
    ):
        files = [each.found for each in ready]
        st.session_state[_ERRAND] = (errand.submit(files, ready[0].desk.store, who), ready)
        st.rerun()


def _title(ready: list[Handed], blocked: int, t: Words) -> str:
    said = t.n("{n}个文件可以上报", len(ready))
    return t.n("{said}，另{n}个不会上报", blocked, said=said) if blocked else said


def seen_box(handed: Handed, t: Words) -> None:
    """The tick by which warnings are confirmed."""
    st.checkbox(t.n("我已看过这{n}条警告，确认数据无误", handed.warnings), key=_seen(handed))


def _is_seen(handed: Handed) -> bool:
    return bool(st.session_state.get(_seen(handed)))


def _seen(handed: Handed) -> str:
    return f"seen_{handed.key}_{handed.warned_of}"


def under_way(board: Board | None, t: Words) -> None:
    """Wait for files that were confirmed; they go on when this page is left."""
    if _ERRAND not in st.session_state:
        return
    running, ready = st.session_state[_ERRAND]
    words = {
        "accept": t("接收文件"),
        "reference": t("读取单位表和设置"),
        "facts": t("汇总"),
        "standings": t("计算率和名次"),
    }
    with st.status(t("正在上报…"), expanded=False) as status:
        for step in running.steps():
            kind, _, month = step.partition(" ")
            named = t("查找{month}的预警", month=t.month(month)) if month else words[kind]
            status.update(label=t("正在上报：{step}…", step=named))
    del st.session_state[_ERRAND]  # first: what failed is not asked for again
    clear()
    confirmed = running.result()
    pairs = list(zip(confirmed.outcomes, ready, strict=False))
    st.session_state[_DONE] = Receipts(
        accepted=tuple(
            (outcome.upload, leads_to(handed, board)) for outcome, handed in pairs if outcome.upload
        ),
        overtaken=tuple(
            (handed.found.name, outcome.overtaken) for outcome, handed in pairs if outcome.overtaken
        ),
        left=tuple(handed.found.name for handed in ready[len(pairs) :]),
        failure=confirmed.failure,
    )
    st.rerun()


def receipts(t: Words) -> None:
    """What was accepted: number, file, who, when, checksum, and the ranking it changed."""
    done = st.session_state.get(_DONE)
    if not done:
        return
    for name, other in done.overtaken:
        _tell_overtaken(name, other, t)
    if done.failure:
        _tell_failure(done, t)
    accepted = done.accepted
    if not accepted:
        return
    with card(t.n("已接收{n}个文件", len(accepted)), key="receipts"):
        columns = [
            Column(t("回执编号"), align="left"),
            Column(t("文件"), align="left"),
            Column(t("数据表"), align="left"),
            Column(t("报告期"), align="left"),
            Column(t("报送人"), align="left"),
            Column(t("接收时间"), align="left"),
            Column(t("校验码"), align="left"),
            Column("", align="left"),
        ]
        rows = [
            Row(
                (
                    strong(upload.upload_id),
                    upload.file_name,
                    contracts()[upload.dataset].name.of(t.language),
                    t.month(upload.period),
                    upload.accepted_by,
                    f"{upload.accepted_at.astimezone():%Y-%m-%d %H:%M}",
                    soft(upload.sha256[:CHECKSUM]),
                    link(
                        t("看排名"),
                        to=f"ranking?month={upload.period}&indicator={indicator}",
                    ),
                )
            )
            for upload, indicator in accepted
        ]
        panel(table(columns, rows, alt=t("回执")), key="receipt_table")


def tell_changed(name: str, other: Upload, t: Words) -> None:
    """Say that what a file would replace has changed since it was looked at."""
    _tell(name, other, t("下面是现在将发生的变化，请看清后再确认。"), t)


def _tell_overtaken(name: str, other: Upload, t: Words) -> None:
    _tell(name, other, t("请把文件再拖进来，看清将发生的变化后再确认。"), t)


def _tell(name: str, other: Upload, what_to_do: str, t: Words) -> None:
    note = other.withdrawal
    by, at = (note.by, note.at) if note else (other.accepted_by, other.accepted_at)
    said = t(
        "{file}没有上报：您预览之后，{by}于{when}的操作（{number}）改变了它要替换的数据。",
        file=plain(name),
        by=plain(by or t("（未署名）")),
        when=f"{at.astimezone():%H:%M}",
        number=other.upload_id,
    )
    between = "" if t.language == "zh" else " "
    st.warning(f"{said}{between}{what_to_do}", icon=":material/sync_problem:")


def _tell_failure(done: Receipts, t: Words) -> None:
    said = [t("服务器出错（{kind}），已记入日志，请告诉管理员。", kind=done.failure)]
    if done.left:
        said.append(t("没有接收：{files}。请稍后再报。", files=plain(t.join(done.left))))
    if done.accepted:
        said.append(t("下面的文件已经接收，不用再报；看板恢复后会显示。"))
    st.error("".join(said) if t.language == "zh" else " ".join(said), icon=":material/error:")
