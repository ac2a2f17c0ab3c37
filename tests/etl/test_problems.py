"""What is wrong, said in pieces for a page and as one sentence on the command line."""

import re
import tracemalloc

import pytest

from etl.bilingual import Bilingual
from etl.contract import contracts
from etl.problems import grouped, kinds, problem
from etl.reference import load_reference
from etl.settings import BadReference
from etl.spelling import display_width
from etl.unreadable import Unreadable
from tests.etl.conftest import Home

EVERY = {
    **kinds(),
    **{f"{c.dataset}.{rule.code}": rule for c in contracts().values() for rule in c.rules},
}
OPTION = re.compile(r"--\w+")


@pytest.mark.parametrize("name", EVERY)
def test_every_kind_has_a_short_title_and_says_what_to_do(name):
    kind = EVERY[name]
    assert 4 <= display_width(kind.title.zh) <= 24
    assert 4 <= len(kind.title.en) <= 40
    for text in (kind.title, kind.wrong, kind.mend, kind.on_page or kind.mend):
        assert text.zh.strip() == text.zh != ""
        assert text.en.strip() == text.en != ""
        assert {*re.findall("{.*?}", text.zh)} == {*re.findall("{.*?}", text.en)}
    assert "{" not in kind.title.zh
    assert "；" not in kind.mend.zh


@pytest.mark.parametrize("name", EVERY)
def test_what_to_do_speaks_of_no_single_cell(name):
    mend = EVERY[name].mend.zh
    of_a_cell = {"value", "other", "key", "note", "count", "sum", "computed", "before"}
    columns = {column for contract in contracts().values() for column in contract.columns}
    assert set(re.findall(r"{(\w+)}", mend)) & (of_a_cell | columns) == set()


@pytest.mark.parametrize("name", EVERY)
def test_a_page_is_told_of_no_option(name):
    kind = EVERY[name]
    for lang in ("zh", "en"):
        assert not OPTION.search(kind.wrong.of(lang))
        assert not OPTION.search((kind.on_page or kind.mend).of(lang))
    assert (kind.on_page is not None) == bool(OPTION.search(kind.mend.zh))


def test_a_sentence_is_what_is_wrong_and_what_to_do():
    count = problem("below_least", value="0", least=1, row=3, column="persons", header="人数")
    assert count.zh == "0 小于 1；请核对"
    assert count.en == "0 is below 1: check it"
    level = problem("bad_code", value="州级", choices="中央、省级")
    assert level.wrong == Bilingual("“州级”不在可选值里", "“州级” is not one of the choices")
    assert level.mend == Bilingual("可填：中央、省级", "write one of 中央、省级")
    assert level.zh == "“州级”不在可选值里；可填：中央、省级"
    column = problem("missing_column", label="县", spellings="县、区", en={"label": "County"})
    assert column.en == "there is no column for County: it may be headed 县、区"


def test_a_rule_speaks_of_the_cells_as_seen(home):
    rows = "县区,资金级次,下达资金,到位资金\n甲县,中央,5,6\n"
    told = home.check("资金_202304.csv", rows, "--dataset", "funds", exits=1)
    [above] = told["problems"]
    assert above["message"] == "到位资金 6 大于下达资金 5；请核对两格"
    assert above["message_en"] == "money arrived 6 is more than allocated 5: check both cells"


def test_options_are_named_on_the_command_line_and_the_choice_above_on_a_page():
    both = problem("two_datasets", first="资金", second="月报", first_code="a", second_code="b")
    assert both.zh == "表头既像资金又像月报；请只留一种表的列，命令行用 --dataset 指明（a 或 b）"
    assert both.mend_on_page.zh == "请在上方选择是哪一种表"
    assert "--sheet" in problem("two_sheets", first="一", second="二").zh
    money = problem("bad_money", value="五")
    assert money.mend_on_page is money.mend


def test_a_sentence_behind_the_name_of_a_file_has_no_second_colon():
    refused = Unreadable("stray_cell", cell="Z9")
    assert refused.problem.title.zh == "表格之外有内容"
    assert refused.sentence("zh") == (
        "工作簿的 Z9 格离表格很远却有内容；请清除后再报，特别大的表请另存为 CSV"
    )
    assert refused.sentence("en").endswith("or save a very large table as CSV")


def test_a_reference_table_that_cannot_be_read_is_refused_in_the_same_words(tmp_path, capsys):
    home = Home(tmp_path, capsys)
    home.reference("units.csv", "")
    with pytest.raises(BadReference, match=r"^units.csv:1: the file is empty; check that it"):
        load_reference(home.path)


def test_problems_are_grouped_by_kind_and_column_errors_first_then_the_most():
    cells = [
        *(problem("fallen", column="spent", header="支出", row=row, before=1) for row in range(9)),
        problem("bad_money", column="spent", header="支出", row=3),
        *(problem("bad_money", column="arrived", header="到位", row=row) for row in (4, 5)),
        problem("bad_code", column="task", header="任务", row=6, choices="", severity="warning"),
        problem("missing_value", column="spent", header="支出", row=7),
    ]
    found = grouped(cells)
    assert [(each.code, each.header, each.severity, each.count) for each in found] == [
        ("bad_money", "到位", "error", 2),
        ("bad_money", "支出", "error", 1),
        ("missing_value", "支出", "error", 1),
        ("fallen", "支出", "warning", 9),
        ("bad_code", "任务", "warning", 1),
    ]
    first = found[0]
    assert (first.title.zh, first.mend.zh) == ("不是金额", "请填数字，如 1234.56")
    assert [each.row for each in first.problems] == [4, 5]
    assert grouped([]) == []


def test_a_column_of_bad_cells_takes_little_memory():
    choices = "、".join(f"可选值{at}" for at in range(20))
    tracemalloc.start()
    try:
        told = [
            problem("bad_code", row=row, column="task", header="任务", at=3, value=f"任务{row}",
                    choices=choices)
            for row in range(100_000)
        ]  # fmt: skip
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert taken < 60_000_000
    assert {id(each.mend) for each in told} == {id(told[0].mend)}
