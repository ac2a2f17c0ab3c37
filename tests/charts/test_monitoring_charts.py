"""Charts of monitored households: Plotly accepts them, and they show what they are given."""

from decimal import Decimal

import plotly.graph_objects as go
import pytest

from board.household_flow import FlowMonth, Movement
from board.waits import Eliminated, FirstMeasures
from charts.dumbbell import dumbbell
from charts.flow_columns import flow_columns
from charts.rows import Figure
from charts.share_bars import ShareRow, share_bars
from charts.theme import DARK, LIGHT, Palette
from charts.waits import elimination_columns, first_measure_columns
from wording import Language, Words

ZH = Words("zh")


def month(period: str, *parts: int) -> FlowMonth:
    opening, new, left, changed, closing = map(Decimal, parts)
    total = Movement(
        period, "city", True, True, opening, new, left, changed, closing, Decimal(), Decimal()
    )
    return FlowMonth(period, (total,), total, ())


MONTHS = [
    FlowMonth("2023-02", (), None, ()),
    month("2023-03", 10, 3, 0, 0, 13),
    month("2023-04", 13, 4, 2, -1, 14),
]
FIRST = [
    FirstMeasures("2023-01", 0, Decimal(3)),
    FirstMeasures("2023-01", 1, Decimal(2)),
    FirstMeasures("2023-03", 4, Decimal(1)),
]
GONE = [Eliminated(3, Decimal(2)), Eliminated(6, Decimal(5)), Eliminated(20, Decimal(1))]


def figures(t: Words, palette: Palette) -> dict[str, Figure]:
    return {
        "share_bars": share_bars([ShareRow("因病", Decimal(9), "9户", 0.9, "?x=1")], t, palette),
        "no_share_bars": share_bars([], t, palette),
        "flow_columns": flow_columns(MONTHS, lambda period, part: f"?{period}{part}", t, palette),
        "first": first_measure_columns(FIRST, 1, lambda each: f"?{each.waited}", t, palette),
        "gone": elimination_columns(GONE, 6, lambda each: f"?{each.months}", t, palette),
    }


@pytest.mark.parametrize("kind", figures(ZH, LIGHT))
@pytest.mark.parametrize(("language", "palette"), [("zh", LIGHT), ("en", DARK)])
def test_plotly_knows_every_word_of_a_figure(
    kind: str, language: Language, palette: Palette
) -> None:
    assert go.Figure(figures(Words(language), palette)[kind]).data


def test_who_left_goes_down_and_every_column_opens_its_month() -> None:
    stock, new, changed, left = figures(ZH, LIGHT)["flow_columns"]["data"]
    assert (stock["x"], stock["y"], stock["text"]) == ([1, 2], [13, 14], ["13", "14"])
    assert new["y"] == [3, 4]
    assert (changed["y"], changed["text"]) == ([0, -1], ["", "−1"])
    assert (left["y"], left["text"]) == ([0, -2], ["", "−2"])
    assert left["customdata"] == ["?2023-03left", "?2023-04left"]


def test_what_nobody_did_has_no_columns() -> None:
    figure = flow_columns(MONTHS[:2], lambda period, part: period + part, ZH, LIGHT)
    assert [trace["customdata"] for trace in figure["data"]] == [["2023-03closing"], ["2023-03new"]]


def test_first_measures_are_late_after_the_next_month() -> None:
    at_once, next_month, late = figures(ZH, LIGHT)["first"]["data"]
    assert (at_once["x"], next_month["x"], late["x"]) == ([0], [0], [1])
    assert late["marker"]["color"] == LIGHT.yellow
    assert at_once["marker"]["color"] == next_month["marker"]["color"] == LIGHT.blue
    assert late["hovertext"] == ["2023年3月 · 4个月后 · 1户"]


def test_fast_eliminations_are_yellow_and_counted() -> None:
    figure = figures(ZH, LIGHT)["gone"]
    (columns,) = figure["data"]
    assert columns["marker"]["color"] == [LIGHT.yellow, LIGHT.blue, LIGHT.blue]
    assert [note["text"].endswith("</span> 2") for note in figure["layout"]["annotations"]] == [
        False,
        True,
    ]


def test_a_dumbbell_lies_between_its_edges() -> None:
    drawn = dumbbell(0.2, 0.6, 0.2, 0.6, None)
    assert 'cx="8.0"' in drawn
    assert 'cx="142.0"' in drawn
    assert dumbbell(0.5, 0.5, 0.5, 0.5, 0.5).count('cx="8.0"') == 2
