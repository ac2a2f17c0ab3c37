"""What is issued is kept whole: files, texts and version; nothing of it changes afterwards."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from hashlib import sha256
from io import BytesIO

import docx
import pytest

from board.store import open_board
from briefing.documents import KINDS, Document, Material, document
from briefing.issued import NotKept, keep, read_issued
from briefing.notice.compose import notice
from briefing.notice.retold import generated
from tests.pages.desk import FUNDS
from wording import Words

MADE = datetime(2023, 5, 12, 9, 12, 3)
LATER = MADE + timedelta(hours=3)
T = Words("zh")
BY = "市巩固衔接办"


def material(desk, texts=None, made=MADE, period="2023-04"):
    board = open_board(desk.path)
    told = notice(board, period, "all", T, made=made)
    return Material(desk.path, board, told, T, made, texts=texts or {})


def issue(desk, kinds=("docx",), **what):
    wanted = material(desk, **what)
    return keep(wanted, [document(kind, wanted) for kind in kinds], by=BY)


def words_of(content):
    """Every paragraph and every cell of a Word document."""
    opened = docx.Document(BytesIO(content))
    cells = [c.text for each in opened.tables for row in each.rows for c in row.cells]
    return [each.text for each in opened.paragraphs] + cells


def test_an_issue_holds_its_files_texts_and_version(desk):
    issued = issue(desk, KINDS, texts={"money": "资金支出率40.00%。"})
    assert read_issued(desk.path) == [issued]
    assert issued.folder == desk.path / "issued" / "2023-04" / "001-20230512T091203"
    assert (issued.id, issued.by, issued.version) == ("2023-04/001", BY, "board-000001")
    assert issued.at.replace(tzinfo=None) == MADE
    assert [file.kind for file in issued.files] == list(KINDS)
    for file in issued.files:
        content = issued.content(file)
        assert (sha256(content).hexdigest(), len(content)) == (file.sha256, file.size)
    names = {file.place for file in issued.files} | {"text.json", "receipt.json"}
    assert {each.name for each in issued.folder.iterdir()} == names


def test_the_text_is_kept_as_generated_and_as_edited(desk):
    issued = issue(desk, texts={"money": "全市支出率40.00%。"})
    money = next(each for each in material(desk).notice.topics if each.code == "money")
    assert issued.edited == ("money",)
    assert issued.texts() == {"money": ("全市支出率40.00%。", generated(money))}
    assert "全市支出率40.00%。" in words_of(issued.content(issued.files[0]))
    told = json.loads((issued.folder / "text.json").read_text("utf-8"))
    assert {"style": "body", "text": "全市支出率40.00%。"} in told["text"]
    assert told["topics"][1]["changed_numbers"] == []  # 40.00 % is what the board says, too


def test_a_rewritten_opening_is_kept_and_printed(desk):
    issued = issue(desk, texts={"opening": "现通报如下。", "money": "支出率四成。"})
    assert issued.edited == ("opening", "money")
    assert issued.texts()["opening"] == ("现通报如下。", generated(material(desk).notice.opening))
    printed = words_of(issued.content(issued.files[0]))
    at = printed.index("现通报如下。")
    assert printed[at + 1] == "一、总体情况"
    assert not any("现将截至" in each for each in printed)


def test_an_issue_from_before_openings_were_rewritten_opens(desk):
    issued = issue(desk, texts={"money": "支出率四成。"})
    told = json.loads((issued.folder / "text.json").read_text("utf-8"))
    assert told["topics"].pop(0)["code"] == "opening"
    (issued.folder / "text.json").write_text(json.dumps(told), "utf-8")
    assert list(issued.texts()) == ["money"]


def test_an_emptied_section_is_an_edited_one(desk):
    assert issue(desk, texts={"money": ""}).texts()["money"][0] == ""


def test_the_same_version_and_texts_give_the_same_files(desk):
    first, again = (issue(desk, KINDS) for _ in range(2))
    assert [file.sha256 for file in first.files] == [file.sha256 for file in again.files]
    later = issue(desk, KINDS, made=LATER)
    texts = [(each.folder / "text.json").read_bytes() for each in (first, again, later)]
    assert texts[0] == texts[1] == texts[2]
    then, now = (words_of(each.content(each.files[0])) for each in (first, later))
    assert then != now
    assert [each.replace("2023-05-12 09:12", "2023-05-12 12:12") for each in then] == now
    assert [each.number for each in read_issued(desk.path)] == [3, 2, 1]


def test_what_was_issued_stands_when_the_board_moves_on(desk):
    issued = issue(desk)
    before = {path: path.read_bytes() for path in issued.folder.iterdir()}
    desk.send("资金_202304_2.csv", FUNDS + "云溪县,中央,一,10,9\n东岭县,中央,一,10,5\n")
    newer = issue(desk, made=LATER)
    assert (issued.version, newer.version) == ("board-000001", "board-000002")
    assert {path: path.read_bytes() for path in issued.folder.iterdir()} == before


def test_months_count_for_themselves(desk):
    desk.send("资金_202303.csv", FUNDS + "云溪县,中央,一,10,1\n东岭县,中央,一,10,1\n")
    for period in ("2023-04", "2023-03", "2023-04"):
        issue(desk, period=period)
    numbers = ["2023-04/002", "2023-04/001", "2023-03/001"]
    assert [each.id for each in read_issued(desk.path)] == numbers
    assert [each.id for each in read_issued(desk.path, "2023-03")] == numbers[2:]


@pytest.mark.parametrize(
    ("by", "texts"),
    [
        (" ", {}),
        ("王某 13800001234", {}),
        (BY, {"money": "请联系 138 0000 1234"}),
        (BY, {"money": "户主证件号 990101199001011234"}),
    ],
)
def test_without_a_name_or_with_a_persons_number_nothing_is_kept(desk, by, texts):
    with pytest.raises(NotKept):
        keep(material(desk, texts), [], by=by)
    assert read_issued(desk.path) == []


def test_what_could_not_be_written_leaves_nothing(desk):
    wanted = material(desk)
    broken = Document("docx", "通报.docx", "no bytes")
    with pytest.raises(TypeError):
        keep(wanted, [broken], by=BY)
    assert read_issued(desk.path) == []
    assert issue(desk).number == 1  # and what it left does not stand in the way
    assert not (desk.path / "issued" / ".staging").exists()


def test_those_who_issue_at_once_each_get_a_number(desk):
    wanted = material(desk)
    made = [document("docx", wanted)]
    with ThreadPoolExecutor(4) as pool:
        kept = list(pool.map(lambda _: keep(wanted, made, by=BY), range(8)))
    assert sorted(each.number for each in kept) == list(range(1, 9))
    assert read_issued(desk.path) == sorted(kept, key=lambda each: -each.number)
