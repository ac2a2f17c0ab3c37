"""What a month's warnings say in a sentence: how many, what is new or gone, where most are."""

from collections.abc import Collection

from board.store import Board
from board.warning_rows import Warned
from board.warning_words import months
from board.warnings import Rule, Tally
from wording import Words

_NAMED = 3  # units in a title before it says 等


def finding(found: Tally, board: Board, t: Words) -> str:
    """How many are suspected, how many of them are new, how many are gone, and where most are."""
    month, n = t.month(found.period), found.number()
    if not n:
        return t("{month}没有发现疑似问题", month=month)
    said = [t.n("{month}疑似问题{n}条", n, month=month), *_moved(found, t)]
    return t("；").join([t("，").join(said), _most(found, board, t)])


def only_suspected(t: Words) -> str:
    """What every list of warnings ends with."""
    return t("以上由系统比对得出，均为疑似，须逐条核实。")


def group_finding(found: Tally, status: str, subject: str, t: Words) -> str:
    """How many of one group of statuses there are of a unit, a rule or both, and how old."""
    n = found.number(status)
    if not n:
        return t("{subject}：没有{status}的问题", subject=subject, status=status_word(status, t))
    if status == "new":
        return t.n("{subject}：本月新增{n}条", n, subject=subject)
    if status == "cleared":
        return t.n("{subject}：比上月消失{n}条", n, subject=subject)
    if status == "unverified":
        return t.n("{subject}：{n}条无法确认，此前有，此后没有报送能确认的数据", n, subject=subject)
    if status == "continuing":
        said = [t.n("{subject}：延续{n}条", n, subject=subject)]
    else:
        said = [t.n("{subject}：疑似{n}条", n, subject=subject)]
    if (oldest := found.oldest()) > 1:
        said.append(t("最久的已持续{months}", months=months(oldest, t)))
    return t("，").join(said)


def short_finding(found: Tally, reported: bool, unseen: Collection[str], t: Words) -> str:
    """The same of one unit, for its own page; one that has not reported, or not what some rules
    read (`unseen`), is not known to be well."""
    n, unknown = found.number(), found.number("unverified")
    if n:
        said = [t.n("疑似问题{n}条", n), *_moved(found, t)]
    elif reported:
        said = [t("本月没有发现疑似问题")]
        if unseen:
            said.append(t.n("{n}类问题没有报送能判断的数据", len(unseen)))
    else:
        said = [t("本月没有报送，不知道有没有疑似问题")]
    if unknown:
        said.append(t.n("{n}条无法确认", unknown))
    return t("，").join(said)


def status_word(status: str, t: Words) -> str:
    """A group of statuses in a word."""
    words = {
        "now": t("疑似"),
        "new": t("本月新增"),
        "continuing": t("延续"),
        "cleared": t("本月消失"),
        "unverified": t("无法确认"),
    }
    return words[status]


def severity_word(severity: str, t: Words) -> str:
    """How bad it would be if it were true."""
    return {"high": t("严重"), "medium": t("一般"), "low": t("轻微")}[severity]


def age(each: Warned, t: Words) -> tuple[str, str]:
    """For how long it has been there, or was; and since when, or until when it was seen."""
    length = months(each.lasted, t)
    until = t("曾持续{months}，最后见于{month}", months=length, month=t.month(each.last_seen))
    since = t("自{month}", month=t.month(each.since))
    words = {
        "new": (t("本月新增"), ""),
        "continuing": (t("已持续{months}", months=length), since),
        "cleared": (t("本月消失"), t("曾持续{months}", months=length)),
        "unverified": (t("无法确认"), until),
    }
    return words[each.status]


def quiet(found: Tally, by: dict[str, Rule], unseen: Collection[str], t: Words) -> tuple[str, ...]:
    """The rules that suspect nobody now, and apart from them those of which nothing is known."""
    silent = by.keys() - found.by_rule().keys()
    nothing = [rule.label(t) for code, rule in by.items() if code in silent and code not in unseen]
    unknown = [rule.label(t) for code, rule in by.items() if code in silent and code in unseen]
    said = []
    if nothing:
        said.append(t("没有发现：{rules}。", rules=t.join(nothing)))
    if unknown:
        said.append(t("不知道：{rules}，没有报送能判断的数据。", rules=t.join(unknown)))
    return tuple(said)


def _moved(found: Tally, t: Words) -> list[str]:
    return [
        t("新增{n}条", n=f"{found.number('new'):,}"),
        t("消失{n}条", n=f"{found.number('cleared'):,}"),
    ]


def _most(found: Tally, board: Board, t: Words) -> str:
    """The unit with the most, or those that share the place."""
    numbers = found.by_unit()
    most = max(numbers.values())
    first = [unit for code, unit in board.units.items() if numbers.get(code) == most]
    names = t.join(unit.label(t) for unit in first[:_NAMED])
    if len(first) == 1:
        return t("{unit}最多，{most}条", unit=names, most=f"{most:,}")
    if len(first) > _NAMED:
        names = t("{names}等", names=names)
    return t("{units}最多，各{most}条", units=names, most=f"{most:,}")
