"""What a page asks for and must not stop half-way: it runs in a thread of its own, and goes on when
the page goes away."""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Generic, TypeVar

from etl.accept import Overtaken, accept
from etl.examined import Examined
from etl.notes import Note, write_note
from etl.publish import FAILURES as FAILURES
from etl.publish import is_behind, publish
from etl.reference import load_reference
from etl.store import Store, Upload

log = logging.getLogger("xianjie")
Result = TypeVar("Result")
Progress = Callable[[str], None]
_runners = ThreadPoolExecutor(thread_name_prefix="errand")


class Errand(Generic[Result]):
    """One errand under way."""

    def __init__(self, work: Callable[[Progress], Result]) -> None:
        self._steps: SimpleQueue[str | None] = SimpleQueue()
        self._running = _runners.submit(work, self._steps.put)
        self._running.add_done_callback(lambda _: self._steps.put(None))

    def steps(self) -> Iterator[str]:
        """Each step as it begins, until the end."""
        while (step := self._steps.get()) is not None:
            yield step
        self._steps.put(None)  # for who asks again

    def result(self) -> Result:
        """What came of it, once it has ended; raises what went wrong."""
        return self._running.result()


@dataclass(frozen=True)
class Outcome:
    """What came of one confirmed file: stored, or overtaken by another upload."""

    found: Examined
    upload: Upload | None
    overtaken: Upload | None = None


@dataclass
class Confirmed:
    """What came of confirmed files, as far as it went, and what went wrong with the store: then the
    files without an outcome are not stored, and the board may not show those that are."""

    outcomes: list[Outcome] = field(default_factory=list)
    failure: str | None = None


def submit(files: list[Examined], store: Store, by: str) -> Errand[Confirmed]:
    """Accept examined files without errors, then publish; what is overtaken is left out."""

    def work(progress: Progress) -> Confirmed:
        confirmed = Confirmed()
        try:
            for found in files:
                progress("accept")
                confirmed.outcomes.append(_outcome(found, store, by))
            _publish(store, progress)
        except FAILURES as error:
            log.exception("confirmed files were not published")
            confirmed.failure = type(error).__name__
        return confirmed

    return Errand(work)


def _outcome(found: Examined, store: Store, by: str) -> Outcome:
    try:
        number = accept(found, store, by).upload_id
    except Overtaken as error:
        return Outcome(found, None, error.upload)
    return Outcome(found, next(each for each in store.uploads() if each.upload_id == number))


def withdraw(store: Store, upload_id: str, by: str, reason: str) -> Errand[Upload]:
    """Withdraw an upload, then publish; raises UnknownUpload when another was faster."""
    return _noted(store, lambda: store.withdraw(upload_id, by, reason))


def restore(store: Store, upload_id: str, by: str) -> Errand[Upload]:
    """Undo a withdrawal, then publish; raises UnknownUpload when another was faster."""
    return _noted(store, lambda: store.restore(upload_id, by))


def note(store: Store, unit: str, indicator: str, period: str, text: str, by: str) -> Errand[Note]:
    """Keep a note on a unit's indicator in a month, then publish; raises RefusedNote."""

    def kept() -> Note:
        return write_note(
            store,
            load_reference(store.home),
            unit=unit,
            indicator=indicator,
            period=period,
            text=text,
            by=by,
        )

    return _noted(store, kept)


def _noted(store: Store, note: Callable[[], Result]) -> Errand[Result]:
    def work(progress: Progress) -> Result:
        with store.lock():
            kept = note()
        _publish(store, progress)
        return kept

    return Errand(work)


def _publish(store: Store, progress: Progress) -> None:
    reference = load_reference(store.home)
    with store.lock():
        if is_behind(store, reference):
            publish(store, reference, progress=progress)
