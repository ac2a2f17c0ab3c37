"""What a ranking says, in both languages."""

from pathlib import Path

import pytest

from board.history import history
from board.ranking import Ranking, groups, improvements, ranking
from board.ranking_sentences import (
    best_group,
    biggest_climb,
    cautions,
    in_force,
    leader_and_laggard,
    most_improved,
    who_is_not_ranked,
)
from board.store import Board, open_board
from tests.board.published import Row, milestone, publish, standing, unit
from wording import Words

ZH, EN = Words("zh"), Words("en")
UNITS = [
    unit("990101", "云溪县", "Yunxi"),
    unit("990102", "东岭县", "Dongling"),
    unit("990103", "市本级", "City level", ranked=False),
]


def published(home: Path, *rows: Row, units: list[Row] = UNITS) -> Board:
    board = open_board(publish(home, units=units, standings=list(rows)))
    assert board
    return board


def ranked(home: Path, *rows: Row) -> Ranking:
    return ranking(published(home, *rows), "2023-04", "spend_rate", "all")


def test_the_leader_and_who_is_farthest_behind_the_milestone(tmp_path: Path) -> None:
    answer = ranked(
        tmp_path,
        standing("990101", 614, 1000, rank=1, **milestone(0.3, 4, 30, 0.614)),
        standing("990102", 1742, 10000, rank=2, **milestone(0.3, 4, 30, 0.1742)),
    )
    assert leader_and_laggard(answer, ZH) == "云溪县以61.40%领先，东岭县落后节点12.58个百分点"
    assert (
        leader_and_laggard(answer, EN)
        == "Yunxi leads with 61.40%, Dongling is 12.58 pp below the milestone"
    )


def test_a_tie_for_first_and_all_at_the_milestone(tmp_path: Path) -> None:
    answer = ranked(
        tmp_path,
        standing("990101", 1, 2, rank=1, tied=True, **milestone(0.5, 4, 30, 0.5)),
        standing("990102", 2, 4, rank=1, tied=True, **milestone(0.5, 4, 30, 0.5)),
    )
    assert leader_and_laggard(answer, ZH) == "云溪县、东岭县并列第一（50.00%），全部达到节点"


def test_without_a_milestone_the_province_is_the_measure(tmp_path: Path) -> None:
    answer = ranked(
        tmp_path,
        standing("990101", 3, 4, rank=1, gap_province=5.0, province=0.7),
        standing("990102", 1, 2, rank=2, gap_province=-20.0, province=0.7),
    )
    assert leader_and_laggard(answer, ZH) == "云溪县以75.00%领先，东岭县低于全省20.00个百分点"


def test_without_either_the_last_is_named_with_its_rate(tmp_path: Path) -> None:
    answer = ranked(tmp_path, standing("990101", 3, 4, rank=1), standing("990102", 1, 2, rank=2))
    assert leader_and_laggard(answer, ZH) == "云溪县以75.00%领先，东岭县最低（50.00%）"


def test_of_units_that_all_tie_none_is_the_last(tmp_path: Path) -> None:
    both = [standing(code, 1, 2, rank=1, tied=True) for code in ("990101", "990102")]
    assert leader_and_laggard(ranked(tmp_path, *both), ZH) == "云溪县、东岭县并列第一（50.00%）"


def test_many_that_tie_are_counted_and_all_of_the_last_are_meant(tmp_path: Path) -> None:
    units = [unit(f"99010{n}", f"{n}县", f"No. {n}") for n in range(1, 8)]
    rows = [
        *(standing(f"99010{n}", 1, 1, rank=1, tied=True, gap_province=50.0) for n in range(1, 6)),
        *(standing(f"99010{n}", 0, 1, rank=6, tied=True, gap_province=-50.0) for n in (6, 7)),
    ]
    answer = ranking(published(tmp_path, *rows, units=units), "2023-04", "spend_rate", "all")
    assert leader_and_laggard(answer, ZH) == (
        "1县、2县、3县等5个单位并列第一（100.00%），6县、7县低于全省50.00个百分点"
    )
    assert leader_and_laggard(answer, EN) == (
        "No. 1, No. 2, No. 3 and others, 5 units in all share first place (100.00%),"
        " No. 6, No. 7 are 50.00 pp below the province"
    )


def test_a_gap_that_prints_as_nothing_is_not_below_the_province(tmp_path: Path) -> None:
    rows = (standing("990101", 1, 2, rank=1, gap_province=-0.001, province=0.50001),)
    assert leader_and_laggard(ranked(tmp_path, *rows), ZH) == (
        "云溪县以50.00%领先，全部不低于全省平均"
    )


def test_one_unit_alone_only_leads(tmp_path: Path) -> None:
    answer = ranked(tmp_path, standing("990101", 3, 4, rank=1))
    assert leader_and_laggard(answer, ZH) == "云溪县以75.00%领先"


def test_nobody_ranked(tmp_path: Path) -> None:
    answer = ranked(tmp_path, standing("990101", None, None))
    assert leader_and_laggard(answer, ZH) == "本月没有可以排名的单位"


def test_what_is_in_force_names_the_missing(tmp_path: Path) -> None:
    city = standing("city", 1, 2, units_missing=2, province=0.46923, **milestone(0.3, 4, 30))
    said = in_force(ranked(tmp_path, city), "支出 ÷ 下达", ZH)
    assert said == (
        "支出 ÷ 下达 · 节点（4月30日）≥30% · 全省平均 46.92% · 全市 50.00% · 全市合计缺2个单位"
    )


def test_what_is_in_force_says_the_place_in_the_province(tmp_path: Path) -> None:
    city = standing("city", 2, 5)
    fourth = {"period": "2023-04", "indicator": "spend_rate", "province": 0.36, "rank": 4}
    for of, zh in ((14, "全省第4位/共14"), (None, "全省第4位")):
        home = publish(
            tmp_path / f"of {of}", units=UNITS, standings=[city], benchmarks=[fourth | {"of": of}]
        )
        board = open_board(home)
        assert board
        answer = ranking(board, "2023-04", "spend_rate", "all")
        assert in_force(answer, "支出 ÷ 下达", ZH) == f"支出 ÷ 下达 · 全市 40.00% · {zh}"


def test_the_unranked_are_named_by_reason(tmp_path: Path) -> None:
    answer = ranked(
        tmp_path,
        standing("990101", None, None),
        standing("990102", 0, 0, reason="no_task"),
        standing("990103", 1, 4, ranked=False),
    )
    assert who_is_not_ranked(answer, ZH) == [
        "未报送，不参加排名：云溪县。",
        "无任务（分母为零），不参加排名：东岭县。",
        "计入全市合计，不参加排名：市本级 25.00%。",
    ]


def test_rounding_and_rates_above_the_whole_are_said(tmp_path: Path) -> None:
    answer = ranked(
        tmp_path,
        standing("990101", 21410, 20985, rank=1, alike=True),
        standing("990102", 21409, 20985, rank=2, alike=True),
    )
    assert cautions(answer, ZH) == [
        "因四舍五入显示相同：云溪县、东岭县。排名按未舍入的数。",
        "超过100%：云溪县 102.03%、东岭县 102.02%。按原数显示，请核对。",
    ]


def test_improvement_and_its_opposite(tmp_path: Path) -> None:
    before = [standing("990101", 1, 4, "2023-03"), standing("990102", 1, 4, "2023-03")]
    up = ranked(
        tmp_path / "up", *before,
        standing("990101", 2, 4, rank=1), standing("990102", 1, 4, rank=2),
    )  # fmt: skip
    assert most_improved(improvements(up), ZH) == (
        "云溪县进步最大，较上月+25.00个百分点，东岭县最慢，持平"
    )
    down = ranked(tmp_path / "down", *before, standing("990101", 1, 5, rank=1))
    assert most_improved(improvements(down), EN) == (
        "every unit is below last month, Yunxi least, −5.00 pp"
    )
    assert most_improved((), ZH) == "没有上月的数据，还不能比较进步"


def test_the_best_group(tmp_path: Path) -> None:
    units = [
        unit("990101", "云溪县", unit_group="县"),
        unit("990102", "北原区", unit_group="区"),
    ]
    rows = [standing("990101", 1, 2, rank=1), standing("990102", 1, 4, rank=2)]
    board = published(tmp_path, *rows, units=units)
    found = groups(ranking(board, "2023-04", "spend_rate", "all"))
    assert best_group(found, ["县", "区"], ZH) == "县最高，高于区25.00个百分点"
    assert best_group((), (), ZH) == "没有分组数据"


@pytest.mark.parametrize(
    ("ranks", "said"),
    [
        ([(1, 2), (2, 1)], "2023年3月至2023年4月：东岭县上升1位，云溪县下降1位"),
        ([(1, 1), (2, 2)], "2023年3月至2023年4月：首尾两月名次相同"),
    ],
)
def test_who_climbed_and_who_fell(tmp_path: Path, ranks: list[tuple[int, int]], said: str) -> None:
    rows = [
        standing(code, 1, 2, month, rank=rank)
        for code, both in zip(("990101", "990102"), ranks, strict=True)
        for month, rank in zip(("2023-03", "2023-04"), both, strict=True)
    ]
    answer = history(published(tmp_path, *rows), "2023-03", "2023-04", "spend_rate", "all")
    assert biggest_climb(answer, ZH) == said


def test_a_requirement_of_the_whole_year_is_no_milestone_of_january(tmp_path: Path) -> None:
    answer = ranked(tmp_path, standing("city", 3, 5, **milestone(0.6, 1, 1)))
    assert in_force(answer, "产业 ÷ 中省", ZH) == "产业 ÷ 中省 · 全年要求≥60% · 全市 60.00%"
    assert "required all year ≥ 60%" in in_force(answer, "industry ÷ all", EN)
