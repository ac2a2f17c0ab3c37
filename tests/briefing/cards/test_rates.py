"""The cards of overview, ranking and unit page as documents, against the board's own answers."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from board.course import course
from board.history import history
from board.overview import field
from board.ranking import groups, improvements, ranking
from board.schedule import schedule
from board.store import Board, open_board
from board.streaks import laggards, rules
from board.unit import portrait
from briefing.cards import overview
from briefing.cards import ranking as cards
from briefing.cards.course import course as course_of
from briefing.cards.scope import Scope
from briefing.cards.unit import readings, sums
from briefing.export import Export
from tests.board.published import milestone, publish, standing, unit
from wording import Words

MADE = datetime(2023, 5, 10, 9, 30)
ZH, EN = Words("zh"), Words("en")
APRIL = "2023-04"
UNITS = [
    unit("990101", "云溪县", "Yunxi"),
    unit("990102", "东岭县", "Dongling"),
    unit("990103", "北原区", "Beiyuan"),
    unit("990104", "南泽市", "Nanze"),
    unit("990105", "石坪县", "Shiping"),
]
DUE = milestone(0.3, 4, 30) | {"province": 0.25}
STANDINGS = [
    standing("990101", 3, 10, "2023-03", rank=1),
    standing("990102", 1, 10, "2023-03", rank=2),
    standing("990101", 40, 100, rank=2, previous_rank=1, light="green", **DUE),
    standing("990102", 240, 200, rank=1, previous_rank=2, light="green", **DUE),
    standing("990103", 20, 100, rank=3, light="red", streak=4, gap_province=-5.0, **DUE),
    standing("990104", None, None),
    standing("990105", 0, 0, reason="no_task"),
    standing("city", 300, 400, units_missing=1, light="green", **DUE),
]


@pytest.fixture
def literal(tmp_path: Path) -> Board:
    board = open_board(publish(tmp_path, units=UNITS, standings=STANDINGS))
    assert board
    return board


@pytest.fixture(scope="module")
def sample(sample_home: Path) -> Board:
    board = open_board(sample_home)
    assert board
    return board


def scope(board: Board, code: str = "", t: Words = ZH) -> Scope:
    return Scope(board, t, APRIL, board.units.get(code))


def column(made: Export, head: str) -> list[object]:
    place = [each.label for each in made.grid.columns].index(head)
    return [row[place] for row in made.grid.rows]


def test_a_ranking_has_places_parts_gaps_and_why_one_has_none(literal: Board) -> None:
    answer = ranking(literal, APRIL, "spend_rate", "all")
    made = cards.standings(scope(literal), answer, "标题", MADE)
    assert [row[:5] for row in made.grid.rows] == [
        (1, "东岭县", Decimal(240), Decimal(200), 1.2),
        (2, "云溪县", Decimal(40), Decimal(100), 0.4),
        (3, "北原区", Decimal(20), Decimal(100), 0.2),
        (None, "南泽市", "未报送", "未报送", "未报送"),
        (None, "石坪县", 0, 0, "无任务"),
        (None, "全市", Decimal(300), Decimal(400), 0.75),
    ]
    assert column(made, "较上月名次")[:3] == [1, -1, None]
    assert column(made, "连续落后")[:3] == [None, None, 4]
    assert column(made, "较全省")[:3] == [None, None, -5.0]
    assert made.grid.total
    assert made.name == "资金支出率 排名 2023年4月"
    for said in (
        "未报送，不参加排名：南泽市",
        "无任务（分母为零），不参加排名：石坪县",
        "超过100%",
    ):
        assert said in made.sentence


def test_city_province_and_milestone_are_bars_of_their_own(literal: Board) -> None:
    answer = ranking(literal, APRIL, "spend_rate", "all")
    chart = cards.standings(scope(literal), answer, "标题", MADE).chart
    assert chart and chart.form == "bars"
    assert chart.categories == ("东岭县", "云溪县", "北原区", "全市", "全省均值", "本期节点")
    [series] = chart.series
    assert series.values == (1.2, 0.4, 0.2, 0.75, 0.25, 0.3)
    assert series.lights == ("green", "green", "red", "blue", "grey", "ink")
    assert cards.standings(scope(literal), answer, "标题", MADE, drawn=False).chart is None


def test_a_month_without_anything_is_a_table_without_rows(literal: Board) -> None:
    answer = ranking(literal, APRIL, "start_rate", "all")
    made = cards.standings(scope(literal), answer, "标题", MADE)
    assert (made.grid.rows, made.chart, made.grid.total) == ((), None, False)


def test_where_a_document_comes_from(sample: Board) -> None:
    answer = ranking(sample, APRIL, "spend_rate", "central")
    made = cards.standings(scope(sample, t=EN), answer, "Title", MADE)
    said = dict(made.provenance.lines)
    assert said["Month"] == "Apr 2023"
    assert said["Fund level"] == "Central"
    assert said["Numerator and denominator"] == sample.indicators["spend_rate"].basis(EN)
    assert said["Published version"] == sample.name
    assert said["Exported at"] == "2023-05-10 09:30"
    assert made.name == "Spend rate · Central Standings Apr 2023"


def test_ranks_and_rates_over_the_months(sample: Board) -> None:
    answer = history(sample, "2022-05", APRIL, "spend_rate", "all")
    chosen = answer.lines[2].unit_code
    about = {"indicator": "spend_rate", "level": "all"}
    made = cards.ranks(scope(sample), answer, "标题", MADE, chosen=chosen, **about)
    assert [row[1:] for row in made.grid.rows] == [
        tuple(cell.rank if cell else None for cell in line.cells) for line in answer.lines
    ]
    assert made.chart and made.chart.kind == "rank"
    assert [series.colour for series in made.chart.series] == ["grey"] * 11 + ["blue"]
    assert made.chart.series[-1].name == sample.units[chosen].label(ZH)

    coloured = cards.colours(scope(sample), answer, "标题", MADE, **about)
    for row, line in zip(coloured.grid.rows, answer.lines, strict=True):
        assert row[1:13] == tuple(cell and cell.value for cell in line.cells)
        assert all(isinstance(said, str) for said in row[13:])


def test_groups_are_sums_by_sums_and_name_their_units(sample: Board) -> None:
    answer = ranking(sample, APRIL, "spend_rate", "all")
    found = groups(answer)
    names = [str(number) for number in range(len(found))]
    made = cards.by_group(scope(sample), answer, found, names, "标题", MADE)
    assert [row[:4] for row in made.grid.rows] == [
        (name, group.numerator, group.denominator, group.value)
        for name, group in zip(names, found, strict=True)
    ]
    assert made.grid.columns[3].ratio == (1, 2)
    assert made.chart and made.chart.series[0].values == tuple(group.value for group in found)


def test_improvement_is_in_points_and_falls_are_grey(literal: Board) -> None:
    answer = ranking(literal, APRIL, "spend_rate", "all")
    steps = improvements(answer)
    made = cards.improvement(scope(literal), answer, steps, "标题", MADE)
    assert [row[:3] for row in made.grid.rows] == [
        (step.rank, step.place.label(ZH), step.points) for step in steps
    ]
    assert column(made, "较上月") == pytest.approx([110, 10])
    assert made.chart and made.chart.kind == "points"
    assert made.chart.series[0].values == tuple(step.points for step in steps)


def test_the_way_ahead_is_that_of_the_board(sample: Board) -> None:
    answer = field(sample, APRIL, sample.indicators["spend_rate"], "all")
    ahead = schedule(answer)
    assert ahead and ahead.city
    made = cards.next_milestone(scope(sample), ahead, answer, "标题", MADE)
    every = (*ahead.rows, *ahead.apart, ahead.city)
    assert column(made, "现值") == [each.standing.value for each in every]
    assert column(made, "还差") == [None if each.reached else each.missing for each in every]
    assert column(made, "月均") == [each.pace for each in every]
    assert set(column(made, "到期日")) == {date(2023, 6, 30)}
    assert made.chart and made.chart.series[1].values == tuple(each.by_due for each in ahead.rows)


def test_streaks_one_by_one_and_by_indicator(sample: Board) -> None:
    by = rules(sample)
    found = laggards(sample, APRIL, "all", by)
    listed = cards.streaks(scope(sample), found, by, "标题", MADE, level="all")
    runs = [run for each in found for _, run in each.runs]
    assert column(listed, "连续落后") == [run.streak for run in runs]
    assert column(listed, "现值") == [run.value for run in runs]
    matrix = cards.streaks_by_indicator(scope(sample), found, by, "标题", MADE, level="all")
    months = [value for row in matrix.grid.rows for value in row[2:] if value is not None]
    assert sorted(map(int, map(str, months))) == sorted(run.streak for run in runs)


@pytest.mark.parametrize("code", ["", "990101"])
def test_a_course_has_both_parts_of_every_month(code: str, sample: Board) -> None:
    code = code and next(iter(sample.units))
    about = scope(sample, code)
    answer = course(sample, code or "city", APRIL, "spend_rate", "all")
    indicator = sample.indicators["spend_rate"]
    made = course_of(about, answer, indicator, "all", "2023-01", "标题", "", MADE)
    points = [point for point in answer.points if point.period >= "2023-01"]
    assert column(made, indicator.label(ZH)) == [point.value for point in points]
    for _, above, below, rate, *_ in made.grid.rows:
        assert isinstance(above, Decimal) and isinstance(below, Decimal)
        assert rate == pytest.approx(float(above / below), rel=1e-12)
    assert made.chart and made.chart.series[0].values == tuple(point.value for point in points)


def test_readings_name_the_unit_of_each_row(sample: Board) -> None:
    code = next(iter(sample.units))
    answer = portrait(sample, code, APRIL)
    made = readings(scope(sample, code), answer, "标题", "", MADE)
    quantities = [sample.indicators[each.indicator].quantity for each in answer.readings]
    for each, row, quantity in zip(answer.readings, made.grid.rows, quantities, strict=True):
        scale = 10_000 if quantity == "money" else 1
        assert [Decimal(str(part)) * scale for part in row[2:4]] == [
            each.numerator,
            each.denominator,
        ]
        assert row[4] == ZH.column_unit(quantity)
        assert row[5:8] == (each.value, each.rank, each.ranked_units)


def test_sums_say_what_was_not_reported_and_never_nought_for_it(literal: Board) -> None:
    rows: Sequence[tuple[str, Decimal | None, Decimal]] = [
        ("中央", Decimal(5), Decimal(8)),
        ("省级", None, Decimal(4)),
    ]
    heads = ("支出", "下达")
    made = sums(scope(literal), "资金级次", heads, "money", rows, "标题", "", MADE)
    assert [row[:3] for row in made.grid.rows] == [
        ("中央", Decimal(5), Decimal(8)),
        ("省级", "未报送", Decimal(4)),
    ]
    assert column(made, "比率") == [Decimal(5) / 8, None]
    assert made.chart and [each.values for each in made.chart.series] == [(5, None), (8, 4)]


def test_sections_of_the_overview_are_the_cards_of_other_pages(sample: Board) -> None:
    answer = field(sample, APRIL, sample.indicators["spend_rate"], "all")
    about = scope(sample)
    tiles, bars = (make(about, answer, MADE) for make in (overview.tiles, overview.bars))
    assert tiles.grid == bars.grid
    assert [row[4] for row in bars.grid.rows[:12]] == [each.value for each in answer.ranked]
    assert tiles.title == "资金支出率：8个单位达到4月节点，4个未达"
    assert answer.city
    assert overview.headline(about, answer, MADE).grid.rows[-1][3] == answer.city.value
    assert len(overview.awaited(about, MADE).grid.rows) == len(sample.units)
    assert overview.way_ahead(about, answer, MADE).grid.total
