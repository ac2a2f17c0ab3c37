"""The command line as a schedule calls it: files, exits, one-line refusals, the shape of JSON."""

import json
import subprocess
import sys
from collections.abc import Callable

import docx
import pytest

from briefing.command import main
from briefing.documents import KINDS
from briefing.drafts import Draft, keep_draft
from briefing.issued import read_issued
from tests.pages.desk import FUNDS
from tools.command import PROJECT

APRIL = ("--period", "2023-04")


@pytest.fixture
def run(desk, capsys) -> Callable[..., str]:
    """Run it on the home; what it printed, and on another exit than 0 what it said instead."""

    def command(*words: object, exits: int = 0) -> str:
        try:
            code: object = main(["--home", str(desk.path), *map(str, words)])
        except SystemExit as left:
            code = left.code
        said = capsys.readouterr()
        assert code == exits, said.err
        return str(said.err if exits and not said.out else said.out)

    return command


def text_of(file):
    return "\n".join(each.text for each in docx.Document(str(file)).paragraphs)


def test_every_kind_of_file_in_the_language_of_the_documents(desk, run, tmp_path):
    desk.send("资金_202304_2.csv", FUNDS + "云溪县,中央,一,10,1\n东岭县,中央,一,10,5\n")
    for lang, word in (("zh", "2023年4月通报.docx"), ("en", "Notice for Apr 2023.docx")):
        out = tmp_path / lang
        printed = run(*APRIL, "--lang", lang, "--format", ",".join(KINDS), "--out", out)
        files = sorted(out.iterdir())
        assert sorted(printed.splitlines()) == [str(file) for file in files]
        assert len(files) == len(KINDS)
        assert out / word in files


def test_slips_are_left_out_where_no_unit_is_to_be_reminded(desk, run, tmp_path, capsys):
    words = ["--home", str(desk.path), *APRIL, "--format", "slips,docx", "--out", str(tmp_path)]
    assert main(words) == 0
    said = capsys.readouterr()
    assert said.err == "briefing: no slips: no unit is to be reminded in 2023-04\n"
    assert said.out == f"{tmp_path / '2023年4月通报.docx'}\n"


def test_the_word_file_says_the_months_figures(run, tmp_path):
    run(*APRIL, "--out", tmp_path)
    assert "40.00%" in text_of(tmp_path / "2023年4月通报.docx")


def test_what_is_being_rewritten_on_the_page_is_not_used(desk, run, tmp_path):
    keep_draft(desk.path, ("2023-04", "all", "zh"), "money", Draft("支出率四成。", ""))
    run(*APRIL, "--out", tmp_path / "out")
    assert "支出率四成。" not in text_of(tmp_path / "out" / "2023年4月通报.docx")


def test_sections_asked_for_are_the_only_ones(run, tmp_path):
    told = json.loads(run(*APRIL, "--topics", "money,tables", "--out", tmp_path, "--json"))
    assert told["topics"] == ["money", "tables"]
    said = text_of(tmp_path / "2023年4月通报.docx")
    assert "衔接资金" in said
    assert "近期重点工作" not in said


def test_what_is_kept_is_listed(desk, run):
    printed = run(*APRIL, "--keep", "--by", "市巩固衔接办")
    [issued] = read_issued(desk.path)
    assert printed == f"2023-04/001: {issued.folder}\n"
    listed = run("--list")
    assert listed.startswith("2023-04/001  ")
    assert listed.endswith("  all  zh  docx  board-000001  市巩固衔接办\n")
    assert json.loads(run("--list", "--json")) == [issued.as_json()]
    assert run("--list", "--period", "2023-03") == ""


def test_the_json_of_what_was_made(desk, run, tmp_path):
    told = json.loads(run(*APRIL, "--out", tmp_path, "--keep", "--by", "办公室", "--json"))
    assert list(told) == ["period", "level", "language", "topics", "version", "files", "issued"]
    assert (told["period"], told["level"], told["language"]) == ("2023-04", "all", "zh")
    assert told["version"] == "board-000001"
    assert told["files"] == [str(tmp_path / "2023年4月通报.docx")]
    [issued] = read_issued(desk.path)
    assert told["issued"] == issued.as_json()


def test_a_month_without_data_is_exit_1(run, tmp_path):
    said = run("--period", "2023-05", "--out", tmp_path / "out", exits=1)
    assert said == "briefing: 2023-05 has no data: there are 2023-04 to 2023-04\n"
    assert not (tmp_path / "out").exists()
    told = run("--period", "2023-05", "--out", tmp_path / "out", "--json", exits=1)
    assert list(json.loads(told)) == ["error"]


@pytest.mark.parametrize(
    "words",
    [
        (),
        APRIL,
        ("--period", "2023-13", "--out", "x"),
        (*APRIL, "--format", "pdf", "--out", "x"),
        (*APRIL, "--format", ",", "--out", "x"),
        (*APRIL, "--lang", "fr", "--out", "x"),
        (*APRIL, "--topics", "music", "--out", "x"),
        (*APRIL, "--level", "village", "--out", "x"),
        (*APRIL, "--keep"),
        (*APRIL, "--keep", "--by", " "),
        (*APRIL, "--keep", "--by", "13800001234", "--out", "x"),
        (*APRIL, "--keep", "--by", "\udcff"),
        (*APRIL, "--out", ""),
        ("--list", "--keep", "--by", "办公室"),
    ],
)
def test_wrong_words_are_one_line_and_exit_2(desk, run, words, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert len(run(*words, exits=2).splitlines()) == 1
    assert read_issued(desk.path) == []
    assert not (tmp_path / "x").exists()


def test_a_template_that_cannot_be_filled_is_one_line_and_exit_2(desk, run, tmp_path):
    (desk.path / "reference" / "notice.docx").write_text("no document", encoding="utf-8")
    said = run(*APRIL, "--out", tmp_path / "out", "--keep", "--by", "办公室", exits=2)
    assert len(said.splitlines()) == 1
    assert "notice.docx" in said
    assert not (tmp_path / "out").exists()
    assert read_issued(desk.path) == []


def test_where_a_file_cannot_be_put_nothing_is_left_beside(run, tmp_path):
    (tmp_path / "2023年4月通报.docx").mkdir()
    assert len(run(*APRIL, "--out", tmp_path, exits=2).splitlines()) == 1
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == []


def test_a_home_without_a_board_and_a_damaged_one_are_one_line_and_exit_2(desk, run, tmp_path):
    [published] = (desk.path / "published").glob("*.duckdb")
    published.write_bytes(b"damaged")
    assert len(run(*APRIL, "--out", tmp_path, exits=2).splitlines()) == 1
    (desk.path / "published" / "CURRENT").unlink()
    assert "nothing is published yet" in run(*APRIL, "--out", tmp_path, exits=2)


def test_it_runs_where_no_page_is_served(desk, tmp_path):
    code = f"""
import sys
from briefing.command import main
code = main(["--home", {str(desk.path)!r}, "--period", "2023-04", "--out", {str(tmp_path)!r}])
sys.exit(code or "streamlit" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    module = [sys.executable, "-m", "briefing", "--home", str(desk.path), "--list"]
    assert subprocess.run(module, cwd=PROJECT).returncode == 0
