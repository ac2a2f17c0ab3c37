"""One object that says everything in one language: `t = Words("en")`, then `t("…", unit=…)`."""

from collections.abc import Iterable
from datetime import date as Day
from functools import cache
from typing import Literal

from babel.dates import format_date

from wording import numbers
from wording.catalogue import catalogue
from wording.numbers import MISSING, Number

Language = Literal["zh", "en"]
LANGUAGES: dict[Language, str] = {"zh": "中文", "en": "English"}

# (divisor of 元, message): the first of a language while its printed amount is below 10 000.
_MONEY = {
    "zh": ((10_000, "{amount}万元"), (100_000_000, "{amount}亿元")),
    "en": ((1_000_000, "¥{amount} million"), (1_000_000_000, "¥{amount} billion")),
}
_LARGE = 10_000


class Words:
    """The words, numbers, money and dates of one language, "zh" or "en"."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._catalogue = catalogue(language)

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in this language, its {names} filled in. `message` is the Chinese text."""
        return self._catalogue.gettext(message).format(**values)

    def n(self, message: str, n: int, /, **values: object) -> str:
        """Like a call, for a message whose English depends on {n}: 1 project, 2 projects."""
        text = self._catalogue.ngettext(message, message, n)
        return text.format(n=self.whole(n), **values)

    def whole(self, n: int) -> str:
        """1248 → 1,248."""
        return f"{n:,}"

    def of(self, zh: str, en: str) -> str:
        """The one of two names, as the published file holds them, that this language reads."""
        return zh if self.language == "zh" else en

    def about(self, subject: str, message: str) -> str:
        """What is said after what it is about: 资金支出率：…."""
        return self("{subject}：{message}", subject=subject, message=message)

    def inside(self, name: str) -> str:
        """A name, or what begins with one, inside a sentence: Spend rate → spend rate."""
        written_small = self.language == "en" and name[:1].isupper() and name[1:2].islower()
        return name[0].lower() + name[1:] if written_small else name

    def join(self, items: Iterable[str]) -> str:
        """A list in a sentence: 云溪、东岭 or Yunxi, Dongling."""
        return self.of("、", ", ").join(items)

    def percent(self, fraction: Number | None) -> str:
        """0.4202 → 42.02%, never clipped; — when there is none."""
        return MISSING if fraction is None else numbers.percent(fraction)

    def signed(self, gap: Number | None) -> str:
        """A gap in percentage points as +2.55 or −2.55, for a column that names the unit."""
        return MISSING if gap is None else numbers.signed(gap)

    def points(self, gap: Number | None) -> str:
        """A gap in percentage points with its unit: +2.55个百分点, −1.21 pp, or 持平."""
        if gap is None:
            return MISSING
        if numbers.is_level(gap):
            return self("持平")
        return self("{gap}个百分点", gap=numbers.signed(gap))

    def distance(self, gap: Number) -> str:
        """The size of a gap with its unit, for a sentence that says the direction in words."""
        return self("{gap}个百分点", gap=numbers.fixed(abs(numbers.exact(gap)), 2))

    def is_level(self, gap: Number) -> bool:
        """Whether a gap in percentage points is so small that it counts as none (持平)."""
        return numbers.is_level(gap)

    def goal(self, fraction: Number) -> str:
        """A milestone as it is set: 0.3 → 30%, 0.925 → 92.5%."""
        return f"{(numbers.exact(fraction) * 100).normalize():f}%"

    def money(self, yuan: Number | None) -> str:
        """元 as 4,812.30万元, from 10 000 万元 on as 6.28亿元; ¥48.12 million in English."""
        if yuan is None:
            return MISSING
        divisor, message = self._money_unit(yuan)
        return message.format(amount=numbers.fixed(numbers.exact(yuan) / divisor, 2))

    def count(self, n: Number | None, quantity: str) -> str:
        """1248 of projects, households or persons as 1,248个 or 1,248 projects."""
        if n is None:
            return MISSING
        whole = int(numbers.rounded(n, 0))
        if quantity == "projects":
            return self.n("{n}个", whole)
        if quantity == "households":
            return self.n("{n}户", whole)
        if quantity == "persons":
            return self.n("{n}人", whole)
        raise ValueError(f"no such quantity: {quantity}")

    def amount(self, value: Number | None, quantity: str) -> str:
        """Money or a count, whichever the quantity is."""
        return self.money(value) if quantity == "money" else self.count(value, quantity)

    def parts(self, numerator: Number | None, denominator: Number | None, quantity: str) -> str:
        """Both parts of a rate in one unit: 6.28 / 16.21亿元, 1,248 / 1,352个."""
        if numerator is None or denominator is None:
            return MISSING
        whole = self.amount(denominator, quantity)
        if quantity == "money":
            divisor, message = self._money_unit(denominator)
            above = numbers.fixed(numbers.exact(numerator) / divisor, 2)
            below = numbers.fixed(numbers.exact(denominator) / divisor, 2)
            return message.format(amount=f"{above} / {below}")
        return f"{numbers.fixed(numerator, 0)} / {whole}"

    def column(self, value: Number | None, quantity: str) -> str:
        """An amount for a table column whose header names the unit (see `column_unit`)."""
        if value is None:
            return MISSING
        if quantity != "money":
            return numbers.fixed(value, 0)
        return numbers.fixed(numbers.exact(value) / _MONEY[self.language][0][0], 2)

    def mean(self, value: Number | None, quantity: str) -> str:
        """A mean for such a column: of counts with one decimal, 2.3 projects a month."""
        if value is None or quantity == "money":
            return self.column(value, quantity)
        return numbers.fixed(value, 1)

    def column_unit(self, quantity: str) -> str:
        """The unit of such a column: 万元, 个, 户, 人."""
        units = {
            "money": self("万元"),
            "projects": self("个"),
            "households": self("户"),
            "persons": self("人"),
        }
        return units[quantity]

    def month(self, period: str) -> str:
        """'2023-04' → 2023年4月, Apr 2023."""
        year, month = int(period[:4]), int(period[5:])
        return self.of(f"{year}年{month}月", _english(Day(year, month, 1), "MMM y"))

    def month_name(self, month: int) -> str:
        """4 → 4月, Apr."""
        return self.of(f"{month}月", _english(Day(2000, month, 1), "MMM"))

    def date(self, day: Day) -> str:
        """2023年4月30日, 30 Apr 2023."""
        return self.of(f"{day.year}年{day.month}月{day.day}日", _english(day, "d MMM y"))

    def day(self, day: Day) -> str:
        """A day of a year that is clear: 4月30日, 30 Apr."""
        return self.of(f"{day.month}月{day.day}日", _english(day, "d MMM"))

    def rank(self, rank: int, tied: bool = False) -> str:
        """第2位, 并列第2位; 2nd, joint 2nd."""
        place = str(rank) if self.language == "zh" else _ordinal(rank)
        if tied:
            return self("并列第{place}位", place=place)
        return self("第{place}位", place=place)

    def light(self, light: str) -> str:
        """What a light says in a word, since colour never speaks alone."""
        words = {
            "green": self("达标"),
            "yellow": self("关注"),
            "red": self("滞后"),
            "grey": self("无数据"),
        }
        return words[light]

    def reason(self, reason: str) -> str:
        """Why a unit has no value."""
        return self("未报送") if reason == "not_reported" else self("无任务")

    def _money_unit(self, yuan: Number) -> tuple[int, str]:
        small, large = _MONEY[self.language]
        if abs(numbers.rounded(numbers.exact(yuan) / small[0], 2)) < _LARGE:
            return small
        return large


@cache
def _english(day: Day, pattern: str) -> str:
    return format_date(day, pattern, locale="en")


def _ordinal(n: int) -> str:
    teen = 10 <= n % 100 <= 20
    return f"{n}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"
