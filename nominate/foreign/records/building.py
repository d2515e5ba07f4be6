"""From what the rows say to the records of a register, and to what had to be decided on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from nominate.errors import Problem, Severity
from nominate.files.slugs import as_slug
from nominate.foreign.records.bodies import Names, bodies_of
from nominate.foreign.records.calendars import NO_AWARD, NO_CATEGORY, NO_EDITION, Placed, awards_of, seats_of
from nominate.foreign.records.contradictions import without_contradictions
from nominate.foreign.records.ids import Ids
from nominate.foreign.rows.entries import SheetEntry
from nominate.foreign.rows.reading import Read
from nominate.model.decision import Decision
from nominate.model.embargo import Embargo
from nominate.model.mapping import FrozenDict
from nominate.model.nomination import Cost, Nomination, Nominee
from nominate.model.organisation import Organisation
from nominate.model.person import Person
from nominate.model.programme import Programme
from nominate.model.settings import Records
from nominate.model.source import Source
from nominate.register.changes import Origin

__all__ = ["Built", "built", "title_of"]

_NO_TITLE = "Entry without a title"
_LINE = 300


@attrs.frozen(kw_only=True)
class Built:
    """The records of a file, where each nomination came from, in order, and what had to be decided."""

    records: Records
    origins: tuple[Origin, ...]
    problems: tuple[Problem, ...]


def built(read: Read) -> Built:
    """The records that a file's entries make: each name once, each row one nomination.

    >>> from nominate.foreign.rows.entries import SheetNominee
    >>> from nominate.foreign.rows.reading import ReadTable
    >>> who = (SheetNominee(name="Avon Trust"),)
    >>> entry = SheetEntry(origin=Origin(), award="HSJ Awards", edition="2020", title="A ward", nominees=who)
    >>> built(Read(file="a.xlsx", tables=(ReadTable(entries=(entry,)),))).records.nominations[0].id
    'avon-trust-a-ward-2020'
    """
    names = Names(read.same)
    organisations, people, programmes = bodies_of(read.entries, names)
    # An id stands for one body only, be it an organisation or a person.
    known: dict[str, Organisation | Person] = {**organisations, **people}
    seats = seats_of(read.entries, names)
    makers = _Making(names=names, known=known, programmes=programmes, ids=Ids())
    placed, nominations, origins = [], [], []
    for entry in read.entries:
        place = seats.of(entry, names)
        if entry.is_award:
            placed.append((entry, place))
            continue
        nomination = makers.nomination(entry, place)
        placed.append((entry, attrs.evolve(place, nomination=nomination.id)))
        nominations.append(nomination)
        origins.append(entry.origin)
    records = Records(
        organisations=tuple(organisations.values()),
        people=tuple(people.values()),
        programmes=tuple(programmes.values()),
        awards=awards_of(placed, seats, names),
        nominations=tuple(nominations),
    )
    sound, contradictions = without_contradictions(records, origins, file=read.file)
    return Built(
        records=sound,
        origins=tuple(origins),
        problems=(*_made_up(read.entries), *contradictions),
    )


@attrs.frozen(kw_only=True)
class _Making:
    """What it takes to make a nomination of a row."""

    names: Names
    known: Mapping[str, Organisation | Person]
    programmes: Mapping[str, Programme]
    ids: Ids

    def nomination(self, entry: SheetEntry, place: Placed) -> Nomination:
        """The nomination that an entry of the sheet becomes at its place."""
        nominees = tuple(self._nominees(entry))
        title = title_of(entry)
        return Nomination(
            id=self._id(entry, place, nominees, title),
            edition=f"{place.award}/{place.edition}",
            category=place.category,
            title=title,
            summary=entry.summary,
            nominees=nominees,
            programme=self.programmes[self.names.key(entry.programme)].id if entry.programme else None,
            url=entry.url or None,
            progress=entry.progress,
            owner=entry.owner,
            contributors=entry.contributors,
            submitted=entry.submitted,
            fee=entry.fee,
            costs=tuple(Cost(what=cost.what, money=cost.money) for cost in entry.costs),
            evidence=tuple(_evidence(entry)),
            notes=entry.notes,
            decisions=tuple(_decisions(entry)),
            extra=FrozenDict(entry.extra),
        )

    def _nominees(self, entry: SheetEntry) -> Iterator[Nominee]:
        seen: set[str] = set()
        for nominee in entry.nominees:
            body = self.known[self.names.key(nominee.name)]
            if body.id in seen:
                continue
            seen.add(body.id)
            if isinstance(body, Person):
                yield Nominee(person=body.id, role=nominee.role)
            else:
                yield Nominee(organisation=body.id, role=nominee.role)

    def _id(self, entry: SheetEntry, place: Placed, nominees: tuple[Nominee, ...], title: str) -> str:
        if entry.id:
            return self.ids.take(entry.id, longest=100)
        who = (nominees[0].organisation or nominees[0].person or "") if nominees else ""
        if entry.title:
            words = [as_slug(who, longest=24), as_slug(title, longest=40)]
        else:
            # The title is the nominee's name, which would stand twice.
            words = [as_slug(title, longest=50), as_slug(entry.category, longest=24)]
        return self.ids.take(" ".join((*words, place.edition)), otherwise="entry", longest=90)


def title_of(entry: SheetEntry) -> str:
    """The title of an entry; for one without, who is entered.

    >>> title_of(SheetEntry(origin=Origin(), category="Team of the Year"))
    'Team of the Year'
    """
    if entry.title:
        return entry.title
    who = "; ".join(nominee.name for nominee in entry.nominees if not nominee.role)
    return who[:_LINE] or entry.programme or entry.category or _NO_TITLE


def _evidence(entry: SheetEntry) -> Iterator[Source]:
    for text in entry.evidence:
        is_address = text.startswith(("http://", "https://")) and " " not in text
        yield Source(url=text) if is_address else Source(title=text)


def _decisions(entry: SheetEntry) -> Iterator[Decision]:
    for outcome in entry.outcomes[:-1]:
        yield Decision(outcome=outcome)
    for outcome in entry.outcomes[-1:]:
        yield Decision(
            outcome=outcome,
            on=entry.decided,
            announced=entry.announced,
            embargo=Embargo(until=entry.embargo) if entry.embargo is not None else None,
        )


def _is_untitled(entry: SheetEntry) -> bool:
    return not entry.title and not entry.is_award


def _is_uncategorised(entry: SheetEntry) -> bool:
    return not entry.category and not entry.is_award


_LACKING: tuple[tuple[Callable[[SheetEntry], bool], str, str], ...] = (
    (lambda entry: not entry.award, f"without an award; it is called {NO_AWARD!r}", "award"),
    (lambda entry: not entry.edition, f"without a year; their edition is {NO_EDITION!r}", "edition"),
    (_is_uncategorised, f"without a category; it is called {NO_CATEGORY!r}", "category"),
    (_is_untitled, "without a title; they are called by who is entered", ""),
)


def _made_up(entries: Iterable[SheetEntry]) -> Iterator[Problem]:
    """What rows do not say and a register must have, told once for each sheet, with the first row of it."""
    sheets = dict.fromkeys(entry.origin.sheet for entry in entries)
    for sheet in sheets:
        own = [entry for entry in entries if entry.origin.sheet == sheet]
        for lacks, said, key in _LACKING:
            found = [entry for entry in own if lacks(entry)]
            if found:
                hint = f"write {key}: for the table in the mapping file, or fill the column" if key else ""
                counted = "1 row" if len(found) == 1 else f"{len(found):,} rows"
                yield found[0].origin.problem(
                    Problem(code="W744", severity=Severity.WARNING, message=f"{counted} {said}", hint=hint)
                )
