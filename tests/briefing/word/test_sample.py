"""The sample city's own notice and slips: tables are read back whole, and no text has a scar."""

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from board.store import Board
from briefing.notice.compose import notice
from briefing.slips import Slip, slips
from briefing.word.document import docx_file
from briefing.word.slip import slips_zip
from tests.briefing.word.notices import EN, ZH
from tests.briefing.word.reading import opened, tables, texts, workbooks
from wording import Words

MADE = datetime(2023, 5, 4, 9, 30)
SCARS = re.compile(r"None|nan|[{}—]|，。|；。|，，|、、|: *\.|, *\.|, ,|%%|-\d|\.\.|。。")
BOTH = pytest.mark.parametrize("t", [ZH, EN], ids=["zh", "en"])


@BOTH
def test_every_table_and_chart_of_the_notice_is_in_the_file(board: Board, t: Words) -> None:
    told = notice(board, "2023-04", "all", t, made=MADE)
    made = docx_file(told, t, None)
    grids = [each.grid for each in told.tables]
    assert tables(made) == [[grid.heads(t), *grid.printed(t)] for grid in grids]
    # The first column of a workbook are the categories, the first row the series.
    drawn = [[row[0] for row in rows[1:]] for rows in workbooks(made)]
    assert drawn == [list(each.chart.categories) for each in told.drawings]
    notes = [each.note for each in told.drawings]
    assert all("÷" in note for note in notes)
    assert set(notes) <= set(texts(made))
    assert opened(made).core_properties.title == told.title


@BOTH
@pytest.mark.parametrize("level", ["all", "central"])
def test_slips_of_every_month_read_well(board: Board, t: Words, level: str) -> None:
    for period in board.periods:
        for slip in slips(board, period, level, t, made=MADE):
            said = "\n".join(_said(slip))
            assert not SCARS.search(said), said


@BOTH
def test_slips_of_a_month_lie_in_one_file(board: Board, t: Words) -> None:
    found = slips(board, "2023-04", "all", t, made=MADE)
    with ZipFile(BytesIO(slips_zip(found, t, None))) as file:
        titles = [texts(file.read(name))[0].replace("|", "") for name in file.namelist()]
    assert titles == [each.title for each in found]
    assert len(found) > 1


def _said(slip: Slip) -> list[str]:
    parts = [line for part in slip.parts for line in (part.heading, *part.lines, part.note)]
    return [slip.title, slip.addressee, slip.opening, *parts, slip.closing, slip.issuer]
