"""The project page: nothing published, one unit, the whole ledger, filters, both languages."""

from pathlib import Path

import pytest

from tests.board import project_ledger
from tests.board.published import publish, standing, unit
from tests.board.test_projects import UNITS
from tests.board.test_projects import facts as given
from tests.pages.desk import FUNDS, ONE_UNIT, Desk, chinese, markup, plain, said, table
from tests.pages.project_page import heads, show

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
        "?view=late&amp;late=start&amp;origin=own&amp;unit=990101&amp;page=",
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
    assert table(app, "stage_table")[0][:5] == ["云溪县", "10", "8", "80.00%", "2"]


def test_the_table_adds_up_who_is_not_started_of_ledgers_and_reports(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rows = given("990101", projects_planned=5, projects_started=4, projects_not_started=1)
    rows += given("990102", "report", projects_planned=9, projects_started=4)
    standings = [standing("city", 8, 14, indicator="start_rate")]
    app = show(monkeypatch, publish(tmp_path, units=UNITS, facts=rows, standings=standings))
    assert heads(app)[0] == "全市开工率57.14%：6个未开工，东岭县最多（5个）"
    assert [row[4] for row in table(app, "stage_table")] == ["1", "5"]
    total = plain(markup(app, "stage_table").rpartition("<tr class")[2])
    assert total.split()[-12:][:4] == ["14", "8", "57.14%", "6"]
