"""The words of the command line: python -m etl [--home DIR] COMMAND …"""

import argparse
import os
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn, get_args

from etl.bilingual import Lang
from etl.contract import contracts
from etl.indicators import indicators
from etl.personal import is_personal, masked
from etl.reference import LEVELS
from etl.spelling import MONEY_UNITS

REFUSED = 2  # not read, or wrongly called
Command = Callable[[Any], int]


def one_line(text: object) -> str:
    """What is to be said, in one line and with nothing personal."""
    return " ".join(masked(str(text)).split())


class _Parser(argparse.ArgumentParser):
    """Wrong words are said in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(REFUSED, f"{self.prog}: {one_line(message)}: see --help\n")


def parser(commands: Mapping[str, Command]) -> argparse.ArgumentParser:
    """The command line, each command with what runs it."""
    words = _Parser(prog="python -m etl", description="Monthly files to a board.")
    home = os.environ.get("BOARD_HOME") or Path(__file__).parents[1] / "data"
    words.add_argument("--home", type=Path, default=Path(home), metavar="DIR")
    under = words.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, help: str) -> argparse.ArgumentParser:
        found = under.add_parser(name, help=help)
        found.set_defaults(run=commands[name])
        return found

    init = command("init", "make a home")
    init.add_argument("--sample", action="store_true", help="the fictional sample city")
    for name, help in (
        ("check", "everything load does but the write"),
        ("load", "accept files, then publish"),
    ):
        files = command(name, help)
        files.add_argument("files", nargs="+", type=Path, metavar="FILE")
        files.add_argument("--dataset", choices=list(contracts()))
        files.add_argument("--period", type=_period, metavar="YYYY-MM")
        files.add_argument("--sheet", metavar="NAME", help="which sheet of a workbook")
        files.add_argument("--unit", choices=list(MONEY_UNITS), help="of money where none is named")
        files.add_argument("--json", action="store_true")
        if name == "load":
            files.add_argument("--by", default="", type=_who, metavar="WHO")
    watch = command("watch", "take the files dropped into a folder")
    watch.add_argument("folder", type=Path, metavar="DIR")
    watch.add_argument("--by", default="", type=_who, metavar="WHO")
    watch.add_argument(
        "--lang", choices=get_args(Lang), default="zh", help="of what lies beside them"
    )
    watch.add_argument("--every", type=float, default=5.0, metavar="SECONDS")
    watch.add_argument("--once", action="store_true", help="look once and end")
    uploads = command("uploads", "history of what was accepted")
    uploads.add_argument("--json", action="store_true")
    withdraw = command("withdraw", "undo an upload")
    withdraw.add_argument("upload_id", metavar="ID")
    withdraw.add_argument("--by", required=True, type=_said, metavar="WHO")
    withdraw.add_argument("--reason", required=True, type=_said, metavar="TEXT")
    withdraw.set_defaults(could_be="withdrawn")
    restore = command("restore", "undo a withdrawal")
    restore.add_argument("upload_id", metavar="ID")
    restore.add_argument("--by", required=True, type=_said, metavar="WHO")
    restore.set_defaults(could_be="restored: only a withdrawn one can")
    again = command("publish", "the warehouse again from the uploads")
    again.add_argument("--as-of", type=_moment, metavar="TIME", help="as things stood then")
    rebuild = command("rebuild", "the warehouse again, the facts again too")
    rebuild.add_argument("--engine", choices=["duckdb"], default="duckdb")
    standings = command("standings", "the ranking in the terminal")
    standings.add_argument("--period", type=_period, required=True, metavar="YYYY-MM")
    standings.add_argument("--indicator", choices=list(indicators()))
    standings.add_argument("--level", choices=LEVELS)
    standings.add_argument("--format", choices=["table", "csv", "json"], default="table")
    sheet = command("template", "the sheet to fill in, with drop-downs and notes")
    sheet.add_argument("dataset", choices=list(contracts()), metavar="DATASET")
    sheet.add_argument("file", type=_workbook, metavar="FILE.xlsx")
    sheet.add_argument("--lang", choices=["zh", "en"], default="zh")
    sheet.add_argument("--period", type=_period, metavar="YYYY-MM")
    note = command("note", "say why a unit's indicator stands as it does in a month")
    note.add_argument("--unit", required=True, metavar="UNIT", help="name or code; city for all")
    note.add_argument("--indicator", required=True, choices=list(indicators()))
    note.add_argument("--period", required=True, type=_period, metavar="YYYY-MM")
    note.add_argument("--by", required=True, type=_said, metavar="WHO")
    note.add_argument("text", type=_said, metavar="TEXT")
    notes = command("notes", "the notes there are")
    notes.add_argument("--json", action="store_true")
    unsay = command("withdraw-note", "take a note back")
    unsay.add_argument("note_id", metavar="ID")
    unsay.add_argument("--by", required=True, type=_said, metavar="WHO")
    unsay.add_argument("--reason", required=True, type=_said, metavar="TEXT")
    return words


def _workbook(text: str) -> Path:
    if not text.lower().endswith(".xlsx"):
        raise argparse.ArgumentTypeError(f"{text} must end in .xlsx: Excel opens it by its name")
    return Path(text)


def _said(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("must not be blank")
    return _who(text)


def _who(text: str) -> str:
    if is_personal(text):
        raise argparse.ArgumentTypeError("leave out identity and telephone numbers: it is kept")
    return text.strip()


def _period(text: str) -> str:
    try:
        month = datetime.strptime(text, "%Y-%m")
        if not 2000 <= month.year < 2100:
            raise ValueError(text)
        return month.strftime("%Y-%m")
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no month: write YYYY-MM") from error


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no time: write 2023-05-06T09:12") from error
