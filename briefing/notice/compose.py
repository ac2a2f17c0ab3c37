"""A month's notice put together: which topics there are, in which order, and who speaks to whom."""

from collections.abc import Callable, Collection
from datetime import datetime

from board.store import Board
from briefing.asked import Asked
from briefing.notice.annexes import annexes
from briefing.notice.model import Notice, Part, Topic
from briefing.notice.money import money
from briefing.notice.problems import lag, streaks, suspected, unreported
from briefing.notice.said import Lines, line
from briefing.notice.tasks import ahead, send, verify
from briefing.notice.work import monitoring_work, project_work
from briefing.provenance import provenance
from wording import Words

TABLES, CHARTS = "tables", "charts"  # asked for like topics
OPENING = "opening"  # rewritten like a topic, and always there

_PARTS: dict[str, dict[str, Callable[[Asked], Lines]]] = {
    "overall": {"money": money, "projects": project_work, "monitoring": monitoring_work},
    "problems": {
        "lag": lag,
        "streaks": streaks,
        "warnings": suspected,
        "reporting": unreported,
    },
    "tasks": {"schedule": ahead, "verify": verify, "send": send},
}
TOPICS = (*(code for part in _PARTS.values() for code in part), TABLES, CHARTS)


def notice(
    board: Board,
    period: str,
    level: str,
    t: Words,
    *,
    made: datetime,
    topics: Collection[str] | None = None,
) -> Notice:
    """The notice of a month at a fund level; of `topics` (codes of TOPICS) alone, None for all.

    A topic of which there is nothing to say is left out, and so is a part without topics. `made` is
    local time. `KeyError` names a topic that does not exist.
    """
    wanted = set(TOPICS if topics is None else topics)
    if unknown := wanted - set(TOPICS):
        raise KeyError(", ".join(sorted(unknown)))
    asked = Asked(board, period, level, t)
    tables, drawings = annexes(asked, made) if wanted & {TABLES, CHARTS} else ((), ())
    return Notice(
        period=period,
        level=level,
        title=_title(asked),
        addressee=asked.written("addressee", t("各县（市、区）人民政府，市直有关单位：")),
        opening=Topic(OPENING, "", _opening(asked)),
        parts=_parts(asked, wanted),
        tables=tables if TABLES in wanted else (),
        drawings=drawings if CHARTS in wanted else (),
        issuer=asked.issuer,
        day=asked.day,
        dated=made.date(),
        provenance=provenance(board, period, t, made=made, level=level),
    )


def topic_names(t: Words) -> dict[str, str]:
    """Every code of TOPICS with its heading, in the order of the notice."""
    return {
        "money": t("衔接资金"),
        "projects": t("项目实施"),
        "monitoring": t("监测帮扶"),
        "lag": t("进度滞后"),
        "streaks": t("连续落后单位"),
        "warnings": t("疑似问题预警"),
        "reporting": t("数据报送"),
        "schedule": t("加快进度"),
        "verify": t("核实问题"),
        "send": t("按时报送"),
        TABLES: t("附表"),
        CHARTS: t("附图"),
    }


def _parts(asked: Asked, wanted: Collection[str]) -> tuple[Part, ...]:
    t = asked.t
    headings = {
        "overall": t("总体情况"),
        "problems": t("存在问题"),
        "tasks": t("近期重点工作"),
    }
    names, parts = topic_names(t), []
    for code, topics in _PARTS.items():
        told = (Topic(topic, names[topic], tell(asked)) for topic, tell in topics.items()
                if topic in wanted)  # fmt: skip
        if said := tuple(topic for topic in told if topic.lines):
            parts.append(Part(code, headings[code], said))
    return tuple(parts)


def _title(asked: Asked) -> str:
    t = asked.t
    return t(
        "{city}{month}巩固拓展脱贫攻坚成果同乡村振兴有效衔接重点工作情况通报",
        city=asked.board.publication.city(t),
        month=t.month(asked.period),
    )


def _opening(asked: Asked) -> Lines:
    t = asked.t
    said = [
        t("现将截至{day}全市衔接资金支出、项目实施和监测帮扶情况通报如下。", day=t.date(asked.day))
    ]
    if not asked.whole:
        level = asked.board.levels[asked.level].label(t)
        said.append(t("资金情况为{level}衔接资金。", level=level))
    return tuple(line(each) for each in said)
