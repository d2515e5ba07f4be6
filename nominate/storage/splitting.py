"""A register as several files, one for each kind of record, as a team may want to edit it."""

from __future__ import annotations

from collections.abc import Mapping

from nominate.files.plain import plain
from nominate.files.yaml_writing import yaml_text
from nominate.register.register import Register
from nominate.storage.saving import proved_text

__all__ = ["split_texts"]

_SETTINGS = "register.yaml"


def split_texts(register: Register, *, heads: Mapping[str, str]) -> dict[str, str]:
    """The text of each file by its name; `heads` has a comment for the top of the file of each section.

    The settings go into `register.yaml`, every other section into a file of its name; one that holds nothing
    gets none.

    Raises:
        DataError: a record holds what no file may, such as a hidden character.

    >>> from nominate.model.person import Person
    >>> from nominate.model.settings import Records
    >>> lead = Person(id="lead", name="Dr Ann Example")
    >>> list(split_texts(Register(records=Records(people=(lead,))), heads={}))
    ['register.yaml', 'people.yaml']
    """
    data = plain(register.records)
    sections = data if isinstance(data, dict) else {}
    own = sections.get("register", {})
    settings = {"format": register.settings.format, **(own if isinstance(own, dict) else {})}
    files = {_SETTINGS: {"register": settings}} | {
        f"{name}.yaml": {name: section} for name, section in sections.items() if name != "register"
    }
    return {
        file: proved_text(_headed(heads.get(next(iter(held)), ""), yaml_text(held)), name=file)
        for file, held in files.items()
    }


def _headed(head: str, text: str) -> str:
    comments = "".join(f"# {line}".rstrip() + "\n" for line in head.splitlines())
    return f"{comments}\n{text}" if comments else text
