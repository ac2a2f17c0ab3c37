"""The rows behind a flow: they add up to it, whoever moved from one unit to another."""

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from board.behind import Figure
from board.behind_rows import rows
from tests.board.project_ledger import opened
from tests.pages.desk import Desk

HEAD = "户编号,县区,监测对象类别,人数,识别监测时间,风险是否已消除,消除监测时间"
# H1 moves and falls back; L1 moves and gets its first measure; G1 leaves, N1 is new.
MARCH = """
H1,云溪县,突发严重困难户,3,202301,是,202303,产业帮扶
L1,云溪县,突发严重困难户,2,202301,否,,
G1,云溪县,突发严重困难户,6,202301,否,,产业帮扶
K1,东岭县,突发严重困难户,5,202301,否,,产业帮扶
"""
APRIL = """
M2,云溪县,突发严重困难户,2,202302,否,,产业帮扶
K1,东岭县,突发严重困难户,6,202301,否,,产业帮扶
H1,东岭县,突发严重困难户,4,202301,否,,产业帮扶
L1,东岭县,突发严重困难户,2,202301,否,,健康帮扶
N1,东岭县,突发严重困难户,7,202304,否,,健康帮扶
"""

FLOW = ("opening", "new", "left", "changed", "closing")
MEMBERS = [
    *product(("households_monitored", "persons_monitored"), ["flow"], FLOW),
    *product(("households_monitored", "persons_monitored"), ["turn"], ["eliminated", "relapsed"]),
    *product(["households_measured"], ["months_to_measure"], ["0", "3"]),
]
Rows = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture(params=["measures", "no measures in March"])
def home(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    desk, head, march = Desk(tmp_path / "home"), HEAD + ",帮扶措施", MARCH
    if request.param == "measures":
        desk.send("监测_202303.csv", head + march)
    else:
        march = march.replace(",产业帮扶", ",").replace(",\n", "\n")
        desk.send("监测_202303.csv", HEAD + march)
    desk.send("监测_202304.csv", head + APRIL)
    return desk.path


def test_rows_add_up_to_every_flow(home: Path, published_rows: Rows) -> None:
    facts = published_rows(
        home,
        "SELECT unit_code, measure, dimension, member, value FROM facts"
        " WHERE period = '2023-04' AND dimension IN ('flow', 'turn', 'months_to_measure')",
    )
    board, found = opened(home), {}
    for unit, (measure, kind, member) in product(("990101", "990102"), MEMBERS):
        own = rows(board, "2023-04", Figure(measure, unit, "all", kind, member), "ledger")
        if own:
            found[unit, measure, kind, member] = own[0].total
    assert found == {tuple(key): value for *key, value in facts}
