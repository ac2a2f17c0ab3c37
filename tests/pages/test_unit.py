"""The unit page: nothing published, one unit, a silent one, the full portrait, both languages."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.board.published import LEVELS, Row, milestone, publish, standing, unit
from tests.pages.desk import markup, plain


def fact(
    measure: str, value: float, level: str = "all", dimension: str = "", member: str = ""
) -> Row:
    return {
        "period": "2023-04", "unit_code": "990101", "measure": measure, "value": value,
        "fund_level": level, "dimension": dimension, "member": member,
    }  # fmt: skip


FULL: dict[str, list[Row]] = {
    "units": [
        unit("990101", "云溪县", "Yunxi", unit_group="县", key_county=True),
        unit("990102", "东岭县", "Dongling"),
    ],
    "codes": [
        *LEVELS,
        {"list": "dataset", "code": "funds", "name_zh": "衔接资金台账", "name_en": "Fund ledger"},
    ],
    "measures": [
        {"measure": measure, "name_zh": measure, "name_en": measure, "quantity": quantity}
        for measure, quantity in (
            ("spent", "money"),
            ("allocated", "money"),
            ("projects_started", "projects"),
            ("projects_completed", "projects"),
            ("projects_accepted", "projects"),
            ("persons_eliminated", "persons"),
        )
    ],
    "targets": [
        {"indicator": "spend_rate", "due_month": 4, "due_day": 30, "at_least": 0.3},
    ],
    "standings": [
        standing("990101", 5, 10, rank=1, light="green", **milestone(0.3, 4, 30, 0.5)),
        standing("990102", None, None),
        standing("city", 5, 10, units_missing=1, province=0.36, **milestone(0.3, 4, 30)),
    ],
    "coverage": [
        {"dataset": "funds", "period": "2023-04", "unit_code": "990101"},
        {"dataset": "funds", "period": "2023-02", "unit_code": "990102"},
    ],
    "facts": [
        fact("allocated", 20_000_000, "central"),
        fact("spent", 5_000_000, "central"),
        fact("allocated", 20_000_000, "central", "category", "产业发展"),
        fact("spent", 5_000_000, "central", "category", "产业发展"),
        fact("projects_planned", 20),
        fact("projects_started", 15),
        fact("projects_planned", 20, dimension="category", member="产业发展"),
        fact("projects_started", 15, dimension="category", member="产业发展"),
        fact("households_monitored", 30),
        fact("persons_monitored", 90),
        fact("persons_eliminated", 45),
        fact("persons_no_labour", 3),
        fact("persons_monitored", 90, dimension="monitor_type", member="脱贫不稳定户"),
        fact("persons_eliminated", 45, dimension="monitor_type", member="脱贫不稳定户"),
    ],
}


def show(monkeypatch: pytest.MonkeyPatch, home: Path, **query: str) -> AppTest:
    def page() -> None:
        from pages import unit

        unit.render()

    monkeypatch.setenv("BOARD_HOME", str(home))
    app = AppTest.from_function(page)
    for name, value in query.items():
        app.query_params[name] = value
    app.run(timeout=30)
    assert not app.exception
    return app


def texts(app: AppTest) -> str:
    said = "\n".join(element.value for element in (*app.markdown, *app.caption))
    return said.replace("\\", "")  # a name's Markdown is escaped


def test_without_a_publication_the_page_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = show(monkeypatch, tmp_path)
    assert [button.label for button in app.button] == ["去上报"]


def test_the_whole_portrait(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    app = show(monkeypatch, publish(tmp_path, **FULL), lang="zh", unit="990101")
    said = texts(app)
    assert app.title[0].value == "云溪县"
    assert "3项指标：1个达标、2个未报送" in said
    assert "县 · 重点帮扶县" in said
    assert "50.00%，高于节点20.00个百分点" in said
    assert "资金下达2,000.00万元，支出500.00万元" in said
    assert "产业发展最多，占100.00%" in said
    assert "项目计划20个，开工15个" in said
    assert "监测30户、90人，风险消除45人" in said
    assert "其中兜底保障3人" in said
    assert not app.warning


def test_a_silent_unit_says_since_when_and_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = show(monkeypatch, publish(tmp_path, **FULL), lang="zh", unit="990102")
    (warning,) = app.warning
    assert "2023年4月未报送衔接资金台账，最近一次是2023年2月。" in warning.value
    assert "去上报" in [button.label for button in app.button]
    assert "本月没有数据" in texts(app)


def test_a_city_of_one_unit_and_one_month(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    rows = [standing("990101", 5, 10, rank=1), standing("city", 5, 10)]
    home = publish(tmp_path, units=[unit("990101", "云溪县", "Yunxi")], standings=rows)
    app = show(monkeypatch, home, lang="en")
    assert app.title[0].value == "Yunxi"
    assert "Spend rate: 50.00%" in texts(app)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "query",
    [
        {"unit": "nonsense"},
        {"indicator": "nonsense"},
        {"month": "1999-01"},
        {"indicator": "start_rate", "level": "central"},
        {"level": "central"},
        {"course": "all"},
    ],
)
def test_whatever_the_address_asks_for_is_shown_or_explained(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, query: dict[str, str], lang: str
) -> None:
    app = show(monkeypatch, publish(tmp_path, **FULL), lang=lang, **query)
    assert app.title
    assert texts(app)


SUSPECTED: dict[str, list[Row]] = {
    "warning_rules": [
        {"rule": "late", "name_zh": "不开工", "name_en": "No start", "severity": "medium"},
        {"rule": "relapse", "name_zh": "回退", "name_en": "Relapse", "sort_order": 1},
    ],
    "warnings": [
        {"rule": rule, "unit_code": "990101", "subject": subject}
        for rule, subject in (("late", "P1"), ("late", "P2"), ("relapse", "H1"))
    ],
}


def test_its_warnings_lead_to_their_rows_the_worst_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = show(monkeypatch, publish(tmp_path, **FULL, **SUSPECTED), lang="zh", unit="990101")
    assert "疑似问题3条，新增3条，消失0条" in texts(app)
    shown = markup(app, "unit_warnings")
    assert plain(shown) == "■ 回退 1 ▲ 不开工 2 全部预警"
    assert 'data-go="warnings?unit=990101&amp;month=2023-04&amp;rule=late"' in shown


@pytest.mark.parametrize(
    ("code", "said"),
    [("990101", "本月没有发现疑似问题"), ("990102", "本月没有报送，不知道有没有疑似问题")],
)
def test_nothing_suspected_is_said_where_it_is_known(
    code: str, said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert said in texts(show(monkeypatch, publish(tmp_path, **FULL), lang="zh", unit=code))


def test_a_unit_that_is_not_ranked_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    rows = [standing("990101", 5, 10, ranked=False), standing("city", 5, 10)]
    units = [unit("990101", "市本级", "City level", ranked=False)]
    app = show(monkeypatch, publish(tmp_path, units=units, standings=rows), lang="zh")
    assert "计入全市合计，不参加排名" in texts(app)
