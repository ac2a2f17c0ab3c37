"""The command line: python -m etl [--home DIR] COMMAND. Others script against it."""

import argparse
import json
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

import duckdb

from etl import report
from etl.accept import take
from etl.contract import contracts
from etl.examine import examine
from etl.examined import Examined
from etl.home import init_home
from etl.indicators import indicators
from etl.marked_yaml import BadEntry
from etl.personal import masked
from etl.publish import is_behind, publish
from etl.read import SentFile
from etl.recognise import Said
from etl.reference import LEVELS, load_reference
from etl.settings import BadReference
from etl.spelling import MONEY_UNITS
from etl.standings import read_standings
from etl.store import Store, UnknownUpload, Upload
from etl.unreadable import Unreadable

DONE, WRONG, REFUSED = 0, 1, 2


def main(words: list[str] | None = None) -> int:
    """Run one command; exit code 0 done, 1 the file has errors, 2 not read or wrongly called."""
    args = _parser().parse_args(words)
    try:
        code: int = args.run(args)
        return code
    except (BadReference, BadEntry, OSError, duckdb.Error) as error:
        sentence = _one_line(error)
    except UnknownUpload as error:
        sentence = f"no upload {error} that could be {args.could_be}: see uploads"
    print(f"etl: {sentence}", file=sys.stderr)
    if getattr(args, "json", False) and hasattr(args, "files"):
        told = [{**Examined.unread(path.name).as_json(), "error": sentence} for path in args.files]
        print(json.dumps(told, ensure_ascii=False, indent=1))
    return REFUSED


def _one_line(error: Exception) -> str:
    return " ".join(masked(str(error)).split())


class _Parser(argparse.ArgumentParser):
    """Wrong words are said in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(REFUSED, f"{self.prog}: {_one_line(ValueError(message))}: see --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m etl", description="Monthly files to a board.")
    home = os.environ.get("BOARD_HOME") or Path(__file__).parents[1] / "data"
    parser.add_argument("--home", type=Path, default=Path(home), metavar="DIR")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[Any], int], help: str) -> argparse.ArgumentParser:
        found = commands.add_parser(name, help=help)
        found.set_defaults(run=run)
        return found

    init = command("init", _init, "make a home")
    init.add_argument("--sample", action="store_true", help="the fictional sample city")
    for name, run, help in (
        ("check", _check, "everything load does but the write"),
        ("load", _load, "accept files, then publish"),
    ):
        files = command(name, run, help)
        files.add_argument("files", nargs="+", type=Path, metavar="FILE")
        files.add_argument("--dataset", choices=list(contracts()))
        files.add_argument("--period", type=_period, metavar="YYYY-MM")
        files.add_argument("--sheet", metavar="NAME", help="which sheet of a workbook")
        files.add_argument("--unit", choices=list(MONEY_UNITS), help="of money where none is named")
        files.add_argument("--json", action="store_true")
        if name == "load":
            files.add_argument("--by", default="", metavar="WHO")
    uploads = command("uploads", _uploads, "history of what was accepted")
    uploads.add_argument("--json", action="store_true")
    withdraw = command("withdraw", _withdraw, "undo an upload")
    withdraw.add_argument("upload_id", metavar="ID")
    withdraw.add_argument("--by", required=True, type=_said, metavar="WHO")
    withdraw.add_argument("--reason", required=True, type=_said, metavar="TEXT")
    withdraw.set_defaults(could_be="withdrawn")
    restore = command("restore", _restore, "undo a withdrawal")
    restore.add_argument("upload_id", metavar="ID")
    restore.add_argument("--by", required=True, type=_said, metavar="WHO")
    restore.set_defaults(could_be="restored: only a withdrawn one can")
    again = command("publish", _publish, "the warehouse again from the uploads")
    again.add_argument("--as-of", type=_moment, metavar="TIME", help="as things stood then")
    rebuild = command("rebuild", _rebuild, "the warehouse again, the facts again too")
    rebuild.add_argument("--engine", choices=["duckdb"], default="duckdb")
    standings = command("standings", _standings, "the ranking in the terminal")
    standings.add_argument("--period", type=_period, required=True, metavar="YYYY-MM")
    standings.add_argument("--indicator", choices=list(indicators()))
    standings.add_argument("--level", choices=LEVELS)
    standings.add_argument("--format", choices=["table", "csv", "json"], default="table")
    sheet = command("template", _template, "the sheet to fill in, with drop-downs and notes")
    sheet.add_argument("dataset", choices=list(contracts()), metavar="DATASET")
    sheet.add_argument("file", type=_workbook, metavar="FILE.xlsx")
    sheet.add_argument("--lang", choices=["zh", "en"], default="zh")
    sheet.add_argument("--period", type=_period, metavar="YYYY-MM")
    return parser


def _workbook(text: str) -> Path:
    if not text.lower().endswith(".xlsx"):
        raise argparse.ArgumentTypeError(f"{text} must end in .xlsx: Excel opens it by its name")
    return Path(text)


def _said(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("must not be blank")
    return text.strip()


def _period(text: str) -> str:
    try:
        return datetime.strptime(text, "%Y-%m").strftime("%Y-%m")
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no month: write YYYY-MM") from error


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no time: write 2023-05-06T09:12") from error


def _init(args: argparse.Namespace) -> int:
    init_home(args.home, sample=args.sample, progress=report.progress)
    print(f"{args.home}: {'sample city loaded' if args.sample else 'empty home made'}")
    return DONE


def _check(args: argparse.Namespace) -> int:
    store, reference = Store(args.home), load_reference(args.home)
    code, _ = _files(args, lambda file, said: examine(file, store, reference, said))
    return code


def _load(args: argparse.Namespace) -> int:
    store, reference = Store(args.home), load_reference(args.home)
    code, found = _files(args, lambda file, said: take(file, store, reference, said, args.by))
    if any(each.accepted for each in found):
        with store.lock():
            if any(each.is_new for each in found) or is_behind(store):
                publish(store, reference, progress=report.progress)
        report.progress_done()
    return code


def _files(
    args: argparse.Namespace, do: Callable[[SentFile, Said], Examined]
) -> tuple[int, list[Examined]]:
    """Do it to each file and tell; the highest exit code, and what was found of those read."""
    said = Said(args.dataset, args.period, args.sheet, args.unit)
    told: list[dict[str, Any]] = []
    examined: list[Examined] = []
    highest = DONE
    for path in args.files:
        report.progress(masked(path.name))
        try:
            found = do(SentFile.at(path), said)
        except (Unreadable, OSError) as error:
            report.progress_done()
            sentence = _sentence(path, error)
            told.append({**Examined.unread(path.name).as_json(), "error": sentence})
            if not args.json:
                print(sentence, file=sys.stderr)
            highest = REFUSED
            continue
        report.progress_done()
        highest = max(highest, DONE if found.acceptable else WRONG)
        examined.append(found)
        told.append(report.as_json(found))
        if not args.json:
            report.print_examined(found)
    if args.json:
        print(json.dumps(told, ensure_ascii=False, indent=1))
    return highest, examined


def _sentence(path: Path, error: Unreadable | OSError) -> str:
    if isinstance(error, Unreadable):
        return f"{masked(path.name)}: {error.sentence('zh')} / {error.sentence('en')}"
    return f"{masked(path.name)}: {error.strerror or error}"


def _uploads(args: argparse.Namespace) -> int:
    found = Store(args.home).uploads()
    if args.json:
        print(json.dumps([each.as_json() for each in found], ensure_ascii=False, indent=1))
    else:
        report.print_uploads(found)
    return DONE


def _withdraw(args: argparse.Namespace) -> int:
    return _noted(args, lambda store: store.withdraw(args.upload_id, args.by, args.reason))


def _restore(args: argparse.Namespace) -> int:
    return _noted(args, lambda store: store.restore(args.upload_id, args.by))


def _noted(args: argparse.Namespace, note: Callable[[Store], Upload]) -> int:
    store, reference = Store(args.home), load_reference(args.home)
    with store.lock():
        upload = note(store)
        publish(store, reference, progress=report.progress)
    report.progress_done()
    print(f"{upload.upload_id} {upload.file_name}: {upload.notes[-1].action}")
    return DONE


def _publish(args: argparse.Namespace) -> int:
    return _published(args, as_of=args.as_of)


def _rebuild(args: argparse.Namespace) -> int:
    return _published(args, facts_again=True)


def _published(args: argparse.Namespace, **how: Any) -> int:
    store = Store(args.home)
    reference = load_reference(args.home)
    with store.lock():
        path = publish(store, reference, progress=report.progress, **how)
    report.progress_done()
    print(path.name)
    return DONE


def _standings(args: argparse.Namespace) -> int:
    found = read_standings(args.home, args.period, args.indicator, args.level)
    if found is None:
        print("etl: nothing is published yet: load a file first", file=sys.stderr)
        return REFUSED
    report.print_standings(found, args.format)
    return DONE


def _template(args: argparse.Namespace) -> int:
    from etl.template import template  # needed by this alone

    content = template(args.dataset, args.lang, load_reference(args.home), args.period)
    args.file.write_bytes(content)
    print(f"{masked(str(args.file))}: {contracts()[args.dataset].name.of(args.lang)}")
    return DONE
