"""What a slip says of one unit, from literal runs, distances and counts."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from board.schedule import Distance
from board.store import Indicator
from board.streaks import INTERVIEW, NONE, REMINDER, Laggard, Run
from board.warnings import Count, Tally
from briefing.slips import sentences
from tests.briefing.notice.fields import SPEND, START, UNITS, of
from wording import Words

ZH, EN = Words("zh"), Words("en")
SHIPING = UNITS["990103"]
RUN = Run(
    unit_code="990103", indicator="spend_rate", level="all", value=0.1711, rank=12, tied=False,
    below=0, milestone=0.3, milestone_due=date(2023, 4, 30), province=0.36, gap_milestone=-12.89,
    gap_province=-18.89, light="red", streak=4, since="2023-01", months_milestone=1,
)  # fmt: skip
BELOW_PROVINCE = replace(
    RUN, milestone=None, milestone_due=None, gap_milestone=None, streak=1, since="2023-04",
    months_milestone=0, rank=2, tied=True,
)  # fmt: skip
DISTANCE = Distance(
    standing=of("990103", "2444.29", "14286.09"), due=date(2023, 6, 30), at_least=0.5,
    missing=Decimal("46987500"), per_month=Decimal("23493800"), per_week=Decimal("5391700"),
    pace=Decimal("7538700"), pace_months=3, by_due=0.27, met_on=None,
)  # fmt: skip


def test_the_title_names_unit_and_month() -> None:
    assert sentences.title(SHIPING, "2023-04", ZH) == "石坪县2023年4月重点工作提醒单"
    assert sentences.title(SHIPING, "2023-04", EN) == "Shiping: reminder for Apr 2023"


def test_the_opening_counts_the_indicators_and_names_a_level_that_is_not_all() -> None:
    both = Laggard(SHIPING, INTERVIEW, ((INTERVIEW, RUN), (REMINDER, BELOW_PROVINCE)))
    one = replace(both, runs=both.runs[:1])
    said = sentences.opening(both, "2023年4月30日", "", ZH)
    assert said == "截至2023年4月30日，你单位有2项指标落后，现提醒如下。"
    said = sentences.opening(one, "2023年4月30日", "中央", ZH)
    assert said == "截至2023年4月30日，你单位有1项指标落后，现提醒如下。资金情况为中央衔接资金。"
    said = sentences.opening(one, "30 Apr 2023", "", EN)
    assert said == "As of 30 Apr 2023 your unit is behind in 1 indicator. This is a reminder."


@pytest.mark.parametrize(
    ("run", "step", "zh", "en"),
    [
        (
            RUN,
            INTERVIEW,
            "资金支出率17.11%，对照节点（4月30日）≥30%，差12.89个百分点，居第12位，"
            "已连续落后4个月（自2023年1月），其中3个月对照全省平均；建议约谈。",
            "Spend rate 17.11%, 12.89 pp short of milestone (30 Apr) ≥ 30%, ranked 12th, behind "
            "for 4 months running (since Jan 2023), 3 months of it against the province; "
            "interview suggested.",
        ),
        (
            BELOW_PROVINCE,
            REMINDER,
            "资金支出率17.11%，对照全省平均 36.00%，差18.89个百分点，居并列第2位，"
            "本月落后；建议发提醒单。",
            "Spend rate 17.11%, 18.89 pp short of province 36.00%, ranked joint 2nd, "
            "behind this month; reminder suggested.",
        ),
        (
            replace(BELOW_PROVINCE, gap_province=-0.004),
            NONE,
            "资金支出率17.11%，对照全省平均 36.00%，差不足0.01个百分点，居并列第2位，本月落后。",
            "Spend rate 17.11%, less than 0.01 pp short of province 36.00%, ranked joint 2nd, "
            "behind this month.",
        ),
    ],
)
def test_an_indicator_with_its_gap_its_place_its_months_and_a_suggestion(
    run: Run, step: str, zh: str, en: str
) -> None:
    assert sentences.behind(run, step, SPEND, ZH) == zh
    assert sentences.behind(run, step, SPEND, EN) == en


@pytest.mark.parametrize(
    ("distance", "indicator", "zh", "en"),
    [
        (
            DISTANCE,
            SPEND,
            "6月30日前资金支出率须达到50%，还差4,698.75万元，每月需2,349.38万元，"
            "近3个月月均753.87万元，按此进度到期不能达到。",
            "Spend rate has to reach 50% by 30 Jun, ¥46.99 million missing, ¥23.49 million a month "
            "needed, ¥7.54 million a month over the last 3 months, at this pace will be late.",
        ),
        (
            replace(DISTANCE, missing=Decimal(26), per_month=Decimal(13), pace=Decimal("35.66"),
                    met_on=date(2023, 6, 1)),
            START,
            "6月30日前项目开工率须达到50%，还差26个，每月需13个，近3个月月均35.7个，"
            "按此进度能按时达到。",
            "Start rate has to reach 50% by 30 Jun, 26 projects missing, 13 projects a month "
            "needed, 35.7 projects a month over the last 3 months, at this pace in time.",
        ),
        (
            replace(DISTANCE, pace=None),
            SPEND,
            "6月30日前资金支出率须达到50%，还差4,698.75万元，每月需2,349.38万元，进度未知。",
            "Spend rate has to reach 50% by 30 Jun, ¥46.99 million missing, ¥23.49 million a month "
            "needed, pace unknown.",
        ),
    ],
)  # fmt: skip
def test_the_way_to_the_next_milestone(
    distance: Distance, indicator: Indicator, zh: str, en: str
) -> None:
    assert sentences.ahead(distance, indicator, ZH) == zh
    assert sentences.ahead(distance, indicator, EN) == en


def test_suspected_problems_are_counted_and_the_new_ones_named() -> None:
    old = Count("late", "990103", "continuing", "2023-01", 1200)
    new = Count("late", "990103", "new", "2023-04", 1)
    both = Tally("2023-04", (old, new))
    assert sentences.suspected(both, ZH) == "系统发现疑似问题1,201条，本月新增1条。"
    assert sentences.suspected(both, EN) == "The board suspects 1,201 problems, 1 new this month."
    assert sentences.suspected(Tally("2023-04", (old,)), ZH) == "系统发现疑似问题1,200条。"


def test_a_step_is_a_suggestion_by_rules() -> None:
    said = sentences.suggestion(INTERVIEW, "规则：连续落后3个月，建议约谈", ZH)
    assert said == "综合以上情况，建议约谈。规则：连续落后3个月，建议约谈。"
    said = sentences.suggestion(REMINDER, "Rules: …", EN)
    assert said == "Overall: reminder suggested. Rules: …."
    assert sentences.suggestion(NONE, "规则：…", ZH) == "规则：…。"
