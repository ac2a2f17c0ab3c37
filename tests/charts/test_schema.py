"""Plotly accepts every figure: pages draw them without asking it again."""

from decimal import Decimal

import plotly.graph_objects as go
import pytest

from charts.course_lines import course_lines
from charts.group_bars import group_bars
from charts.heatmap import heatmap
from charts.improvement_bars import improvement_bars
from charts.part_bars import PartRow, part_bars
from charts.ranking_bars import ranking_bars
from charts.ranks_over_months import ranks_over_months
from charts.rows import Figure
from charts.schedule_bars import schedule_bars
from charts.theme import DARK, LIGHT, Palette
from tests.board.test_notes import note
from tests.charts.test_ranking_charts import GROUP, STEPS, answer, history, place
from tests.charts.test_schedule_bars import LATE, THERE, ahead
from tests.charts.test_unit_charts import course, point
from wording import Language, Words


def figures(t: Words, palette: Palette) -> dict[str, Figure]:
    """One figure of each kind."""
    points = (point("2022-12", 0.9), point("2023-01", None), point("2023-02", 0.2))
    rows = [PartRow("省级", Decimal(3), Decimal(4), 0.75, "3 / 4")]
    places = (place("云溪", 1.1, 1, milestone=0.2), place("东岭", 0.2, 2, "red"))
    return {
        "ranking_bars": ranking_bars(answer(*places), t, palette),
        "schedule_bars": schedule_bars(*ahead(THERE, LATE), t, palette),
        "ranks_over_months": ranks_over_months(history(), "990101", t, palette),
        "heatmap": heatmap(history(), t, palette),
        "improvement_bars": improvement_bars(STEPS, t, palette),
        "group_bars": group_bars([GROUP], ["县"], t, palette),
        "course_of_a_year": course_lines(course(*points), "云溪县", 2023, t, palette),
        "course_of_all_months": course_lines(course(*points), "云溪县", None, t, palette),
        "course_with_notes": course_lines(
            course(*points), "云溪县", 2023, t, palette, [note("2023-02")]
        ),
        "part_bars": part_bars(rows, t, palette),
    }


@pytest.mark.parametrize("kind", figures(Words("zh"), LIGHT))
@pytest.mark.parametrize(("language", "palette"), [("zh", LIGHT), ("en", DARK)])
def test_plotly_knows_every_word_of_a_figure(
    kind: str, language: Language, palette: Palette
) -> None:
    figure = figures(Words(language), palette)[kind]
    assert go.Figure(figure).data
