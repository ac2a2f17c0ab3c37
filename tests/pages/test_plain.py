"""Names and addresses from outside are shown as they are: no link or picture of theirs."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.board import project_ledger
from tests.pages.desk import said
from tests.pages.project_page import show
from ui.plain import plain

PICTURE = "![x](https://example.org/x.png)"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The literal ledger, in which two townships are called like a picture from elsewhere."""
    text = project_ledger.LEDGER.replace("前沟乡", PICTURE).replace("P10,", "P11,")
    return project_ledger.home(tmp_path_factory.mktemp("plain") / "home", text)


def read_as_markdown(app: AppTest) -> str:
    """All that Streamlit reads as Markdown."""
    texts = (*app.title, *app.markdown, *app.caption, *app.info, *app.warning, *app.error)
    return "\n".join([*(each.value for each in texts), *(each.label for each in app.button)])


@pytest.mark.parametrize("view", ["townships", "late", "days", "stages"])
def test_a_township_named_like_a_picture(
    monkeypatch: pytest.MonkeyPatch, ledger: Path, view: str
) -> None:
    for unit in ("", "990102"):
        app = show(monkeypatch, ledger, view=view, township=PICTURE, unit=unit)
        assert plain(PICTURE).replace("\\", "") in said(app)
        assert "![" not in read_as_markdown(app)
        assert plain(PICTURE) in [each.label for each in app.button]


def test_an_address_that_asks_for_what_is_no_name(
    monkeypatch: pytest.MonkeyPatch, ledger: Path
) -> None:
    named = {"township": f"{PICTURE}\n\n# 甲", "department": "[局](https://example.org)"}
    app = show(monkeypatch, ledger, view="townships", stage=PICTURE, **named)
    text = read_as_markdown(app)
    assert "![" not in text
    assert "[局]" not in text
    assert "\n#" not in text.replace("\n##### ", "")
    assert "这个视图不按" in text
    assert "网址中的状态" in text


def test_marks_are_escaped_and_lines_joined() -> None:
    assert plain("甲\n\n- *乙*  $丙$") == r"甲 - \*乙\* \$丙\$"


@pytest.mark.parametrize(
    "address", ["https://example.org", "HTTP://example.org", "www.a.org", "a@b.org"]
)
def test_an_address_is_no_link(address: str) -> None:
    # Streamlit's Markdown makes a link of an address that stands in one piece, escaped or not.
    shown = plain(address).replace("\\", "")
    assert address not in shown
    assert shown.replace("\u2060", "") == address
