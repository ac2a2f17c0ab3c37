"""The sentences of warnings: kinds of figures, what is left out, and every rule's own."""

import json
from string import Formatter
from typing import Any

import pytest

from board.store import Board, open_board
from board.warning_words import AsSent, WarningWords
from board.warnings import Rule
from etl.codes import code_lists
from etl.indicators import measures
from etl.warning_rules import warning_rules
from tests.board.published import publish
from wording import Words

ZH, EN = Words("zh"), Words("en")


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    codes = [
        {"list": name, "code": code, "name_zh": entry.zh, "name_en": entry.en}
        for name, entries in code_lists().items()
        for code, entry in entries.items()
    ]
    named = [
        {"measure": code, "name_zh": m.zh, "name_en": m.en, "quantity": m.quantity}
        for code, m in measures().items()
    ]
    found = open_board(publish(tmp_path_factory.mktemp("home"), codes=codes, measures=named))
    assert found
    return found


def rule(zh: str, en: str = "") -> Rule:
    return Rule("code", "", "", "", "", zh, en or zh, "", "", "high")


def said(board: Board, t: Words, text: str, **figures: Any) -> str:
    return WarningWords(board, t).sentence(rule(text), json.dumps(figures))


@pytest.mark.parametrize(
    ("kind", "value", "zh", "en"),
    [
        ("date", "2023-03-30", "2023年3月30日", "30 Mar 2023"),
        ("day", "2023-04-30", "4月30日", "30 Apr"),
        ("month", "2023-04-01", "2023年4月", "Apr 2023"),
        ("month", "2023-04", "2023年4月", "Apr 2023"),
        ("money", 1039000.50, "103.90万元", "¥1.04 million"),
        ("yuan", 7299.5, "7,299.5元", "¥7,299.5"),
        ("percent", 0.29996, "30.00%", "30.00%"),
        ("goal", 0.3, "30%", "30%"),
        ("days", 1, "1天", "1 day"),
        ("months", 1, "1个月", "1 month"),
        ("months", 12, "12个月", "12 months"),
        ("persons", 3, "3人", "3 persons"),
        ("words", ["门楼", "景观"], "门楼、景观", "门楼, 景观"),
        ("stage", "在建", "在建", "Under way"),
        ("risk", ["因病", "因学"], "因病、因学", "Illness, Schooling"),
        ("measure", "spent", "累计支出", "Money spent"),
        ("stage", "别的", "别的", "别的"),
    ],
)
def test_a_figure_is_written_as_its_kind_asks(
    board: Board, kind: str, value: Any, zh: str, en: str
) -> None:
    assert said(board, ZH, f"{{x:{kind}}}", x=value) == zh
    assert said(board, EN, f"{{x:{kind}}}", x=value) == en


def test_an_amount_is_in_the_quantity_of_its_measure(board: Board) -> None:
    assert said(board, ZH, "{x:amount}", x=4200038.06, quantity="money") == "420.00万元"
    assert said(board, ZH, "{x:amount}", x=126.00, quantity="projects") == "126个"


def test_what_depends_on_a_missing_figure_is_left_out(board: Board) -> None:
    text = "支出率{value:percent}[，低于{least:goal}][，{flat:months}没有支出]"
    assert said(board, ZH, text, value=0.2, least=0.3, flat=None) == "支出率20.00%，低于30%"
    assert said(board, ZH, text, value=0.2, least=None, flat=2) == "支出率20.00%，2个月没有支出"
    assert said(board, ZH, text, value=0.2, least=None, flat=None) == "支出率20.00%"
    text = "[原为“{name}”；][类别由{a:category}改为{b:category}；]"
    assert said(board, ZH, text, name="渠", a=None, b=None) == "原为“渠”"
    assert said(board, ZH, "（{x:money}）", x=None) == "（—）"


def test_text_of_a_file_is_told_apart(board: Board) -> None:
    pieces = WarningWords(board, EN).pieces(rule("was {name}"), '{"name": "门楼"}')
    assert [type(piece) for piece in pieces] == [str, AsSent]
    assert "".join(pieces) == "was 门楼"


FIGURES: dict[str, Any] = {
    "date": "2023-03-30", "day": "2023-04-30", "month": "2023-03-01", "money": 20000,
    "yuan": 7300, "percent": 0.25, "goal": 0.3, "days": 31, "months": 2, "persons": 3,
    "amount": 5, "words": ["门楼"], "stage": "在建", "category": "产业发展", "risk": ["因病"],
    "measure_kind": ["产业帮扶"], "monitor_type": "边缘易致贫户", "dataset": "funds",
    "measure": "spent", "": "水渠",
}  # fmt: skip


@pytest.mark.parametrize("own", warning_rules(), ids=lambda each: each.code)
def test_the_sentence_of_every_rule_can_be_said(board: Board, own: Any) -> None:
    """With every figure, and with those it cannot do without; no Chinese in English."""
    shown = rule(own.head.says.zh, own.head.says.en)
    names = {name: FIGURES[kind or ""] for _, name, kind, _ in Formatter().parse(own.head.says.zh)
             if name}  # fmt: skip
    needed = {name for _, name, _, _ in Formatter().parse(own.head.says.zh.split("[")[0]) if name}
    bare = {name: value if name in needed else None for name, value in names.items()}
    for t in (ZH, EN):
        for figures in (names, bare):
            pieces = WarningWords(board, t).pieces(
                shown, json.dumps({"quantity": "money"} | figures)
            )
            own_words = "".join(each for each in pieces if not isinstance(each, AsSent))
            assert "{" not in own_words and "[" not in own_words and "—" not in own_words
            if t is EN:
                assert not any("一" <= letter <= "鿿" for letter in own_words), own_words
