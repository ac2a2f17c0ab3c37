"""What stands beside every page about its data: that they are the sample's, or not the newest."""

from datetime import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.board.published import Row, publish


@pytest.mark.parametrize(
    ("publication", "said"),
    [
        ({"as_of": datetime(2023, 4, 20, 12)}, "这是2023年4月20日时的数据，不是最新数据。"),
        ({"is_sample": True}, "示例数据：虚构的云川市，不是任何真实地方。"),
        ({}, None),
    ],
)
def test_what_the_data_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, publication: Row, said: str | None
) -> None:
    def sidebar() -> None:
        from board.store import open_board
        from ui import home
        from ui.sidebar import frame
        from wording import Words

        frame(open_board(home()), Words("zh"))

    publish(tmp_path, publication=[publication])
    monkeypatch.setenv("BOARD_HOME", str(tmp_path))
    app = AppTest.from_function(sidebar).run(timeout=30)
    assert not app.exception
    shown = [each.value for each in (*app.sidebar.info, *app.sidebar.warning)]
    assert shown == ([said] if said else [])
