"""The annex to a notice: a workbook with every figure and every suspected problem of the month."""

from briefing.annex.file import annex_file

__all__ = ["annex_file"]
