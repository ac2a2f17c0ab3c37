"""What a number can be split by: the dimensions of facts by dataset, and what takes two months."""

import re

FLOWS = ("flow", "turn", "months_to_measure")  # splits that take the month before to know

_SPLITS: dict[str, tuple[str, ...]] = {
    "funds": ("category", "task", "batch", "issued_on"),
    "projects": ("category", "stage", "township", "work_relief", "days_to_start"),
    "households": (
        "monitor_type", "township", "risk", "measure_kind", "identified_year", "elimination_way",
        "months_to_elimination", *FLOWS,
    ),
}  # fmt: skip
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,6}")
_NUMBERS = ("days_to_start", "identified_year", "months_to_elimination", "months_to_measure")
_FIXED: dict[str, tuple[str, ...]] = {
    "flow": ("opening", "new", "left", "changed", "closing"),
    "turn": ("eliminated", "relapsed"),
    "work_relief": ("yes",),
}


def is_split(dataset: str, dimension: str, member: str) -> bool:
    """Whether measures of this dataset are split so, and may have such a member; a whole is."""
    if not dimension:
        return not member
    if dimension not in _SPLITS.get(dataset, ()) or not member:
        return False
    if dimension in _NUMBERS:
        return _WHOLE_NUMBER.fullmatch(member) is not None
    return dimension not in _FIXED or member in _FIXED[dimension]
