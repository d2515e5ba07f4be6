"""What each column of a table most likely becomes, by its title and by what its cells are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from nominate.foreign.finding.meanings import CONDITIONS, DATES, SEVERAL, Meaning
from nominate.foreign.finding.tables import Heading, Table
from nominate.foreign.finding.titles import Likelihood, Likely, likely_meaning
from nominate.foreign.mapping.contents import Contents, contents_of

__all__ = ["Proposed", "proposed_columns"]

_MOST, _HALF, _SOME = 0.8, 0.5, 0.3
_MOMENTS = frozenset({*DATES, Meaning.SUBMITTED, Meaning.DECIDED, Meaning.ANNOUNCED, Meaning.EMBARGO})
_WORDS = frozenset(
    {
        Meaning.AWARD,
        Meaning.CATEGORY,
        Meaning.TITLE,
        Meaning.SUMMARY,
        Meaning.ORGANISATION,
        Meaning.PARTNER,
        Meaning.PERSON,
        Meaning.NOMINEE,
        Meaning.PROGRAMME,
        Meaning.OWNER,
    }
)
_LINKS = frozenset({Meaning.LINK, Meaning.AWARD_LINK, Meaning.EVIDENCE})
# What a column of dates is, whose title is a word for an outcome.
_DATED = {
    Meaning.SHORTLISTED: Meaning.SHORTLIST_ANNOUNCED,
    Meaning.WON: Meaning.RESULTS_PUBLISHED,
    Meaning.STATUS: Meaning.RESULTS_PUBLISHED,
    Meaning.SUBMITTED_IF_YES: Meaning.SUBMITTED,
}
# What a column of yes and no is, whose title is a word for a date.
_TICKED = {Meaning.SUBMITTED: Meaning.SUBMITTED_IF_YES, Meaning.SHORTLIST_ANNOUNCED: Meaning.SHORTLISTED}
_SAID = {Likelihood.EXACT: "its title", Likelihood.WITHIN: "{!r} in its title", Likelihood.NEAR: "like {!r}"}


@attrs.frozen(kw_only=True)
class Proposed:
    """What a column is proposed to become, and why; `filled` cells of it hold something.

    >>> Proposed(meaning=Meaning.KEEP, reason="no title that I know").filled
    0
    """

    meaning: Meaning
    reason: str
    filled: int = 0
    rank: tuple[int, ...] = attrs.field(default=(), repr=False)


def proposed_columns(
    table: Table, *, award: str = "", remembered: Mapping[str, Meaning] | None = None
) -> dict[str, Proposed]:
    """What each column most likely becomes, by its title in the table; `award` is what a banner names.

    `remembered` has what columns with such titles became before; it is taken as it is.
    """
    first = {heading.title: _proposed(table, heading, remembered or {}) for heading in table.headings}
    return _one_of_each(_in_their_company(table, first, award=award))


def _proposed(table: Table, heading: Heading, remembered: Mapping[str, Meaning]) -> Proposed:
    filled = sum(1 for _ in table.cells(heading))
    if heading.title in remembered:
        meaning = remembered[heading.title]
        return Proposed(meaning=meaning, reason="as it was read before", filled=filled, rank=(9,))
    likely = likely_meaning(heading.title)
    if likely.likelihood is not Likelihood.EXACT and heading.group:
        own = likely_meaning(heading.title.removeprefix(f"{heading.group}: "))
        both = likely_meaning(f"{heading.title} {heading.group}")
        likely = max(likely, own, both, key=lambda each: each.likelihood)
    contents = contents_of(table.cells(heading))
    meaning, because = _fitting(likely.meaning, contents, heading.title)
    if meaning is Meaning.KEEP and likely.meaning is Meaning.KEEP:
        because = "no title that I know"
    rank = (likely.likelihood, _precision(heading.title), filled)
    return Proposed(meaning=meaning, reason=because or _reason(likely), filled=filled, rank=rank)


def _reason(likely: Likely) -> str:
    return _SAID[likely.likelihood].format(likely.words)


def _precision(title: str) -> int:
    """Of two columns with a title of an entry, the one that says so comes first."""
    words = ("title", "entry", "name", "lead")
    return next((len(words) - place for place, word in enumerate(words) if word in title.casefold()), 0)


def _fitting(meaning: Meaning, contents: Contents, title: str) -> tuple[Meaning, str]:
    """The meaning that the cells of a column bear out, and a reason where it is another than its title's."""
    if meaning in _WORDS and contents.numbers >= _HALF:
        return Meaning.KEEP, "its cells are numbers"
    return _fitting_sort(meaning, contents, title) if contents.cells else (meaning, "")


def _fitting_sort(meaning: Meaning, contents: Contents, title: str) -> tuple[Meaning, str]:
    if meaning in {Meaning.NOMINEE, Meaning.PERSON, Meaning.ORGANISATION, Meaning.OWNER}:
        return _of_names(meaning, contents, title)
    if meaning in _MOMENTS:
        return _of_dates(meaning, contents)
    if meaning in CONDITIONS or meaning is Meaning.STATUS:
        return _of_results(meaning, contents)
    if meaning in _LINKS:
        return _of_links(meaning, contents)
    return _of_others(meaning, contents)


def _of_others(meaning: Meaning, contents: Contents) -> tuple[Meaning, str]:
    if meaning in {Meaning.FEE, Meaning.COST} and contents.amounts < _HALF:
        return Meaning.KEEP, "most of its cells are no amounts"
    if meaning is Meaning.ID and not contents.are_different:
        return Meaning.KEEP, "its cells repeat, so they are no ids"
    if meaning is Meaning.TITLE and contents.statuses >= _MOST:
        return Meaning.STATUS, "its cells are words for results"
    return meaning, ""


def _of_names(meaning: Meaning, contents: Contents, title: str) -> tuple[Meaning, str]:
    if contents.bodies >= _HALF and contents.people < _SOME:
        is_said = meaning is Meaning.ORGANISATION
        return Meaning.ORGANISATION, "" if is_said else "its cells are names of organisations"
    if meaning is Meaning.OWNER:
        return meaning, ""
    if contents.people >= _MOST and meaning is not Meaning.ORGANISATION:
        return Meaning.PERSON, "" if meaning is Meaning.PERSON else "its cells are names of persons"
    if meaning is Meaning.NOMINEE and title.casefold() in {"name", "names"} and contents.people < _SOME:
        return Meaning.TITLE, "its cells are names of neither persons nor organisations"
    return meaning, ""


def _of_dates(meaning: Meaning, contents: Contents) -> tuple[Meaning, str]:
    if contents.near_dates >= _HALF:
        return meaning, ""
    if contents.yes_or_no >= _HALF and meaning in _TICKED:
        return _TICKED[meaning], "its cells are yes and no"
    if contents.statuses >= _HALF:
        return Meaning.STATUS, "its cells are words for results"
    return Meaning.KEEP, "most of its cells are no dates"


def _of_results(meaning: Meaning, contents: Contents) -> tuple[Meaning, str]:
    if contents.numbers >= _HALF and contents.yes_or_no < 1:
        return Meaning.KEEP, "its cells are numbers"
    if contents.yes_or_no >= _HALF:
        is_said = meaning in CONDITIONS
        return (meaning, "") if is_said else (Meaning.KEEP, "yes and no, without a word for what")
    if contents.dates >= _HALF:
        return _DATED.get(meaning, Meaning.KEEP), "its cells are dates"
    if contents.statuses >= _SOME:
        return Meaning.STATUS, "" if meaning is Meaning.STATUS else "its cells are words for results"
    if meaning is Meaning.WON and contents.bodies + contents.people >= _HALF:
        return _of_names(Meaning.NOMINEE, contents, "")[0], "its cells are names"
    return Meaning.KEEP, "few of its cells are words for results that I know"


def _of_links(meaning: Meaning, contents: Contents) -> tuple[Meaning, str]:
    if contents.documents > 0 and meaning is Meaning.LINK:
        return Meaning.EVIDENCE, "its cells lead to documents of your own"
    if contents.links < _HALF and meaning is not Meaning.EVIDENCE:
        return Meaning.KEEP, "most of its cells are no links"
    return meaning, ""


def _in_their_company(table: Table, found: Mapping[str, Proposed], *, award: str) -> dict[str, Proposed]:
    """What the columns are beside each other: an award or a category, a programme or an award."""
    by_title = {heading.title: heading for heading in table.headings}
    changed = dict(found)
    present = {proposed.meaning for proposed in found.values()}
    for title, proposed in found.items():
        is_settled = proposed.reason == "as it was read before"
        if proposed.meaning is Meaning.PROGRAMME and Meaning.AWARD not in present and not is_settled:
            if contents_of(table.cells(by_title[title])).awards >= _HALF:
                reason = "its cells are names of awards"
                changed[title] = attrs.evolve(proposed, meaning=Meaning.AWARD, reason=reason)
        elif (
            proposed.meaning is Meaning.AWARD and award and Meaning.CATEGORY not in present and not is_settled
        ):
            reason = f"the award is {award!r}, so these are its categories"
            changed[title] = attrs.evolve(proposed, meaning=Meaning.CATEGORY, reason=reason)
    return changed


def _one_of_each(found: Mapping[str, Proposed]) -> dict[str, Proposed]:
    """The columns with each meaning that only one may have given to the likeliest of them."""
    best: dict[Meaning, str] = {}
    for title, proposed in found.items():
        rival = best.get(proposed.meaning)
        if rival is None or proposed.rank > found[rival].rank:
            best[proposed.meaning] = title
    taken = {meaning for meaning in best if meaning not in SEVERAL}
    return {
        title: proposed
        if proposed.meaning in SEVERAL or best[proposed.meaning] == title
        else _second(title, proposed, best[proposed.meaning], taken)
        for title, proposed in found.items()
    }


def _second(title: str, proposed: Proposed, first: str, taken: Iterable[Meaning]) -> Proposed:
    is_work = proposed.meaning is Meaning.TITLE and Meaning.PROGRAMME not in taken
    if is_work and any(word in title.casefold() for word in ("project", "initiative")):
        reason = f"{first!r} is the title, so this is the work behind it"
        return attrs.evolve(proposed, meaning=Meaning.PROGRAMME, reason=reason)
    reason = f"{first!r} is the {proposed.meaning.value} already"
    return attrs.evolve(proposed, meaning=Meaning.KEEP, reason=reason)
