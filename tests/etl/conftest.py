"""Homes of literal rows, filled in this process through the same command line."""

import json
import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from etl.cli import main

UNITS = """\
code,name,short_name,aliases,name_en,group,key_county,ranked,rural_population,tile_row,tile_column,order
990101,甲县,甲,甲自治县,Jia,,,yes,,,,1
990102,乙县,乙,,Yi,,,yes,,,,2
990103,丙县,丙,,Bing,,yes,yes,,,,3
990199,市本级,,,City level,,,no,,,,4
"""


class Home:
    """A home in a temporary folder, and its command line."""

    def __init__(self, path, capsys):
        self.path, self._capsys = path, capsys
        (path / "reference").mkdir(parents=True)
        self.reference("units.csv", UNITS)
        self.reference("settings.toml", 'city = "云川市"\n')

    def reference(self, name, text):
        (self.path / "reference" / name).write_text(text, encoding="utf-8")

    def file(self, name, content):
        """Write a file to send, outside the home."""
        sent = self.path.parent / "sent" / name
        sent.parent.mkdir(exist_ok=True)
        sent.write_bytes(content if isinstance(content, bytes) else content.encode())
        return sent

    def run(self, *words, exits=0):
        """Run one command; what it printed. `exits` None for any way to end."""
        self._capsys.readouterr()
        code = main(["--home", str(self.path), *map(str, words)])
        said = self._capsys.readouterr()
        assert exits is None or code == exits, said.out + said.err
        return said.out if exits != 2 else said.err

    def check(self, name, content, *more, exits=0):
        """What check says of one file."""
        return self._one("check", name, content, more, exits)

    def load(self, name, content, *more, exits=0):
        """What load says of one file."""
        return self._one("load", name, content, (*more, "--by", "测试"), exits)

    def try_load(self, name, content):
        """Load one file, however it ends: exit code, what was said."""
        self._capsys.readouterr()
        words = ("load", str(self.file(name, content)), "--by", "测试")
        code = main(["--home", str(self.path), *words])
        return code, "".join(self._capsys.readouterr())

    def _one(self, command, name, content, more, exits):
        self._capsys.readouterr()
        file = self.file(name, content)
        code = main(["--home", str(self.path), command, str(file), "--json", *more])
        said = self._capsys.readouterr()
        assert code == exits, said.out + said.err
        [told] = json.loads(said.out)
        return told

    def standings(self, period, indicator, level="all"):
        """Unit → standing."""
        told = self.run("standings", "--period", period, "--indicator", indicator,
                        "--level", level, "--format", "json")  # fmt: skip
        return {each["unit"]: each for each in json.loads(told)}

    def bytes(self):
        """Every file of the home with its content."""
        return {
            path.relative_to(self.path): path.read_bytes()
            for path in sorted(self.path.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def home(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Home:
    return Home(tmp_path / "home", capsys)


@pytest.fixture
def new_home(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[], Home]:
    """Makes a home for each example, gone before the next."""
    numbers = count()

    def make() -> Home:
        shutil.rmtree(tmp_path, ignore_errors=True)
        tmp_path.mkdir()
        return Home(tmp_path / f"{next(numbers)}", capsys)

    return make


def problems(told):
    """(row, column, code, severity) of every problem."""
    return [(p["row"], p["column"], p["code"], p["severity"]) for p in told["problems"]]
