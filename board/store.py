"""The published file that is current, opened read-only and asked with the queries in board/sql."""

from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache, cached_property, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from board.month_rows import of_months
from wording import Words

_VIEWS = "SELECT view_name, sql FROM duckdb_views() WHERE NOT internal"
Answer = TypeVar("Answer")
Unreadable = duckdb.Error  # what a published file raises that is damaged or gone


@dataclass(frozen=True)
class Publication:
    """Whose board this is and which moment it shows."""

    city_zh: str
    city_en: str
    is_sample: bool
    newest_upload: datetime | None
    as_of: datetime | None

    def city(self, t: Words) -> str:
        return t.of(self.city_zh, self.city_en)


@dataclass(frozen=True)
class Unit:
    """A unit that reports; `ranked` is false for 市本级."""

    code: str
    name: str
    short_name: str
    name_en: str
    group: str | None
    key_county: bool
    ranked: bool
    rural_population: int | None
    tile_row: int | None
    tile_column: int | None

    def label(self, t: Words) -> str:
        """The full name."""
        return t.of(self.name, self.name_en)

    def short(self, t: Words) -> str:
        """The short name, for sentences and narrow places."""
        return t.of(self.short_name, self.name_en)


@dataclass(frozen=True)
class Indicator:
    """A ratio of two measures, with its names and the formula in force."""

    code: str
    headline: bool
    name_zh: str
    name_en: str
    definition_zh: str
    definition_en: str
    numerator: str
    denominator: str
    quantity: str
    better: str
    levels: tuple[str, ...]
    basis_zh: str
    basis_en: str
    caution_zh: str | None
    caution_en: str | None

    def label(self, t: Words) -> str:
        return t.of(self.name_zh, self.name_en)

    def definition(self, t: Words) -> str:
        return t.of(self.definition_zh, self.definition_en)

    def basis(self, t: Words) -> str:
        """The formula with the denominator in force: printed with every table and chart."""
        return t.of(self.basis_zh, self.basis_en)

    def caution(self, t: Words) -> str | None:
        return self.caution_zh if t.language == "zh" else self.caution_en


@dataclass(frozen=True)
class Code:
    """One entry of a code list."""

    code: str
    name_zh: str
    name_en: str

    def label(self, t: Words) -> str:
        return t.of(self.name_zh, self.name_en)


@dataclass(frozen=True)
class Period:
    """A month that has standings."""

    month: str


class Board:
    """One published file. It never changes, so an answer is looked up once and kept."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        # Set after opening: a file is opened once a process, and whoever opens it with another
        # configuration, as the loader does, would be turned away.
        self._connection = duckdb.connect(str(path), read_only=True)
        self._connection.execute("SET threads = 1")  # the tables are small, the readers many
        # Rows are read where they lie, and the system keeps those files in memory as it is.
        self._connection.execute("SET enable_external_file_cache = false")
        self._kept = lru_cache(maxsize=512)(self._ask)

    def ask(self, query: str, answer: type[Answer], **params: Any) -> tuple[Answer, ...]:
        """One `answer` per row of board/sql/`query`.sql, whose columns are the answer's fields."""
        hashable: Any = answer  # a class is; mypy does not see it in type[Answer]
        kept: tuple[Answer, ...] = self._kept(query, hashable, tuple(sorted(params.items())))
        return kept

    def rows(self, query: str, **params: Any) -> list[tuple[Any, ...]]:
        """The rows of board/sql/`query`.sql as they come."""
        # A cursor a query: one connection may not run two queries of two readers at once.
        with self._connection.cursor() as cursor:
            return cursor.execute(self._sql(query, params), params).fetchall()

    def _ask(self, query: str, answer: type[Any], params: tuple[tuple[str, Any], ...]) -> Any:
        names = tuple(field.name for field in fields(answer))
        with self._connection.cursor() as cursor:
            cursor.execute(self._sql(query, dict(params)), dict(params))
            columns = tuple(column[0] for column in cursor.description or ())
            if columns != names:
                raise ValueError(f"{query}.sql gives {columns}, {answer.__name__} has {names}")
            rows = cursor.fetchall()
        return tuple(answer(*(_frozen(value) for value in row)) for row in rows)

    def _sql(self, query: str, params: dict[str, Any]) -> str:
        return of_months(_sql(query), params.get("period", ""), self._views)

    @cached_property
    def _views(self) -> dict[str, str]:
        """The published views by name, as SQL."""
        with self._connection.cursor() as cursor:
            return dict(cursor.execute(_VIEWS).fetchall())

    @cached_property
    def publication(self) -> Publication:
        return self.ask("publication", Publication)[0]

    @cached_property
    def units(self) -> dict[str, Unit]:
        """Every unit by its code, in the order of lists."""
        return {unit.code: unit for unit in self.ask("units", Unit)}

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """Every indicator by its code, in the order of lists."""
        return {indicator.code: indicator for indicator in self.ask("indicators", Indicator)}

    @cached_property
    def periods(self) -> list[str]:
        """The months that have standings, oldest first, as YYYY-MM."""
        return [period.month for period in self.ask("periods", Period)]

    @cached_property
    def levels(self) -> dict[str, Code]:
        """The fund levels by code, 全部 not among them."""
        return self.codes("fund_level")

    def codes(self, name: str) -> dict[str, Code]:
        """The entries of one code list by code, in its order."""
        return {code.code: code for code in self.ask("codes", Code, list=name)}


def open_board(home: Path) -> Board | None:
    """The board that `home`/published/CURRENT names now; None before the first publication."""
    try:
        name = (home / "published" / "CURRENT").read_text("utf-8").strip()
    except FileNotFoundError:
        return None
    return _opened(home / "published" / name)


# Two: a new publication is opened while readers of the last one finish.
@lru_cache(maxsize=2)
def _opened(path: Path) -> Board:
    return Board(path)


@cache
def _sql(query: str) -> str:
    return (resources.files("board") / "sql" / f"{query}.sql").read_text("utf-8")


def _frozen(value: Any) -> Any:
    """Answers are shared between readers: a list becomes a tuple."""
    return tuple(value) if isinstance(value, list) else value
