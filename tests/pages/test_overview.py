"""The overview as a reader gets it: empty, with one unit, and full."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.board.published import milestone, publish, standing, unit

Open = Callable[..., AppTest]


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open the overview of a home with these tables: `reader(query={…}, locale=…, units=[…])`."""

    def open_page(
        query: dict[str, str] | None = None, locale: str = "zh-CN", **tables: Any
    ) -> AppTest:
        monkeypatch.setenv("BOARD_HOME", str(tmp_path))
        if tables:
            publish(tmp_path, **tables)
        page = AppTest.from_function(_script, default_timeout=30)
        page.context = {"locale": locale}
        for name, value in (query or {}).items():
            page.query_params[name] = value
        page.run()
        assert not page.exception
        return page

    return open_page


def _script() -> None:
    from pages import overview

    overview.render()


def drawn(page: AppTest) -> str:
    """The markup the panel was given."""
    given = [json.loads(component.proto.json) for component in page.get("bidi_component")]
    [html] = [data["html"] for data in given if "html" in data]
    assert isinstance(html, str)
    return html


ONE = {
    "units": [unit("990121", "云溪县", "Yunxi", tile_row=1, tile_column=1)],
    "standings": [
        standing("990121", 3, 4, rank=1, light="green", **milestone(0.3, 4, 30, 0.75)),
        standing("city", 3, 4, light="green", **milestone(0.3, 4, 30, 0.75)),
        standing("city", 1, 4, period="2023-03"),
    ],
}


def test_nothing_published_says_what_to_do_next(reader: Open) -> None:
    page = reader()
    assert page.title[0].value == "还没有可看的数据"
    assert "python -m etl init --sample" in [block.value for block in page.code]


def test_published_without_a_month_says_so_in_english(reader: Open) -> None:
    page = reader(locale="de-DE", units=[])
    assert page.title[0].value == "Nothing to show yet"
    assert "holds no month yet" in page.markdown[0].value


def test_one_unit_one_month_is_a_whole_page(reader: Open) -> None:
    page = reader(**ONE)
    html = drawn(page)
    assert page.title[0].value == "云川市 · 总览"
    assert "云溪县领先（75.00%）" in html
    assert "资金支出率：全部单位达到4月节点" in html
    assert "今年的节点都已到期" in html
    assert 'data-go="unit?unit=990121&amp;month=2023-04"' in html


def test_the_page_in_english_has_no_chinese(reader: Open) -> None:
    html = drawn(reader(query={"lang": "en"}, **ONE))
    assert "Yunxi leads (75.00%)" in html
    assert not [letter for letter in html if "一" <= letter <= "鿿"]


def test_the_address_chooses_month_level_and_indicator(reader: Open) -> None:
    page = reader(query={"month": "2023-03", "indicator": "start_rate"}, **ONE)
    assert [box.value for box in page.selectbox] == ["start_rate", "2023-03", "all"]
    assert "2023年3月31日" in drawn(page)


def test_an_unknown_month_falls_back_with_a_sentence(reader: Open) -> None:
    page = reader(query={"month": "1999-01"}, **ONE)
    assert page.info[0].value == "网址中的报告期“1999-01”没有数据，已改用默认的。"
    assert page.selectbox(key="pick_month").value == "2023-04"
    assert "month" not in page.query_params


def test_picking_a_month_puts_it_into_the_address(reader: Open) -> None:
    page = reader(**ONE)
    page.selectbox(key="pick_month").select("2023-03").run()
    assert page.query_params["month"] == "2023-03"
    assert "2023年3月31日" in drawn(page)


def test_a_unit_that_sent_nothing_stands_on_the_map_without_a_number(reader: Open) -> None:
    silent = standing("990122", None, None)
    units = [*ONE["units"], unit("990122", "石坪县", "Shiping")]
    html = drawn(reader(units=units, standings=[*ONE["standings"], silent]))
    assert "石坪县, 未报送, 无数据" in html


def test_names_from_a_file_stay_text(reader: Open) -> None:
    html = drawn(reader(units=[unit("990121", "<script>x", "x")], standings=ONE["standings"]))
    assert "<script>" not in html


def test_the_sample_city(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARD_HOME", str(sample_home))
    page = AppTest.from_file("../../app.py", default_timeout=60).run()
    assert not page.exception
    html = drawn(page)
    assert html.count('class="tile ') == 12
    assert html.count("<section") == 7
