"""What was issued: of the month shown each issue with its files, of other months how many."""

from collections.abc import Iterator
from functools import partial

import streamlit as st

from board.definition_sentences import level_name
from briefing.documents import kind_names
from briefing.drafts import Draft, Key
from briefing.issued import Issued, read_issued
from briefing.notice.compose import TOPICS
from charts.markup import Markup, link, tag
from charts.table import as_sent, soft, strong
from pages.briefing.asked import Asked, choose_topics
from pages.briefing.drafts import drafts, take_over
from pages.briefing.issue import just_kept
from ui import card, home, panel
from ui.controls import pick_together
from wording import LANGUAGES

CHECKSUM = 12  # characters shown


def kept(asked: Asked) -> None:
    """The issues of the month, the newest first, then the other months that have any."""
    t, found = asked.t, read_issued(home())
    own = [each for each in found if each.period == asked.period]
    month = t.month(asked.period)
    title = (
        t.n("{month}已留存{n}次", len(own), month=month)
        if own
        else t("{month}还没有留存", month=month)
    )
    new = just_kept()
    with card(title, key="issued"):
        for each in own:
            _issue(each, asked, is_new=each == new)
        months = [each.period for each in found if each.period != asked.period]
        if months:
            links = [
                link(f"{t.month(period)} × {months.count(period)}", to=f"?month={period}")
                for period in dict.fromkeys(months)
            ]
            panel(tag("nav", *links, class_="groups"), key="issued_months")


def _issue(issued: Issued, asked: Asked, *, is_new: bool) -> None:
    t, names = asked.t, kind_names(asked.t)
    with st.container(key=f"issued_{issued.number}", border=True, gap="small"):
        here = "nearest" if is_new else None
        told = tag("div", *_told(issued, asked, is_new), class_="issued", data_here=here)
        panel(told, key=f"told_{issued.number}")
        with st.container(horizontal=True, key=f"files_{issued.number}", gap="small"):
            for file in issued.files:
                st.download_button(
                    names[file.kind],
                    data=partial(issued.content, file),
                    file_name=file.name,
                    icon=":material/download:",
                    type="tertiary",
                    key=f"kept_{issued.number}_{file.kind}",
                    on_click="ignore",
                    help=t("校验码 {sum}", sum=file.sha256[:CHECKSUM]),
                )
            _go_on(issued, asked)


def _told(issued: Issued, asked: Asked, is_new: bool) -> Iterator[Markup]:
    """Which one, when and by whom; what it holds; and whether the figures may have changed."""
    t, board = asked.t, asked.board
    yield tag(
        "p",
        strong(t.n("第{n}次", issued.number)),
        f" · {issued.at.astimezone():%Y-%m-%d %H:%M} · ",
        as_sent(issued.by),
        tag("b", " · ", t("刚刚留存"), class_="green") if is_new else None,
    )
    level = level_name(issued.level, board, t)
    count = len(issued.topics)
    whole = t("全部内容") if count == len(TOPICS) else t.n("{n}项内容", count)
    holds = [LANGUAGES[issued.language], level, whole]
    if issued.edited:
        holds.append(t.n("改过{n}节", len(issued.edited)))
    yield tag("p", soft(" · ".join([*holds, issued.version])))
    if issued.version != board.name:
        yield tag("p", tag("b", t("此后数据已更新，重新出的数可能不同")), class_="yellow")


def _go_on(issued: Issued, asked: Asked) -> None:
    """The button that goes on from it; first it is said whether others' drafts would be lost."""
    t, icon, lost = asked.t, ":material/edit_note:", _replaced_by(issued)
    button = partial(st.button, key=f"again_{issued.number}", on_click=_again, args=[issued])
    if not lost:
        button(t("以此为底稿"), icon=icon, type="tertiary")
        return
    with st.popover(t("以此为底稿"), icon=icon, type="tertiary"):
        st.caption(t.n("现在改着的{n}节会换成这一次的，不能找回。", lost))
        button(t("换成这一次的"))


def _replaced_by(issued: Issued) -> int:
    """How many drafts are not what was issued, and would be gone."""
    written = drafts(_key(issued))
    said = {code: edited for code, (edited, _) in issued.texts().items()} if written else {}
    return sum(draft is None or draft.text != said.get(code) for code, draft in written.items())


def _key(issued: Issued) -> Key:
    return issued.period, issued.level, issued.language


def _again(issued: Issued) -> None:
    """Put what was issued back on the desk: its level, language, sections, and texts."""
    take_over(_key(issued), {code: Draft(*both) for code, both in issued.texts().items()})
    choose_topics(issued.topics)
    pick_together({"level": issued.level, "document": issued.language, "edit": ""})
