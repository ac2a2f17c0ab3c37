"""Reminder slips as Word documents, one by one and together."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from briefing.word.slip import slip_docx, slips_zip
from tests.briefing.converted import pages
from tests.briefing.word.notices import EN, ZH
from tests.briefing.word.reading import lines, tables
from tests.briefing.word.slips import slip
from wording import Words


def test_a_slip_stands_in_the_styles_of_its_template() -> None:
    made = slip_docx(slip(ZH), ZH, None)
    assert lines(made) == [
        ("通报标题", "石坪县2023年4月重点工作提醒单"),
        ("通报主送", "石坪县："),
        ("通报正文", "现提醒如下。"),
        ("通报一级标题", "一、落后指标"),
        ("通报正文", "资金支出率17.11%。"),
        ("通报一级标题", "二、疑似问题"),
        ("通报正文", "1218。"),
        ("通报注", "均为疑似。"),
        ("通报正文", "建议约谈。"),
        ("通报落款", "云溪市巩固衔接办"),
        ("通报日期", "2023年5月12日"),
        ("通报注", "数据版本：board-000042 · 导出时间：2023-05-12"),
    ]
    assert tables(made) == [[["问题", "现有（条）"], ["超计划未开工", "1,218"]]]


@pytest.mark.parametrize("t", [ZH, EN], ids=["zh", "en"])
def test_another_program_prints_it(t: Words, tmp_path: Path) -> None:
    assert pages(slip_docx(slip(t), t, None), "slip.docx", tmp_path) == 1


def test_all_slips_lie_in_one_file_under_names_every_system_takes() -> None:
    odd = replace(slip(ZH), title='石坪县/"2023"年')
    packed = slips_zip([slip(ZH), slip(ZH), odd], ZH, None)
    with ZipFile(BytesIO(packed)) as file:
        names = file.namelist()
        first = file.read(names[0])
    assert names == [
        "01 石坪县2023年4月重点工作提醒单.docx",
        "02 石坪县2023年4月重点工作提醒单.docx",
        "03 石坪县 2023 年.docx",
    ]
    assert lines(first)[0] == ("通报标题", "石坪县2023年4月重点工作提醒单")
