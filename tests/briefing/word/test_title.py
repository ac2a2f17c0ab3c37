"""Long titles break into lines of about one length, at places that read well."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.fit import ems
from briefing.word.title import broken

ROOM = 20.1


@pytest.mark.parametrize(
    ("title", "room", "lines"),
    [
        ("情况通报", ROOM, ["情况通报"]),
        # One letter too many for a line, and it does not stand alone on the next.
        (
            "云川市2023年4月乡村振兴重点工作进展情况的通报",
            ROOM,
            ["云川市2023年4月乡村振兴", "重点工作进展情况的通报"],
        ),
        (
            "关于2023年12月巩固拓展脱贫攻坚成果同乡村振兴有效衔接重点工作进展情况的通报",
            ROOM,
            ["关于2023年12月巩固拓展脱贫攻坚成果同", "乡村振兴有效衔接重点工作进展情况的通报"],
        ),
        # Between clauses rather than within one; a number is never broken.
        (
            "图2　资金支出率：云溪县以60.93%领先，石坪县落后节点12.89个百分点",
            31,
            ["图2　资金支出率：云溪县以60.93%领先，", "石坪县落后节点12.89个百分点"],
        ),
        ("Yunxi has 1,234.50%, Shiping", 8, ["Yunxi has ", "1,234.50%, ", "Shiping"]),
        ("Progress of the month", 10, ["Progress of ", "the month"]),
    ],
)
def test_lines_are_about_as_long_and_words_whole(title: str, room: float, lines: list[str]) -> None:
    assert broken(title, room).split("\n") == lines


@given(st.text(st.sampled_from("关于年的、，；（）2,0.3; 情况通报\u3000"), max_size=80))
def test_nothing_is_lost_and_no_line_too_long(title: str) -> None:
    made = broken(title, ROOM)
    assert made.replace("\n", "") == title.replace("\n", "")
    assert all(ems(each.rstrip()) <= ROOM for each in made.split("\n"))
