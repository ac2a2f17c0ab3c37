"""A desk where files are sent: a home filled in this process, pages over it, and what they say."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

from streamlit.testing.v1 import AppTest

from etl.accept import accept
from etl.examine import examine
from etl.publish import publish
from etl.read import SentFile
from etl.recognised import Said
from etl.reference import load_reference
from etl.store import Store

UNITS = """\
code,name,short_name,name_en,ranked
990101,云溪县,云溪,Yunxi,yes
990102,东岭县,东岭,Dongling,yes
"""
ONE_UNIT = "".join(UNITS.splitlines(keepends=True)[:2])
# A sample stops its clock at its newest upload: what tests expect does not change with the day.
SETTINGS = 'city = "云川市"\ncity_en = "Yunchuan"\nsample = true\n'
FUNDS = "县区,级次,批次,下达资金,支出资金\n"
# 11:00 UTC is the same day nearly everywhere.
TENTH = datetime(2023, 5, 10, 11, tzinfo=UTC)


class Desk:
    """A home with two units in a temporary folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        (path / "reference").mkdir(parents=True)
        self.reference("units.csv", UNITS)
        self.reference("settings.toml", SETTINGS)

    def reference(self, name: str, text: str) -> None:
        (self.path / "reference" / name).write_text(text, encoding="utf-8")

    def send(
        self,
        name: str,
        text: str,
        by: str = "云溪县乡村振兴局",
        at: datetime | None = TENTH,
        publishing: bool = True,
    ) -> str:
        """Accept a file in which nothing is wrong, publish, and return its number."""
        store, reference = Store(self.path), load_reference(self.path)
        found = examine(SentFile(name, text.encode()), store, reference, Said())
        assert found.acceptable, [each.zh for each in found.problems]
        number = accept(found, store, by, at).upload_id
        assert number
        if publishing:
            self.publish()
        return number

    def withdraw(self, number: str, by: str, reason: str = "报错了") -> None:
        """Withdraw an upload without publishing."""
        store = Store(self.path)
        with store.lock():
            store.withdraw(number, by, reason)

    def publish(self) -> None:
        store = Store(self.path)
        with store.lock():
            publish(store, load_reference(self.path), progress=lambda _: None)

    def uploads(self) -> list[tuple[str, str]]:
        """(number, who sent it) of every upload."""
        return [(each.upload_id, each.accepted_by) for each in Store(self.path).uploads()]

    def bytes(self) -> dict[Path, bytes]:
        """Every file of the home with its content."""
        return {path: path.read_bytes() for path in self.path.rglob("*") if path.is_file()}


def opened(page: Callable[[], None], **query: str) -> AppTest:
    """A page at an address; nothing may have gone wrong on it."""
    app = AppTest.from_function(page, default_timeout=30)
    for name, value in query.items():
        app.query_params[name] = value
    return ran(app.run())


def ran(app: AppTest) -> AppTest:
    """The same, once it has run without a traceback."""
    assert not app.exception
    return app


def markup(app: AppTest, key: str = "") -> str:
    """The markup of the panels whose key begins so."""
    own = [each for each in app.get("bidi_component") if (each.key or "").startswith(key)]
    # The export menus are components, too, but hold no markup.
    return "\n".join(json.loads(each.proto.json).get("html", "") for each in own)


def table(app: AppTest, key: str) -> list[list[str]]:
    """The rows of a table below its header, cell by cell as text."""
    rows = re.findall(r"<tr>(.*?)</tr>", markup(app, key))
    return [[plain(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in rows[1:]]


def plain(html: str) -> str:
    """The text of markup, with a blank where one element ends and another begins."""
    return unescape(" ".join(re.sub(r"<[^>]*>", "\n", html).split()))


def said(app: AppTest) -> str:
    """Everything that a reader sees, one piece a line."""
    texts = (*app.title, *app.markdown, *app.caption, *app.info, *app.warning, *app.error)
    pieces = [each.value for each in (*texts, *app.code)]
    widgets = (*app.button, *app.checkbox, *app.text_input, *app.file_uploader)
    pieces += [each.label for each in (*widgets, *app.tabs, *app.download_button)]
    pieces += [each.placeholder for each in (*app.text_input, *app.selectbox)]
    for box in app.selectbox:
        pieces += [box.label, *box.options]
    for frame in app.dataframe:
        pieces += [*map(str, frame.value.columns), *map(str, frame.value.to_numpy().ravel())]
    return "\n".join([*pieces, plain(markup(app))]).replace(
        "\\", ""
    )  # a name's Markdown is escaped


def chinese(app: AppTest, *names: str) -> set[str]:
    """What is said in Chinese letters besides these names."""
    text = said(app)
    for name in names:
        text = text.replace(name, "")
    return set(re.findall("[一-鿿]+", text))
