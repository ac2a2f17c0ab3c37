"""The words of the command line: python -m briefing [--home DIR] --period YYYY-MM … --out DIR."""

import argparse
import os
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from briefing.documents import KINDS
from briefing.personal import is_personal
from wording import LANGUAGES

REFUSED = 2  # not made, or wrongly called


def one_line(said: object) -> str:
    """What is to be said, in one line."""
    return " ".join(str(said).split())


class _Parser(argparse.ArgumentParser):
    """Wrong words are said in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(REFUSED, f"{self.prog}: {one_line(message)}: see --help\n")


def parse(words: list[str] | None) -> argparse.Namespace:
    """What is asked for; ends with exit code 2 when that is not clear."""
    parser = _parser()
    args = parser.parse_args(words)
    if args.list:
        if args.out or args.keep:
            parser.error("--list tells what was issued, and makes nothing")
        return args
    if args.period is None:
        parser.error("the following arguments are required: --period")
    if args.out is None and not args.keep:
        parser.error("say where the files go: --out DIR, or --keep, or both")
    if args.keep and args.by is None:
        parser.error("--keep needs --by WHO")
    return args


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m briefing", description="A month's figures to documents.")
    home = os.environ.get("BOARD_HOME") or Path(__file__).parents[1] / "data"
    parser.add_argument("--home", type=Path, default=Path(home), metavar="DIR")
    parser.add_argument("--period", type=_period, metavar="YYYY-MM")
    parser.add_argument(
        "--level", default="all", metavar="LEVEL", help="fund level: all, central …"
    )
    parser.add_argument("--lang", choices=list(LANGUAGES), default="zh", help="of the documents")
    parser.add_argument(
        "--format", type=_formats, default=("docx",), metavar="KIND,…", help=", ".join(KINDS)
    )
    parser.add_argument("--topics", type=_names, metavar="TOPIC,…", help="these sections alone")
    parser.add_argument("--out", type=_folder, metavar="DIR", help="where the files go")
    parser.add_argument("--keep", action="store_true", help="keep them in the home, too, as issued")
    parser.add_argument("--by", type=_who, metavar="WHO", help="who issues")
    parser.add_argument("--list", action="store_true", help="what was issued, newest month first")
    parser.add_argument("--json", action="store_true")
    return parser


def _formats(text: str) -> tuple[str, ...]:
    return check_known(_names(text), KINDS, "format")


def check_known(names: tuple[str, ...], known: Collection[str], what: str) -> tuple[str, ...]:
    """The names, when all are known; else `ArgumentTypeError` says which there are."""
    for name in names:
        if name not in known:
            raise argparse.ArgumentTypeError(f"no {what} {name}: there are {', '.join(known)}")
    return names


def _names(text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(each.strip() for each in text.split(",") if each.strip()))
    if not names:
        raise argparse.ArgumentTypeError("must not be blank")
    return names


def _folder(text: str) -> Path:
    # A schedule whose variable is not set would write wherever it was started.
    return Path(_said(text))


def _said(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("must not be blank")
    return text


def _who(text: str) -> str:
    who = " ".join(_said(text).split())
    if not who.isprintable():  # bytes that are no UTF-8 are not, either
        raise argparse.ArgumentTypeError("is no name: write it in UTF-8")
    if is_personal(who):
        raise argparse.ArgumentTypeError("must not hold a telephone or identity number")
    return who


def _period(text: str) -> str:
    try:
        return datetime.strptime(text, "%Y-%m").strftime("%Y-%m")
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no month: write YYYY-MM") from error
