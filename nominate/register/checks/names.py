"""Nominees under a name, or as a body, that was not theirs at the time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from nominate.errors import shown
from nominate.model.embargo import DateKind
from nominate.model.nomination import Nomination, Nominee
from nominate.model.organisation import FormerName, Organisation, Succession, SuccessionKind
from nominate.model.when import When
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.index import Index
from nominate.register.checks.moments import Moments

__all__ = ["in_names"]


@attrs.frozen(kw_only=True)
class _Named:
    """Names that were right for a time: after `since`, up to and with `until`."""

    name: str
    words: frozenset[str]
    since: When | None
    until: When | None

    def is_surely_wrong(self, moment: When, moments: Moments) -> bool:
        """Whether nobody was called so at that moment, however little is known of it."""
        if moments.is_surely_before(self.until, moment):
            return True
        return self.since is not None and moments.bounds(moment)[1] <= moments.bounds(self.since)[1]


@attrs.frozen(kw_only=True)
class _Past:
    """What an organisation was called when, what it became, and what it was before."""

    names: tuple[_Named, ...]
    successions: tuple[Succession, ...]
    was: tuple[tuple[str, When], ...]


_Dated = tuple[_Past, tuple[When, ...]]


def in_names(index: Index) -> Iterator[Finding]:
    """Nominees whose name or body was surely another one at every moment that the nomination knows."""
    pasts = _pasts(index)
    if not pasts:
        return
    for place, nomination in enumerate(index.records.nominations):
        for number, nominee in enumerate(nomination.nominees):
            past = pasts.get(nominee.organisation)
            if past is not None and (nominee.credited_as or past.successions or past.was):
                at = ("nominations", place, "nominees", number)
                moments = _moments(index, nomination)
                if moments:
                    yield from _credited(index, at, nominee, (past, moments))
                    yield from _body(index, at, nominee, (past, moments))


def _moments(index: Index, nomination: Nomination) -> tuple[When, ...]:
    told = [nomination.submitted]
    for decision in nomination.decisions:
        told += [decision.on, decision.announced]
    edition = index.editions.get(nomination.edition)
    deadlines = edition.dates.get(DateKind.ENTRY_DEADLINE, ()) if edition is not None else ()
    told += [date.when for _, date in deadlines]
    return tuple(when for when in told if when is not None)


def _credited(index: Index, at: Path, nominee: Nominee, dated: _Dated) -> Iterator[Finding]:
    past, moments = dated
    word = nominee.credited_as.casefold()
    named = [each for each in past.names if word in each.words]
    if not named or not all(
        each.is_surely_wrong(moment, index.moments) for each in named for moment in moments
    ):
        return
    right = [each.name for each in past.names if not each.is_surely_wrong(moments[-1], index.moments)]
    was = named[0]
    span = f"until {was.until}" if was.until is not None else f"only after {was.since}"
    yield Finding(
        code="W340",
        at=(*at, "credited_as"),
        message=f"{shown(nominee.credited_as)} was its name {span}, and this is of {moments[-1]}",
        hint=f"its name then was {right[0]!r}; keep the other only where it was printed so"
        if right
        else "keep it only where it was printed so",
    )


def _body(index: Index, at: Path, nominee: Nominee, dated: _Dated) -> Iterator[Finding]:
    past, moments = dated
    is_surely_before = index.moments.is_surely_before
    for succession in past.successions:
        if all(is_surely_before(succession.on, moment) for moment in moments):
            how = f" ({succession.how.value})" if succession.how is not None else ""
            yield Finding(
                code="W341",
                at=(*at, "organisation"),
                message=f"on {succession.on} it became {succession.organisation!r}{how}, before {moments[0]}",
                hint=f"name {succession.organisation!r}, unless the entry was made before",
            )
    for name, on in past.was:
        if all(is_surely_before(moment, on) for moment in moments):
            yield Finding(
                code="W342",
                at=(*at, "organisation"),
                message=f"on {moments[-1]} {nominee.organisation!r} was still {name!r}, until {on}",
                hint=f"name {name!r}, so that the story says the name of the time",
            )


def _pasts(index: Index) -> Mapping[str | None, _Past]:
    was: dict[str, list[tuple[str, When]]] = {}
    for organisation in index.organisations.values():
        for each in organisation.succeeded_by:
            if each.how is SuccessionKind.RENAMED and each.on is not None:
                was.setdefault(each.organisation, []).append((organisation.id, each.on))
    return {
        name: _Past(
            names=tuple(_names(index.moments, organisation)),
            successions=tuple(each for each in organisation.succeeded_by if each.on is not None),
            was=tuple(was.get(name, ())),
        )
        for name, organisation in index.organisations.items()
        if organisation.former_names or organisation.succeeded_by or name in was
    }


def _names(moments: Moments, organisation: Organisation) -> Iterator[_Named]:
    former = sorted(organisation.former_names, key=lambda each: moments.bounds(each.until)[1])
    since = None
    for each in former:
        yield _Named(name=each.name, words=_words(each), since=since, until=each.until)
        since = each.until
    yield _Named(name=organisation.name, words=_words(organisation), since=since, until=None)


def _words(named: Organisation | FormerName) -> frozenset[str]:
    words = (named.name, named.short_name, named.introduce_as, named.abbreviation)
    return frozenset(word.casefold() for word in words if word)
