"""What projects are about: category, subcategory, wording and department, one kind a row."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Kind(NamedTuple):
    """One kind of project; a number from smallest to largest stands for {} in its content."""

    category: str
    subcategory: str
    thing: str
    content: str
    smallest: int
    largest: int
    department: str
    linkage: str
    frequency: int


@cache
def kinds() -> tuple[Kind, ...]:
    """The kinds of project_kinds.csv; `frequency` is how often each comes among the others."""
    path = Path(__file__).with_suffix(".csv")
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Kind(
                category=row["category"],
                subcategory=row["subcategory"],
                thing=row["thing"],
                content=row["content"],
                smallest=int(row["smallest"]),
                largest=int(row["largest"]),
                department=row["department"],
                linkage=row["linkage"],
                frequency=int(row["frequency"]),
            )
            for row in csv.DictReader(lines)
        )
