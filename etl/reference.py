"""Reference tables of a home: units.csv, targets.csv, settings.toml; only units are required."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from etl.bilingual import Lang
from etl.indicators import indicators
from etl.read import read_sheets
from etl.settings import BadReference, Settings, load_settings
from etl.spelling import squeezed, writable
from etl.unreadable import Unreadable

UNIT_COLUMNS = (
    "code,name,short_name,aliases,name_en,group,key_county,ranked,rural_population,"
    "tile_row,tile_column,order"
).split(",")
TARGET_COLUMNS = "indicator,fund_level,unit,due,at_least,source".split(",")
LEVELS = ("all", "central", "provincial", "municipal", "county")


@dataclass(frozen=True)
class Unit:
    """One row of units.csv."""

    code: str
    name: str
    short_name: str
    aliases: tuple[str, ...]
    name_en: str
    group: str | None
    key_county: bool
    ranked: bool
    rural_population: int | None
    tile_row: int | None
    tile_column: int | None
    order: int

    def spellings(self) -> set[str]:
        """All squeezed words that mean this unit."""
        words = (self.code, self.name, self.short_name, self.name_en, *self.aliases)
        return {squeezed(word) for word in words if word}


@dataclass(frozen=True)
class Target:
    """One milestone; None = every unit or every fund level without a series of its own."""

    indicator: str
    fund_level: str | None
    unit: str | None
    month: int
    day: int
    at_least: Decimal  # fraction
    source: str


@dataclass(frozen=True)
class Reference:
    """The reference tables of one home."""

    units: tuple[Unit, ...]
    targets: tuple[Target, ...]
    settings: Settings

    def unit_codes(self) -> dict[str, str]:
        """Squeezed spelling → unit code."""
        return {word: unit.code for unit in self.units for word in unit.spellings()}

    def city_words(self) -> set[str]:
        """Squeezed names of the city, which head total rows."""
        city = squeezed(self.settings.city)
        short = re.sub("(市|州|地区|盟)$", "", city)
        return {city, short, squeezed(self.settings.city_en)} - {""}

    def unit_name(self, code: str, lang: Lang = "zh") -> str:
        """Full name of a unit; the Chinese one where it has no other."""
        unit = next(unit for unit in self.units if unit.code == code)
        return (unit.name_en or unit.name) if lang == "en" else unit.name


DEFAULT_TARGETS = (
    # 支出进度 4月30% 6月50% 9月85%; 产业占比 60%: the milestones the board is for.
    Target("spend_rate", None, None, 4, 30, Decimal("0.30"), "序时要求"),
    Target("spend_rate", None, None, 6, 30, Decimal("0.50"), "序时要求"),
    Target("spend_rate", None, None, 9, 30, Decimal("0.85"), "序时要求"),
    Target("industry_share", None, None, 1, 1, Decimal("0.60"), "产业占比要求"),
)


def load_reference(home: Path) -> Reference:
    """The reference tables under home/reference; raises BadReference."""
    folder = home / "reference"
    units = _units(folder / "units.csv")
    return Reference(
        units=units,
        targets=_targets(folder / "targets.csv", {unit.code for unit in units}),
        settings=load_settings(folder / "settings.toml", indicators=set(indicators())),
    )


def _rows(path: Path, columns: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    """(line, column → text) of a table in any encoding that a spreadsheet saves."""
    try:
        sheet = read_sheets(path.read_bytes())[0]
        header, *rows = sheet.head(sheet.height)
    except Unreadable as error:
        raise BadReference(f"{path.name}:1: {error.sentence('en')}") from error
    names = [name.strip() for name in header]
    unknown = set(filter(None, names)) - set(columns)
    if unknown:
        raise BadReference(f"{path.name}:1: unknown columns {', '.join(sorted(unknown))}")
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise BadReference(f"{path.name}:1: columns there twice: {', '.join(twice)}")
    found = []
    for line, row in enumerate(rows, start=2):
        if any(cell.strip() for cell in row):
            given = {name: writable(cell) for name, cell in zip(names, row, strict=False)}
            found.append((line, dict.fromkeys(columns, "") | given))
    return found


def _units(path: Path) -> tuple[Unit, ...]:
    if not path.exists():
        raise BadReference(f"{path} is missing: write it, or make a home with init")
    units: list[Unit] = []
    taken: dict[str, str] = {}
    for line, row in _rows(path, UNIT_COLUMNS):
        where = f"{path.name}:{line}"
        if not (row["code"] and row["name"]):
            raise BadReference(f"{where}: code and name must be given")
        unit = Unit(
            code=row["code"],
            name=row["name"],
            short_name=row["short_name"] or row["name"],
            aliases=tuple(word.strip() for word in row["aliases"].split("|") if word.strip()),
            name_en=row["name_en"] or row["name"],
            group=row["group"] or None,
            key_county=_yes(row["key_county"], where, blank=False),
            ranked=_yes(row["ranked"], where, blank=True),
            rural_population=_whole(row["rural_population"], where),
            tile_row=_whole(row["tile_row"], where),
            tile_column=_whole(row["tile_column"], where),
            order=_whole(row["order"], where) or len(units) + 1,
        )
        if unit.code == "city":
            raise BadReference(f"{where}: the code city stands for the whole city")
        for word in unit.spellings():
            if taken.setdefault(word, unit.code) != unit.code:
                raise BadReference(f"{where}: {word} already means {taken[word]}")
        if any(other.code == unit.code for other in units):
            raise BadReference(f"{where}: code {unit.code} is there twice")
        units.append(unit)
    return tuple(units)


def _targets(path: Path, units: set[str]) -> tuple[Target, ...]:
    if not path.exists():
        return DEFAULT_TARGETS
    targets = []
    taken: dict[tuple[object, ...], int] = {}
    for line, row in _rows(path, TARGET_COLUMNS):
        where = f"{path.name}:{line}"
        if row["unit"] and row["unit"] not in units:
            raise BadReference(f"{where}: no unit {row['unit']} in units.csv")
        if row["fund_level"] and row["fund_level"] not in LEVELS:
            raise BadReference(f"{where}: fund_level is one of {', '.join(LEVELS)}")
        if row["indicator"] not in indicators():
            raise BadReference(f"{where}: no indicator {row['indicator']!r}")
        try:
            month, day = (int(part) for part in row["due"].split("-"))
            at_least = Decimal(row["at_least"].rstrip("%")) / 100
        except (ValueError, InvalidOperation) as error:
            raise BadReference(f"{where}: due is MM-DD and at_least a percent") from error
        if not (1 <= month <= 12 and 1 <= day <= 31):
            raise BadReference(f"{where}: there is no day {row['due']}")
        if not (at_least.is_finite() and 0 <= at_least < 100):
            raise BadReference(f"{where}: at_least is a percent from 0 on")
        key = (row["indicator"], row["fund_level"], row["unit"], month, day)
        if key in taken:
            raise BadReference(f"{where}: the same milestone as in line {taken[key]}")
        taken[key] = line
        targets.append(
            Target(
                indicator=row["indicator"],
                fund_level=row["fund_level"] or None,
                unit=row["unit"] or None,
                month=month,
                day=day,
                at_least=at_least,
                source=row["source"],
            )
        )
    return tuple(targets) or DEFAULT_TARGETS  # a table of headers only, as init makes it


def _yes(text: str, where: str, *, blank: bool) -> bool:
    words = {"": blank, "yes": True, "no": False, "是": True, "否": False}
    if text.lower() not in words:
        raise BadReference(f"{where}: {text} is neither yes nor no")
    return words[text.lower()]


def _whole(text: str, where: str) -> int | None:
    if not text:
        return None
    try:
        return int(text)
    except ValueError as error:
        raise BadReference(f"{where}: {text} is no whole number") from error
