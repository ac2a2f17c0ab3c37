"""What a definition holds, and that its SQL divides as the standings do."""

from collections.abc import Callable
from pathlib import Path

from board.definition_sentences import (
    columns_of,
    headers_of,
    lights_in_words,
    milestones_in_words,
    options_in_words,
    province_in_words,
    reading,
)
from board.definitions import Definition, definition
from board.store import Board, open_board
from tests.board.published import LEVELS, Row, publish, unit
from wording import Words

ZH, EN = Words("zh"), Words("en")
Ask = Callable[..., list[tuple[object, ...]]]


def column(measure: str, dataset: str, code: str, label: str, *headers: str) -> Row:
    return {
        "measure": measure, "dataset": dataset, "column": code, "label_zh": label,
        "label_en": code.title(), "headers": list(headers),
    }  # fmt: skip


def option(setting: str, value: str, in_force: bool, basis: str) -> Row:
    return {
        "indicator": "spend_rate", "setting": setting, "value": value, "in_force": in_force,
        "basis_zh": basis, "basis_en": basis,
    }  # fmt: skip


TABLES: dict[str, list[Row]] = {
    "units": [unit("990101", "云溪县", "Yunxi County")],
    "settings": [{"name": "lights.far_below_points", "value": "10"}],
    "measures": [
        {
            "measure": "spent", "name_zh": "累计支出", "name_en": "Money spent",
            "counted_zh": "各行支出资金之和", "counted_en": "Money spent in all lines",
        },
        {"measure": "allocated", "name_zh": "累计下达", "name_en": "Money allocated"},
    ],
    "measure_columns": [
        column("spent", "funds", "spent", "支出资金", "支出资金", "累计支出"),
        column("spent", "reports", "spent", "支出资金", "实拨资金"),
        column("allocated", "funds", "allocated", "下达资金", "下达资金"),
    ],
    "indicator_options": [
        option("spend_rate.denominator", '"allocated"', True, "支出 ÷ 下达"),
        option("spend_rate.denominator", '"arrived"', False, "支出 ÷ 到位"),
    ],
    "targets": [
        {"indicator": "spend_rate", "due_month": 6, "due_day": 30, "at_least": 0.5},
        {"indicator": "spend_rate", "due_month": 4, "due_day": 30, "at_least": 0.3},
        {
            "indicator": "spend_rate", "due_month": 5, "due_day": 31, "at_least": 0.3,
            "unit_code": "990101",
        },
    ],
    "benchmarks": [
        {"period": "2023-03", "indicator": "spend_rate", "province": 0.2},
        {"period": "2023-04", "indicator": "spend_rate", "province": 0.3612},
        {
            "period": "2023-04", "indicator": "spend_rate", "province": 0.4443,
            "fund_level": "central",
        },
    ],
}  # fmt: skip


def board(home: Path, **tables: list[Row]) -> Board:
    found = open_board(publish(home, **(TABLES | {"codes": LEVELS} | tables)))
    assert found
    return found


def of(shown: Board, indicator: str = "spend_rate") -> Definition:
    return definition(shown, shown.indicators[indicator], "2023-04")


def test_the_parts_have_their_measures_and_columns(tmp_path: Path) -> None:
    found = of(board(tmp_path))
    assert found.numerator.measure.label(ZH) == "累计支出"
    assert found.numerator.measure.counted(EN) == "Money spent in all lines"
    assert columns_of(found.numerator, "funds", ZH) == "支出资金"
    assert headers_of(found.numerator, "funds") == "支出资金、累计支出"
    assert headers_of(found.numerator, "reports") == "实拨资金"
    assert columns_of(found.denominator, "reports", ZH) == ""


def test_a_measure_without_a_name_is_known_by_its_code(tmp_path: Path) -> None:
    found = of(board(tmp_path), "start_rate")
    assert found.numerator.measure.label(ZH) == "projects_started"
    assert not (found.options or found.milestones or found.benchmarks)


def test_options_milestones_and_the_province_are_said(tmp_path: Path) -> None:
    shown = board(tmp_path)
    found = of(shown)
    assert [(one.value, one.in_force) for one in found.options] == [
        ('"allocated"', True), ('"arrived"', False),
    ]  # fmt: skip
    assert options_in_words(found, ZH) == "1项设置会改变这项指标"
    assert [one.unit_code for one in found.milestones] == [None, None, "990101"]
    assert milestones_in_words(found.milestones, ZH) == "序时节点：4月30日30%、6月30日50%"
    assert milestones_in_words(found.milestones, EN) == "Milestones: 30 Apr 30%, 30 Jun 50%"
    assert province_in_words(found.benchmarks, shown, ZH) == (
        "省级基准（2023年4月全省平均）：全部级次 36.12%、中央 44.43%"
    )
    assert "落后节点超过10个百分点" in lights_in_words(shown, ZH)
    assert reading(shown.indicators["start_rate"], shown, ZH).startswith(
        "越高越好 · 资金级次：全部级次 · 有台账的用台账"
    )


def test_where_nothing_is_set_it_is_said(tmp_path: Path) -> None:
    shown = board(tmp_path, targets=TABLES["targets"][2:], benchmarks=[], indicator_options=[])
    found = of(shown)
    assert milestones_in_words(found.milestones, ZH) == "只有部分级次或单位设了序时节点"
    assert milestones_in_words((), ZH) == "没有设序时节点"
    assert province_in_words(found.benchmarks, shown, ZH) == "没有录入省级基准"
    assert options_in_words(found, ZH) == "没有设置会改变这项指标"


def test_the_sql_that_is_shown_divides_as_the_standings_do(
    sample_home: Path, published_rows: Ask
) -> None:
    shown = open_board(sample_home)
    assert shown
    asked = 0
    for indicator in shown.indicators.values():
        for period in (shown.periods[0], "2021-03", "2022-06", shown.periods[-1]):
            divided = published_rows(sample_home, definition(shown, indicator, period).query)
            standing = published_rows(
                sample_home,
                "SELECT unit_code, numerator, denominator, value FROM standings WHERE period = ?"
                " AND indicator = ? AND level = 'all' AND numerator IS NOT NULL ORDER BY ALL",
                period,
                indicator.code,
            )
            assert [row for row in divided if row[1] is not None] == standing, indicator.code
            asked += len(standing)
    assert asked > 300


def test_it_takes_the_report_where_there_is_no_ledger_and_counts_no_level_twice(
    tmp_path: Path, published_rows: Ask
) -> None:
    facts = [
        ("990101", "spent", "ledger", "central", 3), ("990101", "spent", "ledger", "county", 1),
        ("990101", "spent", "report", "all", 99), ("990101", "allocated", "report", "all", 10),
        ("990101", "allocated", "report", "central", 7), ("990102", "spent", "ledger", "all", 5),
    ]  # fmt: skip
    names = ("unit_code", "measure", "source", "fund_level", "value")
    shown = board(
        tmp_path,
        facts=[{"period": "2023-04", **dict(zip(names, row, strict=True))} for row in facts],
    )
    assert published_rows(tmp_path, of(shown).query) == [
        ("990101", 4, 10, 0.4), ("city", 4, 10, 0.4),
    ]  # fmt: skip
