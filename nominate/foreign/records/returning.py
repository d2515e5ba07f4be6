"""A team's own sheet as an intake, so that it is merged into a register that is there already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b

import attrs

from nominate.errors import Problem, Severity
from nominate.foreign.finding.meanings import Meaning
from nominate.foreign.records.bodies import Names, bodies_of
from nominate.foreign.records.building import title_of
from nominate.foreign.records.calendars import NO_AWARD, NO_CATEGORY, NO_EDITION
from nominate.foreign.records.ids import Ids
from nominate.foreign.records.known import Known
from nominate.foreign.rows.entries import SheetEntry
from nominate.foreign.rows.reading import Read, ReadTable
from nominate.importing.intake import Intake, IntakeColumn, IntakeRow, IntakeSheet, IntakeValue
from nominate.importing.merging.merge import Merge, Proposal
from nominate.model.fields import Audience
from nominate.model.money import Money
from nominate.register.changes import Change, RecordKind
from nominate.register.register import Register
from nominate.viewing.columns import columns_for

__all__ = ["Returned", "returned", "with_additions"]

# Which column of the sheet each of ours is from, for the letter of its cells.
_LETTERS: Mapping[str, tuple[Meaning, ...]] = {
    "title": (Meaning.TITLE,),
    "organisations": (Meaning.ORGANISATION, Meaning.NOMINEE),
    "partners": (Meaning.PARTNER,),
    "people": (Meaning.PERSON, Meaning.NOMINEE),
    "edition": (Meaning.EDITION, Meaning.AWARD),
    "category": (Meaning.CATEGORY,),
    "programme": (Meaning.PROGRAMME,),
    "progress": (Meaning.STATUS, Meaning.SUBMITTED_IF_YES),
    "outcome": (Meaning.STATUS, Meaning.WON, Meaning.HIGHLY_COMMENDED, Meaning.SHORTLISTED),
    "announced": (Meaning.ANNOUNCED,),
    "embargo": (Meaning.EMBARGO,),
    "submitted": (Meaning.SUBMITTED,),
    "owner": (Meaning.OWNER,),
    "contributors": (Meaning.CONTRIBUTOR,),
    "fee": (Meaning.FEE,),
    "notes": (Meaning.NOTES,),
    "link": (Meaning.LINK,),
    "summary": (Meaning.SUMMARY,),
}
_AWARDS = ("record", "award", "edition", "name")


@attrs.frozen(kw_only=True)
class Returned:
    """What a sheet says for a merge: the intake, and the persons and programmes that are new.

    No table of ours takes in persons and programmes, so they come as changes, to be made before the merge.
    """

    intake: Intake
    additions: tuple[Change, ...] = ()


def returned(read: Read, register: Register) -> Returned:
    """The entries of a sheet as rows of our tables; one that the register has gets its id, others none.

    >>> from nominate.model.settings import Records
    >>> from nominate.register.changes import Origin
    >>> origin = Origin(file="a.xlsx", sheet="A", cell="A2")
    >>> entry = SheetEntry(origin=origin, award="HSJ Awards", edition="2020", category="Team", title="A ward")
    >>> read = Read(file="a.xlsx", tables=(ReadTable(sheet="A", entries=(entry,)),))
    >>> [(sheet.of, len(sheet.rows)) for sheet in returned(read, Register(records=Records())).intake.sheets]
    [('awards', 3), ('nominations', 1)]
    """
    names = Names(read.same)
    known = Known(register, names)
    bodies = _Bodies(read=read, names=names, known=known)
    sheets = [
        bodies.sheet(),
        _awards(read, known),
        *(_nominations(table, known, bodies) for table in read.tables),
    ]
    return Returned(
        intake=Intake(
            file=read.file,
            sheets=tuple(sheet for sheet in sheets if sheet.rows),
            problems=(*read.problems, *_left_out(read)),
        ),
        additions=tuple(bodies.additions(register)),
    )


def with_additions(found: Merge, additions: Iterable[Change]) -> Merge:
    """A merge that also offers the persons and programmes which were made before it.

    >>> with_additions(Merge(file="a.xlsx"), ()).changes
    ()
    """
    offered = (
        Proposal(
            kind=change.kind,
            record=change.record,
            mine="",
            theirs=str(getattr(change.after, "name", "")),
            base="",
            origin=change.origin,
            changes=(change,),
        )
        for change in additions
    )
    named = tuple(
        attrs.evolve(each, id=blake2b(each.key.encode(), digest_size=5).hexdigest()) for each in offered
    )
    return attrs.evolve(found, changes=(*named, *found.changes))


class _Bodies:
    """The organisations, persons and programmes of a sheet, those of the register by its own ids."""

    def __init__(self, *, read: Read, names: Names, known: Known) -> None:
        self._names, self._known = names, known
        self._organisations, self._people, self._programmes = bodies_of(read.entries, names)
        self._first = {
            names.key(nominee.name): entry for entry in reversed(read.entries) for nominee in entry.nominees
        } | {names.key(entry.programme): entry for entry in reversed(read.entries) if entry.programme}

    def called(self, name: str) -> str:
        """The id of an organisation that the register has, else the one name of the new one."""
        return self._known.organisation(name) or self._organisations[self._names.key(name)].name

    def programme(self, name: str) -> str:
        """The id of a programme that the register has, else the name of the new one."""
        return self._known.programme(name) or self._programmes[self._names.key(name)].name

    def sheet(self) -> IntakeSheet:
        """The organisations that are new."""
        rows = [
            IntakeRow(number=_number(self._first[key]), values=(each.name, each.abbreviation))
            for key, each in self._organisations.items()
            if not self._known.organisation(each.name)
        ]
        return IntakeSheet(
            of="organisations", columns=_columns("organisations", ("name", "abbreviation")), rows=tuple(rows)
        )

    def additions(self, register: Register) -> Iterator[Change]:
        """The persons and programmes that are new."""
        ids = Ids((*(each.id for each in register.organisations), *(each.id for each in register.people)))
        for key, person in self._people.items():
            if not self._known.person(person.name):
                own = attrs.evolve(person, id=ids.take(person.name, otherwise="person"))
                origin = self._first[key].origin
                yield Change(kind=RecordKind.PERSON, record=own.id, after=own, origin=origin)
        ids = Ids(each.id for each in register.programmes)
        for key, programme in self._programmes.items():
            if not self._known.programme(programme.name):
                work = attrs.evolve(programme, id=ids.take(programme.name, otherwise="programme"))
                origin = self._first[key].origin
                yield Change(kind=RecordKind.PROGRAMME, record=work.id, after=work, origin=origin)


def _awards(read: Read, known: Known) -> IntakeSheet:
    """The awards, editions and categories that are new, each once, in this order."""
    rows: dict[tuple[str, ...], SheetEntry] = {}
    for entry in read.entries:
        award, edition = entry.award or NO_AWARD, _edition(entry)
        if not known.award(entry.award):
            rows.setdefault(("award", "", "", award), entry)
        if not known.edition(entry):
            rows.setdefault(("edition", award, "", edition), entry)
        if not known.category(entry) and not entry.is_award:
            rows.setdefault(("category", award, known.edition(entry) or edition, _category(entry)), entry)
    listed = [IntakeRow(number=_number(entry), values=values) for values, entry in rows.items()]
    return IntakeSheet(of="awards", columns=_columns("awards", _AWARDS), rows=tuple(listed))


def _nominations(table: ReadTable, known: Known, bodies: _Bodies) -> IntakeSheet:
    entries = [entry for entry in table.entries if not entry.is_award]
    said = [_cells(entry, known, bodies) for entry in entries]
    names = [name for name in _LETTERS if any(cells[name] not in {None, ""} for cells in said)]
    titles = list(dict.fromkeys(title for entry in entries for title in entry.extra))
    columns = [
        *_columns("nominations", ("id",)),
        *(
            attrs.evolve(column, letter=_letter(table, column.name))
            for column in _columns("nominations", names)
        ),
        *(IntakeColumn(title=title, letter=table.letters.get(title, "")) for title in titles),
    ]
    rows = [
        IntakeRow(
            number=_number(entry),
            values=(
                entry.id or known.nomination(entry),
                *(cells[name] for name in names),
                *(entry.extra.get(title) for title in titles),
            ),
        )
        for entry, cells in zip(entries, said, strict=True)
    ]
    return IntakeSheet(name=table.sheet, of="nominations", columns=tuple(columns), rows=tuple(rows))


def _cells(entry: SheetEntry, known: Known, bodies: _Bodies) -> dict[str, IntakeValue]:
    bodies_named = [nominee for nominee in entry.nominees if not nominee.is_person]
    last = entry.outcomes[-1:]
    return {
        "title": title_of(entry),
        "organisations": "; ".join(bodies.called(each.name) for each in bodies_named if not each.role),
        "partners": "; ".join(bodies.called(each.name) for each in bodies_named if each.role),
        "people": "; ".join(each.name for each in entry.nominees if each.is_person),
        "edition": known.edition(entry) or _edition(entry),
        "category": known.category(entry) or _category(entry),
        "programme": bodies.programme(entry.programme) if entry.programme else "",
        "progress": entry.progress.value if entry.progress is not None else "",
        "outcome": last[0].value if last else "",
        "announced": entry.announced,
        "embargo": entry.embargo,
        "submitted": entry.submitted,
        "owner": entry.owner,
        "contributors": "; ".join(entry.contributors),
        "fee": _money(entry.fee),
        "notes": entry.notes,
        "link": entry.url,
        "summary": entry.summary,
    }


def _left_out(read: Read) -> Iterator[Problem]:
    """What no table of ours takes in, told once for each sheet."""
    for table in read.tables:
        lost = {
            "dates of editions": [entry for entry in table.entries if entry.dates],
            "all but the latest outcome": [entry for entry in table.entries if len(entry.outcomes) > 1],
            "evidence, other costs and links of awards": [
                entry for entry in table.entries if entry.evidence or entry.costs or entry.award_url
            ],
        }
        for what, entries in lost.items():
            if entries:
                yield entries[0].origin.problem(
                    Problem(
                        code="W746",
                        severity=Severity.WARNING,
                        message=f"{what} are not taken into a register that is there already",
                        hint="write them into its files",
                    )
                )


def _columns(table: str, names: Iterable[str]) -> tuple[IntakeColumn, ...]:
    titles = {column.name: column.title for column in columns_for(Audience.INTERNAL, table)}
    return tuple(IntakeColumn(title=titles[name], name=name) for name in names)


def _letter(table: ReadTable, name: str) -> str:
    return next((table.letters[each.value] for each in _LETTERS[name] if each.value in table.letters), "")


def _number(entry: SheetEntry) -> int:
    digits = "".join(filter(str.isdigit, entry.origin.cell))
    return int(digits) if digits else entry.origin.line


def _edition(entry: SheetEntry) -> str:
    return f"{entry.edition or NO_EDITION} {entry.award or NO_AWARD}"


def _category(entry: SheetEntry) -> str:
    return entry.category or NO_CATEGORY


def _money(money: Money | None) -> str:
    return f"{money.currency} {money.amount:f}" if money is not None else ""
