"""What could be a person's number is known however it is written; figures and dates are not it."""

import pytest

from briefing import personal
from etl.personal import is_personal as is_refused_at_intake


@pytest.mark.parametrize(
    "number",
    [
        "990101199001011234",
        "99010119900101123x",
        "99010119900101123Ｘ",
        "990101 19900101 123X",
        "990101 1990 0101 1234",
        "990101-19900101-1234",
        "990101900101123",  # of before 1999
        "6222021234567890123",
        "6222 0212 3456 7890",
        "6222 0212 3456 7890 123",
        "13800001234",
        "１３８００００１２３４",
        "138 0000 1234",
        "138-0000-1234",
        "138–0000–1234",
        "138.0000.1234",
        "13800 001234",
        "8613800001234",
        "+86 138 0000 1234",
        "+86-13800001234",
    ],
)
def test_a_persons_number_is_known_in_every_writing(number: str) -> None:
    assert personal.is_personal(number)
    assert personal.is_personal(f"请联系王某{number}。")


@pytest.mark.parametrize(
    "said",
    [
        "截至2023年4月30日，全市下达161,612.34万元，支出1380.12万元。",
        "2023-04-01 2023-04-30",
        "20230401-20230430",
        "2020 2021 2022 2023",
        "0.13812345678",
        "1380000.1234万元",
        "电话0571-87654321",
        "第138号、第0000号",
        "项目202304-0001、202304-0002",
    ],
)
def test_figures_dates_and_an_offices_telephone_are_not(said: str) -> None:
    assert not personal.is_personal(said)


@pytest.mark.parametrize(
    "number",
    [
        "990101 19900101 123Ｘ",
        "622202123456789",
        "6.22202123456789E+18",
        "１38-0000 1234",
        "138.0000.1234",
        "86 13800 001234",
    ],
)
def test_what_is_refused_at_intake_is_refused_here(number: str) -> None:
    assert is_refused_at_intake(number)
    assert personal.is_personal(number)
