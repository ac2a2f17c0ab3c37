"""A topic is rewritten: the board's own figures lead to their rows, other numbers are marked."""

import pytest

from briefing.notice.model import Topic
from briefing.notice.retold import Piece, changed_numbers, generated, retold
from briefing.notice.said import figure, line

RATE, OTHER = "?behind=start_rate~990101", "?behind=start_rate~990102"
SPEED, PACE = "?behind=start_rate", "近三个月平均每月开工率提高3.10个百分点"
TOPIC = Topic(
    "projects",
    "项目进度",
    (
        line(f"县A已开工28个，开工率{figure('96.55%', RATE)}；"),
        line(f"县B已开工29个，开工率{figure('96.55%', OTHER)}。"),
        line(f"近三个月平均每月开工率提高{figure('3.10个百分点', SPEED)}。"),
    ),
)


def test_what_nobody_touched_stands_with_its_addresses():
    assert retold(TOPIC, generated(TOPIC)) == (
        (Piece("县A已开工28个，开工率"), Piece("96.55%", RATE), Piece("；")),
        (Piece("县B已开工29个，开工率"), Piece("96.55%", OTHER), Piece("。")),
        (Piece("近三个月平均每月开工率提高"), Piece("3.10个百分点", SPEED), Piece("。")),
    )


def test_a_figure_in_a_sentence_of_a_persons_keeps_its_address():
    [moved] = retold(TOPIC, f"\n其中，{PACE}，进度加快。\n\n")
    assert moved == (
        Piece("其中，近三个月平均每月开工率提高"),
        Piece("3.10个百分点", SPEED),
        Piece("，进度加快。"),
    )


def test_equal_figures_of_two_units_are_not_mistaken_for_each_other():
    [moved] = retold(TOPIC, "其中，县B开工率为96.55%，排名靠前。")
    assert moved == (Piece("其中，县B开工率为96.55%，排名靠前。"),)


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("96.55%；", "97.00%；", ["97.00%"]),
        ("96.55%；", "6.55%；", ["6.55%"]),
        ("96.55%；", "196.55%；", ["196.55%"]),
        ("96.55%；", "96.5%；", ["96.5%"]),
        ("28个", "280个", ["280"]),
        ("28个", "28个、续建3个", ["3"]),
        ("县A", "县甲", []),
        ("县A已开工28个，", "", []),
    ],
)
def test_a_number_that_the_board_did_not_say_is_marked(old, new, changed):
    written = generated(TOPIC).replace(old, new)
    assert changed_numbers(TOPIC, written) == changed
    marked = [piece.text for each in retold(TOPIC, written) for piece in each if piece.is_changed]
    assert marked == changed
    assert ["".join(p.text for p in each) for each in retold(TOPIC, written)] == written.split("\n")


def test_an_emptied_topic_has_no_lines():
    assert retold(TOPIC, " \n") == ()
