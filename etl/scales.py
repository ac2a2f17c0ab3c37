"""Which unit each column of money is in, and by what that is known."""

from etl.problems import problem
from etl.recognised import Recognised, Said
from etl.spelling import MONEY_UNITS, header_scale
from etl.titles import money_unit_in

DEFAULT_SCALE = MONEY_UNITS["万元"]


def find_scales(recognised: Recognised, said: Said) -> None:
    """The unit of each column of money: its header's, the title's, the one said, or the default;
    what is said against the file is a problem."""
    in_title = money_unit_in(recognised.titles())
    is_said = MONEY_UNITS[said.unit] if said.unit else None
    contradicted = []
    for slot, at in recognised.columns.items():
        kind = recognised.contract.columns[slot.column].type
        levels = reversed(recognised.header.columns[at])
        in_header = next(filter(None, map(header_scale, levels)), None)
        if kind == "number" and in_header:  # in 元, whatever the unit of the money is
            recognised.scales[slot], recognised.scale_from[slot] = in_header, "header"
        if kind != "money":
            continue
        by = {"header": in_header, "title": in_title, "said": is_said, "default": DEFAULT_SCALE}
        where, scale = next((where, scale) for where, scale in by.items() if scale)
        recognised.scales[slot], recognised.scale_from[slot] = scale, where
        if is_said and scale != is_said:
            contradicted.append(slot)
    if "said" in recognised.scale_from.values():
        return
    for slot in contradicted:
        at, scale = recognised.columns[slot], recognised.scales[slot]
        recognised.problems.append(
            problem(
                "unit_said",
                row=recognised.header_row,
                column=slot.name,
                header=recognised.headers[at],
                at=at,
                said=said.unit,
                found=next(unit for unit, each in MONEY_UNITS.items() if each == scale),
            )
        )
