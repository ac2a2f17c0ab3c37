"""Bars best first, with the province's mean above them and the milestone below."""

from collections.abc import Sequence

from board.overview import Field, Standing
from charts.markup import Markup, join, link, tag
from charts.theme import SIGNS
from wording import Words

MOST = 16  # more rows than this no longer read from the back of a room
_HEAD, _TAIL = 8, 7


def bars(answer: Field, front: int, last: int, t: Words) -> Markup:
    """One row a ranked unit: rank, name, sign and value, bar; benchmark lines cross no number."""
    scale = _scale(answer)
    rows = [_row(each, answer, scale, t) for each in answer.ranked]
    if len(rows) > MOST:
        hidden = len(rows) - _HEAD - _TAIL
        more = tag("div", t.n("其余{n}个单位见县区排名", hidden), class_="more")
        rows = [*rows[:_HEAD], more, *rows[-_TAIL:]]
    elif len(rows) >= front + last:
        rows.insert(len(rows) - last, tag("hr"))
        rows.insert(front, tag("hr"))
    return tag(
        "div",
        _label(
            "province", answer.province, scale, t("全省 {value}", value=t.percent(answer.province))
        ),
        tag("div", join(*rows), _lines(answer, scale), class_="rows"),
        _label("milestone", answer.milestone, scale, _milestone(answer, t)),
        class_="bars",
        style=f"--name:{_width(answer, t)}em",
    )


def _width(answer: Field, t: Words) -> float:
    """The longest name in em: a Chinese character is one wide, a Latin letter about half."""
    names = (answer.units[each.unit_code].label(t) for each in answer.ranked)
    return max((sum(1 if letter > "⺀" else 0.56 for letter in name) for name in names), default=1)


def _row(each: Standing, answer: Field, scale: float, t: Words) -> Markup:
    unit = answer.units[each.unit_code]
    spoken = f"{unit.label(t)} {t.percent(each.value)} {t.light(each.light)}"
    return link(
        tag("span", str(each.rank), class_="rank"),
        tag("span", unit.label(t), class_="name"),
        tag("span", SIGNS[each.light], class_=f"sign {each.light}"),
        tag("span", t.percent(each.value), class_="value"),
        tag(
            "span",
            tag("i", class_=each.light, style=f"width:{_percent(each.value, scale)}"),
            class_="track",
        ),
        to=f"unit?unit={unit.code}&month={answer.period}",
        class_="row",
        aria_label=spoken,
    )


def _lines(answer: Field, scale: float) -> Markup:
    """The two benchmark lines over the tracks."""
    drawn = [
        tag("b", class_=name, style=f"left:{_percent(value, scale)}")
        for name, value in (("province", answer.province), ("milestone", answer.milestone))
        if value is not None
    ]
    return tag("div", join(*drawn), class_="lines", aria_hidden="true")


def _label(name: str, value: float | None, scale: float, text: str) -> Markup | None:
    """A line's label in the track's width, on the side of the line that has room."""
    if value is None:
        return None
    side = "right" if value / scale > 0.35 else "left"
    at = value if side == "left" else scale - value
    text_at = f"{side}:{_percent(at, scale)}"
    return tag("div", tag("span", text, style=text_at, class_=side), class_=f"label {name}")


def _milestone(answer: Field, t: Words) -> str:
    if answer.milestone is None or answer.city is None or answer.city.milestone_due is None:
        return ""
    month = t.month_name(answer.city.milestone_due.month)
    return t("{month}节点 {goal}", month=month, goal=t.goal(answer.milestone))


def _scale(answer: Field) -> float:
    """What the full track stands for: the longest bar or the farthest line, and a little air."""
    values: Sequence[float | None] = [each.value for each in answer.ranked]
    known = [value for value in (*values, answer.province, answer.milestone) if value]
    return max(known, default=1.0) * 1.02


def _percent(value: float | None, scale: float) -> str:
    return f"{(value or 0) / scale * 100:.2f}%"
