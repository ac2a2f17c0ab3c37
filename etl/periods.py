"""Which month a file speaks of: its column, its title, its name, or what the caller says."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

import duckdb
import numpy as np

from etl.contract import Slot
from etl.land import Told
from etl.personal import masked
from etl.problems import Problem, problem
from etl.recognised import Recognised
from etl.titles import period_in_titles, period_of_file
from etl.values import read_values

PERIOD = Slot("period", "period")
WHERE = {
    "column": {"zh": "报告期列", "en": "column of months"},
    "title": {"zh": "标题", "en": "title"},
    "name": {"zh": "文件名", "en": "file name"},
}


@dataclass(frozen=True)
class Month:
    """A month, and by what it is known: column, title, name or said; and the words that say it."""

    period: str  # YYYY-MM
    where: str
    words: str = ""

    @property
    def year(self) -> int:
        """Its year."""
        return int(self.period[:4])


def find_period(
    con: duckdb.DuckDBPyConnection,
    recognised: Recognised,
    told: dict[Slot, Told],
    file_name: str,
    said: str | None,
) -> tuple[Month | None, list[Problem]]:
    """The month, and what contradicts it; never settled silently."""
    months = _in_column(con, recognised, told)
    if recognised.contract.several_periods and months:
        newest = Month(months[-1], "column")
        if said and said != newest.period:
            return _settled([newest], said)
        return newest, []
    if len(months) > 1:
        return None, [
            problem(
                "several_periods",
                column="period",
                header=recognised.header_of(PERIOD),
                periods="、".join(months),
                en={"periods": ", ".join(months)},
            )
        ]
    columns = (Month(month, "column", recognised.header_of(PERIOD)) for month in months)
    return _settled(list(chain(columns, _around(recognised, file_name))), said)


def still_to_come(month: Month) -> list[Problem]:
    """The problem of a month that nobody can report yet."""
    if month.period <= f"{date.today():%Y-%m}":
        return []
    return [problem("period_ahead", period=month.period)]


def _in_column(
    con: duckdb.DuckDBPyConnection, recognised: Recognised, told: dict[Slot, Told]
) -> list[str]:
    if PERIOD not in told:
        return []
    column = told[PERIOD]
    days: Any = read_values(con, recognised, {PERIOD: column})[PERIOD].to_pylist()
    return sorted({f"{days[at]:%Y-%m}" for at in np.unique(column.seen.codes) if days[at]})


def _around(recognised: Recognised, file_name: str) -> Iterator[Month]:
    """What the lines above the table and the file's name say."""
    title = period_in_titles(recognised.titles())
    if title:
        period, words = title
        yield Month(period, "title", words)
    name = period_of_file(file_name)
    if name:
        yield Month(name, "name", masked(file_name))


def _settled(found: list[Month], said: str | None) -> tuple[Month | None, list[Problem]]:
    """One month out of what the file says and the caller; problems where they differ."""
    if said:
        agreed = next((month for month in found if month.period == said), None)
        if agreed or not found:
            return agreed or Month(said, "said"), []
        first = found[0]
        return Month(said, "said"), [
            problem(
                "period_said",
                said=said,
                found=first.period,
                where=WHERE[first.where]["zh"],
                en={"where": WHERE[first.where]["en"]},
            )
        ]
    if not found:
        return None, [problem("no_period")]
    first = found[0]
    other = next((month for month in found if month.period != first.period), None)
    if other is None:
        return first, []
    return first, [
        problem(
            "two_periods",
            first=first.period,
            second=other.period,
            first_where=WHERE[first.where]["zh"],
            second_where=WHERE[other.where]["zh"],
            en={
                "first_where": WHERE[first.where]["en"],
                "second_where": WHERE[other.where]["en"],
            },
        )
    ]
