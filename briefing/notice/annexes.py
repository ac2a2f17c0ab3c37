"""What follows the text of a notice: the headline rates unit by unit, as tables and as charts."""

from dataclasses import replace
from datetime import datetime

from board.overview import headlines
from board.ranking import ranking
from board.ranking_sentences import leader_and_laggard
from board.store import Indicator
from briefing.asked import Asked
from briefing.cards.ranking import standings
from briefing.chart import Chart
from briefing.export import Export
from briefing.notice.model import Drawing, Table
from wording import Words

COLUMNS = 7  # of a standings table that a page has room for: to the gaps, without the trends
BARS = 30  # that a chart of half a page has room for
ENDS = 10  # units at each end of a longer one


def annexes(asked: Asked, made: datetime) -> tuple[tuple[Table, ...], tuple[Drawing, ...]]:
    """A table and a chart for each headline rate that anybody is ranked in."""
    t, tables, drawings = asked.t, [], []
    for indicator in headlines(asked.board):
        code = indicator.code
        answer = ranking(asked.board, asked.period, code, asked.fields[code].level)
        if not answer.places and not answer.unranked:
            continue
        title = asked.about(code, leader_and_laggard(answer, t))
        card = standings(asked.scope, answer, title, made)
        name = f"{asked.subject(code)} · {t.month(asked.period)}"
        grid = replace(card.grid, columns=card.grid.columns[:COLUMNS],
                       rows=tuple(row[:COLUMNS] for row in card.grid.rows))  # fmt: skip
        tables.append(Table(code, name, grid, card.sentence))
        if card.chart:
            drawings.append(_drawing(indicator, card, card.chart, len(answer.places), t))
    return tuple(tables), tuple(drawings)


def _drawing(indicator: Indicator, card: Export, chart: Chart, units: int, t: Words) -> Drawing:
    said = [indicator.basis(t), chart.lights_in_words(t)]
    if units > BARS:
        # Behind the units stand the city and what it is held against; those stay, too.
        chart = chart.kept([*range(ENDS), *range(units - ENDS, len(chart.categories))])
        said.append(t("只列前{n}位和后{n}位，全部单位见表。", n=ENDS))
    return Drawing(indicator.code, card.title, chart, " · ".join(filter(None, said)))
