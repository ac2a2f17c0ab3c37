"""A folder that takes files: each is loaded as any file is, and what came of it lies beside it.

资金_202304.xlsx            as it was dropped
资金_202304（回执）.txt      accepted: number, sender, time, checksum
资金_202304（问题）.xlsx     refused: the table with its bad cells marked, without personal columns;
                            mended and saved it is taken like any file
资金_202304（问题）.txt      could not be read, or a question that the file does not answer
"""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from etl.accept import take
from etl.annotated import annotated
from etl.bilingual import Lang
from etl.contract import contracts
from etl.examined import Examined
from etl.personal import masked
from etl.publish import bring_up_to_date, is_behind, publish
from etl.read import SentFile
from etl.recognised import Said
from etl.reference import Reference, load_reference
from etl.store import Store
from etl.unreadable import Unreadable

RECEIPT = {"zh": "（回执）", "en": " (receipt)"}
PROBLEMS = {"zh": "（问题）", "en": " (problems)"}
LONGEST_NAME = 200  # bytes
SHEETS = {".csv", ".tsv", ".txt", ".xls", ".xlsx", ".xlsm"}


class Watch:
    """One folder, looked through again and again."""

    def __init__(self, folder: Path, store: Store, by: str, lang: Lang) -> None:
        self.folder, self.store, self.by, self.lang = folder, store, by, lang
        self.refused = False  # whether any file was, so far
        self._state = store.home / "watched.json"  # what was done, for the next start
        self._resting: dict[Path, tuple[int, int]] = {}

    def look(self, *, patient: bool) -> Iterator[str]:
        """Take what is new, then publish; a line for each file. When patient, a file that is still
        being written waits until it looks the same twice. What goes wrong with one file is said
        beside it and stops no other."""
        reference = load_reference(self.store.home)
        done = json.loads(self._state.read_text("utf-8")) if self._state.exists() else {}
        there = accepted = False
        for path in self._files():
            there = True
            try:
                if patient and not self._rests(path):
                    continue
                file = SentFile.at(path)
            except OSError:  # held open by who writes it, or gone: the next look will do
                continue
            if done.get(_named(path)) == file.sha256:
                continue
            found, line = self._take(file, reference)
            accepted = accepted or bool(found and found.is_new)
            self.refused = self.refused or not (found and found.accepted)
            done[_named(path)] = file.sha256
            for output, content in self._outputs(path, found, line).items():
                done[_named(_written(output, content))] = hashlib.sha256(content).hexdigest()
            self.store.home.mkdir(parents=True, exist_ok=True)
            self._state.write_text(json.dumps(done, indent=0), "utf-8")
            yield line
        if accepted:
            with self.store.lock():
                if is_behind(self.store, reference):
                    publish(self.store, reference, progress=lambda _: None)
        elif there:
            bring_up_to_date(self.store, reference)

    def _files(self) -> list[Path]:
        """Tables of the folder, the oldest first; not the notes that lie beside them."""
        notes = (*(f"{each}.txt" for each in RECEIPT.values()),
                 *(f"{each}.txt" for each in PROBLEMS.values()))  # fmt: skip
        found = []
        for path in self.folder.iterdir():
            is_table = path.suffix.lower() in SHEETS and not path.name.startswith((".", "~$"))
            if is_table and not path.name.endswith(notes):
                with suppress(FileNotFoundError):  # taken away in between
                    found.append((path.stat().st_mtime_ns, path.name, path))
        return [path for *_, path in sorted(found) if path.is_file()]

    def _rests(self, path: Path) -> bool:
        now = path.stat()
        looks = (now.st_size, now.st_mtime_ns)
        before, self._resting[path] = self._resting.get(path), looks
        return before == looks

    def _take(self, file: SentFile, reference: Reference) -> tuple[Examined | None, str]:
        name = masked(file.name)
        try:
            found = take(file, self.store, reference, Said(), self.by)
        except Unreadable as error:
            return None, f"{name}: {error.sentence(self.lang)}"
        except Exception as error:  # noqa: BLE001  # the other files go on
            kind = type(error).__name__
            return None, f"{name}: " + self._says(
                f"处理时出错（{kind}），没有接收；请把文件交给管理员",
                f"not accepted, something went wrong ({kind}); give it to the administrator",
            )
        if found.accepted:
            return found, f"{name}: {self._says('已接收', 'accepted')} {found.upload_id}"
        errors = [each for each in found.problems if each.severity == "error"]
        first = errors[0].sentence(self.lang)
        return found, f"{name}: {len(errors)} × {self._says('错误', 'error')}: {first}"

    def _says(self, zh: str, en: str) -> str:
        return zh if self.lang == "zh" else en

    def _outputs(self, path: Path, found: Examined | None, line: str) -> dict[Path, bytes]:
        """What to write beside a file: names and contents."""
        stem = path.stem if path.suffix.lower() == ".xlsx" else path.name
        stem = stem.removesuffix(PROBLEMS[self.lang])
        beside = self.folder / _fitting(stem)
        if found and found.accepted:
            return {_next_to(beside, f"{RECEIPT[self.lang]}.txt"): self._receipt(found).encode()}
        problems = _next_to(beside, PROBLEMS[self.lang])
        if found and found.recognised and any(each.row for each in found.problems):
            content = annotated(found, self.lang, personal=False)
            return {_next_to(problems, ".xlsx"): content}
        sentences = [each.sentence(self.lang) for each in found.problems] if found else [line]
        return {_next_to(problems, ".txt"): ("\ufeff" + "\n".join(sentences) + "\n").encode()}

    def _receipt(self, found: Examined) -> str:
        upload = next(each for each in self.store.uploads() if each.upload_id == found.upload_id)
        told = {
            self._says("编号", "Number"): upload.upload_id,
            self._says("数据表", "Dataset"): contracts()[upload.dataset].name.of(self.lang),
            self._says("报告期", "Month"): upload.period,
            self._says("保留行数", "Rows kept"): str(upload.rows_kept),
            self._says("警告", "Warnings"): str(upload.warnings),
            self._says("报送人", "Sent by"): upload.accepted_by,
            self._says("接收时间", "Accepted"): f"{upload.accepted_at.astimezone():%Y-%m-%d %H:%M}",
            self._says("校验码", "Checksum"): upload.sha256,
        }
        lines = [f"{name}: {value}" for name, value in told.items()]
        lines += [each.sentence(self.lang) for each in found.problems]
        return "\ufeff" + "\n".join(lines) + "\n"  # an editor on Windows takes it for UTF-8


def _written(output: Path, content: bytes) -> Path:
    """Write an answer; under a numbered name where another program holds the file open."""
    for number in range(2, 10):
        try:
            output.write_bytes(content)
        except PermissionError:
            output = output.with_name(f"{output.stem} {number}{output.suffix}")
        else:
            return output
    raise PermissionError(str(output))


def _fitting(stem: str) -> str:
    """A name that leaves room for what is added to it: a folder takes 255 bytes."""
    return stem.encode("utf-8", "surrogateescape")[:LONGEST_NAME].decode("utf-8", "ignore")


def _next_to(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _named(path: Path) -> str:
    """A path as it may be remembered: its name could hold anything."""
    return hashlib.sha256(os.fsencode(path.resolve())).hexdigest()
