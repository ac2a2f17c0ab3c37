"""A chart as a value: what its colours say, and a part of it."""

from briefing.chart import Chart, Form, Series
from briefing.grid import Kind
from wording import Words

LIGHTS = Series("支出率", (0.5, 0.4, 0.3, 0.45), "blue", ("green", "red", "red", "blue"))
CHART = Chart("bars", ("云溪县", "东岭县", "石坪县", "全市"), (LIGHTS,))


def test_only_the_lights_that_are_shown_are_told() -> None:
    assert CHART.lights_in_words(Words("zh")) == "绿色达标、红色滞后"
    assert CHART.lights_in_words(Words("en")) == "green: on track, red: behind"
    plain = Chart("lines", ("1月",), (Series("全市", (0.1,)),))
    assert plain.lights_in_words(Words("zh")) == ""


def test_a_part_keeps_values_and_lights_together() -> None:
    part = CHART.kept([0, 3])
    assert part.categories == ("云溪县", "全市")
    assert (part.series[0].values, part.series[0].lights) == ((0.5, 0.45), ("green", "blue"))


def of(form: Form, *series: tuple[float | None, ...], kind: Kind = "percent") -> Chart:
    named = tuple(Series(f"第{place}条", values) for place, values in enumerate(series))
    return Chart(form, ("1月", "2月"), named, kind)


def test_few_series_have_a_legend_and_many_lines_are_named_at_their_ends() -> None:
    line = (0.1, 0.2)
    assert not of("lines", line).has_legend
    assert of("lines", *[line] * 5).has_legend
    many = of("lines", *[line] * 6)
    assert many.named_at_ends and not many.has_legend
    assert of("columns", *[line] * 6).has_legend


def test_values_are_written_at_bars_and_where_nothing_else_is_drawn() -> None:
    line = (0.1, 0.2)
    assert of("bars", line, line).has_values and of("lines", line).has_values
    assert not of("columns", line, line).has_values
    assert not of("stacked", line).has_values


def test_what_is_filled_begins_at_zero_unless_something_is_below() -> None:
    assert of("bars", (0.5, None)).scale == (0.0, None)
    assert of("bars", (0.5, -0.1)).scale == (None, None)
    assert of("lines", (0.5, 0.6)).scale == (None, None)
    assert of("lines", (3, 1), (2, 12), kind="rank").scale == (1.0, 12.0)
