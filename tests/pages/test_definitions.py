"""The definitions page: nothing published, one unit, every indicator, and the dictionary."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.board.published import LEVELS, Row, publish, standing
from tests.board.test_definitions import TABLES
from tests.pages.desk import markup, plain

DATASETS = [
    {"list": "dataset", "code": "funds", "name_zh": "衔接资金台账", "name_en": "Fund ledger"}
]
FULL: dict[str, list[Row]] = TABLES | {
    "codes": [*LEVELS, *DATASETS],
    "standings": [standing("990101", 5, 10, rank=1), standing("city", 5, 10)],
}


def show(monkeypatch: pytest.MonkeyPatch, home: Path, **query: str) -> AppTest:
    def page() -> None:
        from pages import definitions

        definitions.render()

    monkeypatch.setenv("BOARD_HOME", str(home))
    app = AppTest.from_function(page)
    for name, value in query.items():
        app.query_params[name] = value
    app.run(timeout=30)
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    return "\n".join(element.value for element in (*app.markdown, *app.caption)).replace("\\", "")


def test_without_a_publication_the_page_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = show(monkeypatch, tmp_path)
    assert [button.label for button in app.button] == ["去上报"]


def test_an_indicator_is_told_whole(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    app = show(monkeypatch, publish(tmp_path, **FULL), lang="zh")
    assert "分子 ÷ 分母" in said(app)
    parts = plain(markup(app, "formula_parts"))
    assert (
        "累计支出 分子 spent 各行支出资金之和 支出资金 衔接资金台账 表头可写： 支出资金、累计支出"
        in parts
    )
    assert 'spend_rate.denominator = "allocated" ● 现用' in plain(markup(app, "options"))
    assert "序时节点：4月30日30%、6月30日50%" in said(app)
    assert "5月31日 30% 全部级次 云溪县" in plain(markup(app, "milestones"))
    assert "省级基准（2023年4月全省平均）：全部级次 36.12%、中央 44.43%" in said(app)
    [sql] = [each.value for each in app.code]
    assert "measure IN ('spent', 'allocated')" in sql
    assert "period = '2023-04'" in sql


def test_another_indicator_without_options_or_milestones(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home = publish(tmp_path, **FULL)
    app = show(monkeypatch, home, lang="en", indicator="start_rate")
    for text in ("No setting changes this indicator", "No milestone is set"):
        assert text in said(app)
    assert not any(letter > "⺀" for letter in said(app))


def test_a_city_of_one_unit_and_nothing_but_standings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rows = {"units": FULL["units"], "standings": FULL["standings"]}
    app = show(monkeypatch, publish(tmp_path, **rows), lang="zh")
    assert "没有录入省级基准" in said(app)


def test_the_dictionary_has_every_table_and_the_columns_of_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = show(monkeypatch, publish(tmp_path, **FULL), lang="zh", view="dictionary", table="facts")
    listed = plain(markup(app, "relations"))
    for name in ("facts", "standings", "reconciliation", "measure_columns"):
        assert name in listed
    assert "source VARCHAR ledger 台账，report 月报" in plain(markup(app, "relation_columns"))


def test_a_search_narrows_the_dictionary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    app = show(monkeypatch, publish(tmp_path, **FULL), lang="zh", view="dictionary", q="并列")
    assert plain(markup(app, "relation_columns")).count("BOOLEAN") == 1
    app.text_input[0].set_value("没有这个词").run()
    assert "没有找到“没有这个词”。" in app.info[0].value


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "query",
    [{"indicator": "nonsense"}, {"view": "nonsense"}, {"view": "dictionary", "table": "nonsense"}],
)
def test_whatever_the_address_asks_for_is_shown_or_explained(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, query: dict[str, str], lang: str
) -> None:
    app = show(monkeypatch, publish(tmp_path, **FULL), lang=lang, **query)
    assert app.title
    assert said(app)
