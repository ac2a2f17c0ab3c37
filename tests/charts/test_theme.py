"""The palette is one thing in two places: charts/theme.py and .streamlit/config.toml."""

import tomllib
from pathlib import Path

import pytest

from charts.theme import DARK, FONT, LIGHT, SIGNS, Palette

CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_streamlit_shows_the_same_colours(palette: Palette) -> None:
    theme = tomllib.loads(CONFIG.read_text("utf-8"))["theme"]
    shown = theme[palette.name]
    assert shown == shown | {
        "primaryColor": palette.blue,
        "backgroundColor": palette.ground,
        "secondaryBackgroundColor": palette.card,
        "textColor": palette.ink,
        "borderColor": palette.line,
        "blueColor": palette.blue,
        "greenColor": palette.green,
        "yellowColor": palette.yellow,
        "redColor": palette.red,
        "grayColor": palette.ink_soft,
    }
    assert theme["font"] == FONT


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_lights_differ_in_colour_and_in_sign(palette: Palette) -> None:
    assert len({palette.light(light) for light in SIGNS}) == len(set(SIGNS.values())) == 4


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_text_stands_out_from_the_card(palette: Palette) -> None:
    assert contrast(palette.ink, palette.card) >= 7
    assert contrast(palette.ink_soft, palette.card) >= 4.5
    assert contrast(palette.blue, palette.card) >= 4.5


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio of two colours written #RRGGBB."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
