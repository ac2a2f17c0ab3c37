"""Who did not go with the city-wide file: units that sent their own file, a correction, or none."""

from __future__ import annotations

from typing import NamedTuple

from etl.sample.sheets import Style

PLAIN = Style(encoding="gb18030", dates="slash", spelling=1)
BOOK = Style(encoding="xlsx", unit="元", dates="cell", titled=True, unit_in_title=True, spelling=2)
SIGNED = Style(encoding="xlsx", dates="han", titled=True, total="合计", spelling=0)
MARKED = Style(encoding="utf-8-sig", unit="元", dates="iso", thousands=True, spelling=3)
WITHOUT_STATUS = Style(encoding="gb18030", dates="compact", spelling=4, without=("status",))


class Letter(NamedTuple):
    """One unit's part of one month: left out of the city's file, or stale in it, and sent apart.

    `sent` is the day of the next month on which its own file came, 0 for never; `stale` says that
    the city's file held last month's rows for the unit, which its own file then corrects.
    """

    period: str
    dataset: str
    unit: str
    sent: int
    style: Style = PLAIN
    stale: bool = False
    person_rows: bool = False
    by_level: bool = False


LETTERS = (
    Letter("2021-02", "projects", "高新区", 9, BOOK),
    Letter("2021-04", "funds", "石坪", 10),
    Letter("2021-05", "funds", "青石", 0),
    Letter("2021-05", "reports", "青石", 10, SIGNED, by_level=True),
    Letter("2021-06", "households", "河湾", 9, MARKED),
    Letter("2021-08", "projects", "清泉", 0),
    Letter("2021-09", "funds", "西屏", 16, MARKED, stale=True),
    Letter("2021-11", "households", "南泽", 10, BOOK),
    Letter("2021-12", "projects", "石坪", 19, stale=True),
    Letter("2022-02", "funds", "高新区", 9, BOOK),
    Letter("2022-03", "projects", "云溪", 8, WITHOUT_STATUS),
    Letter("2022-05", "reports", "东岭", 9, SIGNED),
    Letter("2022-06", "funds", "临湖", 9, MARKED),
    Letter("2022-07", "projects", "平岗", 17, BOOK, stale=True),
    Letter("2022-08", "households", "南泽", 10, person_rows=True),
    Letter("2022-09", "funds", "平岗", 13, stale=True),
    Letter("2022-10", "projects", "西屏", 15, MARKED, stale=True),
    Letter("2022-11", "households", "石坪", 18, stale=True),
    Letter("2022-12", "funds", "临湖", 20, BOOK),
    Letter("2023-01", "households", "高新区", 9, BOOK),
    Letter("2023-02", "funds", "东岭", 9, BOOK),
    Letter("2023-03", "households", "河湾", 14, MARKED, stale=True),
    Letter("2023-03", "funds", "清泉", 11, MARKED),
    Letter("2023-04", "projects", "高新区", 9),
)


def of(period: str, dataset: str) -> list[Letter]:
    """The letters of one month and dataset."""
    return [one for one in LETTERS if (one.period, one.dataset) == (period, dataset)]
