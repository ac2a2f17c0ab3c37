"""Files as counties send them, one kind of trouble each; beside each what must come of it.

`tests/uploads/THEME/FILE` is checked, then loaded, in a home with the reference tables of
`tests/uploads/home`; `FILE.json` says what the command line must answer:

what            the trouble and what must happen, in a sentence
args            more words for the command line
before          files of the same folder that were accepted earlier
exit            0, 1 or 2
error_contains  a piece of the sentence that says why a file could not be read
problems        all problems, in any order: [row, column, code, severity]
headers         column → header, as the problems name it
totals          some of the totals: measure → number, money in 元; null when there must be none
never_shown     what may stand neither in the answer nor anywhere in the home

and, where they matter, keys of the answer itself. Keys that are not there are not compared. All of
it was worked out by hand from what the file holds, never copied from what the program says.
"""

import io
import json
import os
import shutil
import struct
import subprocess
import sys
import time
import zipfile

import pytest
from openpyxl import Workbook

from etl.cli import main
from tests.etl.conftest import problems
from tools.command import PROJECT

UPLOADS = PROJECT / "tests" / "uploads"
HOME = UPLOADS / "home"
FILES = sorted(
    path
    for path in UPLOADS.glob("*/*")
    if path.is_file() and path.suffix != ".json" and path.parent != HOME
)
AT_LEAST = 60
ALIKE = (
    "dataset period encoding sheet header_row rows_read rows_kept units ignored_columns"
    " personal_columns"
).split()
OTHERS = "what args before exit error_contains problems headers totals never_shown".split()
MEGABYTE = 1 << 20


def expected_of(file):
    return json.loads(file.with_name(f"{file.name}.json").read_text("utf-8"))


def each_file(*, accepted=None):
    """Every file, or those that are accepted, or those that are not; named by theme and name."""
    chosen = [
        file for file in FILES if accepted is None or (expected_of(file)["exit"] == 0) == accepted
    ]
    return pytest.mark.parametrize(
        "file", chosen, ids=[file.relative_to(UPLOADS).as_posix() for file in chosen]
    )


@pytest.fixture
def sent(home, capsys):
    """Send a file to a home with the reference tables of the folder: `sent(command, file)`."""
    shutil.copytree(HOME, home.path / "reference", dirs_exist_ok=True)

    def send(command, file, *more):
        words = (*more, "--by", "测试") if command == "load" else more
        capsys.readouterr()
        code = main(["--home", str(home.path), command, str(file), "--json", *words])
        said = capsys.readouterr()
        [told] = json.loads(said.out)
        return code, told, said.out + said.err

    def prepared(command, file):
        expected = expected_of(file)
        for name in expected.get("before", ()):
            code, _, said = send("load", file.with_name(name))
            assert code == 0, said
        before = home.bytes()
        return expected, before, *send(command, file, *expected.get("args", ()))

    return prepared


def answer(code, told, expected):
    """What was told, in the shape of what is expected of it."""
    got = {"exit": code} | {name: told[name] for name in ALIKE if name in expected}
    if "problems" in expected:
        got["problems"] = in_order(problems(told))
    if "headers" in expected:
        got["headers"] = {each["column"]: each["header"] for each in told["problems"]}
    if "totals" in expected:
        got["totals"] = {name: told["totals"].get(name) for name in expected["totals"]}
    if "error_contains" in expected:
        piece, said = expected["error_contains"], told.get("error", "")
        got["error_contains"] = piece if piece in said else said
    return got


def in_order(found):
    return sorted(map(list, found), key=lambda each: json.dumps(each, ensure_ascii=False))


def everything_in(home):
    """Every byte under the home, workbooks unpacked, and every name of a file."""
    for path, content in home.bytes().items():
        yield str(path).encode()
        if content.startswith(b"PK\x03\x04"):
            with zipfile.ZipFile(io.BytesIO(content)) as packed:
                yield from map(packed.read, packed.namelist())
        yield content


@each_file()
def test_a_file_says_what_is_expected_of_it(file, home, sent):
    expected, before, code, told, said = sent("check", file)
    wanted = {name: expected[name] for name in expected if name not in ("what", "args", "before")}
    hidden = wanted.pop("never_shown", [])
    if "problems" in wanted:
        wanted["problems"] = in_order(wanted["problems"])
    assert answer(code, told, wanted) == wanted, told
    assert [each for each in hidden if each in said] == []
    assert home.bytes() == before


@each_file(accepted=True)
def test_a_file_that_is_fine_is_accepted_and_the_second_time_changes_nothing(file, home, sent):
    expected, _, code, told, said = sent("load", file)
    assert (code, told["accepted"]) == (0, True), said
    hidden = [each.encode() for each in expected.get("never_shown", ())]
    assert [each for each in hidden for content in everything_in(home) if each in content] == []
    if "before" not in expected:
        _, before, code, told, said = sent("load", file)
        assert (code, told["accepted"]) == (0, True), said
        assert "same_file" in [each["code"] for each in told["problems"]]
        assert home.bytes() == before


@each_file(accepted=False)
def test_of_a_file_that_is_refused_nothing_is_stored(file, home, sent):
    expected, before, code, told, said = sent("load", file)
    assert (code, told["accepted"], told["upload_id"]) == (expected["exit"], False, None), said
    assert told["error"]
    assert home.bytes() == before


def test_every_file_says_what_it_is_for_and_nothing_else_lies_about():
    assert len(FILES) >= AT_LEAST
    others = {path for path in UPLOADS.glob("*/*") if path.parent != HOME} - set(FILES)
    assert others == {file.with_name(f"{file.name}.json") for file in FILES}
    for file in FILES:
        expected = expected_of(file)
        assert expected["what"].endswith("."), file
        assert set(expected) - {*ALIKE, *OTHERS} == set(), file
        assert expected["exit"] in (0, 1, 2), file
        assert file.stat().st_size < 30_000, file


# What is too big to be kept as a file is made here, and sent by a process of its own, so that what
# it takes in time and memory is its own, too.

HEADER = ["县区", "资金级次", "文号", "下达资金（万元）", "支出资金（万元）"]
ROW = ["青岚县", "中央", "云财农〔2023〕5号", 1850, 962.4]
MEASURE = """\
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], capture_output=True, encoding="utf-8")
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([done.returncode, done.stdout, done.stderr, peak * 1024]))
"""


def one_cell(path):
    path.write_bytes("县".encode() * (50_000_000 // 3))


def one_row(path):
    path.write_bytes("青岚县,".encode() * (50_000_000 // 10))


def a_table(path):
    book = Workbook()
    book.active.append(HEADER)
    book.active.append(ROW)
    book.save(path)


def swollen(path, size):
    """A workbook with a text so many bytes long below its table, which zips to next to nothing.

    Returns the name of the part that holds it."""
    a_table(path)
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    table, end = parts.pop(sheet).split(b"</sheetData>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
        with packed.open(sheet, "w", force_zip64=size > zipfile.ZIP64_LIMIT) as part:
            part.write(table + b'<row r="3"><c r="A3" t="inlineStr"><is><t>')
            for _ in range(size // MEGABYTE):
                part.write(b"0" * MEGABYTE)
            part.write(b"</t></is></c></row></sheetData>" + end)
    return sheet


def unpacks_to_gigabytes(path):
    swollen(path, 3000 * MEGABYTE)


def lies_about_its_size(path):
    """Unpacks to gigabytes as well, and the headers of the zip say 2 000 bytes."""
    name = swollen(path, 2000 * MEGABYTE)
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as packed:
        told = packed.getinfo(name)
    central = content.rindex(b"PK\x01\x02", 0, content.rindex(name.encode()))
    for at in (told.header_offset + 22, central + 24):
        assert struct.unpack_from("<I", content, at) == (told.file_size,)
        struct.pack_into("<I", content, at, 2_000)
    path.write_bytes(content)


def one_cell_far_away(path):
    book = Workbook()
    book.active.append(HEADER)
    book.active.append(ROW)
    book.active["XFD1048576"] = "误填"
    book.save(path)


TOO_MUCH = {  # what makes it → its name, a piece of the sentence that refuses it
    one_cell: ("资金_202304.csv", ""),
    one_row: ("资金_202304.csv", ""),
    unpacks_to_gigabytes: ("资金_202304.xlsx", "过大"),
    lies_about_its_size: ("资金_202304.xlsx", ""),
    one_cell_far_away: ("资金_202304.xlsx", "XFD1048576"),
}


@pytest.mark.parametrize("make", TOO_MUCH, ids=lambda make: make.__name__)
def test_a_file_that_would_take_too_much_is_refused_at_once(tmp_path, make):
    name, sentence = TOO_MUCH[make]
    home, file = tmp_path / "home", tmp_path / name
    shutil.copytree(HOME, home / "reference")
    make(file)
    command = [sys.executable, "-m", "etl", "--home", str(home), "check", str(file), "--json"]
    begun = time.monotonic()
    measured = subprocess.run(
        [sys.executable, "-c", MEASURE, *command],
        cwd=PROJECT, env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True, encoding="utf-8", timeout=300, check=True,
    )  # fmt: skip
    took = time.monotonic() - begun
    code, out, err, peak = json.loads(measured.stdout)
    assert code == 2, err[-2000:]
    assert "Traceback" not in err and "panicked" not in err
    [told] = json.loads(out)
    assert sentence in told["error"]
    assert len(told["error"].splitlines()) == 1
    assert took < 20
    assert peak < 1500 * MEGABYTE
