"""What the register says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nominate.errors import nearest, shown
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.index import Index, zone_of
from nominate.register.checks.references import references

__all__ = ["in_settings"]

_AT: Path = ("register",)
# The part of BCP 47 that says language, script and region (RFC 5646, 2.1).
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")
_FORMAT = 1
_YEARS = range(1000, 3000)


def in_settings(index: Index) -> Iterator[Finding]:
    """Faults in the settings: whose register it is, its zone, its language, since when it is complete."""
    settings = index.records.register
    if settings.format != _FORMAT:
        yield Finding(
            code="E350",
            at=(*_AT, "format"),
            message=f"the file format {settings.format} is not one that this version reads",
            hint=f"write {_FORMAT}, or install a newer nominate",
        )
    yield from references(index, "organisation", [((*_AT, "publisher"), settings.publisher)])
    if settings.publisher is None and index.records.nominations:
        yield Finding(
            code="W351",
            at=_AT,
            message="no publisher, so no text can say 'our'",
            hint="write publisher: and the id of the organisation that speaks",
        )
    yield from _zone(settings.timezone)
    if _LANGUAGE.fullmatch(settings.language) is None:
        yield Finding(
            code="E353",
            at=(*_AT, "language"),
            message=f"{shown(settings.language)} is not a language tag",
            hint="write the language and the region, as in en-GB or cy-GB",
        )
    yield from _complete(index)


def _zone(name: str) -> Iterator[Finding]:
    if zone_of(name) is not None:
        return
    # Imported and listed only for the fault: it reads the whole folder of zones.
    from zoneinfo import available_timezones  # noqa: PLC0415 - see above

    near = nearest(name, sorted(available_timezones()))
    yield Finding(
        code="E352",
        at=(*_AT, "timezone"),
        message=f"no time zone {shown(name)}",
        hint=f"did you mean {near!r}?" if near else "write a name as in Europe/London",
    )


def _complete(index: Index) -> Iterator[Finding]:
    for award, year in index.records.register.complete_since.items():
        at = (*_AT, "complete_since", award)
        yield from references(index, "award", [(at, award)])
        if year not in _YEARS:
            yield Finding(
                code="E354",
                at=at,
                message=f"{year} is not a year",
                hint="write four digits: the first year of which every result of your members is here",
            )
