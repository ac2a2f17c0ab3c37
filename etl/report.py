"""What the command line prints: tables that line up in Chinese too, and progress on a terminal."""

import csv
import json
import sys
from collections import Counter
from typing import Any

from etl.examined import Examined
from etl.notes import Note
from etl.personal import masked
from etl.spelling import display_width
from etl.standings import FIELDS
from etl.store import Upload

SHOWN = 20  # problems printed of one file; --json gives all


def progress(step: str) -> None:
    """Show the step under way on a terminal, and nothing elsewhere."""
    if sys.stderr.isatty():
        print(f"\r\033[K{step} …", end="", file=sys.stderr, flush=True)


def progress_done() -> None:
    """Clear the step."""
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def as_json(found: Examined) -> dict[str, Any]:
    """An examined file for --json; with `error` when it was refused."""
    told = found.as_json()
    if not found.acceptable:
        errors = [each for each in found.problems if each.severity == "error"]
        told["error"] = f"{len(errors)} × error, first: {errors[0].zh} / {errors[0].en}"
    return told


def print_examined(found: Examined) -> None:
    """One file in the terminal: what it is, its sums, its problems."""
    what = found.recognised.contract.name.zh if found.recognised else "—"
    counts = Counter(each.severity for each in found.problems)
    state = "可以接收" if found.acceptable else "未接收"
    if found.accepted:
        state = f"已接收 {found.upload_id}"
    if found.recognised and found.recognised.sheet.name:
        what = f"{what}（工作表 {masked(found.recognised.sheet.name)}）"
    told = [
        f"{found.name}: {what} {found.period or '—'}",
        f"{found.rows_kept}/{found.rows_read} 行",
        f"{len(found.units)} 个单位",
        f"错误 {counts['error']} 警告 {counts['warning']}",
        state,
    ]
    print(" · ".join(told))
    for each in found.problems[:SHOWN]:
        place = f"第{each.row}行 " if each.row else ""
        print(f"  [{each.severity}] {place}{each.header or each.column or ''} {each.zh}")
        print(f"      {each.en}")
    if len(found.problems) > SHOWN:
        print(f"  … {len(found.problems) - SHOWN} more: --json gives all")


def print_uploads(uploads: list[Upload]) -> None:
    """The history, oldest first."""
    rows = [
        [u.upload_id, u.period, u.dataset, str(u.rows_kept), str(u.warnings),
         u.accepted_at.astimezone().strftime("%Y-%m-%d %H:%M"), u.accepted_by, u.file_name,
         f"withdrawn by {u.withdrawal.by}: {u.withdrawal.reason}" if u.withdrawal else ""]
        for u in uploads
    ]  # fmt: skip
    _print_table(
        ["id", "period", "dataset", "rows", "warnings", "at", "by", "file", ""], rows, {3, 4}
    )


def print_notes(notes: list[Note]) -> None:
    """The notes, oldest first."""
    rows = [
        [n.note_id, n.period, n.unit_code, n.indicator,
         n.at.astimezone().strftime("%Y-%m-%d %H:%M"), n.by, " ".join(n.text.split()),
         f"withdrawn by {n.withdrawal.by}: {n.withdrawal.reason}" if n.withdrawal else ""]
        for n in notes
    ]  # fmt: skip
    _print_table(["id", "period", "unit", "indicator", "at", "by", "note", ""], rows, set())


def print_standings(found: list[dict[str, Any]], form: str) -> None:
    """Standings as table, csv or json."""
    if form == "json":
        print(json.dumps(found, ensure_ascii=False, indent=1))
    elif form == "csv":
        writer = csv.DictWriter(sys.stdout, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)
    else:
        rows = [_standing_row(each) for each in found]
        header = ["indicator", "level", "unit", "rank", "%", "numerator", "denominator",
                  "milestone", "province", "light", "streak"]  # fmt: skip
        _print_table(header, rows, {3, 4, 5, 6, 7, 8, 10})


def _standing_row(each: dict[str, Any]) -> list[str]:
    reasons = {"not_reported": "未报送", "no_task": "无任务"}
    rank = f"{each['rank']}{'=' if each['tied'] else ''}" if each["ranked"] else "—"
    value = reasons[each["reason"]] if each["reason"] else f"{100 * each['value']:.2f}"
    parts = [
        "" if each[name] is None else f"{each[name]:,}" for name in ("numerator", "denominator")
    ]
    gaps = [
        "" if each[name] is None else f"{each[name]:+.2f}"
        for name in ("gap_milestone", "gap_province")
    ]
    return [each["indicator"], each["level"], each["unit"], rank, value, *parts, *gaps,
            each["light"], str(each["streak"])]  # fmt: skip


def _print_table(header: list[str], rows: list[list[str]], right: set[int]) -> None:
    widths = [max(map(display_width, column)) for column in zip(header, *rows, strict=True)]
    for row in [header, *rows]:
        cells = []
        for at, (cell, width) in enumerate(zip(row, widths, strict=True)):
            blank = " " * (width - display_width(cell))
            cells.append(blank + cell if at in right else cell + blank)
        print("  ".join(cells).rstrip())
