"""The bars on the way to the next milestone: what is drawn for literal distances."""

from datetime import date
from decimal import Decimal

from board.overview import Field, Standing
from board.schedule import Distance, Schedule
from board.store import Indicator, Unit
from charts.schedule_bars import schedule_bars
from charts.theme import LIGHT
from wording import Words

ZH, EN = Words("zh"), Words("en")
JUNE = date(2023, 6, 30)
INDICATOR = Indicator(
    "spend_rate", True, "资金支出率", "Spend rate", "", "", "spent", "allocated", "money", "higher",
    ("all",), "支出 ÷ 下达", "spent ÷ allocated", None, None,
)  # fmt: skip
UNITS = {
    code: Unit(code, name, name[:-1], f"{name}-en", None, False, True, None, None, None)
    for code, name in (("990101", "云溪县"), ("990102", "东岭县"))
}


def distance(
    code: str, value: float, by_due: float | None, missing: int, **more: object
) -> Distance:
    standing = Standing(
        code, Decimal(1), Decimal(2), value, 1, False, False, None, None, None, None, None, None,
        None, "green", 0, 0.5, JUNE, None, None, None, None,
    )  # fmt: skip
    known = {"due": JUNE, "at_least": 0.5, "pace": Decimal(1), "met_on": None} | more
    amount = Decimal(missing)
    return Distance(
        standing=standing, missing=amount, per_month=amount, per_week=amount, pace_months=3,
        by_due=by_due, **known,  # type: ignore[arg-type]
    )  # fmt: skip


LATE = distance("990102", 0.2, 0.35, 9)
THERE = distance("990101", 0.6, 0.9, 0)


def ahead(*rows: Distance) -> tuple[Schedule, Field]:
    behind = tuple(each for each in rows if not each.reached)
    reached = tuple(each for each in rows if each.reached)
    answer = Field("2023-04", INDICATOR, "all", None, (), (), UNITS)
    return Schedule(JUNE, 0.5, None, behind, reached, (), (), ()), answer


def test_the_pale_bar_is_where_the_pace_leads_and_the_full_one_where_the_unit_is() -> None:
    figure = schedule_bars(*ahead(THERE, LATE), ZH, LIGHT)
    then, now = figure["data"]
    assert (now["x"], then["x"]) == ([20.0, 60.0], [35.0, 90.0])  # who is late comes first
    assert now["marker"]["color"] == [LIGHT.red, LIGHT.green]
    assert [shape["x0"] for shape in figure["layout"]["shapes"]] == [50.0, 50.0]
    [label] = figure["layout"]["annotations"]
    assert label["text"] == "6月30日 ≥ 50%"
    assert "照此进度到6月30日约35.00%" in now["hovertext"][0]


def test_milestones_of_their_own_stand_on_their_rows_and_have_no_common_label() -> None:
    own = distance("990102", 0.2, None, 9, at_least=0.4, pace=None)
    layout = schedule_bars(*ahead(THERE, own), EN, LIGHT)["layout"]
    assert [shape["x0"] for shape in layout["shapes"]] == [40.0, 50.0]
    assert layout["annotations"] == []
