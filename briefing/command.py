"""The command line: python -m briefing … --out DIR makes a month's documents, from a schedule."""

import argparse
import json
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from board.store import Board, Unreadable, open_board
from briefing.arguments import REFUSED, check_known, one_line, parse
from briefing.documents import Document, Material, documents
from briefing.issued import Issued, NotKept, keep, read_issued
from briefing.notice.compose import TOPICS, notice
from briefing.template import TemplateError
from wording import Words

DONE, NO_DATA = 0, 1


def main(words: list[str] | None = None) -> int:
    """Make or list; exit code 0 done, 1 the month has no data, 2 not made or wrongly called."""
    args = parse(words)
    try:
        return _list(args) if args.list else _make(args)
    except (argparse.ArgumentTypeError, TemplateError, NotKept, OSError, Unreadable) as error:
        return _refuse(args, one_line(error), REFUSED)


def _make(args: argparse.Namespace) -> int:
    board = open_board(args.home)
    if board is None:
        return _refuse(args, f"nothing is published yet in {args.home}: load a file first", REFUSED)
    check_known((args.level,), ("all", *board.levels), "level")
    check_known(args.topics or (), TOPICS, "topic")
    if args.period not in board.periods:
        return _refuse(args, f"{args.period} has no data: there are {_span(board)}", NO_DATA)
    t, now = Words(args.lang), datetime.now()
    topics = args.topics or TOPICS
    said = notice(board, args.period, args.level, t, made=now, topics=topics)
    material = Material(args.home, board, said, t, now, topics)
    made = documents(args.format, material)
    if "slips" in args.format and not material.slips:
        print(f"briefing: no slips: no unit is to be reminded in {args.period}", file=sys.stderr)
    written = [_write(args.out, each) for each in made] if args.out else []
    issued = keep(material, made, by=args.by) if args.keep else None
    _tell(args, material, written, issued)
    return DONE


def _span(board: Board) -> str:
    return f"{board.periods[0]} to {board.periods[-1]}" if board.periods else "no months"


def _write(folder: Path, made: Document) -> Path:
    """Whole or not at all: whoever watches the folder sees finished files."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / made.name
    # Of its own process: two schedules may write into one folder.
    beside = place.with_name(f".{made.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(made.content)
        return beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)


def _tell(
    args: argparse.Namespace, material: Material, written: list[Path], issued: Issued | None
) -> None:
    if not args.json:
        for place in written:
            print(place)
        if issued:
            print(f"{issued.id}: {issued.folder}")
        return
    told: dict[str, Any] = {
        "period": args.period,
        "level": args.level,
        "language": args.lang,
        "topics": list(material.topics),
        "version": material.board.name,
        "files": [str(place) for place in written],
        "issued": issued and issued.as_json(),
    }
    print(json.dumps(told, ensure_ascii=False, indent=1))


def _list(args: argparse.Namespace) -> int:
    found = read_issued(args.home, args.period)
    if args.json:
        print(json.dumps([each.as_json() for each in found], ensure_ascii=False, indent=1))
    for each in () if args.json else found:
        kinds = ",".join(file.kind for file in each.files)
        edited = f"edited: {','.join(each.edited)}" if each.edited else ""
        print(
            f"{each.id}  {each.at:%Y-%m-%d %H:%M}  {each.level}  {each.language}  {kinds}"
            f"  {each.version}  {each.by}  {edited}".rstrip()
        )
    return DONE


def _refuse(args: argparse.Namespace, sentence: str, code: int) -> int:
    print(f"briefing: {sentence}", file=sys.stderr)
    if args.json:
        print(json.dumps({"error": sentence}, ensure_ascii=False))
    return code
