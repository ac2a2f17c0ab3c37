"""Decks of months in which something is missing, from literal standings."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from board.store import open_board
from briefing.deck import deck_file
from tests.board.published import Row, milestone, publish, standing, unit
from tests.briefing.converted import pages
from tests.briefing.deck.decks import (
    chart_of,
    collisions,
    opened,
    slide_of,
    table_of,
    texts_of,
    titles,
)
from wording import Words

MADE = datetime(2023, 5, 12, 9, 30)
ZH, EN = Words("zh"), Words("en")
CODES = ("start_rate", "spend_rate", "risk_elimination_rate")

Deck = Callable[..., bytes]


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    """Make a deck of literal units and standings: `deck(units, standings, t=…, period=…)`."""

    def made(
        units: list[Row], standings: list[Row], t: Words = ZH, period: str = "2023-04"
    ) -> bytes:
        board = open_board(publish(tmp_path, units=units, standings=standings))
        assert board
        return deck_file(board, period, "all", t, made=MADE)

    return made


def test_nothing_reported_is_said_in_words(deck: Deck) -> None:
    silent = [
        standing(code, None, None, indicator=indicator, units_missing=1)
        for code in ("city", "990101")
        for indicator in CODES
    ]
    made = deck([unit("990101", "云溪县")], silent)
    assert titles(made)[1] == "2023年4月没有可以计算的率"
    assert [row[1] for row in table_of(opened(made).slides[1])[1:]] == ["未报送"] * 3
    slide = slide_of(made, "资金支出率：本月没有可以排名的单位")
    assert "未报送，不参加排名：云溪县" in texts_of(slide)
    assert not [shape for shape in slide.shapes if shape.has_chart]


def test_a_month_without_any_standing_asks_for_the_files(deck: Deck) -> None:
    made = deck([unit("990101", "云溪县")], [standing("990101", 1, 2, period="2023-03")])
    assert titles(made)[1:3] == ["2023年4月没有可以计算的率", "报送0/1，1个单位未报齐"]
    assert "本月没有数据。" in texts_of(opened(made).slides[1])
    assert "云溪县尽快补报2023年4月数据" in texts_of(opened(made).slides[3])


@pytest.mark.parametrize("t", [ZH, EN], ids=["zh", "en"])
def test_one_unit_without_any_benchmark(deck: Deck, t: Words) -> None:
    numbers: Row = {"light": "grey", "indicator": "spend_rate"}
    made = deck(
        [unit("990101", "云溪县", "Yunxi County")],
        [
            standing("990101", 30, 100, rank=1, **numbers),
            standing("city", 30, 100, units_missing=0, **numbers),
        ],
        t,
    )
    drawn = chart_of(slide_of(made, t("{unit}以{value}领先", unit="", value="30.00%").strip()))
    assert drawn[""] == [t.of("云溪县", "Yunxi County"), t("全市")]
    assert [row[3] for row in table_of(opened(made).slides[1])[1:]] == ["—"]


def test_of_a_hundred_units_the_ends_are_shown_and_the_rest_is_counted(
    deck: Deck, tmp_path: Path
) -> None:
    codes = [f"99{number:04d}" for number in range(1, 101)]
    name = "某某土家族苗族自治县第{}示范区"
    numbers: Row = {"light": "red", "streak": 4, "province": 0.999}
    made = deck(
        [unit(code, name.format(at)) for at, code in enumerate(codes, 1)],
        [
            standing(code, 1000 - 9 * rank, 1000, rank=rank,
                     **numbers, **milestone(0.995, 4, 30, 1 - 0.009 * rank))
            for rank, code in enumerate(codes, 1)
        ]
        + [standing("city", 54550, 100000, units_missing=0, **numbers, **milestone(0.995, 4, 30))],
    )  # fmt: skip
    slide = slide_of(made, "资金支出率：某某土家族苗族自治县第1示范区以")
    drawn = chart_of(slide)
    shown = [name.format(at) for at in (*range(1, 7), *range(95, 101))]
    assert drawn[""] == [*shown, "全市", "全省均值", "本期节点"]
    assert drawn["资金支出率"][11] == pytest.approx(0.1)
    assert "居中的88个单位见附表" in texts_of(slide)
    assert len(table_of(slide_of(made, "建议约谈"))) == 11
    assert collisions(made) == []
    assert "另有90个单位" in texts_of(slide_of(made, "建议约谈"))
    assert pages(made, "deck.pptx", tmp_path) == len(titles(made))


def test_what_a_name_holds_is_text(deck: Deck) -> None:
    odd = "=县<&>\"'"
    made = deck([unit("990101", odd)], [standing("990101", 30, 100, rank=1, light="grey")])
    assert odd in chart_of(slide_of(made, "30.00%领先"))[""]


def test_money_that_is_not_divided_by_level_is_said_to_be_missing_from_the_chart(
    tmp_path: Path,
) -> None:
    def money(unit_code: str, measure: str, level: str, value: int) -> Row:
        return {"period": "2023-04", "unit_code": unit_code, "measure": measure,
                "fund_level": level, "value": value}  # fmt: skip

    facts = [
        money("990101", "allocated", "central", 600_000),
        money("990101", "spent", "central", 200_000),
        money("990102", "allocated", "all", 400_000),
    ]
    units = [unit("990101", "云溪县"), unit("990102", "东岭县")]
    standings = [standing("990101", 20, 60, rank=1), standing("city", 20, 60)]
    board = open_board(publish(tmp_path, units=units, standings=standings, facts=facts))
    assert board
    slide = slide_of(deck_file(board, "2023-04", "all", ZH, made=MADE), "下达100.00万元")
    assert chart_of(slide)[""] == ["中央"]
    assert "没有分级次报送的资金不在图中" in texts_of(slide)
