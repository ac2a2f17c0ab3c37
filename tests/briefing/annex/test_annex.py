"""The annex of the sample's newest month, read back: every figure in it is the board's."""

import io
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl.workbook import Workbook
from pptx.oxml.ns import qn

from board.overview import safety_net_persons
from board.ranking import ranking
from board.store import Board, open_board
from board.warning_rows import Which, every
from board.warning_words import WarningWords
from board.warnings import rules, tally
from briefing.annex import annex_file
from tests.board.published import publish, standing, unit
from tests.board.suspected import C, warning
from tests.board.suspected import opened as suspected
from tests.briefing.annex.annexes import below, formulas, opened, reckoned, rows
from tests.briefing.converted import pages
from wording import Words

PERIOD, MADE = "2023-04", datetime(2023, 5, 12, 9, 30)
ZH, EN = Words("zh"), Words("en")


@pytest.fixture(scope="module")
def zh(board: Board) -> bytes:
    return annex_file(board, PERIOD, "all", ZH, made=MADE)


@pytest.fixture(scope="module")
def en(board: Board) -> bytes:
    return annex_file(board, PERIOD, "all", EN, made=MADE)


@pytest.fixture(scope="module")
def book(zh: bytes) -> Workbook:
    return opened(zh)


def test_a_sheet_for_each_indicator_and_each_kind_of_problem(
    board: Board, zh: bytes, en: bytes
) -> None:
    kinds = list(tally(board, PERIOD).by_rule())
    for annex in (zh, en):
        names = opened(annex).sheetnames
        assert len(names) == 1 + len(board.indicators) + len(kinds)
        assert all(len(name) <= 31 for name in names)
    assert opened(zh).sheetnames[:3] == ["目录", "项目开工率", "应开工项目开工率"]
    assert opened(en).sheetnames[:2] == ["Contents", "Start rate"]


def test_a_ranking_is_printed_with_its_chart_on_one_page(book: Workbook) -> None:
    pages = {sheet.title: sheet.page_setup.fitToHeight for sheet in book.worksheets}
    assert pages["风险消除率"] is None  # one, where a sheet does not say
    assert pages["资金下达后迟迟不开工"] == 0  # as many as there are


def test_the_contents_lead_to_every_sheet_and_each_leads_back(book: Workbook) -> None:
    contents, *others = book.worksheets
    for row, sheet in enumerate(others, start=2):
        link = contents.cell(row, 1).hyperlink
        assert link
        assert link.location == f"'{sheet.title}'!A1"
        assert contents.cell(row, 2).value
        back = [cell.hyperlink for [cell] in sheet.iter_rows(max_col=1) if cell.hyperlink]
        assert [each.location for each in back if each] == ["'目录'!A1"]


def test_the_contents_say_where_the_figures_come_from(board: Board, zh: bytes) -> None:
    said = below(zh, "目录")
    for part in ("报告期：2023年4月", "资金级次：全部级次", f"数据版本：{board.name}", "虚构"):
        assert part in said
    assert "导出时间：2023-05-12 09:30" in said


def test_each_ranking_is_the_boards(board: Board, zh: bytes) -> None:
    for code, indicator in board.indicators.items():
        answer = ranking(board, PERIOD, code, "all")
        _, *found = rows(zh, indicator.label(ZH))
        units = [*answer.places, *answer.unranked]
        assert [row[1] for row in found] == [*(each.label(ZH) for each in units), "全市"]
        assert answer.city
        for row, place in zip(found, [*units, answer.city], strict=True):
            divisor = 10_000 if indicator.quantity == "money" else 1
            assert row[0] == place.rank
            if place.value is None:
                assert row[4] == ZH.reason(place.reason or "")
                continue
            assert row[2:5] == pytest.approx(
                [float(place.numerator or 0) / divisor, float(place.denominator or 0) / divisor,
                 place.value]
            )  # fmt: skip
            gaps = [place.gap_milestone, place.gap_province]
            assert row[5:7] == [each if each is None else pytest.approx(each) for each in gaps]
            assert (row[9] or 0) == place.streak


def test_below_a_ranking_stand_formula_benchmarks_and_who_is_not_in_it(
    board: Board, zh: bytes
) -> None:
    said = below(zh, "风险消除率")
    assert "风险消除率 = 风险消除人数 ÷ 监测人数" in said
    assert "全省平均 58.29%" in said
    assert "未报送，不参加排名：北原示范区。" in said
    assert "兜底保障户不应标注消除" in said
    assert f"其中兜底保障{ZH.count(safety_net_persons(board, PERIOD), 'persons')}" in said


def test_rates_and_totals_are_formulas_that_another_program_works_out_alike(
    zh: bytes, tmp_path: Path
) -> None:
    found = list(formulas(zh))
    kinds = {str(cell.value)[:4] for _, cell, _ in found}
    assert len(found) > 140
    assert "=SUM" in kinds
    again = reckoned(zh, tmp_path)
    for sheet, cell, stored in found:
        assert again[sheet][cell.coordinate].value == pytest.approx(stored), (sheet, cell.value)


def test_a_total_that_is_not_the_sum_is_a_value_and_says_why(tmp_path: Path) -> None:
    home = publish(
        tmp_path,
        units=[unit("990101", "云溪县"), unit("990102", "东岭县")],
        standings=[
            standing("990101", 3, 10, rank=1),
            standing("990102", None, 5),
            standing("city", 3, 10, units_missing=1),
        ],
    )
    board = open_board(home)
    assert board
    made = annex_file(board, PERIOD, "all", ZH, made=MADE)
    total = opened(made)["资金支出率"][4]
    assert [cell.value for cell in total[1:5]] == ["全市", "=SUM(C2:C3)", 0.001, "=C4/D4"]
    assert "只有分子或分母的单位不计入全市：东岭县。" in below(made, "资金支出率")


def test_every_warning_is_there_with_its_sentence_and_nobody_who_sent_it(
    board: Board, zh: bytes
) -> None:
    words, known = WarningWords(board, ZH), rules(board, PERIOD)
    count = 0
    for code, number in tally(board, PERIOD).by_rule().items():
        [sheet] = [name for name in opened(zh).sheetnames
                   if name == known[code].label(ZH).replace("：", " ")]  # fmt: skip
        _, *found = rows(zh, sheet)
        expected = list(every(board, Which(PERIOD, rule=code)))
        assert len(found) == len(expected) == number
        assert [row[1] for row in found] == [
            words.sentence(known[code], each.figures) for each in expected
        ]
        assert known[code].advice(ZH).rstrip("。") in below(zh, sheet)
        count += number
        senders = {each.accepted_by for each in expected} - {None}
        assert not senders & {cell for row in found for cell in row}
    assert count > 100


def test_headings_stay_and_can_be_filtered_by(book: Workbook) -> None:
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref


def test_rankings_have_native_charts_of_their_own_numbers(board: Board, zh: bytes) -> None:
    with ZipFile(io.BytesIO(zh)) as parts:
        charts = sorted(name for name in parts.namelist() if name.startswith("xl/charts/chart"))
        spaces = [etree.fromstring(parts.read(name)) for name in charts]
        assert not [name for name in parts.namelist() if name.startswith("xl/media")]
    assert len(charts) == len(board.indicators)
    sources = ["".join(each.text for each in space.iter(qn("c:f"))) for space in spaces]
    assert [each for each in sources if "资金支出率" in each and "$E$2:$E$13" in each]
    for space in spaces:
        fonts = {each.get("typeface") for each in space.iter(qn("a:ea"))}
        assert fonts == {"Microsoft YaHei"}


def test_what_begins_like_a_formula_is_text(tmp_path: Path) -> None:
    odd = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "https://example.org"]
    board = suspected(
        tmp_path,
        *(warning("late", C, f"P{at}", title=title, upload_id="000003", source_row=at + 2)
          for at, title in enumerate(odd)),
    )  # fmt: skip
    made = annex_file(board, PERIOD, "all", ZH, made=MADE)
    sheet = opened(made)["不开工"]
    cells = [sheet.cell(row, 3) for row in range(2, 2 + len(odd))]
    assert sorted(str(cell.value) for cell in cells) == sorted(odd)
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)


def test_a_month_without_any_figure_is_its_contents(board: Board) -> None:
    made = annex_file(board, "2020-12", "all", EN, made=MADE)
    assert opened(made).sheetnames == ["Contents"]


def test_another_program_prints_every_sheet(zh: bytes, tmp_path: Path) -> None:
    assert pages(zh, "annex.xlsx", tmp_path) >= len(opened(zh).sheetnames)
