"""The page of sending: who sends, the receipt, who was faster, and a board that is not updated."""

import hashlib

import pytest

from etl import errand
from etl.accept import accept
from etl.examined import Examined
from etl.store import Store
from tests.pages.desk import FUNDS, Desk, chinese, markup, said, table
from tests.pages.upload_page import GOOD, SENDER, badges, confirmed, dropped, page, signed
from ui.plain import plain

OTHER = FUNDS + "云溪县,中央,一,30,13\n"
THIRD = FUNDS + "云溪县,中央,一,30,14\n"
APRIL, MAY = "资金_202304.csv", "资金_202305.csv"


def test_the_button_waits_for_the_sender(desk: Desk) -> None:
    app = dropped(page(), (APRIL, GOOD))
    assert app.button(key="confirm_button").disabled
    assert "请填写报送单位（人），它会写进回执。" in said(app)
    assert not signed(app).button(key="confirm_button").disabled
    assert signed(app, "   ").button(key="confirm_button").disabled


@pytest.mark.parametrize("who", ["张三 13912345678", "６100001990010112345", "139 1234 5678"])
def test_a_sender_with_a_persons_number_is_refused_with_a_sentence(desk: Desk, who: str) -> None:
    app = signed(dropped(page(), (APRIL, GOOD)), who)
    assert app.button(key="confirm_button").disabled
    assert "这里写的会保存：请去掉身份证号、电话号码。" in said(app)


def test_an_office_with_a_short_number_may_send(desk: Desk) -> None:
    app = signed(dropped(page(), (APRIL, GOOD)), "第3办公室 0931-8765432")
    assert not app.button(key="confirm_button").disabled


def test_the_receipt_names_number_sender_checksum_and_the_ranking(desk: Desk) -> None:
    app = confirmed(signed(dropped(page(), (APRIL, GOOD))))
    assert "已接收1个文件" in said(app)
    [receipt] = table(app, "receipt_table")
    number, file, dataset, month, who, _, checksum, ranking = receipt
    assert (number, file, dataset) == ("000001", APRIL, "衔接资金台账")
    assert (month, who, ranking) == ("2023年4月", SENDER, "看排名")
    assert checksum == hashlib.sha256(GOOD.encode()).hexdigest()[:12]
    link = 'data-go="ranking?month=2023-04&amp;indicator=spend_rate"'
    assert link in markup(app, "receipt_table")
    assert desk.uploads() == [("000001", SENDER)]


def test_a_ledger_of_projects_leads_to_the_rate_it_moves(desk: Desk) -> None:
    text = (
        "县区,项目编号,项目名称,项目类别,计划投资（万元）,开工时间\n"
        "云溪县,XM-01,肉牛养殖园,产业发展,120,2023-03-06\n"
    )
    app = confirmed(signed(dropped(page(), ("项目台账_202304.csv", text))))
    link = 'data-go="ranking?month=2023-04&amp;indicator=start_rate"'
    assert link in markup(app, "receipt_table")


def test_after_it_the_desk_is_empty_and_the_sender_is_kept(desk: Desk) -> None:
    app = confirmed(signed(dropped(page(), (APRIL, GOOD))))
    assert badges(app) == []
    assert markup(app, "welcome")
    app = dropped(app, (MAY, THIRD))
    assert app.text_input(key="who_sends").value == SENDER
    assert not app.button(key="confirm_button").disabled


def test_several_files_are_confirmed_at_once(desk: Desk) -> None:
    march = FUNDS + "云溪县,中央,一,10,2\n"
    app = signed(dropped(page(), ("资金_202303.csv", march), (APRIL, GOOD)))
    assert app.button(key="confirm_button").label == "确认上报2个文件"
    confirmed(app)
    assert [row[0] for row in table(app, "receipt_table")] == ["000001", "000002"]
    assert "已接收2个文件" in said(app)
    assert (desk.path / "published" / "CURRENT").read_text().strip() == "board-000001.duckdb"


def test_of_two_files_for_one_unit_and_month_the_second_is_not_stored(desk: Desk) -> None:
    app = confirmed(signed(dropped(page(), (APRIL, GOOD), ("更正_202304.csv", OTHER))))
    [warning] = app.warning
    assert warning.value.startswith(f"{plain('更正_202304.csv')}没有上报：")
    assert [row[1] for row in table(app, "receipt_table")] == [APRIL]


def test_the_receipt_in_english(desk: Desk) -> None:
    app = confirmed(signed(dropped(page(lang="en"), (APRIL, GOOD)), "Yunxi Bureau"))
    assert "1 file accepted" in said(app)
    own = (APRIL, "百万元", "千元", "万元", "亿元", "元")
    assert chinese(app, *own) == set()


@pytest.mark.parametrize("publishing", [True, False])
def test_who_was_faster_is_told_by_name_and_nothing_is_overwritten(
    desk: Desk, publishing: bool
) -> None:
    desk.send(APRIL, GOOD, by="甲")
    app = signed(dropped(page(), (APRIL, OTHER)), "乙")
    desk.send(APRIL, THIRD, by="丙局", publishing=publishing)
    confirmed(app)
    [warning] = app.warning
    assert warning.value.startswith(f"{plain(APRIL)}没有上报：您预览之后，丙局于")
    assert "000002" in warning.value
    assert desk.uploads() == [("000001", "甲"), ("000002", "丙局")]


def test_after_seeing_what_changes_now_it_can_be_confirmed(desk: Desk) -> None:
    desk.send(APRIL, GOOD, by="甲")
    app = signed(dropped(page(), (APRIL, OTHER)), "乙")
    desk.send(APRIL, THIRD, by="丙局")
    confirmed(app)
    assert "替换丙局于5月10日报的000002" in said(app)
    confirmed(app)
    assert [row[0] for row in table(app, "receipt_table")] == ["000003"]
    assert not app.warning


@pytest.mark.parametrize("publishing", [True, False])
def test_a_withdrawal_meanwhile_is_told_by_who_withdrew(desk: Desk, publishing: bool) -> None:
    desk.send(APRIL, GOOD, by="甲")
    app = signed(dropped(page(), (APRIL, OTHER)), "乙")
    desk.withdraw("000001", by="丁科")
    if publishing:
        desk.publish()
    confirmed(app)
    [warning] = app.warning
    assert "丁科于" in warning.value
    assert desk.uploads() == [("000001", "甲")]


def test_a_file_of_another_unit_meanwhile_does_not_stand_in_the_way(desk: Desk) -> None:
    app = signed(dropped(page(), (APRIL, GOOD)))
    desk.send("东岭_202304.csv", FUNDS + "东岭县,中央,一,20,10\n", by="丙局")
    confirmed(app)
    assert [row[0] for row in table(app, "receipt_table")] == ["000002"]


def test_a_board_that_is_not_updated_is_said_and_does_not_stick(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    app = signed(dropped(page(), (APRIL, GOOD)))
    with monkeypatch.context() as broken:
        broken.setattr(errand, "publish", full_disk)
        confirmed(app)
    [error] = app.error
    assert error.value == (
        "服务器出错（OSError），已记入日志，请告诉管理员。"
        "下面的文件已经接收，不用再报；看板恢复后会显示。"
    )
    assert [row[0] for row in table(app, "receipt_table")] == ["000001"]
    assert not (desk.path / "published" / "CURRENT").exists()
    confirmed(signed(dropped(app, (MAY, THIRD))))
    assert not app.error
    assert [row[0] for row in table(app, "receipt_table")] == ["000002"]
    assert (desk.path / "published" / "CURRENT").exists()


def test_files_that_could_not_be_stored_are_named(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def disk_fills_up(found: Examined, store: Store, by: str) -> Examined:
        if found.name == APRIL:
            raise OSError(28, "No space left on device")
        return accept(found, store, by)

    march = FUNDS + "云溪县,中央,一,10,2\n"
    app = signed(dropped(page(), ("资金_202303.csv", march), (APRIL, GOOD)))
    monkeypatch.setattr(errand, "accept", disk_fills_up)
    confirmed(app)
    assert f"没有接收：{plain(APRIL)}。请稍后再报。" in app.error[0].value
    assert [row[1] for row in table(app, "receipt_table")] == ["资金_202303.csv"]


def test_reference_tables_that_break_meanwhile_leave_a_sentence(desk: Desk) -> None:
    app = signed(dropped(page(), (APRIL, GOOD)))
    desk.reference("units.csv", "code,name\n990101,\n")
    app.button(key="confirm_button").click().run()
    assert not app.exception
    assert "units.csv:2" in app.error[0].value
    assert desk.uploads() == []
