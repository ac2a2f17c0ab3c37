"""The export menu of a card: its files, made when the reader asks for one and not before."""

from base64 import b64encode
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from briefing.documents import own_template
from briefing.export import Export
from briefing.files.csv import csv_file
from briefing.files.slide import pptx_file
from briefing.files.xlsx import xlsx_file
from briefing.template import TemplateError
from charts.markup import Markup, tag
from ui.plain import plain
from ui.reader import home, words
from wording import Words

Exported = Callable[[datetime], Export]
_HERE = Path(__file__).parent
_ICON = Markup(
    '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 4v11m-5-5 5 5 5-5M5 20h14"/></svg>'
)
_OWN = ""  # the card that the menu itself stands in


def _slide(export: Export, t: Words) -> bytes:
    return pptx_file(export, t, own_template("pptx", home(), t))


_WRITERS: dict[str, Callable[[Export, Words], bytes]] = {
    "csv": csv_file,
    "xlsx": xlsx_file,
    "pptx": _slide,
}


def export_menu(export: Exported, *, key: str) -> None:
    """A button at the right of the title of the card it stands in, with the files of that card.

    `export` is asked with the local time, once for each file that is wanted.
    """
    _menu({_OWN: export}, f"export_{key}", words())


def export_menus(exports: Mapping[str, Exported], *, key: str) -> None:
    """One menu for the sections of a panel, each of which has an `export_spot` of its name."""
    _menu(exports, f"export_{key}", words())


def export_spot(name: str, t: Words) -> Markup:
    """The button of a section of a panel; `name` is its own on the page."""
    label = t("导出")
    return tag(
        "button", _ICON, type="button", class_="export-open", data_export=name,
        title=label, aria_label=label,
    )  # fmt: skip


@st.fragment
def _menu(exports: Mapping[str, Exported], key: str, t: Words) -> None:
    # In a fragment, so that a file does not draw the page again.
    asked = f"{key}_asked"

    def wanted() -> None:
        st.session_state[asked] = st.session_state[key]["wanted"]

    wish = st.session_state.pop(asked, None)
    _component()(
        key=key,
        data={
            "open": t("导出"),
            "elsewhere": _OWN not in exports,
            "kinds": {
                "png": t("图片 PNG"),
                "svg": t("矢量图 SVG"),
                "csv": t("数据 CSV"),
                "xlsx": t("工作簿 XLSX"),
                "pptx": t("幻灯片 PPTX"),
            },
            "file": _file(exports, wish["card"], wish["kind"], t) if wish else None,
        },
        on_wanted_change=wanted,
    )


def _file(exports: Mapping[str, Exported], card: str, kind: str, t: Words) -> dict[str, str] | None:
    """What the browser saves, or what it draws a picture with; where the bureau's own template
    cannot be filled the reader is told so, and there is no file."""
    now = datetime.now().astimezone()
    export = exports[card](now)
    file = {"id": now.isoformat(), "card": card, "kind": kind, "name": export.file(kind)}
    if kind not in _WRITERS:
        return file | {"title": export.title, "foot": export.provenance.in_one(t)}
    try:
        content = _WRITERS[kind](export, t)
    except TemplateError as error:
        st.toast(plain(str(error)), icon=":material/error:", duration="long")
        return None
    return file | {"content": b64encode(content).decode("ascii")}


@cache
def _component() -> Any:
    script = (_HERE / "export_picture.js", _HERE / "export.js")
    return st.components.v2.component(
        "export",
        html=tag(
            "div",
            tag("button", _ICON, type="button", class_="export-open"),
            tag("menu", popover=True),
            class_="export",
        ),
        css=(_HERE / "export.css").read_text("utf-8"),
        js="".join(file.read_text("utf-8") for file in script),
        isolate_styles=False,
    )
