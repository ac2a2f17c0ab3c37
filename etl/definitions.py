"""What the numbers mean, as tables of the published file: measures, the columns they are counted
from, indicators, and the formulas they would have by other settings."""

import json
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from etl.contract import contracts
from etl.indicators import Indicator, in_force, measures
from etl.reconciliation import comparable
from etl.settings import Settings

EXAMPLE_DAYS = 30  # of a setting that takes any number of days
Rows = list[tuple[Any, ...]]


def definitions(settings: Settings) -> dict[str, Rows]:
    """The rows of each table of definitions, with the settings in force applied."""
    return {
        "measures": [
            (code, order, m.zh, m.en, m.quantity, m.dataset, m.counted.zh, m.counted.en)
            for order, (code, m) in enumerate(measures().items(), start=1)
        ],
        "measure_columns": list(_measure_columns()),
        "indicators": [
            (code, order, i.headline, i.name.zh, i.name.en, i.definition.zh, i.definition.en,
             i.numerator, i.denominator, measures()[i.numerator].quantity, i.better, i.levels,
             i.basis.zh, i.basis.en, i.caution and i.caution.zh, i.caution and i.caution.en)
            for order, (code, i) in enumerate(in_force(settings).items(), start=1)
        ],
        "indicator_options": list(_options(settings)),
    }  # fmt: skip


def _measure_columns() -> Iterator[tuple[Any, ...]]:
    """The columns of a measure's own dataset, then that of the monthly report."""
    for code, measure in measures().items():
        named = [(measure.dataset, name) for name in measure.columns]
        named += [("reports", code)] if code in comparable() else []
        for order, (dataset, name) in enumerate(named, start=1):
            column = contracts()[dataset].columns[name]
            yield (code, dataset, name, order, column.label.zh, column.label.en, column.headers)


def _options(settings: Settings) -> Iterator[tuple[Any, ...]]:
    """For each setting that changes an indicator, each value and the formula it makes."""
    now = settings.dotted()
    for setting, values in _values(settings).items():
        made = {value: in_force(_with(settings, setting, value)) for value in values}
        for code in in_force(settings):
            formulas = [_formula(each[code]) for each in made.values()]
            if all(formula == formulas[0] for formula in formulas):
                continue
            for order, (value, formula) in enumerate(zip(made, formulas, strict=True), start=1):
                yield (code, setting, json.dumps(value), order, value == now[setting], *formula)


def _values(settings: Settings) -> dict[str, list[Any]]:
    """Each setting that offers a choice, by dotted name, with its values; of a number of days none,
    what is in force and an example."""
    found: dict[str, list[Any]] = {}
    for group, field in type(settings).model_fields.items():
        inner = getattr(field.annotation, "model_fields", {})
        for name, each in inner.items():
            if get_origin(each.annotation) is Literal:
                found[f"{group}.{name}"] = list(get_args(each.annotation))
    days = settings.spend_rate.leave_out_batches_younger_than_days
    found["spend_rate.leave_out_batches_younger_than_days"] = [0, days or EXAMPLE_DAYS]
    return found


def _with(settings: Settings, dotted: str, value: Any) -> Settings:
    """The settings with another value of one."""
    group, name = dotted.split(".")
    return settings.model_copy(
        update={group: getattr(settings, group).model_copy(update={name: value})}
    )


def _formula(indicator: Indicator) -> tuple[str, str, str, str]:
    return (
        indicator.numerator, indicator.denominator, indicator.basis.zh, indicator.basis.en,
    )  # fmt: skip
