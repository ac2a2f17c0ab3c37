"""Sections being rewritten are kept whole, each by itself, and read whatever lies there."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefing.drafts import Draft, Personal, drop_draft, keep_draft, read_drafts
from briefing.notice.model import Topic
from briefing.notice.said import line

KEY = ("2023-04", "all", "zh")
SAID = "全市支出率40.00%。"
DRAFT = Draft("全市支出率四成。", SAID)


def place(home: Path, code: str = "money") -> Path:
    return home / "drafts" / "2023-04" / "all.zh" / f"{code}.json"


def test_what_is_kept_is_read_with_the_time_of_its_keeping(tmp_path: Path) -> None:
    kept = keep_draft(tmp_path, KEY, "money", DRAFT)
    assert (kept.text, kept.made_of) == (DRAFT.text, DRAFT.made_of)
    assert kept.kept_at
    assert datetime.now(UTC) - kept.kept_at < timedelta(minutes=1)
    assert read_drafts(tmp_path, KEY) == {"money": kept}
    assert [each.name for each in place(tmp_path).parent.iterdir()] == ["money.json"]


def test_months_levels_languages_and_sections_do_not_meet(tmp_path: Path) -> None:
    keys = [KEY, ("2023-03", "all", "zh"), ("2023-04", "central", "zh"), ("2023-04", "all", "en")]
    for key in keys:
        for code in ("opening", "money"):
            keep_draft(tmp_path, key, code, Draft(f"{key} {code}", ""))
    for key in keys:
        texts = {code: draft and draft.text for code, draft in read_drafts(tmp_path, key).items()}
        assert texts == {code: f"{key} {code}" for code in ("opening", "money")}


def test_the_last_writer_of_a_section_wins_and_nobody_reads_half_of_it(tmp_path: Path) -> None:
    texts = [str(n) * 20_000 for n in range(10)]
    with ThreadPoolExecutor(8) as people:
        writing = [
            people.submit(keep_draft, tmp_path, KEY, f"section{n % 2}", Draft(each, ""))
            for n, each in enumerate(texts * 5)
        ]
        while not all(each.done() for each in writing):
            for draft in read_drafts(tmp_path, KEY).values():
                assert draft
                assert draft.text in texts
    assert {each.exception() for each in writing} == {None}
    last = keep_draft(tmp_path, KEY, "section0", DRAFT)
    assert read_drafts(tmp_path, KEY)["section0"] == last
    assert len(list(place(tmp_path).parent.iterdir())) == 2


def test_what_is_taken_back_is_gone_and_may_be_taken_back_twice(tmp_path: Path) -> None:
    keep_draft(tmp_path, KEY, "money", DRAFT)
    kept = keep_draft(tmp_path, KEY, "opening", DRAFT)
    for _ in range(2):
        drop_draft(tmp_path, KEY, "money")
        assert read_drafts(tmp_path, KEY) == {"opening": kept}


@pytest.mark.parametrize(
    "number", ["13800001234", "138 0000 1234", "990101199001011234", "6222021234567890123"]
)
def test_a_persons_number_never_reaches_the_disk(tmp_path: Path, number: str) -> None:
    kept = keep_draft(tmp_path, KEY, "money", DRAFT)
    with pytest.raises(Personal):
        keep_draft(tmp_path, KEY, "money", Draft(f"请联系{number}。", SAID))
    assert read_drafts(tmp_path, KEY) == {"money": kept}
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert files == [place(tmp_path)]


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b'{"text": "\xe5\x85\xa8',
        b"\xff\xfe\x00",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"text": "a", "made_of": "b"}',
        b'{"text": 1, "made_of": "b", "kept_at": "2023-05-12T09:12:03+08:00"}',
        b'{"text": "a", "made_of": "b", "kept_at": "yesterday"}',
        b'{"text": "a", "made_of": "b", "kept_at": null}',
    ],
)
def test_a_damaged_file_is_told_of_and_costs_no_other(tmp_path: Path, damaged: bytes) -> None:
    kept = keep_draft(tmp_path, KEY, "money", DRAFT)
    place(tmp_path, "lag").write_bytes(damaged)
    place(tmp_path, "send").mkdir()
    assert read_drafts(tmp_path, KEY) == {"money": kept, "lag": None, "send": None}
    assert place(tmp_path, "lag").read_bytes() == damaged
    again = keep_draft(tmp_path, KEY, "lag", DRAFT)
    assert read_drafts(tmp_path, KEY)["lag"] == again


def test_a_file_written_by_hand_is_read(tmp_path: Path) -> None:
    place(tmp_path).parent.mkdir(parents=True)
    at = "2023-05-12T09:12:03+08:00"
    told = {"text": "手写。", "made_of": SAID, "kept_at": at, "by": "王某"}
    place(tmp_path).write_text(json.dumps(told), "utf-8")
    expected = Draft("手写。", SAID, datetime.fromisoformat(at))
    assert read_drafts(tmp_path, KEY) == {"money": expected}


@pytest.mark.parametrize("code", ["", ".", "..", "../money", "a/b", "a\\b", "a.b", "a\0b", "a\n"])
def test_no_key_leads_out_of_the_folder(tmp_path: Path, code: str) -> None:
    home = tmp_path / "home"
    keys = [(code, "all", "zh"), ("2023-04", code, "zh"), ("2023-04", "all", code)]
    for key in keys:
        with pytest.raises(ValueError, match="no code"):
            read_drafts(home, key)
    for key, section in [*((key, "money") for key in keys), (KEY, code)]:
        with pytest.raises(ValueError, match="no code"):
            keep_draft(home, key, section, DRAFT)
        with pytest.raises(ValueError, match="no code"):
            drop_draft(home, key, section)
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("a file where the folder should be", "utf-8")
    with pytest.raises(OSError, match="drafts"):
        keep_draft(tmp_path, KEY, "money", DRAFT)
    assert read_drafts(tmp_path, KEY) == {}
    drop_draft(tmp_path, KEY, "money")


def test_a_move_that_fails_leaves_the_draft_before_and_nothing_beside_it(tmp_path: Path) -> None:
    place(tmp_path).mkdir(parents=True)
    with pytest.raises(OSError, match="money"):
        keep_draft(tmp_path, KEY, "money", DRAFT)
    assert [each.name for each in place(tmp_path).parent.iterdir()] == ["money.json"]


def test_a_draft_is_stale_once_the_board_says_something_else() -> None:
    topic = Topic("money", "衔接资金", (line(SAID),))
    assert not DRAFT.is_stale(topic)
    assert DRAFT.is_stale(Topic("money", "衔接资金", (line("全市支出率41.00%。"),)))
