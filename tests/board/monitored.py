"""Literal households of a city of three counties, one of which is silent, for the tests of what is
said of them."""

from tests.board.published import LEVELS, THREE, Row, standing, unit

A, B, C = "990101", "990102", "990103"
LISTS = {
    "monitor_type": {"脱贫不稳定户": "Not stably out of poverty", "突发严重困难户": "Sudden"},
    "risk": {"因病": "Illness", "因残": "Disability"},
    "measure_kind": {"产业帮扶": "Industry", "综合保障": "Safety net"},
    "dataset": {"households": "Household ledger"},
}
COVERAGE: Row = {
    "indicator": "measure_coverage", "sort_order": 3, "name_zh": "帮扶措施落实率",
    "name_en": "Measure coverage", "numerator": "households_measured",
    "denominator": "households_monitored", "quantity": "households",
}  # fmt: skip
MEASURES = (
    "households_monitored persons_monitored households_eliminated persons_eliminated"
    " households_measured"
).split()


def counted(code: str, dimension: str, member: str, *values: int) -> list[Row]:
    """A member's households, persons, those out of risk, and households with a measure."""
    return [
        {
            "period": "2023-04", "unit_code": code, "measure": measure, "value": value,
            "dimension": dimension, "member": member,
        }
        for measure, value in zip(MEASURES, values, strict=False)
    ]  # fmt: skip


def moved(code: str, period: str, **parts: int) -> list[Row]:
    return [
        {
            "period": period, "unit_code": code, "measure": f"{quantity}_monitored",
            "dimension": "turn" if member == "relapsed" else "flow", "member": member,
            "value": value * (1 if quantity == "households" else 3),
        }
        for member, value in parts.items()
        for quantity in ("households", "persons")
    ]  # fmt: skip


def codes() -> list[Row]:
    return LEVELS + [
        {"list": name, "code": zh, "name_zh": zh, "name_en": en, "sort_order": order}
        for name, entries in LISTS.items()
        for order, (zh, en) in enumerate(entries.items())
    ]


# As in tests/board/test_standardised.py: 350 of 1 000 against 425, and yet better for its mix.
FULL: dict[str, list[Row]] = {
    "units": [
        unit(A, "云溪县", "Yunxi"),
        unit(B, "东岭县", "Dongling"),
        unit(C, "河湾县", "Hewan"),
    ],
    "codes": codes(),
    "indicators": [*THREE, COVERAGE],
    "standings": [
        *(standing("city", 1, 2, period) for period in ("2023-03", "2023-04")),
        standing("city", 170, 200, indicator="measure_coverage"),
        standing(A, 80, 100, indicator="measure_coverage"),
    ],
    "coverage": [
        {"dataset": "households", "period": period, "unit_code": code}
        for code, period in [
            (A, "2023-03"), (A, "2023-04"), (B, "2023-03"),
            (B, "2023-04"), (C, "2023-03"),
        ]
    ],
    "facts": [
        *counted(A, "", "", 100, 400, 35, 140, 80),
        *counted(A, "monitor_type", "脱贫不稳定户", 25, 100, 13, 50),
        *counted(A, "monitor_type", "突发严重困难户", 75, 300, 22, 90),
        *counted(B, "", "", 100, 400, 42, 170, 90),
        *counted(B, "monitor_type", "脱贫不稳定户", 75, 300, 37, 150),
        *counted(B, "monitor_type", "突发严重困难户", 25, 100, 5, 20),
        *counted(A, "risk", "因病", 90, 360, 30, 120),
        *counted(A, "risk", "因残", 60, 240, 20, 80),
        *counted(B, "risk", "因病", 50, 200, 20, 80),
        *counted(A, "measure_kind", "产业帮扶", 40),
        *counted(A, "measure_kind", "综合保障", 70),
        *counted(A, "identified_year", "2023", 10, 40, 1, 4),
        *counted(A, "identified_year", "2022", 90, 360, 34, 136),
        *counted(A, "township", "清河镇", 60, 240, 20, 80, 50),
        *counted(A, "township", "白石乡", 40, 160, 15, 60, 30),
        *counted(A, "months_to_elimination", "4", 2, 8, 2),
        *counted(A, "months_to_elimination", "9", 33, 132, 33),
        {"period": "2023-04", "unit_code": A, "measure": "persons_no_labour", "value": 7},
        {"period": "2023-04", "unit_code": A, "measure": "households_measured",
         "dimension": "months_to_measure", "member": "0", "value": 3},
        {"period": "2023-04", "unit_code": A, "measure": "households_measured",
         "dimension": "months_to_measure", "member": "2", "value": 1},
        *moved(A, "2023-04", opening=98, new=4, left=3, changed=1, closing=100, relapsed=2),
        *moved(B, "2023-04", opening=100, closing=100),
    ],
}  # fmt: skip
