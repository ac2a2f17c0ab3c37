"""Amounts that a spreadsheet shows in another unit than they are in: 10000 as 1.0000."""

import re
from collections.abc import Iterator

from etl.problems import Problem, problem
from etl.read import column_formats, number_formats
from etl.recognised import Recognised

# A point that is only written (0!.0000, 0\\.0, 0"."0), or thousands left out (0.00,).
_SCALED = re.compile(r"""[0#?](?:[!\\]\.|"\.")[0#?]|[0#?],+(?![0#?,])""")


def shown_otherwise(recognised: Recognised, content: bytes) -> Iterator[Problem]:
    """Columns of money whose cells are shown divided: whether the unit is that of what is shown or
    of what is there, nobody can tell."""
    if not any(map(_is_scaled, number_formats(content))):  # as in nearly all
        return
    for slot, at in recognised.columns.items():
        if recognised.contract.columns[slot.column].type != "money":
            continue
        formats = column_formats(content, recognised.sheet.name, at, recognised.header_row)
        if any(map(_is_scaled, formats)):
            yield problem(
                "shown_divided",
                row=recognised.header_row,
                column=slot.name,
                header=recognised.header_of(slot),
                at=at,
            )


def _is_scaled(form: str) -> bool:
    return bool(_SCALED.search(form.split(";")[0]))
