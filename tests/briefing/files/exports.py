"""Exports from literal figures, for the tests of their files."""

from decimal import Decimal

from briefing.chart import Chart, Series
from briefing.export import Export
from briefing.grid import Column, Grid, Value, grid
from briefing.provenance import Provenance
from wording import Words

ZH, EN = Words("zh"), Words("en")
SAID = Provenance((("报告期", "2023年4月"),), (), ("数据版本", "board-000001"))
# As units and projects are called by those who wish a spreadsheet ill, or just carelessly.
NAMES = ("云溪县", '=HYPERLINK("http://a","b")', "+1", "-东岭", "@北原", '甲"乙,丙', "长" * 300)


def money(t: Words = ZH) -> tuple[Column, ...]:
    return (
        Column("名次", "rank"),
        Column("单位"),
        Column("支出", "money", t.column_unit("money"), summed=True),
        Column("下达", "money", t.column_unit("money"), summed=True),
        Column("支出率", "percent", ratio=(2, 3)),
        Column("较节点", "points", "个百分点"),
    )


def row(rank: int | None, name: str, spent: Value, allocated: Value) -> tuple[Value, ...]:
    if isinstance(spent, Decimal) and isinstance(allocated, Decimal) and allocated:
        value = float(spent / allocated)
        return rank, name, spent, allocated, value, (value - 0.3) * 100
    return rank, name, spent, allocated, "无任务", None


def ranked(names: tuple[str, ...] = NAMES) -> Grid:
    """A row a name, and their total."""
    parts = [(Decimal("1000.01") * n, Decimal("7000.03") * n) for n in range(1, len(names) + 1)]
    rows = [row(n, name, *part) for n, (name, part) in enumerate(zip(names, parts, strict=True), 1)]
    spent, allocated = (sum((part[place] for part in parts), Decimal()) for place in (0, 1))
    return grid(money(), [*rows, row(None, "全市", spent, allocated)], total=True)


def bars(found: Grid) -> Chart:
    """The rates of a grid of `ranked`, each under a light."""
    lights = tuple("green" if place % 2 else "red" for place in range(len(found.rows)))
    names, values = zip(*((str(each[1]), each[4]) for each in found.rows), strict=True)
    return Chart("bars", names, (Series("支出率", values, "blue", lights),))


def export(found: Grid, chart: Chart | None = None, **more: str) -> Export:
    said = {"name": "支出率 2023年4月", "title": "云溪县领先", "sentence": "全市缺1个单位。"} | more
    return Export(**said, grid=found, provenance=SAID, chart=chart)
