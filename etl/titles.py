"""What the lines above a table and the names of files say: a month, a unit of money."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePath

from etl.spelling import MONEY_UNITS, squeezed

# 单位:个、万元, 金额单位:人民币(元), but not 填报单位:元阳县.
_MONEY_UNIT = re.compile(
    r"(?<!填报)(?<!报送)(?<!编制)(?<!制表)(?:单位|金额)[:(为]?[:()个户人项处亩%、,/;和与及]*(?:人民币)?\(?"
    r"([百千万亿]*元)(?!\w{0,4}[县区市旗乡镇村局办委])"
)
_LABEL = re.compile(r"(?:金额|货币)?单位:?")  # in a cell of its own, the unit in the next
_WRITTEN_ON = re.compile(r"(填报|填表|制表|报送|打印|编制|导出)(日期|时间)?")
_POSITION = re.compile("截至|截止|报告期|数据日期")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−~"), "-")
_TO = "(?:-+|至|到)"
_MONTH = "(1[0-2]|0?[1-9])"
# Spans are cumulative: what they end with counts.
_SPANS = (
    # 2023年1-4月, 2023年1月1日至4月30日, 2022年12月—2023年4月
    re.compile(rf"(20\d\d)年度?\d{{1,2}}月?(?:\d{{1,2}}日)?{_TO}(?:(20\d\d)年)?{_MONTH}月"),
    re.compile(rf"(20\d\d)年度?(?:\d{{1,2}}月?、)+(){_MONTH}月"),  # 2023年1、2、3、4月
    # 2023.1-2023.4, 2023-01-01至2023-04-30
    re.compile(rf"(20\d\d)[./-]\d{{1,2}}(?:[./-]\d{{1,2}})?{_TO}(20\d\d)[./-]{_MONTH}(?!\d)"),
    re.compile(rf"(?<!\d)(20\d\d)\d\d(?:\d\d)?{_TO}(20\d\d)(0[1-9]|1[0-2])(?:\d\d)?(?!\d)"),
)
_MONTHS = (
    re.compile(rf"(20\d\d)()[年./-]{_MONTH}(?!\d)月?"),
    re.compile(r"(?<!\d)(20\d\d)()(0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d)"),
)


def money_unit_in(titles: list[str]) -> int | None:
    """元 per unit of money that a title line names (单位:万元); None when none does."""
    found = next(_money_units(titles), None)
    return None if found is None else MONEY_UNITS[found[1]]


def _money_units(titles: list[str]) -> Iterator[re.Match[str]]:
    told = [title for title in titles if squeezed(title)]
    parts = [part for title in told for part in (*title.split(), title)]
    parts += [f"{label}{unit}" for label, unit in pairwise(told)
              if _LABEL.fullmatch(squeezed(label))]  # fmt: skip
    for part in parts:
        found = _MONEY_UNIT.search(squeezed(part))
        if found and found[1] in MONEY_UNITS:
            yield found


def period_in_titles(titles: list[str]) -> tuple[str, str] | None:
    """(YYYY-MM, the words that say so, without what else the title says); a title with 截至 or
    报告期 goes before any other, and the day on which a table was filled in says nothing."""
    told = [squeezed(title) for title in titles]
    positions = [(title[found.start() :], True) for title in told
                 if (found := _POSITION.search(title))]  # fmt: skip
    for title, is_position in (*positions, *((title, False) for title in told)):
        written = _WRITTEN_ON.search(title)
        if found := _month_in(title[: written.start()] if written else title):
            words = title[: found.end()] if is_position else found[0]
            return _period(found), words
    return None


def said_in(line: str) -> str:
    """What a line says of the month and the unit of money, and nothing else of it."""
    month, unit = period_in_titles([line]), next(_money_units([line]), None)
    return " ".join([*([month[1]] if month else []), *([unit[0]] if unit else [])])


def period_in(text: str) -> str | None:
    """The month that a piece of text names, as YYYY-MM."""
    found = _month_in(squeezed(text))
    return _period(found) if found else None


def _month_in(text: str) -> re.Match[str] | None:
    text = text.translate(_DASHES)
    return next(filter(None, (each.search(text) for each in (*_SPANS, *_MONTHS))), None)


def _period(found: re.Match[str]) -> str:
    return f"{found[2] or found[1]}-{int(found[3]):02d}"


def period_of_file(name: str) -> str | None:
    """The month that a file's name says (…_20230430…, …_202304…, …2023年4月…)."""
    return period_in(PurePath(name).stem)
