"""A whole notice: its figures are those behind them, and no gap of a month leaves a scar in it."""

import re
import shutil
from datetime import date, datetime
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from board.behind import amounts, measures, parsed, shares, summed
from board.store import Board, open_board
from board.warnings import tally
from briefing.notice.compose import TOPICS, notice, topic_names
from briefing.notice.model import Notice
from briefing.notice.said import Said, text
from tests.homes import etl, make_home
from wording import LANGUAGES, Language, Words

MADE = datetime(2023, 5, 4, 9, 30)
REAL = Path(__file__).parents[2] / "real"
SCARS = re.compile(
    r"nan|None|—|（）|\(\)|\{|\}|，。|；。|：。|，，|、、|[\x00-\x09\x0b-\x1f]"
    r"|: *\.|, *\.|, ,|%%|-\d"
)


def written(board: Board, period: str, language: Language = "zh", level: str = "all") -> Notice:
    return notice(board, period, level, Words(language), made=MADE)


def told(made: Notice, t: Words) -> str:
    return "\n".join(text(each.line) for each in made.paragraphs(t))


def topic(made: Notice, code: str) -> str:
    [lines] = [each.lines for part in made.parts for each in part.topics if each.code == code]
    return "\n".join(map(text, lines))


@pytest.mark.parametrize(
    ("language", "level", "every"), [("zh", "all", 1), ("en", "all", 4), ("zh", "central", 4)]
)
def test_no_month_leaves_a_scar(board: Board, language: Language, level: str, every: int) -> None:
    t = Words(language)
    for period in board.periods[::every]:
        for paragraph in written(board, period, language, level).paragraphs(t):
            said = text(paragraph.line)
            assert not SCARS.search(said), f"{period}: {said}"
            if paragraph.style == "body":
                assert said.endswith(("。", ".")), f"{period}: {said}"


@pytest.mark.parametrize("period", ["2021-01", "2022-12", "2023-04"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_is_what_its_rows_add_up_to(board: Board, period: str, language: Language) -> None:
    made, t = written(board, period, language), Words(language)
    pieces = [
        piece
        for part in made.parts
        for each in part.topics
        for line in each.lines
        for piece in line
        if piece.to.startswith(("?", "warnings"))
    ]
    assert len(pieces) > 30
    for piece in pieces:
        assert piece.text in _behind(piece, board, period, t), piece


def _behind(piece: Said, board: Board, period: str, t: Words) -> list[str]:
    """The figure anew, from what the address it stands at opens."""
    parts = urlsplit(piece.to)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    if parts.path == "warnings":
        return _suspected(query, board, period)
    figure = parsed(unquote(query["behind"]), board)
    assert figure
    if "at" in query:
        now, before = (summed(shares(board, month, figure))[2] for month in (period, query["at"]))
        assert now is not None and before is not None
        return [t.distance((now - before) * 100)]
    if figure.code in board.indicators:
        found_shares = shares(board, period, figure)
        if "part" in query:
            above, below, _ = summed(found_shares)
            part = above if query["part"] == "numerator" else below
            return [t.amount(part, board.indicators[figure.code].quantity)]
        if figure.unit in board.units:
            return [t.percent(found_shares[0].value)]
        above, below, rate = summed(found_shares)
        return [t.percent(rate), t.parts(above, below, board.indicators[figure.code].quantity)]
    quantity = measures(board)[figure.code].quantity
    sum_ = sum((each.value or 0) for each in amounts(board, period, figure))
    return [t.amount(sum_, quantity)]


def _suspected(query: dict[str, str], board: Board, period: str) -> list[str]:
    """How many there are; of a rule whose worst unit is named, how many units, and its own."""
    assert query["month"] == period
    found = tally(board, period).of(unit=query.get("unit", ""), rule=query.get("rule", ""))
    units = found.by_unit()
    numbers = {found.number(query.get("status", "now")), len(units), *list(units.values())[:1]}
    return [f"{each:,}" for each in numbers]


def test_only_the_topics_asked_for(board: Board) -> None:
    made = notice(board, "2023-04", "all", Words("zh"), made=MADE, topics=["lag", "tables"])
    assert [each.code for part in made.parts for each in part.topics] == ["lag"]
    assert [each.style for each in made.paragraphs(Words("zh"))].count("heading1") == 1
    assert (len(made.tables), made.drawings) == (3, ())
    assert "一、存在问题" in told(made, Words("zh"))
    assert set(topic_names(Words("zh"))) == set(TOPICS)
    with pytest.raises(KeyError, match="gossip"):
        notice(board, "2023-04", "all", Words("zh"), made=MADE, topics=["gossip"])


def test_an_edited_topic_is_printed_as_it_was_written(board: Board) -> None:
    made = written(board, "2023-04").edited({"money": "第一段。\n\n 第二段。"})
    assert topic(made, "money") == "第一段。\n第二段。"
    assert topic(made, "lag") == topic(written(board, "2023-04"), "lag")
    pasted = written(board, "2023-04").edited({"money": "第一\x02段\ufffe。\n\x02\n第二\ud800段。"})
    assert topic(pasted, "money") == "第一段。\n第二段。"


def test_the_notice_of_kezhou(tmp_path: Path) -> None:
    """克州, April 2022: 142 of 145 projects started, two counties first, one silent on money."""
    home = tmp_path / "home"
    (home / "reference").mkdir(parents=True)
    for name in ("units.csv", "settings.toml"):
        shutil.copy(REAL / "kezhou_2022-04" / name, home / "reference")
    [file] = [each for each in (REAL / "kezhou_2022-04").glob("*.csv") if each.name != "units.csv"]
    etl(home, "load", file, "--by", "test")
    board = open_board(home)
    assert board
    made = written(board, "2022-04")
    assert "全市计划实施项目145个，已开工142个" in topic(made, "projects")
    assert "项目开工率97.93%" in topic(made, "projects")
    assert (
        "项目开工率居前3位的是：阿合奇县（100.00%，并列第1位）、乌恰县（100.00%，并列第1位）、"
        "阿克陶县（96.72%）。" in topic(made, "projects")
    )
    assert "资金支出率41.70%" in topic(made, "money")
    assert "缺1个单位的数" in topic(made, "money")
    assert "资金支出率未报送，未参加排名的有：阿合奇县。" in topic(made, "money")
    assert topic(made, "monitoring") == "风险消除率：未报送。"
    assert "4.65 / 11.15亿元" in topic(made, "money")
    assert not SCARS.search(told(made, Words("zh")))


def test_one_unit_without_benchmark_or_milestone_and_with_an_odd_name(tmp_path: Path) -> None:
    name = "“引号”'县'" + "很长" * 20
    home = make_home(
        tmp_path / "home",
        [name],
        {"月报_202301.csv": f'县区,安排项目个数,开工项目数\n"{name}",3,0\n'},
    )
    board = open_board(home)
    assert board
    for language in LANGUAGES:
        t = Words(language)
        made = written(board, "2023-01", language)
        said = told(made, t)
        assert not SCARS.search(said), said
        assert t.percent(0) in topic(made, "projects")
    money = topic(written(board, "2023-01"), "money")
    assert money.startswith("资金支出率：未报送。")
    assert made.day == date(2023, 1, 31)
    assert "到期" not in told(made, Words("zh"))  # milestones lie ahead, and nothing is known


def test_the_bureau_signs_as_it_says(tmp_path: Path) -> None:
    home = make_home(
        tmp_path / "home",
        ["甲县"],
        {"月报_202301.csv": "县区,安排项目个数,开工项目数\n甲县,3,1\n"},
        settings='[briefing]\nissuer = "甲市乡村振兴局"\naddressee = "各县："\n',
    )
    board = open_board(home)
    assert board
    made = written(board, "2023-01")
    assert (made.issuer, made.addressee) == ("甲市乡村振兴局", "各县：")
    assert made.paragraphs(Words("zh"))[-1].line == (Said("2023年5月4日"),)
