"""Each card of overview, ranking and unit page offers its files, and each can be made."""

from collections.abc import Mapping
from datetime import datetime
from importlib import import_module
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from briefing.files.csv import csv_file
from briefing.files.slide import pptx_file
from briefing.files.xlsx import xlsx_file
from tests.pages.desk import ran
from ui.export import Exported
from wording import LANGUAGES, Words

MADE = datetime(2023, 5, 10, 9, 30)
OVERVIEW = "start_rate spend_rate risk_elimination_rate tiles bars ahead reporting"
SUMS = "money_levels money_categories projects households"
CARDS = {
    "overview": OVERVIEW,
    "overview?indicator=start_rate&level=central&month=2023-01": OVERVIEW,
    "ranking": "standings standings_table",
    "ranking?level=central": "standings standings_table",
    "ranking?view=ranks&line=990129": "ranks",
    "ranking?view=colours&span=all": "colours",
    "ranking?view=groups": "groups",
    "ranking?view=improvement": "improvement improvement_table",
    "ranking?view=improvement&month=2023-01": "",
    "ranking?view=schedule": "schedule schedule_table",
    "ranking?view=schedule&indicator=industry_share": "",
    "ranking?view=streaks": "streaks streaks_table",
    "unit": f"readings course unit_warnings {SUMS}",
    "unit?unit=990129&course=all&level=county": f"readings course unit_warnings {SUMS}",
}


def render(page: str) -> None:
    from importlib import import_module

    import_module(f"pages.{page}").render()


@pytest.fixture
def offered(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Exported]:
    """What the cards of the pages that are opened offer, by their keys."""
    found: dict[str, Exported] = {}

    def one(export: Exported, *, key: str) -> None:
        found[key] = export

    def several(exports: Mapping[str, Exported], *, key: str) -> None:
        found.update(exports)

    monkeypatch.setenv("BOARD_HOME", str(sample_home))
    for room in ("ui.show", "pages.ranking.months", "pages.unit.course"):
        monkeypatch.setattr(import_module(room), "export_menu", one)
    monkeypatch.setattr(import_module("pages.overview"), "export_menus", several)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", CARDS)
def test_every_card_is_a_file_of_every_kind(
    offered: dict[str, Exported], address: str, language: str
) -> None:
    page, _, query = address.partition("?")
    app = AppTest.from_function(render, args=(page,), default_timeout=60)
    for name, values in (parse_qs(query) | {"lang": [language]}).items():
        app.query_params[name] = values[0]
    ran(app.run())
    t = Words(language)  # type: ignore[arg-type]
    assert set(offered) == set(CARDS[address].split())
    for key, export in offered.items():
        made = export(MADE)
        assert made.grid.rows, key
        assert made.title and made.provenance.lines, key
        for write in (csv_file, xlsx_file, pptx_file):
            assert len(write(made, t)) > 100, key
