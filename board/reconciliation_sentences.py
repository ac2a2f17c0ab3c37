"""What a reconciliation says in words."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from board.reconciliation import LEDGERS, Agreement, Comparison, Printed, Reconciliation, State
from board.store import Board, Unit
from wording import Words
from wording.numbers import MISSING, fixed, signed

NAMED = 3  # units or measures that a title names
LEAST_IN_WAN = 10_000  # 元; less is said in 元


def finding(answer: Reconciliation, board: Board, t: Words) -> str:
    """How many units and measures differ, which, and by how much where it is one unit's few."""
    compared, differing = answer.compared, answer.differing
    if not compared:
        return t("没有台账和月报都有的数，无从核对")
    units = Counter(each.unit_code for each in differing)
    if not units:
        count = len({each.unit_code for each in compared})
        said = t.n("{n}个单位", count)
        return t.n("台账与月报全部一致：{units}、{n}项", len(compared), units=said)
    said = t.n("{n}个单位", len(units))
    said = t.n("{units}{n}项账表不符", len(differing), units=said)
    names = {code: board.units[code].label(t) for code in units}
    if len(units) == 1 and len(differing) <= NAMED:
        unit = names[differing[0].unit_code]
        return t(
            "{said}：{unit}月报与台账相比，{items}",
            said=said,
            unit=unit,
            items=_items(differing, t),
        )
    most = units.most_common(NAMED)
    listed = t.join(t.n("{unit}{n}项", n, unit=names[code]) for code, n in most)
    if len(units) > NAMED:
        return t("{said}：{units}等", said=said, units=listed)
    return t("{said}：{units}", said=said, units=listed)


def finding_of(unit: Unit, answer: Reconciliation, t: Words) -> str:
    """The same of one unit: how many of its figures differ, and by how much where they are few."""
    compared, differing, name = answer.compared, answer.differing, unit.label(t)
    if not compared:
        return t("{unit}没有台账和月报都有的数，无从核对", unit=name)
    if not differing:
        return t.n("{unit}{n}项账表全部一致", len(compared), unit=name)
    said = t.n("{unit}{n}项账表不符", len(differing), unit=name)
    if len(differing) > NAMED:
        return said
    return t("{said}：月报与台账相比，{items}", said=said, items=_items(differing, t))


def how_many_compared(answer: Reconciliation, t: Words) -> str:
    """Of how many figures and units the report agrees with the ledger."""
    compared, differing = len(answer.compared), len(answer.differing)
    if not compared:
        return t("没有可以核对的数")
    agreeing = compared - differing
    return t.n("核对{n}项，{agreeing}项一致", compared, agreeing=f"{agreeing:,}")


def printed_finding(found: Sequence[Printed], t: Words) -> str:
    """How many printed figures their own file contradicts, by kind, the most frequent first."""
    if not found:
        return t("文件里的合计、比率都与自身相符")
    kinds = Counter(each.title(t) for each in found)
    listed = t.join(t.n("{kind}{n}处", n, kind=kind) for kind, n in kinds.most_common())
    return t.n("文件里{n}处与自身对不上：{kinds}", len(found), kinds=listed)


def of_unit(found: Sequence[Printed], unit: Unit | None) -> tuple[Printed, ...]:
    """Those of one unit, and of whole files, whoever is in them; all of them without a unit."""
    return tuple(each for each in found if unit is None or each.unit_code in (None, unit.code))


def not_comparable(answer: Reconciliation, board: Board, t: Words) -> list[str]:
    """One sentence a dataset and reason, naming the units that cannot be compared on it."""
    names, said = board.codes("dataset"), []
    for dataset in LEDGERS:
        name = names[dataset].label(t) if dataset in names else dataset
        for state, units in answer.without(dataset).items():
            listed = t.join(unit.label(t) for unit in units)
            if state == "ledger_only":
                said.append(t("{units}：只有{dataset}，没有月报", units=listed, dataset=name))
            elif state == "report_only":
                said.append(t("{units}：只有月报，没有{dataset}", units=listed, dataset=name))
            else:
                said.append(t("{units}：{dataset}和月报都没有", units=listed, dataset=name))
    return said


def agreement(cell: Agreement, t: Words) -> str:
    """A unit's agreement on a dataset in a few words."""
    if cell.state == "agrees":
        return t.n("{n}项一致", cell.compared)
    if cell.state == "differs":
        return t.n("{differing}项不符（共{n}项）", cell.compared, differing=cell.differing)
    return apart(cell.state, t)


def apart_word(each: Comparison, t: Words) -> str:
    """Why one figure cannot be compared."""
    return apart("report_only" if each.ledger is None else "ledger_only", t)


def apart(state: State, t: Words) -> str:
    """Why two figures cannot be compared."""
    words = {"ledger_only": t("只有台账"), "report_only": t("只有月报"), "neither": t("都没有")}
    return words[state]


def figure(value: Decimal | None, quantity: str) -> str:
    """A figure to its last digit, money in 元: what differs must not print alike."""
    return MISSING if value is None else fixed(value, _digits(quantity))


def signed_figure(value: Decimal | None, quantity: str) -> str:
    """A difference to its last digit, money in 元."""
    return MISSING if value is None else signed(value, _digits(quantity))


def figure_unit(quantity: str, t: Words) -> str:
    """The unit of such figures: 元, 个, 户, 人."""
    return t("元") if quantity == "money" else t.column_unit(quantity)


def signed_share(share: Fraction | None) -> str:
    """A difference as a share of the ledger's figure: +11.45%."""
    return MISSING if share is None else f"{signed(float(share * 100))}%"


def _digits(quantity: str) -> int:
    return 2 if quantity == "money" else 0


def _items(differing: Sequence[Comparison], t: Words) -> str:
    return t.join(_more_or_less(each, t) for each in differing)


def _more_or_less(each: Comparison, t: Words) -> str:
    difference = each.difference or Decimal()
    amount = t.amount(abs(difference), each.quantity)
    if each.quantity == "money" and abs(difference) < LEAST_IN_WAN:
        amount = t("{amount}元", amount=figure(abs(difference), each.quantity))
    if difference > 0:
        return t("{measure}多{amount}", measure=t.inside(each.label(t)), amount=amount)
    return t("{measure}少{amount}", measure=t.inside(each.label(t)), amount=amount)
