"""`View`: what one audience may know at one moment. An exporter sees this and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, tzinfo
from functools import cached_property
from hashlib import sha256
from zoneinfo import ZoneInfo

import attrs

from nominate.model.award import Award, Edition
from nominate.model.fields import Audience
from nominate.model.mapping import FrozenDict
from nominate.model.organisation import Kind, Organisation
from nominate.model.person import Person
from nominate.model.programme import Programme
from nominate.model.settings import Settings
from nominate.model.when import When
from nominate.register.counting import totals
from nominate.register.scope import Scope
from nominate.viewing.columns import column_named, columns_for, named_columns, table_named
from nominate.viewing.digest import digest
from nominate.viewing.entry import Entry, Event
from nominate.viewing.tables.column import Cell, Column
from nominate.viewing.tables.own_columns import own_cells, own_columns
from nominate.viewing.tables.tally import Tally, tally_of

__all__ = ["LEFT_OUT", "View"]

LEFT_OUT = "Anything not yet public is left out."
"""What a public or press output says of what it does not hold: always the same words, never a number."""


@attrs.frozen(kw_only=True)
class View:
    """What one audience may know at one moment, selected, with every reference looked up.

    `awards` hold only the editions in scope, with their dates as then known; `entries` are in file order;
    `organisations`, `people` and `programmes` are those that something in the view names, in file order.
    `embargoed_until` is, for the press, the latest moment in UTC at which a fact of the view becomes public.
    `files` are those beside the register that the view's own records name: pictures, and a house style of
    one's own; each is read when it is first asked for.
    """

    audience: Audience
    as_of: When
    scope: Scope
    settings: Settings
    kinds: tuple[Kind, ...] = ()
    entries: tuple[Entry, ...] = ()
    awards: tuple[Award, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    programmes: tuple[Programme, ...] = ()
    events: tuple[Event, ...] = ()
    embargoed_until: datetime | None = None
    files: Mapping[str, bytes] = attrs.field(default=FrozenDict(), eq=False, repr=False)

    def __repr__(self) -> str:
        held = f"{len(self.entries)} nominations in {len(self.editions)} editions"
        return f"<View {self.audience.value} as of {self.as_of}: {held}>"

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the table of nominations that this audience gets, in reading order."""
        return self.columns_of("nominations")

    def columns_of(self, table: str, *, named: Iterable[str] = ()) -> tuple[Column, ...]:
        """The columns that this audience gets of a table: nominations, dates, awards or organisations.

        The team itself gets a column of nominations for each key of their `extra`, too. Where some are
        `named`, as by an option, they are the id and those.

        Raises:
            UsageError: there is no table of that name.
            OptionError: this audience has no column of a name that is `named`, or one is named twice.
        """
        own = self._own_columns if table == "nominations" else ()
        columns = (*columns_for(self.audience, table), *own)
        wanted = tuple(named)
        return named_columns(wanted, columns, self.audience) if wanted else columns

    def table(
        self, columns: Iterable[str] | None = None, *, of: str = "nominations"
    ) -> Iterator[tuple[Cell, ...]]:
        """The header row, then a row for each record; `columns` names and orders the ones that are wanted.

        `of` is the table: nominations has a row for each entry, dates one for each event, awards one for each
        award, edition and category, organisations one for each that is named.

        Raises:
            UsageError: there is no such table, or this audience has no column of such a name in it.
        """
        table = table_named(of)
        known = {each.name: each for each in self.columns_of(of)}
        wanted = known if columns is None else columns
        chosen = [column_named(name, known, self.audience) for name in wanted]
        yield tuple(column.title for column in chosen)
        rows, makers = table.rows(self), table.makers(self)
        cells = [map(makers.get(column.name) or own_cells(column), rows) for column in chosen]
        yield from zip(*cells, strict=True) if cells else (() for _ in rows)

    @cached_property
    def totals(self) -> Mapping[str, int]:
        """The total of each counting rule by its name, in the order of the rules."""
        return totals(self.entries)

    @cached_property
    def tally(self) -> Tally:
        """How many entries there are in each award, edition and category, and with each organisation."""
        return tally_of(self.entries)

    @cached_property
    def revision(self) -> str:
        """The digest of what the view holds: audience, scope and content, but not the moment asked for."""
        return digest(self._content())

    @property
    def left_out(self) -> str:
        """What is said of that which the audience may not know, empty for the team itself."""
        return "" if self.audience is Audience.INTERNAL else LEFT_OUT

    @cached_property
    def zone(self) -> tzinfo:
        """The time zone of every time that names none."""
        return ZoneInfo(self.settings.timezone)

    @cached_property
    def moment(self) -> datetime:
        """The first moment of `as_of`, in UTC: what lies later is still to come."""
        return self.as_of.first_moment(self.zone)

    @property
    def publisher(self) -> Organisation | None:
        """The organisation in whose voice the news speaks, None where the register names none."""
        return self.organisation(self.settings.publisher) if self.settings.publisher is not None else None

    @cached_property
    def editions(self) -> Mapping[str, tuple[Award, Edition]]:
        """Each edition in scope, written `award/edition`, with its award, in file order."""
        return {
            f"{award.id}/{edition.id}": (award, edition)
            for award in self.awards
            for edition in award.editions
        }

    def organisation(self, name: str) -> Organisation | None:
        """The organisation with that id under today's name, None where nothing in the view names it."""
        return self._organisations.get(name)

    def file(self, name: str) -> bytes | None:
        """What a file beside the register holds, as in `view.file(image.file)`; None where it cannot be read.

        None too for every file that no record of the view names.
        """
        return self.files.get(name)

    def kind(self, name: str) -> Kind | None:
        """How that kind of organisation is said, None for one that nobody described."""
        return self._kinds.get(name)

    @cached_property
    def _own_columns(self) -> tuple[Column, ...]:
        if self.audience is not Audience.INTERNAL:
            return ()
        return own_columns(self.entries, columns_for(self.audience, "nominations"))

    @cached_property
    def _organisations(self) -> Mapping[str, Organisation]:
        return {each.id: each for each in self.organisations}

    @cached_property
    def _kinds(self) -> Mapping[str, Kind]:
        return {each.id: each for each in self.kinds}

    def _content(self) -> Iterator[object]:
        yield from (self.audience, self.scope, self.settings, self.kinds, self.awards)
        yield from (self.organisations, self.people, self.programmes)
        for entry in self.entries:
            yield entry.nomination
            yield (entry.category_id, entry.history.corrected, entry.statements)
            yield tuple((each.name, each.counts_as) for each in entry.nominees)
        style = self.file(self.settings.style)
        if style is not None:
            yield sha256(style).hexdigest()
