"""The commands for notes: note, notes, withdraw-note."""

import argparse
import json

from etl import report
from etl.notes import CITY, Note, RefusedNote, UnknownNote, read_notes, withdraw_note, write_note
from etl.publish import publish
from etl.reference import Reference, load_reference
from etl.spelling import squeezed
from etl.store import Store


def note(args: argparse.Namespace) -> int:
    """Keep a note, then publish."""
    store, reference = Store(args.home), load_reference(args.home)
    with store.lock():
        kept = write_note(
            store,
            reference,
            unit=_unit(args.unit, reference),
            indicator=args.indicator,
            period=args.period,
            text=args.text,
            by=args.by,
        )
        publish(store, reference, progress=report.progress)
    return _told(kept, "kept")


def withdraw(args: argparse.Namespace) -> int:
    """Withdraw a note, then publish."""
    store, reference = Store(args.home), load_reference(args.home)
    with store.lock():
        try:
            taken = withdraw_note(store, args.note_id, args.by, args.reason)
        except UnknownNote as error:
            raise RefusedNote(f"no note {error} that stands: see notes") from error
        publish(store, reference, progress=report.progress)
    return _told(taken, "withdrawn")


def notes(args: argparse.Namespace) -> int:
    """Print every note, withdrawn ones too."""
    found = read_notes(args.home)
    if args.json:
        print(json.dumps([each.as_json() for each in found], ensure_ascii=False, indent=1))
    else:
        report.print_notes(found)
    return 0


def _unit(said: str, reference: Reference) -> str:
    """The code of a unit, named in any of its spellings or by its code; the city has `city`."""
    word = squeezed(said)
    if word == CITY or word in reference.city_words():
        return CITY
    return reference.unit_codes().get(word, said)


def _told(each: Note, what: str) -> int:
    report.progress_done()
    print(f"{each.note_id} {each.period} {each.unit_code} {each.indicator}: {what}")
    return 0
