"""Words whose figures lead somewhere, for sentences that are made of comparisons."""

from urllib.parse import urlencode

from board.overview import Field
from briefing.notice.said import figure
from wording import Words
from wording.numbers import Number


class Leading(Words):
    """Like `t`, but every figure said leads to the address `to`, unless it is given one of its own.

    A month, a day or the 3 in 居前3位 is no figure.
    """

    def __init__(self, t: Words, to: str) -> None:
        super().__init__(t.language)
        self._to = to

    def whole(self, n: int) -> str:
        return figure(super().whole(n), self._to)

    def percent(self, fraction: Number | None) -> str:
        return figure(super().percent(fraction), self._to)

    def distance(self, gap: Number) -> str:
        return figure(super().distance(gap), self._to)

    def goal(self, fraction: Number) -> str:
        return figure(super().goal(fraction), self._to)

    def money(self, yuan: Number | None) -> str:
        return figure(super().money(yuan), self._to)

    def count(self, n: Number | None, quantity: str) -> str:
        return figure(super().count(n, quantity), self._to)

    def parts(self, numerator: Number | None, denominator: Number | None, quantity: str) -> str:
        return figure(super().parts(numerator, denominator, quantity), self._to)

    def mean(self, value: Number | None, quantity: str) -> str:
        return figure(super().mean(value, quantity), self._to)

    def rank(self, rank: int, tied: bool = False) -> str:
        return figure(super().rank(rank, tied), self._to)


def on_page(page: str, period: str, t: Words, **narrowed: str) -> Leading:
    """Words that lead to a page of the board in that month, narrowed as its address can be."""
    return Leading(t, f"{page}?{urlencode({'month': period} | narrowed)}")


def compared(answer: Field, t: Words, view: str = "standings") -> Leading:
    """Words that lead to the ranking where the indicator's benchmarks, gaps and places stand."""
    code, level = answer.indicator.code, answer.level
    return on_page("ranking", answer.period, t, indicator=code, level=level, view=view)


def on_the_way(answer: Field, t: Words) -> Leading:
    """Words that lead to the table of what is missing until the next milestone."""
    return compared(answer, t, "schedule")
