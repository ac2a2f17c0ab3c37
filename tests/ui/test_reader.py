"""Who reads: the language of a session and where the data is."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ui.reader import home


def _language() -> None:
    import streamlit as st

    from ui.reader import choose_language, words

    st.button("zh", on_click=choose_language, args=("zh",))
    st.text(words().language)


@pytest.mark.parametrize(
    ("locale", "asked", "language"),
    [
        (None, None, "zh"),
        ("zh-TW", None, "zh"),
        ("en-GB", None, "en"),
        ("zh-CN", "en", "en"),
        ("en-US", "klingon", "en"),
    ],
)
def test_address_then_browser_then_chinese(
    locale: str | None, asked: str | None, language: str
) -> None:
    page = AppTest.from_function(_language)
    page.context = {"locale": locale} if locale else {}
    if asked:
        page.query_params["lang"] = asked
    assert page.run().text[0].value == language


def test_a_choice_is_kept_and_passed_on_in_the_address() -> None:
    page = AppTest.from_function(_language)
    page.context = {"locale": "en-US"}
    page.query_params["lang"] = "en"
    page.run().button[0].click().run()
    assert page.text[0].value == "zh"
    assert page.query_params["lang"] == "zh"
    page.query_params.clear()  # as when another page is opened
    assert page.run().text[0].value == "zh"


def test_the_home_is_the_project_unless_the_environment_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("BOARD_HOME", raising=False)
    assert home() == Path(__file__).parents[2] / "data"
    monkeypatch.setenv("BOARD_HOME", str(tmp_path))
    assert home() == tmp_path
