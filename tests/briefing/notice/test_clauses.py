"""Given standings and the sentences a notice makes of them, in both languages."""

from datetime import date

import pytest

from board.overview import Field, Standing
from briefing.notice.clauses import halves, rate_clauses, sentence
from briefing.notice.leading import Leading
from briefing.notice.order import below, front, last, not_ranked
from briefing.notice.said import figure, line, text
from tests.briefing.notice.fields import APRIL, SPEND, START, field, of
from wording import Words

ZH, EN = Words("zh"), Words("en")
YEAR = {"milestone": 0.6, "milestone_due": date(2023, 1, 1)}


def said(clauses: list[str], t: Words) -> str:
    return text(line(sentence(clauses, t)))


CITY: list[tuple[str, Standing | None, str, str]] = [
    (
        "against everything there is",
        of("city", "4202", "10000", **APRIL, province=0.3947, previous_value=0.339,
           province_rank=5, province_of=14),
        "资金支出率42.02%，较上月提高8.12个百分点，高于全省平均（39.47%）2.55个百分点，"
        "居全省第5位（共14个市），超4月节点（30%）12.02个百分点。",
        "Spend rate 42.02%, 8.12 pp up on last month, 2.55 pp above the provincial mean (39.47%), "
        "5th of 14 cities in the province, 12.02 pp above the Apr milestone (30%).",
    ),
    (
        "no benchmark, no milestone, no month before",
        of("city", "4202", "10000"),
        "资金支出率42.02%。",
        "Spend rate 42.02%.",
    ),
    (
        "below everything, and the number of cities unknown",
        of("city", "2500", "10000", **APRIL, province=0.26, previous_value=0.2501,
           province_rank=9),
        "资金支出率25.00%，较上月下降0.01个百分点，低于全省平均（26.00%）1.00个百分点，居全省第9位，"
        "落后4月节点（30%）5.00个百分点。",
        "Spend rate 25.00%, 0.01 pp down on last month, 1.00 pp below the provincial mean "
        "(26.00%), 9th in the province, 5.00 pp behind the Apr milestone (30%).",
    ),
    (
        "level with last month and the province, exactly at the milestone",
        of("city", "3000", "10000", **APRIL, province=0.30003, previous_value=0.30004),
        "资金支出率30.00%，与上月持平，与全省平均（30.00%）持平，正好达到4月节点（30%）。",
        "Spend rate 30.00%, level with last month, level with the provincial mean (30.00%), "
        "exactly at the Apr milestone (30%).",
    ),
    (
        "29.996 % prints as 30.00 % and still misses",
        of("city", "29996", "100000", **APRIL),
        "资金支出率30.00%，略低于4月节点（30%），差不足0.01个百分点。",
        "Spend rate 30.00%, less than 0.01 pp below the Apr milestone (30%).",
    ),
    (
        "a requirement of the whole year is no milestone of January",
        of("city", "5677", "10000", **YEAR),
        "资金支出率56.77%，低于60%的要求3.23个百分点。",
        "Spend rate 56.77%, 3.23 pp below the required 60%.",
    ),
    (
        "a true zero",
        of("city", "0", "10000", province=0.1),
        "资金支出率0.00%，低于全省平均（10.00%）10.00个百分点。",
        "Spend rate 0.00%, 10.00 pp below the provincial mean (10.00%).",
    ),
    (
        "over 100 %: 从江 21 410 ÷ 20 985",
        of("city", "21410", "20985"),
        "资金支出率102.03%。",
        "Spend rate 102.03%.",
    ),
    (
        "units missing",
        of("city", "4.65", "11.15", units_missing=1),
        "资金支出率41.70%，缺1个单位的数。",
        "Spend rate 41.70%, 1 unit missing.",
    ),
    (
        "not reported",
        of("city", reason="not_reported"),
        "资金支出率：未报送。",
        "Spend rate: not reported.",
    ),
    ("no task", of("city", "0", "0", reason="no_task"), "资金支出率：无任务。",
     "Spend rate: no task."),
    ("no city at all", None, "资金支出率：没有数据。", "Spend rate: no data."),
]  # fmt: skip


@pytest.mark.parametrize(("city", "zh", "en"), [row[1:] for row in CITY], ids=[r[0] for r in CITY])
def test_the_city(city: Standing | None, zh: str, en: str) -> None:
    answer = field(city=city)
    assert said(rate_clauses(answer, ZH), ZH) == zh
    assert said(rate_clauses(answer, EN), EN) == en


def test_the_change_since_last_month_is_not_told_in_january() -> None:
    city = of("city", "459", "10000", previous_value=0.98)
    assert said(rate_clauses(field(city=city, period="2023-01"), ZH), ZH) == "资金支出率4.59%。"


def test_against_the_months_that_are_gone() -> None:
    """42.02 %, 8.68 points over the schedule, as the notice of 张掖 of April 2023 says."""
    city = of("city", "21185.83", "50422")
    assert said(rate_clauses(field(city=city), ZH, linear=True), ZH) == (
        "资金支出率42.02%，超序时进度（33.33%）8.68个百分点。"
    )


THREE = [
    of("990101", "9655", "10000", rank=1, **APRIL, province=0.5),
    of("990102", "4000", "10000", rank=2, **APRIL, province=0.5),
    of("990103", "2210", "10000", rank=3, **APRIL, province=0.5),
]
TIED = [
    of("990101", "142", "142", rank=1),
    of("990102", "1", "2", rank=2, tied=True),
    of("990103", "2", "4", rank=2, tied=True),
    of("990104", "1", "4", rank=4),
]


def both(tell: object, *, zh: str, en: str) -> None:
    assert callable(tell)
    assert (text(line(tell(ZH))), text(line(tell(EN)))) == (zh, en)


def test_who_is_first_with_ties_marked() -> None:
    both(
        lambda t: front(field(*TIED), 3, t),
        zh="资金支出率居前3位的是：云溪县（100.00%）、东岭县（50.00%，并列第2位）、石坪县（50.00%，并列第2位）",
        en="Spend rate, first 3: Yunxi (100.00%), Dongling (50.00%, joint 2nd), "
        "Shiping (50.00%, joint 2nd)",
    )


def test_who_is_first_where_different_rates_print_alike() -> None:
    alike = [
        of("990101", "500001", "1000000", rank=1, alike=True),
        of("990102", "500000", "1000000", rank=2, alike=True),
    ]
    both(
        lambda t: front(field(*alike), 3, t),
        zh="资金支出率居前3位的是：云溪县（50.00%）、东岭县（50.00%）（因四舍五入显示相同的，按未舍入的数排名）",
        en="Spend rate, first 3: Yunxi (50.00%), Dongling (50.00%) "
        "(figures that look alike by rounding are ranked unrounded)",
    )


def test_all_first() -> None:
    tied = [of(code, "1", "1", rank=1, tied=True) for code in ("990101", "990102")]
    both(
        lambda t: front(field(*tied, indicator=START), 3, t),
        zh="项目开工率各单位并列第1位（100.00%）",
        en="Start rate: all units joint 1st (100.00%)",
    )


def test_the_last_come_worst_first_and_nobody_is_both_first_and_last() -> None:
    both(
        lambda t: last(field(*TIED), 3, 3, t),
        zh="资金支出率居末位的是：青石县（25.00%）",
        en="Spend rate, last: Qingshi (25.00%)",
    )


@pytest.mark.parametrize("answer", [field(), field(of("990101", "1", "2", rank=1))])
def test_nobody_to_compare(answer: Field) -> None:
    assert front(answer, 3, ZH) == last(answer, 3, 3, ZH) == ""
    assert below(answer, ZH) == []


def test_below_milestone_and_province_worst_first() -> None:
    answer = field(*THREE, city=of("city", "5288", "10000", **APRIL, province=0.5))
    both(
        lambda t: halves([], below(answer, t), t),
        zh="资金支出率未达到4月节点（30%）的有：石坪县（22.10%，差7.90个百分点），"
        "资金支出率低于全省平均（50.00%）的有：石坪县（22.10%）、东岭县（40.00%）。",
        en="Spend rate, short of the Apr milestone (30%): Shiping (22.10%, 7.90 pp short), "
        "Spend rate, below the provincial mean (50.00%): Shiping (22.10%), Dongling (40.00%).",
    )


def test_units_with_milestones_of_their_own() -> None:
    later = of("990102", "1", "10", rank=2, milestone=0.2, milestone_due=date(2023, 5, 20))
    answer = field(of("990101", "2", "10", rank=1, **APRIL), later)
    both(
        lambda t: halves([], below(answer, t), t),
        zh="资金支出率未达到各自的节点的有：云溪县（20.00%，差10.00个百分点）、"
        "东岭县（10.00%，差10.00个百分点）。",
        en="Spend rate, short of their own milestone: Yunxi (20.00%, 10.00 pp short), "
        "Dongling (10.00%, 10.00 pp short).",
    )


def test_who_has_no_rank_and_why() -> None:
    answer = field(
        of("990101", reason="not_reported"),
        of("990102", reason="not_reported"),
        of("990103", "0", "0", reason="no_task"),
    )
    both(
        lambda t: not_ranked(answer, t),
        zh="资金支出率未报送，未参加排名的有：云溪县、东岭县；资金支出率无任务，未参加排名的有：石坪县",
        en="Spend rate, not reported and not ranked: Yunxi, Dongling; "
        "spend rate, no task and not ranked: Shiping",
    )


def test_where_nobody_reported_the_city_says_so_once() -> None:
    silent = [of("990101", reason="not_reported"), of("990102", reason="not_reported")]
    city = of("city", reason="not_reported")
    both(lambda t: not_ranked(field(*silent, city=city), t), zh="", en="")
    idle = of("990103", "0", "0", reason="no_task")
    both(
        lambda t: not_ranked(field(*silent, idle, city=city), t),
        zh="资金支出率未报送，未参加排名的有：云溪县、东岭县；资金支出率无任务，未参加排名的有：石坪县",
        en="Spend rate, not reported and not ranked: Yunxi, Dongling; "
        "spend rate, no task and not ranked: Shiping",
    )


def test_a_figure_leads_to_its_rows() -> None:
    pieces = line(front(field(*TIED, indicator=SPEND), 1, ZH))
    assert [(piece.text, piece.to) for piece in pieces if piece.to] == [
        ("100.00%", "?behind=spend_rate~990101~all")
    ]


def test_a_gap_leads_to_the_ranking_and_a_change_to_the_month_before() -> None:
    city = of("city", "4202", "10000", **APRIL, province=0.3947, previous_value=0.339,
              province_rank=5, province_of=14, units_missing=2)  # fmt: skip
    [*pieces] = line(sentence(rate_clauses(field(city=city), ZH), ZH))
    ranking = "ranking?month=2023-04&indicator=spend_rate&level=all&view=standings"
    assert [(piece.text, piece.to) for piece in pieces if piece.to] == [
        ("42.02%", "?behind=spend_rate~city~all"),
        ("8.12个百分点", "?behind=spend_rate~city~all&at=2023-03"),
        *((text, ranking) for text in ("39.47%", "2.55个百分点", "第5位", "14")),
        *((text, ranking) for text in ("30%", "12.02个百分点", "2")),
    ]


def test_a_figure_with_an_address_of_its_own_keeps_it() -> None:
    t = Leading(ZH, "ranking")
    [said] = line(figure(t.money(12_345_678), "?behind=allocated"))
    assert (said.text, said.to) == ("1,234.57万元", "?behind=allocated")
