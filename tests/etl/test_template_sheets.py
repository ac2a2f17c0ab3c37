"""What is in a template: headings, notes, drop-downs, formats, and how it prints."""

import re

import pytest

from etl.codes import spellings
from etl.contract import contracts
from etl.spelling import header_key, squeezed
from etl.template.notes import rule_words
from tests.etl.templates import EXAMPLE, NAMES, checks, choices, every, headings, made, opened


@every
def test_its_columns_are_those_the_contract_asks_for(dataset, lang):
    contract = contracts()[dataset]
    sheet = opened(dataset, lang).worksheets[0]
    assert sheet.title == NAMES[dataset, lang]
    slots = [contract.slots[header_key(heading)] for heading in headings(sheet)]
    wanted = [
        name for name, column in contract.columns.items() if name != "period" and not column.printed
    ]
    assert list(dict.fromkeys(slot.column for slot in slots)) == wanted
    assert len(set(slots)) == len(slots)


def test_a_households_risks_and_measures_have_a_column_each():
    found = list(headings(opened("households", "zh").worksheets[0]))
    assert found[7:12] == [f"致贫返贫风险{number}" for number in range(1, 6)]
    assert found[-14:] == [
        "产业帮扶", "就业帮扶", "金融帮扶", "公益岗位帮扶", "住房安全保障", "饮水安全保障",
        "健康帮扶", "义务教育保障", "教育帮扶", "综合保障", "社会帮扶", "搬迁",
        "生产生活条件改善", "基础设施建设",
    ]  # fmt: skip


def test_what_stands_above_the_header(home):
    sheet = made(home, "funds", "zh").worksheets[0]
    assert [sheet[cell].value for cell in ("A1", "A2", "B2", "F2")] == [
        "云川市衔接资金台账", "报告期：", None, "单位：万元",
    ]  # fmt: skip
    assert sheet["B2"].number_format == "@"
    assert sheet.freeze_panes == "B5"
    home.reference("settings.toml", "")
    sheet = made(home, "households", "en").worksheets[0]
    assert [sheet[cell].value for cell in ("A1", "A2", "F2")] == [
        "Household ledger",
        "Month:",
        None,
    ]


@every
def test_what_is_required_is_marked_above_its_heading_and_coloured(dataset, lang):
    contract = contracts()[dataset]
    sheet = opened(dataset, lang).worksheets[0]
    for heading, letter in headings(sheet).items():
        column = contract.columns[contract.slots[header_key(heading)].column]
        must = column.required or column.required_header
        mark = {"zh": "必填", "en": "Required"}[lang] if must else None
        assert sheet[f"{letter}3"].value == mark
        assert sheet[f"{letter}4"].fill.fgColor.rgb == ("FF0B5A7E" if must else "FFE3EEF3")


@every
def test_every_heading_has_a_note_out_of_the_contract(dataset, lang):
    contract = contracts()[dataset]
    sheet = opened(dataset, lang).worksheets[0]
    for heading, letter in headings(sheet).items():
        comment = sheet[f"{letter}4"].comment
        column = contract.columns[contract.slots[header_key(heading)].column]
        assert comment.text.startswith(heading)
        assert column.note.of(lang) in comment.text
        assert comment.author == "None"  # openpyxl's word for nobody


def test_a_note_in_full():
    sheet = opened("funds", "zh").worksheets[0]
    assert sheet["J4"].comment.text.splitlines() == [
        "支出资金（选填）",
        "截至月末累计支出；同一单位别的行填了、这一行空着，按未支出计；整列空着，算作没有报送",
        "填写：数字，可带小数",
        "计量单位：万元",
        "例：460.5",
        "不收：支出资金大于到位资金",
        "不收：支出资金大于下达资金",
    ]
    sheet = opened("benchmarks", "en").worksheets[0]
    assert sheet["F4"].comment.text.splitlines() == [
        "Place (optional)",
        "This city's place in the province",
        "Kind: whole number",
        "Allowed: 1 or more",
        "For example: 4",
        "Refused: the place is beyond the number of cities",
    ]


@pytest.mark.parametrize("dataset", contracts())
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_rule_without_its_figures_still_reads(dataset, lang):
    for rule in contracts()[dataset].rules:
        said = rule_words(rule, lang)
        assert said
        assert not re.search(r"[{}“”；:]| ,|  |^\W|\W$(?<!\))", said), said


def test_the_checks_of_a_fund_ledger(home):
    book = made(home, "funds", "zh")
    sheet = book.worksheets[0]
    found = checks(sheet)
    kinds = {
        heading: (found[letter].type, found[letter].errorStyle)
        for heading, letter in headings(sheet).items()
        if letter in found
    }
    stop = None  # as Excel has it when nothing else is said
    assert kinds == {
        "县(市、区)": ("list", "warning"),
        "资金级次": ("list", stop),
        "资金任务": ("list", stop),
        "支持方向": ("list", "warning"),
        "下达日期": ("date", "warning"),
        "下达资金": ("decimal", "warning"),
        "到位资金": ("decimal", "warning"),
        "支出资金": ("decimal", "warning"),
        "预算年度": ("whole", "warning"),
    }
    assert choices(book, found["A"]) == ["甲县", "乙县", "丙县", "市本级"]
    assert choices(book, found["B"]) == ["中央", "省级", "市级", "县级"]


def test_a_measure_is_yes_or_blank():
    """Anything filled in means that it is in place: a drop-down that offers no would be a trap."""
    book = opened("households", "en")
    letter = headings(book.worksheets[0])["Safe housing"]
    assert choices(book, checks(book.worksheets[0])[letter]) == ["yes"]


@every
def test_a_drop_down_offers_what_the_loader_takes(dataset, lang):
    contract = contracts()[dataset]
    book = opened(dataset, lang)
    found = checks(book.worksheets[0])
    for heading, letter in headings(book.worksheets[0]).items():
        slot = contract.slots[header_key(heading)]
        column = contract.columns[slot.column]
        if column.type in ("unit", "indicator", "code", "yes_no"):
            assert found[letter].type == "list"
        if column.type == "code" and not slot.code:
            taken = spellings(column.list, column.also)
            offered = [taken[squeezed(each)] for each in choices(book, found[letter])]
            assert offered == list(dict.fromkeys(taken.values()))


@every
def test_identifiers_and_months_are_text_to_the_last_row(dataset, lang):
    contract = contracts()[dataset]
    sheet = opened(dataset, lang).worksheets[0]
    for heading, letter in headings(sheet).items():
        kind = contract.columns[contract.slots[header_key(heading)].column].type
        formats = {sheet[f"{letter}{row}"].number_format for row in (5, 504)}
        assert (formats == {"@"}) is (kind in ("text", "identifier", "unit", "month"))
        if kind == "date":
            assert formats == {"yyyy-mm-dd"}
    below = sheet.column_dimensions["A"]
    assert below.number_format == sheet["A5"].number_format


@every
def test_the_worked_row_fills_every_column(dataset, lang):
    sheet = opened(dataset, lang)[EXAMPLE[lang]]
    blank = [
        heading for heading, letter in headings(sheet).items() if not sheet[f"{letter}5"].value
    ]
    optional = re.compile(r"(致贫返贫风险|Risk )[345]$")
    if dataset == "households":
        assert len(blank) == 3 + 12
        blank = [heading for heading in blank[:3] if not optional.match(heading)]
    assert blank == []


@every
def test_a_row_of_the_table_of_notes_for_every_column(dataset, lang):
    book = opened(dataset, lang)
    notes = book[{"zh": "填写说明", "en": "Notes"}[lang]]
    named = [cell.value for cell in notes["A"]]
    assert named[9:] == list(headings(book.worksheets[0]))
    sentences = [text for text in named[1:7] if re.match(r"\d\. ", text)]
    assert len(sentences) == 6
    assert not any("{" in str(cell.value) for row in notes for cell in row)


@every
def test_it_keeps_within_what_excel_and_wps_take(dataset, lang):
    book = opened(dataset, lang)
    assert [sheet.sheet_state for sheet in book] == ["visible", "visible", "visible", "hidden"]
    assert all(len(sheet.title) <= 31 for sheet in book)
    for each in book.worksheets[0].data_validations.dataValidation:
        assert len(each.formula1) <= 255
        assert len(each.error) <= 225
        assert len(each.errorTitle) <= 32
        assert len(each.prompt or "") <= 255
        assert len(each.promptTitle or "") <= 32


@every
def test_it_prints_across_on_a4_with_the_header_on_every_page(dataset, lang):
    for sheet in opened(dataset, lang).worksheets[:3]:
        setup = sheet.page_setup
        assert (setup.orientation, setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (setup.fitToWidth or 1, setup.fitToHeight) == (1, 0)  # one wide when not said
        assert sheet.print_title_rows
