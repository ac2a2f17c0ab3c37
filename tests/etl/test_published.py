"""The published file explains itself and opens anywhere."""

import re

import duckdb
import pytest

# 中文 · English, whose half has no Chinese; a code or a name may be its own Chinese.
BOTH = re.compile(r"[^·]+ · [^\u3400-\u9fff]+")
FUNDS = "县区,级次,批次,下达资金,支出资金\n"


@pytest.fixture
def con(home):
    home.load("资金_202304.csv", FUNDS + "甲县,中央,一,10,1\n乙县,中央,一,10,2\n")
    home.load("甲县_202304.csv", FUNDS + "甲县,中央,二,10,4\n甲县,省级,一,5,\n")
    path = home.path / "published" / (home.path / "published/CURRENT").read_text().strip()
    with duckdb.connect(str(path), read_only=True) as con:
        yield con


def test_every_table_view_and_column_has_a_comment_in_both_languages(con):
    for kind in ("table", "view", "column"):
        comments = con.execute(
            f"SELECT * EXCLUDE (comment), comment FROM duckdb_{kind}s() WHERE NOT internal"
        ).fetchall()
        assert comments
        assert [where for *where, comment in comments if not BOTH.fullmatch(comment or "")] == []


def test_views_hold_exactly_the_rows_in_force(con):
    rows = con.execute(
        "SELECT unit_code, batch, fund_level, allocated, spent, upload_id, source_row FROM funds"
        " ORDER BY ALL"
    ).fetchall()
    assert [(*row[:3], int(row[3]), int(row[4]), *row[5:]) for row in rows] == [
        ("990101", "一", "provincial", 50_000, 0, "000002", 3),
        ("990101", "二", "central", 100_000, 40_000, "000002", 2),
        ("990102", "一", "central", 100_000, 20_000, "000001", 3),
    ]
    for view in ("projects", "households"):
        assert con.execute(f"FROM {view}").fetchall() == []


def test_the_rows_in_force_add_up_to_the_facts(con):
    for measure in ("allocated", "spent"):
        assert (
            con.execute(f"SELECT sum({measure}) FROM funds").fetchall()
            == con.execute(
                "SELECT sum(value) FROM facts WHERE dimension = '' AND measure = ?", [measure]
            ).fetchall()
        )


def test_names_are_kept_without_marks_that_no_document_can_hold_or_that_turn_it(home):
    home.reference("units.csv", "code,name\n990101,甲\ufffe\u202e县\x02\n")
    header = "项目编号,项目名称,县区,项目类别,乡镇\n"
    rows = header + "P1,\u202e水\x02渠\ufffe\u2066,甲县,产业,\x0b东镇\x1f\n"
    home.load("项目_202304.csv", rows)
    path = home.path / "published" / (home.path / "published/CURRENT").read_text().strip()
    with duckdb.connect(str(path), read_only=True) as con:
        assert con.execute("SELECT name, township FROM projects").fetchall() == [("水渠", "东镇")]
        assert con.execute("SELECT name FROM units").fetchall() == [("甲县",)]
