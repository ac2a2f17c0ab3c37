"""The project page: nothing published, one unit, the whole ledger, filters, both languages."""

import csv
import io
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.board import project_ledger
from tests.board.published import publish, standing, unit
from tests.pages.desk import FUNDS, ONE_UNIT, Desk, chinese, markup, ran, said, table

VIEWS = ("stages", "days", "late", "townships")
NAMES = ("大棚", "养殖场", "污水管网", "通村路", "冷库", "茶园", "扶贫车间", "公益岗位", "技能培训",
         "永安镇", "大坪镇", "前沟乡", "后沟乡", "农业农村局", "水利局", "交通运输局", "人社局",
         "副县长", "局长")  # fmt: skip


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the literal ledger."""
    return project_ledger.home(tmp_path_factory.mktemp("ledger") / "home")


@pytest.fixture(scope="module")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home where one unit sent a fund ledger and nobody a project."""
    desk = Desk(tmp_path_factory.mktemp("nothing") / "home")
    desk.reference("units.csv", ONE_UNIT)
    desk.send("衔接资金台账_202304.csv", FUNDS + "云溪县,中央,第一批,1000000,400000\n")
    return desk.path


def show(monkeypatch: pytest.MonkeyPatch, home: Path, **query: str) -> AppTest:
    def page() -> None:
        from pages import projects

        projects.render()

    monkeypatch.setenv("BOARD_HOME", str(home))
    app = AppTest.from_function(page, default_timeout=30)
    for name, value in ({"lang": "zh"} | query).items():
        app.query_params[name] = value
    return ran(app.run())


def heads(app: AppTest) -> list[str]:
    """The titles of the cards."""
    cards = [each.value for each in app.markdown if each.value.startswith("##### ")]
    return [card.removeprefix("##### ").replace("\\", "") for card in cards]


def test_without_a_publication_the_page_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = show(monkeypatch, tmp_path)
    assert [button.label for button in app.button] == ["去上报"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_month_without_projects_says_so_and_what_to_send(
    monkeypatch: pytest.MonkeyPatch, nothing: Path, view: str, lang: str
) -> None:
    app = show(monkeypatch, nothing, view=view, lang=lang)
    assert heads(app)
    assert not table(app, "stage_table")
    if lang == "en":
        assert chinese(app) == set()


def test_the_stages_of_all_units(monkeypatch: pytest.MonkeyPatch, ledger: Path) -> None:
    app = show(monkeypatch, ledger)
    assert heads(app) == [
        "全市开工率57.14%：3个未开工，其中应开工未开工2个，云溪县最多（3个）",
        "产业发展最多，占计划投资85.37%；产业发展、乡村建设行动开工率最低（50.00%）",
        "各单位从计划到验收",
        "结转项目2个，完工1个，完工率50.00%",
        "以工代赈项目1个，占全部项目14.29%，开工1个，完成投资0.08万元",
    ]
    assert table(app, "stage_table") == [
        ["东岭县", "2", "2", "100.00%", "0", "0", "100.00%", "1", "50.00%", "1", "100.00%",
         "0.31", "96.88%"],
        ["云溪县", "5", "2", "40.00%", "3", "2", "50.00%", "1", "20.00%", "0", "0.00%",
         "0.12", "24.00%"],
    ]  # fmt: skip
    assert table(app, "category_mix") == [
        ["产业发展", "4", "57.14%", "0.70", "85.37%", "54.29%"],
        ["就业项目", "1", "14.29%", "0.02", "2.44%", "50.00%"],
        ["乡村建设行动", "2", "28.57%", "0.10", "12.20%", "40.00%"],
    ]
    assert table(app, "relief_table") == [["云溪县", "1", "20.00%", "1", "0", "0.10", "0.08"]]


def test_every_figure_of_the_table_opens_what_is_behind_it(
    monkeypatch: pytest.MonkeyPatch, ledger: Path
) -> None:
    drawn = markup(show(monkeypatch, ledger), "stage_table")
    for text in (
        "?behind=projects_started~990101~all",
        "?behind=start_rate~990101~all",
        "?behind=projects_planned~city~all",
        "?view=late&amp;late=start&amp;unit=990101&amp;page=",
    ):
        assert f'data-go="{text}"' in drawn


def test_a_unit_shows_its_categories_and_its_place(
    monkeypatch: pytest.MonkeyPatch, ledger: Path
) -> None:
    app = show(monkeypatch, ledger, unit="990101")
    assert heads(app)[0] == (
        "云溪县开工率40.00%：3个未开工，其中应开工未开工2个，在2个单位中居第2位"
    )
    assert [row[:4] for row in table(app, "stage_table")] == [
        ["产业发展", "3", "1", "33.33%"],
        ["乡村建设行动", "2", "1", "50.00%"],
    ]
    assert [button.label for button in app.button] == ["云溪县"]


def test_a_chip_takes_its_filter_away(monkeypatch: pytest.MonkeyPatch, ledger: Path) -> None:
    app = show(monkeypatch, ledger, unit="990101", category="产业发展")
    assert heads(app)[0].startswith("云溪县产业发展开工率33.33%")
    next(each for each in app.button if each.label == "云溪县").click().run()
    assert heads(app)[0].startswith("产业发展开工率50.00%")
    assert "unit" not in app.query_params
    assert app.query_params["category"] == "产业发展"


def test_the_days_from_money_to_start(monkeypatch: pytest.MonkeyPatch, ledger: Path) -> None:
    app = show(monkeypatch, ledger, view="days")
    assert heads(app) == [
        "资金下达到开工的中位数31天，50.00%在一个月内开工，东岭县最慢（38.5天）",
        "1个单位的中位数超过一个月：东岭县",
        "全部已开工项目：4个项目，等得最久的在前",
    ]
    assert [(row[0].split()[0], row[-1]) for row in table(app, "days_table")] == [
        ("茶园", "45"),
        ("技能培训", "32"),
        ("大棚", "30"),
        ("@通村路", "−10"),
    ]
    app = show(monkeypatch, ledger, view="days", days="month2", unit="990102")
    assert heads(app)[2] == "31–60天：2个项目，等得最久的在前"


def test_the_late_projects_worst_first(monkeypatch: pytest.MonkeyPatch, ledger: Path) -> None:
    app = show(monkeypatch, ledger, view="late")
    assert heads(app)[0].startswith("全市6个项目落后：应开工未开工2个")
    assert heads(app)[1] == "全部：6个项目，最久的在前"
    rows = table(app, "late_table")
    assert rows[0] == [
        "扶贫车间 就业项目 · P7", "东岭县", "前沟乡", "人社局", "副县长", "在建 2022年结转",
        "0.06", "—", "—", "120",
    ]  # fmt: skip
    assert rows[1] == [
        "养殖场 产业发展 · P2", "云溪县", "永安镇", "水利局", "—", "未开工",
        "0.07", "60", "88", "—",
    ]  # fmt: skip
    assert len(rows) == 6
    assert "项目台账_202304.csv · 第8行 · 云溪县乡村振兴局" in markup(app, "late_table")


def test_a_kind_of_delay_and_filters_narrow_the_list(
    monkeypatch: pytest.MonkeyPatch, ledger: Path
) -> None:
    narrow = {"late": "finish", "stage": "在建", "department": "人社局"}
    app = show(monkeypatch, ledger, view="late", **narrow)
    assert heads(app)[1] == "应完工未完工：2个项目，最久的在前"
    assert [button.label for button in app.button] == ["人社局", "在建"]
    app = show(monkeypatch, ledger, view="late", township="未填")
    assert heads(app) == ["全市没有落后的项目"]


def test_all_late_projects_as_a_file(monkeypatch: pytest.MonkeyPatch, ledger: Path) -> None:
    app = show(monkeypatch, ledger, view="days")
    (button,) = app.download_button
    assert button.label == "下载全部行（CSV）"
    rows = file_of(ledger, "days")
    assert [row["项目名称"] for row in rows] == ["茶园", "技能培训", "大棚", "'@通村路"]
    assert (rows[0]["资金到开工（天）"], rows[0]["下达资金（元）"]) == ("45", "3000.00")
    assert (rows[0]["文件"], rows[0]["原表行"]) == ("项目台账_202304.csv", "7")
    late = file_of(ledger, "late")
    assert [row["项目编号"] for row in late] == ["P7", "P2", "P1", "P5", "P3", "P10"]
    assert late[1]["资金下达已过（天）"] == "88"
    assert late[1]["应完工已过（天）"] == ""


def file_of(home: Path, view: str) -> list[dict[str, str]]:
    """What a reader of the Chinese page downloads, row by row."""
    from board.project_rows import Filters
    from board.store import open_board
    from charts.theme import LIGHT
    from pages.projects import days, late
    from pages.projects.asked import Asked
    from wording import Words

    board = open_board(home)
    assert board
    asked = Asked(board, Words("zh"), LIGHT, "2023-04", Filters())
    made = late.late_file(asked, "any_kind") if view == "late" else days.days_file(asked, "")
    assert made.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"))))


def test_townships_of_all_units_and_of_one(monkeypatch: pytest.MonkeyPatch, ledger: Path) -> None:
    app = show(monkeypatch, ledger, view="townships")
    assert heads(app) == ["云溪县的乡镇相差最大：永安镇与大坪镇差50.00个百分点"]
    assert table(app, "townships_table") == [
        ["云溪县", "2", "永安镇", "50.00%", "大坪镇", "0.00%", "50.00", "1"],
        ["东岭县", "2", "前沟乡、后沟乡", "100.00%", "—", "—", "0.00", "—"],
    ]
    app = show(monkeypatch, ledger, view="townships", unit="990101")
    assert heads(app) == ["云溪县2个乡镇：永安镇以50.00%领先，大坪镇最低（0.00%）"]
    assert table(app, "township_table") == [
        ["第1位", "—", "永安镇", "50.00%", "1", "2", "+10.00"],
        ["第2位", "—", "大坪镇", "0.00%", "0", "2", "−40.00"],
    ]
    assert "另有1个没有填乡镇，不参加排名，计入合计。" in said(app)


def test_a_filter_that_a_view_cannot_follow_is_said(
    monkeypatch: pytest.MonkeyPatch, ledger: Path
) -> None:
    app = show(monkeypatch, ledger, department="水利局")
    assert "这个视图不按水利局筛选" in said(app)
    app = show(monkeypatch, ledger, department="水利局", view="late")
    assert "这个视图不按" not in said(app)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("narrow", [{}, {"unit": "990101"}])
def test_in_english_only_names_are_chinese(
    monkeypatch: pytest.MonkeyPatch, ledger: Path, view: str, narrow: dict[str, str]
) -> None:
    app = show(monkeypatch, ledger, view=view, lang="en", **narrow)
    assert chinese(app, *NAMES) == set()


@pytest.mark.parametrize(
    "query",
    [
        {"unit": "nonsense"},
        {"category": "nonsense"},
        {"stage": "nonsense", "view": "late"},
        {"township": "<b>nonsense</b>", "view": "late"},
        {"view": "nonsense"},
        {"late": "nonsense", "view": "late"},
        {"days": "nonsense", "view": "days"},
        {"page": "99", "view": "late"},
        {"page": "-1", "view": "days"},
        {"rate": "nonsense", "view": "townships"},
        {"month": "1999-01"},
    ],
)
def test_whatever_the_address_asks_for_is_shown_or_explained(
    monkeypatch: pytest.MonkeyPatch, ledger: Path, query: dict[str, str]
) -> None:
    app = show(monkeypatch, ledger, **query)
    assert heads(app)
    if query.get("category") or query.get("unit") or query.get("stage"):
        assert "nonsense" in app.info[0].value


def test_a_city_of_one_unit_and_one_report(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    facts = [
        {"period": "2023-04", "unit_code": "990101", "source": "report", "measure": measure,
         "value": value}
        for measure, value in [("projects_planned", 10), ("projects_started", 8)]
    ]  # fmt: skip
    rows = [
        standing("990101", 8, 10, indicator="start_rate", rank=1, light="green"),
        standing("city", 8, 10, indicator="start_rate"),
    ]
    units = [unit("990101", "云溪县", "Yunxi")]
    home = publish(tmp_path, units=units, facts=facts, standings=rows)
    app = show(monkeypatch, home)
    assert heads(app)[0] == "全市开工率80.00%：2个未开工，云溪县最多（2个）"
    assert heads(app)[1] == "没有分类别的数据"
    assert table(app, "stage_table")[0][:5] == ["云溪县", "10", "8", "80.00%", "—"]
