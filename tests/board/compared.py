"""Literal ledgers and reports of two counties, and files that contradict themselves, for the tests
of what is said of them."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from board.store import Board, open_board
from tests.board.published import Row, publish, unit

MEASURES: list[Row] = [
    {
        "measure": code, "sort_order": order, "name_zh": zh, "name_en": en, "quantity": quantity,
        "dataset": dataset,
    }
    for order, (code, zh, en, quantity, dataset) in enumerate(
        [
            ("projects_started", "已开工项目", "Projects started", "projects", "projects"),
            ("spent", "累计支出", "Money spent", "money", "funds"),
            ("persons_monitored", "监测人数", "Persons monitored", "persons", "households"),
        ]
    )
]  # fmt: skip
DATASETS: list[Row] = [
    {"list": "dataset", "code": code, "name_zh": zh, "name_en": en}
    for code, zh, en in (
        ("funds", "衔接资金台账", "Fund ledger"),
        ("projects", "项目台账", "Project ledger"),
        ("households", "监测对象台账", "Household ledger"),
    )
]
UNITS = [
    unit("990101", "云溪县", "Yunxi County"),
    unit("990102", "东岭县", "Dongling County"),
    unit("990199", "市本级", "City level", ranked=False),
]


def upload(number: str, dataset: str, by: str) -> Row:
    return {
        "upload_id": number, "dataset": dataset, "period": "2023-04", "file_name": f"{by}.xlsx",
        "sha256": "", "accepted_by": by, "accepted_at": datetime(2023, 5, 5, 2), "rows_read": 1,
        "rows_kept": 1, "warnings": 0, "replaces": [],
    }  # fmt: skip


def compared(unit_code: str, measure: str, ledger: Any, report: Any, **more: Any) -> Row:
    differs = None if ledger is None or report is None else ledger != report
    row = {"unit_code": unit_code, "measure": measure, "ledger": ledger, "report": report}
    return row | {"differs": differs} | more


def board(home: Path, *rows: Row, **tables: list[Row]) -> Board:
    usual = {"units": UNITS, "measures": MEASURES, "codes": DATASETS}
    found = open_board(publish(home, **(usual | tables), reconciliation=list(rows)))
    assert found
    return found


STORY = (
    compared("990101", "projects_started", 120, 126),
    compared("990101", "spent", Decimal("36694661.94"), 40_894_700, may_differ=50),
    compared("990101", "persons_monitored", 90, 90),
    compared("990102", "spent", 100, 101, may_differ=50, differs=False),
    compared("990102", "projects_started", 7, None),
    compared("990199", "persons_monitored", None, 5),
)
# What 云溪县 sent of them.
SENT: dict[str, list[Row]] = {
    "uploads": [upload("000001", "funds", "财政局"), upload("000002", "reports", "衔接办")],
    "coverage": [
        {"dataset": "funds", "period": "2023-04", "unit_code": "990101"},
        {
            "dataset": "reports", "period": "2023-04", "unit_code": "990101",
            "upload_id": "000002",
        },
    ],
}  # fmt: skip
PROBLEM: Row = {
    "code": "total_differs", "title_zh": "合计对不上", "title_en": "Total does not add up",
    "row": 16, "header": "计划项目数", "value": "12",
    "message_zh": "合计行“计划项目数”为 12，各行相加为 11；请核对", "message_en": "…",
}  # fmt: skip


def contradicted(home: Path) -> Board:
    """A total of a whole file, and a rate of each county."""
    rate = PROBLEM | {"code": "rate_differs", "title_zh": "比率对不上", "row": 3}
    return board(
        home,
        uploads=[upload("000001", "reports", "衔接办")],
        upload_problems=[
            PROBLEM,
            rate | {"unit_code": "990101"},
            rate | {"unit_code": "990102", "row": 4},
        ],
    )
