"""The sample city's files as such: varied, in order, invented, and always the same."""

import hashlib
import re
from collections import Counter

from etl.sample import MonthlyFile, reference_files

# Changes only with the generator, or with a version of XlsxWriter that writes other parts.
CHECKSUM = "2f4fae43bf97645c2780f5fecf2d0620303a7225091c508c2d32303c8894d54d"
Sent = tuple[MonthlyFile, ...]


def is_identity_number(text: str) -> bool:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(text[:17], weights, strict=True))
    return "10X98765432"[total % 11] == text[17]


def test_the_same_bytes_every_time(sent: Sent) -> None:
    found = hashlib.sha256()
    for file in sent:
        found.update(f"{file.period}/{file.name} {file.accepted_at.isoformat()}".encode())
        found.update(file.content)
    assert found.hexdigest() == CHECKSUM


def test_files_come_in_order_and_after_their_month(sent: Sent) -> None:
    moments = [file.accepted_at for file in sent]
    assert moments == sorted(set(moments))
    assert all(f"{file.accepted_at:%Y-%m}" > file.period for file in sent)
    assert len({(file.period, file.name) for file in sent}) == len(sent)


def test_every_month_has_its_files_but_for_one_silent_province(sent: Sent) -> None:
    months = Counter(file.dataset for file in sent if file.sent_by.startswith("市"))
    assert months == {
        "funds": 28,
        "projects": 28,
        "households": 28,
        "reports": 28,
        "benchmarks": 27,
    }
    assert 150 <= len(sent) <= 170


def test_encodings_and_formats_are_mixed(sent: Sent) -> None:
    kinds: Counter[str] = Counter()
    for file in sent:
        if file.content.startswith(b"PK"):
            kinds["xlsx"] += 1
        elif file.content.startswith(b"\xef\xbb\xbf"):
            kinds["utf-8 with bom"] += 1
        else:
            try:
                file.content.decode("utf-8")
                kinds["utf-8"] += 1
            except UnicodeDecodeError:
                kinds["gb18030"] += 1
    assert kinds.keys() == {"xlsx", "utf-8 with bom", "utf-8", "gb18030"}
    assert kinds.most_common(1)[0][0] == "gb18030"


def test_no_identity_number_is_a_valid_one(sent: Sent) -> None:
    for file in sent:
        for found in re.findall(rb"(?<!\d)\d{17}[\dXx](?!\d)", file.content):
            assert not is_identity_number(found.decode().upper())


def test_reference_tables_have_twelve_ranked_units_on_distinct_tiles() -> None:
    lines = reference_files()["units.csv"].splitlines()[1:]
    rows = [line.split(",") for line in lines]
    assert len(rows) == 13
    assert [row[1] for row in rows if row[7] == "否"] == ["市本级"]
    assert all(row[0].startswith("99") for row in rows)
    assert len({(row[9], row[10]) for row in rows if row[9]}) == 12
