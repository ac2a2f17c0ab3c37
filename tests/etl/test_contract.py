"""Contracts and indicators are checked when they are read: refused with file and line."""

import pytest

from etl.contract import contracts, load_contract
from etl.indicators import load_indicators
from etl.marked_yaml import BadEntry

GOOD = """\
dataset: funds
name: {zh: 表, en: Table}
columns:
  county:
    label: {zh: 县区, en: County}
    headers: [县区]
    type: unit
    required: true
  nature:
    label: {zh: 性质, en: Nature}
    headers: [性质]
    note: {zh: 新建还是续建, en: New or continued}
    example: 新建
    type: code
    list: nature
key: [county]
rules:
  - code: no_nature
    column: nature
    severity: warning
    when: nature IS NULL
    title: {zh: 没有性质, en: No nature}
    zh: "{county} 无性质"
    en: "{county} without"
    mend:
      zh: 请补填{nature}
      en: fill it in
"""


def refusal(tmp_path, text, load=load_contract):
    path = tmp_path / "entry.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadEntry) as refused:
        load(path)
    return str(refused.value)


def test_the_contracts_that_are_shipped_are_good(tmp_path):
    assert list(contracts()) == ["funds", "projects", "households", "reports", "benchmarks"]
    (tmp_path / "good.yaml").write_text(GOOD, encoding="utf-8")
    assert load_contract(tmp_path / "good.yaml").key == ("county",)


@pytest.mark.parametrize(
    ("was", "becomes", "line"),
    [
        ("    required: true\n", "    needed: true\n", 8),
        ("type: unit", "type: place", 7),
        ("zh: 新建还是续建", "zh: ' '", 12),
        ("example: 新建", "example: 旧", 13),
        ("list: nature", "list: colours", 15),
        ("key: [county]", "key: [country]", 16),
        ("key: [county]", "keep_with: country", 16),
        ("column: nature", "column: colour", 19),
        ("severity: warning", "severity: sad", 20),
        ("nature IS NULL", "nature IS NOTHING", 21),
        ("nature IS NULL", "colour IS NULL", 21),
        ("title: {zh: 没有性质, ", "title: {", 22),
        ('zh: "{county}', 'zh: "{country}', 23),
        ("请补填{nature}", "请补填{colour}", 26),
        ("en: fill it in", "en: fill it in\n      fr: remplir", 28),
        ("key: [county]", "key: [county", 17),
    ],
)
def test_a_bad_entry_is_refused_with_file_and_line(tmp_path, was, becomes, line):
    assert refusal(tmp_path, GOOD.replace(was, becomes)).startswith(f"entry.yaml:{line}:")


@pytest.mark.parametrize("dataset", contracts())
def test_every_column_says_in_both_languages_what_belongs_in_it(dataset):
    columns = contracts()[dataset].columns
    assert [name for name, column in columns.items() if not column.note] == []
    assert [name for name, column in columns.items() if not column.example_in("zh")] == []


@pytest.mark.parametrize(
    ("kind", "example"),
    [
        ("code\n    list: nature", "新旧"),
        ("code\n    list: risk\n    many: true", "因病、因贫"),
        ("money", "12万元"),
        ("count", "1.5"),
        ("count\n    at_least: 1", "0"),
        ("percent", "九成"),
        ("date", "2023-04-31"),
        ("month", "202304"),
        ("yes_no", "yes"),
    ],
)
def test_an_example_that_its_column_would_not_take_is_refused(tmp_path, kind, example):
    column = f'    example: "{example}"\n    type: {kind}\n'
    bad = GOOD.replace("    example: 新建\n    type: code\n    list: nature\n", column)
    assert refusal(tmp_path, bad).startswith("entry.yaml:13:")


@pytest.mark.parametrize("text", ["", "- 1\n", "dataset: funds\n", "columns: 5\n"])
def test_what_is_no_contract_at_all_is_refused(tmp_path, text):
    assert refusal(tmp_path, text).startswith("entry.yaml:1:")


INDICATOR = """\
spend_rate:
  name: {zh: 支出率, en: Spend rate}
  definition: {zh: 支出, en: spent}
  basis: {zh: 支出, en: spent}
  numerator: spent
  denominator: allocated
  levels: [all]
"""


@pytest.mark.parametrize(
    ("was", "becomes", "line"),
    [
        ("numerator: spent", "numerator: spend", 5),
        ("denominator: allocated", "denominator: projects_planned", 6),
        ("levels: [all]", "levels: [village]", 7),
        ("levels: [all]", "colour: red\n  levels: [all]", 7),
    ],
)
def test_a_bad_indicator_is_refused_with_file_and_line(tmp_path, was, becomes, line):
    said = refusal(tmp_path, INDICATOR.replace(was, becomes), load_indicators)
    assert said.startswith(f"entry.yaml:{line}:")
