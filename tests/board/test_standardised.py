"""Standardising the risk-elimination rate by type, worked by hand."""

from fractions import Fraction
from pathlib import Path

from board.elimination_sentences import reckoned, who_moves, works_out
from board.standardised import Standardisation, standardisation
from board.store import Board, open_board
from tests.board.published import Row, publish, unit
from wording import Words

UNITS = [
    unit("990101", "云溪县", "Yunxi"),
    unit("990102", "东岭县", "Dongling"),
    unit("990103", "河湾县", "Hewan"),
    unit("990104", "市本级", "City level", ranked=False),
]
TYPES: list[Row] = [
    {"list": "monitor_type", "code": code, "name_zh": code, "name_en": code, "sort_order": order}
    for order, code in enumerate(["脱贫不稳定户", "边缘易致贫户", "突发严重困难户"])
]
STABLE, EDGE, SUDDEN = (row["code"] for row in TYPES)
ZH = Words("zh")


def facts(code: str, types: dict[str, tuple[int, int]]) -> list[Row]:
    """A unit's persons monitored and eliminated, of each type and in all."""
    whole = tuple(sum(pair[at] for pair in types.values()) for at in (0, 1))
    splits = [("monitor_type", member, pair) for member, pair in types.items()]
    return [
        {
            "period": "2023-04", "unit_code": code, "measure": measure, "value": value,
            "dimension": dimension, "member": member,
        }
        for dimension, member, pair in [("", "", whole), *splits]
        for measure, value in zip(("persons_monitored", "persons_eliminated"), pair, strict=True)
    ]  # fmt: skip


def board_of(home: Path, **units: dict[str, tuple[int, int]]) -> Board:
    rows = [row for code, types in units.items() for row in facts(code[1:], types)]
    board = open_board(publish(home, units=UNITS, codes=TYPES, facts=rows))
    assert board
    return board


def answer_of(home: Path, **units: dict[str, tuple[int, int]]) -> Standardisation:
    return standardisation(board_of(home, **units), "2023-04")


def test_a_unit_with_many_sudden_cases_is_no_longer_last(tmp_path: Path) -> None:
    # City: 200 of 400 = 1/2 of the one type, 110 of 400 = 11/40 of the other, 310 of 800 in all.
    # 云溪 would have 100/2 + 300 × 11/40 = 132.5 and has 140; 东岭 150 + 27.5 = 177.5, and 170.
    board = board_of(
        tmp_path,
        u990101={STABLE: (100, 50), SUDDEN: (300, 90)},
        u990102={STABLE: (300, 150), SUDDEN: (100, 20)},
    )
    answer = standardisation(board, "2023-04")
    yunxi, dongling = answer.ranked
    assert (yunxi.unit_code, yunxi.rate, yunxi.rate_rank) == ("990101", Fraction(7, 20), 2)
    assert yunxi.expected == Fraction(265, 2)
    assert yunxi.standardised == Fraction(140) / Fraction(265, 2) * Fraction(31, 80)
    assert (yunxi.rank, yunxi.moved) == (1, 1)
    assert (dongling.rate, dongling.rate_rank) == (Fraction(17, 40), 1)
    assert dongling.standardised == Fraction(170) / Fraction(355, 2) * Fraction(31, 80)
    assert (dongling.rank, dongling.moved) == (2, -1)
    assert answer.city.rate == answer.city.standardised == Fraction(31, 80)
    assert [each.code for each in answer.missing] == ["990103"]
    said = "扣除类别构成的影响后，云溪县由第2位变为第1位，东岭县由第1位变为第2位"
    assert who_moves(answer, board, ZH) == said
    assert works_out(yunxi, ZH) == "按全市同类消除率应消除132.5人，实际140人"
    assert reckoned(yunxi, answer.city, ZH) == (
        "标准化消除率 = 140 ÷ 132.5 × 38.75% = 40.94%（原始消除率35.00%）"
    )


def test_units_as_good_in_each_type_stand_alike_whatever_their_mix(tmp_path: Path) -> None:
    # 60 % of the one, 50 % of the other and 20 % of the third everywhere; nobody has all three.
    board = board_of(
        tmp_path,
        u990101={STABLE: (100, 60), SUDDEN: (100, 20)},
        u990102={STABLE: (100, 60), EDGE: (100, 50)},
        u990103={STABLE: (200, 120)},
    )
    answer = standardisation(board, "2023-04")
    assert [each.standardised for each in answer.ranked] == [Fraction(31, 60)] * 3
    assert [(each.rank, each.tied) for each in answer.ranked] == [(1, True)] * 3
    assert {each.unit_code: each.rate_rank for each in answer.ranked} == {
        "990103": 1, "990102": 2, "990101": 3,
    }  # fmt: skip


def test_it_may_pass_one_hundred_percent(tmp_path: Path) -> None:
    # City: 10 of 100 sudden ones, all 100 others; 110 of 200. 云溪 would have 1 and has 10.
    answer = answer_of(
        tmp_path,
        u990101={SUDDEN: (10, 10)},
        u990102={SUDDEN: (90, 0), STABLE: (100, 100)},
    )
    yunxi = answer.of("990101")
    assert yunxi
    assert yunxi.standardised == Fraction(11, 2)


def test_without_anything_expected_there_is_no_figure_and_no_rank(tmp_path: Path) -> None:
    board = board_of(tmp_path, u990101={EDGE: (10, 0)}, u990102={STABLE: (10, 5)}, u990103={})
    answer = standardisation(board, "2023-04")
    assert [each.unit_code for each in answer.ranked] == ["990102"]
    edge, nobody = answer.unranked
    assert [edge.rate, edge.standardised, edge.rank] == [0, None, None]
    assert (nobody.rate, nobody.standardised, nobody.types) == (None, None, ())
    assert reckoned(edge, answer.city, ZH) == ""
    assert who_moves(answer, board, ZH) == "扣除类别构成的影响后，名次都不变"


def test_who_is_not_ranked_counts_in_the_city_only(tmp_path: Path) -> None:
    answer = answer_of(tmp_path, u990101={STABLE: (10, 5)}, u990104={STABLE: (10, 0)})
    assert [each.unit_code for each in answer.ranked] == ["990101"]
    assert [each.unit_code for each in answer.unranked] == ["990104"]
    assert answer.city.rate == Fraction(1, 4)
    assert [each.code for each in answer.missing] == ["990102", "990103"]


def test_a_month_without_ledgers_has_nothing_to_rank(tmp_path: Path) -> None:
    board = open_board(publish(tmp_path, units=UNITS))
    assert board
    answer = standardisation(board, "2023-04")
    assert (answer.ranked, answer.unranked, answer.city.rate) == ((), (), None)
    assert who_moves(answer, board, ZH) == "本月没有可以排名的单位"
