"""Who reads: the home of the data, the language and the theme of this session."""

import os
from functools import cache
from pathlib import Path

import streamlit as st

from charts.theme import DARK, LIGHT, Palette
from wording import LANGUAGES, Language, Words

_LANGUAGE = "reader_language"  # session state: what the person chose


def home() -> Path:
    """The directory the board reads: $BOARD_HOME, else data/ of the project."""
    return Path(os.environ.get("BOARD_HOME") or Path(__file__).parent.parent / "data")


def words() -> Words:
    """The words of this session: ?lang=, else the person's choice, else the browser, else zh."""
    asked = st.query_params.get("lang")
    if asked in LANGUAGES:
        st.session_state[_LANGUAGE] = asked
    chosen = st.session_state.get(_LANGUAGE)
    return in_language(chosen or _browser_language())


def choose_language(language: Language) -> None:
    """Keep the person's choice, in the session and in the address they may pass on."""
    st.session_state[_LANGUAGE] = language
    st.query_params["lang"] = language


def palette() -> Palette:
    """The colours of the theme the reader sees now."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def _browser_language() -> Language:
    locale = (st.context.locale or "zh").lower()
    return "zh" if locale.startswith("zh") else "en"


@cache
def in_language(language: Language) -> Words:
    """The words of one language, made once."""
    return Words(language)
