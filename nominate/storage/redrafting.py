"""One file of a register with changes in it, read again and proved to say what it is to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from nominate.errors import OutputError, Problem, Severity, UnreadableInput
from nominate.files.converter import accepted
from nominate.files.reading import name_of
from nominate.model.settings import Records
from nominate.storage.loading import document_of, is_json
from nominate.storage.parts import Part
from nominate.storage.splicing.original import respliced
from nominate.storage.splicing.sections import SectionChanges, section_splices
from nominate.storage.splicing.splices import CannotSplice

__all__ = ["Redraft", "redrafted"]


@attrs.frozen(kw_only=True)
class Redraft:
    """The new bytes of a file, what they say, and a warning for each record that lost its comments."""

    content: bytes
    part: Part
    problems: tuple[Problem, ...] = ()


def redrafted(part: Part, path: Path, content: bytes, changes: Mapping[str, SectionChanges]) -> Redraft:
    """The file with the changes spliced in; a record in which that cannot be done is written anew.

    Raises:
        OutputError: what came out does not say what it is to say: a fault of ours, and nothing is written.
    """
    expected = _expected(part.records, changes)
    made = _proved(part, path, content, changes, expected)
    if made is not None:
        return made
    stubborn = {
        section: attrs.evolve(each, anew=frozenset(_stubborn(part, path, content, section, each)))
        for section, each in changes.items()
    }
    made = _proved(part, path, content, stubborn, expected)
    if made is None:
        raise OutputError(
            f"{name_of(path)}: nothing was written, since the new text would not say what was asked for; "
            f"this is a fault of nominate: change {', '.join(_names(changes))} by hand, and report it"
        )
    return attrs.evolve(made, problems=tuple(_warnings(made.part, stubborn)))


def _expected(records: Records, changes: Mapping[str, SectionChanges]) -> Records:
    sections: dict[str, Any] = {section: each.records for section, each in changes.items()}
    return attrs.evolve(records, **sections)


def _proved(
    part: Part, path: Path, content: bytes, changes: Mapping[str, SectionChanges], expected: Records
) -> Redraft | None:
    """The new text, read as any register is; None where it does not say what it is to say."""
    text = part.document.text
    try:
        new = respliced(content, section_splices(text, changes, is_json=is_json(path, text)))
        document = document_of(new, path)
    except (CannotSplice, UnreadableInput):
        return None
    is_sound = all(problem.severity is Severity.WARNING for problem in document.problems)
    records = accepted({} if document.data is None else document.data, Records) if is_sound else None
    if records != expected:
        return None
    return Redraft(content=new, part=Part(document=document, records=records))


def _stubborn(part: Part, path: Path, content: bytes, section: str, changes: SectionChanges) -> Iterator[int]:
    """The places of the records that cannot be changed in their place, each tried alone."""
    for place, pair in changes.amended.items():
        alone = {section: SectionChanges(held=changes.held, amended={place: pair})}
        if _proved(part, path, content, alone, _expected(part.records, alone)) is None:
            yield place


def _warnings(part: Part, changes: Mapping[str, SectionChanges]) -> Iterator[Problem]:
    for section, each in changes.items():
        for place in sorted(each.anew):
            now = place - sum(1 for gone in each.removed if gone < place)
            yield part.document.problem(
                Problem(
                    code="W710",
                    severity=Severity.WARNING,
                    message="written anew, since it stood in a way that could not be changed in its place",
                    hint="look at it, and put back the comments that it had",
                ),
                (section, now),
            )


def _names(changes: Mapping[str, SectionChanges]) -> Iterator[str]:
    for each in changes.values():
        yield from (repr(after.id) for _, after in each.amended.values())
        yield from (repr(record.id) for record in each.added)
