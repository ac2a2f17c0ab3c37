"""会商 as handed to the browser: every screen's message, also where there is little to say."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.board.published import milestone, publish, standing, unit

RATES = ("start_rate", "spend_rate", "risk_elimination_rate")
Open = Callable[..., dict[str, str]]


@pytest.fixture
def screens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open /present of a home with these tables: each screen's markup by its code."""

    def open_page(query: dict[str, str] | None = None, **tables: Any) -> dict[str, str]:
        monkeypatch.setenv("BOARD_HOME", str(publish(tmp_path, **tables)))
        page = AppTest.from_function(_script, default_timeout=30)
        page.context = {"locale": "zh-CN"}
        for name, value in (query or {}).items():
            page.query_params[name] = value
        page.run()
        assert not page.exception
        [component] = page.get("bidi_component")
        html = json.loads(component.proto.json)["html"]
        parts = re.split(r'<section class="screen" data-screen="(\w+)">', html)
        return dict(zip(parts[1::2], parts[2::2], strict=True))

    return open_page


def _script() -> None:
    from pages import present

    present.render()


def standings(units: int, **more: Any) -> list[dict[str, Any]]:
    """Every headline rate of so many units, best first, and of the city."""
    return [
        standing(code, above, 1000, indicator=rate, **ranked | more)
        for rate in RATES
        for code, above, ranked in [
            *((f"99{n:04}", 1000 - n, {"rank": n + 1}) for n in range(units)),
            ("city", 500, {}),
        ]
    ]


def units(count: int, name: str = "第{n}县") -> list[dict[str, Any]]:
    return [unit(f"99{n:04}", name.format(n=n)) for n in range(count)]


def title(screen: str) -> str:
    found: list[str] = re.findall("<h1>(.*?)</h1>", screen)
    assert len(found) == 1
    return found[0]


def test_one_unit_in_january_without_benchmarks_is_whole(screens: Open) -> None:
    shown = screens(units=units(1), standings=standings(1, period="2023-01"))
    assert list(shown) == ["cards", "map", *RATES, "lag", "next", "warnings", "missing"]
    assert title(shown["cards"]) == "2023年1月：项目开工率、资金支出率、风险消除率暂无基准"
    assert title(shown["spend_rate"]) == "资金支出率：第0县领先（100.00%）"
    assert title(shown["next"]) == "资金支出率没有设定节点"
    whole = "".join(shown.values())
    assert not re.search(r"nan|None|—%|（）|\(\)", whole)


def test_a_milestone_is_told_with_what_the_city_lacks(screens: Open) -> None:
    ahead = (
        {"next_milestone": 0.6, "next_due": "2023-06-30"}
        | milestone(0.3, 4, 30, 0.5)
        | {"light": "green"}
    )
    shown = screens(units=units(1), standings=standings(1, **ahead))
    assert title(shown["cards"]).endswith("项目开工率、资金支出率、风险消除率达到节点")
    assert title(shown["next"]) == "资金支出率：下一节点：6月30日达到60%，全市还差0.01万元"


def test_of_a_hundred_units_front_and_last_are_drawn_and_the_rest_counted(screens: Open) -> None:
    shown = screens(units=units(100), standings=standings(100))
    ranks = [int(n) for n in re.findall(r'class="rank">(\d+)', shown["spend_rate"])]
    assert ranks == [*range(1, 9), *range(94, 101)]
    assert "其余85个单位见县区排名" in shown["spend_rate"]


def test_thirty_units_are_all_on_the_map_with_their_ranks(screens: Open) -> None:
    shown = screens(units=units(30), standings=standings(30, light="red"))["map"]
    assert re.findall(r'class="sign">■ (\d+)</span>', shown) == [str(n) for n in range(1, 31)]
    assert 'class="tallies"' not in shown


def test_of_more_the_last_have_large_tiles_and_all_are_counted_by_light(screens: Open) -> None:
    """Without ranks and under short names; on the tile the full name is said when pointed at."""
    rows = [
        each | {"light": "green" if (each.get("rank") or 0) <= 25 else "red"}
        for each in standings(36)
        if each["unit_code"] != "990005"
    ]
    silent = [standing("990005", None, None, indicator=rate) for rate in RATES]
    placed = [each | {"tile_row": 1, "tile_column": n} for n, each in enumerate(units(36), 1)]
    shown = screens(units=placed, standings=[*rows, *silent])["map"]
    tiles = re.findall(r'class="sign">(.)</span>(\w+)<', shown)
    assert tiles == [("■" if n >= 25 else "●", f"第{n}") for n in range(35, 11, -1)]
    assert 'title="第35县, 96.50%, 第36位, 滞后"' in shown
    assert "grid-column" not in shown
    lights = re.findall(r"<li>(\w+)<b class=\"\w+\">(.+?)</b>", shown)
    assert lights == [("达标", "● 24"), ("滞后", "■ 11"), ("无数据", "— 1")]
    assert "只显示24个单位，排名靠后的在前；其余12个见县区排名。" in shown
    assert "未报送：第5县。" in shown


def test_many_in_one_place_are_counted_in_the_title(screens: Open) -> None:
    tied = standings(8, rank=1, tied=True, value=1.0)
    shown = screens(units=units(8), standings=tied)
    names = "第0县、第1县、第2县、第3县、第4县"
    assert title(shown["spend_rate"]) == f"资金支出率：{names}等8个单位并列第一（100.00%）"


def test_a_unit_that_sent_nothing_is_named_below_map_and_ranking(screens: Open) -> None:
    silent = [standing("990001", None, None, indicator=rate) for rate in RATES]
    shown = screens(units=units(2), standings=[*standings(1), *silent])
    for code in ("map", *RATES):
        assert "未报送：第1县。" in shown[code]


def test_names_from_a_file_stay_text(screens: Open) -> None:
    shown = screens(units=units(1, "<b>“{n}\"'县"), standings=standings(1))
    assert "<b>“" not in "".join(shown.values())
    assert "&lt;b&gt;“0&quot;&#x27;县" in shown["map"]


def test_the_indicator_of_the_map_is_the_address(screens: Open) -> None:
    shown = screens({"indicator": "start_rate"}, units=units(1), standings=standings(1))
    assert title(shown["map"]).startswith("项目开工率：")
