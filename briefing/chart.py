"""A chart as documents need it: the reader's own program draws it, its numbers can be edited."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from briefing.grid import Kind
from wording import Words
from wording.numbers import Number

_Each = TypeVar("_Each")
Form = Literal["bars", "columns", "stacked", "lines"]
_TOLD_APART = 5  # lines, by a legend


@dataclass(frozen=True, slots=True)
class Series:
    """One value a category, None where there is none. `colour` is a name of PAPER; `lights` names
    one a category instead."""

    name: str
    values: tuple[Number | None, ...]
    colour: str = "blue"
    lights: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """Categories against their series: bars lie, columns stand, lines run over months.

    Values are as in a column of `kind` (fractions for percent, 元 for money); `unit` is what the
    axis counts in.
    """

    form: Form
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    kind: Kind = "percent"
    unit: str = ""

    @property
    def runs_down(self) -> bool:
        """Whether its categories run downwards, the first on top, as in a table."""
        return self.form in ("bars", "stacked")

    @property
    def named_at_ends(self) -> bool:
        """Whether it has more lines than a legend tells apart, so that each is named at its end."""
        return self.form == "lines" and len(self.series) > _TOLD_APART

    @property
    def has_legend(self) -> bool:
        """Whether a legend names its series."""
        return len(self.series) > 1 and not self.named_at_ends

    @property
    def has_values(self) -> bool:
        """Whether each value is written beside what is drawn of it."""
        return self.form == "bars" or (self.form != "stacked" and len(self.series) == 1)

    @property
    def has_scale(self) -> bool:
        """Whether its values are read off an axis: bars say theirs themselves."""
        return self.form != "bars"

    @property
    def scale_format(self) -> str:
        """The number format of that axis, which needs no decimals of a percentage."""
        return "0%" if self.kind == "percent" else FORMATS[self.kind]

    @property
    def scale(self) -> tuple[float | None, float | None]:
        """Where that axis begins and ends; None where the reader's program may choose."""
        numbers = [each for series in self.series for each in series.values if each is not None]
        if self.kind == "rank":
            return 1.0, float(max(numbers, default=1))
        return (None if self.form == "lines" or any(each < 0 for each in numbers) else 0.0), None

    def kept(self, places: Sequence[int]) -> "Chart":
        """The chart of the categories at these places alone."""

        def rest(every: tuple[_Each, ...]) -> tuple[_Each, ...]:
            return tuple(every[place] for place in places) if every else ()

        series = tuple(
            replace(each, values=rest(each.values), lights=rest(each.lights))
            for each in self.series
        )
        return replace(self, categories=rest(self.categories), series=series)

    def lights_in_words(self, t: Words) -> str:
        """What the colours of its lights say, for who has no board beside it: 绿色达标、…; '' where
        it shows none."""
        shown = {light for each in self.series for light in each.lights}
        names = {"green": t("绿色"), "yellow": t("黄色"), "red": t("红色")}
        said = (
            t("{colour}{light}", colour=name, light=t.light(light))
            for light, name in names.items()
            if light in shown
        )
        return t.join(said)


# On white paper: the light theme's colours, each with the meaning it has on the board.
PAPER = {
    "blue": "0B5A7E",
    "mid": "5E92AA",  # blue on the way to paper, for stages that are less far
    "pale": "B6CED8",
    "green": "1F8A5B",
    "yellow": "C98A00",
    "red": "C03A3A",
    "grey": "8A97A3",
    "ink": "17212B",
    "soft": "5B6B7A",
    "line": "E1E7EC",
}
FONT = "Microsoft YaHei"  # Windows has it, LibreOffice and WPS elsewhere know what stands for it
SEVERITIES = {"high": "red", "medium": "yellow", "low": "grey"}  # of suspected problems
# The number format of each kind, as spreadsheets write them.
FORMATS: dict[Kind, str] = {
    "text": "General",
    "percent": "0.00%",
    "points": "+0.00;-0.00;0.00",
    "money": "#,##0.00",
    "count": "#,##0",
    "change": "+#,##0;-#,##0;0",
    "mean": "#,##0.0",
    "rank": "0",
    "figure": "#,##0.00",  # whole ones as counts
    "date": "yyyy-mm-dd",
}
