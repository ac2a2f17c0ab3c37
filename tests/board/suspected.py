"""Literal warnings of a city of three counties, for the tests of what the board says of them."""

from datetime import date, datetime
from pathlib import Path

from board.store import Board, open_board
from tests.board.published import Row, publish, standing, unit

A, B, C, D = "990101", "990102", "990103", "990104"
UNITS = [
    unit(A, "云溪县", "Yunxi"), unit(B, "东岭县", "Dongling"),
    unit(C, "石坪县", "Shiping"), unit(D, "市本级", "City level", ranked=False),
]  # fmt: skip
PROJECTS: Row = {"reads": ["projects"]}
RULES: list[Row] = [
    {"rule": "late", "sort_order": 1, "name_zh": "不开工", "name_en": "No start", **PROJECTS},
    {"rule": "changed", "sort_order": 2, "name_zh": "调库", "severity": "medium", **PROJECTS},
    {"rule": "silent", "sort_order": 3, "name_zh": "未报", "severity": "medium"},
    {"rule": "small", "sort_order": 4, "name_zh": "小事", "severity": "low", "reads": ["funds"]},
    {"rule": "older", "sort_order": 5, "name_zh": "旧规", "last": "2022-12"},
]  # fmt: skip
SENT = [
    {"dataset": "projects", "period": "2023-04", "unit_code": A},
    {"dataset": "projects", "period": "2023-04", "unit_code": C},
    {"dataset": "funds", "period": "2023-04", "unit_code": A},
]
# The sample's clock stands where its newest upload came.
CLOCK = {"is_sample": True, "newest_upload": datetime(2023, 5, 10, 4)}


def warning(rule: str, unit_code: str, subject: str, since: str = "2023-04", **more: object) -> Row:
    status = "new" if since == "2023-04" else "continuing"
    return {"rule": rule, "unit_code": unit_code, "subject": subject, "status": status,
            "since": since} | more  # fmt: skip


FULL = [
    warning("late", A, "P1"),
    warning("late", C, "P1", "2023-01"),
    warning("late", C, "P2", upload_id="000003", source_row=7, title="水渠", township="永安镇"),
    warning("late", C, "P3", "2023-03", status="cleared", last_seen="2023-03"),
    warning("late", B, "P1", "2022-08", status="unverified", last_seen="2022-12"),
    warning("changed", C, "P9"),
    warning("small", A, "x", "2022-05"),
    warning("silent", B, "funds", due=date(2023, 5, 12)),
    warning("late", A, "P1", "2023-03", period="2023-03", status="new"),
]


def opened(home: Path, *warnings: Row, clock: Row | None = None, **more: list[Row]) -> Board:
    found = open_board(
        publish(
            home,
            publication=[CLOCK if clock is None else clock],
            units=UNITS,
            warning_rules=RULES,
            coverage=SENT,
            standings=[standing(A, 1, 2)],
            uploads=[{
                "upload_id": "000003", "dataset": "projects", "period": "2023-04",
                "file_name": "项目.csv", "sha256": "", "accepted_by": "局",
                "accepted_at": datetime(2023, 5, 9), "rows_read": 1, "rows_kept": 1,
                "warnings": 0, "replaces": [],
            }],
            warnings=list(warnings),
            **more,
        )
    )  # fmt: skip
    assert found
    return found
