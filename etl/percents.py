"""Whether bare numbers in a percent column are percents: decided per column, never per cell."""

from pathlib import Path

import duckdb

from etl.problems import Problem, problem
from etl.read import percent_formatted
from etl.recognise import Recognised

LARGEST_FRACTION = "1.5"  # a rate above it can only be written in percents


def decide_percents(
    con: duckdb.DuckDBPyConnection, recognised: Recognised, path: Path
) -> list[Problem]:
    """Fill `recognised.percents` (reads `told`); a column that could be either is a problem where
    the contract asks."""
    problems = []
    for slot, at in recognised.columns.items():
        column = recognised.contract.columns[slot.column]
        if column.type != "percent":
            continue
        [(signs, bare, large)] = con.execute(
            f"SELECT count(*) FILTER (\"{slot.name}\" LIKE '%\\%' ESCAPE '\\'),"
            f' count(as_decimal("{slot.name}")),'
            f' count(*) FILTER (as_decimal("{slot.name}") > {LARGEST_FRACTION}) FROM told'
        ).fetchall()
        percents: bool | None = bool(signs or large)
        if (
            bare
            and not signs
            and percent_formatted(path, recognised.sheet.name, at, recognised.header_row)
        ):
            percents = False
        elif bare and not percents:
            percents = None
            if column.ask:
                problems.append(
                    problem("two_readings", column=slot.name, header=recognised.header(slot))
                )
        recognised.percents[slot] = percents
    return problems
