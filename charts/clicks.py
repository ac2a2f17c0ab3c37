"""Where a click on a chart leads: an address beside each bar, point or cell, for ui.show."""

from collections.abc import Sequence

from charts.rows import Figure


def leading(figure: Figure, addresses: Sequence[str | None], trace: int = 0) -> Figure:
    """The figure whose trace leads to these addresses, one for each of its points."""
    traces = list(figure["data"])
    traces[trace] = {**traces[trace], "customdata": list(addresses)}
    return {**figure, "data": traces}


def leading_cells(figure: Figure, addresses: Sequence[Sequence[str | None]]) -> Figure:
    """The heatmap whose cells lead to these addresses, row by row.

    Plotly tells of clicks on points, not on cells: an invisible point lies on each of them.
    """
    (cells,) = figure["data"]
    places = [
        (row, column, address)
        for row, line in enumerate(addresses)
        for column, address in enumerate(line)
        if address
    ]
    points = {
        "type": "scatter",
        "mode": "markers",
        "x": [column for _, column, _ in places],
        "y": [row for row, _, _ in places],
        "customdata": [address for _, _, address in places],
        "hovertext": [cells["hovertext"][row][column] for row, column, _ in places],
        "hoverinfo": "text",
        "marker": {"size": 34, "symbol": "square", "opacity": 0},
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}},
    }
    return {**figure, "data": [cells, points]}
