"""The charts of the project page: what their bars are long, where clicks lead, what is said."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import plotly.graph_objects as go
import pytest

from board.days_to_start import SPANS, Days
from board.projects import Group, Sums
from board.store import Indicator
from board.townships import Sums as TownshipSums
from board.townships import Township, Townships
from charts.day_columns import day_columns
from charts.middle_halves import middle_halves
from charts.rows import Figure
from charts.stage_bars import StageRow, stage_bars
from charts.theme import DARK, LIGHT, Palette
from charts.township_bars import township_bars
from wording import Language, Words

ZH = Words("zh")


def sums(**values: int) -> Sums:
    """The whole projects of one unit; what is not said was not reported."""
    names = [name for name in Sums.__dataclass_fields__ if name not in ("unit_code", "dimension")]
    rest = {name: None for name in names if name != "member"}
    given = {name: Decimal(value) for name, value in values.items()}
    return Sums(**{"unit_code": "990101", "dimension": "", "member": ""} | rest | given)  # type: ignore[arg-type]


APRIL = sums(
    projects_planned=20,
    projects_started=14,
    projects_not_started=6,
    projects_completed=5,
    projects_accepted=2,
    projects_due=17,
    projects_due_started=13,
)


def row(own: Sums, **more: Any) -> StageRow:
    return StageRow("云溪县", Group("990101", (own,)), "?unit=990101", "?late=start", **more)


def lengths(figure: Figure) -> list[float]:
    """The lengths of the first bar's parts, from the left."""
    return [trace["x"][0] for trace in figure["data"]]


def test_the_stages_are_parts_of_what_is_planned() -> None:
    figure = stage_bars([row(APRIL)], ZH, LIGHT)
    # accepted 2, completed 3 more, under way 9 more, overdue 17 − 13, and 2 that are not yet due
    assert lengths(figure) == pytest.approx([10, 15, 45, 20, 10])
    assert [trace["customdata"][0] for trace in figure["data"]] == [
        "?unit=990101", "?unit=990101", "?unit=990101", "?late=start", "?unit=990101",
    ]  # fmt: skip
    assert "开工率70.00%" in figure["data"][0]["hovertext"][0]


def test_a_report_without_due_dates_has_no_overdue_part() -> None:
    figure = stage_bars([row(sums(projects_planned=10, projects_started=6))], ZH, LIGHT)
    assert lengths(figure) == pytest.approx([0, 0, 60, 0, 40])


def test_more_started_than_planned_runs_past_the_end() -> None:
    figure = stage_bars([row(sums(projects_planned=10, projects_started=12))], ZH, LIGHT)
    assert lengths(figure) == pytest.approx([0, 0, 120, 0, 0])
    assert figure["layout"]["xaxis"]["range"] == [0.0, pytest.approx(120)]


def test_without_a_plan_there_is_no_bar() -> None:
    for own in (sums(), sums(projects_planned=0, projects_started=0)):
        figure = stage_bars([row(own)], ZH, LIGHT)
        assert lengths(figure) == [0.0] * 5
        assert "—" in figure["layout"]["yaxis"]["ticktext"][0]


def test_the_rest_fades_beside_the_chosen_one() -> None:
    figure = stage_bars([row(APRIL), row(APRIL, faded=True)], ZH, LIGHT)
    assert figure["data"][0]["marker"]["opacity"] == [1, 0.35]


def test_every_span_of_days_has_its_column() -> None:
    days = Days("city", ((-3, 1), (0, 2), (30, 3), (31, 4), (200, 10)))
    figure = day_columns(days, "", ZH, LIGHT)
    (columns,) = figure["data"]
    assert columns["y"] == [1, 2, 0, 0, 3, 4, 0, 10]
    assert columns["text"][4] == "<b>3</b><br>15.00%"
    assert columns["text"][5] == "▲ <b>4</b><br>20.00%"
    assert columns["text"][2] == ""
    assert columns["customdata"][5] == "?days=month2&page="
    assert columns["marker"]["color"][4:6] == [LIGHT.blue, LIGHT.yellow]
    chosen = day_columns(days, "week1", ZH, LIGHT)["data"][0]["marker"]["opacity"]
    assert [SPANS[place].code for place, each in enumerate(chosen) if each == 1] == ["week1"]


def test_the_middle_half_of_each_unit() -> None:
    found = (Days("990102", ((32, 1), (45, 1))), Days("990101", ((-10, 1), (30, 1))))
    figure = middle_halves(found, ["东岭县", "云溪县"], ZH, LIGHT, "")
    spans, dots = figure["data"]
    assert (spans["base"], spans["x"]) == ([32, -10], [13, 40])
    assert dots["x"] == [38.5, 10.0]
    assert dots["marker"]["color"] == [LIGHT.yellow, LIGHT.blue]
    assert spans["customdata"] == ["?unit=990102&page=", "?unit=990101&page="]


def townships(*parts: tuple[str, int, int]) -> Townships:
    rate = Indicator(
        **dict.fromkeys(Indicator.__dataclass_fields__, "")  # type: ignore[arg-type]
        | {"better": "higher", "quantity": "projects"}
    )
    places = tuple(
        Township(
            TownshipSums("990101", name, Decimal(above), Decimal(below), None, None),
            rank, False, False, None,
        )
        for rank, (name, above, below) in enumerate(parts, start=1)
    )  # fmt: skip
    return Townships("990101", rate, places, (), None, reported=True)


def test_townships_stand_against_their_unit() -> None:
    figure = township_bars(
        townships(("永安镇", 9, 10), ("<b>坪", 1, 10)), "云溪县", ["?a", "?b"], ZH, LIGHT
    )
    assert figure["data"][0]["x"] == [90.0, 10.0]
    assert figure["layout"]["shapes"][0]["x0"] == 50.0
    assert figure["layout"]["annotations"][0]["text"] == "云溪县 50.00%"
    assert "&lt;b&gt;坪" in figure["layout"]["yaxis"]["ticktext"][1]


def figures(t: Words, palette: Palette) -> list[Figure]:
    """One figure of each kind, and those of nothing."""
    days = Days("990101", ((-3, 1), (40, 2)))
    return [
        stage_bars([row(APRIL, light="red", note="20"), row(sums())], t, palette),
        stage_bars([], t, palette),
        day_columns(days, "week1", t, palette),
        day_columns(replace(days, counts=()), "", t, palette),
        middle_halves((days,), ["云溪县"], t, palette, "990101"),
        township_bars(townships(("永安镇", 9, 10)), "云溪县", ["?a"], t, palette),
        township_bars(townships(), "云溪县", [], t, palette),
    ]


@pytest.mark.parametrize(("language", "palette"), [("zh", LIGHT), ("en", DARK)])
def test_plotly_knows_every_word_of_them(language: Language, palette: Palette) -> None:
    for figure in figures(Words(language), palette):
        assert go.Figure(figure).layout
