"""A note is written on the unit page, kept, published, and shown where the figure stands."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from etl import errand
from etl.notes import read_notes
from tests.pages.desk import FUNDS, UNITS, Desk, markup, opened, plain, ran, said

WHY = "两个项目招标流标，\n预计6月开工。"


def unit_page() -> None:
    from pages import unit

    unit.render()


def ranking_page() -> None:
    from pages import ranking

    ranking.render()


@pytest.fixture
def page(desk: Desk) -> Callable[..., AppTest]:
    desk.send("资金_202304.csv", FUNDS + "云溪县,中央,一,10,3\n东岭县,中央,一,10,5\n")

    def open_unit(**query: str) -> AppTest:
        return opened(unit_page, lang="zh", unit="990101", month="2023-04", **query)

    return open_unit


def write(app: AppTest, text: str, who: str) -> AppTest:
    area = next(each for each in app.text_area if (each.key or "").startswith("note_text"))
    area.input(text)
    app.text_input(key="note_who").input(who)
    [save] = [each for each in app.button if each.label == "保存"]
    save.click()
    return ran(app.run())


def test_a_note_is_kept_published_and_shown_on_unit_and_ranking(
    desk: Desk, page: Callable[..., AppTest]
) -> None:
    app = write(page(), WHY, "云溪县财政局")
    [note] = read_notes(desk.path)
    assert (note.unit_code, note.indicator, note.period) == ("990101", "spend_rate", "2023-04")
    assert (note.text, note.by) == (WHY, "云溪县财政局")
    shown = plain(markup(app, "notes"))
    assert "① 2023年4月 两个项目招标流标， 预计6月开工。 云溪县财政局，" in shown
    assert [each.value for each in app.text_area] == [""]  # ready for the next
    assert app.text_input(key="note_who").value == "云溪县财政局"
    ranking = opened(ranking_page, lang="zh", month="2023-04")
    assert "云溪县 两个项目招标流标，" in plain(markup(ranking, "notes"))
    other = opened(ranking_page, lang="zh", month="2023-04", indicator="arrival_rate")
    assert markup(other, "notes") == ""


@pytest.mark.parametrize(
    ("text", "who"),
    [("", "云溪县"), ("为什么", ""), ("请电话13800001234", "云溪县"), ("为什么", "13800001234")],
)
def test_without_a_reason_and_a_name_or_with_a_number_nothing_is_kept(
    desk: Desk, page: Callable[..., AppTest], text: str, who: str
) -> None:
    before = desk.bytes()
    app = write(page(), text, who)
    assert "请写明情况和填写人，不含身份证号、电话号码。" in said(app)
    assert desk.bytes() == before


def test_what_the_server_could_not_publish_is_told_and_the_note_is_kept(
    desk: Desk, page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    app = page()
    with monkeypatch.context() as patch:
        patch.setattr(errand, "publish", fails)
        app = write(app, WHY, "云溪县财政局")
    assert "服务器出错（OSError）" in said(app)
    assert len(read_notes(desk.path)) == 1


def test_a_unit_that_left_the_table_meanwhile_is_told(
    desk: Desk, page: Callable[..., AppTest]
) -> None:
    app = page()
    desk.reference("units.csv", UNITS.replace("990101", "990109"))
    app = write(app, WHY, "云溪县财政局")
    assert "没有保存：单位表或指标已经改变，请刷新页面后再写。" in said(app)
    assert read_notes(desk.path) == []


def test_a_month_nobody_reported_may_be_explained_too(
    desk: Desk, page: Callable[..., AppTest]
) -> None:
    page()
    desk.send("资金_202305.csv", FUNDS + "东岭县,中央,一,10,5\n")
    app = opened(unit_page, lang="zh", unit="990101", month="2023-05")
    write(app, "台账系统升级，次月补报", "云溪县财政局")
    assert [note.period for note in read_notes(desk.path)] == ["2023-05"]


def test_the_form_is_english_for_an_english_reader(page: Callable[..., AppTest]) -> None:
    page()
    app = opened(unit_page, lang="en", unit="990101", month="2023-04")
    assert [each.label for each in app.text_area] == ["Why is it this figure?"]
    assert [each.label for each in app.text_input] == ["Written by"]
    assert "Save" in [each.label for each in app.button]
