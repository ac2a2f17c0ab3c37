"""The figures of a group of projects as columns, each with the value that stands under it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from board.projects import Group
from board.stages import STAGES, stage_names, stage_shares
from briefing.chart import Chart, Series
from briefing.grid import Column, Value, count_column
from wording import Words

_STAGE_COLOURS = ("blue", "mid", "pale", "red", "line")  # the more blue, the farther


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a table whose rows are groups of projects, and what a group has in it."""

    column: Column
    value: Callable[[Group], Value]


def total(
    label: str, measure: str, t: Words, quantity: str = "projects", *, detail: bool = False
) -> Field:
    """A measure that adds up over the rows; `detail` as in Column."""
    column = replace(count_column(label, quantity, t, summed=True), detail=detail)
    return Field(column, lambda group: group.total(measure))


def rate(label: str, numerator: str, denominator: str, ratio: tuple[int, int]) -> Field:
    """Σ ÷ Σ of two measures, over those that have both; `ratio` are the columns of these."""
    column = Column(label, "percent", ratio=ratio)
    return Field(column, lambda group: group.rate(numerator, denominator))


def not_started(t: Words) -> Field:
    """Planned and not started, as the page counts them."""
    column = count_column(t("未开工"), "projects", t, summed=True)
    return Field(column, lambda group: group.not_started)


def overdue(t: Words) -> Field:
    """Due to have started, and not started."""
    column = count_column(t("应开工未开工"), "projects", t, summed=True)
    return Field(column, lambda group: group.overdue)


def shares(t: Words) -> list[Field]:
    """Each stage's part of what is planned."""

    def share(place: int) -> Callable[[Group], Value]:
        return lambda group: stage_shares(group)[place] if group.start_rate is not None else None

    names = stage_names(t)
    columns = [Column(t("{stage}占计划", stage=name), "percent") for name in names]
    return [Field(column, share(place)) for place, column in enumerate(columns)]


def values(fields: Sequence[Field], group: Group) -> list[Value]:
    """What a group has under each of the columns."""
    return [field.value(group) for field in fields]


def stage_chart(names: Sequence[str], groups: Sequence[Group], t: Words) -> Chart | None:
    """The stages of each group as parts of one bar; None for no groups."""
    if not groups:
        return None
    found = [stage_shares(group) for group in groups]
    series = tuple(
        Series(name, tuple(each[place] for each in found), _STAGE_COLOURS[place])
        for place, name in zip(range(len(STAGES)), stage_names(t), strict=True)
    )
    return Chart("stacked", tuple(names), series)
