"""Confirmed files: accepted and published to the end, in whatever order people confirm."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from etl import errand
from etl.examine import examine
from etl.read import SentFile
from etl.recognised import Said
from etl.reference import load_reference
from etl.store import Store, UnknownUpload

FUNDS = "县区,级次,批次,下达资金,支出资金\n"


@pytest.fixture
def seen(home):
    """A file as a person sees it before confirming."""

    def seen(text, name="资金_202304.csv"):
        file = SentFile(name, (FUNDS + text).encode())
        return examine(file, Store(home.path), load_reference(home.path), Said())

    return seen


def numbers(outcomes):
    return [each.upload.upload_id for each in outcomes if each.upload]


def test_files_are_accepted_in_order_and_published_once(home, seen):
    found = [seen("甲县,中央,一,10,3\n"), seen("乙县,中央,一,10,4\n")]
    running = errand.submit(found, Store(home.path), "测试")
    assert list(running.steps()) == [
        "accept", "accept", "reference", "facts", "standings", "warnings 2023-04",
    ]  # fmt: skip
    assert numbers(running.result().outcomes) == ["000001", "000002"]
    assert home.standings("2023-04", "spend_rate")["全市"]["numerator"] == 70_000
    assert len(list(home.path.glob("published/*.duckdb"))) == 1


def test_two_people_who_confirm_at_once_for_different_units_are_both_accepted(home, seen):
    found = [seen("甲县,中央,一,10,3\n"), seen("乙县,中央,一,10,4\n")]
    with ThreadPoolExecutor() as people:
        running = list(
            people.map(lambda each: errand.submit([each], Store(home.path), "测试"), found)
        )
    accepted = [number for each in running for number in numbers(each.result().outcomes)]
    assert sorted(accepted) == ["000001", "000002"]
    assert home.standings("2023-04", "spend_rate")["全市"]["numerator"] == 70_000


def test_of_two_people_who_confirm_the_same_unit_one_is_told_who_was_faster(home, seen):
    first, second = seen("甲县,中央,一,10,3\n"), seen("甲县,中央,一,10,4\n")
    assert numbers(errand.submit([first], Store(home.path), "甲").result().outcomes) == ["000001"]
    before = home.bytes()
    [outcome] = errand.submit([second], Store(home.path), "乙").result().outcomes
    assert outcome.upload is None
    assert outcome.overtaken.accepted_by == "甲"
    assert home.bytes() == before


def test_two_people_who_send_the_very_same_file_have_one_upload(home, seen):
    first, second = seen("甲县,中央,一,10,3\n"), seen("甲县,中央,一,10,3\n")
    errand.submit([first], Store(home.path), "甲").result()
    [outcome] = errand.submit([second], Store(home.path), "乙").result().outcomes
    assert outcome.overtaken.upload_id == "000001"
    [again] = errand.submit([seen("甲县,中央,一,10,3\n")], Store(home.path), "乙").result().outcomes
    assert (again.upload.upload_id, again.found.is_new) == ("000001", False)


def test_what_was_withdrawn_meanwhile_is_told_as_well(home, seen):
    errand.submit([seen("甲县,中央,一,10,3\n")], Store(home.path), "甲").result()
    later = seen("甲县,中央,一,10,4\n")
    errand.withdraw(Store(home.path), "000001", "甲", "报错了").result()
    [outcome] = errand.submit([later], Store(home.path), "乙").result().outcomes
    assert outcome.overtaken.upload_id == "000001"


def test_withdrawing_and_restoring_are_published(home, seen):
    errand.submit([seen("甲县,中央,一,10,3\n乙县,中央,一,10,1\n")], Store(home.path), "甲").result()
    errand.submit([seen("甲县,中央,一,10,4\n")], Store(home.path), "甲").result()
    errand.withdraw(Store(home.path), "000002", "甲", "报错了").result()
    assert home.standings("2023-04", "spend_rate")["甲县"]["numerator"] == 30_000
    errand.restore(Store(home.path), "000002", "甲").result()
    assert home.standings("2023-04", "spend_rate")["甲县"]["numerator"] == 40_000
    with pytest.raises(UnknownUpload):
        errand.restore(Store(home.path), "000002", "甲").result()
