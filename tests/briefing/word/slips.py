"""A reminder slip, written by hand."""

from datetime import date

from board.store import Unit
from briefing.grid import Column, grid
from briefing.provenance import Provenance
from briefing.slips.model import Part, Slip
from wording import Words


def slip(t: Words, unit: str = "石坪县") -> Slip:
    columns = (Column(t.of("问题", "Problem")), Column(t.of("现有", "Now"), "count", "条"))
    rows = grid(columns, [[t.of("超计划未开工", "Start overdue"), 1218]])
    return Slip(
        unit=Unit("990103", unit, unit, "Shiping", None, False, True, None, None, None),
        period="2023-04",
        step="interview",
        title=t.of(f"{unit}2023年4月重点工作提醒单", "Shiping: reminder for Apr 2023"),
        addressee=t.of(f"{unit}：", "Shiping:"),
        opening=t.of("现提醒如下。", "This is a reminder."),
        parts=(
            Part("behind", t.of("落后指标", "Behind"), ("资金支出率17.11%。",)),
            Part("suspected", t.of("疑似问题", "Suspected"), ("1218。",), rows, "均为疑似。"),
        ),
        closing=t.of("建议约谈。", "Interview suggested."),
        issuer=t.of("云溪市巩固衔接办", "Yunxi Office"),
        dated=date(2023, 5, 12),
        provenance=Provenance((("数据版本", "board-000042"),), (), ("导出时间", "2023-05-12")),
    )
