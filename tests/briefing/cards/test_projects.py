"""The projects page's cards as documents: ten literal projects, figures worked out by hand."""

from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from board.days_to_start import EVER, days_to_start, pooled, span_of
from board.project_rows import Filters, late_counts
from board.projects import projects
from board.ranking import ranking
from board.store import Board
from board.townships import townships_by_unit
from briefing.cards import projects as cards
from briefing.cards.scope import Scope
from briefing.export import Export
from briefing.files.csv import csv_file
from tests.board import project_ledger
from tests.briefing.cards.made import chinese, drawn, is_written
from tests.pages.desk import Desk
from wording import Words
from wording.words import Language

MADE = datetime(2023, 5, 10, 9, 30)
HALF = Fraction(1, 2)
HOUSEHOLD = (
    "户编号,县区,监测对象类别,人数,识别监测时间,风险是否已消除\n"
    "H1,云溪县,突发严重困难户,3,202301,否\n"
)
Card = Callable[[Scope, Filters], Export]


def unit_stages(scope: Scope, filters: Filters) -> Export:
    found = projects(scope.board, scope.period, filters.unit or None, filters.category or None)
    answer = ranking(scope.board, scope.period, "start_rate", "all")
    return cards.unit_stages(scope, "标题", found, answer, MADE)


def category_stages(scope: Scope, filters: Filters) -> Export:
    found = projects(scope.board, scope.period, filters.unit or None)
    return cards.category_stages(scope, "标题", found, MADE)


def stage_figures(scope: Scope, filters: Filters) -> Export:
    found = projects(scope.board, scope.period, filters.unit or None, filters.category or None)
    return cards.stage_figures(scope, "标题", found, MADE)


def carried(scope: Scope, filters: Filters) -> Export:
    found = projects(scope.board, scope.period, filters.unit or None)
    return cards.carried(scope, "标题", found, MADE)


def relief(scope: Scope, filters: Filters) -> Export:
    found = projects(scope.board, scope.period, filters.unit or None)
    return cards.relief(scope, "标题", found, MADE)


def spread(scope: Scope, filters: Filters) -> Export:
    whole = pooled(days_to_start(scope.board, scope.period, filters))
    return cards.spread(scope, "标题", whole, filters, MADE)


def unit_days(scope: Scope, filters: Filters) -> Export:
    units = days_to_start(scope.board, scope.period, filters)
    return cards.unit_days(scope, "标题", units, filters, MADE)


def waited(scope: Scope, filters: Filters) -> Export:
    return cards.waited(scope, "标题", EVER, filters, MADE)


def late(scope: Scope, filters: Filters) -> Export:
    counts = late_counts(scope.board, scope.period, filters)
    by = ("unit", "department")
    return cards.late(scope, "标题", "说明", counts, "any_kind", by, filters, MADE)


def late_list(scope: Scope, filters: Filters) -> Export:
    return cards.late_list(scope, "标题", "说明", "any_kind", filters, MADE)


def first_and_last(scope: Scope, filters: Filters) -> Export:
    indicator = scope.board.indicators["start_rate"]
    answers = townships_by_unit(scope.board, scope.period, indicator)
    return cards.first_and_last(scope, "标题", indicator, answers, MADE)


CARDS: dict[str, Card] = {
    card.__name__: card
    for card in (
        unit_stages, category_stages, stage_figures, carried, relief,
        spread, unit_days, waited, late, late_list, first_and_last,
    )
}  # fmt: skip


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Board:
    """The board of the literal ledger."""
    return project_ledger.board(tmp_path_factory.mktemp("ledger") / "home")


def made_of(board: Board, card: Card, language: Language = "zh", **filters: str) -> Export:
    own = Filters(**filters)
    return card(Scope(board, Words(language), "2023-04", board.units.get(own.unit)), own)


def test_units_by_stage_and_what_part_each_stage_is(ledger: Board) -> None:
    made = made_of(ledger, unit_stages)
    dongling, yunxi, city = made.grid.rows
    assert dongling[:8] == ("东岭县", 2, 2, 1, 0, 0, 1, 1)
    assert dongling[8:13] == (HALF, 0, HALF, 0, 0)
    assert yunxi[:8] == ("云溪县", 5, 2, Fraction(2, 5), 3, 2, 1, 0)
    assert yunxi[8:13] == (0, Fraction(1, 5), Fraction(1, 5), Fraction(2, 5), Fraction(1, 5))
    assert city[:8] == ("全市", 7, 4, Fraction(4, 7), 3, 2, 2, 1)
    assert sum(value for value in city[8:13] if isinstance(value, Fraction)) == 1
    assert [(each.name, each.values[1]) for each in drawn(made).series] == [
        ("已验收", 0),
        ("已完工", Fraction(1, 5)),
        ("在建", Fraction(1, 5)),
        ("应开工未开工", Fraction(2, 5)),
        ("其他未开工", Fraction(1, 5)),
    ]
    assert made.grid.columns[3].ratio == (2, 1)
    assert ("指标", "项目开工率") in made.provenance.lines


def test_units_of_one_category_say_which(ledger: Board) -> None:
    made = made_of(ledger, unit_stages, category="产业发展")
    assert [row[:4] for row in made.grid.rows] == [
        ("东岭县", 1, 1, 1),
        ("云溪县", 3, 1, Fraction(1, 3)),
        ("全市", 4, 2, HALF),
    ]
    assert ("项目类别", "产业发展") in made.provenance.lines


def test_categories_and_their_part_of_projects_and_money(ledger: Board) -> None:
    made = made_of(ledger, category_stages)
    industry, jobs, building, whole = made.grid.rows
    assert industry == (
        "产业发展", 4, 2, HALF, 2, 1, 1, 1,
        Fraction(1, 4), 0, Fraction(1, 4), Fraction(1, 4), Fraction(1, 4),
        Fraction(4, 7), 7000, Fraction(7000, 8200), 3800, Fraction(3800, 7000),
    )  # fmt: skip
    assert [row[0] for row in (jobs, building, whole)] == ["就业项目", "乡村建设行动", "合计"]
    assert whole[13:] == (1, 8200, 1, 4300, Fraction(4300, 8200))
    ratio = made.grid.columns[17].ratio
    assert ratio
    assert [made.grid.columns[place].label for place in ratio] == ["完成投资", "计划投资额"]


def test_every_figure_of_the_stages(ledger: Board) -> None:
    made = made_of(ledger, stage_figures)
    assert made.grid.rows == (
        ("东岭县", 2, 2, 1, 0, 0, 2, 2, 1, 1, HALF, 1, 1, 3200, 3100, Fraction(3100, 3200)),
        ("云溪县", 5, 2, Fraction(2, 5), 3, 2, 4, 2, HALF, 1, Fraction(1, 5), 0, 0,
         5000, 1200, Fraction(1200, 5000)),
        ("全市", 7, 4, Fraction(4, 7), 3, 2, 6, 4, Fraction(2, 3), 2, Fraction(2, 7), 1, HALF,
         8200, 4300, Fraction(4300, 8200)),
    )  # fmt: skip
    divided = {
        column.label: [made.grid.columns[place].label for place in column.ratio]
        for column in made.grid.columns
        if column.ratio
    }
    assert divided == {
        "开工率": ["开工", "计划"],
        "应开工的开工率": ["应开工已开工", "应开工"],
        "完工率": ["完工", "计划"],
        "验收率": ["验收", "完工"],
        "投资完成率": ["完成投资", "计划投资额"],
    }


def test_the_figures_of_a_unit_are_by_category(ledger: Board) -> None:
    made = made_of(ledger, stage_figures, unit="990102")
    assert [row[:4] for row in made.grid.rows] == [
        ("产业发展", 1, 1, 1),
        ("就业项目", 1, 1, 1),
        ("东岭县", 2, 2, 1),
    ]
    assert made.name == "东岭县 项目从计划到验收 2023年4月"


def test_projects_carried_over_and_labour_for_relief(ledger: Board) -> None:
    made = made_of(ledger, carried)
    assert made.grid.rows == (("东岭县", 2, 1, HALF), ("全市", 2, 1, HALF))
    assert [(each.name, each.values) for each in drawn(made).series] == [
        ("完工", (1,)), ("未完工", (1,)),
    ]  # fmt: skip
    made = made_of(ledger, relief)
    assert made.grid.rows == (
        ("云溪县", 1, Fraction(1, 5), 1, 0, 1000, 800),
        ("全市", 1, Fraction(1, 7), 1, 0, 1000, 800),
    )
    assert made_of(ledger, relief, unit="990101").grid.total is False


def test_days_from_money_to_start(ledger: Board) -> None:
    made = made_of(ledger, spread)
    quarter = Fraction(1, 4)
    assert [row for row in made.grid.rows if row[1]] == [
        ("下达之前", 1, quarter),
        ("22–30天", 1, quarter),
        ("31–60天", 2, HALF),
        ("合计", 4, 1),
    ]
    (series,) = drawn(made).series
    assert series.lights == ("grey", *["blue"] * 4, *["yellow"] * 3)
    made = made_of(ledger, unit_days)
    assert made.grid.rows == (
        ("东岭县", 2, Fraction(77, 2), 32, 45, 0),
        ("云溪县", 2, 10, -10, 30, 1),
    )
    assert drawn(made).series[0].lights == ("yellow", "blue")


def test_all_that_waited_with_where_they_stand(ledger: Board) -> None:
    made = made_of(ledger, waited)
    assert [(row[1], row[12]) for row in made.grid.rows] == [
        ("茶园", 45), ("技能培训", 32), ("大棚", 30), ("@通村路", -10),
    ]  # fmt: skip
    assert made.grid.rows[0][8:12] == (
        3000, date(2023, 1, 15), date(2023, 2, 20), date(2023, 3, 1),
    )  # fmt: skip
    assert made.grid.rows[0][13:] == ("项目台账_202304.csv", 7, "云溪县乡村振兴局")
    scope = Scope(ledger, Words("zh"), "2023-04", None)
    made = cards.waited(scope, "标题", span_of("month2"), Filters(origin="own"), MADE)
    assert [row[1] for row in made.grid.rows] == ["茶园", "技能培训"]
    assert ("资金到开工", "31–60天") in made.provenance.lines
    assert "项目年度" not in dict(made.provenance.lines)  # started ones are of the year's own


def test_how_many_are_late_and_where(ledger: Board) -> None:
    made = made_of(ledger, late)
    assert made.grid.heads(Words("zh"))[2:] == [
        "全部（个）", "应开工未开工（个）", "资金下达超过30天未开工（个）", "应完工未完工（个）",
        "占全部（%）",
    ]  # fmt: skip
    assert made.grid.rows[:2] == (
        ("单位", "云溪县", 4, 2, 2, 1, Fraction(2, 3)),
        ("单位", "东岭县", 2, 0, 0, 2, Fraction(1, 3)),
    )
    departments = [row[1:3] for row in made.grid.rows if row[0] == "主管部门"]
    assert departments[:2] == [("人社局", 2), ("农业农村局", 2)]
    assert ("未填", 1) in departments
    assert made.grid.rows[-1] == ("合计", None, 6, 2, 2, 3, 1)
    assert drawn(made).categories == ("云溪县", "东岭县")


def test_all_late_projects_worst_first(ledger: Board) -> None:
    made = made_of(ledger, late_list)
    assert [row[0] for row in made.grid.rows] == ["P7", "P2", "P1", "P5", "P3", "P10"]
    assert made.grid.rows[1] == (
        "P2", "养殖场", "云溪县", "永安镇", "产业发展", "水利局", None, "未开工", 700,
        "2023", date(2023, 3, 1), date(2023, 2, 1), None, 60, 88, None,
        "项目台账_202304.csv", 3, "云溪县乡村振兴局",
    )  # fmt: skip
    made = made_of(ledger, late_list, unit="990102", department="人社局")
    assert [row[0] for row in made.grid.rows] == ["P7", "P10"]
    assert [line for line in made.provenance.lines if line[0] in ("单位", "主管部门")] == [
        ("单位", "东岭县"),
        ("主管部门", "人社局"),
    ]
    assert ("落后的种类", "全部") in made.provenance.lines


def test_a_name_that_begins_like_a_formula_is_text_in_the_file(ledger: Board) -> None:
    text = csv_file(made_of(ledger, waited), Words("zh")).decode("utf-8-sig")
    assert "'@通村路" in text


def test_the_first_and_the_last_township_of_each_unit(ledger: Board) -> None:
    assert made_of(ledger, first_and_last).grid.rows == (
        ("云溪县", 2, "永安镇", HALF, "大坪镇", 0, 50.0, 1),
        ("东岭县", 2, "前沟乡、后沟乡", 1, None, None, 0.0, None),
    )


@pytest.mark.parametrize("card", CARDS)
def test_a_month_without_projects_has_no_figures(tmp_path: Path, card: str) -> None:
    desk = Desk(tmp_path / "home")
    desk.send("监测_202304.csv", HOUSEHOLD)
    made = made_of(project_ledger.opened(desk.path), CARDS[card])
    assert [value for row in made.grid.rows for value in row[2:] if value] == []
    assert not made.chart or not any(value for value in made.chart.series[0].values)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("unit", ["", "990102"])
@pytest.mark.parametrize("card", CARDS)
def test_every_card_is_written(ledger: Board, card: str, unit: str, language: Language) -> None:
    made, t = made_of(ledger, CARDS[card], language, unit=unit), Words(language)
    assert is_written(made, t)


@pytest.mark.parametrize("card", CARDS)
def test_headings_and_names_are_english_in_english(ledger: Board, card: str) -> None:
    made = made_of(ledger, CARDS[card], "en")
    said = [made.name, *made.grid.heads(Words("en")), *(line[0] for line in made.provenance.lines)]
    if made.chart:
        said += [each.name for each in made.chart.series]
    assert chinese(said) == set()
