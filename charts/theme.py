"""One colour per meaning, in light and dark: one blue for us, three lights, a grey."""

from dataclasses import dataclass

FONT = '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif'

# Colour never speaks alone: every light has a sign that prints in black and white.
SIGNS = {"green": "●", "yellow": "▲", "red": "■", "grey": "—"}


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, as #RRGGBB; .streamlit/config.toml holds the same ones."""

    name: str
    blue: str
    green: str
    yellow: str
    red: str
    grey: str
    ink: str
    ink_soft: str
    ground: str
    card: str
    line: str

    def light(self, light: str) -> str:
        """The colour of a light: green, yellow, red or grey."""
        colours = {"green": self.green, "yellow": self.yellow, "red": self.red, "grey": self.grey}
        return colours[light]


LIGHT = Palette(
    name="light",
    blue="#0B5A7E",
    green="#1F8A5B",
    yellow="#C98A00",
    red="#C03A3A",
    grey="#8A97A3",
    ink="#17212B",
    ink_soft="#5B6B7A",
    ground="#F6F8FA",
    card="#FFFFFF",
    line="#E1E7EC",
)
DARK = Palette(
    name="dark",
    blue="#6FD3FF",
    green="#52C48B",
    yellow="#F2B83B",
    red="#FF6B61",
    grey="#7F8E9B",
    ink="#EEF3F7",
    ink_soft="#A3B2BF",
    ground="#0F1B24",
    card="#15242F",
    line="#2A3B48",
)


def layout(palette: Palette, **more: object) -> dict[str, object]:
    """The Plotly layout every figure starts from: quiet, on the card's own ground."""
    base: dict[str, object] = {
        "template": None,
        "font": {"family": FONT, "size": 14, "color": palette.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "showlegend": False,
        "hoverlabel": {
            "bgcolor": palette.card,
            "bordercolor": palette.line,
            "font": {"family": FONT, "size": 14, "color": palette.ink},
        },
        "separators": ".,",
    }
    return base | more
