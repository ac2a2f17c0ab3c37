"""A board of literal uploads, each of one dataset and unit, seen at a moment."""

from datetime import datetime
from pathlib import Path

from board.store import Board, open_board
from tests.board.published import Row, publish, unit

UNITS = [
    unit("990101", "云溪县", "Yunxi"),
    unit("990102", "东岭县", "Dongling"),
    unit("990103", "石坪县", "Shiping"),
    unit("990199", "市本级", "City level", ranked=False),
]
CODES = [
    {"list": "dataset", "code": code, "name_zh": zh, "name_en": en}
    for code, zh, en in [
        ("funds", "衔接资金台账", "Fund ledger"),
        ("projects", "项目台账", "Project ledger"),
        ("households", "监测对象台账", "Household ledger"),
        ("reports", "县区进度月报", "Monthly report"),
    ]
]
TWENTIETH = datetime(2023, 5, 20, 11)  # the day of the board unless a test says otherwise, UTC


def sent(
    number: str,
    dataset: str,
    unit_code: str,
    at: datetime,
    period: str = "2023-04",
    warnings: int = 0,
    counts: bool = True,
    **more: object,
) -> dict[str, list[Row]]:
    """The rows of one upload that speaks of one unit."""
    upload = {
        "upload_id": number, "dataset": dataset, "period": period, "file_name": f"{number}.csv",
        "sha256": "", "accepted_by": "甲", "accepted_at": at, "rows_read": 1, "rows_kept": 1,
        "warnings": warnings, "replaces": [],
    }  # fmt: skip
    own = {"upload_id": number, "unit_code": unit_code}
    cover = {"dataset": dataset, "period": period, **own}
    return {
        "uploads": [upload | more],
        "upload_units": [own | {"warnings": warnings}],
        "coverage": [cover] if counts else [],
    }


def board(
    home: Path, *uploads: dict[str, list[Row]], as_of: datetime = TWENTIETH, **more: list[Row]
) -> Board:
    """A board of these uploads, seen at a moment."""
    tables: dict[str, list[Row]] = {"uploads": [], "upload_units": [], "coverage": []}
    for each in uploads:
        for name, rows in each.items():
            tables[name] += rows
    tables |= {"units": UNITS, "codes": CODES, "publication": [{"as_of": as_of}]} | more
    found = open_board(publish(home, **tables))
    assert found
    return found
