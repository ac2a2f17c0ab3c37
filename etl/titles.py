"""What the lines above a table and the names of files say: a month, a unit of money."""

import re

from etl.spelling import MONEY_UNITS, squeezed

# 单位:个、万元, but not 填报单位:元阳县.
_MONEY_UNIT_IN_TITLE = re.compile(
    r"(?<!填报)(?<!报送)(?<!编制)(?<!制表)单位[:(为]?(?:[个户人项处%][、,/;和])*"
    r"([百千万亿]+元|元(?![\u4e00-\u9fff]|\w))"
)
_WRITTEN_ON = re.compile(r"(填报|填表|制表|报送|打印|编制|导出)(日期|时间)?")
_SPAN = re.compile(
    r"(20\d{2})年(?:0?1|1?\d)月?(?:[-—–~至到]|--|——)(1[0-2]|0?[1-9])月"
)  # 2023年1-4月
_YEAR_MONTH = re.compile(r"(20\d{2})[年.\-/](1[0-2]|0?[1-9])(?!\d)")
_DIGITS = re.compile(r"(?<!\d)(20\d{2})(0[1-9]|1[0-2])([0-3]\d)?(?!\d)")


def money_unit_in(titles: list[str]) -> int | None:
    """元 per unit of money that a title line names (单位:万元); None when none does."""
    for title in titles:
        # 单 位：万 元 is read as a whole, 单位：元 截至… word by word.
        for part in (*title.split(), title):
            found = _MONEY_UNIT_IN_TITLE.search(squeezed(part))
            if found and found[1] in MONEY_UNITS:
                return MONEY_UNITS[found[1]]
    return None


def period_in_titles(titles: list[str]) -> tuple[str, str] | None:
    """(YYYY-MM, the title that says so); a title with 截至 or 报告期 goes before any other."""
    said = [title for title in titles if not _WRITTEN_ON.search(squeezed(title))]
    said.sort(key=lambda title: not re.search("截至|截止|报告期|数据日期", title))
    for title in said:
        after = re.search("(?:截至|截止|报告期|数据日期).*", squeezed(title))
        period = (after and period_in(after[0])) or period_in(title)
        if period:
            return period, title.strip()
    return None


def period_in(text: str) -> str | None:
    """The month that a piece of text names, as YYYY-MM."""
    folded = squeezed(text)
    found = _SPAN.search(folded) or _YEAR_MONTH.search(folded) or _DIGITS.search(folded)
    return f"{found[1]}-{int(found[2]):02d}" if found else None


def period_of_file(name: str) -> str | None:
    """The month that a file's name says (…_20230430…, …_202304…, …2023年4月…)."""
    return period_in(name.rpartition(".")[0] or name)
