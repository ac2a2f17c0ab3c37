"""The command line: python -m etl [--home DIR] COMMAND. Others script against it."""

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb

from etl import report
from etl.accept import take
from etl.arguments import REFUSED, Command, one_line, parser
from etl.contract import contracts
from etl.examine import examine
from etl.examined import Examined
from etl.home import init_home
from etl.marked_yaml import BadEntry
from etl.personal import masked
from etl.publish import is_behind, publish
from etl.read import SentFile
from etl.recognise import Said
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
    except (BadReference, BadEntry, OSError, duckdb.Error) as error:
        sentence = one_line(error)
    except UnknownUpload as error:
        sentence = f"no upload {error} that could be {args.could_be}: see uploads"
    print(f"etl: {sentence}", file=sys.stderr)
    if getattr(args, "json", False) and hasattr(args, "files"):
        told = [{**Examined.unread(path.name).as_json(), "error": sentence} for path in args.files]
        print(json.dumps(told, ensure_ascii=False, indent=1))
    return REFUSED


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


def _watch(args: argparse.Namespace) -> int:
    watch = Watch(args.folder, Store(args.home), args.by, args.lang)
    load_reference(args.home)  # a home that is none is said before anything is waited for
    try:
        while True:
            for line in watch.look(patient=not args.once):
                print(line, flush=True)
            if args.once:
                return DONE
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
}
