"""What each number means: how an indicator is counted, from what, by which settings."""

from dataclasses import dataclass
from decimal import Decimal
from importlib import resources

from board.store import Board, Indicator
from wording import Words


@dataclass(frozen=True, slots=True)
class Counted:
    """A measure: what it counts, of which dataset's rows, and how."""

    code: str
    name_zh: str
    name_en: str
    quantity: str
    dataset: str
    counted_zh: str
    counted_en: str

    def label(self, t: Words) -> str:
        return t.of(self.name_zh, self.name_en)

    def counted(self, t: Words) -> str:
        """How it is counted, in words."""
        return t.of(self.counted_zh, self.counted_en)


@dataclass(frozen=True, slots=True)
class Source:
    """A column of a file that a measure is counted from; `headers` are what files may call it."""

    dataset: str
    code: str
    label_zh: str
    label_en: str
    headers: tuple[str, ...]

    def label(self, t: Words) -> str:
        return t.of(self.label_zh, self.label_en)


@dataclass(frozen=True, slots=True)
class Option:
    """A value that a setting may have, as JSON, and the formula it makes."""

    setting: str
    value: str
    in_force: bool
    basis_zh: str
    basis_en: str

    def basis(self, t: Words) -> str:
        return t.of(self.basis_zh, self.basis_en)


@dataclass(frozen=True, slots=True)
class Milestone:
    """The least to be reached by a day of every year; without level or unit, for all of them."""

    fund_level: str | None
    unit_code: str | None
    due_month: int
    due_day: int
    at_least: Decimal
    source: str | None


@dataclass(frozen=True, slots=True)
class Benchmark:
    """The province's figures of one month and fund level; `among` how many cities take part."""

    period: str
    fund_level: str
    province: Decimal | None
    best: Decimal | None
    rank: int | None
    among: int | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """One side of an indicator's fraction: its measure, and the columns it is counted from."""

    measure: Counted
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """All there is to say of one indicator."""

    indicator: Indicator
    numerator: Part
    denominator: Part
    options: tuple[Option, ...]
    milestones: tuple[Milestone, ...]
    benchmarks: tuple[Benchmark, ...]
    query: str


def definition(board: Board, indicator: Indicator, period: str) -> Definition:
    """The definition in force; its `query` divides the indicator again for a month."""
    return Definition(
        indicator=indicator,
        numerator=_part(board, indicator.numerator),
        denominator=_part(board, indicator.denominator),
        options=board.ask("indicator_options", Option, indicator=indicator.code),
        milestones=board.ask("milestones", Milestone, indicator=indicator.code),
        benchmarks=board.ask("newest_benchmarks", Benchmark, indicator=indicator.code),
        query=_query(indicator, period),
    )


def _part(board: Board, code: str) -> Part:
    measures = {each.code: each for each in board.ask("counted", Counted)}
    unnamed = Counted(code, code, code, "", "", "", "")
    return Part(measures.get(code, unnamed), board.ask("measure_columns", Source, measure=code))


def _query(indicator: Indicator, period: str) -> str:
    """SQL to paste into the DuckDB shell: board/sql/standing_again.sql with its parameters."""
    text = (resources.files("board") / "sql" / "standing_again.sql").read_text("utf-8")
    for name, value in (
        ("$period", period),
        ("$numerator", indicator.numerator),
        ("$denominator", indicator.denominator),
    ):
        text = text.replace(name, "'" + value.replace("'", "''") + "'")
    return text.strip() + ";"
