"""The tile map: every ranked unit where it lies, coloured by its light."""

from board.overview import Field, Standing
from board.store import Unit
from charts.markup import Markup, join, link, tag
from charts.theme import SIGNS
from wording import Words


def tiles(answer: Field, t: Words, widest: int = 8) -> Markup:
    """One tile a unit, with sign, rank and value; a click opens the unit.

    Units without a place on the map follow below it, in the order of lists; where none has a place
    they lie in at most `widest` columns.
    """
    standings = {each.unit_code: each for each in (*answer.ranked, *answer.unranked)}
    units = [unit for unit in answer.units.values() if unit.ranked and unit.code in standings]
    placed = [unit for unit in units if unit.tile_row and unit.tile_column]
    others = [unit for unit in units if unit not in placed]
    drawn = [_tile(unit, standings[unit.code], answer, t) for unit in (*placed, *others)]
    columns = max((unit.tile_column or 0 for unit in placed), default=_square(len(others), widest))
    return tag("div", join(*drawn), class_="tiles", style=f"--columns:{columns}")


def _tile(unit: Unit, standing: Standing, answer: Field, t: Words) -> Markup:
    value = t.reason(standing.reason) if standing.reason else t.percent(standing.value)
    rank = t.rank(standing.rank, standing.tied) if standing.rank else ""
    shown = f"{SIGNS[standing.light]} {standing.rank or ''}".strip()
    where = None
    if unit.tile_row and unit.tile_column:
        where = f"grid-row:{unit.tile_row};grid-column:{unit.tile_column}"
    spoken = ", ".join(filter(None, [unit.label(t), value, rank, t.light(standing.light)]))
    return link(
        # The sign comes first: it floats, so that a long name runs on below it.
        tag("span", tag("span", shown, class_="sign"), unit.label(t), class_="name"),
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
