"""Small notices, written by hand."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from briefing.chart import Chart, Series
from briefing.grid import Column, Value, count_column, grid, money_column
from briefing.notice.model import Drawing, Notice, Part, Table, Topic
from briefing.notice.said import Said, figure, line
from briefing.provenance import Provenance
from wording import Words

ZH, EN = Words("zh"), Words("en")


def notice(t: Words, units: int = 3) -> Notice:
    """A notice of one month with a table and a chart of so many units."""
    return replace(_written(t), tables=(table(t, units),), drawings=(drawing(t, units),))


def table(t: Words, units: int) -> Table:
    columns = [
        Column(t.of("位次", "Rank"), "rank"),
        Column(t.of("县（市、区）", "Unit")),
        money_column(t.of("下达资金", "Allocated"), t, summed=True),
        count_column(t.of("项目", "Projects"), "projects", t, summed=True),
        Column(t.of("支出率", "Spend rate"), "percent"),
        Column(t.of("比节点", "Gap to milestone"), "points", unit=t.of("个百分点", "pp")),
        Column(t.of("红绿灯", "Light")),
    ]
    rows: list[list[Value]] = [
        [
            n + 1,
            name(n, t),
            123_456_789.5 + n,
            1234 + n,
            Fraction(97 - n, 101),
            12.5 - n,
            t.light("yellow"),
        ]
        for n in range(units)
    ]
    rows[-1][4:6] = [t.reason("not_reported"), None]
    title = t.of("2023年4月资金支出率排名", "Spend rate by unit, Apr 2023")
    note = t.of("支出率＝支出÷下达。", "Spend rate = spent ÷ allocated.")
    return Table("spend_rate", title, grid(columns, rows), note)


def drawing(t: Words, units: int) -> Drawing:
    values = tuple(Fraction(97 - n, 101) for n in range(units))
    lights = tuple("green" if n < 2 else "red" for n in range(units))
    chart = Chart(
        "bars",
        tuple(name(n, t) for n in range(units)),
        (Series(t.of("支出率", "Spend rate"), values, lights=lights),),
    )
    return Drawing("spend_rate", t.of("云溪县领先", "Yunxi leads"), chart)


def name(n: int, t: Words) -> str:
    return t.of(f"云溪{n}县", f"Yunxi {n} County")


def _written(t: Words) -> Notice:
    rate = figure("96.04%", "?behind=spend_rate~city")
    said = t.of(f"全市支出率{rate}，超序时进度“50%”。", f"The city has spent {rate} of it.")
    opening = t.of("现将有关情况通报如下。" * 4, "This is where we stand. " * 8)
    topic = Topic("funds", t.of("资金支出", "Money spent"), (line(said), (Said("A < B & C"),)))
    return Notice(
        period="2023-04",
        level="all",
        title=t.of(
            "关于2023年4月巩固拓展脱贫攻坚成果同乡村振兴有效衔接重点工作进展情况的通报",
            "Notice on the progress of rural revitalisation work in April 2023",
        ),
        addressee=t.of("各县（市、区）人民政府：", "To the counties:"),
        opening=Topic("opening", "", (line(opening),)),
        parts=(
            Part("overall", t.of("总体情况", "Overall"), (topic,)),
            Part("problems", t.of("存在问题", "Problems"), (topic, topic)),
        ),
        tables=(),
        drawings=(),
        issuer=t.of("云溪市巩固衔接办", "Yunxi Office"),
        day=date(2023, 4, 30),
        dated=date(2023, 5, 12),
        provenance=Provenance(
            ((t.of("报告期", "Month"), t.month("2023-04")),),
            (),
            (t.of("数据版本", "Data version"), "board-000042"),
        ),
    )
