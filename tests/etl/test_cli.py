"""The command line as others script against it: exits, one-line refusals, the shape of JSON."""

import csv
import io
import json

import pytest

GOOD = "县区,级次,批次,下达资金,支出资金\n甲县,中央,一,10,4\n乙县,中央,一,10,5\n"
FILE_KEYS = (
    "file dataset period encoding sheet header_row rows_read rows_kept units ignored_columns"
    " personal_columns totals problems accepted upload_id"
).split()
PROBLEM_KEYS = "row column header value code severity message message_en".split()
STANDING_KEYS = (
    "period unit_code unit level indicator numerator denominator value rank tied ranked reason"
    " milestone province gap_milestone gap_province previous_rank light streak"
).split()


def test_json_of_an_accepted_file(home):
    told = home.load("资金_202304.csv", GOOD)
    assert list(told) == FILE_KEYS
    assert told | {"problems": []} == {
        "file": "资金_202304.csv", "dataset": "funds", "period": "2023-04", "encoding": "utf-8",
        "sheet": None, "header_row": 1, "rows_read": 2, "rows_kept": 2,
        "units": ["990101", "990102"], "ignored_columns": [], "personal_columns": [],
        "totals": {"allocated": 200_000, "industry_base": 200_000, "spent": 90_000},
        "problems": [], "accepted": True, "upload_id": "000001",
    }  # fmt: skip


def test_json_of_a_refused_file(home):
    told = home.load("资金_202304.csv", GOOD.replace("乙县", "丁县"), exits=1)
    assert list(told) == [*FILE_KEYS, "error"]
    assert list(told["problems"][0]) == PROBLEM_KEYS
    assert (told["accepted"], told["upload_id"]) == (False, None)


def test_json_of_files_that_cannot_be_read_stands_beside_the_others(home, capsys):
    from etl.cli import main

    files = [home.file("好_202304.csv", GOOD), home.file("空.csv", ""), home.path / "没有.csv"]
    code = main(["--home", str(home.path), "load", *map(str, files), "--json"])
    good, empty, missing = json.loads(capsys.readouterr().out)
    assert code == 2
    assert good["accepted"]
    assert list(empty) == list(missing) == [*FILE_KEYS, "error"]
    assert "文件是空的" in empty["error"]


@pytest.mark.parametrize("content", ["\ufeff", "\ufeff \r\n"])
def test_a_file_of_nothing_but_a_byte_order_mark_is_empty(home, content):
    assert "文件是空的" in home.run("load", home.file("x.csv", content), exits=2)


@pytest.mark.parametrize(
    ("table", "text", "said"),
    [
        ("units.csv", "code,name\n990101,甲县\n990101,乙县\n", "units.csv:3:"),
        ("units.csv", "code,name\n990101,甲县\n990102,甲县\n", "units.csv:3:"),
        ("units.csv", "code,name,ranked\n990101,甲县,maybe\n", "units.csv:2:"),
        ("units.csv", "code,name,colour\n990101,甲县,red\n", "units.csv:1:"),
        ("units.csv", "code,name,name\n990101,甲县,乙县\n", "units.csv:1:"),
        ("units.csv", "\ufeff", "units.csv:1:"),
        ("targets.csv", "indicator,due,at_least\nspent_rate,04-30,30\n", "targets.csv:2:"),
        ("targets.csv", "indicator,due,at_least\nspend_rate,04-30,nan\n", "targets.csv:2:"),
        ("targets.csv", "indicator,due,at_least\nspend_rate,13-30,30\n", "targets.csv:2:"),
        ("targets.csv", "indicator,unit,due,at_least\nspend_rate,1,04-30,30\n", "targets.csv:2:"),
        (
            "targets.csv",
            "indicator,due,at_least\nspend_rate,04-30,30\nspend_rate,4-30,40\n",
            "targets.csv:3:",
        ),
        ("settings.toml", 'city = "云川市"\ncolour = 1\n', "settings.toml:2:"),
        ("settings.toml", "[spend_rate]\n\ndenominator = 'x'\n", "settings.toml:3:"),
        ("settings.toml", "# 市\ncity = \n", "settings.toml:2:"),
        ("settings.toml", "\n[escalation]\ninterview_after = 1\n", "settings.toml:2:"),
        ("settings.toml", "[escalation]\nindicators = ['spent_rate']\n", "settings.toml:2:"),
    ],
)
def test_a_broken_reference_table_is_one_line_with_its_place(home, table, text, said):
    home.reference(table, text)
    before = home.bytes()
    told = home.run("load", home.file("资金_202304.csv", GOOD), exits=2)
    assert said in told
    assert len(told.splitlines()) == 1
    assert home.bytes() == before


def test_settings_in_another_encoding_are_one_line(home):
    (home.path / "reference" / "settings.toml").write_bytes('\ncity = "云川市"\n'.encode("gb18030"))
    told = home.run("uploads", exits=0) or home.run("publish", exits=2)
    told = home.run("publish", exits=2)
    assert "settings.toml:2:" in told
    assert len(told.splitlines()) == 1


def test_a_broken_home_is_json_too(home, capsys):
    from etl.cli import main

    home.reference("units.csv", "code,name\n,\nx,\n")
    file = home.file("资金_202304.csv", GOOD)
    assert main(["--home", str(home.path), "check", str(file), "--json"]) == 2
    [told] = json.loads(capsys.readouterr().out)
    assert list(told) == [*FILE_KEYS, "error"]
    assert "units.csv:3" in told["error"]


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["dance"],
        ["load"],
        ["load", "x.csv", "--period", "2023-13"],
        ["load", "x.csv", "--dataset", "music"],
        ["standings"],
        ["standings", "--period", "2023-04", "--level", "village"],
        ["withdraw", "000001", "--reason", "错"],
        ["withdraw", "000001", "--by", "测试", "--reason", " "],
        ["publish", "--as-of", "yesterday"],
    ],
)
def test_wrong_words_are_one_line_and_exit_2(home, capsys, words):
    from etl.cli import main

    with pytest.raises(SystemExit) as left:
        main(["--home", str(home.path), *words])
    said = capsys.readouterr()
    assert left.value.code == 2
    assert said.out == ""
    assert len(said.err.splitlines()) == 1


def test_what_is_not_there_is_one_line_and_exit_2(home):
    for words in (
        ("standings", "--period", "2023-04"),
        ("withdraw", "000009", "--by", "测试", "--reason", "错"),
        ("init",),
        ("load", home.path),
    ):
        assert len(home.run(*words, exits=2).splitlines()) == 1
    home.load("资金_202304.csv", GOOD)
    (home.path / "published" / "board-000001.duckdb").unlink()
    assert len(home.run("standings", "--period", "2023-04", exits=2).splitlines()) == 1


def test_standings_in_three_forms(home):
    home.load("资金_202304.csv", GOOD)
    where = ("standings", "--period", "2023-04", "--indicator", "spend_rate", "--level", "all")
    found = json.loads(home.run(*where, "--format", "json"))
    assert [(each["unit"], each["rank"], each["value"]) for each in found] == [
        ("乙县", 1, 0.5), ("甲县", 2, 0.4), ("丙县", None, None), ("市本级", None, None),
        ("全市", None, 0.45),
    ]  # fmt: skip
    assert all(list(each) == STANDING_KEYS for each in found)
    rows = list(csv.DictReader(io.StringIO(home.run(*where, "--format", "csv"))))
    assert list(rows[0]) == STANDING_KEYS
    assert rows[0]["numerator"] == "50000"
    table = home.run(*where).splitlines()
    assert len(table) == 6
    assert "50.00" in table[1]


def test_a_home_whose_path_has_blanks_quotes_brackets_and_chinese(tmp_path, capsys):
    from tests.etl.conftest import Home

    home = Home(tmp_path / "它's [a=b] 家" / "period=2020-01", capsys)
    home.load("资金_202304.csv", GOOD)
    home.load("资金_202305.csv", GOOD)
    home.run("rebuild")
    assert home.standings("2023-04", "spend_rate")["甲县"]["value"] == 0.4
