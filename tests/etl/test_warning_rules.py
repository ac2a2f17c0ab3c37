"""Every rule of etl/warnings by given rows and expected rows, and what all rules have in common."""

import re
from decimal import Decimal
from pathlib import Path
from string import Formatter

import pytest

from etl.marked_yaml import BadEntry
from etl.warning_rules import load_rule, warning_rules
from tests.etl.warning_cases import cases, warned

DOCS = Path(__file__).parents[2] / "docs"
# The table "What lags look like" of the field, in its order.
CODES = (
    "slow_start overdue_start overdue_finish slow_spend spend_without_start library_change"
    " negative_list low_industry_share no_measure only_safety_net too_fast eliminated_no_measure"
    " eliminated_no_labour eliminated_low_income mismatch_measure relapse low_cover"
    " report_mismatch not_reported"
).split()


@pytest.mark.parametrize(
    ("rule", "case"), [pytest.param(*each, id=f"{each[0]}: {each[1]['case']}") for each in cases()]
)
def test_a_rule_finds_what_is_expected(rule, case):
    found = warned(rule, case)
    assert sorted(found) == sorted(case["found"])
    for subject, figures in case["found"].items():
        expected = {name: as_printed(value) for name, value in (figures or {}).items()}
        assert {name: as_printed(found[subject][name]) for name in expected} == expected, subject


def as_printed(value):
    """Numbers by their worth, days as text."""
    if isinstance(value, bool) or value is None or isinstance(value, list):
        return value
    return Decimal(str(value)) if isinstance(value, int | float | Decimal) else str(value)


def test_every_rule_has_its_table_and_they_stand_in_order():
    assert [rule.code for rule in warning_rules()] == CODES
    assert {rule for rule, _ in cases()} == set(CODES)


@pytest.mark.parametrize("rule", warning_rules(), ids=lambda rule: rule.code)
def test_both_languages_name_the_same_figures_in_the_same_kinds(rule):
    for text in (rule.head.name, rule.head.rule, rule.head.says, rule.head.advice):
        assert text.zh and text.en
        assert placeholders(text.zh) == placeholders(text.en)
    for text in (rule.head.says.zh, rule.head.says.en):
        assert text.count("[") == text.count("]")
        assert not re.search(r"\[[^\]{]*\]", text)  # what is left out depends on a figure


def placeholders(text):
    return {(name, kind) for _, name, kind, _ in Formatter().parse(text) if name}


def rule_file(folder: Path, head: str) -> Path:
    path = folder / "01_late.sql"
    path.write_text(f"/*\n{head}*/\nSELECT 1\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("page", ["settings.md", "settings.zh-CN.md"])
def test_the_docs_name_every_rule_with_its_severity_and_thresholds(page):
    written = (DOCS / page).read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \|.*\| (\w+) \| (.*) \|$", written, re.MULTILINE)
    found = {rule: (severity, re.findall(r"`(\w+)`", said)) for rule, severity, said in rows}
    for rule in warning_rules():
        severity, said = found[rule.code]
        assert (severity, set(rule.head.thresholds) - set(said)) == (rule.head.severity, set())


HEAD = (
    "name: {{zh: 名, en: name}}\nrule: {{zh: '超{{{threshold}}}天', en: '{{{threshold}}} days'}}\n"
    "says: {{zh: 说, en: says}}\nadvice: {{zh: 查, en: check}}\nseverity: {severity}\n"
    "thresholds: {{days: 3}}\n"
)


@pytest.mark.parametrize(
    ("threshold", "severity", "said"),
    [("day", "high", "01_late.sql:3: no threshold 'day'"), ("days", "huge", "01_late.sql:6")],
)
def test_a_head_that_is_wrong_is_refused_with_its_line(tmp_path, threshold, severity, said):
    with pytest.raises(BadEntry, match=re.escape(said)):
        load_rule(rule_file(tmp_path, HEAD.format(threshold=threshold, severity=severity)))


def test_a_rule_is_told_apart_by_its_file(tmp_path):
    rule = load_rule(rule_file(tmp_path, HEAD.format(threshold="days", severity="low")))
    assert (rule.code, rule.in_words().zh, rule.sql) == ("late", "超3天", "SELECT 1\n")
