"""Lists of projects: what names each, its file and row, turning pages."""

from datetime import UTC, date

import streamlit as st

from board.behind import Sent
from board.project_rows import Late, Waited
from charts.markup import Markup, join, link, tag
from charts.table import Column, as_sent, soft
from pages.projects.asked import Asked, narrowed
from ui.controls import pick
from wording import Words

PAGE = 20  # projects at a time
Listed = Late | Waited


def first_columns(asked: Asked) -> list[Column]:
    """What names a project and who answers for it; `first_cells` fills them."""
    t = asked.t
    return [
        Column(t("项目名称"), align="left"),
        *([] if asked.unit else [Column(t("单位"), align="left")]),
        Column(t("乡镇"), align="left"),
        Column(t("主管部门"), align="left"),
        Column(t("包抓领导"), align="left"),
        Column(t("状态"), align="left"),
        Column(t("下达资金"), t.column_unit("money")),
    ]


def first_cells(row: Listed, asked: Asked, sent: dict[str, Sent]) -> list[str]:
    """The cells of one project; names narrow the list. Its file and row show over its number."""
    t, unit = asked.t, row.unit_code
    category = link(asked.named("category", row.category), to=narrowed(category=row.category))
    number = tag("span", row.project_id, title=_file(row, sent, t))
    return [
        join(
            tag("span", as_sent(row.name), class_="wrap"),
            tag("small", category, " · ", number),
        ),
        *([] if asked.unit else [asked.unit_link(unit)]),
        _narrowing(row.township, "township", {"unit": unit}),
        _narrowing(row.department, "department", {}),
        as_sent(row.leader) if row.leader else soft("—"),
        _status(row, asked),
        t.column(row.allocated, "money"),
    ]


def day(when: date | None) -> str:
    """A date in a column."""
    return f"{when:%Y-%m-%d}" if when else soft("—")


def offset(count: int) -> int:
    """Where the page that the address asks for begins, among so many; the last one past the end."""
    asked = st.query_params.get("page") or ""
    number = int(asked) if asked.isdecimal() else 1
    return PAGE * max(min(number, -(-count // PAGE)) - 1, 0)


def turning(count: int, start: int, t: Words) -> None:
    """Which of them are shown, and the way to the others."""
    if count <= PAGE:
        return
    number, pages = start // PAGE + 1, -(-count // PAGE)
    with st.container(horizontal=True, vertical_alignment="center"):
        end = min(start + PAGE, count)
        st.caption(
            t("第{first}至{last}个，共{count}个", first=start + 1, last=end, count=f"{count:,}")
        )
        if number > 1:
            _turn(t("上一页"), number - 1)
        if number < pages:
            _turn(t("下一页"), number + 1)


def _narrowing(name: str | None, parameter: str, more: dict[str, str]) -> Markup:
    if name is None:
        return soft("—")
    return link(as_sent(name), to=narrowed(**more, **{parameter: name}))


def _status(row: Listed, asked: Asked) -> Markup:
    status = link(asked.named("stage", row.status), to=narrowed(stage=row.status))
    if not isinstance(row, Late) or not row.carried:
        return status
    t = asked.t
    return join(
        status, tag("small", link(t("{year}年结转", year=row.year), to=narrowed(origin="carried")))
    )


def _file(row: Listed, sent: dict[str, Sent], t: Words) -> str:
    own = sent[row.upload_id]
    when = own.accepted_at.replace(tzinfo=UTC).astimezone()
    receipt = t("回执{number}，{when}", number=own.upload_id, when=f"{when:%Y-%m-%d %H:%M}")
    place = t("第{row}行", row=row.source_row)
    return f"{own.file_name} · {place} · {own.accepted_by} · {receipt}"


def _turn(label: str, number: int) -> None:
    st.button(label, key=f"turn_{label}", on_click=pick, args=["page", str(number)])
