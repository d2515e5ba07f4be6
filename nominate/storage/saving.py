"""`save`: a register as one file that a person can read and edit."""

from __future__ import annotations

import json
import os
from pathlib import Path

from nominate.errors import DataError, UsageError
from nominate.files.converter import accepted
from nominate.files.explaining import explained
from nominate.files.json_text import read_json
from nominate.files.plain import Plain, plain
from nominate.files.reading import name_of
from nominate.files.writing import write_whole
from nominate.files.yaml_text import read_yaml
from nominate.files.yaml_writing import yaml_text
from nominate.model.settings import Records
from nominate.register.register import Register

__all__ = ["proved_text", "save", "saved_text"]


def save(register: Register, path: str | os.PathLike[str]) -> None:
    """Write a register to one file, whole or not at all: canonical YAML, or JSON if the name ends in .json.

    Raises:
        UsageError: the name ends in none of .yaml, .yml and .json.
        DataError: a record made by a program holds what no file may, such as a hidden character.
        OutputError: the file cannot be written; the old one, if there was one, is untouched.
    """
    target = Path(path)
    if target.suffix.lower() not in {".yaml", ".yml", ".json"}:
        raise UsageError(f"{name_of(target)}: a register is saved as .yaml, .yml or .json")
    is_json = target.suffix.lower() == ".json"
    text = proved_text(saved_text(register, is_json=is_json), name=name_of(target), is_json=is_json)
    write_whole(target, text.encode())


def saved_text(register: Register, *, is_json: bool = False) -> str:
    """The text of a register file: keys in the model's order, no defaults, the same for equal registers.

    >>> print(saved_text(Register(records=Records())), end="")
    register:
      format: 1
    """
    data: Plain = plain(register.records)
    sections = data if isinstance(data, dict) else {}
    settings = sections.get("register", {})
    own = settings if isinstance(settings, dict) else {}
    # The format is said even where it is the only one, so that a later version knows.
    whole = {**sections, "register": {"format": register.settings.format, **own}}
    ordered = {"register": whole.pop("register"), **whole}
    return (
        json.dumps(ordered, ensure_ascii=False, indent=2, default=str) + "\n"
        if is_json
        else yaml_text(ordered)
    )


def proved_text(text: str, *, name: str, is_json: bool = False) -> str:
    """The same text, read back before it is written, so that no file is ever saved that cannot be loaded.

    Raises:
        DataError: it could not be loaded; `name` is what messages call it.

    >>> proved_text("people: []", name="people.yaml")
    'people: []'
    """
    document = read_json(text, file=name) if is_json else read_yaml(text, file=name)
    if accepted(document.data, Records) is None:
        raise DataError(explained(document).problems)
    return text
