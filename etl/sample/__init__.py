"""The fictional city of Yunchuan: its reference tables and 28 months of files as they come in."""

from __future__ import annotations

from etl.sample.city import REFERENCE
from etl.sample.mail import MonthlyFile, monthly_files
from etl.sample.notes import SampleNote, notes

__all__ = ["MonthlyFile", "SampleNote", "monthly_files", "notes", "reference_files"]


def reference_files() -> dict[str, str]:
    """The text of units.csv, targets.csv and settings.toml by file name."""
    return {path.name: path.read_text("utf-8") for path in sorted(REFERENCE.iterdir())}
