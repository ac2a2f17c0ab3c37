"""The monitoring page: nothing published, one unit, everything; its four views, and its filters."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.board.monitored import FULL
from tests.board.published import publish, standing
from tests.pages.desk import chinese, opened, said, table

VIEWS = ("stock", "flow", "elimination", "help")


def page(monkeypatch: pytest.MonkeyPatch, home: Path, **query: str) -> AppTest:
    def render() -> None:
        from pages import monitoring

        monitoring.render()

    monkeypatch.setenv("BOARD_HOME", str(home))
    return opened(render, **query)


def test_without_a_publication_the_page_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert [button.label for button in page(monkeypatch, tmp_path).button] == ["去上报"]


@pytest.mark.parametrize("view", VIEWS)
def test_a_month_without_households_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, view: str
) -> None:
    home = publish(tmp_path, units=FULL["units"], standings=[standing("city", 1, 2)])
    text = said(page(monkeypatch, home, lang="zh", view=view))
    assert "请换一个月份，或先上报这个月的数据。" in text or "这里给出增减" in text


@pytest.mark.parametrize("view", VIEWS)
def test_a_city_of_one_unit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, view: str) -> None:
    own = [row for row in FULL["facts"] if row["unit_code"] == "990101"]
    home = publish(tmp_path, **FULL | {"units": FULL["units"][:1], "facts": own})
    text = said(page(monkeypatch, home, lang="zh", view=view))
    assert "云溪县" in text or view == "help"


def test_who_is_monitored(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    app = page(monkeypatch, publish(tmp_path, **FULL), lang="zh", count="persons")
    text = said(app)
    assert "监测200户、800人；脱贫不稳定户最多，占50.00%" in text
    assert "致贫返贫风险：因病最多，占70.00%" in text
    assert "各项占比相加为100.00%" in text
    assert table(app, "units_table") == [
        ["云溪县", "100", "400", "50.00%", "140", "35.00%"],
        ["东岭县", "100", "400", "50.00%", "170", "42.50%"],
    ]
    assert "没有报送监测对象台账，未计入：河湾县。" in text


def test_units_in_one_risk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home = publish(tmp_path, **FULL)
    app = page(monkeypatch, home, lang="zh", risk="因病", count="persons")
    assert "因病：云溪县占比最高（90.00%），全市70.00%" in said(app)
    assert table(app, "units_table")[0] == ["云溪县", "90", "360", "90.00%", "120", "33.33%"]
    (chip,) = (each for each in app.button if each.key == "chip_risk")
    assert chip.label == "因病"
    chip.click().run()
    assert "risk" not in app.query_params
    assert "云溪县最多，400人" in said(app)


def test_choosing_a_type_takes_the_risk_back(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = page(monkeypatch, publish(tmp_path, **FULL), lang="zh", risk="因病")
    app.selectbox(key="pick_type").set_value("突发严重困难户").run()
    assert app.query_params["type"] == "突发严重困难户"
    assert "risk" not in app.query_params
    assert "突发严重困难户：云溪县占比最高（75.00%），全市50.00%" in said(app)


def test_one_unit_by_township(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    app = page(monkeypatch, publish(tmp_path, **FULL), lang="zh", unit="990101")
    text = said(app)
    assert "云溪县：监测100户、400人；突发严重困难户最多，占75.00%" in text
    assert "云溪县：清河镇最多，占60.00%" in text
    assert table(app, "townships_table")[0] == ["清河镇", "60", "240", "60.00%", "80", "33.33%"]
    assert [each.key for each in app.button if each.key] == ["chip_unit"]


def test_stock_and_flow(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    app = page(monkeypatch, publish(tmp_path, **FULL), lang="zh", view="flow")
    text = said(app)
    assert "2023年4月新增4户，期末200户；风险回退2户（云溪县）" in text
    assert "没有报送本月台账，未计入增减：河湾县。" in text
    assert table(app, "flow_units_table")[0] == ["云溪县", "98", "4", "3", "+1", "100", "0", "2"]
    april, march = table(app, "flow_months_table")
    assert april == ["2023年4月", "198", "4", "3", "+1", "200", "0", "2", "2 缺河湾"]
    assert march == ["2023年3月", *["—"] * 7, "0 缺3个单位"]
    persons = page(monkeypatch, tmp_path, lang="zh", view="flow", count="persons")
    assert "2023年4月新增12人，期末600人；风险回退6人（云溪县）" in said(persons)


def test_raw_and_standardised_side_by_side(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    app = page(monkeypatch, publish(tmp_path, **FULL), lang="zh", view="elimination")
    text = said(app)
    assert "扣除类别构成的影响后，云溪县由第2位变为第1位，东岭县由第1位变为第2位" in text
    assert table(app, "standardised_table") == [
        ["云溪县", "400", "35.00%", "第2位", "40.94%", "第1位", "↑1", "", "10.00%"],
        ["东岭县", "400", "42.50%", "第1位", "37.11%", "第2位", "↓1", "", "—"],
    ]
    assert "其中兜底保障7人，按规定不标注消除，所以100%达不到，也不该追求" in text
    assert "2023年识别的已消除10.00%，全部存量38.75%" in text


def test_how_a_unit_is_standardised(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home = publish(tmp_path, **FULL)
    app = page(monkeypatch, home, lang="zh", view="elimination", unit="990101")
    text = said(app)
    assert "云溪县：按全市同类消除率应消除132.5人，实际140人" in text
    assert "标准化消除率 = 140 ÷ 132.5 × 38.75% = 40.94%（原始消除率35.00%）" in text
    assert table(app, "mix_table") == [
        ["脱贫不稳定户", "100", "25.00%", "50", "50.00%", "50.00%", "50.0"],
        ["突发严重困难户", "300", "75.00%", "90", "30.00%", "27.50%", "82.5"],
    ]
    assert "云溪县2个乡镇：白石乡以37.50%领先" in text
    assert "云溪县2个乡镇：清河镇以83.33%领先" in text


def test_measures_and_waits(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = said(page(monkeypatch, publish(tmp_path, **FULL), lang="zh", view="help"))
    assert "帮扶措施落实率85.00%，30户没有措施；综合保障最多，占35.00%" in text
    assert "2023年4户首次落实措施，识别当月落实的占75.00%，1户超过1个月" in text
    assert "从识别到消除，中位数为9个月；2户不到6个月，疑似过快" in text
    one = page(monkeypatch, tmp_path, lang="zh", view="help", unit="990101")
    assert "云溪县：帮扶措施落实率80.00%，20户没有措施" in said(one)


def test_a_silent_unit_says_since_when(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    app = page(monkeypatch, publish(tmp_path, **FULL), lang="zh", unit="990103")
    (warning,) = app.warning
    assert "2023年4月未报送" in warning.value
    assert "河湾县：本月没有监测对象台账" in said(app)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("query", [{}, {"unit": "990102"}, {"unit": "990103"}, {"risk": "因病"}])
def test_an_english_page_is_english(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, view: str, query: dict[str, str]
) -> None:
    app = page(monkeypatch, publish(tmp_path, **FULL), lang="en", view=view, **query)
    assert chinese(app) == set()


@pytest.mark.parametrize(
    "query",
    [
        {"unit": "nonsense"}, {"type": "nonsense"}, {"risk": "nonsense", "type": "因病"},
        {"month": "1999-01"}, {"view": "nonsense"}, {"count": "nonsense"},
        {"month": "2023-03", "view": "elimination", "unit": "990101"},
        {"month": "2023-03", "view": "help"},
    ],
)  # fmt: skip
def test_whatever_the_address_asks_for_is_shown_or_explained(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, query: dict[str, str]
) -> None:
    assert page(monkeypatch, publish(tmp_path, **FULL), lang="zh", **query).title
