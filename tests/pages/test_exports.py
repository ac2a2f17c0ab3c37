"""Every card of a page offers its files, and each of them can be made and opened."""

import csv
import io
from collections.abc import Mapping
from datetime import datetime
from importlib import import_module
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from briefing.export import Export
from briefing.files.csv import csv_file
from briefing.files.slide import pptx_file
from briefing.files.xlsx import xlsx_file
from tests.pages.desk import ran, said
from ui.export import Exported
from wording import LANGUAGES, Words

MADE = datetime(2023, 5, 10, 9, 30)
OVERVIEW = "start_rate spend_rate risk_elimination_rate tiles bars ahead reporting"
SUMS = "money_levels money_categories projects households"
LONGER = ("overview", "unit")  # pages whose files name in their message whom it is about
IN_DIALOGS = ("history", "behind")  # cards that say less than their files: the rest stands above
# The cards of a page by their keys; those that have nothing to show have nothing to offer.
CARDS = {
    "overview": OVERVIEW,
    "overview?indicator=start_rate&level=central&month=2023-01": OVERVIEW,
    "ranking": "standings standings_table",
    "ranking?level=central": "standings standings_table",
    "ranking?behind=spend_rate~city~central&month=2023-03": "standings standings_table behind",
    "ranking?behind=spend_rate~990129&part=denominator": "standings standings_table behind",
    "ranking?behind=start_rate~990129": "standings standings_table behind",
    "ranking?behind=projects_planned": "standings standings_table behind",
    "monitoring?behind=households_monitored~990127~all~turn~relapsed": ("types risks units behind"),
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
    "monitoring": "types risks units",
    "monitoring?risk=因病&count=households": "types risks units",
    "monitoring?unit=990129": "types risks townships",
    "monitoring?view=flow": "flow flow_units flow_months",
    "monitoring?view=flow&unit=990129": "flow flow_units flow_months",
    "monitoring?view=elimination": "standardised mix cohorts",
    "monitoring?view=elimination&unit=990129": (
        "standardised mix cohorts townships_risk_elimination_rate townships_measure_coverage"
    ),
    "monitoring?view=help": "kinds first_measures eliminations",
    "monitoring?view=help&unit=990124": "kinds first_measures eliminations",
    "warnings": "warnings warning_rows",
    "warnings?unit=990129&rule=slow_start&status=cleared": "warnings warning_rows",
    "reconciliation": "comparisons agreements",
    "reconciliation?unit=990129": "comparisons agreements",
    "funds": "course units denominators",
    "funds?unit=990129": "course units denominators",
    "funds?view=uses": "uses industry",
    "funds?view=issues&unit=990129": "issues",
    "funds?view=years": "years key_counties",
    "projects": "units categories stage_table carried relief",
    "projects?unit=990129": "units categories stage_table carried relief",
    "projects?category=产业发展": "units categories stage_table carried relief",
    "projects?view=days&days=month2&department=水利局": "days unit_days days_list",
    "projects?view=late&late=finish&origin=carried": "late late_list",
    "projects?view=late&unit=990129&stage=在建": "late late_list",
    "projects?view=townships&rate=completion_rate": "townships",
    "projects?view=townships&unit=990129": "townships",
    "definitions": "indicators formula options milestones",
    "definitions?view=dictionary&table=facts": "relations relation",
    "reporting": "matrix",
    "reporting?cell=990129.funds": "matrix history",
}


def render(page: str) -> None:
    from importlib import import_module

    import_module(f"pages.{page}").render()


@pytest.fixture
def offered(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Exported]:
    """What the cards of the pages that are opened offer, by their keys."""
    found: dict[str, Exported] = {}
    monkeypatch.setenv("BOARD_HOME", str(sample_home))

    def one(export: Exported, *, key: str) -> None:
        found[key] = export

    def several(exports: Mapping[str, Exported], *, key: str) -> None:
        found.update(exports)

    # By their modules: `ui.show` is the function of that name.
    for room in ("ui.show", "pages.ranking.months", "pages.unit.course"):
        monkeypatch.setattr(import_module(room), "export_menu", one)
    monkeypatch.setattr(import_module("pages.overview"), "export_menus", several)
    return found


def opened(address: str, language: str) -> AppTest:
    page, _, query = address.partition("?")
    app = AppTest.from_function(render, args=(page,), default_timeout=60)
    for name, values in (parse_qs(query) | {"lang": [language]}).items():
        app.query_params[name] = values[0]
    return ran(app.run())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", CARDS)
def test_every_card_is_a_file_of_every_kind(
    offered: dict[str, Exported], address: str, language: str
) -> None:
    app, t = opened(address, language), Words(language)  # type: ignore[arg-type]
    assert set(offered) == set(CARDS[address].split())
    page, seen = address.partition("?")[0], said(app)
    for key, export in offered.items():
        made = export(MADE)
        assert page in LONGER or key in IN_DIALOGS or made.title in seen, key
        assert made.grid.rows, key
        _read_back(made, t)


def _read_back(made: Export, t: Words) -> None:
    """The headings, the rows and the chart stand in the files as programs read them."""
    rows, columns = len(made.grid.rows), len(made.grid.columns)
    heads, *lines = csv.reader(io.StringIO(csv_file(made, t).decode("utf-8-sig"), ""))
    assert heads == made.grid.heads(t)
    assert all(len(line) == columns for line in lines[:rows])
    book = load_workbook(io.BytesIO(xlsx_file(made, t)))
    assert book.worksheets[0].max_row >= 1 + rows
    (slide,) = Presentation(io.BytesIO(pptx_file(made, t))).slides
    drawn = [shape.has_chart for shape in slide.shapes]
    assert any(drawn) == (made.chart is not None)
