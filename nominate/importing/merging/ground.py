"""What a merge stands on: the file, the register as it is, and as whoever made the file could see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import tzinfo
from functools import cached_property, partial
from typing import Any

import attrs

from nominate.errors import Problem, Severity, UsageError
from nominate.importing.intake import Intake
from nominate.importing.merging.cells import TableCells
from nominate.importing.merging.fields import FieldReader
from nominate.importing.merging.versions import Versions
from nominate.model.fields import Audience
from nominate.model.when import When
from nominate.register.apart import Apart, taken_apart
from nominate.register.changes import Change, Origin, RecordKind
from nominate.register.register import Register
from nominate.register.scope import scope
from nominate.register.standing import Clearance
from nominate.viewing.build import view
from nominate.viewing.viewpoint import Viewpoint

__all__ = ["Ground"]


@attrs.frozen(kw_only=True)
class Ground:
    """The file, the register, the moment of the merge, and what was before: changes, and whole registers."""

    intake: Intake
    register: Register
    known: When
    journal: tuple[Change, ...] = ()
    earlier_registers: Iterable[Register] = ()

    @property
    def zone(self) -> tzinfo:
        """The register's time zone."""
        return self.register.zone

    @cached_property
    def held(self) -> Apart:
        """Every record by kind and name; awards without editions, editions without categories."""
        return taken_apart(self.register.records)

    @cached_property
    def reader(self) -> FieldReader:
        """What reads cells; only American English writes the month before the day."""
        return FieldReader(day_first=self.register.settings.language.casefold() != "en-us")

    @cached_property
    def own(self) -> TableCells:
        """All that the register says now."""
        return TableCells(partial(view, self.register, as_of=self.known, audience=Audience.INTERNAL))

    @property
    def is_for_us(self) -> bool:
        """Whether the file says that whoever made it saw all that the register knows."""
        return self.intake.audience == Audience.INTERNAL.value

    @property
    def is_ours(self) -> bool:
        """Whether the file says that it was made from a view of ours."""
        return self._made_for is not None

    @cached_property
    def shown(self) -> TableCells | None:
        """What the register says to the audience that the file was made for, as of the same moment.

        None for a file that is not ours.
        """
        if self._made_for is None:
            return None
        audience, as_of = self._made_for
        return TableCells(partial(view, self.register, as_of=as_of, audience=audience))

    @cached_property
    def versions(self) -> Versions:
        """What the file may have been made from, as earlier registers have it."""
        audience, as_of = self._made_for or (Audience.INTERNAL, self.known)
        return Versions(self.earlier_registers, partial(view, as_of=as_of, audience=audience))

    @cached_property
    def is_unchanged(self) -> bool:
        """Whether what the file was made from says still the same."""
        if self._made_for is None or not self.intake.revision:
            return False
        audience, as_of = self._made_for
        filters: dict[str, Any] = dict(self.intake.scope)
        made = view(self.register, as_of=as_of, audience=audience, **filters)
        return made.revision == self.intake.revision

    @property
    def _made_for(self) -> tuple[str, When] | None:
        """The audience and the moment of the view that the file was made from."""
        audience, as_of = self.intake.audience, self.intake.as_of
        return (audience, as_of) if audience and as_of is not None else None

    @cached_property
    def unread(self) -> frozenset[tuple[str, str]]:
        """The cells, by sheet and address, that the importer could not read: what stands there is no edit."""
        return frozenset(
            (problem.sheet, problem.cell)
            for problem in self.intake.problems
            if problem.cell and problem.severity is Severity.ERROR
        )

    def problems(self) -> Iterator[Problem]:
        """What the file says of itself that cannot be."""
        if self.intake.audience and self.intake.audience not in {each.value for each in Audience}:
            yield self._odd(f"{self.intake.audience!r} is not an audience")
        elif self.is_ours:
            filters: dict[str, Any] = dict(self.intake.scope)
            try:
                clearance = Clearance(audience=Audience.INTERNAL, as_of=self.known, zone=self.zone)
                Viewpoint(self.register, clearance).selection(scope(filters))
            except (UsageError, LookupError) as error:
                yield self._odd(str(error))

    def _odd(self, message: str) -> Problem:
        hint = "put back what the file said of itself, or export it anew"
        return Origin(file=self.intake.file).problem(Problem(code="E727", message=message, hint=hint))

    def earlier(self, kind: RecordKind, record: str, field: str) -> Iterable[object]:
        """What a field held before, the latest first, as far as the journal tells."""
        return (
            change.before
            for change in reversed(self.journal)
            if (change.kind, change.record, change.field) == (kind, record, field)
        )
