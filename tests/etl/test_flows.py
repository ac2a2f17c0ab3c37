"""How the stock of households moved: who went from one unit to another, and what is not known."""

import pytest

HEAD = "户编号,县区,监测对象类别,人数,识别监测时间,风险是否已消除,消除监测时间,帮扶措施\n"
KIND = "突发严重困难户"
# H1 moves to 乙县 and falls back there, L1 moves and gets its first measure there. X1 of 乙县 is
# another household than 甲县's; who of the two Y1 came from 甲县 nobody knows.
MARCH = f"""\
H1,甲县,{KIND},3,202301,是,202303,产业帮扶
L1,甲县,{KIND},2,202301,否,,
M2,甲县,{KIND},2,202302,否,,产业帮扶
X1,甲县,{KIND},6,202301,否,,产业帮扶
Y1,甲县,{KIND},1,202301,否,,产业帮扶
K1,乙县,{KIND},5,202301,否,,产业帮扶
Z1,丙县,{KIND},5,202301,否,,产业帮扶
"""
APRIL = f"""\
M2,甲县,{KIND},2,202302,否,,产业帮扶
K1,乙县,{KIND},5,202301,否,,产业帮扶
H1,乙县,{KIND},4,202301,否,,产业帮扶
L1,乙县,{KIND},2,202301,否,,健康帮扶
X1,乙县,{KIND},7,202212,否,,
Y1,乙县,{KIND},1,202301,否,,
"""
APRIL_OF_BING = f"""\
Z1,丙县,{KIND},5,202301,否,,产业帮扶
Y1,丙县,{KIND},1,202301,否,,
"""


@pytest.fixture
def flows(home, published_rows):
    """Return what one dimension of April is: {(unit's last digit, member): value}."""

    def found(dimension, measure):
        sql = (
            "SELECT right(unit_code, 1), member, value FROM facts"
            " WHERE period = '2023-04' AND dimension = ? AND measure = ?"
        )
        rows = published_rows(home.path, sql, dimension, measure)
        return {(unit, member): value for unit, member, value in rows}

    return found


def send(home):
    home.load("监测_202303.csv", HEAD + MARCH)
    home.load("监测_202304.csv", HEAD + APRIL)
    home.load("丙县监测_202304.csv", HEAD + APRIL_OF_BING)


def test_who_moves_is_less_where_it_was_and_more_where_it_is(home, flows):
    send(home)
    assert flows("flow", "households_monitored") == {
        ("1", "opening"): 5, ("1", "left"): 2, ("1", "changed"): -2, ("1", "closing"): 1,
        ("2", "opening"): 1, ("2", "changed"): 4, ("2", "closing"): 5,
        ("3", "opening"): 1, ("3", "changed"): 1, ("3", "closing"): 2,
    }  # fmt: skip
    assert flows("flow", "persons_monitored") == {
        ("1", "opening"): 14, ("1", "left"): 7, ("1", "changed"): -5, ("1", "closing"): 2,
        ("2", "opening"): 5, ("2", "changed"): 14, ("2", "closing"): 19,
        ("3", "opening"): 5, ("3", "changed"): 1, ("3", "closing"): 6,
    }  # fmt: skip


def test_a_household_that_moves_takes_what_is_known_of_it_along(home, flows):
    send(home)
    assert flows("turn", "households_monitored") == {("2", "relapsed"): 1}
    assert flows("months_to_measure", "households_measured") == {("2", "3"): 1}


@pytest.mark.parametrize(
    ("march", "first"),
    [
        (HEAD + f"H1,甲县,{KIND},3,202301,否,,\n", {("1", "3"): 1, ("1", "0"): 1}),
        (HEAD.replace(",帮扶措施", "") + f"H1,甲县,{KIND},3,202301,否,\n", {}),
    ],
)
def test_a_measure_is_the_first_only_where_last_months_file_had_measures(home, flows, march, first):
    home.load("监测_202303.csv", march)
    now = f"H1,甲县,{KIND},3,202301,否,,产业帮扶\nH2,甲县,{KIND},3,202304,否,,产业帮扶\n"
    home.load("监测_202304.csv", HEAD + now)
    assert flows("months_to_measure", "households_measured") == first
