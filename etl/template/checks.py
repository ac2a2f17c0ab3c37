"""What a cell of a template takes: drop-downs, and what Excel and WPS say of an odd entry.

Only where every good entry is in the list is another one stopped. Elsewhere the program asks and
lets it through: the loader reads 2023年4月 as a date, and a row of totals has 合计 for a county.
"""

from datetime import date
from typing import Any

from etl.template.fields import Field

EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)
LARGEST_SUM = 100_000_000  # 万元
LARGEST_RATE = 3  # 300 %; 36.12 without a percent sign is more


def check(field: Field, words: dict[str, str], cell: str, listed: str) -> dict[str, Any] | None:
    """Options of xlsxwriter's data_validation; None where anything may be written.

    `cell` is the first cell of the column, `listed` where its choices stand."""
    column = field.column
    if field.choices:
        return _list(field, words, listed)
    least = column.at_least
    made: dict[str, Any]
    match column.type:
        case "money" | "number":
            smallest = -LARGEST_SUM if least is None else least
            made = _between("decimal", smallest, LARGEST_SUM, words["doubt_number"])
        case "count":
            made = _between("integer", least or 0, LARGEST_SUM, words["doubt_count"])
        case "percent":
            made = _between("decimal", 0, LARGEST_RATE, words["doubt_percent"])
        case "year":
            made = _between("integer", EARLIEST.year, LATEST.year, words["doubt_year"])
        case "date":
            made = _between("date", EARLIEST, LATEST, words["doubt_date"])
        case "month":
            made = {"validate": "custom", "value": month_like(cell)}
            made["error_message"] = words["doubt_month"]
        case _:
            return None
    return {**made, "error_type": "warning", "error_title": words["doubt_title"]}


def month_like(cell: str) -> str:
    """Formula: whether a cell starts with a year and goes on, as 202304 and 2023年4月 do."""
    return f"=AND(LEN({cell})>=6,LEN({cell})<=11,ISNUMBER(VALUE(LEFT({cell},4))))"


def _between(kind: str, smallest: Any, largest: Any, doubt: str) -> dict[str, Any]:
    return {
        "validate": kind,
        "criteria": "between",
        "minimum": smallest,
        "maximum": largest,
        "error_message": doubt,
    }


def _list(field: Field, words: dict[str, str], listed: str) -> dict[str, Any]:
    column = field.column
    if column.type == "unit":
        stops, said = False, "doubt_unit"
    elif field.slot.code:
        stops, said = True, "stop_marked"
    else:
        stops = column.unknown == "error"
        said = "stop_list" if stops else "doubt_list"
    return {
        "validate": "list",
        "source": f"={listed}",
        "error_type": "stop" if stops else "warning",
        "error_title": words["doubt_title"],
        "error_message": words[said],
    }
