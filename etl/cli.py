"""The command line: python -m etl [--home DIR] COMMAND. Others script against it."""

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb

from etl import notes_cli, report
from etl.accept import take
from etl.arguments import REFUSED, Command, one_line, parser
from etl.contract import contracts
from etl.examine import examine
from etl.examined import Examined
from etl.home import init_home
from etl.marked_yaml import BadEntry
from etl.notes import RefusedNote
from etl.personal import masked
from etl.publish import FAILURES, bring_up_to_date, is_behind, publish
from etl.read import SentFile, name_of
from etl.recognised import Said
from etl.reference import load_reference
from etl.settings import BadReference
from etl.standings import read_standings
from etl.store import Store, UnknownUpload, Upload
from etl.unreadable import Unreadable
from etl.watch import Watch

DONE, WRONG = 0, 1


def main(words: list[str] | None = None) -> int:
    """Run one command; exit code 0 done, 1 the file has errors, 2 not read or wrongly called."""
    args = parser(COMMANDS).parse_args(words)
    try:
        code: int = args.run(args)
        return code
    except (BadReference, BadEntry, RefusedNote, OSError, duckdb.Error) as error:
        sentence = one_line(error)
    except UnknownUpload as error:
        sentence = f"no upload {error} that could be {args.could_be}: see uploads"
    print(f"etl: {sentence}", file=sys.stderr)
    if getattr(args, "json", False) and hasattr(args, "files"):
        told = [
            {**Examined.unread(name_of(path)).as_json(), "error": sentence} for path in args.files
        ]
        print(json.dumps(told, ensure_ascii=False, indent=1))
    return REFUSED


def _init(args: argparse.Namespace) -> int:
    init_home(args.home, sample=args.sample, progress=report.progress)
    print(f"{args.home}: {'sample city loaded' if args.sample else 'empty home made'}")
    return DONE


def _check(args: argparse.Namespace) -> int:
    store, reference = Store(args.home), load_reference(args.home)
    answers = _files(args, lambda file, said: examine(file, store, reference, said))
    return _tell(args, answers)


def _load(args: argparse.Namespace) -> int:
    store, reference = Store(args.home), load_reference(args.home)
    answers = _files(args, lambda file, said: take(file, store, reference, said, args.by))
    accepted = [found for _, found, _ in answers if found.accepted]
    failure = None
    try:
        if any(found.is_new for found in accepted):
            with store.lock():
                if is_behind(store, reference):
                    publish(store, reference, progress=report.progress)
        elif accepted:
            bring_up_to_date(store, reference, progress=report.progress)
    except FAILURES as error:
        failure = f"accepted, but not published: {one_line(error)}"
    report.progress_done()
    return _tell(args, answers, failure)


Answer = tuple[Path, Examined, str | None]  # a file, what was found, and why it could not be read


def _files(args: argparse.Namespace, do: Callable[[SentFile, Said], Examined]) -> list[Answer]:
    """Do it to each file."""
    said = Said(args.dataset, args.period, args.sheet, args.unit)
    answers: list[Answer] = []
    for path in args.files:
        report.progress(masked(name_of(path)))
        try:
            answers.append((path, do(SentFile.at(path), said), None))
        except (Unreadable, OSError) as error:
            answers.append((path, Examined.unread(name_of(path)), _sentence(path, error)))
        report.progress_done()
    return answers


def _tell(args: argparse.Namespace, answers: list[Answer], failure: str | None = None) -> int:
    """Print what came of the files, and what failed after they were accepted; the exit code."""
    told: list[dict[str, Any]] = []
    for _, found, unread in answers:
        error = unread or (failure if found.accepted else None)
        told.append({**report.as_json(found), **({"error": error} if error else {})})
        if not args.json and not unread:
            report.print_examined(found)
        if error and not args.json:
            print(error, file=sys.stderr)
    if args.json:
        print(json.dumps(told, ensure_ascii=False, indent=1))
    if failure and args.json:
        print(f"etl: {failure}", file=sys.stderr)
    if failure or any(unread for _, _, unread in answers):
        return REFUSED
    return DONE if all(found.acceptable for _, found, _ in answers) else WRONG


def _sentence(path: Path, error: Unreadable | OSError) -> str:
    if isinstance(error, Unreadable):
        return f"{masked(name_of(path))}: {error.sentence('zh')} / {error.sentence('en')}"
    return f"{masked(name_of(path))}: {error.strerror or error}"


def _watch(args: argparse.Namespace) -> int:
    watch = Watch(args.folder, Store(args.home), args.by, args.lang)
    load_reference(args.home)  # a home that is none is said before anything is waited for
    try:
        while True:
            for line in watch.look(patient=not args.once):
                print(line, flush=True)
            if args.once:
                return WRONG if watch.refused else DONE
            time.sleep(args.every)
    except KeyboardInterrupt:
        return DONE


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


COMMANDS: dict[str, Command] = {
    "init": _init,
    "check": _check,
    "load": _load,
    "watch": _watch,
    "uploads": _uploads,
    "withdraw": _withdraw,
    "restore": _restore,
    "publish": _publish,
    "rebuild": _rebuild,
    "standings": _standings,
    "template": _template,
    "note": notes_cli.note,
    "notes": notes_cli.notes,
    "withdraw-note": notes_cli.withdraw,
}
