"""Which month a file speaks of: its column, its title, its name, or what the caller says."""

from collections.abc import Iterator
from pathlib import Path

import duckdb

from etl.contract import Slot
from etl.problems import Problem, problem
from etl.recognise import Recognised, titles_of
from etl.titles import period_in_titles, period_of_file

PERIOD = Slot("period", "period")
WHERE = {
    "column": {"zh": "报告期列", "en": "the column of months"},
    "title": {"zh": "标题", "en": "title"},
    "name": {"zh": "文件名", "en": "file name"},
}


def find_period(
    con: duckdb.DuckDBPyConnection, recognised: Recognised, path: Path, said: str | None
) -> tuple[str | None, list[Problem]]:
    """The month as YYYY-MM (reads `told`), and what contradicts it; never settled silently."""
    months = _in_column(con, recognised)
    if recognised.contract.several_periods and months:
        if said and said not in months:
            return _settled({"column": months[-1]}, said)
        return months[-1], []
    if len(months) > 1:
        return None, [
            problem(
                "several_periods",
                column="period",
                header=recognised.header(PERIOD),
                periods="、".join(months),
                en={"periods": ", ".join(months)},
            )
        ]
    found = dict(_found(months, recognised, path))
    return _settled(found, said)


def _in_column(con: duckdb.DuckDBPyConnection, recognised: Recognised) -> list[str]:
    if PERIOD not in recognised.columns:
        return []
    found = con.execute(
        "SELECT DISTINCT strftime(as_month(period, NULL), '%Y-%m') AS month FROM told"
        " WHERE month IS NOT NULL ORDER BY 1"
    ).fetchall()
    return [month for (month,) in found]


def _found(months: list[str], recognised: Recognised, path: Path) -> Iterator[tuple[str, str]]:
    if months:
        yield "column", months[0]
    title = period_in_titles(titles_of(recognised))
    if title:
        yield "title", title[0]
    name = period_of_file(path)
    if name:
        yield "name", name


def _settled(found: dict[str, str], said: str | None) -> tuple[str | None, list[Problem]]:
    """One month out of what the file says (by place) and the caller; problems where they differ."""
    if said and found and said not in found.values():
        where, month = next(iter(found.items()))
        return said, [
            problem(
                "period_said",
                said=said,
                found=month,
                where=WHERE[where]["zh"],
                en={"where": WHERE[where]["en"]},
            )
        ]
    if said:
        return said, []
    if not found:
        return None, [problem("no_period")]
    (first_where, first), *others = found.items()
    other = next(((where, month) for where, month in others if month != first), None)
    if other:
        return first, [
            problem(
                "two_periods",
                first=first,
                second=other[1],
                first_where=WHERE[first_where]["zh"],
                second_where=WHERE[other[0]]["zh"],
                en={
                    "first_where": WHERE[first_where]["en"],
                    "second_where": WHERE[other[0]]["en"],
                },
            )
        ]
    return first, []
