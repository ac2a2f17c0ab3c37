"""A table as it was read: every cell the text a person sees, held column by column.

A million rows fit because a column that repeats itself is held by its different texts: there are
some dozens of months, a handful of counties. Whatever is asked of a cell is asked once of each
text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Places = npt.NDArray[np.int64]  # of cells in a column, from 0
Codes = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]


def as_mask(chosen: Any) -> Mask:
    """An Arrow array of booleans for numpy; what is unknown is not chosen."""
    mask: Mask = pc.fill_null(chosen, False).to_numpy(zero_copy_only=False)
    return mask


class Numbering(dict[Any, int]):
    """Numbers values from 0 in the order in which they first come up."""

    def __missing__(self, value: Any) -> int:
        self[value] = number = len(self)
        return number


@dataclass(frozen=True)
class Cells:
    """Cells of one column: cell i holds texts[codes[i]]. A text may be there twice, or be no
    cell's."""

    texts: Any  # pa.StringArray
    codes: Codes
    apart: bool = False  # every cell has a text of its own: codes count from 0

    @classmethod
    def each(cls, texts: Any) -> "Cells":
        """Cells of a column that hardly repeats itself."""
        return cls(texts, np.arange(len(texts), dtype=np.int32), apart=True)

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Cells":
        """Cells from their texts one by one."""
        numbers = Numbering()
        codes = np.fromiter(map(numbers.__getitem__, texts), np.int32)
        return cls(pa.array(list(numbers), pa.string()), codes)

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def words(self) -> list[str]:
        """The texts as a list."""
        words: list[str] = self.texts.to_pylist()
        return words

    def text(self, place: int | np.integer[Any]) -> str:
        """The text of one cell."""
        word: str = self.texts[int(self.codes[place])].as_py()
        return word

    def at(self, places: Places) -> "Cells":
        """The cells at these places."""
        if len(places) and places[-1] - places[0] == len(places) - 1:  # nothing left out between
            first, count = int(places[0]), len(places)
            if self.apart:
                return Cells(self.texts.slice(first, count), self.codes[:count], apart=True)
            return Cells(self.texts, self.codes[first : first + count])
        return Cells(self.texts, self.codes[places])

    def own(self) -> Any:
        """The texts that are some cell's."""
        if self.apart:
            return self.texts
        used = np.bincount(self.codes, minlength=len(self.texts)) > 0
        return self.texts if used.all() else self.texts.filter(pa.array(used))

    def once(self) -> "Cells":
        """The same cells with every text there once."""
        coded = self.texts.dictionary_encode()
        if len(coded.dictionary) == len(self.texts):
            return self
        return Cells(coded.dictionary, coded.indices.to_numpy()[self.codes])

    def having(self, texts: dict[int, str]) -> "Cells":
        """The cells with other texts at some places."""
        if not texts:
            return self
        codes = self.codes.copy()
        codes[list(texts)] = np.arange(len(self.texts), len(self.texts) + len(texts))
        return Cells(pa.concat_arrays([self.texts, pa.array(list(texts.values()))]), codes)

    def which(self, chosen: Mask | Iterable[bool]) -> Mask:
        """Whether each cell's text is chosen, said in the order of `texts`."""
        if isinstance(chosen, np.ndarray):
            of_texts = chosen
        else:
            of_texts = np.fromiter(chosen, np.bool_, len(self.texts))
        if not of_texts.any():
            return np.zeros(len(self), np.bool_)
        found: Mask = of_texts.take(self.codes)
        return found

    def as_arrow(self) -> Any:
        """The cells as an Arrow array by dictionary."""
        return pa.DictionaryArray.from_arrays(pa.array(self.codes), self.texts)


@dataclass(frozen=True)
class Merged:
    """A merged range: rows from 1, columns from 0, first and last both in it."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One table: columns[at] holds the cells of a file column from row 1 on; blank cells are ''."""

    columns: tuple[Cells, ...]
    height: int
    name: str | None = None
    encoding: str | None = None  # of a text file
    hidden: bool = False
    merged: tuple[Merged, ...] = ()

    @classmethod
    def of(cls, rows: Sequence[Sequence[str]], encoding: str | None = None) -> "Sheet":
        """A sheet from rows of any length."""
        columns = zip_longest(*rows, fillvalue="")
        return cls(tuple(map(Cells.of, columns)), len(rows), encoding=encoding)

    def with_texts(self, texts: dict[tuple[int, int], str]) -> "Sheet":
        """The sheet with other texts in some cells, by row from 1 and column from 0."""
        by_column: dict[int, dict[int, str]] = {}
        for (row, at), text in texts.items():
            if row <= self.height:
                by_column.setdefault(at, {})[row - 1] = text
        columns = [column.having(by_column.get(at, {})) for at, column in enumerate(self.columns)]
        return replace(self, columns=tuple(columns))

    def row(self, number: int | np.integer[Any]) -> list[str]:
        """The cells of one row, numbered from 1."""
        return [column.text(number - 1) for column in self.columns]

    def head(self, count: int) -> list[list[str]]:
        """The first rows, as many as there are up to a count."""
        return [self.row(number) for number in range(1, min(count, self.height) + 1)]
