"""The page of sending, from the empty home to a file whose changes are shown."""

import pytest

from tests.pages.desk import FUNDS, ONE_UNIT, Desk, chinese, markup, said, table
from tests.pages.upload_page import GOOD, badges, box, dropped, page

DATASETS = {
    "funds": ("衔接资金台账", "Fund ledger"),
    "projects": ("项目台账", "Project ledger"),
    "households": ("监测对象台账", "Household ledger"),
    "reports": ("县区进度月报", "Monthly unit report"),
    "benchmarks": ("省级基准", "Provincial benchmarks"),
}
MONEY_UNITS = ("百万元", "千元", "万元", "亿元", "元")  # as files write them
# 云溪县 20% and 东岭县 40% in March; in April 东岭县 alone has reported, 10 of 20.
MARCH = FUNDS + "云溪县,中央,一,10,2\n东岭县,中央,一,20,8\n"
APRIL = FUNDS + "东岭县,中央,一,20,10\n"


@pytest.fixture
def full(desk: Desk) -> Desk:
    """A board of two months that waits for 云溪县's April."""
    desk.send("资金_202303.csv", MARCH)
    desk.send("资金_202304.csv", APRIL)
    return desk


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_before_anything_is_published_the_page_works_and_offers_templates(
    desk: Desk, lang: str
) -> None:
    app = page(lang=lang)
    assert app.title[0].value == {"zh": "数据上报", "en": "Upload"}[lang]
    names = {code: texts[lang == "en"] for code, texts in DATASETS.items()}
    offered = {each.key: each.label for each in app.download_button}
    assert offered == {f"template_{code}": name for code, name in names.items()}
    assert markup(app, "welcome").count("<li>") == 3
    assert "reporting?" not in markup(app, "welcome")


def test_a_home_as_init_leaves_it_takes_no_file_but_says_why(desk: Desk) -> None:
    desk.reference("units.csv", "code,name\n")
    app = dropped(page(), ("资金_202304.csv", GOOD))
    assert badges(app) == ["■ 有2处要改，改好再拖进来"]
    assert "县区：单位表里没有 ×2" in said(app)


@pytest.mark.parametrize(
    ("lang", "opening"),
    [
        ("zh", "还没有单位表："),
        ("en", "There is no table of units yet: "),
    ],
)
def test_without_a_table_of_units_a_sentence_says_what_is_missing(
    desk: Desk, lang: str, opening: str
) -> None:
    (desk.path / "reference" / "units.csv").unlink()
    app = page(lang=lang)
    [error] = app.error
    assert error.value.startswith(opening)
    assert "units.csv" in error.value
    assert not app.file_uploader


def test_a_wrong_setting_is_named_with_its_line(desk: Desk) -> None:
    desk.reference("settings.toml", 'city = "云川市"\n[reporting]\ncut_off_day = 31\n')
    [error] = page().error
    assert "settings.toml:3: reporting.cut_off_day" in error.value


def test_the_first_file_of_a_city_with_one_unit(desk: Desk) -> None:
    desk.reference("units.csv", ONE_UNIT)
    app = dropped(page(), ("资金_202304.csv", GOOD))
    assert badges(app) == ["● 可以上报"]
    assert table(app, "rates") == [
        ["资金支出率", "云溪县", "未报送", "45.00%", "—", "—", "第1位"],
        ["资金支出率", "全市", "未报送", "45.00%", "—", "—", "—"],
    ]


def test_a_board_says_what_is_still_owed_for_its_newest_month(full: Desk) -> None:
    welcome = markup(page(), "welcome")
    assert 'data-go="reporting?month=2023-04"' in welcome
    assert "2023年4月还差1份：云溪" in welcome


def test_the_months_of_the_board_can_be_chosen_for_a_template(full: Desk) -> None:
    [months] = [each for each in page().selectbox if each.key == "template_month"]
    assert months.options[:3] == ["2023年5月", "2023年4月", "2023年3月"]
    assert len(months.options) == 60  # five years back from the newest upload, in May 2023


def test_a_good_file_says_what_it_was_read_as_and_by_what(full: Desk) -> None:
    app = dropped(page(), ("资金_202304.csv", GOOD))
    assert badges(app) == ["● 可以上报"]
    assert table(app, "reading") == [
        ["数据表", "衔接资金台账", "5个表头中认出5个"],
        ["报告期", "2023年4月", "文件名"],
        ["金额单位", "万元", "文件没有写，按万元"],
        ["编码", "utf-8", "表头在第1行"],
        ["县区", "云溪", "1个单位"],
        ["行数", "2", ""],
    ]


def test_titles_totals_and_columns_of_persons_are_told(full: Desk) -> None:
    text = (
        "云溪县2023年4月衔接资金台账（单位：元）,,,,,,\n"
        "县区,级次,批次,下达资金,支出资金,联系电话,备忘\n"
        "云溪县,中央,一,300000,120000,13912345678,甲\n"
        "合计,,,300000,120000,,\n"
    )
    app = dropped(page(), ("四月.csv", text))
    assert table(app, "reading") == [
        ["数据表", "衔接资金台账", "7个表头中认出5个"],
        ["报告期", "2023年4月", "标题“2023年4月”"],
        ["金额单位", "元", "标题"],
        ["编码", "utf-8", "表头在第2行"],
        ["县区", "云溪", "1个单位"],
        ["行数", "1", ""],
        ["未用的列", "备忘", ""],
        ["个人信息列", "联系电话", "已忽略，不保存、不显示"],
    ]
    assert table(app, "sums") == [["下达资金", "300,000", "元"], ["支出资金", "120,000", "元"]]
    assert "13912345678" not in said(app)


def test_each_column_of_figures_is_added_up_in_its_own_unit(full: Desk) -> None:
    text = (
        "县区,级次,批次,下达资金(元),支出资金\n云溪县,中央,一,300000.5,1.25\n云溪县,省级,二,1,2\n"
    )
    app = dropped(page(), ("资金_202304.csv", text))
    assert table(app, "sums") == [["下达资金(元)", "300,001.5", ""], ["支出资金", "3.25", "万元"]]


def test_rates_ranks_and_sums_are_shown_before_and_after(full: Desk) -> None:
    app = dropped(page(), ("资金_202304.csv", GOOD))
    assert "将发生的变化** · 新增2行，这个月第一次报" in said(app)
    # 18 of 40; the city has 10 of 20 before and 28 of 60 after.
    assert table(app, "rates") == [
        ["资金支出率", "云溪县", "未报送", "45.00%", "—", "—", "第2位"],
        ["资金支出率", "全市", "50.00%", "46.67%", "−3.33", "—", "—"],
    ]
    assert table(app, "changed_sums") == [
        ["累计下达 万元", "10.00", "—", "40.00", "+30.00"],
        ["中省资金 万元", "10.00", "—", "40.00", "+30.00"],
        ["累计支出 万元", "2.00", "—", "18.00", "+16.00"],
    ]


def test_a_corrected_file_shows_the_rows_that_change_and_whom_it_replaces(full: Desk) -> None:
    full.send("资金_202304.csv", GOOD)
    text = FUNDS + "云溪县,中央,一,30,15\n云溪县,市级,三,5,1\n"
    app = dropped(page(), ("资金_202304.csv", text))
    assert "新增1行，删去1行，改动1行；替换云溪县乡村振兴局于5月10日报的000003" in said(app)
    [rows] = app.dataframe
    assert rows.value.to_numpy().tolist() == [
        ["改动", "云溪县 · 中央 · 一", "支出资金", "12.00万元", "15.00万元"],
        ["删去", "云溪县 · 省级 · 二", "", "", ""],
        ["新增", "云溪县 · 市级 · 三", "", "", ""],
    ]
    # 16 of 35 instead of 18 of 40; the city 26 of 55 instead of 28 of 60.
    assert table(app, "rates") == [
        ["资金支出率", "云溪县", "45.00%", "45.71%", "+0.71", "第2位", "第2位"],
        ["资金支出率", "全市", "46.67%", "47.27%", "+0.61", "—", "—"],
    ]


def test_a_figure_that_would_be_gone_stays_in_the_comparison(full: Desk) -> None:
    full.send("资金_202304.csv", GOOD)
    app = dropped(page(), ("资金_202304.csv", "县区,级次,批次,下达资金\n云溪县,中央,一,30\n"))
    spent = [row for row in table(app, "changed_sums") if row[0] == "累计支出 万元"]
    assert spent == [["累计支出 万元", "2.00", "18.00", "—", "—"]]


def test_looking_at_files_leaves_nothing_behind(full: Desk) -> None:
    before = full.bytes()
    app = dropped(page(), ("资金_202304.csv", GOOD), ("资金_202305.csv", GOOD))
    app.text_input(key="who_sends").set_value("云溪县").run()
    assert full.bytes() == before
    assert badges(page()) == []  # whoever comes back finds an empty desk


@pytest.mark.parametrize("names", [(), ("下达资金", "支出资金", "资金_202304.csv", "云溪县")])
def test_in_english_nothing_is_chinese_but_the_files_own_words(
    full: Desk, names: tuple[str, ...]
) -> None:
    full.send("资金_202304.csv", FUNDS + "云溪县,中央,,30,12\n", by="Yunxi")
    app = page(lang="en")
    if names:
        text = FUNDS + "云溪县,中央,,30,15\n云溪县,市级,,5,1\n"
        app = dropped(app, ("资金_202304.csv", text))
        assert badges(app) == ["● ready to send"]
        assert box(app, "Which month") is None
    assert chinese(app, *names, *MONEY_UNITS) == set()
