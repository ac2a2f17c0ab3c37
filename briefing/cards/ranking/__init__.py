"""The cards of the ranking page as documents."""

from briefing.cards.ranking.change import improvement
from briefing.cards.ranking.groups import by_group
from briefing.cards.ranking.months import colours, ranks
from briefing.cards.ranking.schedule import next_milestone
from briefing.cards.ranking.standings import standings
from briefing.cards.ranking.streaks import streaks, streaks_by_indicator

__all__ = [
    "by_group",
    "colours",
    "improvement",
    "next_milestone",
    "ranks",
    "standings",
    "streaks",
    "streaks_by_indicator",
]
