"""What is wrong with a file: by kind, cell by cell, and marked in a workbook given back."""

from pathlib import PurePath

import streamlit as st

from charts.markup import Markup, tag
from charts.theme import SIGNS
from etl.annotated import annotated
from etl.problems import Group, Problem
from pages.upload.tray import Handed
from ui import panel
from wording import Words

LIGHTS = {"error": "red", "warning": "yellow"}
SAID = 3  # problems of the whole file that are said in full above the table
SHOWN = 2_000  # rows on the page; the workbook has all of them


def problems_view(handed: Handed, t: Words) -> None:
    """Kinds with a count and what to do, then the table, then the download."""
    panel(_kinds(handed.groups, t), key=f"kinds_{handed.key}")
    if all(each.row is None for each in handed.problems) and len(handed.problems) <= SAID:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = _chosen(handed, t)
        st.space("stretch")
        if any(each.row is not None for each in handed.problems):
            _download(handed, t)
    groups = [handed.groups[at] for at in chosen] if chosen else handed.groups
    _table(handed, [each for group in groups for each in group.problems], t)


def _chosen(handed: Handed, t: Words) -> list[int]:
    """The kinds that the reader wants to see, by their places; none for all."""
    if len(handed.groups) < 2:
        return []
    return st.pills(
        t("只看"),
        range(len(handed.groups)),
        format_func=lambda at: _name(handed.groups[at], t),
        selection_mode="multi",
        key=f"kinds_chosen_{handed.key}",
        label_visibility="collapsed",
    )


def _download(handed: Handed, t: Words) -> None:
    st.download_button(
        t("下载标出问题的工作簿"),
        data=lambda: annotated(handed.found, t.language, personal=True),
        file_name=_file_name(handed, t),
        icon=":material/download:",
        key=f"annotated_{handed.key}",
        type="primary" if handed.errors else "secondary",
        on_click="ignore",
    )


def _table(handed: Handed, rows: list[Problem], t: Words) -> None:
    rows.sort(key=lambda each: (each.row or 0, each.at or 0))
    st.dataframe(
        {
            t("单元格"): [_place(each, t) for each in rows[:SHOWN]],
            t("级别"): [_severity(each.severity, t) for each in rows[:SHOWN]],
            t("列"): [each.header or "" for each in rows[:SHOWN]],
            t("内容"): [each.value or "" for each in rows[:SHOWN]],
            t("问题"): [each.wrong.of(t.language) for each in rows[:SHOWN]],
        },
        hide_index=True,
        height=min(35 * (len(rows) + 1) + 3, 360),
        column_config={
            t("单元格"): st.column_config.TextColumn(width=80),
            t("级别"): st.column_config.TextColumn(width=80),
            t("列"): st.column_config.TextColumn(width=150),
            t("内容"): st.column_config.TextColumn(width=130),
        },
        alt=t("问题清单"),
        key=f"problems_{handed.key}",
    )
    if len(rows) > SHOWN:
        st.caption(
            t(
                "共{total}条，这里列出前{n}条，工作簿里有全部。",
                total=f"{len(rows):,}",
                n=f"{SHOWN:,}",
            )
        )


def _place(each: Problem, t: Words) -> str:
    if each.row is None:
        return t("整表")
    return each.cell or t("第{n}行", n=each.row)


def _kinds(groups: list[Group], t: Words) -> Markup:
    return tag("ul", *(_kind(group, t) for group in groups), class_="kinds")


def _kind(group: Group, t: Words) -> Markup:
    light = LIGHTS[group.severity]
    # What concerns the file as a whole is said in full: there is no cell that would say it.
    wrong = [each.wrong.of(t.language) for each in group.problems[:SAID] if each.row is None]
    wrong = [each for each in wrong if each != _name(group, t)]
    mend = tag("span", group.mend_on_page.of(t.language), class_="soft")
    said = tag("div", tag("b", _name(group, t)), *(tag("p", each) for each in wrong), mend)
    return tag("li", tag("span", SIGNS[light], class_=light), said)


def _name(group: Group, t: Words) -> str:
    title = group.title.of(t.language)
    if group.header and group.problems[0].row is not None:
        title = t("{header}：{title}", header=group.header, title=title)
    return title if group.count == 1 else f"{title} ×{group.count:,}"


def _severity(severity: str, t: Words) -> str:
    return f"{SIGNS[LIGHTS[severity]]} {t('错误') if severity == 'error' else t('警告')}"


def _file_name(handed: Handed, t: Words) -> str:
    return f"{PurePath(handed.found.name).stem}{t('（问题）')}.xlsx"
