"""The page of sending: files with warnings, errors and questions, unreadable ones, and doubles."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.desk import FUNDS, Desk, chinese, markup, plain, said, table
from tests.pages.upload_page import GOOD, WARNED, WRONG, badges, confirmed, dropped, page, signed

NO_MONTH = "县区资金.csv"
MARCH = FUNDS + "云溪县,中央,一,10,2\n东岭县,中央,一,20,8\n"


def kinds(app: AppTest) -> list[str]:
    """The kinds of problems on the page, each with what is said of it."""
    return [plain(each) for each in markup(app, "kinds").split("<li>")[1:]]


def test_warnings_are_named_and_block_until_they_are_ticked(desk: Desk) -> None:
    app = dropped(page(), ("资金_202304.csv", WARNED))
    assert badges(app) == ["▲ 可以上报，有2条警告请确认"]
    [rows] = app.dataframe
    assert rows.value.to_numpy().tolist() == [
        ["D3", "▲ 警告", "下达资金", "-5", "下达资金 -5 为负，按收回处理"],
        ["E3", "▲ 警告", "支出资金", "", "同一单位其他行填有支出，此行空白，按未支出计"],
    ]
    app = signed(app)
    assert app.button(key="confirm_button").disabled
    assert "还有警告没有勾选确认。" in said(app)
    [tick] = app.checkbox
    assert tick.label == "我已看过这2条警告，确认数据无误"
    tick.check().run()
    assert not app.button(key="confirm_button").disabled
    confirmed(app)
    assert [row[0] for row in table(app, "receipt_table")] == ["000001"]


def test_a_tick_taken_back_blocks_again(desk: Desk) -> None:
    app = signed(dropped(page(), ("资金_202304.csv", WARNED)))
    app.checkbox[0].check().run()
    app.checkbox[0].uncheck().run()
    assert app.button(key="confirm_button").disabled


def test_a_tick_for_two_warnings_does_not_stand_for_three(desk: Desk) -> None:
    app = signed(dropped(page(), ("资金_202304.csv", WARNED)))
    app.checkbox[0].check().run()
    report = "县区,计划项目数,支出资金\n云溪县,3,9\n"  # the ledger has 12
    desk.send("县区进度月报_202304.csv", report, by="东岭县")
    confirmed(app)
    assert [who for _, who in desk.uploads()] == ["东岭县"]
    assert badges(app) == ["▲ 可以上报，有3条警告请确认"]
    assert app.button(key="confirm_button").disabled


def test_errors_are_counted_by_kind_and_told_cell_by_cell(desk: Desk) -> None:
    app = dropped(page(), ("资金_202304.csv", WRONG))
    assert badges(app) == ["■ 有3处要改，改好再拖进来"]
    assert kinds(app) == [
        "■ 下达资金：不是金额 ×2 请填数字，如 1234.56",
        "■ 县区：单位表里没有 请填县区全称、简称或六位代码",
    ]
    [rows] = app.dataframe
    assert rows.value.to_numpy().tolist() == [
        ["D2", "■ 错误", "下达资金", "十", "“十”不是金额"],
        ["D3", "■ 错误", "下达资金", "约8", "“约8”不是金额"],
        ["A4", "■ 错误", "县区", "南山县", "单位表里没有“南山县”"],
    ]
    assert not app.button
    assert not app.text_input
    assert "下载标出问题的工作簿" in [each.label for each in app.download_button]


def test_one_kind_can_be_looked_at_alone(desk: Desk) -> None:
    app = dropped(page(), ("资金_202304.csv", WRONG))
    [choice] = [each for each in app.pills if (each.key or "").startswith("kinds_chosen")]
    choice.set_value([1]).run()
    [rows] = app.dataframe
    assert rows.value["单元格"].tolist() == ["A4"]


def test_errors_in_english_are_english(desk: Desk) -> None:
    app = dropped(page(lang="en"), ("资金_202304.csv", WRONG))
    assert badges(app) == ["■ 3 things to mend, then drop it again"]
    assert app.dataframe[0].value.to_numpy().tolist()[0] == [
        "D2", "■ Error", "下达资金", "十", "“十” is no amount of money",
    ]  # fmt: skip
    own = ("资金_202304.csv", "下达资金", "支出资金", "县区", "南山县", "十", "约8")
    assert chinese(app, *own, "百万元", "千元", "万元", "亿元", "元") == set()


@pytest.mark.parametrize(
    ("content", "title", "mend"),
    [
        (b"", "文件是空的", "请核对是否选错文件，或重新导出"),
        (b"PK\x03\x04 broken", "文件不完整", "请重新下载或导出"),
        (b"<html><table><tr><td>1</td></tr>", "是网页或别的文档", "请在表格软件里另存为 .xlsx"),
    ],
)
def test_an_unreadable_file_is_told_in_one_sentence(
    desk: Desk, content: bytes, title: str, mend: str
) -> None:
    app = dropped(page(), ("资金_202304.xlsx", content))
    assert badges(app) == ["■ 有1处要改，改好再拖进来"]
    [kind] = kinds(app)
    assert kind.startswith(f"■ {title}")
    assert kind.endswith(mend)
    assert not app.dataframe
    assert not app.button
    assert not markup(app, "reading")


def test_an_unreadable_file_does_not_hold_up_the_others(desk: Desk) -> None:
    app = dropped(page(), ("空.csv", b""), ("资金_202304.csv", GOOD))
    assert badges(app) == ["■ 有1处要改，改好再拖进来", "● 可以上报"]
    assert "1个文件可以上报，另1个不会上报" in said(app)
    confirmed(signed(app))
    assert [row[1] for row in table(app, "receipt_table")] == ["资金_202304.csv"]


def test_a_file_without_a_month_asks_for_it_and_takes_the_answer(desk: Desk) -> None:
    desk.send("资金_202304.csv", FUNDS + "东岭县,中央,一,20,10\n")
    app = dropped(page(), (NO_MONTH, GOOD))
    assert badges(app) == ["▲ 请先回答下面的问题"]
    assert kinds(app) == ["■ 找不到报告期 文件里找不到报告期 请在上方选择报告期"]
    assert not app.button
    [question] = [each for each in app.selectbox if each.label == "是哪个月"]
    question.select("2023-04").run()
    assert badges(app) == ["● 可以上报"]
    assert ["报告期", "2023年4月", "您的选择"] in table(app, "reading")
    confirmed(signed(app))
    [receipt] = table(app, "receipt_table")
    assert receipt[:4] == ["000002", NO_MONTH, "衔接资金台账", "2023年4月"]


def test_an_answer_against_the_file_is_a_question_again(desk: Desk) -> None:
    desk.send("资金_202303.csv", MARCH)
    app = dropped(page(), ("资金_202304.csv", GOOD))
    [month] = [each for each in app.selectbox if each.label == "是哪个月"]
    month.select("2023-03").run()
    assert badges(app) == ["▲ 请先回答下面的问题"]
    assert "指明的报告期是 2023-03，而文件的文件名写的是 2023-04" in said(app)
    [month] = [each for each in app.selectbox if each.label == "是哪个月"]
    month.select("2023-04").run()
    assert badges(app) == ["● 可以上报"]


def test_a_table_that_may_be_two_things_asks_which(desk: Desk) -> None:
    app = dropped(page(), ("签到表_202304.csv", "姓名,签到\n甲,是\n"))
    assert badges(app) == ["▲ 请先回答下面的问题"]
    [question] = [each for each in app.selectbox if each.label == "是哪一种表"]
    assert question.options == [
        "衔接资金台账",
        "项目台账",
        "监测对象台账",
        "县区进度月报",
        "省级基准",
    ]


def test_the_same_file_again_is_said_to_be_there_and_cannot_be_confirmed(desk: Desk) -> None:
    desk.send("资金_202304.csv", GOOD)
    app = dropped(page(), ("改了名_202304.csv", GOOD))
    assert badges(app) == ["● 同一文件已经接收过，没有变化"]
    assert "接收（编号 000001）" in said(app)
    assert not app.button


def test_a_withdrawn_file_can_be_sent_again(desk: Desk) -> None:
    desk.send("资金_202304.csv", GOOD)
    desk.withdraw("000001", by="甲")
    app = dropped(page(), ("资金_202304.csv", GOOD))
    assert badges(app) == ["● 可以上报"]


def test_one_file_under_two_names_is_sent_once(desk: Desk) -> None:
    app = dropped(page(), ("资金_202304.csv", GOOD), ("资金_2023年4月.csv", GOOD))
    assert badges(app) == ["● 可以上报", "● 与资金_202304.csv是同一个文件，只报一次"]
    assert "1个文件可以上报，另1个不会上报" in said(app)
    confirmed(signed(app))
    assert [row[1] for row in table(app, "receipt_table")] == ["资金_202304.csv"]
    assert len(desk.uploads()) == 1


def test_when_the_first_of_two_is_taken_away_the_other_can_be_sent(desk: Desk) -> None:
    app = dropped(page(), ("资金_202304.csv", GOOD), ("资金_2023年4月.csv", GOOD))
    dropped(app, ("资金_2023年4月.csv", GOOD))
    assert badges(app) == ["● 可以上报"]


def test_numbers_of_persons_in_a_files_name_are_not_shown(desk: Desk) -> None:
    app = dropped(page(), ("资金_202304_13912345678.csv", GOOD))
    assert "13912345678" not in said(app)
    assert "资金_202304_139********.csv" in said(app)
