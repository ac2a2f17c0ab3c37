"""The deck of the sample's newest month, read back: every figure on it is the board's."""

import io
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from pptx.oxml.ns import qn

from board.funds import added, totals
from board.overview import safety_net_persons
from board.ranking import ranking
from board.reporting import reporting
from board.store import Board
from board.streaks import laggards
from board.streaks import rules as escalation
from board.warnings import rules, tally, worst
from briefing.asked import Asked
from briefing.chart import FONT
from briefing.deck import deck_file
from briefing.notice.compose import notice
from briefing.notice.said import text
from tests.briefing.converted import pages
from tests.briefing.deck.decks import (
    chart_of,
    collisions,
    notes,
    opened,
    runs,
    slide_of,
    table_of,
    texts_of,
    titles,
    workbook_of,
)
from wording import Words

PERIOD, MADE = "2023-04", datetime(2023, 5, 12, 9, 30)
ZH, EN = Words("zh"), Words("en")


@pytest.fixture(scope="module")
def zh(board: Board) -> bytes:
    return deck_file(board, PERIOD, "all", ZH, made=MADE)


@pytest.fixture(scope="module")
def en(board: Board) -> bytes:
    return deck_file(board, PERIOD, "all", EN, made=MADE)


def test_a_normal_month_has_ten_to_fourteen_wide_slides_each_with_its_message(
    zh: bytes, en: bytes
) -> None:
    for deck in (zh, en):
        assert 10 <= len(titles(deck)) <= 14
        assert len(set(titles(deck))) == len(titles(deck))
        assert opened(deck).slide_width * 9 == pytest.approx(
            opened(deck).slide_height * 16, rel=1e-3
        )
    assert len(titles(zh)) == len(titles(en))


def test_charts_are_native_with_their_numbers_and_there_is_no_picture(zh: bytes) -> None:
    with ZipFile(io.BytesIO(zh)) as parts:
        names = parts.namelist()
    charts = [name for name in names if name.startswith("ppt/charts/chart")]
    assert len(charts) == 7
    assert len([name for name in names if name.startswith("ppt/embeddings/")]) == len(charts)
    assert not [name for name in names if name.startswith("ppt/media/")]


def test_every_run_names_its_east_asian_font(zh: bytes, en: bytes) -> None:
    for deck in (zh, en):
        found = list(runs(deck))
        assert len(found) > 100
        for part, properties in found:
            fonts = {kind: properties.find(qn(f"a:{kind}")) for kind in ("latin", "ea", "cs")}
            assert {each.get("typeface") for each in fonts.values()} == {FONT}, part


def test_runs_say_their_language(zh: bytes, en: bytes) -> None:
    for deck, language in ((zh, "zh-CN"), (en, "en-US")):
        said = {p.get("lang") for part, p in runs(deck) if part.startswith("ppt/slides/")}
        assert said == {language}


def test_the_city_at_a_glance_is_the_boards(board: Board, zh: bytes) -> None:
    _, *rows = table_of(opened(zh).slides[1])
    fields = Asked(board, PERIOD, "all", ZH).fields
    assert [row[0] for row in rows] == [each.indicator.label(ZH) for each in fields.values()]
    for row, answer in zip(rows, fields.values(), strict=True):
        city = answer.city
        assert city
        numbers = (city.value, city.province, city.milestone)
        assert [row[1], row[3], row[5]] == [ZH.percent(each).rstrip("%") for each in numbers]
        gaps = (answer.change, city.gap_province, city.gap_milestone)
        assert [row[2], row[4], row[6]] == [ZH.signed(each) for each in gaps]


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("spend_rate", "资金支出率：云溪县以"),
        ("start_rate", "项目开工率：东岭县以"),
        ("risk_elimination_rate", "风险消除率：云溪县以"),
        ("industry_share", "产业占比：南泽市以"),
    ],
)
def test_a_ranking_is_the_boards_and_so_is_its_workbook(
    board: Board, zh: bytes, code: str, title: str
) -> None:
    slide = slide_of(zh, title)
    answer = ranking(board, PERIOD, code, "all")
    drawn = chart_of(slide)
    names = [place.label(ZH) for place in answer.places]
    [numbers] = [values for name, values in drawn.items() if name]
    assert drawn[""][: len(names)] == names
    assert numbers[: len(names)] == [place.value for place in answer.places]
    assert answer.city
    held_against = (answer.city.value, answer.province, answer.milestone)
    assert numbers[len(names) :] == [each for each in held_against if each is not None]
    _, *rows = workbook_of(slide)
    assert [row[1] for row in rows] == pytest.approx(numbers)
    assert "不参加排名" in texts_of(slide)


def test_beside_the_elimination_rate_stands_who_is_not_to_be_eliminated(
    board: Board, zh: bytes
) -> None:
    persons = ZH.count(safety_net_persons(board, PERIOD), "persons")
    assert f"其中兜底保障{persons}" in texts_of(slide_of(zh, "风险消除率：云溪县以"))


def test_money_by_level_is_the_boards(board: Board, zh: bytes) -> None:
    slide = slide_of(zh, "全市资金下达")
    drawn = chart_of(slide)
    found = totals(board, PERIOD)
    for at, level in enumerate(board.levels):
        own = added(each for each in found if each.fund_level == level)
        money = [own.allocated, own.arrived, own.spent]
        shown = [drawn[name][at] for name in ("累计下达", "累计到位", "累计支出")]
        assert shown == [pytest.approx(float(each or 0) / 10_000) for each in money]
    whole = added(each for each in found if each.fund_level == "all")
    assert ZH.money(whole.allocated) in slide.shapes.title.text_frame.text


def test_the_year_has_the_city_until_now_and_the_milestones_ahead(board: Board, zh: bytes) -> None:
    drawn = chart_of(slide_of(zh, "超序时进度"))
    rate = ranking(board, PERIOD, "spend_rate", "all").city
    assert rate
    assert drawn["全市"][3] == rate.value
    assert drawn["全市"][4:] == [None] * 8
    milestones = [drawn["序时节点"][month - 1] for month in (4, 6, 9)]
    assert milestones == [0.3, 0.5, 0.85]
    assert drawn["序时节点"][9:] == [None] * 3


def test_laggards_and_what_is_missing_are_the_boards(board: Board, zh: bytes) -> None:
    found = laggards(board, PERIOD, "all", escalation(board))
    _, *rows = table_of(slide_of(zh, "建议约谈"))
    assert [(row[0], row[1]) for row in rows] == [
        (each.unit.label(ZH), str(len(each.runs))) for each in found
    ]
    assert [int(row[3]) for row in rows] == [each.longest for each in found]

    ahead = Asked(board, PERIOD, "all", ZH).schedules["spend_rate"]
    _, *rows = table_of(slide_of(zh, "6月30日须达到50%"))
    missing = [ZH.column(each.missing, "money") for each in ahead.rows]
    assert [row[2] for row in rows] == missing[: len(rows)]
    assert f"另有{len(missing) - len(rows)}个单位" in texts_of(slide_of(zh, "6月30日须达到50%"))


def test_suspected_problems_and_missing_files_are_the_boards(board: Board, zh: bytes) -> None:
    kinds = worst(tally(board, PERIOD), rules(board, PERIOD))
    drawn = chart_of(slide_of(zh, "疑似问题"))
    assert drawn["疑似问题"] == [number for _, number in kinds]
    assert [name.split(" · ")[0] for name in drawn[""]] == [rule.label(ZH) for rule, _ in kinds]

    state = reporting(board, PERIOD)
    _, *rows = table_of(slide_of(zh, "未报齐"))
    assert [(row[1], row[2]) for row in rows] == [
        (str(each.expected), str(each.sent)) for each in state.tallies
    ]
    assert [row[3] for row in rows if row[3] != "—"] == ["北原示范区"]


def test_notes_hold_the_message_and_the_notices_lines(board: Board, zh: bytes) -> None:
    said = notes(zh)
    for title, spoken in zip(titles(zh), said, strict=True):
        assert spoken.startswith(title)
    told = notice(board, PERIOD, "all", ZH, made=MADE)
    everything = "\n".join(said)
    lines = [text(line) for topic in told.topics for line in topic.lines]
    assert len(lines) > 20
    assert [each for each in lines if each not in everything] == []


def test_an_edited_notice_is_what_is_spoken(board: Board) -> None:
    told = notice(board, PERIOD, "all", ZH, made=MADE).edited({"money": "资金情况另行说明。"})
    spoken = "\n".join(notes(deck_file(board, PERIOD, "all", ZH, made=MADE, notice=told)))
    assert "资金情况另行说明。" in spoken


def test_each_slide_after_the_cover_is_signed_and_numbered(zh: bytes) -> None:
    cover, *slides = opened(zh).slides
    assert "2023年4月30日" in texts_of(cover)
    assert "虚构" in texts_of(cover)
    for slide in slides:
        kinds = {shape.placeholder_format.type.name: shape for shape in slide.placeholders}
        assert "2023年4月" in kinds["FOOTER"].text_frame.text
        assert "board-" in kinds["FOOTER"].text_frame.text
        assert kinds["SLIDE_NUMBER"]._element.find(f".//{qn('a:fld')}") is not None
        numbers = [shape.shape_id for shape in slide.shapes]
        assert len(set(numbers)) == len(numbers)


def test_a_deck_of_one_level_tells_of_its_money_alone(board: Board) -> None:
    deck = deck_file(board, PERIOD, "central", ZH, made=MADE)
    assert chart_of(slide_of(deck, "中央资金下达"))[""] == ["中央"]
    answer = ranking(board, PERIOD, "spend_rate", "central")
    first = answer.places[0]
    drawn = chart_of(slide_of(deck, f"资金支出率 · 中央：{first.label(ZH)}以"))
    assert drawn["资金支出率"][0] == first.value
    assert slide_of(deck, "项目开工率：东岭县以")  # projects are of no level


def test_nothing_lies_over_something_else(zh: bytes, en: bytes) -> None:
    assert collisions(zh) == []
    assert collisions(en) == []


def test_another_program_opens_every_slide(zh: bytes, tmp_path: Path) -> None:
    assert pages(zh, "deck.pptx", tmp_path) == len(titles(zh))
