"""Cells as told: folded to how a value is written, and nothing where they say nothing."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.contract import Slot
from etl.recognised import Recognised
from etl.sheet import Cells, Mask, Places, as_mask
from etl.spelling import UNWRITABLE

WITHOUT_WIDTH = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
BLANKS = f" \t\r\n\u3000\xa0\u2002\u2003\u2009{WITHOUT_WIDTH}"
NOTHING = ["", "-", "--", "—", "——", "–", "－", "/", "\\", "无", "空"]
FORMULA_ERRORS = pa.array(["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"])
_FULL_WIDTH = str.maketrans(
    "０１２３４５６７８９．，－＋％（）：／ＥＸｅｘ\u3000\xa0",
    "0123456789.,-+%():/EXex  ",
    WITHOUT_WIDTH,
)
_FULL_WIDTH_CLASS = "[" + "".join(map(chr, _FULL_WIDTH)) + "]"
_KEPT_AS_TEXT = r'^="([^"]*)"$'  # how exports keep a spreadsheet from taking it for a number
# A date's time of day and blanks; day zero (1900-01-00, serial 0) is how Excel shows an empty
# date: missing, not wrong.
_TIME_OF_DAY = r"[ T]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$|\s"
_DAY_ZERO = r"^(0|1900[-/.年]0?1[-/.月]0?0日?|1899-12-3[01])$"


@dataclass(frozen=True)
class Told:
    """The cells of one slot: as seen, and each text as told, None where it says nothing."""

    slot: Slot
    seen: Cells
    texts: Any  # pa.StringArray, in the order of seen.texts

    @cached_property
    def words(self) -> list[str | None]:
        """The texts as a list."""
        words: list[str | None] = self.texts.to_pylist()
        return words

    def said(self) -> set[str]:
        """What the cells say."""
        told = self._cells.own().to_pylist()
        return {word for word in told if word is not None}

    def is_repeated(self) -> bool:
        """Whether two cells say the same."""
        different = pc.unique(self._cells.own()).drop_null()
        return len(different) < int(np.count_nonzero(~self.blank))

    @property
    def _cells(self) -> Cells:
        return Cells(self.texts, self.seen.codes, self.seen.apart)

    @cached_property
    def says(self) -> Mask:
        """Whether each text says something."""
        return as_mask(pc.is_valid(self.texts))

    @cached_property
    def errors(self) -> Mask:
        """Whether each text is the error of a formula."""
        return as_mask(pc.is_in(self.texts, value_set=FORMULA_ERRORS))

    @cached_property
    def formulas(self) -> Mask:
        """Whether each text is a formula that was never calculated."""
        return as_mask(pc.starts_with(self.texts, "="))

    @cached_property
    def lost_digits(self) -> Mask:
        """Whether each text is an identifier that a spreadsheet took for a number: 6.1E+17."""
        if pc.all(pc.utf8_is_decimal(self.texts)).as_py():  # quick, and mostly so
            return np.zeros(len(self.texts), np.bool_)
        return as_mask(pc.match_substring_regex(self.texts, r"^\d(\.\d+)?[eE]\+?\d+$"))

    @cached_property
    def blank(self) -> Mask:
        """Whether each cell says nothing."""
        return self.seen.which(~self.says)


def tell(
    recognised: Recognised, places: Places, slots: Iterable[Slot] | None = None
) -> dict[Slot, Told]:
    """The cells of the slots (of all there are) in the rows at these places."""
    told = {}
    for slot in recognised.columns if slots is None else slots:
        at = recognised.columns[slot]
        column = recognised.contract.columns[slot.column]
        seen = _writable(recognised.sheet.columns[at].at(places))
        if column.type not in ("text", "identifier"):
            seen = seen.once()
        texts = as_told(seen.texts, column.type)
        if column.printed:  # a rate of nothing is an error in every spreadsheet, and not kept
            texts = unless(pc.is_in(texts, value_set=FORMULA_ERRORS), texts)
        told[slot] = Told(slot, seen, texts)
    return told


def split_items(word: str | None) -> Iterator[str]:
    """The items of a cell that may hold several, split on 、,; ."""
    for item in re.split("[、,，;；]", word or ""):
        if item.strip(BLANKS) not in NOTHING:
            yield item.strip(BLANKS)


def as_told(texts: Any, kind: str) -> Any:
    """Texts folded for a column's type; NULL where blank or a mark for nothing."""
    if kind == "identifier" and pc.all(pc.utf8_is_decimal(texts)).as_py():
        return texts  # as most are: there is nothing to fold
    texts = pc.replace_substring_regex(texts, _KEPT_AS_TEXT, r"\1")
    if kind == "text":
        trimmed = pc.utf8_trim(texts, characters=BLANKS)
        return unless(pc.equal(trimmed, ""), trimmed)
    folded = pc.utf8_ltrim(pc.utf8_trim(_half_width(texts), characters=BLANKS), characters="'")
    if kind == "yes_no":  # 无 is an answer here
        return unless(pc.equal(folded, ""), folded)
    if kind in ("date", "month"):
        folded = pc.replace_substring_regex(folded, _TIME_OF_DAY, "")
        folded = unless(pc.match_substring_regex(folded, _DAY_ZERO), folded)
    return unless(pc.is_in(folded, value_set=pa.array(NOTHING)), folded)


def unless(condition: Any, texts: Any) -> Any:
    """Texts, NULL where the condition holds."""
    if not pc.any(condition).as_py():
        return texts
    return pc.if_else(condition, pa.scalar(None, pa.string()), texts)


def _writable(cells: Cells) -> Cells:
    """The cells without marks that are no part of a text; few have any, and looking is cheap."""
    if not pc.any(pc.match_substring_regex(cells.texts, UNWRITABLE)).as_py():
        return cells
    return replace(cells, texts=pc.replace_substring_regex(cells.texts, UNWRITABLE, ""))


def _half_width(texts: Any) -> Any:
    """Full-width digits and marks to half-width; few columns have any, and looking is cheap."""
    if pc.all(pc.string_is_ascii(texts)).as_py():
        return texts
    if not pc.any(pc.match_substring_regex(texts, _FULL_WIDTH_CLASS)).as_py():
        return texts
    return pa.array([text.translate(_FULL_WIDTH) for text in texts.to_pylist()], pa.string())
