"""The monitoring page's cards as documents: literal households, figures worked out by hand."""

from collections.abc import Callable
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import pytest

from board.monitoring import Narrow
from board.store import open_board
from briefing.cards.monitoring import elimination, flow, help, stock, townships
from briefing.cards.scope import Scope
from briefing.export import Export
from tests.board.monitored import FULL, A
from tests.board.published import publish, standing
from tests.briefing.cards.made import chinese, drawn
from wording import Words

MADE = datetime(2023, 5, 10, 9, 30)
SAID = ("标题", "说明")
ILL = Narrow("risk", "因病")
HALF = Fraction(1, 2)
Card = Callable[[Scope], Export]
OF_THE_CITY: dict[str, Card] = {
    "types": lambda scope: stock.types(scope, "persons", *SAID, MADE),
    "risks": lambda scope: stock.risks(scope, "persons", *SAID, MADE),
    "units": lambda scope: stock.units(scope, "persons", None, *SAID, MADE),
    "units_in_a_risk": lambda scope: stock.units(scope, "households", ILL, *SAID, MADE),
    "flow": lambda scope: flow.columns(scope, "households", *SAID, MADE),
    "flow_months": lambda scope: flow.months(scope, "households", *SAID, MADE),
    "flow_units": lambda scope: flow.units(scope, "households", *SAID, MADE),
    "standardised": lambda scope: elimination.standardised(scope, *SAID, MADE),
    "mix": lambda scope: elimination.mix(scope, *SAID, MADE),
    "cohorts": lambda scope: elimination.cohorts(scope, *SAID, MADE),
    "kinds": lambda scope: help.kinds(scope, *SAID, MADE),
    "first_measures": lambda scope: help.first_measure_months(scope, *SAID, MADE),
    "eliminations": lambda scope: help.elimination_months(scope, *SAID, MADE),
}
OF_A_UNIT: dict[str, Card] = {
    "townships": lambda scope: stock.townships(scope, "persons", *SAID, MADE),
    "standings": lambda scope: townships.standings(scope, "measure_coverage", *SAID, MADE),
}


def scope_of(home: Path, unit: str = "", language: str = "zh") -> Scope:
    board = open_board(home)
    assert board
    return Scope(board, Words("en" if language == "en" else "zh"), "2023-04", board.units.get(unit))


@pytest.fixture
def city(tmp_path: Path) -> Scope:
    return scope_of(publish(tmp_path, **FULL))


@pytest.fixture
def yunxi(tmp_path: Path) -> Scope:
    return scope_of(publish(tmp_path, **FULL), A)


def test_types_with_everybody_last(city: Scope) -> None:
    made = OF_THE_CITY["types"](city)
    assert made.grid.rows == (
        ("脱贫不稳定户", 100, 400, HALF, 200, HALF),
        ("突发严重困难户", 100, 400, HALF, 110, Fraction(11, 40)),
        ("全市", 200, 800, 1, 310, Fraction(31, 80)),
    )
    assert made.grid.heads(city.t) == [
        "监测对象类别", "监测（户）", "监测（人）", "占比（%）", "已消除（人）", "消除率（%）",
    ]  # fmt: skip
    assert (made.name, made.title, made.sentence) == ("监测对象类别 2023年4月", *SAID)
    assert ("计数", "按人") in made.provenance.lines
    assert (drawn(made).categories, drawn(made).unit) == (("脱贫不稳定户", "突发严重困难户"), "人")
    assert drawn(made).series[0].values == (400, 400)


def test_what_overlaps_is_no_sum_and_a_card_of_a_unit_says_so(yunxi: Scope) -> None:
    made = stock.risks(yunxi, "households", *SAID, MADE)
    assert [row[:4] for row in made.grid.rows] == [
        ("因病", 90, 360, Fraction(9, 10)),
        ("因残", 60, 240, Fraction(3, 5)),
        ("云溪县", 100, 400, 1),
    ]
    assert made.name == "云溪县 致贫返贫风险 2023年4月"
    assert ("单位", "云溪县") in made.provenance.lines
    assert ("计数", "按户") in made.provenance.lines
    assert drawn(made).series[0].values == (90, 60)


def test_units_with_who_sent_nothing(yunxi: Scope) -> None:
    made = OF_THE_CITY["units"](yunxi)  # a card of all units, whichever one the page is of
    assert made.grid.rows == (
        ("云溪县", 100, 400, HALF, 140, Fraction(7, 20)),
        ("东岭县", 100, 400, HALF, 170, Fraction(17, 40)),
        ("河湾县", "未报送", None, None, None, None),
        ("全市", 200, 800, 1, 310, Fraction(31, 80)),
    )
    assert made.name == "监测对象分布 2023年4月"
    assert "单位" not in dict(made.provenance.lines)


def test_units_in_one_risk(city: Scope) -> None:
    made = OF_THE_CITY["units_in_a_risk"](city)
    assert [row[:4] for row in made.grid.rows] == [
        ("云溪县", 90, 360, Fraction(9, 10)),
        ("东岭县", 50, 200, HALF),
        ("河湾县", "未报送", None, None),
        ("全市", 140, 560, Fraction(7, 10)),
    ]
    assert made.grid.columns[3].label == "占监测对象"
    assert ("只看", "因病") in made.provenance.lines


def test_townships_most_first(yunxi: Scope) -> None:
    assert OF_A_UNIT["townships"](yunxi).grid.rows == (
        ("清河镇", 60, 240, Fraction(3, 5), 80, Fraction(1, 3)),
        ("白石乡", 40, 160, Fraction(2, 5), 60, Fraction(3, 8)),
        ("云溪县", 100, 400, 1, 140, Fraction(7, 20)),
    )


def test_months_of_the_flow(city: Scope) -> None:
    made, table = OF_THE_CITY["flow"](city), OF_THE_CITY["flow_months"](city)
    march, april = made.grid.rows
    assert march == ("2023年3月", *[None] * 7, 0, "云溪县、东岭县、河湾县")
    assert april == ("2023年4月", 198, 4, 3, 1, 200, 0, 2, 2, "河湾县")
    assert made.grid.heads(city.t)[1:9] == [
        "期初（户）", "本月新增（户）", "自然减少（户）", "变动（户）", "期末（户）",
        "本月消除（户）", "风险回退（户）", "计入单位数",
    ]  # fmt: skip
    assert drawn(made).categories == ("2023年4月",)
    assert [series.values for series in drawn(made).series] == [(4,), (-3,), (1,)]
    assert (table.grid.rows, table.chart) == ((april, march), None)


def test_units_of_the_flow(city: Scope, yunxi: Scope) -> None:
    own = ("云溪县", 98, 4, 3, 1, 100, 0, 2)
    made, of_one = OF_THE_CITY["flow_units"](city), OF_THE_CITY["flow_units"](yunxi)
    assert made.grid.rows == (
        own, ("东岭县", 100, 0, 0, 0, 100, 0, 0), ("全市", 198, 4, 3, 1, 200, 0, 2),
    )  # fmt: skip
    assert made.grid.total
    assert (of_one.grid.rows, of_one.grid.total) == ((own,), False)


def test_both_rates_their_ranks_and_this_year_s(city: Scope) -> None:
    # As in tests/board/test_standardised.py: 132.5 and 177.5 would be out of risk at city's rates.
    made = OF_THE_CITY["standardised"](city)
    yunxi, dongling, hewan, whole = made.grid.rows
    fair = Fraction(140) / Fraction(265, 2) * Fraction(31, 80)
    assert yunxi == (
        "云溪县", 400, 140, Fraction(7, 20), 2, Fraction(265, 2), fair, 1, 1,
        40, 4, Fraction(1, 10),
    )  # fmt: skip
    assert dongling[3:6] == (Fraction(17, 40), 1, Fraction(355, 2))
    assert dongling[7:] == (2, -1, None, None, None)
    assert hewan[:2] == ("河湾县", "未报送")
    assert whole[:5] == ("全市", 800, 310, Fraction(31, 80), None)
    assert whole[9:] == (40, 4, Fraction(1, 10))
    raw, standardised = drawn(made).series
    assert raw.values == (Fraction(7, 20), Fraction(17, 40))
    assert standardised.values[0] == fair
    assert ("指标", "风险消除率") in made.provenance.lines


def test_types_of_the_city_and_of_a_unit_at_the_city_s_rates(city: Scope, yunxi: Scope) -> None:
    assert OF_THE_CITY["mix"](city).grid.rows[1:] == (
        ("突发严重困难户", 400, HALF, 110, Fraction(11, 40)),
        ("全市", 800, 1, 310, Fraction(31, 80)),
    )
    assert OF_THE_CITY["mix"](yunxi).grid.rows == (
        ("脱贫不稳定户", 100, Fraction(1, 4), 50, HALF, HALF, 50),
        ("突发严重困难户", 300, Fraction(3, 4), 90, Fraction(3, 10), Fraction(11, 40),
         Fraction(165, 2)),
        ("云溪县", 400, 1, 140, Fraction(7, 20), Fraction(31, 80), Fraction(265, 2)),
    )  # fmt: skip


def test_cohorts_newest_first(yunxi: Scope) -> None:
    made = OF_THE_CITY["cohorts"](yunxi)
    assert made.grid.rows == (
        ("2023年", 40, 4, Fraction(1, 10)),
        ("2022年", 360, 136, Fraction(17, 45)),
        ("云溪县", 400, 140, Fraction(7, 20)),
    )
    assert [series.values for series in drawn(made).series] == [(40, 360), (4, 136)]


def test_townships_ranked_with_their_unit_as_a_bar(yunxi: Scope) -> None:
    made = OF_A_UNIT["standings"](yunxi)
    first, second, own = made.grid.rows
    assert first[:5] == (1, "清河镇", 50, 60, Fraction(5, 6))
    assert first[5] == pytest.approx(100 * (50 / 60 - 80 / 100))
    assert second[:5] == (2, "白石乡", 30, 40, Fraction(3, 4))
    assert own == (None, "云溪县", 80, 100, Fraction(4, 5), None, None)
    assert drawn(made).categories == ("清河镇", "白石乡", "云溪县")
    assert drawn(made).series[0].lights == ("blue", "blue", "ink")
    assert made.name == "云溪县 乡镇帮扶措施落实率 2023年4月"


def test_kinds_of_measures(city: Scope) -> None:
    made = OF_THE_CITY["kinds"](city)
    assert made.grid.rows == (
        ("综合保障", 70, Fraction(7, 20)),
        ("产业帮扶", 40, Fraction(1, 5)),
        ("全市", 200, 1),
    )
    assert drawn(made).series[0].values == (70, 40)


def test_waits_for_a_first_measure(city: Scope) -> None:
    made = OF_THE_CITY["first_measures"](city)
    assert made.grid.rows == (("2023年4月", 3, 1, 4), ("合计", 3, 1, 4))
    assert [column.label for column in made.grid.columns[1:]] == ["识别当月", "2个月后", "合计"]
    # One month is in time: who waited for two is late.
    assert [(series.name, series.colour, series.values) for series in drawn(made).series] == [
        ("识别当月", "blue", (3,)), ("更晚", "yellow", (1,)),
    ]  # fmt: skip


def test_months_to_elimination(city: Scope) -> None:
    made = OF_THE_CITY["eliminations"](city)
    assert made.grid.rows == ((4, 2, "不到6个月"), (9, 33, None))
    (series,) = drawn(made).series
    assert drawn(made).categories == tuple("0123456789")
    assert [series.values[month] for month in (3, 4, 9)] == [None, 2, 33]
    assert [series.lights[month] for month in (5, 6)] == ["yellow", "blue"]


def test_units_of_the_sample_are_its_rows_counted(
    sample_home: Path, published_rows: Callable[..., list[tuple[object, ...]]]
) -> None:
    rows = published_rows(
        sample_home,
        """
        SELECT name, count(*), sum(persons), sum(persons) FILTER (eliminated)
        FROM households JOIN units USING (unit_code)
        WHERE period = '2023-04' AND monitor_type IS NOT NULL
        GROUP BY ALL
        """,
    )
    made = OF_THE_CITY["units"](scope_of(sample_home)).grid.rows[:-1]
    reported = {row[0]: (row[1], row[2], row[4]) for row in made if row[1] != "未报送"}
    assert reported == {name: tuple(counts) for name, *counts in rows}


@pytest.mark.parametrize("card", OF_THE_CITY)
def test_a_month_without_households_has_an_empty_table(tmp_path: Path, card: str) -> None:
    rows = {"units": [], "standings": [standing("city", 1, 2)]}
    made = OF_THE_CITY[card](scope_of(publish(tmp_path, **FULL | rows | {"facts": []})))
    known = [value for row in made.grid.rows for value in row[1:-2] if value is not None]
    assert (known, made.chart) == ([], None)


@pytest.mark.parametrize("card", OF_THE_CITY | OF_A_UNIT)
def test_a_silent_unit_has_no_figures(tmp_path: Path, card: str) -> None:
    scope = scope_of(publish(tmp_path, **FULL), "990103")
    of_all = card in ("units", "units_in_a_risk", "standardised")
    assert bool((OF_THE_CITY | OF_A_UNIT)[card](scope).chart or of_all) == of_all


@pytest.mark.parametrize("card", OF_THE_CITY | OF_A_UNIT)
def test_an_english_file_is_english(tmp_path: Path, card: str) -> None:
    scope = scope_of(publish(tmp_path, **FULL), A, "en")
    made = (OF_THE_CITY | OF_A_UNIT)[card](scope)
    texts = [made.name, *made.grid.heads(scope.t)]
    texts += [value for row in made.grid.rows for value in row if isinstance(value, str)]
    texts += [series.name for series in made.chart.series] if made.chart else []
    assert chinese(texts) <= {"清河镇", "白石乡"}
