"""The lists of the project page: days from money to start, late projects, townships."""

from pathlib import Path

import pytest

from tests.board import project_ledger
from tests.pages.desk import markup, said, table
from tests.pages.project_page import heads, show


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the literal ledger."""
    return project_ledger.home(tmp_path_factory.mktemp("ledger") / "home")


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


def test_a_figure_of_the_stages_opens_as_many_projects_and_says_which(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    carried = "P11,2022,仓库,东岭县,前沟乡,其他,100,0,100,2022-05-01,2022-06-01,,,,,未开工,,,\n"
    home = project_ledger.home(tmp_path / "home", project_ledger.LEDGER + carried)
    assert "其中应开工未开工2个" in heads(show(monkeypatch, home))[0]
    app = show(monkeypatch, home, view="late", late="start", origin="own")
    assert heads(app)[1] == "应开工未开工：2个项目，最久的在前"
    assert [button.label for button in app.button] == ["本年度项目"]
    assert "只列本年度的" in said(app)
    assert "以前年度结转的算" not in said(app)
    app = show(monkeypatch, home, view="late", late="start")
    assert heads(app)[1] == "应开工未开工：3个项目，最久的在前"
    assert "其中以前年度结转1个" in said(app)
    assert 'data-go="?origin=carried&amp;page="' in markup(app, "late_table")


def test_a_kind_of_delay_and_filters_narrow_the_list(
    monkeypatch: pytest.MonkeyPatch, ledger: Path
) -> None:
    narrow = {"late": "finish", "stage": "在建", "department": "人社局"}
    app = show(monkeypatch, ledger, view="late", **narrow)
    assert heads(app)[1] == "应完工未完工：2个项目，最久的在前"
    assert [button.label for button in app.button] == ["人社局", "在建"]
    app = show(monkeypatch, ledger, view="late", township="未填")
    assert heads(app) == ["全市没有落后的项目"]


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
