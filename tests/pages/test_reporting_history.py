"""The history of a cell: what was sent, withdrawing and restoring it, and who was faster."""

import hashlib

import pytest
from streamlit.testing.v1 import AppTest

from etl import errand
from etl.original import kept_content
from etl.store import Store
from tests.pages.desk import FUNDS, Desk, chinese, opened, ran, said, table

FIRST = FUNDS + "云溪县,中央,一,40,18\n东岭县,中央,一,20,10\n"
SECOND = FUNDS + "云溪县,中央,一,40,19\n"


def _script() -> None:
    from pages import reporting

    reporting.render()


def history(cell: str, **query: str) -> AppTest:
    return opened(_script, cell=cell, **query)


@pytest.fixture
def corrected(desk: Desk) -> Desk:
    """Both units sent April in one file, and 云溪县 a correction."""
    desk.send("资金_202304.csv", FIRST, by="市局")
    desk.send("更正_202304.csv", SECOND, by="云溪局")
    return desk


def drawer(app: AppTest) -> str:
    """The heading of the drawer that lies over the page."""
    [dialog] = app.get("dialog")
    return str(dialog.proto.dialog.title)


def states(app: AppTest) -> list[list[str]]:
    """Number and state of each upload of the history."""
    return [row[:2] for row in table(app, "history_table")]


def withdrawn(app: AppTest, who: str = "李科", why: str = "报错了") -> AppTest:
    app.text_input(key="withdraw_who").set_value(who).run()
    [reason] = [each for each in app.text_input if each.label in ("原因", "Reason")]
    reason.set_value(why).run()
    return app.button(key="withdraw_button").click().run()


def test_a_cell_shows_every_upload_newest_first(corrected: Desk) -> None:
    app = history("990101.funds")
    assert drawer(app) == "云溪县 · 衔接资金台账 · 2023年4月"
    newest, oldest = table(app, "history_table")
    sums = [hashlib.sha256(text.encode()).hexdigest()[:12] for text in (FIRST, SECOND)]
    assert newest[:2] == ["000002", "● 在用"]
    assert newest[2].endswith(" 云溪局")
    assert newest[3:] == [f"更正_202304.csv 校验码 {sums[1]}", "1", "0", "000001"]
    assert oldest[:2] == ["000001", "— 已被替换"]
    assert oldest[3:] == [f"资金_202304.csv 校验码 {sums[0]}", "2", "0", "—"]


def test_the_same_file_may_still_count_for_another_unit(corrected: Desk) -> None:
    assert states(history("990102.funds")) == [["000001", "● 在用"]]


def test_a_cell_with_nothing_sent_says_so(corrected: Desk) -> None:
    app = history("990101.projects")
    assert drawer(app) == "云溪县 · 项目台账 · 2023年4月"
    assert "这个月还没有报过。" in said(app)


@pytest.mark.parametrize("cell", ["nonsense", "990101.nonsense", "123456.funds", "city.funds", "."])
def test_an_unknown_cell_opens_nothing(corrected: Desk, cell: str) -> None:
    assert not history(cell).get("dialog")


def test_benchmarks_that_count_are_in_use(corrected: Desk) -> None:
    corrected.send("省级基准_202304.csv", "指标,全省平均\n资金支出率,36%\n", by="市局")
    app = history("city.benchmarks")
    assert drawer(app) == "全市 · 省级基准 · 2023年4月"
    assert states(app) == [["000003", "● 在用"]]


def test_withdrawing_needs_who_and_why_and_no_persons_number(corrected: Desk) -> None:
    app = history("990101.funds")
    who, why = app.text_input(key="withdraw_who"), app.text_input(key="why_000002")
    for given in (("李科", ""), ("", "报错了"), ("李科", "请致电13912345678")):
        who.set_value(given[0])
        why.set_value(given[1]).run()
        assert app.button(key="withdraw_button").disabled, given
    assert "这里写的会保存：请去掉身份证号、电话号码。" in said(app)


def test_a_withdrawal_gives_back_what_was_replaced(corrected: Desk) -> None:
    app = ran(withdrawn(history("990101.funds")))
    newest, oldest = states(app)
    assert newest[1].startswith("— 已撤回：报错了（李科，")
    assert oldest == ["000001", "● 在用"]


def test_a_withdrawal_of_a_file_of_two_units_says_so_and_is_owed_again(desk: Desk) -> None:
    desk.send("资金_202303.csv", FIRST, by="市局")
    desk.send("资金_202304.csv", FIRST.replace("18", "20"), by="市局")
    app = history("990102.funds")
    assert app.warning[0].value == "这个文件含2个单位的数据，会一起撤回。"
    desk.send("月报_202304.csv", "县区,计划项目数\n云溪县,3\n")  # so that the month stays
    ran(withdrawn(app))
    matrix = table(app, "matrix_table")
    assert matrix[0][1] == matrix[1][1] == "— 未报，还有2天"
    assert "云溪县：衔接资金台账\n东岭县：衔接资金台账" in app.code[0].value


def test_a_restored_upload_counts_again(corrected: Desk) -> None:
    app = ran(withdrawn(history("990101.funds")))
    app.text_input(key="withdraw_who").set_value("王科").run()
    ran(app.button(key="restore_button").click().run())
    newest, oldest = states(app)
    assert newest[1].startswith("● 在用（王科于")
    assert oldest == ["000001", "— 已被替换"]


def test_an_older_upload_can_be_chosen(corrected: Desk) -> None:
    app = history("990101.funds")
    app.selectbox(key="upload_000002").select("000001").run()
    ran(withdrawn(app))
    assert [state[:5] for _, state in states(app)] == ["● 在用", "— 已撤回"]


def test_who_withdraws_what_another_has_withdrawn_is_told(corrected: Desk) -> None:
    app = history("990101.funds")
    corrected.withdraw("000002", by="张科", reason="重复")
    ran(withdrawn(app))
    assert app.warning[0].value == "另一个人已经先撤回或恢复了这次上报，请看最新状态。"


def test_a_withdrawal_that_cannot_be_published_leaves_a_sentence_and_no_traceback(
    corrected: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    app = history("990101.funds")
    with monkeypatch.context() as broken:
        broken.setattr(errand, "publish", full_disk)
        withdrawn(app)
    assert not app.exception
    assert "服务器出错（OSError）" in said(app)


def test_the_original_is_offered_without_what_is_personal(desk: Desk) -> None:
    text = "县区,级次,批次,下达资金,联系电话\n云溪县,中央,一,40,13912345678\n"
    desk.send("资金_202304.csv", text)
    [button] = history("990101.funds").download_button
    assert (button.label, button.key) == ("下载原件", "original_000001")
    kept = kept_content(Store(desk.path).uploads()[0]).decode("utf-8-sig")
    assert "云溪县,中央,一,40," in kept
    assert "139" not in kept


def test_in_english_only_names_are_chinese(corrected: Desk) -> None:
    app = ran(withdrawn(history("990101.funds", lang="en"), who="Li", why="wrong file"))
    assert drawer(app) == "Yunxi · Fund ledger · Apr 2023"
    assert states(app)[0][1].startswith("— withdrawn: wrong file (Li, ")
    own = ("资金_202304.csv", "更正_202304.csv", "市局", "云溪局")
    assert chinese(app, *own) == set()
