"""The page of material: text and figures, sections chosen, making files, what was issued."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from briefing.issued import read_issued
from tests.pages.desk import FUNDS, Desk, chinese, markup, plain, ran, said
from tests.pages.material import APRIL, WHO, at, issue, page, press, rewrite, sheet


def test_the_text_stands_as_a_document_and_its_figures_lead_to_their_rows(city: Desk) -> None:
    shown = sheet(page())
    assert "云川市2023年4月" in plain(shown)
    assert "一、总体情况 （一）衔接资金" in plain(shown)
    assert re.search(r'data-go="\?behind=spend_rate[^"]*">40\.00%</a>', shown)


def test_month_level_and_language_are_the_documents(city: Desk) -> None:
    assert "2023年3月31日" in plain(sheet(page(month="2023-03")))
    assert "资金情况为中央衔接资金" in plain(sheet(page(level="central")))
    app = page(document="en")
    assert 'lang="en"' in sheet(app)
    assert "Apr 2023" in plain(sheet(app))
    assert "二、核对文字" in said(app)  # the page goes on in the reader's language


def test_only_the_sections_chosen_are_shown(city: Desk) -> None:
    app = page(topics="money,send")
    assert re.findall("（.）(.*?) 改文字", plain(sheet(app))) == ["衔接资金", "按时报送"]
    [pills] = [each for each in app.button_group if "money" in (each.value or ())]
    assert pills.value == ["money", "send"]
    assert "选中的内容这个月没有可说的。" in said(page(topics="streaks"))


def test_issuing_keeps_files_texts_and_version(city: Desk) -> None:
    app = rewrite(page(edit="money"), "全市", "全域")
    app = issue(at(app))
    [issued] = read_issued(city.path)
    assert (issued.by, issued.edited, issued.version) == (WHO, ("money",), "board-000002")
    assert [file.kind for file in issued.files] == ["docx"]
    assert "全域" in issued.texts()["money"][0]
    told = plain(markup(app, "told_1"))
    assert "第1次" in told
    assert "刚刚留存" in told
    assert "改过1节" in told
    assert "2023年4月已留存1次" in said(app)
    assert "刚刚留存" not in said(at(app))
    assert "2023年4月 × 1" in said(at(app, month="2023-03"))


@pytest.mark.parametrize("who", ["", "王某13800001234"])
def test_nothing_is_issued_without_a_name(city: Desk, who: str) -> None:
    app = page()
    ran(app.text_input(key="briefing_who").input(who).run())
    assert app.button(key="issue_button").disabled


def test_a_template_that_cannot_be_filled_is_a_sentence(city: Desk) -> None:
    city.reference("notice.docx", "no document")
    app = page()
    assert "notice.docx" in app.error[0].value
    assert not [each for each in app.button if each.label == "生成并留存"]
    assert not page(document="en").error  # the English one is another file


def test_an_older_issue_says_that_the_board_has_moved_on(city: Desk) -> None:
    moved = "此后数据已更新，重新出的数可能不同"
    app = issue(page())
    assert moved not in said(app)
    city.send("资金_202304_2.csv", FUNDS + APRIL.replace(",3", ",4"))
    assert moved in said(at(app))


def test_an_issue_may_be_gone_on_from(city: Desk) -> None:
    app = rewrite(page(edit="money", topics="money,send"), "全市", "全域")
    issue(at(app, topics="money,send"))
    press(page(edit="money"), "恢复原文")
    app = page()  # of another person, another day
    assert "全域" not in sheet(app)
    app = press(app, "以此为底稿")
    assert "全域" in sheet(app)
    assert "全域" in sheet(page())
    assert re.findall("（.）(.*?) ", plain(sheet(app)))[-1] == "按时报送"
    again = issue(app)
    texts = [(each.folder / "text.json").read_text("utf-8") for each in read_issued(city.path)]
    assert texts[0] == texts[1]
    assert "2023年4月已留存2次" in said(again)


def test_going_on_from_an_issue_says_first_whose_work_it_replaces(city: Desk) -> None:
    issue(at(rewrite(page(edit="money"), "全市", "全域")))
    warning = "节会换成这一次的，不能找回。"
    assert warning not in said(page())  # what is written is what was issued
    rewrite(page(edit="money"), "全域", "全州")
    rewrite(page(edit="opening"), "全市", "全州")
    app = page()
    assert f"现在改着的2{warning}" in said(app)
    app = press(app, "换成这一次的")
    assert "全州" not in sheet(app)
    assert "全域" in sheet(page())
    assert warning not in said(app)


def test_slips_go_to_each_unit_by_itself_or_are_said_not_to_be_needed(city: Desk) -> None:
    app = page()
    [kinds] = [each for each in app.button_group if each.value == ["docx"]]
    app = ran(kinds.set_value(["slips"]).run())
    assert "这个月没有要提醒的单位，不出提醒单。" in said(app)


def test_the_page_is_english_where_the_reader_is(city: Desk) -> None:
    app = issue_in_english(page(lang="en", edit="money"))
    assert chinese(app, WHO, "中文") == set()


def issue_in_english(app: AppTest) -> AppTest:
    app.text_input(key="briefing_who").input(WHO)
    return press(ran(app.run()), "Make and keep")
