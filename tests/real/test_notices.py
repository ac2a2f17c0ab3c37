"""Figures of published notices, as files: the board must give the notice's own rates and order."""

import json
import shutil
from pathlib import Path

import pytest

from tests.homes import etl

HERE = Path(__file__).parent


@pytest.fixture
def home(tmp_path, request):
    """A home that holds one notice's reference tables and nothing else."""
    folder = tmp_path / "home" / "reference"
    folder.mkdir(parents=True)
    for name in ("units.csv", "settings.toml"):
        if (HERE / request.param / name).exists():
            shutil.copy(HERE / request.param / name, folder)
    return folder.parent


def load(home, notice, *more):
    [file] = [p for p in (HERE / notice).glob("*.csv") if p.name != "units.csv"]
    [told] = json.loads(etl(home, "load", file, *more, "--by", "test", "--json"))
    assert told["accepted"]
    return told


def standings(home, period, indicator, level="all"):
    told = etl(home, "standings", "--period", period, "--indicator", indicator,
               "--level", level, "--format", "json")  # fmt: skip
    return {each["unit"]: each for each in json.loads(told)}


def percent(standing):
    return f"{100 * standing['value']:.2f}"


def warnings(told):
    return [(each["row"], each["column"], each["code"]) for each in told["problems"]]


@pytest.mark.parametrize("home", ["kezhou_2022-04"], indirect=True)
def test_kezhou_report_in_hundred_millions(home):
    told = load(home, "kezhou_2022-04")
    assert (told["dataset"], told["period"], told["header_row"]) == ("reports", "2022-04", 3)
    assert warnings(told) == [
        (8, name, "total_differs") for name in ("arrived", "approved", "spent")
    ]
    said = [(each["value"], each["message"]) for each in told["problems"]]
    for (value, message), total in zip(said, ("11.15", "4.75", "4.65"), strict=True):
        assert value in message
        assert total in message
    start = standings(home, "2022-04", "start_rate")
    ranks = {unit: (each["rank"], each["tied"], percent(each)) for unit, each in start.items()}
    assert list(ranks.items()) == [
        ("阿合奇县", (1, True, "100.00")),
        ("乌恰县", (1, True, "100.00")),
        ("阿克陶县", (3, False, "96.72")),
        ("阿图什市", (4, False, "96.55")),
        ("全市", (None, False, "97.93")),
    ]
    assert (start["全市"]["numerator"], start["全市"]["denominator"]) == (142, 145)
    invested = standings(home, "2022-04", "investment_rate")
    assert {unit: percent(each) for unit, each in invested.items() if unit != "全市"} == {
        "阿图什市": "46.70", "阿克陶县": "41.84", "乌恰县": "43.62", "阿合奇县": "40.13",
    }  # fmt: skip
    spent = standings(home, "2022-04", "spend_rate")
    assert [(u, percent(s)) for u, s in spent.items() if s["ranked"]] == [
        ("阿图什市", "43.05"), ("乌恰县", "42.45"), ("阿克陶县", "40.34"),
    ]  # fmt: skip
    assert spent["阿合奇县"]["reason"] == "not_reported"
    assert spent["阿合奇县"]["value"] is None
    city = spent["全市"]
    assert (city["numerator"], city["denominator"]) == (465_000_000, 1_115_000_000)
    assert percent(city) == "41.70"


@pytest.mark.parametrize("home", ["aksu_2021"], indirect=True)
def test_aksu_allocation_without_spending(home):
    told = load(home, "aksu_2021", "--period", "2021-05")
    assert (told["dataset"], told["encoding"]) == ("funds", "gb18030")
    assert told["problems"] == []
    assert told["rows_kept"] == 9
    assert told["totals"]["allocated"] == 372_290_000
    assert "spent" not in told["totals"]
    spent = standings(home, "2021-05", "spend_rate")
    assert len(spent) == 10
    assert {each["reason"] for each in spent.values()} == {"not_reported"}


@pytest.mark.parametrize("home", ["dachuan_2024"], indirect=True)
@pytest.mark.parametrize(("base", "share"), [("all", "56.77"), ("consolidation", "64.66")])
def test_dachuan_industry_share_with_both_bases(home, base, share):
    (home / "reference" / "settings.toml").write_text(
        f'[industry_share]\nbase = "{base}"\n', encoding="utf-8"
    )
    told = load(home, "dachuan_2024")
    assert (told["dataset"], told["period"]) == ("funds", "2024-03")
    assert warnings(told) == [(5, "county", "repeated_key")]
    assert told["ignored_columns"] == ["备注"]
    assert told["totals"]["allocated"] == 52_730_000
    found = standings(home, "2024-03", "industry_share", "central")
    assert percent(found["达川区"]) == share
    assert percent(standings(home, "2024-03", "industry_share")["全市"]) == share


@pytest.mark.parametrize("home", ["dachuan_2024"], indirect=True)
def test_dachuan_management_fee_is_one_percent(home, published_rows):
    load(home, "dachuan_2024")
    fee = published_rows(
        home,
        "SELECT value FROM facts WHERE measure = 'allocated' AND dimension = 'category'"
        " AND member = '项目管理费'",
    )
    assert fee == [(463_000,)]  # 46.30 of 4 630 万元


@pytest.mark.parametrize("home", ["zhangye_2023-04"], indirect=True)
@pytest.mark.parametrize(
    ("days", "rate", "denominator"), [(0, "32.01", 661_850_000), (30, "42.02", 504_220_000)]
)
def test_zhangye_with_and_without_the_young_batch(home, days, rate, denominator):
    (home / "reference" / "settings.toml").write_text(
        f"[spend_rate]\nleave_out_batches_younger_than_days = {days}\n", encoding="utf-8"
    )
    assert load(home, "zhangye_2023-04")["problems"] == []
    found = standings(home, "2023-04", "spend_rate")["张掖市"]
    assert found["numerator"] == 211_858_300
    assert found["denominator"] == denominator
    assert percent(found) == rate


def test_zhangye_is_as_far_over_the_linear_schedule_as_its_notice_says():
    assert f"{100 * 21185.83 / (66185 - 15763) - 100 * 4 / 12:.2f}" == "8.68"
