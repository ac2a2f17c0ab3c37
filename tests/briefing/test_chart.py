"""A chart as a value: what its colours say, and a part of it."""

from briefing.chart import Chart, Series
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
