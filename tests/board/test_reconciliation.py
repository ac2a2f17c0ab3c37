"""Ledgers against reports: figures, agreements and sentences, from literal rows."""

from decimal import Decimal
from pathlib import Path

import pytest

from board.reconciliation import Agreement, Reconciliation, printed, reconciliation
from board.reconciliation_sentences import (
    agreement,
    figure,
    finding,
    finding_of,
    how_many_compared,
    not_comparable,
    of_unit,
    printed_finding,
    signed_figure,
    signed_share,
)
from board.store import Board
from tests.board.compared import MEASURES, SENT, STORY, board, compared, contradicted
from tests.board.published import Row
from wording import Words

ZH, EN = Words("zh"), Words("en")


def test_a_comparison_has_both_figures_their_difference_and_who_sent_each(tmp_path: Path) -> None:
    found = reconciliation(board(tmp_path, *STORY, **SENT), "2023-04")
    started, spent = found.differing
    assert [started.report, started.ledger, started.difference] == [126, 120, 6]
    assert (started.ledger_file, started.report_file) == (None, "衔接办.xlsx")
    assert (spent.ledger_by, spent.report_by) == ("财政局", "衔接办")
    assert spent.difference == Decimal("4200038.06")
    assert signed_figure(spent.difference, "money") == "+4,200,038.06"
    assert signed_share(spent.share) == "+11.45%"  # 4 200 038.06 ÷ 36 694 661.94
    assert signed_share(started.share) == "+5.00%"


def test_the_ledger_s_figure_leads_to_what_is_behind_it(tmp_path: Path) -> None:
    industry = MEASURES[1] | {"measure": "industry", "sort_order": 9}
    found = reconciliation(
        board(
            tmp_path,
            compared("990101", "spent", 5, 4),
            compared("990101", "industry", 5, 4),
            measures=[*MEASURES, industry],
        ),
        "2023-04",
    )
    assert [each.behind.text for each in found.differing] == [
        "spent~990101~all", "allocated~990101~all~category~产业发展",
    ]  # fmt: skip


def test_a_unit_agrees_differs_or_cannot_be_compared_dataset_by_dataset(tmp_path: Path) -> None:
    found = reconciliation(board(tmp_path, *STORY), "2023-04")
    differs, agrees = Agreement("differs", 1, 1), Agreement("agrees", 1, 0)
    assert {row[0].name: row[1] for row in found.rows} == {
        "云溪县": (differs, differs, agrees),
        "东岭县": (Agreement("ledger_only"), agrees, Agreement("neither")),
        "市本级": (Agreement("neither"), Agreement("neither"), Agreement("report_only")),
    }
    assert [agreement(cell, ZH) for cell in (differs, agrees, Agreement("report_only"))] == [
        "1项不符（共1项）", "1项一致", "只有月报",
    ]  # fmt: skip


def test_a_unit_that_is_not_ranked_is_there_only_where_it_sent_something(tmp_path: Path) -> None:
    found = reconciliation(board(tmp_path, *STORY[:3]), "2023-04")
    assert [row[0].name for row in found.rows] == ["云溪县", "东岭县"]


def told(home: Path, *rows: Row) -> tuple[Reconciliation, Board]:
    shown = board(home, *rows)
    return reconciliation(shown, "2023-04"), shown


def test_one_unit_s_few_differences_are_said_in_the_title(tmp_path: Path) -> None:
    found, shown = told(tmp_path, *STORY)
    assert finding(found, shown, ZH) == (
        "1个单位2项账表不符：云溪县月报与台账相比，已开工项目多6个、累计支出多420.00万元"
    )
    assert finding(found, shown, EN) == (
        "2 figures of 1 unit differ. Yunxi County, report against ledger:"
        " projects started 6 projects more, money spent ¥4.20 million more"
    )
    of_yunxi = found.of(shown.units["990101"])
    assert finding_of(shown.units["990101"], of_yunxi, ZH) == (
        "云溪县2项账表不符：月报与台账相比，已开工项目多6个、累计支出多420.00万元"
    )
    assert how_many_compared(found, ZH) == "核对4项，2项一致"


def test_of_several_units_those_that_differ_most_are_named(tmp_path: Path) -> None:
    found, shown = told(
        tmp_path,
        compared("990101", "spent", 5, 4),
        compared("990102", "spent", 5, 4),
        compared("990102", "projects_started", 5, 4),
    )
    assert finding(found, shown, ZH) == "2个单位3项账表不符：东岭县2项、云溪县1项"
    assert finding(found, shown, EN) == (
        "3 figures of 2 units differ: Dongling County (2), Yunxi County (1)"
    )


def test_less_is_said_too_and_small_money_in_yuan(tmp_path: Path) -> None:
    found, shown = told(
        tmp_path, compared("990101", "spent", 100, 40), compared("990101", "projects_started", 1, 0)
    )
    assert "已开工项目少1个、累计支出少60.00元" in finding(found, shown, ZH)


def test_when_everything_agrees_it_is_said_and_when_nothing_is_there_too(tmp_path: Path) -> None:
    found, shown = told(tmp_path, STORY[2], STORY[3])
    assert finding(found, shown, ZH) == "台账与月报全部一致：2个单位、2项"
    assert finding_of(shown.units["990101"], found.of(shown.units["990101"]), ZH) == (
        "云溪县1项账表全部一致"
    )
    nothing, shown = told(tmp_path, STORY[4])
    assert finding(nothing, shown, ZH) == "没有台账和月报都有的数，无从核对"
    assert how_many_compared(nothing, ZH) == "没有可以核对的数"


def test_units_that_cannot_be_compared_are_named_with_the_reason(tmp_path: Path) -> None:
    found, shown = told(tmp_path, *STORY)
    assert not_comparable(found, shown, ZH) == [
        "东岭县：只有项目台账，没有月报",
        "市本级：项目台账和月报都没有",
        "市本级：衔接资金台账和月报都没有",
        "东岭县：监测对象台账和月报都没有",
        "市本级：只有月报，没有监测对象台账",
    ]
    assert not_comparable(found, shown, EN)[0] == (
        "Dongling County: Project ledger only, nothing in the report"
    )


def test_figures_are_printed_to_the_last_digit(tmp_path: Path) -> None:
    assert figure(Decimal("36694661.94"), "money") == "36,694,661.94"
    assert figure(Decimal("126.00"), "projects") == "126"
    assert figure(None, "money") == signed_figure(None, "money") == signed_share(None) == "—"
    found, _ = told(tmp_path, compared("990101", "projects_started", 0, 3))
    assert found.differing[0].share is None  # of nothing there is no share


@pytest.fixture(name="contradicted")
def contradicted_board(tmp_path: Path) -> Board:
    return contradicted(tmp_path)


def test_what_files_print_against_their_sums_is_counted_by_kind(contradicted: Board) -> None:
    found = printed(contradicted, "2023-04")
    assert [(each.row, each.unit_code, each.accepted_by) for each in found] == [
        (3, "990101", "衔接办"), (4, "990102", "衔接办"), (16, None, "衔接办"),
    ]  # fmt: skip
    assert printed_finding(found, ZH) == "文件里3处与自身对不上：比率对不上2处、合计对不上1处"
    assert printed_finding((), ZH) == "文件里的合计、比率都与自身相符"
    assert printed(contradicted, "2023-03") == ()


def test_of_one_unit_its_own_and_those_of_whole_files_are_shown(contradicted: Board) -> None:
    found = printed(contradicted, "2023-04")
    of_yunxi = of_unit(found, contradicted.units["990101"])
    assert [each.row for each in of_yunxi] == [3, 16]
    assert of_unit(found, None) == found
