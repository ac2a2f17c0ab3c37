"""The reconciliation page: nothing published, one unit, the full field, one unit alone."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.board.compared import DATASETS, MEASURES, PROBLEM, STORY, UNITS, compared, upload
from tests.board.published import Row, publish, standing, unit
from tests.pages.desk import markup, plain

FULL: dict[str, list[Row]] = {
    "units": UNITS,
    "measures": MEASURES,
    "codes": DATASETS,
    "standings": [standing("990101", 5, 10, rank=1), standing("city", 5, 10)],
    "reconciliation": list(STORY),
    "uploads": [upload("000001", "funds", "财政局"), upload("000002", "reports", "衔接办")],
    "coverage": [
        {"dataset": "funds", "period": "2023-04", "unit_code": "990101"},
        {
            "dataset": "reports", "period": "2023-04", "unit_code": "990101",
            "upload_id": "000002",
        },
    ],
    "upload_problems": [PROBLEM | {"upload_id": "000002"}],
}  # fmt: skip


def show(monkeypatch: pytest.MonkeyPatch, home: Path, **query: str) -> AppTest:
    def page() -> None:
        from pages import reconciliation

        reconciliation.render()

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


def test_the_full_field_has_what_differs_and_who_sent_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = show(monkeypatch, publish(tmp_path, **FULL), lang="zh")
    assert (
        "1个单位2项账表不符：云溪县月报与台账相比，已开工项目多6个、累计支出多420.00万元"
        in said(app)
    )
    differing = plain(markup(app, "comparisons_table"))
    assert "累计支出 元 40,894,700.00 36,694,661.94 +4,200,038.06 +11.45%" in differing
    assert "衔接办 · 5月5日 衔接办.xlsx 财政局 · 5月5日 财政局.xlsx" in differing
    assert "监测人数" not in differing  # it agrees
    assert "behind=spent~990101" in markup(app, "comparisons_table")  # leads to the ledger's rows
    assert "云溪县 ■ 1项不符（共1项）" in plain(markup(app, "agreements_table"))
    assert "文件里1处与自身对不上：合计对不上1处" in said(app)
    assert "各行相加为 11" in plain(markup(app, "printed_table"))
    assert "东岭县：只有项目台账，没有月报" in said(app)


def test_one_unit_alone_shows_every_figure_and_a_chip_takes_it_away(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = show(monkeypatch, publish(tmp_path, **FULL), lang="zh", unit="990101")
    assert "云溪县2项账表不符" in said(app)
    assert "监测人数 人 90 90 0 0.00% ● 一致" in plain(markup(app, "comparisons_table"))
    assert "财政局 · 5月5日 财政局.xlsx" in plain(markup(app, "comparisons_sent"))
    [chip] = [button for button in app.button if button.label == "云溪县"]
    chip.click().run()
    assert "unit" not in app.query_params
    assert "1个单位2项账表不符" in said(app)


def test_of_very_many_the_first_hundred_are_listed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    many = [unit(f"9902{number:02}", f"第{number}县", "X") for number in range(34)]
    differing = [
        compared(each["unit_code"], measure["measure"], 1, 2)
        for each in many
        for measure in MEASURES
    ]
    tables = {"units": UNITS + many, "reconciliation": differing}
    tables["upload_problems"] = [PROBLEM | {"row": row} for row in range(2, 103)]
    app = show(monkeypatch, publish(tmp_path, **(FULL | tables)), lang="zh")
    assert "34个单位102项账表不符" in said(app)
    assert markup(app, "comparisons_table").count("<tr") == 101  # with the heading
    assert "另有2项不符没有列出，点下面的单位看" in said(app)
    assert "另有1处没有列出" in said(app)


def test_where_everything_agrees_it_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rows = FULL | {"reconciliation": [compared("990101", "spent", 5, 5)], "upload_problems": []}
    app = show(monkeypatch, publish(tmp_path, **rows), lang="zh")
    assert "台账与月报全部一致：1个单位、1项" in said(app)
    assert "文件里的合计、比率都与自身相符" in said(app)


def test_a_city_of_one_unit_without_a_report(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rows = {
        "units": [unit("990101", "云溪县", "Yunxi County")],
        "standings": [standing("990101", 5, 10, rank=1), standing("city", 5, 10)],
        "measures": MEASURES,
        "reconciliation": [compared("990101", "spent", 5, None)],
    }
    app = show(monkeypatch, publish(tmp_path, **rows), lang="en")
    assert "No figure is in both ledger and report: nothing to compare" in said(app)
    assert "Choose another month" in said(app)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("query", [{"unit": "nonsense"}, {"month": "1999-01"}, {"unit": "990199"}])
def test_whatever_the_address_asks_for_is_shown_or_explained(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, query: dict[str, str], lang: str
) -> None:
    app = show(monkeypatch, publish(tmp_path, **FULL), lang=lang, **query)
    assert app.title
    assert said(app)
