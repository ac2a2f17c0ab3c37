"""Money by level as two bars: this year's, and last year's at the same month."""

from collections.abc import Mapping, Sequence

from board.fund_sentences import than_last_year
from board.fund_years import Year
from charts.rows import Figure, Label, bare_axis, row_axis
from charts.theme import Palette, layout
from wording import Words

_ROW = 58


def year_bars(
    found: Sequence[Year], names: Mapping[str, str], period: str, t: Words, palette: Palette
) -> Figure:
    """Two bars a level, this year's above in blue; the whole has a table row, no bars."""
    levels = [each for each in found if each.fund_level != "all"]
    places = list(range(len(levels)))
    now, before = period[:4], str(int(period[:4]) - 1)
    common = {"type": "bar", "orientation": "h", "y": places, "hoverinfo": "text"}
    amounts = [
        (now, [each.now.allocated or 0 for each in levels], palette.blue),
        (before, [each.before.allocated or 0 for each in levels], palette.grey),
    ]
    bars = [
        common
        | {
            "x": [float(value) for value in values],
            "marker": {"color": colour, "cornerradius": 3},
            "hovertext": [f"{year}: {t.money(value)}" for value in values],
        }
        for year, values, colour in amounts
    ]
    longest = max((float(value) for _, values, _ in amounts for value in values), default=1.0)
    rows = [
        Label(
            names[each.fund_level],
            t.money(each.now.allocated),
            note="" if each.growth is None else than_last_year(each.growth, t),
        )
        for each in levels
    ]
    return {
        "data": bars,
        "layout": layout(
            palette,
            height=_ROW * len(levels) + 20,
            barmode="group",
            bargap=0.3,
            xaxis=bare_axis(longest * 1.02),
            yaxis=row_axis(rows, palette, size=15),
        ),
    }
