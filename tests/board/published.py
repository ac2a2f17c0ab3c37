"""A published file from literal rows: only the columns a test speaks of, the rest by default."""

from datetime import date
from pathlib import Path
from typing import Any

import duckdb

SCHEMA = Path(__file__).parents[2] / "etl" / "sql" / "schema.sql"

Row = dict[str, Any]

# What a row holds when the test does not say: a quiet value for every NOT NULL column.
DEFAULTS: dict[str, Row] = {
    "publication": {
        "city_zh": "云川市",
        "city_en": "Yunchuan",
        "is_sample": False,
        "version": "test",
    },
    "units": {"key_county": False, "ranked": True, "sort_order": 0},
    "indicators": {
        "sort_order": 0,
        "headline": True,
        "definition_zh": "定义",
        "definition_en": "Definition",
        "quantity": "money",
        "better": "higher",
        "levels": ["all"],
        "basis_zh": "分子 ÷ 分母",
        "basis_en": "numerator ÷ denominator",
    },
    "codes": {"sort_order": 0},
    "measures": {
        "sort_order": 0,
        "quantity": "money",
        "dataset": "funds",
        "counted_zh": "",
        "counted_en": "",
    },
    "measure_columns": {"sort_order": 0, "headers": []},
    "indicator_options": {"sort_order": 0, "numerator": "spent", "denominator": "allocated"},
    "benchmarks": {"fund_level": "all", "upload_id": "000001"},
    "coverage": {"upload_id": "000001"},
    "reconciliation": {"period": "2023-04", "may_differ": 0},
    "upload_problems": {"upload_id": "000001"},
    "warning_rules": {
        "sort_order": 0,
        "name_en": "name",
        "rule_zh": "规则",
        "rule_en": "rule",
        "says_zh": "说法",
        "says_en": "says",
        "advice_zh": "核实",
        "advice_en": "check",
        "severity": "high",
        "reads": [],
    },
    "warnings": {
        "period": "2023-04",
        "status": "new",
        "since": "2023-04",
        "last_seen": "2023-04",
        "figures": "{}",
    },
    "facts": {
        "fund_level": "all",
        "source": "ledger",
        "dimension": "",
        "member": "",
        "upload_id": "000001",
    },
    "standings": {
        "level": "all",
        "indicator": "spend_rate",
        "tied": False,
        "alike": False,
        "ranked": True,
        "light": "grey",
        "streak": 0,
    },
}
# The view on the months' files, which the schema does not hold, and what the file counts of it.
WARNINGS = """
CREATE TABLE warnings (
    period VARCHAR, rule VARCHAR, unit_code VARCHAR, subject VARCHAR, title VARCHAR,
    township VARCHAR, status VARCHAR, since VARCHAR, last_seen VARCHAR, upload_id VARCHAR,
    source_row INTEGER, figures VARCHAR, due DATE
)
"""
COUNTS = """
INSERT INTO warning_counts
SELECT period, rule, unit_code, status, since, due, count(*) FROM warnings GROUP BY ALL
"""
# What the test does not say is known wherever something was sent that the rule reads.
KNOWN = """
INSERT INTO warning_known
SELECT DISTINCT period, rule, units.unit_code
FROM (SELECT DISTINCT period FROM standings)
CROSS JOIN warning_rules
CROSS JOIN units
LEFT JOIN coverage USING (period, unit_code)
WHERE reads = [] OR list_contains(reads, dataset)
"""
LEVELS = [
    {"list": "fund_level", "code": code, "name_zh": zh, "name_en": en, "sort_order": order}
    for order, (code, zh, en) in enumerate(
        [
            ("central", "中央", "Central"),
            ("provincial", "省级", "Provincial"),
            ("municipal", "市级", "Municipal"),
            ("county", "县级", "County"),
        ]
    )
]
THREE = [
    {
        "indicator": code,
        "sort_order": order,
        "name_zh": zh,
        "name_en": en,
        "numerator": above,
        "denominator": below,
        "quantity": quantity,
        "levels": levels,
    }
    for order, (code, zh, en, above, below, quantity, levels) in enumerate(
        [
            (
                "start_rate",
                "项目开工率",
                "Start rate",
                "projects_started",
                "projects_planned",
                "projects",
                ["all"],
            ),
            (
                "spend_rate",
                "资金支出率",
                "Spend rate",
                "spent",
                "allocated",
                "money",
                ["all", "central", "provincial", "municipal", "county"],
            ),
            (
                "risk_elimination_rate",
                "风险消除率",
                "Risk-elimination rate",
                "persons_eliminated",
                "persons_monitored",
                "persons",
                ["all"],
            ),
        ]
    )
]


THRESHOLDS = [
    {"rule": "slow_start", "threshold": "days", "value": "30"},
    {"rule": "no_measure", "threshold": "months", "value": "1"},
    {"rule": "too_fast", "threshold": "months", "value": "6"},
]


def publish(home: Path, **tables: list[Row]) -> Path:
    """Publish these rows in `home` and give it back. Publication, levels, thresholds and the three
    headline indicators are there unless the test brings its own."""
    usual: dict[str, list[Row]] = {
        "publication": [{}],
        "codes": LEVELS,
        "indicators": THREE,
        "warning_thresholds": THRESHOLDS,
    }
    tables = usual | tables
    folder = home / "published"
    folder.mkdir(parents=True, exist_ok=True)
    number = len(list(folder.glob("board-*.duckdb"))) + 1
    path = folder / f"board-{number:06}.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(SCHEMA.read_text("utf-8"))
        connection.execute(WARNINGS)
        for table, rows in tables.items():
            for row in rows:
                filled = DEFAULTS.get(table, {}) | row
                columns = ", ".join(f'"{column}"' for column in filled)
                marks = ", ".join("?" * len(filled))
                connection.execute(
                    f"insert into {table} ({columns}) values ({marks})", list(filled.values())
                )
        connection.execute(COUNTS)
        if "warning_known" not in tables:
            connection.execute(KNOWN)
    (folder / "CURRENT").write_text(path.name, "utf-8")
    return home


def unit(code: str, name: str, name_en: str | None = None, **more: Any) -> Row:
    """A row of units; the short name is the name without its last character."""
    short = {"unit_code": code, "name": name, "short_name": name[:-1], "name_en": name_en or name}
    return short | {"sort_order": int(code)} | more


def standing(unit_code: str, above: Any, below: Any, period: str = "2023-04", **more: Any) -> Row:
    """A row of standings with value = above ÷ below; without them the unit did not report."""
    reported = above is not None and bool(below)
    row: Row = {
        "period": period,
        "unit_code": unit_code,
        "unit": unit_code,
        "numerator": above,
        "denominator": below,
        "value": float(above) / float(below) if reported else None,
        "ranked": reported and unit_code != "city",
        "reason": None if reported else "not_reported",
    }
    return row | more


def milestone(at_least: float, month: int, day: int, value: float | None = None) -> Row:
    """The columns of a standing that speak of the milestone in force in 2023."""
    gap = None if value is None else (value - at_least) * 100
    due = date(2023, month, day)
    return {"milestone": at_least, "milestone_due": due, "gap_milestone": gap}
