"""衔接资金: how much, how fast it is spent, by level, for industry, for the key counties."""

from decimal import Decimal

from board.behind import KEY, Figure
from board.fund_sentences import key_share, than_last_year
from board.fund_years import years
from board.funds import Money, added, key_counties, totals
from board.overview import ALL, field
from briefing.asked import Asked
from briefing.notice.clauses import halves, in_row, rate_clauses, sentence
from briefing.notice.leading import Leading, on_page
from briefing.notice.order import front, not_ranked
from briefing.notice.said import Lines, figure, line

RATE, SHARE = "spend_rate", "industry_share"


def money(asked: Asked) -> Lines:
    """The sums and the spend rate; industry share; arrival; levels and key counties; who leads."""
    t = asked.t
    lines = [
        halves(_sums(asked), rate_clauses(asked.fields[RATE], t, linear=True), t),
        sentence(_basis(asked), t),
        sentence(_levels(asked), t) if asked.whole else "",
        sentence(_others(asked), t),
        sentence(_key_counties(asked), t) if asked.whole else "",
        sentence([front(asked.fields[RATE], asked.front, t)], t),
        sentence([not_ranked(asked.fields[RATE], t)], t),
    ]
    return tuple(line(each) for each in lines if each)


def _sums(asked: Asked) -> list[str]:
    """Allocated, by level in brackets, against last year, and spent; nothing where no money is."""
    t, level = asked.t, asked.level
    found = totals(asked.board, asked.period)
    whole = added(each for each in found if each.fund_level == level)
    if whole.allocated is None:
        return []
    amount = figure(t.money(whole.allocated), Figure("allocated", level=level).link)
    if asked.whole:
        said = [
            t("全市下达衔接资金{amount}{levels}", amount=amount, levels=_by_level(asked, found))
        ]
        growth = years(asked.board, asked.period).whole.growth
        if growth is not None:
            funds = on_page("funds", asked.period, t, view="years")
            said.append(than_last_year(growth, funds))
    else:
        name = t.inside(asked.board.levels[level].label(t))
        said = [t("全市下达{level}衔接资金{amount}", level=name, amount=amount)]
    if whole.spent is not None:
        spent = figure(t.money(whole.spent), Figure("spent", level=level).link)
        said.append(t("已支出{amount}", amount=spent))
    if whole.silent and whole.spent is not None:  # of all of it the rate says so
        allocated = Leading(t, Figure("allocated", level=level).link)
        said.append(t("其中{amount}没有报支出", amount=allocated.money(whole.silent)))
    return said


def _by_level(asked: Asked, found: tuple[Money, ...]) -> str:
    """（中央…、省级…）, where the levels of all units add up to the whole; else nothing."""
    t = asked.t
    sums = {
        code: added(each for each in found if each.fund_level == code).allocated
        for code in asked.board.levels
    }
    known = {code: value for code, value in sums.items() if value}
    whole = added(each for each in found if each.fund_level == ALL).allocated
    if not known or sum(known.values(), Decimal()) != whole:
        return ""
    parts = [
        t("{level}{amount}", level=t.inside(asked.board.levels[code].label(t)),
          amount=figure(t.money(value), Figure("allocated", level=code).link))
        for code, value in known.items()
    ]  # fmt: skip
    return t("（{parts}）", parts=t.join(parts))


def _basis(asked: Asked) -> list[str]:
    """The formula in force and its parts: which of the three denominators it is."""
    t, answer = asked.t, asked.fields[RATE]
    city = answer.city
    if city is None or city.numerator is None or city.denominator is None:
        return []
    behind = Leading(t, Figure(RATE, level=answer.level).link)
    parts = behind.parts(city.numerator, city.denominator, "money")
    basis = answer.indicator.basis(t)
    return [t("{basis}（{parts}）", basis=basis, parts=parts)]


def _levels(asked: Asked) -> list[str]:
    """分级次看：中央资金支出率…，…; a clause for each level that has a rate."""
    t, said = asked.t, []
    for code, level in asked.board.levels.items():
        if code not in asked.board.indicators[RATE].levels:
            continue
        answer = field(asked.board, asked.period, asked.board.indicators[RATE], code)
        if answer.city is None or answer.city.value is None:
            continue
        name = t("{level}{indicator}", level=t.inside(level.label(t)),
                 indicator=t.inside(answer.indicator.label(t)))  # fmt: skip
        said.append(t("，").join(rate_clauses(answer, t, name=name)))
    if len(said) < 2:
        return []
    return [t("分级次看，{levels}", levels=t("；").join(said))]


def _key_counties(asked: Asked) -> list[str]:
    """Their share and their rate; nothing where the unit table names none."""
    board, t = asked.board, asked.t
    if not any(unit.key_county for unit in board.units.values()):
        return []
    behind = Figure("allocated", KEY).link
    funds = on_page("funds", asked.period, t, view="years")
    found = key_counties(board, asked.period)
    return [key_share(*found, board, funds, lambda amount: figure(amount, behind))]


def _others(asked: Asked) -> list[str]:
    """Arrival and industry share."""
    t, said = asked.t, []
    for code in ("arrival_rate", SHARE):
        answer = asked.fields.get(code)
        if answer and answer.city and answer.city.value is not None:
            said.append(t("，").join(rate_clauses(answer, t)))
    return [in_row(said, t)] if said else []
