"""The project page over a home, and what its cards are called."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.desk import ran


def show(monkeypatch: pytest.MonkeyPatch, home: Path, **query: str) -> AppTest:
    def page() -> None:
        from pages import projects

        projects.render()

    monkeypatch.setenv("BOARD_HOME", str(home))
    app = AppTest.from_function(page, default_timeout=30)
    for name, value in ({"lang": "zh"} | query).items():
        app.query_params[name] = value
    return ran(app.run())


def heads(app: AppTest) -> list[str]:
    """The titles of the cards."""
    cards = [each.value for each in app.markdown if each.value.startswith("##### ")]
    return [card.removeprefix("##### ").replace("\\", "") for card in cards]
