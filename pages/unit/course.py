"""One indicator of the unit over the months, against the city, the province and the schedule."""

from functools import partial

import streamlit as st

from board.behind import Figure
from board.course import course
from board.notes import unit_notes
from board.store import Board, Indicator, Unit
from board.unit_sentences import course_in_words
from briefing.cards.course import course as course_file
from briefing.cards.scope import Scope
from charts.clicks import leading
from charts.course_lines import course_lines
from pages.unit.notes import note_form, notes_under
from ui import card, export_menu, palette, show
from ui.switch import switch
from wording import Words


def course_card(
    unit: Unit, indicator: Indicator, level: str, board: Board, period: str, t: Words
) -> None:
    """The month's year, or every month there is."""
    answer = course(board, unit.code, period, indicator.code, level)
    name = indicator.label(t)
    if level != "all":
        name = f"{name} · {board.levels[level].label(t)}"
    title = t.about(name, course_in_words(answer, t))
    under = indicator.basis(t)
    if any(answer.guide(point.day.year) for point in answer.points[-1:]):
        under = t("{basis} · 点线连接各节点，仅作参照", basis=under)
    with card(title, under, key="course"):
        if not answer.points:
            st.write(t("请换一个月份，或先上报这个月的数据。"))
            note_form(unit, indicator, period, t)
            return
        spans = {"year": t("{year}年", year=period[:4]), "all": t("全部月份")}
        whole = switch("course", t("时间范围"), spans) == "all"
        year = None if whole else int(period[:4])
        first = answer.points[0].period if whole else f"{period[:4]}-01"
        scope = Scope(board, t, period, unit)
        said = (scope.titled(title), under)
        export = partial(course_file, scope, answer, indicator, level, first, *said)
        export_menu(export, key="course")
        notes = unit_notes(board, unit.code, indicator.code, first, period)
        figure = course_lines(answer, unit.label(t), year, t, palette(), notes)
        if figure["data"]:
            behind = Figure(indicator.code, unit.code, level)
            own = figure["data"][-1]["x"]  # days, None where the line breaks
            months = [day and f"{behind.link}&at={day[:7]}" for day in own]
            show(leading(figure, months, trace=-1), alt=title, key="course_lines")
        notes_under(notes, t)
        note_form(unit, indicator, period, t)
