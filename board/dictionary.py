"""The data dictionary of the published file, as the file itself tells it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from board.store import Board
from wording import Words

BETWEEN = " · "  # 中文 · English, in every comment


@dataclass(frozen=True, slots=True)
class Entry:
    """One column, and the table or view it is of; comments are in both languages."""

    relation: str
    kind: str
    row_count: int | None
    relation_comment: str | None
    code: str
    type: str
    comment: str | None


@dataclass(frozen=True, slots=True)
class Relation:
    """A table or view; `row_count` is None for a view."""

    name: str
    kind: str
    row_count: int | None
    comment: str | None
    columns: tuple[Entry, ...]

    def says(self, t: Words) -> str:
        """What one row of it is."""
        return in_words(self.comment, t)

    def found(self, text: str) -> "Relation | None":
        """With the columns that speak of a text alone, all of them where its own name or comment
        does; None when nothing does."""
        if _speaks(text, self.name, self.comment):
            return self
        columns = tuple(each for each in self.columns if _speaks(text, each.code, each.comment))
        return replace(self, columns=columns) if columns else None


def dictionary(board: Board) -> tuple[Relation, ...]:
    """Every table, then every view, by name."""
    by_name: dict[str, list[Entry]] = {}
    for entry in board.ask("dictionary", Entry):
        by_name.setdefault(entry.relation, []).append(entry)
    return tuple(
        Relation(name, each[0].kind, each[0].row_count, each[0].relation_comment, tuple(each))
        for name, each in by_name.items()
    )


def search(relations: Sequence[Relation], text: str) -> tuple[Relation, ...]:
    """The relations that speak of a text in their names or comments, either language."""
    return tuple(found for each in relations if (found := each.found(text.strip())))


def in_words(comment: str | None, t: Words) -> str:
    """The half of a comment that this language reads; all of one that has no halves."""
    zh, between, en = (comment or "").partition(BETWEEN)
    return t.of(zh, en if between else zh)


def short_type(entry: Entry) -> str:
    """A type without the fields inside it."""
    return entry.type.partition("(")[0] if entry.type.startswith("STRUCT") else entry.type


def _speaks(text: str, *where: str | None) -> bool:
    return any(text.casefold() in (each or "").casefold() for each in where)
