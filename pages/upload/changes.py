"""What confirming a file would change: rows, sums, rates and ranks."""

from decimal import Decimal

import streamlit as st

from board.store import Board
from charts.table import Column, Row, gap, soft, strong, table
from etl.changes import Changes
from etl.indicators import indicators, measures
from etl.rate_changes import Rate, Standing
from pages.upload.tray import Handed
from pages.upload.values import shown
from ui import panel
from ui.plain import plain
from wording import Words

TOLD = 200  # changed rows on the page


def changes_view(handed: Handed, t: Words) -> None:
    """Rates and ranks first, since they are what the city looks at; then sums, then rows."""
    answer = handed.changes
    rates, sums, rows = st.tabs([t("率和名次"), t("与上月、与现有比"), _rows_title(answer, t)])
    with rates:
        _rates(handed, t)
    with sums:
        _sums(handed, t)
    with rows:
        _rows(handed, t)


def summary(handed: Handed, t: Words) -> str:
    """What would change, in one sentence."""
    answer, rows = handed.changes, handed.changes.rows
    if not answer.replaced and not (rows.changed or rows.same):
        said = t.n("新增{n}行，这个月第一次报", rows.added)
    elif not (rows.added or rows.removed or rows.changed):
        said = t("内容与现有的相同")
    else:
        said = t(
            "新增{added}行，删去{removed}行，改动{changed}行",
            added=f"{rows.added:,}", removed=f"{rows.removed:,}", changed=f"{rows.changed:,}",
        )  # fmt: skip
    names = t.join(
        t("{by}于{day}报的{number}", by=each.accepted_by or t("（未署名）"),
          day=t.day(each.accepted_at.astimezone().date()), number=each.upload_id)
        for each in answer.replaced
    )  # fmt: skip
    return t("{said}；替换{names}", said=said, names=names) if names else said


def _rows_title(answer: Changes, t: Words) -> str:
    count = answer.rows.added + answer.rows.removed + answer.rows.changed
    return t("改动的行 {n}", n=f"{count:,}")


def _rates(handed: Handed, t: Words) -> None:
    moved = [each for each in handed.changes.rates if each.moves]
    if not moved:
        st.caption(t("三项率和名次都不变。"))
        return
    columns = [
        Column(t("指标"), align="left"),
        Column(t("单位"), align="left"),
        Column(t("现在")),
        Column(t("确认后")),
        Column(t("变化"), t("个百分点")),
        Column(t("现在名次")),
        Column(t("确认后名次")),
    ]
    own = {*handed.found.units, "city"}
    moved.sort(key=lambda each: each.unit not in own)  # then those whose place it takes
    rows = [Row(_rate(each, handed, t), head=1) for each in moved]
    panel(table(columns, rows, alt=t("确认前后的率和名次")), key=f"rates_{handed.key}")


def _rate(each: Rate, handed: Handed, t: Words) -> tuple[str, ...]:
    units = {unit.code: t.of(unit.name, unit.name_en) for unit in handed.desk.reference.units}
    points = None
    if each.before.value is not None and each.after.value is not None:
        points = 100 * (each.after.value - each.before.value)
    return (
        indicators()[each.indicator].name.of(t.language),
        units.get(each.unit, t("全市")),
        _value(each.before, t),
        strong(_value(each.after, t)),
        gap(points, t),
        _rank(each.before, t),
        strong(_rank(each.after, t)),
    )


def _value(standing: Standing, t: Words) -> str:
    return t.reason(standing.reason) if standing.reason else t.percent(standing.value)


def _rank(standing: Standing, t: Words) -> str:
    return "—" if standing.rank is None else t.rank(standing.rank)


def _sums(handed: Handed, t: Words) -> None:
    answer = handed.changes
    columns = [
        Column(t("指标"), align="left"),
        Column(t("上月")),
        Column(t("现有")),
        Column(t("确认后")),
        Column(t("较上月")),
    ]
    rows = []
    for each in answer.sums:
        measure = measures()[each.measure]
        change = None if each.last is None or each.after is None else each.after - each.last
        rows.append(
            Row(
                (
                    f"{t.of(measure.zh, measure.en)} {t.column_unit(measure.quantity)}",
                    soft(t.column(each.last, measure.quantity)),
                    soft(t.column(each.before, measure.quantity)),
                    strong(t.column(each.after, measure.quantity)),
                    _signed(change, measure.quantity, t),
                )
            )
        )
    panel(table(columns, rows, alt=t("与上月、与现有比")), key=f"changed_sums_{handed.key}")
    if answer.gone:
        names = plain(t.join(answer.gone[:5]))
        st.caption(t.n("上月有、这次没有的项目{n}个：{names}", len(answer.gone), names=names))


def _signed(change: Decimal | None, quantity: str, t: Words) -> str:
    text = t.column(change, quantity)
    return f"+{text}" if change is not None and change > 0 else text


def _rows(handed: Handed, t: Words) -> None:
    answer = handed.changes.rows
    if not answer.told:
        st.caption(t("没有要替换的行。"))
        return
    assert handed.found.recognised
    contract = handed.found.recognised.contract
    kinds = {"added": t("新增"), "removed": t("删去"), "changed": t("改动")}
    names = [contract.household] if contract.household else list(contract.key)
    lines: list[tuple[str, str, str, str, str]] = []
    for row in answer.told[:TOLD]:
        words = [shown(contract, name, word, handed.desk.reference, t)
                 for name, word in zip(names, row.key, strict=True) if word]  # fmt: skip
        for cell in row.cells if row.kind == "changed" else row.cells[:0] or (None,):
            label = contract.label(cell.column).of(t.language) if cell else ""
            before = (
                shown(contract, cell.column, cell.before, handed.desk.reference, t) if cell else ""
            )
            after = (
                shown(contract, cell.column, cell.after, handed.desk.reference, t) if cell else ""
            )
            lines.append((kinds[row.kind], " · ".join(words), label, before, after))
    headings = (t("变化"), t("行"), t("列"), t("现在"), t("确认后"))
    st.dataframe(
        dict(zip(headings, map(list, zip(*lines, strict=True)), strict=True)),
        hide_index=True,
        height=min(35 * (len(lines) + 1) + 3, 360),
        alt=t("改动的行"),
        key=f"changed_rows_{handed.key}",
    )


def leads_to(handed: Handed, board: Board | None) -> str:
    """The headline indicator that a file moves most: what its ranking is opened with."""
    dataset = handed.found.recognised.contract.dataset if handed.found.recognised else ""
    usual = {"projects": "start_rate", "households": "risk_elimination_rate"}
    moved = [each.indicator for each in handed.changes.rates if each.moves]
    wanted = usual.get(dataset) or (moved[0] if moved else "spend_rate")
    return wanted if board is None or wanted in board.indicators else "spend_rate"
