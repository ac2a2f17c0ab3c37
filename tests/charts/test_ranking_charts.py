"""The ranking's figures: what is drawn for literal answers."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from board.history import Cell, History, Line
from board.notes import Note
from board.ranking import Group, Place, Ranking, Step
from charts.group_bars import group_bars
from charts.heatmap import heatmap
from charts.improvement_bars import improvement_bars
from charts.ranking_bars import ranking_bars
from charts.ranks_over_months import ranks_over_months
from charts.rows import Figure
from charts.theme import DARK, LIGHT
from wording import Words

ZH, EN = Words("zh"), Words("en")
CITY = Place(
    unit_code="city", name="全市", name_en="City", unit_group=None, key_county=False,
    numerator=None, denominator=None, value=0.4, rank=None, tied=False, alike=False, reason=None,
    milestone=0.3, milestone_due=None, province=0.36, gap_milestone=None, gap_province=None,
    previous_rank=None, light="grey", streak=0, units_missing=0, province_rank=None,
    province_of=None, numerator_before=None, denominator_before=None, trail=(),
)  # fmt: skip


def place(name: str, value: float, rank: int, light: str = "green", **more: object) -> Place:
    named = replace(CITY, unit_code=name, name=name, name_en=f"{name}-en", value=value, rank=rank)
    return replace(named, light=light, **more)  # type: ignore[arg-type]


def answer(*places: Place, city: Place | None = CITY) -> Ranking:
    return Ranking("2023-04", "spend_rate", "all", places, (), city)


def labels(figure: Figure) -> list[str]:
    return [label["text"] for label in figure["layout"]["annotations"]]


def test_bars_stand_best_first_in_the_colour_of_their_light() -> None:
    figure = ranking_bars(answer(place("云溪", 0.5, 1), place("东岭", 0.2, 2, "red")), ZH, LIGHT)
    (bars,) = figure["data"]
    assert bars["x"] == [50.0, 20.0]
    assert bars["marker"]["color"] == [LIGHT.green, LIGHT.red]
    assert figure["layout"]["yaxis"]["range"] == [1.5, -0.5]


def test_names_signs_and_numbers_stand_left_of_the_bars() -> None:
    figure = ranking_bars(answer(place("<云溪>", 1.0, 1), place("东岭", 0.2, 2, "red")), ZH, DARK)
    first, second = figure["layout"]["yaxis"]["ticktext"]
    assert "&lt;云溪&gt;" in first
    assert "●" in first
    assert "100.00%" in first
    assert DARK.red in second
    assert "\u200720.00%" in second  # padded to the width of 100.00%


def test_the_lines_are_labelled_without_meeting() -> None:
    figure = ranking_bars(answer(place("云溪", 0.5, 1)), ZH, LIGHT)
    assert labels(figure) == ["节点 30%", "全省平均 36.00%"]
    low, high = figure["layout"]["annotations"]
    assert (low["xanchor"], high["xanchor"]) == ("right", "left")
    assert len(figure["layout"]["shapes"]) == 2


def test_lines_near_an_end_turn_their_labels_inwards_on_rows_of_their_own() -> None:
    city = replace(CITY, milestone=0.5, province=0.499)
    figure = ranking_bars(answer(place("云溪", 0.5, 1), city=city), ZH, LIGHT)
    low, high = figure["layout"]["annotations"]
    assert (low["xanchor"], high["xanchor"]) == ("right", "right")
    assert low["yshift"] != high["yshift"]


def test_a_rate_above_the_whole_runs_past_a_line_at_the_whole() -> None:
    figure = ranking_bars(answer(place("云溪", 2.354, 1), city=None), ZH, LIGHT)
    assert figure["data"][0]["x"] == [235.4]
    assert figure["layout"]["xaxis"]["range"][1] > 235.4
    assert labels(figure) == ["100%"]


def test_without_benchmarks_there_are_no_lines() -> None:
    figure = ranking_bars(answer(place("云溪", 0.5, 1, milestone=None), city=None), ZH, LIGHT)
    assert (figure["layout"]["shapes"], labels(figure)) == ([], [])


def test_a_milestone_of_its_own_is_marked_on_the_unit_s_bar() -> None:
    own = place("高原", 0.5, 1, milestone=0.2)
    figure = ranking_bars(answer(own), ZH, LIGHT)
    assert figure["layout"]["shapes"][-1]["x0"] == 20.0


def test_a_unit_with_a_note_is_marked_and_its_bar_shows_it() -> None:
    note = Note("000001", "云溪", "2023-04", "招标流标", "云溪财政局", datetime(2023, 5, 6, 4))
    places = answer(place("云溪", 0.5, 1), place("东岭", 0.2, 2, "red"))
    figure = ranking_bars(places, ZH, LIGHT, [note])
    first, second = figure["layout"]["yaxis"]["ticktext"]
    assert ("有说明" in first, "有说明" in second) == (True, False)
    own, other = figure["data"][0]["hovertext"]
    assert own.endswith("招标流标<br>— 云溪财政局，2023年5月6日")
    assert "招标流标" not in other


def cell(value: float | None, rank: int | None, light: str, reason: str | None = None) -> Cell:
    return Cell("2023-04", "990101", "云溪", "Yunxi", value, rank, light, reason)


def history() -> History:
    first = Line("990101", "云溪", "Yunxi", (cell(0.3, 2, "red"), cell(0.5, 1, "green")))
    second = Line("990102", "东岭", "Dongling", (cell(0.4, 1, "green"), None))
    third = Line(
        "990103", "北原", "Beiyuan", (None, cell(None, None, "grey", "not_reported"))
    )  # fmt: skip
    return History(("2022-12", "2023-01"), (first, second, third))


def test_the_chosen_line_is_blue_and_drawn_last() -> None:
    figure = ranks_over_months(history(), "990102", ZH, LIGHT)
    *others, chosen = figure["data"]
    assert chosen["line"]["color"] == LIGHT.blue
    assert {trace["line"]["color"] for trace in others} == {LIGHT.grey}
    assert chosen["y"] == [1, None]


def test_both_sides_say_who_holds_which_place() -> None:
    layout = ranks_over_months(history(), "990101", EN, LIGHT)["layout"]
    assert layout["yaxis"]["ticktext"] == ["Yunxi  2", "Dongling  1"]
    (right,) = layout["yaxis2"]["ticktext"]
    assert right.startswith("1  ")
    assert "Yunxi" in right
    assert layout["xaxis"]["ticktext"] == ["Dec<br>2022", "Jan<br>2023"]


def test_many_who_share_a_place_are_said_in_short() -> None:
    lines = [Line(code, code, code, (cell(1.0, 1, "green"),)) for code in "甲乙丙"]
    layout = ranks_over_months(History(("2022-12",), tuple(lines)), "丙", ZH, LIGHT)["layout"]
    assert layout["yaxis"]["ticktext"] == ["甲等3个单位  1"]
    assert "丙" in layout["yaxis2"]["ticktext"][0]


def test_a_heatmap_prints_sign_and_rate_and_leaves_unknown_months_empty() -> None:
    (trace,) = heatmap(history(), ZH, LIGHT)["data"]
    assert trace["text"] == [["■ 30.00", "● 50.00"], ["● 40.00", ""], ["", "—"]]
    assert trace["z"] == [[1, 3], [3, None], [None, 0]]
    assert "未报送" in trace["hovertext"][2][1]


def test_over_many_months_the_sign_alone_is_printed() -> None:
    line = Line("990101", "云溪", "Yunxi", (cell(0.3, 1, "red"),) * 25)
    months = tuple(f"20{20 + place // 12}-{place % 12 + 1:02d}" for place in range(25))
    (trace,) = heatmap(History(months, (line,)), ZH, LIGHT)["data"]
    assert trace["text"] == [["■"] * 25]


STEPS = [Step(place("云溪", 0.5, 1), 1, False, 5.5), Step(place("东岭", 0.2, 2), 2, False, -1)]
MEMBERS = (place("云溪", 0.5, 1), place("东岭", 0.2, 2, "red"))
GROUP = Group("县", Decimal(7), Decimal(20), 0.35, MEMBERS, ())


def test_improvement_runs_to_both_sides_of_nothing() -> None:
    figure = improvement_bars(STEPS, ZH, LIGHT)
    assert figure["data"][0]["x"] == [5.5, -1]
    assert figure["data"][0]["marker"]["color"] == [LIGHT.blue, LIGHT.grey]
    low, top = figure["layout"]["xaxis"]["range"]
    assert low < -1 < 5.5 < top


def test_a_group_is_a_bar_with_a_sign_for_every_unit() -> None:
    bars, signs = group_bars([GROUP], ["县"], ZH, LIGHT)["data"]
    assert bars["x"] == [35.0]
    assert (signs["x"], signs["marker"]["symbol"]) == ([50.0, 20.0], ["circle", "square"])
