"""A bureau's own template: what may stand in it, and what is refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from briefing.template import FOLDER, TemplateError, own
from briefing.word import names
from briefing.word.document import docx_file
from briefing.word.slip import slip_docx
from tests.briefing.word.notices import EN, ZH, notice
from tests.briefing.word.reading import opened, printed, texts
from tests.briefing.word.slips import slip
from wording import Words

Change = Callable[[Any], None]


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[Change], Path]:
    """The shipped template after a change to it, as a bureau would make it in Word."""

    def made(change: Change) -> Path:
        document = Document(str(FOLDER / "notice.docx"))
        change(document)
        document.save(str(tmp_path / "notice.docx"))
        return tmp_path / "notice.docx"

    return made


def without_style(document: Any) -> None:
    document.styles["通报二级标题"].delete()


def without_body(document: Any) -> None:
    document.paragraphs[2].text = "正文"


def with_a_number(document: Any) -> None:
    document.paragraphs[0].insert_paragraph_before("云振通〔2023〕{{文号}}号")


def with_the_body_in_a_line(document: Any) -> None:
    document.paragraphs[2].text = "如下：{{正文}}"


@pytest.mark.parametrize(
    ("change", "t", "said"),
    [
        (without_style, ZH, "模板 notice.docx 缺少样式“通报二级标题”。"),
        (without_style, EN, "The template notice.docx lacks the style “通报二级标题”."),
        (without_body, ZH, "模板 notice.docx 缺少占位符 {{正文}}。"),
        (with_a_number, ZH, "模板 notice.docx 有不认识的占位符 {{文号}}。"),
        (with_the_body_in_a_line, ZH, "模板 notice.docx 的占位符 {{正文}} 必须独占一段。"),
    ],
)
def test_a_template_that_lacks_something_is_refused_with_its_name(
    changed: Callable[[Change], Path], change: Change, t: Words, said: str
) -> None:
    with pytest.raises(TemplateError) as refused:
        docx_file(notice(t), t, changed(change))
    assert str(refused.value) == said


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_word_document_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "notice.docx"
    file.write_bytes(content)
    with pytest.raises(TemplateError, match=r"模板 notice\.docx 不是 Word 文档"):
        docx_file(notice(ZH), ZH, file)


def test_a_template_for_slips_is_not_one_for_the_notice() -> None:
    with pytest.raises(TemplateError, match=r"缺少占位符 \{\{附件\}\}"):
        docx_file(notice(ZH), ZH, FOLDER / "slip.docx")
    with pytest.raises(TemplateError, match=r"不认识的占位符 \{\{附件说明\}\}"):
        slip_docx(slip(ZH), ZH, FOLDER / "notice.docx")


def test_around_the_placeholders_a_bureau_writes_what_it_likes(
    changed: Callable[[Change], Path],
) -> None:
    def red_head(document: Any) -> None:
        document.paragraphs[0].insert_paragraph_before("云溪市人民政府文件")
        copies = document.add_table(1, 2)
        copies.cell(0, 0).text = "抄送：省农业农村厅。"
        copies.cell(0, 1).text = "{{落款}} {{日期}}印发"
        document.sections[0].header.paragraphs[0].text = "{{标题}}（{{月份}}）"

    made = docx_file(notice(ZH), ZH, changed(red_head))
    assert texts(made)[0] == "云溪市人民政府文件"
    copies = opened(made).tables[-1]
    assert [printed(cell._tc) for cell in copies.rows[0].cells] == [
        "抄送：省农业农村厅。",
        "云溪市巩固衔接办 2023年5月12日印发",
    ]
    head = opened(made).sections[0].header.paragraphs[0].text
    assert head == f"{notice(ZH).title}（2023年4月）"


def test_a_bureau_may_leave_out_what_it_writes_itself(changed: Callable[[Change], Path]) -> None:
    def plain(document: Any) -> None:
        for place in (5, 4, 3, 1):  # date, issuer, list of annexes, addressee
            each = document.paragraphs[place]._p
            each.getparent().remove(each)

    made = docx_file(notice(ZH), ZH, changed(plain))
    assert "云溪市巩固衔接办" not in texts(made)
    assert texts(made)[1].startswith("现将有关情况通报如下。")


def test_a_placeholder_that_word_cut_into_runs_keeps_the_look_of_the_first(
    changed: Callable[[Change], Path],
) -> None:
    def cut(document: Any) -> None:
        line = document.paragraphs[5]
        line.clear()
        for text in ("于{", "{日", "期}", "}印发"):
            line.add_run(text)
        line.runs[0].bold = True

    [made] = [
        each
        for each in opened(docx_file(notice(ZH), ZH, changed(cut))).paragraphs
        if each.text.endswith("印发")
    ]
    assert [run.text for run in made.runs] == ["于2023年5月12日", "", "", "印发"]
    assert made.runs[0].bold


def test_the_looks_are_the_templates_own(changed: Callable[[Change], Path]) -> None:
    def larger(document: Any) -> None:
        body = document.styles["通报正文"]
        body.font.size = Pt(18)
        body.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")

    made = opened(docx_file(notice(ZH), ZH, changed(larger)))
    [line] = [each for each in made.paragraphs if each.text.startswith("现将")]
    assert line.style.font.size == Pt(18)
    assert line.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋"


def test_a_homes_own_template_goes_by_its_language(tmp_path: Path) -> None:
    in_chinese, in_english = (names.file_of(names.NOTICE, t) for t in (ZH, EN))
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference" / "notice.docx").touch()
    assert own(tmp_path, in_chinese) == tmp_path / "reference" / "notice.docx"
    assert own(tmp_path, in_english) is None
    (tmp_path / "reference" / "notice.en.docx").touch()
    assert own(tmp_path, in_english) == tmp_path / "reference" / "notice.en.docx"
