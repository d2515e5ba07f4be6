"""Finding one record of a register by what a person calls it, and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from nominate.errors import RecordNotFound, UsageError, nearest, shown
from nominate.model.award import Award
from nominate.model.nomination import Nomination
from nominate.register.apart import SECTIONS
from nominate.register.changes import Record, RecordKind
from nominate.register.register import Register

__all__ = ["Found", "found", "names_of"]


@attrs.frozen(kw_only=True)
class Found:
    """A record with its kind, its id as people write it (`award/edition`), and the way to it.

    `at` is that of the merged records, as `nominate.register.checks` writes it: section, place, and so on.
    """

    kind: RecordKind
    id: str
    record: Record
    at: tuple[str | int, ...]

    @property
    def title(self) -> str:
        """What it is called."""
        record = self.record
        return record.title if isinstance(record, Nomination) else record.name


def found(register: Register, name: str, kind: RecordKind | None = None) -> Found:
    """The record with that id, or the organisation that was ever called so.

    Raises:
        RecordNotFound: there is none.
        UsageError: several kinds have that id, and `kind` does not say which is meant.
    """
    every = [each for each in _every(register) if kind in {None, each.kind}]
    meant = [each for each in every if each.id == name] or _by_name(register, name, every)
    if not meant:
        near = nearest(name, {each.id: each for each in every})
        guess = (
            f"; did you mean {near!r}?" if near else "; nominate list shows the nominations with their ids"
        )
        raise RecordNotFound(f"no {kind.value if kind else 'record'} {shown(name)}{guess}")
    if len(meant) > 1:
        kinds = [each.kind.value for each in meant]
        choices = " or ".join(f"--kind {one}" for one in kinds)
        raise UsageError(f"{name!r} is the id of several records: {', '.join(kinds)}; add {choices}")
    return meant[0]


def names_of(register: Register, edition: str = "") -> Mapping[str, str]:
    """The name of each record that another may refer to, by its id; categories only of one edition."""
    return {
        each.id.removeprefix(f"{edition}/") if edition else each.id: each.title
        for each in _every(register)
        if each.kind is not RecordKind.NOMINATION
    }


def _by_name(register: Register, name: str, every: list[Found]) -> list[Found]:
    try:
        organisation = register.organisation(name)
    except RecordNotFound:
        return []
    return [each for each in every if each.record is organisation]


def _every(register: Register) -> Iterator[Found]:
    for kind, section in SECTIONS.items():
        if kind is not RecordKind.AWARD:
            for place, record in enumerate(getattr(register, section)):
                yield Found(kind=kind, id=record.id, record=record, at=(section, place))
    for place, award in enumerate(register.awards):
        yield Found(kind=RecordKind.AWARD, id=award.id, record=award, at=("awards", place))
        yield from _of_award(award, ("awards", place))


def _of_award(award: Award, at: tuple[str | int, ...]) -> Iterator[Found]:
    for place, edition in enumerate(award.editions):
        name, way = f"{award.id}/{edition.id}", (*at, "editions", place)
        titled = edition if edition.name else attrs.evolve(edition, name=f"{edition.id} {award.name}")
        yield Found(kind=RecordKind.EDITION, id=name, record=titled, at=way)
        for number, category in enumerate(edition.categories):
            yield Found(
                kind=RecordKind.CATEGORY,
                id=f"{name}/{category.id}",
                record=category,
                at=(*way, "categories", number),
            )
