"""The export menu of a card: its files, made when the reader asks for one and not before."""

from base64 import b64encode
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from briefing.export import Export
from briefing.files.csv import csv_file
from briefing.files.slide import pptx_file
from briefing.files.xlsx import xlsx_file
from ui.reader import words
from wording import Words

Exported = Callable[[datetime], Export]
_HERE = Path(__file__).parent
_WRITERS: dict[str, Callable[[Export, Words], bytes]] = {
    "csv": csv_file,
    "xlsx": xlsx_file,
    "pptx": pptx_file,
}


def export_menu(export: Exported, *, key: str) -> None:
    """A button at the right of the title of the card it stands in, with the files of that card.

    `export` is asked with the local time, once for each file that is wanted.
    """
    _menu(export, f"export_{key}", words())


@st.fragment
def _menu(export: Exported, key: str, t: Words) -> None:
    # In a fragment, so that a file does not draw the page again.
    asked = f"{key}_asked"

    def wanted() -> None:
        st.session_state[asked] = st.session_state[key]["wanted"]

    kind = st.session_state.pop(asked, None)
    _component()(
        key=key,
        data={
            "open": t("导出"),
            "kinds": {
                "csv": t("数据 CSV"),
                "xlsx": t("工作簿 XLSX"),
                "pptx": t("幻灯片 PPTX"),
            },
            "file": _file(export(datetime.now().astimezone()), kind, t) if kind else None,
        },
        on_wanted_change=wanted,
    )


def _file(export: Export, kind: str, t: Words) -> dict[str, str]:
    """What the browser saves."""
    return {
        "id": f"{datetime.now().timestamp()}",
        "name": export.file(kind),
        "content": b64encode(_WRITERS[kind](export, t)).decode("ascii"),
    }


@cache
def _component() -> Any:
    return st.components.v2.component(
        "export",
        html=(_HERE / "export.html").read_text("utf-8"),
        css=(_HERE / "export.css").read_text("utf-8"),
        js=(_HERE / "export.js").read_text("utf-8"),
        isolate_styles=False,
    )
