"""The unit page's figures and tables for literal answers."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

from board.course import Course, Milestone, Point
from charts.course_lines import course_lines
from charts.part_bars import PartRow, part_bars
from charts.table import Column, Row, gap, light, little_line, table
from charts.theme import LIGHT
from wording import Words

ZH = Words("zh")


def point(
    period: str, value: float | None, city: float = 0.4, province: float | None = 0.5
) -> Point:
    return Point(period, value, "green" if value else "grey", None, None, city, province)


def course(*points: Point, yearly: bool = True) -> Course:
    stones = tuple(
        Milestone(date(year, month, 30), least)
        for year in (2022, 2023)
        for month, least in ((4, 0.3), (6, 0.5))
    )
    return Course(points, stones, yearly)


def test_the_year_is_drawn_whole_with_its_milestones() -> None:
    answer = course(point("2022-12", 0.9), point("2023-01", 0.1), point("2023-02", 0.2))
    figure = course_lines(answer, "云溪县", 2023, ZH, LIGHT)
    assert figure["layout"]["xaxis"]["range"] == ["2023-01-01", "2024-01-03"]
    guide, april, june, *_, own = figure["data"]
    assert guide["x"] == ["2023-01-01", "2023-04-30", "2023-06-30", None]
    assert (april["x"], april["y"]) == (["2023-04-30", "2023-06-30"], [30.0, 30.0])
    assert june["x"] == ["2023-06-30", "2023-12-31"]
    assert own["y"] == [10.0, 20.0]
    texts = [label["text"] for label in figure["layout"]["annotations"]]
    assert texts[0] == "全省平均 50.00%"
    assert "4月30日 ≥ 30%" in texts


def test_a_yearly_rate_is_not_joined_across_new_year() -> None:
    answer = course(point("2022-12", 0.9), point("2023-01", 0.1))
    own = course_lines(answer, "云溪县", None, ZH, LIGHT)["data"][-1]
    assert own["y"] == [90.0, None, 10.0]


def test_a_month_between_unknown_ones_is_a_point() -> None:
    answer = course(
        point("2023-01", 0.1), point("2023-02", 0.2), point("2023-03", 0.3, province=None)
    )
    *_, city, province, _ = course_lines(answer, "云溪县", 2023, ZH, LIGHT)["data"]
    assert (city["mode"], province["mode"]) == ("lines", "lines")
    january = course(point("2023-01", 0.1))
    *_, city, province, _ = course_lines(january, "云溪县", 2023, ZH, LIGHT)["data"]
    assert [(each["mode"], each["marker"]["size"]) for each in (city, province)] == [
        ("lines+markers", [8]),
        ("lines+markers", [8]),
    ]


def test_a_stock_goes_on_over_new_year_and_may_begin_above_nothing() -> None:
    points = (point("2022-12", 0.9, 0.9, None), point("2023-01", 0.92, 0.9, None))
    answer = Course(points, (), False)
    figure = course_lines(answer, "云溪县", None, ZH, LIGHT)
    assert figure["data"][-1]["y"] == [90.0, 92.0]
    assert figure["layout"]["yaxis"]["range"][0] == 80.0


def test_labels_at_the_end_of_lines_keep_a_line_s_distance() -> None:
    close = Point("2023-01", 0.5, "green", None, None, 0.501, 0.502)
    figure = course_lines(Course((close,), (), True), "云溪县", 2023, ZH, LIGHT)
    heights = [label["yshift"] for label in figure["layout"]["annotations"]]
    assert all(above - below >= 20 for above, below in pairwise(heights))


def test_a_year_without_points_is_an_empty_figure() -> None:
    assert course_lines(Course((), (), True), "云溪县", 2023, ZH, LIGHT)["data"] == []


def test_a_part_above_its_whole_is_not_clipped() -> None:
    rows = [
        PartRow("省级", Decimal(306), Decimal(300), 1.02, "306 / 300"),
        PartRow("县级", None, Decimal(80), None, "80"),
    ]
    figure = part_bars(rows, ZH, LIGHT)
    whole, part = figure["data"]
    assert (whole["x"], part["x"]) == ([300.0, 80.0], [306.0, 0.0])
    assert figure["layout"]["xaxis"]["range"] == [0.0, 306.0]
    first, second = figure["layout"]["yaxis"]["ticktext"]
    assert "102.00%" in first
    assert "—" in second


def test_a_table_escapes_what_files_say_and_names_its_rows() -> None:
    columns = [Column("名次", align="left"), Column("单位", "个", "left")]
    markup = table(columns, [Row(("1", "<b>云溪</b>"), head=1, total=True)], alt="排名表")
    assert "<caption>排名表</caption>" in markup
    assert '<th scope="row" class="left">&lt;b&gt;云溪&lt;/b&gt;</th>' in markup
    assert '<tr class="total">' in markup
    assert "单位<small>个</small>" in markup


def test_a_light_is_a_sign_and_a_word() -> None:
    assert light("red", "滞后") == '<span class="red">■</span> 滞后'


def test_only_a_real_gap_behind_is_red() -> None:
    assert 'class="red"' in gap(-0.005, ZH)
    assert 'class="red"' not in gap(-0.004, ZH)
    assert 'class="red"' not in gap(1.0, ZH)
    assert gap(None, ZH) == "<span>—</span>"


def test_a_little_line_breaks_where_nothing_is_known_and_where_it_restarts() -> None:
    assert little_line([0.1, 0.2, None, 0.4, 0.5]).count("M") == 2
    assert little_line([0.1, 0.2, 0.1, 0.2], restarts=2).count("M") == 2
    assert "circle" not in little_line([0.1, 0.2, None])
    assert "svg" not in little_line([None, 0.2])
