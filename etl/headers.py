"""Where the header of a table may be, one to four rows, and what its columns are called."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from etl.contract import Contract, Slot
from etl.sheet import Merged, Sheet
from etl.spelling import UNIT_WORDS, header_key, squeezed
from etl.titles import money_unit_in, period_in

WITHIN = 20  # rows that a header may begin in; national exports have it on the third
LEVELS = 4
_FIGURE = re.compile(r"[-+]?[\d,.]+%?")
# What a group of columns may be called whose columns are then called 个数, 金额, …
_SAYS_NOTHING = {"个数", "数", "数量", "户数", "人数", "金额", "日期", "时间", "资金", "项目数"}
# Words of a group that make another thing of a column than its own name says.
_ANOTHER = re.compile("其中.|结转|上年|去年|往年|同期|上月")
_PLANNED = re.compile("计划|拟|预计")
_NOUN = re.compile("(时间|日期|情况|信息|进度)$")


@dataclass(frozen=True)
class Header:
    """The rows of a header, and for each file column its levels from top to bottom, as typed."""

    top: int
    bottom: int
    columns: tuple[tuple[str, ...], ...]

    def shown(self, at: int) -> str:
        """What a column is called: its levels, joined; a line break in a cell is no more than a
        blank."""
        return " / ".join(re.sub(r"\s*\n\s*", "", level.strip()) for level in self.columns[at])


def headers(sheet: Sheet) -> Iterator[Header]:
    """Every block of rows that may be the header, the smallest first."""
    rows = sheet.head(WITHIN + LEVELS - 1)
    may_be = [_may_be_header(row) for row in rows]
    for levels in range(1, LEVELS + 1):
        for top in range(1, min(WITHIN, len(rows)) + 1):
            bottom = top + levels - 1
            if all(may_be[top - 1 : bottom]) and bottom <= len(rows):
                yield _header(sheet, rows, top, bottom)


def whole(sheet: Sheet, header: Header) -> Header:
    """The header with what belongs to it and names no column: groups above, units below."""
    rows = sheet.head(header.bottom + LEVELS)
    top, bottom = header.top, header.bottom
    merged_down = [each.bottom for each in sheet.merged if top <= each.top <= bottom < each.bottom]
    bottom = min(max([bottom, *merged_down]), top + LEVELS - 1, len(rows))
    while bottom - top < LEVELS - 1 and bottom < len(rows) and _holds_units(rows[bottom]):
        bottom += 1
    while bottom - top < LEVELS - 1 and top > 1 and _holds_groups(sheet, rows, top - 1):
        top -= 1
    return _header(sheet, rows, top, bottom)


def _may_be_header(row: list[str]) -> bool:
    filled = [cell.strip() for cell in row if cell.strip()]
    figures = sum(bool(_FIGURE.fullmatch(cell)) for cell in filled)
    return bool(filled) and (figures < 2 or 3 * figures < len(filled))


def _holds_units(row: list[str]) -> bool:
    filled = [squeezed(cell) for cell in row if cell.strip()]
    return bool(filled) and all(_is_unit(cell) for cell in filled)


def _is_unit(text: str) -> bool:
    return text.strip("()") in UNIT_WORDS


def _holds_groups(sheet: Sheet, rows: list[list[str]], number: int) -> bool:
    """Whether a row names groups of columns: merged sideways, and no line of title."""
    row = rows[number - 1]
    sideways = [each for each in sheet.merged if each.top == number and each.left < each.right]
    width = sum(bool(cell.strip()) for cell in rows[number])
    titles = any(
        mark in cell or period_in(cell) or money_unit_in([cell])
        for cell in row
        for mark in (":", "：")
    )
    several = sum(bool(cell.strip()) for cell in row) > 1
    narrow = all(each.right - each.left + 1 < width for each in sideways)
    return bool(sideways) and several and narrow and not titles


def _header(sheet: Sheet, rows: list[list[str]], top: int, bottom: int) -> Header:
    block = [list(row) for row in rows[top - 1 : bottom]]
    if len(block) > 1:
        inside = [each for each in sheet.merged if top <= each.top <= bottom]
        for each in inside:
            _spread(block, each, top)
        if not inside:
            _run_on(block)
    # A cell that is merged downwards is one level, not two.
    columns = ([level for level in levels if level.strip()] for levels in zip(*block, strict=True))
    once = (tuple(_without_repeats(levels)) for levels in columns)
    return Header(top, bottom, tuple(once))


def _spread(block: list[list[str]], merged: Merged, top: int) -> None:
    if merged.left >= len(block[0]):  # beside the table, with nothing in it
        return
    text = block[merged.top - top][merged.left]
    for row in block[merged.top - top : merged.bottom - top + 1]:
        for at in range(merged.left, min(merged.right + 1, len(row))):
            row[at] = text


def _run_on(block: list[list[str]]) -> None:
    """Where nothing is merged, as in a text file, a group's name stands over its first column and
    runs on over blanks as long as there is something below them."""
    for level, row in enumerate(block[:-1]):
        for at in range(1, len(row)):
            below = any(lower[at].strip() for lower in block[level + 1 :])
            same_group = all(upper[at] == upper[at - 1] for upper in block[:level])
            if not row[at].strip() and below and same_group:
                row[at] = row[at - 1]


def _without_repeats(levels: list[str]) -> Iterator[str]:
    if levels:
        yield levels[0]
    yield from (lower for upper, lower in pairwise(levels) if lower != upper)


def slot_of(levels: tuple[str, ...], contract: Contract) -> Slot | None:
    """Where a column of these levels lands; None when the contract knows no such column.

    The longest name that is known counts: 计划 / 开工时间 is 计划开工时间, not 开工时间."""
    keys = [key for level in levels if not _is_unit(key := header_key(level))]
    for start in range(len(keys)):
        above = [_NOUN.sub("", key) for key in keys[:start]]
        for name in ("".join(keys[start:]), "".join([*above[-1:], *keys[start:]])):
            slot = contract.slots.get(name)
            if slot and not _another(keys[:start], slot, contract):
                return slot
    if len(keys) > 1 and keys[-1] in _SAYS_NOTHING:
        return slot_of(tuple(keys[:-1]), contract)
    return None


def _another(groups: list[str], slot: Slot, contract: Contract) -> bool:
    """Whether a column's groups say that it is not what its own name says: 其中 / 下达资金."""
    column = contract.columns[slot.column]
    if column.type in ("unit", "code", "text", "identifier") or not groups:
        return False
    planned = any(map(_PLANNED.search, groups)) and not _PLANNED.search(column.label.zh)
    return planned or any(map(_ANOTHER.search, groups))
