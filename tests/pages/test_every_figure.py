"""Every figure that a page links opens rows, and they add up to what it shows."""

import json
import re
from decimal import Decimal
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from board.behind import Figure, amounts, measures, parsed, shares
from board.behind_rows import rows
from board.ranking import ratio
from board.store import Board, open_board
from tests.pages.desk import markup, plain
from wording import Words

T = Words("zh")
PAGES = [
    "overview", "overview?level=central",
    "ranking", "ranking?indicator=risk_elimination_rate", "ranking?indicator=start_rate",
    "ranking?indicator=industry_share&level=central", "ranking?month=2021-03",
    "ranking?view=groups", "ranking?view=improvement", "ranking?view=ranks", "ranking?view=colours",
    "unit", "unit?unit=990172", "unit?unit=990127&month=2021-05", "unit?unit=990101",
    "funds", "funds?view=uses", "funds?view=issues", "funds?view=years",
    "funds?unit=990129&view=uses",
    "monitoring", "monitoring?view=flow&count=persons", "monitoring?view=elimination",
    "monitoring?view=help", "monitoring?risk=因病", "monitoring?view=flow&unit=990127",
    "monitoring?unit=990129", "monitoring?view=elimination&unit=990129",
    "monitoring?view=help&unit=990124&month=2023-02",
]  # fmt: skip
LINK = re.compile(r'<a [^>]*href="(\?[^"]*behind=[^"]*)"[^>]*>(.*?)</a>')


def render(page: str) -> None:
    from importlib import import_module

    import_module(f"pages.{page}").render()


def opened(address: str) -> AppTest:
    page, _, query = address.partition("?")
    app = AppTest.from_function(render, args=(page,), default_timeout=60)
    for name, values in parse_qs(query).items():
        app.query_params[name] = values[0]
    app.run()
    assert not app.exception
    return app


def links(app: AppTest) -> list[tuple[str, str]]:
    """(address, text) of every figure on the page; those of charts have no text."""
    found = [(unescape(to), plain(text)) for to, text in LINK.findall(markup(app))]
    for chart in app.get("plotly_chart"):
        for trace in json.loads(chart.proto.spec)["data"]:
            for point in trace.get("customdata") or ():
                address = point[0] if isinstance(point, list) else point
                if isinstance(address, str) and "behind=" in address:
                    found.append((address, ""))
    return found


@cache
def added_up(board: Board, period: str, figure: Figure) -> Decimal:
    """What the rows of a measure add up to, unit by unit."""
    total = Decimal()
    for each in amounts(board, period, figure):
        if each.value is not None:
            found = rows(board, period, figure.of(each.unit_code), each.source, limit=1)
            total += found[0].total if found else 0
    return total


@cache
def parts_added_up(board: Board, period: str, figure: Figure) -> tuple[Decimal, Decimal]:
    """What the rows of both parts of an indicator add up to, over the units that have both."""
    indicator = board.indicators[figure.code]
    above = below = Decimal()
    for each in shares(board, period, figure):
        sources = (each.numerator_source, each.denominator_source)
        if None in sources:
            continue
        one, other = (
            rows(
                board, period, Figure(measure, each.unit_code, figure.level), source or "", limit=1
            )
            for measure, source in zip(
                (indicator.numerator, indicator.denominator), sources, strict=True
            )
        )
        above += one[0].total if one else 0
        below += other[0].total if other else 0
    return above, below


def shown_as(board: Board, period: str, figure: Figure) -> set[str]:
    """The ways in which the figure may be printed, out of its rows."""
    if figure.code in board.indicators:
        above, below = parts_added_up(board, period, figure)
        quantity = board.indicators[figure.code].quantity
        rate = ratio(above, below)
        said = T.percent(None if rate is None else float(rate))
        return {said, said[:-1], T.parts(above, below, quantity), T.column(above, quantity),
                T.column(below, quantity), said[:-1] + " %"}  # fmt: skip
    total, quantity = added_up(board, period, figure), measures(board)[figure.code].quantity
    return {T.column(total, quantity), T.amount(total, quantity), T.money(total)}


@pytest.fixture
def board(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> Board:
    monkeypatch.setenv("BOARD_HOME", str(sample_home))
    found = open_board(sample_home)
    assert found
    return found


@pytest.mark.parametrize("address", PAGES)
def test_rows_add_up_to_every_figure_of_a_page(address: str, board: Board) -> None:
    found = links(opened(address))
    assert found
    wrong = []
    for to, text in found:
        query = parse_qs(urlsplit(to).query)
        month = parse_qs(urlsplit(address).query).get("month", [board.periods[-1]])[0]
        period = query.get("at", query.get("month", [month]))[0]
        figure = parsed(query["behind"][0], board)
        if figure is None:
            wrong.append((to, text, "opens nothing"))
            continue
        ways = shown_as(board, period, figure)
        # A rank, a rate of a measure, and what a line says besides are not sums themselves.
        of_measure = figure.code not in board.indicators
        beside = text.startswith(("第", "并列", "/")) or (of_measure and "%" in text)
        if text and not beside and not any(way in text for way in ways):
            wrong.append((to, text, str(ways)))
    assert wrong == []


# Differences, shares of sums that stand beside them, what is reckoned from them, days and counts of
# units, and a report's figures, whose file stands beside them.
REST = (
    "较节点 较全省 较上月 差距 相差 差额 差额占台账 较本单位 占比 占全市 占监测对象 还差"
    " 每月需 每周需 近3个月月均 结余 天数 单位数 计入单位数 未满30天的下达 资金到开工"
    " 应完工已过 应开工已过 下达后已过 下达资金 项目或户 全市该类消除率 全市消除率"
    " 按全市应消除 应消除 月报"
).split()
NUMBER = re.compile(r"[−+]?[\d,]+(\.\d+)?%?")
TABLES = [
    *PAGES, "ranking?view=schedule", "ranking?view=streaks", "projects", "projects?view=days",
    "projects?view=late", "projects?view=townships&unit=990121", "warnings", "reconciliation",
]  # fmt: skip


def figures(app: AppTest) -> list[tuple[str, str, str]]:
    """(heading, text, markup) of every cell that is a number, in every table of the page."""
    found = []
    for table in re.findall(r"<table>.*?</table>", markup(app), re.DOTALL):
        heads = [plain(head) for head in re.findall(r'<th scope="col".*?</th>', table)]
        for row in re.findall(r"<tr[^>]*>(.*?)</tr>", table)[1:]:
            cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
            found += [
                (head, plain(cell), cell)
                for head, cell in zip(heads, cells, strict=False)
                if NUMBER.fullmatch(plain(cell))
            ]
    return found


@pytest.mark.parametrize("address", TABLES)
def test_a_number_in_a_table_leads_on_or_is_no_sum(address: str, board: Board) -> None:
    unlinked = [
        (head, text)
        for head, text, cell in figures(opened(address))
        if "data-go" not in cell and text not in ("0", "0.00")
        and re.split("[ （]", head)[0] not in REST
        and not head.endswith("标准化")
    ]  # fmt: skip
    assert unlinked == []


def test_every_rate_in_a_table_leads_to_its_rows(board: Board) -> None:
    """The cells of the ranking table and of a unit's readings that are percentages."""
    for address, key in (("ranking", "ranking_table"), ("unit", "readings")):
        cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", markup(opened(address), key))
        rates = [cell for cell in cells if re.fullmatch(r"[\d,.]+%", plain(cell))]
        assert len(rates) >= 9
        assert [plain(cell) for cell in rates if "behind=" not in cell] == []
