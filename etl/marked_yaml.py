"""YAML checked against a model, with every refusal naming its file and line."""

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same in C, where it was built
Model = TypeVar("Model", bound=BaseModel)


class BadEntry(Exception):
    """An entry of a YAML file is wrong; the text starts with file:line."""


class Strict(BaseModel):
    """An entry of a YAML file; a key that it does not know is refused."""

    model_config = ConfigDict(extra="forbid")


class Document:
    """One YAML file, or a text out of one: its data, and the line of each entry."""

    def __init__(self, path: Path, text: str | None = None) -> None:
        self.path = path
        text = path.read_text(encoding="utf-8") if text is None else text
        try:
            self._root = yaml.compose(text, Loader=_Loader)
            self.data: Any = yaml.load(text, Loader=_Loader)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise BadEntry(f"{path.name}:{line}: {error.problem}") from error

    def line(self, *keys: str | int) -> int:
        """Line, from 1, of the entry that the keys lead to, or of the last one found on the way."""
        node = self._root
        line = 1
        for key in keys:
            if isinstance(node, yaml.MappingNode):
                pairs = {k.value: (k, v) for k, v in node.value}
                if str(key) not in pairs:
                    break
                name, node = pairs[str(key)]
                line = name.start_mark.line + 1
            elif isinstance(node, yaml.SequenceNode) and isinstance(key, int):
                node = node.value[key]
                line = node.start_mark.line + 1
            else:
                break
        return line

    def refuse(self, reason: str, *keys: str | int) -> BadEntry:
        """The error to raise for the entry that the keys lead to."""
        return BadEntry(f"{self.path.name}:{self.line(*keys)}: {reason}")

    def read(self, model: type[Model]) -> Model:
        """The file as a model; the first bad entry is refused with its line."""
        try:
            return model.model_validate(self.data)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise self.refuse(f"{where}: {first['msg']}", *first["loc"]) from error
