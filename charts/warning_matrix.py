"""Rules against units: how many are suspected, the deeper the more; cells and heads lead on."""

from collections.abc import Callable, Sequence

from board.store import Unit
from board.warning_sentences import severity_word
from board.warnings import MANY, Line
from charts.markup import Markup, join, link, tag
from charts.table import soft
from wording import Words

# The sign of a severity says without colour how bad it is; a low one has no light's colour.
SEVERITIES = {"high": ("red", "■"), "medium": ("yellow", "▲"), "low": ("grey", "▽")}
_DEEPEST = 42  # percent of the colour under the largest number

# (unit, rule) → the address that shows those alone; '' for all.
Address = Callable[..., str]  # of a unit, a rule and maybe a status
# Columns of sums, and the group of warnings that each opens.
_GROUPS = (("now", ""), ("new", "new"), ("cleared", "cleared"))


def severity(code: str, t: Words, *, word: bool = True) -> Markup:
    """The severity as a sign in colour and a word; without the word, which is then its tooltip."""
    colour, sign = SEVERITIES[code]
    said = severity_word(code, t)
    if word:
        return join(tag("span", sign, class_=colour), f" {said}")
    return tag("span", sign, class_=colour, title=said)


def warning_matrix(
    lines: Sequence[Line],
    units: Sequence[Unit],
    totals: Sequence[int],
    chosen: tuple[str, str],
    to: Address,
    t: Words,
) -> Markup:
    """A row a rule, a column a unit, and what is new and gone; `chosen` is (unit, rule)."""
    largest = max((cell or 0 for line in lines for cell in line.cells), default=0)
    heads = [
        tag("th", t("疑似问题"), scope="col", class_="left"),
        *(tag("th", name, scope="col") for name in (t("合计"), t("其中新增"), t("已消失"))),
        *(_unit(unit, chosen[0], to, t) for unit in units),
    ]
    body = [_line(line, units, largest, chosen, to, t) for line in lines]
    sums = [
        _sum(sum(getattr(line, name) for line in lines), to("", "", status))
        for name, status in _GROUPS
    ]
    sums += [_sum(n, to(unit.code, "")) for unit, n in zip(units, totals, strict=True)]
    last = tag(
        "tr",
        tag("th", t("合计"), scope="row", class_="left"),
        *sums,
        class_="total",
    )
    return tag(
        "div",
        tag(
            "table",
            tag("caption", t("各规则在各单位疑似多少条")),
            tag("thead", tag("tr", *heads)),
            tag("tbody", *body, last),
        ),
        class_="figures heat many" if len(units) > MANY else "figures heat",
    )


def _unit(unit: Unit, chosen: str, to: Address, t: Words) -> Markup:
    name = link(tag("span", unit.short(t)), to=to(unit.code, ""))
    return tag("th", name, scope="col", class_="unit chosen" if unit.code == chosen else "unit")


def _line(
    line: Line,
    units: Sequence[Unit],
    largest: int,
    chosen: tuple[str, str],
    to: Address,
    t: Words,
) -> Markup:
    code = line.rule.code
    sign = severity(line.rule.severity, t, word=False)
    name = tag("div", sign, link(line.rule.label(t), to=to("", code)))
    cells = (
        _cell(number, largest, (unit.code, code) == chosen, to(unit.code, code))
        for unit, number in zip(units, line.cells, strict=True)
    )
    return tag(
        "tr",
        tag("th", name, scope="row", class_="left"),
        *(_sum(getattr(line, name), to("", code, status)) for name, status in _GROUPS),
        *cells,
        class_="chosen" if chosen[1] == code else None,
    )


def _sum(number: int, to: str) -> Markup:
    return tag("td", link(f"{number:,}", to=to) if number else "")


def _cell(number: int | None, largest: int, is_chosen: bool, to: str) -> Markup:
    """None: nothing that was sent tells. Nothing suspected is left empty."""
    if number is None:
        return tag("td", soft("—"))
    if not number:
        return tag("td")
    # By the root of the number: one unit with hundreds does not make the others pale.
    depth = round(_DEEPEST * (number / largest) ** 0.5)
    return tag(
        "td",
        link(f"{number:,}", to=to, style=f"--depth:{depth}%"),
        class_="chosen" if is_chosen else None,
    )
