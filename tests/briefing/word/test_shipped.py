"""The templates that are shipped are those that `python -m tools.templates` makes."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from briefing.template import FOLDER
from tools.templates.__main__ import TEMPLATES, make


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("templates")
    make(folder)
    return folder


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_shipped_template_is_the_one_that_is_made(made: Path, name: str) -> None:
    assert content(FOLDER / name) == content(made / name)


def content(file: Path) -> dict[str, bytes]:
    """Its parts as the schema sees them: neither compression nor spelling of XML matters."""
    with ZipFile(file) as parts:
        return {
            name: etree.tostring(etree.fromstring(parts.read(name)), method="c14n")
            for name in parts.namelist()
        }
