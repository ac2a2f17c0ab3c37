"""What a page asks for and must not stop half-way: it runs in a thread of its own, and goes on when
the page goes away."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Generic, TypeVar

from etl.accept import Overtaken, accept
from etl.examined import Examined
from etl.publish import is_behind, publish
from etl.reference import load_reference
from etl.store import Store, Upload

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


def submit(files: list[Examined], store: Store, by: str) -> Errand[list[Outcome]]:
    """Accept examined files without errors, then publish; what is overtaken is left out."""

    def work(progress: Progress) -> list[Outcome]:
        outcomes = []
        for found in files:
            progress("accept")
            try:
                number = accept(found, store, by).upload_id
            except Overtaken as error:
                outcomes.append(Outcome(found, None, error.upload))
                continue
            upload = next(each for each in store.uploads() if each.upload_id == number)
            outcomes.append(Outcome(found, upload))
        _publish(store, progress)
        return outcomes

    return Errand(work)


def withdraw(store: Store, upload_id: str, by: str, reason: str) -> Errand[Upload]:
    """Withdraw an upload, then publish; raises UnknownUpload when another was faster."""
    return _noted(store, lambda: store.withdraw(upload_id, by, reason))


def restore(store: Store, upload_id: str, by: str) -> Errand[Upload]:
    """Undo a withdrawal, then publish; raises UnknownUpload when another was faster."""
    return _noted(store, lambda: store.restore(upload_id, by))


def _noted(store: Store, note: Callable[[], Upload]) -> Errand[Upload]:
    def work(progress: Progress) -> Upload:
        with store.lock():
            upload = note()
        _publish(store, progress)
        return upload

    return Errand(work)


def _publish(store: Store, progress: Progress) -> None:
    with store.lock():
        if is_behind(store):
            publish(store, load_reference(store.home), progress=progress)
