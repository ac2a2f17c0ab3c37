"""The master of a deck: the shipped one, a bureau's own, and one that will not do."""

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.slide import SlideLayout

from board.store import Board, open_board
from briefing.deck import deck_file
from briefing.slides.master import CONTENT, COVER, SHIPPED, open_master
from briefing.template import TemplateError
from tests.board.published import publish, standing, unit
from tests.briefing.deck.decks import runs, titles
from tools.templates.deck import make
from wording import Words

MADE = datetime(2023, 5, 12, 9, 30)
ZH, EN = Words("zh"), Words("en")


@pytest.fixture
def board(tmp_path: Path) -> Board:
    standings = [standing("990101", 3, 10, rank=1), standing("city", 3, 10)]
    found = open_board(publish(tmp_path, units=[unit("990101", "云溪县")], standings=standings))
    assert found
    return found


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Path]:
    """The shipped master with its layouts changed: `changed(lambda cover, content: …)`."""

    def change(how: Callable[[SlideLayout, SlideLayout], object]) -> Path:
        deck = Presentation(str(SHIPPED))
        how(*deck.slide_layouts)
        deck.save(str(tmp_path / "deck.pptx"))
        return tmp_path / "deck.pptx"

    return change


def test_the_shipped_master_is_what_its_command_makes(tmp_path: Path) -> None:
    make(tmp_path / "made.pptx")
    with ZipFile(SHIPPED) as shipped, ZipFile(tmp_path / "made.pptx") as made:
        assert shipped.namelist() == made.namelist()
        for name in shipped.namelist():
            assert shipped.read(name) == made.read(name), name


def test_a_bureaus_master_gives_its_look_and_its_font_and_loses_its_own_slides(
    board: Board, tmp_path: Path
) -> None:
    own = Presentation()  # PowerPoint's own, whose theme names 宋体 for Chinese
    own.slides.add_slide(own.slide_layouts[0]).shapes.title.text = "示范"
    own.save(str(tmp_path / "deck.pptx"))
    made = deck_file(board, "2023-04", "all", ZH, made=MADE, template=tmp_path / "deck.pptx")
    assert "示范" not in titles(made)
    with ZipFile(io.BytesIO(made)) as parts:
        slides = [name for name in parts.namelist() if name.startswith("ppt/slides/slide")]
    assert len(slides) == len(titles(made))
    fonts = {each.get("typeface") for _, run in runs(made) for each in run}
    assert fonts - {None} == {"宋体"}


@pytest.mark.parametrize("name", [COVER, CONTENT])
def test_a_master_without_a_layout_is_refused(changed: Callable[..., Path], name: str) -> None:
    def rename(*layouts: SlideLayout) -> None:
        [layout] = [each for each in layouts if each.name == name]
        layout.name = "别的"

    with pytest.raises(TemplateError, match=name):
        open_master(changed(rename), ZH)
    with pytest.raises(TemplateError, match=f"no layout named “{name}”"):
        open_master(changed(rename), EN)


@pytest.mark.parametrize(
    ("kind", "said"), [("title", "标题"), ("ftr", "页脚"), ("sldNum", "页码"), (None, "正文")]
)
def test_a_master_without_a_placeholder_is_refused(
    changed: Callable[..., Path], kind: str | None, said: str
) -> None:
    def remove(_: SlideLayout, content: SlideLayout) -> None:
        for shape in list(content.placeholders):
            element: Any = shape._element
            if element.ph.get("type") == kind:
                element.getparent().remove(element)

    with pytest.raises(TemplateError, match=f"“标题和内容”没有占位符：{said}$"):
        open_master(changed(remove), ZH)


def test_a_file_that_is_no_presentation_is_refused(tmp_path: Path) -> None:
    shipped = SHIPPED.read_bytes()
    damaged = shipped[:5000] + bytes(100) + shipped[5100:]
    for content in (b"", b"PK\x03\x04", b"<html>", shipped[:-100], damaged):
        (tmp_path / "deck.pptx").write_bytes(content)
        with pytest.raises(TemplateError, match=r"deck\.pptx 不是PPTX文件"):
            open_master(tmp_path / "deck.pptx", ZH)
