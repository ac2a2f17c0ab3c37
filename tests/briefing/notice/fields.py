"""Standings of one indicator, written out: what a sentence is tested on."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from board.overview import Field, Standing
from board.store import Indicator, Unit

NAMES = {
    "990101": ("云溪县", "Yunxi"),
    "990102": ("东岭县", "Dongling"),
    "990103": ("石坪县", "Shiping"),
    "990104": ("青石县", "Qingshi"),
}
UNITS = {
    code: Unit(code, zh, zh[:-1], en, None, False, True, None, None, None)
    for code, (zh, en) in NAMES.items()
}
SPEND = Indicator(
    "spend_rate", True, "资金支出率", "Spend rate", "", "", "spent", "allocated", "money", "higher",
    ("all",), "支出 ÷ 下达", "spent ÷ allocated", None, None,
)  # fmt: skip
START = replace(SPEND, code="start_rate", name_zh="项目开工率", name_en="Start rate",
                numerator="projects_started", denominator="projects_planned",
                quantity="projects")  # fmt: skip
QUIET = Standing(
    unit_code="", numerator=None, denominator=None, value=None, rank=None, tied=False, alike=False,
    reason=None, milestone=None, milestone_due=None, province=None, gap_milestone=None,
    gap_province=None, previous_value=None, light="grey", streak=0, next_milestone=None,
    next_due=None, units_missing=None, gained=None, province_rank=None, province_of=None,
)  # fmt: skip
APRIL = {"milestone": 0.3, "milestone_due": date(2023, 4, 30)}


def of(code: str, above: str | None = None, below: str | None = None, **more: object) -> Standing:
    """A unit's standing, or the city's ("city"): numerator over denominator and what else is said;
    the gaps to the benchmarks given are worked out from the value."""
    numbers = [None if part is None else Decimal(part) for part in (above, below)]
    numerator, denominator = numbers
    value = None if numerator is None or not denominator else float(numerator / denominator)
    gaps = {
        f"gap_{name}": round((value - more[name]) * 100, 9)  # type: ignore[operator]
        for name in ("milestone", "province")
        if value is not None and more.get(name) is not None
    }
    return replace(
        QUIET, unit_code=code, numerator=numerator, denominator=denominator, value=value,
        **(gaps | more),  # type: ignore[arg-type]
    )  # fmt: skip


def field(*units: Standing, city: Standing | None = None, period: str = "2023-04",
          indicator: Indicator = SPEND) -> Field:  # fmt: skip
    """The field of these standings; those with a rank in the order given."""
    return Field(
        period, indicator, "all", city,
        tuple(each for each in units if each.rank), tuple(each for each in units if not each.rank),
        UNITS,
    )  # fmt: skip
