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
    type: code
    list: nature
key: [county]
rules:
  - code: no_nature
    column: nature
    severity: warning
    when: nature IS NULL
    zh: "{county} 无性质"
    en: "{county} without"
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
        ("list: nature", "list: colours", 13),
        ("key: [county]", "key: [country]", 14),
        ("key: [county]", "keep_with: country", 14),
        ("column: nature", "column: colour", 17),
        ("severity: warning", "severity: sad", 18),
        ("nature IS NULL", "nature IS NOTHING", 19),
        ("nature IS NULL", "colour IS NULL", 19),
        ('zh: "{county}', 'zh: "{country}', 20),
        ("key: [county]", "key: [county", 15),
    ],
)
def test_a_bad_entry_is_refused_with_file_and_line(tmp_path, was, becomes, line):
    assert refusal(tmp_path, GOOD.replace(was, becomes)).startswith(f"entry.yaml:{line}:")


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
