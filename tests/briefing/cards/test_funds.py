"""The funds page's cards as documents: a literal ledger, figures worked out by hand."""

from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from board.course import course
from board.fund_issues import issues
from board.fund_readings import readings
from board.fund_years import years
from board.funds import key_counties, split
from board.history import history
from board.store import Board, open_board
from briefing.cards import funds as cards
from briefing.cards.scope import Scope
from briefing.export import Export
from tests.briefing.cards.made import chinese, drawn, is_written
from tests.pages.desk import Desk
from wording import Words
from wording.words import Language

MADE = datetime(2023, 5, 10, 9, 30)
UNITS = """\
code,name,name_en,ranked,key_county
990101,云溪县,Yunxi,yes,yes
990102,东岭县,Dongling,yes,
"""
HEAD = "县区,级次,批次,支持方向,下达日期,下达资金,到位资金,支出资金\n"
LEDGER = (  # in 万元, as ledgers are
    "云溪县,中央,1,产业,2023-01-10,100,80,60\n"
    "云溪县,省级,2,就业,2023-04-20,50,50,0\n"
    "东岭县,中央,1,产业,2023-01-12,100,100,100\n"
)
LAST_YEAR = "云溪县,中央,1,产业,2022-01-10,120,,30\n"
HOUSEHOLD = (
    "户编号,县区,监测对象类别,人数,识别监测时间,风险是否已消除\n"
    "H1,云溪县,突发严重困难户,3,202301,否\n"
)
Card = Callable[[Scope], Export]


def uses(scope: Scope) -> Export:
    lines = split(scope.board, scope.period, "category", scope.code)
    known = scope.names("category")
    names = {code: known[code] for code in dict.fromkeys(line.member for line in lines)}
    return cards.uses(scope, "标题", lines, names, MADE)


def units_course(scope: Scope) -> Export:
    found = history(scope.board, f"{scope.period[:4]}-01", scope.period, "spend_rate", "all")
    return cards.units_course(scope, "标题", found, MADE)


def year_course(scope: Scope) -> Export:
    found = course(scope.board, scope.code, scope.period, "spend_rate", "all")
    return cards.year_course(scope, "标题", found, MADE)


def batches(scope: Scope) -> Export:
    return cards.batches(scope, "标题", issues(scope.board, scope.period, scope.code), MADE)


def two_years(scope: Scope) -> Export:
    return cards.two_years(scope, "标题", years(scope.board, scope.period, scope.code), MADE)


def denominators(scope: Scope) -> Export:
    return cards.denominators(scope, "标题", readings(scope.board, scope.period), MADE)


def key(scope: Scope) -> Export:
    return cards.key_counties(scope, "标题", *key_counties(scope.board, scope.period), MADE)


CARDS: dict[str, Card] = {
    card.__name__: card
    for card in (year_course, units_course, denominators, uses, batches, two_years, key)
}


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    """Two Aprils, of which the first has one county alone."""
    desk = Desk(tmp_path_factory.mktemp("funds") / "home")
    desk.reference("units.csv", UNITS)
    desk.send("资金_202204.csv", HEAD + LAST_YEAR)
    desk.send("资金_202304.csv", HEAD + LEDGER)
    return opened(desk.path)


def opened(home: Path) -> Board:
    found = open_board(home)
    assert found
    return found


def scope(board: Board, unit: str = "", language: Language = "zh") -> Scope:
    return Scope(board, Words(language), "2023-04", board.units.get(unit))


def test_the_year_with_both_parts_and_what_the_rate_is_held_against(board: Board) -> None:
    made = year_course(scope(board))
    (april,) = made.grid.rows
    assert april[:4] == ("2023年4月", 1_600_000, 2_500_000, 0.64)
    assert april[4:7] == (None, Fraction(1, 3), 0.3)
    assert april[7] == pytest.approx(34)
    assert april[8:] == (None, "达标")
    assert made.grid.columns[3].ratio == (1, 2)
    assert [series.name for series in drawn(made).series] == ["全市", "序时进度", "本期节点"]
    assert drawn(made).series[0].values == (0.64,)
    assert ("资金级次", "全部级次") in made.provenance.lines
    assert made.name == "资金支出率 全市走势 2023年4月"


def test_a_unit_s_year_stands_beside_the_city_s(board: Board) -> None:
    made = year_course(scope(board, "990101"))
    assert made.grid.rows[0][1:5] == (600_000, 1_500_000, 0.4, 0.64)
    assert [series.name for series in drawn(made).series][:2] == ["云溪县", "全市"]
    assert made.name == "云溪县 资金支出率 走势 2023年4月"
    assert ("单位", "云溪县") in made.provenance.lines


def test_every_unit_s_months_and_the_lights_of_the_last(board: Board) -> None:
    made = units_course(scope(board))
    assert made.grid.heads(Words("zh")) == ["单位", "2023年4月（%）", "状态"]
    assert made.grid.rows == (("东岭县", 1.0, "达标"), ("云溪县", 0.4, "达标"))
    assert drawn(made).series[0].lights == ("green", "green")
    assert made.sentence.startswith("序时节点：4月30日30%")


def test_three_denominators(board: Board) -> None:
    # What was issued on 20 April is ten days old: 50 of 云溪县, of which nothing is spent.
    assert denominators(scope(board)).grid.rows == (
        ("云溪县", Fraction(2, 5), Fraction(6, 13), Fraction(3, 5), 500_000),
        ("东岭县", 1, 1, 1, 0),
        ("全市", Fraction(16, 25), Fraction(16, 23), Fraction(4, 5), 500_000),
    )


def test_uses_from_level_to_what_became_of_the_money(board: Board) -> None:
    made = uses(scope(board))
    assert [column.label for column in made.grid.columns[:6]] == [
        "支持方向", "中央", "省级", "累计下达", "累计到位", "累计支出",
    ]  # fmt: skip
    assert made.grid.rows == (
        ("产业发展", 2_000_000, None, 2_000_000, 1_800_000, 1_600_000, 400_000, 0, Fraction(4, 5)),
        ("就业项目", None, 500_000, 500_000, 500_000, 0, 500_000, 0, 0),
        ("合计", 2_000_000, 500_000, 2_500_000, 2_300_000, 1_600_000, 900_000, 0, Fraction(16, 25)),
    )
    assert made.grid.columns[8].ratio == (5, 3)
    assert [(each.name, each.values) for each in drawn(made).series] == [
        ("已支出", (1_600_000, 0)),
        ("未支出", (400_000, 500_000)),
    ]


def test_money_whose_spending_nobody_reported_is_neither_spent_nor_unspent(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home")
    desk.send("资金_202304.csv", "县区,级次,批次,支持方向,下达资金\n云溪县,中央,1,产业,100\n")
    made = uses(scope(opened(desk.path)))
    assert made.grid.rows[0][2:] == (1_000_000, None, None, None, 1_000_000, None)
    assert drawn(made).series[2].name == "未报支出"


def test_batches_oldest_first_red_where_they_lie_too_long(board: Board) -> None:
    made = batches(scope(board))
    first, second, whole = made.grid.rows
    assert first == (
        "中央", "1", date(2023, 1, 10), date(2023, 1, 12), 110, 2,
        2_000_000, 1_800_000, 1_600_000, 200_000, Fraction(9, 10), Fraction(4, 5),
    )  # fmt: skip
    assert second[4:] == (10, 1, 500_000, 500_000, 0, 500_000, 1, 0)
    assert whole[6:] == (
        2_500_000, 2_300_000, 1_600_000, 700_000, Fraction(23, 25), Fraction(16, 25),
    )  # fmt: skip
    spent, still = drawn(made).series
    assert (spent.values, still.values) == ((1_600_000, 0), (200_000, 500_000))
    assert still.lights == ("red", "grey")


def test_two_years_of_those_who_have_both(board: Board) -> None:
    made = two_years(scope(board))
    assert made.grid.rows[0] == (
        "中央", 1_000_000, 800_000, 600_000, Fraction(3, 5),
        1_200_000, None, 300_000, Fraction(1, 4), Fraction(-1, 6), 35,
    )  # fmt: skip
    assert made.grid.rows[-1][0] == "合计"
    assert made.grid.rows[-1][-2:] == (Fraction(1, 4), 15)
    assert made.sentence.endswith("上年同期没有数，两年都不计入：东岭县")
    now, before = drawn(made).series
    assert (now.name, now.values[:2]) == ("2023", (1_000_000, 500_000))
    assert (before.name, before.values[:2]) == ("2022", (1_200_000, None))


def test_the_key_counties_and_the_city(board: Board) -> None:
    assert key(scope(board)).grid.rows == (
        ("重点帮扶县", 1_500_000, Fraction(3, 5), 1_300_000, 600_000, Fraction(2, 5)),
        ("全市", 2_500_000, 1, 2_300_000, 1_600_000, Fraction(16, 25)),
    )


@pytest.mark.parametrize("card", CARDS)
def test_a_month_without_money_has_no_figures(tmp_path: Path, card: str) -> None:
    desk = Desk(tmp_path / "home")
    desk.send("监测_202304.csv", HOUSEHOLD)
    made = CARDS[card](scope(opened(desk.path)))
    known = [value for row in made.grid.rows for value in row[1:] if value and value != "未报送"]
    # The schedule goes on without money.
    assert known == ([Fraction(1, 3), 0.3] if card == "year_course" else [])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("unit", ["", "990102"])
@pytest.mark.parametrize("card", CARDS)
def test_every_card_is_written(board: Board, card: str, unit: str, language: Language) -> None:
    asked = scope(board, unit, language)
    assert is_written(CARDS[card](asked), asked.t)


@pytest.mark.parametrize("card", CARDS)
def test_in_english_nothing_is_left_in_chinese(board: Board, card: str) -> None:
    asked = scope(board, language="en")
    made = CARDS[card](asked)
    said = [made.name, made.sentence, *made.grid.heads(asked.t), *made.provenance.lines[0]]
    said += [text for row in made.grid.printed(asked.t) for text in row]
    if made.chart:
        said += [*made.chart.categories, *(each.name for each in made.chart.series)]
    assert chinese(said) == set()
