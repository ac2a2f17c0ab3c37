"""The tile map: every ranked unit where it lies, coloured by its light; of very many the last."""

from collections import Counter

from board.overview import Field, Standing
from charts.markup import Markup, join, link, tag
from charts.theme import SIGNS
from wording import Words


def tiles(answer: Field, t: Words, widest: int = 8) -> Markup:
    """One tile a unit, with sign, rank and value; a click opens the unit.

    Units without a place on the map follow below it, in the order of lists; where none has a place
    they lie in at most `widest` columns.
    """
    standings = {each.unit_code: each for each in answer.last_first}
    units = [unit for unit in answer.units.values() if unit.code in standings]
    placed = [unit for unit in units if unit.tile_row and unit.tile_column]
    others = [unit for unit in units if unit not in placed]
    drawn = [_tile(standings[unit.code], answer, t) for unit in (*placed, *others)]
    columns = max((unit.tile_column or 0 for unit in placed), default=_square(len(others), widest))
    return tag("div", join(*drawn), class_="tiles", style=f"--columns:{columns}")


def last_tiles(answer: Field, columns: int, rows: int, t: Words) -> Markup:
    """Of very many units how many have which light, and so many large tiles: those that rank last,
    the last one first, by sign, short name and value."""
    shown, others = answer.last_first[: columns * rows], answer.last_first[columns * rows :]
    count = Counter(each.light for each in answer.last_first)
    lights = (
        tag("li", t.light(each), tag("b", f"{sign} {count[each]}", class_=each))
        for each, sign in SIGNS.items()
        if count[each]
    )
    drawn = [_tile(each, answer, t, brief=True) for each in shown]
    said = t.n(
        "只显示{shown}个单位，排名靠后的在前；其余{n}个见县区排名。", len(others), shown=len(shown)
    )
    return join(
        tag("ul", *lights, class_="tallies"),
        tag("div", *drawn, class_="tiles", style=f"--columns:{columns}"),
        tag("p", said, class_="under"),
    )


def _tile(standing: Standing, answer: Field, t: Words, *, brief: bool = False) -> Markup:
    unit = answer.units[standing.unit_code]
    value = t.reason(standing.reason) if standing.reason else t.percent(standing.value)
    rank = t.rank(standing.rank, standing.tied) if standing.rank else ""
    shown = SIGNS[standing.light]
    if standing.rank and not brief:
        shown += f" {standing.rank}"
    where = None
    if unit.tile_row and unit.tile_column and not brief:
        where = f"grid-row:{unit.tile_row};grid-column:{unit.tile_column}"
    name = unit.short(t) if brief else unit.label(t)
    spoken = ", ".join(filter(None, [unit.label(t), value, rank, t.light(standing.light)]))
    return link(
        # The sign comes first: it floats, so that a long name runs on below it.
        tag("span", tag("span", shown, class_="sign"), name, class_="name"),
        tag("span", value, class_="value words" if standing.reason else "value"),
        to=f"unit?unit={unit.code}&month={answer.period}",
        class_=f"tile {standing.light}",
        style=where,
        aria_label=spoken,
        title=spoken,
    )


def _square(count: int, widest: int) -> int:
    """As many columns as make a field of tiles wider than high."""
    sides = range(1, widest + 1)
    return next((side for side in sides if side * (side - 1) >= count), widest)
