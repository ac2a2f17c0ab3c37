"""Rewriting a section of the material: what is kept, for whom, and what is said where it is not."""

import re

from briefing.issued import read_issued
from tests.pages.desk import FUNDS, Desk, markup, plain, ran, said
from tests.pages.material import APRIL, WHO, at, issue, page, press, rewrite, sheet


def test_a_rewritten_section_is_marked_and_its_changed_numbers_too(city: Desk) -> None:
    app = rewrite(page(edit="money"), "资金支出率40.00%", "资金支出率41.00%")
    shown = sheet(at(app))
    assert "<mark>41.00%</mark>" in shown
    assert re.search("已改，其中[0-9]个数改动过", plain(shown))
    assert "改过1节；保存的改动大家都看得到。" in said(app)
    assert re.search(r'data-go="\?behind=allocated[^"]*">20\.00万元</a>', shown)


def test_what_was_rewritten_stands_from_month_to_month_until_taken_back(city: Desk) -> None:
    app = rewrite(page(edit="money"), "全市", "全域")
    assert "全域" not in sheet(at(app, month="2023-03"))
    assert "全域" not in sheet(at(app, document="en"))
    app = at(app, month="2023-04", edit="money")
    assert "全域" in str(app.text_area[0].value)
    app = press(app, "恢复原文")
    assert "全域" not in str(app.text_area[0].value)
    app = press(app, "改好了")
    assert not app.text_area
    assert "已改" not in plain(sheet(app))


def test_a_text_older_than_the_figures_is_said_to_be(city: Desk) -> None:
    app = rewrite(page(edit="money"), "全市", "全域")
    city.send("资金_202304_2.csv", FUNDS + APRIL.replace(",3", ",4"))
    assert "改后数据已更新，请核对" in plain(sheet(at(app)))


def test_figures_that_change_while_a_section_is_rewritten_are_told_of(city: Desk) -> None:
    app = rewrite(page(edit="money"), "全市", "全域")
    city.send("资金_202304_2.csv", FUNDS + APRIL.replace(",3", ",4"))
    app = rewrite(ran(app.run()), "全域", "全州")
    assert "改后数据已更新，请核对" in said(app)
    assert "改后数据已更新，请核对" in plain(sheet(at(app)))
    app = rewrite(at(app, edit="money"), "全州", "全县")  # who opens it anew has seen the new ones
    assert "改后数据已更新" not in said(app)


def test_what_was_rewritten_is_there_for_everybody_until_taken_back(city: Desk) -> None:
    rewrite(page(edit="money"), "全市", "全域")
    app = page()
    assert "全域" in sheet(app)
    assert re.search(r"已改 · \d+月\d+日 \d\d:\d\d 改文字", plain(sheet(app)))
    assert "全域" not in sheet(page(month="2023-03"))
    assert "全域" not in sheet(page(level="central"))
    press(page(edit="money"), "恢复原文")
    assert "已改" not in plain(sheet(page()))
    assert [*(city.path / "drafts").rglob("*.json")] == []


def test_the_opening_is_rewritten_like_every_section(city: Desk) -> None:
    assert re.search("单位： 改文字 现将截至", plain(sheet(page())))
    app = page(edit="opening")
    assert "开头" in plain(markup(app, "rewriting_heading"))
    app = at(rewrite(app, "全市", "全域"))
    shown = plain(sheet(page()))
    assert re.search(r"已改 · \S+ \S+ 改文字 现将截至2023年4月30日全域", shown)
    issue(app)
    [issued] = read_issued(city.path)
    assert issued.edited == ("opening",)
    assert "全域" in issued.texts()["opening"][0]
    assert "现将截至" not in plain(sheet(page(edit="opening")))  # its field stands in its place
    rewrite(page(edit="opening"), str(page(edit="opening").text_area[0].value), "")
    assert re.search(r"已改 · \S+ \S+ 改文字 一、总体情况", plain(sheet(page())))


def test_two_who_rewrite_one_section_learn_of_each_other(city: Desk) -> None:
    first, second = page(edit="money"), page(edit="money")
    rewrite(first, "全市", "全域")
    assert "别人" not in said(first)
    rewrite(second, "全市", "全州")
    assert "也改了这一节，已被这里的代替" in said(second)
    assert "全域" in second.code[0].value
    assert "全州" in sheet(page())
    rewrite(second, "全州", "全地区")
    assert len(second.code) == 1  # the one who wrote meanwhile, not oneself
    rewrite(first, "全域", "全县")
    assert "全地区" in first.code[0].value
    press(second, "恢复原文")
    assert "全县" in second.code[0].value
    other = rewrite(page(edit="projects"), "项目", "工程")
    assert not other.code


def test_what_somebody_else_wrote_stands_there_until_it_was_read(city: Desk) -> None:
    first, second = page(edit="money"), page(edit="money")
    rewrite(first, "全市", "全域")
    app = press(rewrite(second, "全市", "全州"), "改好了")
    assert "全域" in app.code[0].value
    assert "全州" in sheet(app)
    assert not at(app, month="2023-03").code
    assert "全域" in at(app, month="2023-04", edit="money").code[0].value
    assert not press(app, "知道了").code


def test_who_was_not_kept_at_first_learns_of_others_once_it_is(city: Desk) -> None:
    first, second = page(edit="money"), page(edit="money")
    rewrite(first, "全市", "请联系13800001234，全市")
    rewrite(second, "全市", "全域")
    assert not first.code  # nothing of theirs was replaced
    rewrite(first, "13800001234", "办公室")
    assert "全域" in first.code[0].value
    assert "请联系办公室" in sheet(page())


def test_a_text_with_a_persons_number_is_neither_kept_nor_issued(city: Desk) -> None:
    app = rewrite(page(edit="money"), "全市", "请联系13800001234，全市")
    assert "没有保存，刷新网页就没有了：请去掉身份证号、电话号码。" in said(app)
    assert not (city.path / "drafts").exists()
    ran(app.text_input(key="briefing_who").input(WHO).run())
    assert app.button(key="issue_button").disabled
    shown = plain(sheet(at(app)))
    assert "13800001234" in shown
    assert "没有保存 改文字" in shown
    assert "13800001234" not in sheet(page())
    app = rewrite(at(app, edit="money"), "请联系13800001234，", "请抓紧，")
    assert "没有保存" not in said(app)
    assert "请抓紧" in sheet(page())


def test_a_damaged_draft_is_told_of_where_it_would_stand(city: Desk) -> None:
    rewrite(page(edit="money"), "全市", "全域")
    [place] = (city.path / "drafts").rglob("money.json")
    place.write_text(place.read_text("utf-8")[:40], "utf-8")
    app = page()
    assert "（一）衔接资金 保存的改动读不出来，这里是原文 改文字" in plain(sheet(app))
    assert "全市" in sheet(app)
    app = at(app, edit="money")
    assert "文件读不出来" in said(app)
    app = press(app, "恢复原文")
    assert "读不出来" not in said(app)
    assert "读不出来" not in said(at(app))


def test_a_home_that_cannot_be_written_is_a_sentence_and_the_text_stays_here(city: Desk) -> None:
    (city.path / "drafts").write_text("no folder", "utf-8")
    app = rewrite(page(edit="money"), "全市", "全域")
    assert "服务器上写不进去，没有保存" in app.error[0].value
    shown = plain(sheet(at(app)))
    assert "全域" in shown
    assert "没有保存 改文字" in shown
    assert "全域" not in sheet(page())
    (city.path / "drafts").unlink()
    rewrite(at(app, edit="money"), "全域", "全州")
    assert "全州" in sheet(page())


def test_a_draft_that_cannot_be_taken_back_is_a_sentence(city: Desk) -> None:
    place = city.path / "drafts" / "2023-04" / "all.zh" / "money.json"
    place.mkdir(parents=True)  # what nobody can delete, whoever runs the test
    app = press(page(edit="money"), "恢复原文")
    assert "没有恢复原文" in app.error[0].value
    assert not at(app).error
