"""What is planted in the sample city so that the board has something to find; see README.md."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

# Two counties spend exactly the same share and lead together.
TIE_MONTH = "2022-06"
TIE_UNITS = ("云溪", "东岭")
TIE_RATE = Fraction(11, 16)

# Money issued three days before a milestone: the rate falls though nobody spent less.
LATE_MONTH = "2022-06"
LATE_UNIT = "河湾"
LATE_DAY = 27
LATE_WAN = 3600

# Finished projects that cost 4.6 % more than planned: the investment rate passes 100 %.
OVERRUN_UNIT = "东岭"
OVERRUN_YEAR = 2022
OVERRUN_PERMILLE = 1046

# Too little for industry; every other unit and year keeps to the 60 %.
LOW_INDUSTRY_UNIT = "平岗"
LOW_INDUSTRY_YEAR = 2023
LOW_INDUSTRY_PERMILLE = 542

# No household ledger any more, and dashes in its monthly report.
SILENT_UNIT = "北原"
SILENT_SINCE = "2023-01"

# Spending left blank in the ledger and in the report: not reported, while arrival is.
BLANK_MONTH = "2021-03"
BLANK_UNIT = "高新区"

# Eliminated in the month before, not eliminated in this one.
RELAPSE_MONTH = "2023-04"
RELAPSE_UNIT = "青石"
RELAPSE_HOUSEHOLDS = 3

# Eliminated by help three or four months after identification.
HASTE_MONTH = "2023-02"
HASTE_UNIT = "清泉"
HASTE_HOUSEHOLDS = 12

# The signed report says more than the ledgers add up to.
MISMATCH_MONTH = "2023-04"
MISMATCH_UNIT = "临湖"
MISMATCH_STARTED = 6
MISMATCH_SPENT_WAN = 420


class ForbiddenProject(NamedTuple):
    """A project of 2023 whose name is on the negative list."""

    unit: str
    thing: str
    content: str


FORBIDDEN_PROJECTS = (
    ForbiddenProject("西屏", "村口门楼建设项目", "新建村口门楼1座"),
    ForbiddenProject("西屏", "主干道亮化工程", "安装太阳能路灯120盏"),
    ForbiddenProject("石坪", "村民活动室改造项目", "改造活动室180平方米"),
    ForbiddenProject("青石", "入村大道景观提升项目", "栽植绿化景观带1.2公里"),
    ForbiddenProject("临湖", "村委会办公楼修缮项目", "修缮办公楼屋面、外墙"),
)
