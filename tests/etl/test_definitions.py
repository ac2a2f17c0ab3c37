"""What is published of measures, the columns they are counted from, and other settings."""

import json

import duckdb
import pytest

from etl.contract import contracts
from etl.definitions import definitions
from etl.facts import COUNTED
from etl.indicators import measures
from etl.settings import Settings, SpendRate

SPEND = "资金支出率 = 累计支出 ÷ "
YOUNG = "（不含月末时下达不满{}天的批次）"


def options(indicator, **settings):
    """(setting, value, in force, formula) of each option of an indicator."""
    rows = definitions(Settings(**settings))["indicator_options"]
    return [
        (setting, value, in_force, basis)
        for code, setting, value, _, in_force, _, _, basis, _ in rows
        if code == indicator
    ]


def test_every_setting_that_changes_an_indicator_is_there_with_the_formula_it_makes():
    assert options("spend_rate") == [
        ("spend_rate.denominator", '"allocated"', True, SPEND + "累计下达"),
        ("spend_rate.denominator", '"arrived"', False, SPEND + "累计到位"),
        ("spend_rate.leave_out_batches_younger_than_days", "0", True, SPEND + "累计下达"),
        (
            "spend_rate.leave_out_batches_younger_than_days", "30", False,
            SPEND + "累计下达" + YOUNG.format(30),
        ),
    ]  # fmt: skip
    assert options("industry_share") == [
        ("industry_share.base", '"all"', True, "产业占比 = 产业发展资金 ÷ 全部中省资金"),
        (
            "industry_share.base", '"consolidation"', False,
            "产业占比 = 产业发展资金 ÷ 中省资金（巩固拓展任务）",
        ),
    ]  # fmt: skip
    assert options("start_rate") == []


def test_formulas_by_another_value_keep_the_other_settings_in_force():
    chosen = SpendRate(denominator="arrived", leave_out_batches_younger_than_days=10)
    assert [each[1:] for each in options("spend_rate", spend_rate=chosen)] == [
        ('"allocated"', False, SPEND + "累计下达" + YOUNG.format(10)),
        ('"arrived"', True, SPEND + "累计到位" + YOUNG.format(10)),
        ("0", False, SPEND + "累计到位"),
        ("10", True, SPEND + "累计到位" + YOUNG.format(10)),
    ]


def test_columns_of_the_ledger_come_before_that_of_the_report():
    rows = [row for row in definitions(Settings())["measure_columns"] if row[0] == "industry"]
    assert [(row[1], row[2], row[4], row[6][0]) for row in rows] == [
        ("funds", "fund_level", "资金级次", "资金级次"),
        ("funds", "category", "支持方向", "支持方向"),
        ("funds", "allocated", "下达资金", "下达资金"),
        ("reports", "industry", "产业资金", "产业资金"),
    ]


@pytest.mark.parametrize("dataset", ["funds", "projects", "households"])
def test_the_columns_a_measure_names_are_those_that_its_sql_reads(dataset):
    contract = contracts()[dataset]
    keep = {contract.keep_with, contract.household}  # which rows there are, before any is counted
    reads = read_by(dataset)
    assert reads
    for measure, columns in reads.items():
        named = {
            f"{name}s" if contract.columns[name].many else name
            for name in measures()[measure].columns
        }
        assert named - keep == columns, measure


def read_by(dataset):
    """Measure → the columns of the rows that counted/*.sql makes it of, through every step."""
    text = (COUNTED / f"{dataset}.sql").read_text("utf-8")
    with duckdb.connect() as con:
        [(tree,)] = con.execute("SELECT json_serialize_sql(?)", [text]).fetchall()
    named = {}  # what a step calls something → the names it is made of
    for node in nodes(json.loads(tree)):
        if node.get("alias"):
            named[node["alias"]] = named.get(node["alias"], set()) | names(node)
    stored = contracts()[dataset].stored()

    def columns(name, seen=()):
        if name not in named or name in seen:
            return {name} & stored.keys()
        return set().union(*(columns(each, (*seen, name)) for each in named[name]))

    return {measure: columns(measure) - {"county"} for measure in measures() if measure in named}


def names(node):
    """The names of columns anywhere in a node."""
    return {each["column_names"][-1] for each in nodes(node) if each.get("type") == "COLUMN_REF"}


def nodes(tree):
    """Every object of a JSON value."""
    if isinstance(tree, dict):
        yield tree
    for each in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from nodes(each)
