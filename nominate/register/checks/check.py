"""`check`: everything that is wrong with what some records mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from nominate.model.settings import Records
from nominate.model.when import When
from nominate.register.checks.awards import in_awards
from nominate.register.checks.decisions import in_decisions
from nominate.register.checks.finding import Finding
from nominate.register.checks.ids import in_ids
from nominate.register.checks.index import Index, KnownIds, indexed
from nominate.register.checks.memberships import in_memberships
from nominate.register.checks.names import in_names
from nominate.register.checks.nominations import in_nominations
from nominate.register.checks.organisations import in_organisations
from nominate.register.checks.people import in_people
from nominate.register.checks.programmes import in_programmes
from nominate.register.checks.results import in_results
from nominate.register.checks.settings import in_settings
from nominate.register.checks.totals import in_totals
from nominate.register.checks.unseen import in_names_and_titles

__all__ = ["check"]

_SUBJECTS: tuple[Callable[[Index], Iterator[Finding]], ...] = (
    in_settings,
    in_ids,
    in_names_and_titles,
    in_organisations,
    in_people,
    in_programmes,
    in_awards,
    in_totals,
    in_nominations,
    in_names,
    in_memberships,
    in_decisions,
    in_results,
)
_COLLECTIONS = [field.name for field in attrs.fields(Records)]
_ORDER = {name: place for place, name in enumerate(_COLLECTIONS)}


def check(records: Records, *, known: KnownIds | None = None, as_of: When | None = None) -> Iterator[Finding]:
    """Every fault in the meaning of some records, record by record in file order; none is raised.

    `known` are ids of records that the files hold but that could not be read. `as_of` is now: without it
    nothing is told of what is still to come.

    >>> from nominate.model.settings import Settings
    >>> [finding.message for finding in check(Records(register=Settings(publisher="weahsn")))]
    ["no organisation 'weahsn'"]
    """
    index = indexed(records, known or KnownIds(), as_of)
    return iter(sorted(_found(index), key=_record))


def _found(index: Index) -> Iterable[Finding]:
    return (finding for subject in _SUBJECTS for finding in subject(index))


def _record(finding: Finding) -> tuple[int, str | int]:
    collection, record = finding.at[0], finding.at[1] if len(finding.at) > 1 else ""
    return _ORDER[str(collection)], record
