"""What the project page says of given projects, in both languages."""

from fractions import Fraction
from pathlib import Path

import pytest

from board.days_to_start import days_to_start, pooled
from board.project_rows import Filters, late_counts
from board.project_sentences import (
    carried_finding,
    category_finding,
    days_finding,
    days_in_words,
    late_finding,
    month_finding,
    place_of_unit,
    relief_finding,
    stages_finding,
)
from board.projects import Projects, projects
from board.ranking import ranking
from board.store import Board, open_board
from board.township_sentences import (
    silent_about_townships,
    township_cautions,
    townships_finding,
    widest_finding,
)
from board.townships import townships, townships_by_unit
from tests.board import project_ledger
from tests.board.published import publish, unit
from tests.board.test_projects import UNITS, facts
from wording import Words

ZH, EN = Words("zh"), Words("en")
APRIL = "2023-04"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Board:
    """The board of the literal ledger."""
    return project_ledger.board(tmp_path_factory.mktemp("ledger") / "home")


@pytest.fixture(scope="module")
def april(ledger: Board) -> Projects:
    return projects(ledger, APRIL)


def test_the_start_rate_and_who_has_most_to_start(ledger: Board, april: Projects) -> None:
    assert stages_finding(april, ledger, ZH) == (
        "全市开工率57.14%：3个未开工，其中应开工未开工2个，云溪县最多（3个）"
    )
    assert stages_finding(april, ledger, EN) == (
        "City: start rate 57.14%; 3 not started, 2 of them overdue, most in Yunxi (3)"
    )


@pytest.mark.parametrize(
    ("narrow", "said"),
    [
        ({"unit": "990101"}, "云溪县开工率40.00%：3个未开工，其中应开工未开工2个"),
        ({"unit": "990102"}, "东岭县开工率100.00%：全部开工"),
        (
            {"category": "产业发展"},
            "产业发展开工率50.00%：2个未开工，其中应开工未开工1个，云溪县最多（2个）",
        ),
        ({"unit": "990101", "category": "就业项目"}, "云溪县就业项目没有项目数据"),
    ],
)
def test_the_subject_is_what_the_page_is_narrowed_to(
    ledger: Board, narrow: dict[str, str], said: str
) -> None:
    assert stages_finding(projects(ledger, APRIL, **narrow), ledger, ZH) == said


def test_nobody_due_no_plan_and_no_figures_are_told_apart(tmp_path: Path) -> None:
    rows = facts(
        "990101",
        projects_planned=5,
        projects_started=2,
        projects_not_started=3,
        projects_due=2,
        projects_due_started=2,
    )
    found = open_board(publish(tmp_path / "a", units=UNITS, facts=rows))
    assert found
    said = stages_finding(projects(found, APRIL), found, ZH)
    assert said == "全市开工率40.00%：3个未开工，都未到计划开工时间，云溪县最多（3个）"
    assert stages_finding(projects(found, "2022-01"), found, ZH) == "全市没有项目数据"
    none = open_board(
        publish(
            tmp_path / "b",
            units=UNITS,
            facts=facts("990101", projects_planned=0, projects_started=0),
        )
    )
    assert none
    assert stages_finding(projects(none, APRIL), none, ZH) == "全市没有计划项目"


def test_the_place_of_a_unit(ledger: Board) -> None:
    answer = ranking(ledger, APRIL, "start_rate", "all")
    assert place_of_unit(answer, "990101", ZH) == "在2个单位中居第2位"
    assert place_of_unit(answer, "990101", EN) == "2nd of 2 units"
    assert place_of_unit(answer, "nonsense", ZH) == ""


def test_which_category_is_largest_and_which_starts_least(ledger: Board, april: Projects) -> None:
    # 7000 of 8200 yuan; two categories have started half of their projects.
    assert category_finding(april, ledger, ZH) == (
        "产业发展最多，占计划投资85.37%；产业发展、乡村建设行动开工率最低（50.00%）"
    )
    own = projects(ledger, APRIL, unit="990101")
    assert category_finding(own, ledger, ZH) == (
        "产业发展最多，占计划投资80.00%；产业发展开工率最低（33.33%）"
    )
    assert category_finding(projects(ledger, "2022-01"), ledger, ZH) == "没有分类别的数据"


def test_what_is_counted_apart(ledger: Board, april: Projects) -> None:
    assert carried_finding(april, ledger, ZH) == "结转项目2个，完工1个，完工率50.00%"
    assert carried_finding(april, ledger, EN) == "2 projects carried over, 1 completed: 50.00%"
    assert carried_finding(projects(ledger, APRIL, unit="990101"), ledger, ZH) == (
        "没有以前年度结转的项目"
    )
    assert relief_finding(april, ZH) == (
        "以工代赈项目1个，占全部项目14.29%，开工1个，完成投资0.08万元"
    )
    assert relief_finding(projects(ledger, APRIL, unit="990102"), ZH) == "没有填报以工代赈项目"


def test_days_from_money_to_start(ledger: Board) -> None:
    found = days_to_start(ledger, APRIL, Filters())
    whole = pooled(found)
    assert days_finding(found, whole, ledger, ZH) == (
        "资金下达到开工的中位数31天，50.00%在一个月内开工，东岭县最慢（38.5天）"
    )
    assert days_finding(found, whole, ledger, EN) == (
        "Median from money to start 31 days; 50.00% started within one month, "
        "slowest is Dongling (38.5 days)"
    )
    assert month_finding(found, ledger, ZH) == "1个单位的中位数超过一个月：东岭县"
    assert month_finding(found[1:], ledger, ZH) == "1个单位的中位数都在一个月内"
    assert days_finding((), pooled(()), ledger, ZH).startswith("没有既填资金下达日期")
    assert days_in_words(Fraction(1), EN) == "1 day"


def test_how_many_are_late_and_where(ledger: Board) -> None:
    counts = late_counts(ledger, APRIL, Filters())
    assert late_finding(counts, 30, None, ledger, ZH) == (
        "全市6个项目落后：应开工未开工2个、资金下达超过30天未开工2个、应完工未完工3个，"
        "云溪县最多（4个）"
    )
    own = late_counts(ledger, APRIL, Filters(unit="990102"))
    assert late_finding(own, 30, "990102", ledger, ZH) == "东岭县2个项目落后：应完工未完工2个"
    assert late_finding(own, 30, "990102", ledger, EN) == (
        "Dongling: 2 projects late: Finish overdue 2"
    )
    none = late_counts(ledger, "2022-01", Filters())
    assert late_finding(none, 30, None, ledger, ZH) == "全市没有落后的项目"


def test_townships_of_a_unit(ledger: Board) -> None:
    start_rate = ledger.indicators["start_rate"]
    own = townships(ledger, APRIL, start_rate, "990101")
    # 永安镇 1 of 2, 大坪镇 0 of 2, and one project without a township
    assert townships_finding(own, ledger, ZH) == (
        "云溪县2个乡镇：永安镇以50.00%领先，大坪镇最低（0.00%）"
    )
    assert township_cautions(own, ZH) == ["另有1个没有填乡镇，不参加排名，计入合计。"]
    other = townships(ledger, APRIL, start_rate, "990102")
    assert townships_finding(other, ledger, ZH) == (
        "东岭县2个乡镇：前沟乡、后沟乡并列第一（100.00%）"
    )
    assert township_cautions(other, ZH) == []
    assert townships_finding(townships(ledger, "2022-01", start_rate, "990101"), ledger, EN) == (
        "Yunxi has no ledger this month: townships cannot be ranked"
    )


def test_townships_of_all_units(ledger: Board) -> None:
    found = townships_by_unit(ledger, APRIL, ledger.indicators["start_rate"])
    assert widest_finding(found, ledger, ZH) == (
        "云溪县的乡镇相差最大：永安镇与大坪镇差50.00个百分点"
    )
    assert silent_about_townships(found, ledger, ZH) == []
    none = townships_by_unit(ledger, "2022-01", ledger.indicators["start_rate"])
    assert widest_finding(none, ledger, ZH) == "没有可以比较的乡镇"
    assert silent_about_townships(none, ledger, ZH) == [
        "本月没有台账，不能按乡镇排名：云溪县、东岭县。"
    ]


def test_rows_that_name_no_township(tmp_path: Path) -> None:
    blank = project_ledger.LEDGER.replace("永安镇", "").replace("大坪镇", "")
    board = project_ledger.board(tmp_path / "home", blank)
    found = townships(board, APRIL, board.indicators["start_rate"], "990101")
    assert townships_finding(found, board, ZH) == "云溪县的台账没有填乡镇，不能按乡镇排名"
    everybody = townships_by_unit(board, APRIL, board.indicators["start_rate"])
    assert silent_about_townships(everybody, board, ZH) == ["台账没有填乡镇：云溪县。"]


def test_a_name_with_marks_is_said_as_it_is(tmp_path: Path) -> None:
    units = [unit("990101", "a*b<县", "A & B")]
    rows = facts("990101", projects_planned=5, projects_started=2, projects_not_started=3)
    found = open_board(publish(tmp_path, units=units, facts=rows))
    assert found
    assert stages_finding(projects(found, APRIL), found, EN) == (
        "City: start rate 40.00%; 3 not started, most in A & B (3)"
    )
