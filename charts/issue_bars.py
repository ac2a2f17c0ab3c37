"""Batches of money as bars: what is spent, and what has arrived and lies still."""

from collections.abc import Mapping, Sequence

from board.fund_issues import OLD, Issue
from charts.rows import Figure, Label, bare_axis, row_axis
from charts.theme import Palette, layout
from wording import Words

_ROW = 34


def issue_bars(
    found: Sequence[Issue], period: str, names: Mapping[str, str], t: Words, palette: Palette
) -> Figure:
    """One bar a batch, oldest first: blue is spent, grey lies still, red has done so too long."""
    places = list(range(len(found)))
    common = {"type": "bar", "orientation": "h", "y": places, "width": 0.62, "hoverinfo": "text"}
    balances = [each.balance or 0 for each in found]
    spent = common | {
        "x": [float(each.spent or 0) for each in found],
        "marker": {"color": palette.blue, "cornerradius": 3},
        "hovertext": [t("支出 {money}", money=t.money(each.spent)) for each in found],
    }
    still = common | {
        "x": [float(balance) for balance in balances],
        "marker": {
            "color": [
                palette.red if (each.age(period) or 0) >= OLD else palette.grey for each in found
            ],
            "opacity": 0.55,
            "cornerradius": 3,
        },
        "hovertext": [t("结余 {money}", money=t.money(balance)) for balance in balances],
    }
    ends = [(each.spent or 0) + max(left, 0) for each, left in zip(found, balances, strict=True)]
    longest = float(max(ends))
    rows = [
        Label(
            f"{names[each.fund_level]} {each.batch or ''}".strip(),
            t.money(each.balance),
            note=t.n("{n}天", each.age(period) or 0) if each.first_issued else "",
        )
        for each in found
    ]
    return {
        "data": [spent, still],
        "layout": layout(
            palette,
            height=_ROW * len(found) + 20,
            barmode="stack",
            xaxis=bare_axis(longest * 1.02 or 1.0),
            yaxis=row_axis(rows, palette, size=14),
        ),
    }
