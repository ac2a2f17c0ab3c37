"""Units against datasets, a sign and a few words in each cell."""

from board.matrix import LIGHTS, Cell, Matrix, cell_words, history, local_day
from board.store import Board
from charts.markup import Markup, link, tag
from charts.table import Column, Row, light, soft, table
from ui import panel
from wording import Words

CITY = "city"  # whose files speak of no unit


def grid(answer: Matrix, board: Board, period: str, t: Words) -> Markup:
    """The matrix as a table; each cell that is expected leads to its history."""
    names = board.codes("dataset")
    columns = [Column(t("单位"), align="left")]
    columns += [Column(names[name].label(t) if name in names else name, align="left")
                for name in answer.datasets]  # fmt: skip
    rows = [
        Row(
            (
                unit.label(t),
                *(
                    _cell(cell, f"?cell={unit.code}.{name}", t)
                    for name, cell in zip(answer.datasets, cells, strict=True)
                ),
            )
        )
        for unit, cells in answer.rows
    ]
    return table(columns, rows, alt=t("{month}报送情况", month=t.month(period)))


def benchmarks(board: Board, period: str, t: Words) -> None:
    """A line on the province's benchmarks, which are the city's to send."""
    sent = history(board, period, "benchmarks", "")
    counting = [each for each in sent if not each.withdrawn_at]
    if counting:
        colour, said = "green", t.day(local_day(counting[0].accepted_at))
    else:
        colour, said = "grey", t("未录入")
    line = tag("span", t("省级基准："), link(light(colour, said), to=f"?cell={CITY}.benchmarks"))
    panel(tag("div", line, class_="figures"), key="benchmarks")


def _cell(cell: Cell, to: str, t: Words) -> Markup:
    if cell.state == "unexpected":
        return soft("")
    return link(light(LIGHTS[cell.state], cell_words(cell, t)), to=to)
