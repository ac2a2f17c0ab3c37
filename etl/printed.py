"""What files print against what they add up to: found when a file is accepted, told in its receipt,
and published for the uploads in force."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from etl.contract import contracts
from etl.problems import Kind, kinds
from etl.store import Upload, active
from etl.stored import parquet


@cache
def reconciling(dataset: str) -> dict[str, Kind]:
    """The kinds of problems of one dataset that hold figures against figures, by code."""
    every = [*kinds().values(), *contracts()[dataset].rules]
    return {kind.code: kind for kind in every if kind.reconciles}


def printed_problems(
    con: duckdb.DuckDBPyConnection, uploads: Iterable[Upload]
) -> Iterator[tuple[Any, ...]]:
    """One row of the table upload_problems per figure of an upload in force that differs from what
    its others make; figures of a unit for which another upload counts are left out."""
    force: dict[Upload, set[str]] = {}
    for (_, _, code), upload in active(list(uploads)).items():
        force.setdefault(upload, set()).add(code)
    for upload, units in force.items():
        if not upload.warnings:
            continue
        told = _told(upload.folder / "receipt.json", upload.dataset, upload.accepted_at.timestamp())
        unit_of = _units(con, upload, told)
        for each in told:
            unit = each["unit"] if "unit" in each else unit_of.get(each["row"])
            if unit is None or unit in units:
                kind = reconciling(upload.dataset)[each["code"]]
                yield (
                    upload.upload_id, unit, each["row"], each["column"], each["header"],
                    each["value"], each["code"], kind.title.zh, kind.title.en, each["message"],
                    each["message_en"],
                )  # fmt: skip


@cache
def _told(receipt: Path, dataset: str, _accepted: float) -> list[dict[str, Any]]:
    """The reconciling problems of a receipt, which never changes (`_accepted` tells apart two homes
    that were made at the same place)."""
    problems = json.loads(receipt.read_text(encoding="utf-8"))["problems"]
    return [each for each in problems if each["code"] in reconciling(dataset)]


def _units(
    con: duckdb.DuckDBPyConnection, upload: Upload, told: list[dict[str, Any]]
) -> dict[int, str]:
    """Row → the unit it is of, for receipts of before they said it; total rows are of none."""
    rows = [each["row"] for each in told if "unit" not in each and each["row"] is not None]
    if not rows:
        return {}
    found = con.execute(
        f"SELECT row, county FROM {parquet(upload.rows)} WHERE list_contains($rows, row)",
        {"rows": rows},
    )
    return dict(found.fetchall())
