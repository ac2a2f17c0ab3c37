"""Indicators and measures: data, checked when read, with the settings in force applied."""

from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, RootModel

from etl.bilingual import Bilingual
from etl.contract import contracts
from etl.marked_yaml import Document, Strict
from etl.settings import Settings
from etl.spelling import squeezed

Level = Literal["all", "central", "provincial", "municipal", "county"]


class Measure(Strict):
    """One measure: its names, what it counts, the dataset whose rows add up to it, how it is
    counted, and from which of their columns."""

    zh: str
    en: str
    quantity: Literal["money", "projects", "households", "persons"]
    dataset: Literal["funds", "projects", "households", "reports"]
    counted: Bilingual
    columns: tuple[str, ...] = ()  # besides those that say whose row it is


class Choice(Strict):
    """What a setting's value changes of an indicator."""

    setting: str
    equals: str = Field(alias="is")
    numerator: str | None = None
    denominator: str | None = None
    definition: Bilingual | None = None
    basis: Bilingual | None = None
    caution: Bilingual | None = None


class Indicator(Strict):
    """One indicator: numerator ÷ denominator, with names, definition and cautions."""

    name: Bilingual
    definition: Bilingual
    basis: Bilingual
    numerator: str
    denominator: str
    levels: list[Level]
    headline: bool = False
    better: Literal["higher", "lower"] = "higher"
    caution: Bilingual | None = None
    choices: tuple[Choice, ...] = ()


class _Indicators(RootModel[dict[str, Indicator]]):
    pass


class _Measures(RootModel[dict[str, Measure]]):
    pass


@cache
def measures() -> dict[str, Measure]:
    """The measures of measures.yaml by code; raises BadEntry with file and line."""
    document = Document(Path(__file__).with_name("measures.yaml"))
    found = document.read(_Measures).root
    for code, measure in found.items():
        for at, name in enumerate(measure.columns):
            if name not in contracts()[measure.dataset].columns:
                raise document.refuse(f"no column {name!r}", code, "columns", at)
    return found


@cache
def indicators() -> dict[str, Indicator]:
    """The indicators of indicators.yaml by code; raises BadEntry with file and line."""
    return load_indicators(Path(__file__).with_name("indicators.yaml"))


def load_indicators(path: Path) -> dict[str, Indicator]:
    """The indicators of one file, checked: measures must exist and agree on what they count."""
    document = Document(path)
    found = document.read(_Indicators).root
    for code, indicator in found.items():
        _check_measures(document, indicator, code)
        quantity = measures()[indicator.numerator].quantity
        if measures()[indicator.denominator].quantity != quantity:
            raise document.refuse(f"the parts do not both count {quantity}", code, "denominator")
        for at, choice in enumerate(indicator.choices):
            _check_measures(document, choice, code, "choices", at)
            if choice.setting not in Settings().dotted():
                raise document.refuse(f"no setting {choice.setting!r}", code, "choices", at)
    return found


def _check_measures(document: Document, entry: Indicator | Choice, *where: str | int) -> None:
    for part in ("numerator", "denominator"):
        measure = getattr(entry, part)
        if measure is not None and measure not in measures():
            raise document.refuse(f"no measure {measure!r}", *where, part)


def in_force(settings: Settings) -> dict[str, Indicator]:
    """The indicators as the settings choose them."""
    values = settings.dotted()
    chosen = {}
    for code, indicator in indicators().items():
        changes: dict[str, Any] = {}
        for choice in indicator.choices:
            if values[choice.setting] == choice.equals:
                given = choice.model_dump(exclude={"setting", "equals"}, exclude_none=True)
                changes |= {name: getattr(choice, name) for name in given}
        chosen[code] = indicator.model_copy(update=changes)
    days = settings.spend_rate.leave_out_batches_younger_than_days
    if days:
        chosen["spend_rate"] = _without_young_batches(chosen["spend_rate"], days)
    return chosen


def _without_young_batches(indicator: Indicator, days: int) -> Indicator:
    """The spend rate without batches issued fewer than `days` before month end, on both sides."""
    return indicator.model_copy(
        update={
            "numerator": f"{indicator.numerator}_older",
            "denominator": f"{indicator.denominator}_older",
            "basis": Bilingual(
                zh=f"{indicator.basis.zh}（不含月末时下达不满{days}天的批次）",
                en=f"{indicator.basis.en} (batches younger than {days} days at month end left out)",
            ),
        }
    )


def indicator_words() -> dict[str, str]:
    """Squeezed spelling → indicator code, for files that name indicators."""
    words = {}
    for code, indicator in indicators().items():
        for word in (code, indicator.name.zh, indicator.name.en):
            words[squeezed(word)] = code
        # 开工率 for 项目开工率, 支出率 for 资金支出率: as notices shorten them.
        words.setdefault(
            squeezed(indicator.name.zh.removeprefix("项目").removeprefix("资金")), code
        )
    return words | {squeezed(word): "spend_rate" for word in ("支出进度", "支付率", "拨付率")}
