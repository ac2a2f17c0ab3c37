"""The page of reporting as a reader gets it: empty, with one unit, and full."""

from datetime import UTC, date, datetime

import pytest

from tests.pages.desk import (
    FUNDS,
    ONE_UNIT,
    Desk,
    chinese,
    markup,
    opened,
    plain,
    said,
    table,
)

FIFTEENTH = datetime(2023, 5, 15, 11, tzinfo=UTC)
TWENTIETH = datetime(2023, 5, 20, 11, tzinfo=UTC)
BENCHMARKS = "报告期,指标,全省平均\n2023-03,资金支出率,30%\n2023-04,资金支出率,36%\n"


def _script() -> None:
    from pages import reporting

    reporting.render()


@pytest.fixture
def full(desk: Desk) -> Desk:
    """April, due on 12 May, seen on 20 May: 云溪县 in time with its ledger, late and with a warning
    with its report; 东岭县 sent its ledger and a report in March and nothing since."""
    march = FUNDS + "云溪县,中央,一,10,2\n东岭县,中央,一,20,8\n"
    report = "县区,计划项目数,支出资金\n{unit},3,{spent}\n"
    desk.send("资金_202303.csv", march, at=datetime(2023, 4, 10, 11, tzinfo=UTC))
    desk.send("月报_202303.csv", report.format(unit="东岭县", spent=8))
    desk.send("资金_202304.csv", FUNDS + "云溪县,中央,一,40,18\n")
    desk.send("月报_202304.csv", report.format(unit="云溪县", spent=17), at=FIFTEENTH)
    desk.send("省级基准_202305.csv", BENCHMARKS.replace("2023-04", "2023-05"), at=TWENTIETH)
    return desk


@pytest.mark.parametrize(
    ("lang", "title"), [("zh", "还没有可看的数据"), ("en", "Nothing to show yet")]
)
def test_nothing_published_says_what_to_do_next(desk: Desk, lang: str, title: str) -> None:
    app = opened(_script, lang=lang)
    assert app.title[0].value == title
    assert len(app.button) == 1


def test_a_city_of_one_unit_that_has_sent_all(desk: Desk) -> None:
    desk.reference("units.csv", ONE_UNIT)
    desk.send("资金_202304.csv", FUNDS + "云溪县,中央,一,40,18\n")
    app = opened(_script)
    assert app.title[0].value == "云川市 · 报送情况"
    assert "2023年4月全部报齐" in said(app)
    assert table(app, "matrix_table") == [["云溪县", "● 5月10日", "", "", ""]]
    assert not app.code  # nobody to remind


def test_the_matrix_says_of_each_unit_and_dataset_how_it_stands(full: Desk) -> None:
    app = opened(_script, month="2023-04")
    assert table(app, "matrix_table") == [
        ["云溪县", "● 5月10日", "", "", "▲ 5月15日 · 迟3天 · 1条警告"],
        ["东岭县", "■ 未报，逾期8天", "", "", "■ 未报，逾期8天"],
    ]
    text = said(app)
    assert "2023年4月还差2份：东岭" in text
    assert "报送截止2023年5月12日" in text


def test_a_month_that_is_not_due_yet_is_awaited(desk: Desk) -> None:
    desk.send("资金_202303.csv", FUNDS + "云溪县,中央,一,10,2\n东岭县,中央,一,20,8\n")
    desk.send("资金_202304.csv", FUNDS + "云溪县,中央,一,40,18\n")
    app = opened(_script, month="2023-04")  # the sample's clock stands on 10 May
    assert table(app, "matrix_table")[1] == ["东岭县", "— 未报，还有2天", "", "", ""]
    assert "数据请于2023年5月12日前报送" in app.code[0].value


def test_cells_lead_to_their_history_and_empty_ones_nowhere(full: Desk) -> None:
    html = markup(opened(_script, month="2023-04"), "matrix_table")
    links = {f"{unit}.{name}" for unit in ("990101", "990102") for name in ("funds", "reports")}
    assert {part.split('"')[0] for part in html.split('data-go="?cell=')[1:]} == links


def test_the_reminder_names_who_owes_what(full: Desk) -> None:
    app = opened(_script, month="2023-04")
    assert app.code[0].value == (
        "各单位：2023年4月数据报送截止2023年5月12日，以下尚未收到，请尽快报送。\n"
        "东岭县：衔接资金台账、县区进度月报"
    )


def test_the_reminder_in_english(full: Desk) -> None:
    app = opened(_script, month="2023-04", lang="en")
    assert app.code[0].value == (
        "To all units: the data of Apr 2023 were due on 12 May 2023. "
        "The following have not arrived; please send them as soon as you can.\n"
        "Dongling: Fund ledger, Monthly unit report"
    )


def test_the_whole_page_in_english_has_no_chinese(full: Desk) -> None:
    app = opened(_script, month="2023-04", lang="en")
    assert app.title[0].value == "Yunchuan · Reporting"
    assert table(app, "matrix_table")[1][:2] == ["Dongling", "■ not sent, 8 days overdue"]
    assert "Apr 2023: 2 files still owed, by Dongling" in said(app)
    assert chinese(app) == set()


def test_another_day_of_cut_off_moves_what_is_late(full: Desk) -> None:
    full.reference(
        "settings.toml", 'city = "云川市"\nsample = true\n[reporting]\ncut_off_day = 9\n'
    )
    full.publish()
    app = opened(_script, month="2023-04")
    assert table(app, "matrix_table")[0][1] == "▲ 5月10日 · 迟1天"
    assert table(app, "matrix_table")[1][1] == "■ 未报，逾期11天"


def test_without_benchmarks_of_the_month_the_line_says_so(full: Desk) -> None:
    line = markup(opened(_script, month="2023-04"), "benchmarks")
    assert plain(line) == "省级基准： — 未录入"
    assert 'data-go="?cell=city.benchmarks"' in line


@pytest.mark.parametrize("month", ["2023-03", "2023-04"])
def test_benchmarks_are_entered_for_every_month_that_their_file_holds(
    full: Desk, month: str
) -> None:
    full.send("省级基准.csv", BENCHMARKS, at=TWENTIETH)
    assert plain(markup(opened(_script, month=month), "benchmarks")) == "省级基准： ● 5月20日"


def test_withdrawn_benchmarks_are_not_entered(full: Desk) -> None:
    number = full.send("省级基准.csv", BENCHMARKS, at=TWENTIETH)
    full.withdraw(number, by="甲")
    full.publish()
    line = markup(opened(_script, month="2023-04"), "benchmarks")
    assert plain(line) == "省级基准： — 未录入"


def test_a_month_without_a_board_falls_back_with_a_sentence(full: Desk) -> None:
    app = opened(_script, month="1999-01")
    assert app.info[0].value == "网址中的报告期“1999-01”没有数据，已改用默认的。"


def test_a_real_board_counts_the_days_until_today(desk: Desk) -> None:
    desk.reference("settings.toml", 'city = "云川市"\n')
    desk.send("资金_202304.csv", FUNDS + "云溪县,中央,一,40,18\n")
    late = (date.today() - date(2023, 5, 12)).days
    app = opened(_script)
    assert table(app, "matrix_table")[1] == ["东岭县", *[f"■ 未报，逾期{late:,}天"] * 4]
