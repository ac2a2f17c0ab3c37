"""How wide text is taken to be, and what that makes of lines, letters and columns."""

import pytest

from briefing.fit import KEPT, LEFT, RIGHT, ems, lines, size_for, table_fit


def test_a_chinese_letter_is_one_wide_and_the_widest_line_counts() -> None:
    assert ems("云溪县") == 3
    assert ems("云溪县\n县") == 3
    assert ems("abc") < 3
    assert ems("4月") > ems("4") + ems("月")  # some programs leave a gap between the two


@pytest.mark.parametrize(
    ("text", "room", "count"),
    [
        ("", 5, 1),
        ("云溪县东岭县", 6, 1),
        ("云溪县东岭县", 5, 2),
        ("云溪县\n东岭县", 6, 2),
        ("Beiyuan Demonstration Zone", 20, 1),
        ("Beiyuan Demonstration Zone", 10, 3),  # words stay whole
        ("Donaudampfschifffahrt", 5, 3),  # unless one is longer than a line
    ],
)
def test_on_how_many_lines_a_text_runs(text: str, room: float, count: int) -> None:
    assert lines(text, room) == count


def test_letters_are_as_large_as_the_box_allows() -> None:
    assert size_for(["云溪县"], 300, 40, (30, 20, 10)) == 30
    assert size_for(["云溪县"] * 2, 300, 70, (30, 20, 10)) == 20
    assert size_for(["云溪县" * 99], 30, 10, (30, 20, 10)) == 10  # the last, fitting or not


def test_a_table_fills_its_width_in_letters_that_fit() -> None:
    fit = table_fit([["单位", "率"], ["云溪县", "30.00"]], 400, 300, range(18, 7, -1))
    assert fit.size == 18
    assert sum(fit.widths) == pytest.approx(400)
    assert not fit.wrapped
    assert fit.widths[0] - LEFT - RIGHT >= 3 * 18


def test_many_rows_are_set_in_smaller_letters() -> None:
    fit = table_fit([["单位"], *[["云溪县"]] * 20], 400, 500, range(18, 7, -1))
    assert 8 < fit.size < 18
    assert sum(fit.heights) <= 500


def test_letters_shrink_before_names_are_broken_and_then_the_widest_column_is() -> None:
    short, long = "云溪县", "某某土家族苗族自治县第一示范区"
    fit = table_fit([["单位", "说明"], [short, long]], 290, 300, range(18, 7, -1))
    assert KEPT <= fit.size < 18
    assert not fit.wrapped
    fit = table_fit([["单位", "说明"], [short, long * 4]], 290, 300, range(18, 7, -1))
    assert fit.wrapped
    assert fit.size == 18
    assert sum(fit.widths) == pytest.approx(290)
    assert fit.widths[0] >= 3 * fit.size + LEFT + RIGHT
