"""落后项目: due and not started, money out and not started, due and not finished; worst first."""

from decimal import Decimal
from functools import partial

import streamlit as st

from board.behind import files
from board.project_rows import (
    KINDS,
    Late,
    LateCount,
    LateCounts,
    late_counts,
    late_projects,
)
from board.project_sentences import kind_name, late_finding
from board.project_words import member_name
from board.thresholds import days_of_grace
from briefing.cards import projects as cards
from charts.share_bars import ShareRow, share_bars
from charts.table import Column, Row, soft, strong, table
from pages.projects.asked import Asked, narrowed
from pages.projects.filters import narrowed_to
from pages.projects.listed import (
    PAGE,
    first_cells,
    first_columns,
    offset,
    turning,
)
from ui import card, panel, show
from ui.switch import switch

MOST = 12  # bars of a chart
LEFT, RIGHT = ("unit", "township", "category"), ("department", "category", "stage")


def late_view(asked: Asked) -> None:
    """How many and where, then the list."""
    t = asked.t
    counts = late_counts(asked.board, asked.period, asked.filters)
    days = days_of_grace(asked.board)
    title = late_finding(counts, days, asked.unit, asked.board, t)
    under = {
        "own": t("计划开工、完工时间以月末为准；已调整、终止的项目不算，只列本年度的"),
        "carried": t("计划开工、完工时间以月末为准；已调整、终止的项目不算，只列以前年度结转的"),
    }.get(
        asked.filters.origin,
        t("计划开工、完工时间以月末为准；已调整、终止的项目不算，以前年度结转的算"),
    )
    kind = narrowed_to("late", KINDS) or KINDS[0]
    dimensions = [_not_chosen(each, asked) for each in (LEFT, RIGHT)]
    export = partial(cards.late, asked.scope, title, under, counts, kind, dimensions, asked.filters)
    with card(title, under, key="late", export=export if counts.whole.any_kind else None):
        if not counts.whole.any_kind:
            st.write(t("没有应开工未开工、资金下达超过{days}天未开工、应完工未完工的。", days=days))
            return
        kinds = {
            kind: t("{name} {n}", name=kind_name(kind, days, t), n=f"{counts.whole.of(kind):,}")
            for kind in KINDS
        }
        switch("late", t("落后的种类"), kinds)
        with st.grid(2, min_column_width=480) as columns:
            for side, dimension in zip(("left", "right"), dimensions, strict=True):
                with columns.cell():
                    _bars(counts, kind, dimension, side, asked)
    _list_card(counts, kind, days, asked)


def _not_chosen(dimensions: tuple[str, ...], asked: Asked) -> str:
    """The first dimension that a filter does not hold to one member already."""
    free = (each for each in dimensions if not getattr(asked.filters, each))
    return next(free, dimensions[-1])


def _bars(counts: LateCounts, kind: str, dimension: str, side: str, asked: Asked) -> None:
    t = asked.t
    found = counts.by(dimension, kind)
    name = {
        "unit": t("按单位"),
        "township": t("按乡镇"),
        "department": t("按主管部门"),
        "category": t("按项目类别"),
        "stage": t("按状态"),
    }[dimension]
    st.caption(t("{split}：点一条只看它", split=name))
    rows = [_share_row(each, counts, kind, asked) for each in found[:MOST]]
    if rows:
        show(share_bars(rows, t, asked.palette), alt=name, key=f"late_{side}")
    if len(found) > MOST:
        st.caption(t.n("其余{n}项没有画出", len(found) - MOST))


def _share_row(each: LateCount, counts: LateCounts, kind: str, asked: Asked) -> ShareRow:
    t, count, share = asked.t, each.of(kind), counts.share(each, kind)
    return ShareRow(
        name=member_name(each.dimension, each.member, asked.board, t),
        value=Decimal(count),
        amount=t.count(count, "projects"),
        share=None if share is None else float(share),
        to=narrowed(**{each.dimension: each.member}),
    )


def _list_card(counts: LateCounts, kind: str, days: int, asked: Asked) -> None:
    t, whole, carried = asked.t, counts.whole, counts.carried(kind)
    count = whole.of(kind)
    title = t.n("{kind}：{n}个项目，最久的在前", count, kind=kind_name(kind, days, t))
    said = [t("各列为到月末已过的天数；“—”为没有落在这一种")]
    if carried and asked.filters.origin != "carried":
        said.append(t.n("其中以前年度结转{n}个", carried))
    if kind == "any_kind":
        said.append(t("按三种中超得最多的排，资金下达的先减{days}天", days=days))
        if whole.allocated is not None:
            said.append(t("涉及下达资金{amount}", amount=t.money(whole.allocated)))
    more = " · ".join(said[1:])  # the headings of a file say the rest
    export = partial(cards.late_list, asked.scope, title, more, kind, asked.filters)
    with card(title, " · ".join(said), key="late_list", export=export):
        start = offset(count)
        found = late_projects(
            asked.board, asked.period, asked.filters, kind, limit=PAGE, offset=start
        )
        sent = files(asked.board, sorted({row.upload_id for row in found}))
        columns = [
            *first_columns(asked),
            Column(t("应开工已过"), t("天")),
            Column(t("资金下达已过"), t("天")),
            Column(t("应完工已过"), t("天")),
        ]
        lines = [Row([*first_cells(row, asked, sent), *_days(row)]) for row in found]
        panel(table(columns, lines, alt=title), key="late_table")
        turning(count, start, t)


def _days(row: Late) -> list[str]:
    days = (row.start_days, row.money_days, row.finish_days)
    return [soft("—") if each is None else strong(f"{each:,}") for each in days]
