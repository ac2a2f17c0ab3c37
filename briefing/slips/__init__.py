"""Reminder slips (提醒单): what a unit that lags is behind in, and what it has to do about it."""

from briefing.slips.compose import slips
from briefing.slips.model import Slip

__all__ = ["Slip", "slips"]
