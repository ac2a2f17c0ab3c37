"""Templates: what clerks fill in loads without any problem; the command that writes them."""

import io

import pytest
from openpyxl import load_workbook

from etl.reference import load_reference
from etl.template import template
from tests.etl.conftest import problems
from tests.etl.templates import NAMES, as_bytes, checks, choices, every, filled, made


@every
def test_the_worked_row_loads_without_a_problem(home, dataset, lang):
    content = filled(made(home, dataset, lang), lang)
    told = home.check("表.xlsx", content, "--period", "2023-04")
    assert told["problems"] == []
    assert (told["dataset"], told["sheet"]) == (dataset, NAMES[dataset, lang])
    assert (told["rows_read"], told["rows_kept"], told["header_row"]) == (1, 1, 4)
    assert (told["ignored_columns"], told["personal_columns"]) == ([], [])
    assert told["units"] == ([] if dataset == "benchmarks" else ["990101"])


def test_what_the_worked_rows_say(home):
    funds = home.check("表.xlsx", filled(made(home, "funds", "zh"), "zh"), "--period", "2023-04")
    assert (funds["totals"]["allocated"], funds["totals"]["spent"]) == (12_000_000, 4_605_000)
    for lang in ("zh", "en"):
        households = home.check(
            "表.xlsx", filled(made(home, "households", lang), lang), "--period", "2023-04"
        )
        told = {name: households["totals"][name] for name in
                ("persons_monitored", "persons_eliminated", "households_measured")}  # fmt: skip
        assert told == {
            "persons_monitored": 4, "persons_eliminated": 4, "households_measured": 1,
        }  # fmt: skip


@every
def test_a_month_that_is_filled_in_is_read(home, dataset, lang):
    content = filled(made(home, dataset, lang, "--period", "2023-06"), lang)
    assert home.check("表.xlsx", content)["period"] == "2023-06"


@pytest.mark.parametrize("typed", ["2023年4月", "2023-04", "202304", "2023.4", "2023/4/30"])
def test_the_month_is_read_as_clerks_type_it(home, typed):
    book = made(home, "funds", "zh")
    book.worksheets[0]["B2"].value = typed
    assert home.check("表.xlsx", filled(book, "zh"))["period"] == "2023-04"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_hint_how_to_write_the_month_is_none(home, lang):
    told = home.check("表.xlsx", filled(made(home, "funds", lang), lang), exits=1)
    assert problems(told) == [(None, None, "no_period", "error")]


@every
def test_an_empty_template_has_no_rows(home, dataset, lang):
    content = as_bytes(made(home, dataset, lang), lang)
    told = home.check("表.xlsx", content, "--period", "2023-04", exits=1)
    assert [each["code"] for each in told["problems"]] == ["no_rows"]
    assert told["dataset"] == dataset


def test_many_units_and_names_with_quotes(home):
    names = ["甲县", '乙"县', "it's", "丙,县", "=丁县", *(f"第{n}县" for n in range(6, 121))]
    rows = [f"99{n:04d}," + '"' + name.replace('"', '""') + '"' for n, name in enumerate(names)]
    home.reference("units.csv", "code,name\n" + "\n".join(rows) + "\n")
    for lang in ("zh", "en"):
        book = made(home, "reports", lang)
        assert choices(book, checks(book.worksheets[0])["A"]) == names
        book.worksheets[0]["A6"].value = '乙"县'
        book.worksheets[0]["C6"].value = 3
        told = home.check("表.xlsx", filled(book, lang), "--period", "2023-04")
        assert (told["problems"], told["rows_kept"]) == ([], 2)


def test_a_home_without_units_has_no_list_of_them(home):
    home.reference("units.csv", "code,name\n")
    book = made(home, "funds", "zh")
    assert "A" not in checks(book.worksheets[0])
    assert "单位表里的名称或代码" in book.worksheets[0]["A4"].comment.text


@every
def test_the_same_arguments_make_the_same_bytes_and_name_nobody(home, dataset, lang):
    reference = load_reference(home.path)
    content = template(dataset, lang, reference, "2023-04")
    assert content == template(dataset, lang, reference, "2023-04")
    told = load_workbook(io.BytesIO(content)).properties
    assert (told.creator, told.lastModifiedBy, told.created.year) == (None, None, 1980)


@pytest.mark.parametrize(
    "words",
    [
        ("music", "表.xlsx"),
        ("funds",),
        ("funds", "表.csv"),
        ("funds", "表.xlsx", "--lang", "fr"),
        ("funds", "表.xlsx", "--period", "2023-13"),
    ],
)
def test_wrong_words_are_one_line_and_exit_2(home, capsys, words):
    from etl.cli import main

    with pytest.raises(SystemExit) as left:
        main(["--home", str(home.path), "template", *words])
    assert left.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_where_it_cannot_be_written_is_one_line_and_exit_2(home):
    (home.path.parent / "夹.xlsx").mkdir()
    for path in (home.path / "没有" / "表.xlsx", home.path.parent / "夹.xlsx"):
        assert len(home.run("template", "funds", path, exits=2).splitlines()) == 1
    (home.path / "reference" / "units.csv").unlink()
    said = home.run("template", "funds", home.path / "表.xlsx", exits=2)
    assert "units.csv" in said
    assert not (home.path / "表.xlsx").exists()
