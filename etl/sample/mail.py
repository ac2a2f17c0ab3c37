"""The files of all months in the order in which they came in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from etl.sample import benchmarks, funds, households, letters, project_ledger, reports, stories
from etl.sample.city import MONTHS, Unit, dice, month_end, period, units
from etl.sample.columns import COLUMNS, MEASURES, RISKS_APART, RISKS_TOGETHER, TITLES, Column
from etl.sample.letters import Letter
from etl.sample.sheets import Row, Style, grid, write

SENDERS = {"funds": "市财政局", "projects": "市乡村振兴局", "households": "市乡村振兴局",
           "reports": "市巩固衔接办", "benchmarks": "市巩固衔接办"}  # fmt: skip
DAYS = {"funds": 6, "projects": 7, "households": 8, "reports": 5, "benchmarks": 11}

# The offices change their habits now and then: styles take turns month by month.
TABLES = (
    Style(encoding="gb18030", dates="slash", total="合计", spelling=0),
    Style(encoding="gb18030", titled=True, unit_in_title=True, dates="han", spelling=1),
    Style(encoding="utf-8-sig", unit="元", dates="iso", thousands=True, spelling=2),
    Style(encoding="gb18030", dates="compact", total="全市合计", spelling=3),
    Style(encoding="utf-8", titled=True, dates="slash", spelling=4, without=("number", "remark")),
)
BOOK = Style(
    encoding="xlsx", titled=True, unit_in_title=True, dates="cell", total="合计", spelling=0
)
# Rates are printed with their sign: early in the year a whole column of 0.83 could be either.
SIGNED = tuple(
    replace(style, percent_sign=True)
    for style in (
        replace(BOOK, dates="iso", total="云川市合计", missing="—"),
        Style(encoding="xlsx", titled=True, total="合计", spelling=1, missing="—"),
        Style(encoding="gb18030", total="全市合计", spelling=2, missing="/"),
    )
)
STYLES = {
    "funds": (*TABLES[:4], BOOK),
    "projects": (*TABLES, *TABLES[:3], BOOK),
    "households": TABLES,
    "reports": SIGNED,
    "benchmarks": (
        Style(encoding="xlsx", titled=True),
        Style(percent_sign=True),
        Style(encoding="utf-8-sig", spelling=1),
    ),
}


@dataclass(frozen=True)
class MonthlyFile:
    """One file as it was sent: its month, name, bytes, sender and the moment (UTC) it came in."""

    period: str
    name: str
    content: bytes
    sent_by: str
    accepted_at: datetime
    dataset: str


def fund_rows(month: int) -> list[Row]:
    """The city's fund ledger at a month end."""
    blank = period(month) == stories.BLANK_MONTH
    return [
        {
            **vars(one.line),
            "county": one.line.unit,
            "fund_level": one.line.level,
            "arrived": one.arrived,
            "spent": None if blank and one.line.unit.short == stories.BLANK_UNIT else one.spent,
            "budget_year": 2021 + month // 12,
        }
        for one in funds.history()[month]
    ]


def household_rows(month: int) -> list[Row]:
    """The city's household ledger, risks and measures spread over the columns of either habit."""
    return [
        row
        | dict(zip(RISKS_APART, row["risks"], strict=False))  # type: ignore[call-overload]
        | dict.fromkeys(row["measures"], "已落实")  # type: ignore[call-overload]
        | {"phone": "000-0000-0000", "papers": "已脱敏"}
        for row in households.rows(month)
    ]


ROWS: dict[str, Callable[[int], list[Row]]] = {
    "funds": fund_rows,
    "projects": project_ledger.rows,
    "households": household_rows,
    "reports": reports.rows,
    "benchmarks": benchmarks.rows,
}


def columns_of(dataset: str, style: Style, letter: Letter | None) -> list[Column]:
    """The columns a file of this style has."""
    hidden: set[str] = set()
    if dataset == "households":
        apart = style.spelling % 4 == 0
        hidden = {"measures", *RISKS_TOGETHER} if apart else {*MEASURES, *RISKS_APART}
        if letter is not None and letter.person_rows:
            hidden.add("persons")
    if dataset == "reports" and not (letter is not None and letter.by_level):
        hidden = {"fund_level"}
    if letter is not None and letter.by_level:
        hidden = {
            one.name for one in COLUMNS[dataset] if one.name.startswith(("projects", "house"))
        }
        hidden |= {"persons_monitored", "persons_eliminated", "planned_investment", "invested"}
        hidden |= {"start_rate", "completion_rate", "risk_elimination_rate"}
    return [one for one in COLUMNS[dataset] if one.name not in hidden]


def came_in(month: int, name: str, day: int) -> datetime:
    """The moment a file came in, in office hours of a day of the next month (UTC)."""
    minute = dice("sent", name, month).randrange(9 * 60)
    next_month = month_end(month) + timedelta(days=day)
    start = datetime(next_month.year, next_month.month, next_month.day, 0, 30, tzinfo=UTC)
    return start + timedelta(minutes=minute, seconds=len(name))


def make(
    dataset: str,
    month: int,
    rows: list[Row],
    style: Style,
    unit: Unit | None,
    letter: Letter | None,
) -> MonthlyFile:
    """One file; its month stands in the title, else in the file name."""
    end = month_end(month)
    owner = unit.name if unit else "云川市"
    title = f"{owner}{TITLES[dataset]}"
    lines = grid(rows, columns_of(dataset, style, letter), style, title, end)
    if not style.titled:
        name = f"{title}_{end:%Y%m%d}.{style.ending}"
    elif dataset == "households":
        name = f"（自定义）{TITLES[dataset]} ({month + 1}).{style.ending}"
    else:
        name = f"{title}{end.year}年{end.month}月.{style.ending}"
    sender = f"{unit.name}乡村振兴局" if unit else SENDERS[dataset]
    moment = came_in(month, name, letter.sent if letter else DAYS[dataset])
    return MonthlyFile(period(month), name, write(lines, style), sender, moment, dataset)


def persons_of(rows: list[Row]) -> list[Row]:
    """The same households with one row per person."""
    return [
        row | {"name": f"{row['name']}-{number}"}
        for row in rows
        for number in range(1, int(str(row["persons"])) + 1)
    ]


def own_file(letter: Letter, month: int, unit: Unit, rows: list[Row]) -> MonthlyFile:
    """The file a unit sent itself."""
    if letter.by_level:
        rows = reports.rows_by_level(month, unit)
    elif letter.person_rows:
        rows = persons_of(rows)
    return make(letter.dataset, month, rows, letter.style, unit, letter)


def files_of(dataset: str, month: int) -> Iterator[MonthlyFile]:
    """The files of one dataset and month: the city's, then those that units sent themselves."""
    rows = ROWS[dataset](month)
    if not rows:
        return
    styles = STYLES[dataset]
    style = styles[month % len(styles)]
    city = rows
    named = {unit.short: unit for unit in units()}
    for letter in letters.of(period(month), dataset):
        unit = named[letter.unit]
        own = [row for row in rows if row["county"] is unit]
        city = [row for row in city if row["county"] is not unit]
        if letter.stale:
            city += [row for row in ROWS[dataset](month - 1) if row["county"] is unit]
        if letter.sent:
            yield own_file(letter, month, unit, own)
    yield make(dataset, month, city, style, None, None)


def monthly_files() -> Iterator[MonthlyFile]:
    """Every file of the sample city, about 160, in the order in which they came in."""
    for month in range(MONTHS):  # what belongs to a month comes in during the next one
        files = (made for dataset in ROWS for made in files_of(dataset, month))
        yield from sorted(files, key=lambda one: one.accepted_at)
