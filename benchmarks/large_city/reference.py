"""The reference tables of the large city: its units, milestones and settings."""

import csv
import io
from datetime import date

from etl.reference import UNIT_COLUMNS

LAST_MONTH = date(2023, 12, 1)
FIRST = "青云白金平东西南北安"
SECOND = "山河岭溪湖塘坪泉川桥"
FIRST_EN = "Qing Yun Bai Jin Ping Dong Xi Nan Bei An".split()
SECOND_EN = "shan he ling xi hu tang ping quan chuan qiao".split()
GROUPS = ("重点帮扶县", "其他县市", "功能区")
TARGETS = """\
indicator,fund_level,unit,due,at_least,source
spend_rate,,,04-30,30,
spend_rate,,,06-30,50,
spend_rate,,,09-30,85,
start_rate,,,04-30,50,
start_rate,,,06-30,95,
industry_share,,,01-01,60,
"""
SETTINGS = """\
city = "大川市"
city_en = "Dachuan"
sample = true
"""


def unit_codes(units: int) -> list[str]:
    """The administrative codes, in their order."""
    return [f"{880101 + at:06d}" for at in range(units)]


def reference_files(units: int) -> dict[str, str]:
    """File name → text; at most 100 units."""
    text = io.StringIO()
    table = csv.DictWriter(text, UNIT_COLUMNS, lineterminator="\n")
    table.writeheader()
    for at, code in enumerate(unit_codes(units)):
        first, second = divmod(at, len(SECOND))
        name = FIRST[first] + SECOND[second]
        group = GROUPS[0 if at % 5 == 0 else 2 if at % 5 == 4 else 1]
        table.writerow(
            {
                "code": code,
                "name": f"{name}县",
                "short_name": name,
                "name_en": f"{FIRST_EN[first]}{SECOND_EN[second]} County",
                "group": group,
                "key_county": "yes" if at % 5 == 0 else "",
                "rural_population": 300_000 + at % 7 * 40_000,
                "tile_row": first + 1,
                "tile_column": second + 1,
                "order": at + 1,
            }
        )
    return {"units.csv": text.getvalue(), "targets.csv": TARGETS, "settings.toml": SETTINGS}
