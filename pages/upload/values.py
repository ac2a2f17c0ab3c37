"""Stored values as a person reads them: units and codes by name, money in 万元, yes and no."""

from decimal import Decimal

from etl.codes import code_lists
from etl.contract import Contract
from etl.reference import Reference
from wording import Words


def shown(
    contract: Contract, stored: str, value: str | None, reference: Reference, t: Words
) -> str:
    """One stored value, as text, in the words of the reader; a dash for none."""
    if value is None or value == "":
        return "—"
    column = contract.columns.get(stored) or contract.columns[stored.removesuffix("s")]
    if column.many:
        return t.join(value.strip("[]").split(", ")) or "—"
    if column.type == "unit":
        return next((t.of(u.name, u.name_en) for u in reference.units if u.code == value), value)
    if column.type == "code":
        entry = code_lists()[column.list].get(value)
        return t.of(entry.zh, entry.en) if entry else value
    if column.type == "money":
        return t.money(Decimal(value))
    if column.type == "percent":
        return t.percent(Decimal(value))
    if column.type == "yes_no":
        return t("是") if value == "true" else t("否")
    return value[:7] if column.type == "month" else value
