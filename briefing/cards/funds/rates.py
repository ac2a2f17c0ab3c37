"""The columns of rates of money, which say what they divide."""

from briefing.grid import Column
from wording import Words


def rate_column(label: str, formula: str, t: Words, ratio: tuple[int, int] | None = None) -> Column:
    """A rate in percent with its formula in the heading; `ratio` as in Column."""
    return Column(t("{label}：{value}", label=label, value=formula), "percent", ratio=ratio)
