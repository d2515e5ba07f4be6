"""Nominations: an entry in one category of one edition, and all that was decided about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from fractions import Fraction
from typing import ClassVar

import attrs

from nominate.model.decision import Decision, Outcome
from nominate.model.fields import Line, Link, Public, Slug, Text
from nominate.model.mapping import FrozenDict
from nominate.model.money import Money
from nominate.model.quote import Image, Quote
from nominate.model.source import Source
from nominate.model.when import When

__all__ = ["Cost", "Nomination", "Nominee", "Progress", "Task", "decision_ids"]


_SLUGS = {outcome: outcome.value.replace(" ", "-") for outcome in Outcome}


class Progress(Enum):
    """How far the team's own work on an entry is; what the organiser decides is an `Outcome`."""

    IDEA = "idea"
    CONSIDERING = "considering"
    DRAFTING = "drafting"
    IN_REVIEW = "in review"
    APPROVED = "approved"
    SUBMITTED = "submitted"
    ABANDONED = "abandoned"
    NOT_PURSUED = "not pursued"

    @property
    def is_given_up(self) -> bool:
        """Whether nothing comes of it, so that no date of the award matters to it any more.

        >>> Progress.ABANDONED.is_given_up, Progress.SUBMITTED.is_given_up
        (True, False)
        """
        return self in {Progress.ABANDONED, Progress.NOT_PURSUED}


@attrs.frozen(kw_only=True)
class Nominee:
    """An organisation or a person that is nominated, and as what; `credited_as` is the name as published.

    The shares of an entry sum to one.

    Attributes:
        organisation: the id of an organisation, or
        person: the id of a person
        role: as what: lead, partner or another word; left out, lead
        credited_as: the name as published, where it is not the name of that day
        share: the part of a shared entry, as in 1/2

    >>> Nominee(organisation="ruh", role="lead").share is None
    True
    """

    SHORT_FORM: ClassVar[str] = "organisation"

    organisation: Public[Slug | None] = None
    person: Public[Slug | None] = None
    role: Public[Line] = ""
    credited_as: Public[Line] = ""
    share: Public[Fraction | None] = None


@attrs.frozen(kw_only=True)
class Cost:
    """Something that an entry costs, as in travel or a table at the ceremony.

    Attributes:
        what: what it is for
        money: how much
        on: when it was or is to be paid
        notes: anything else

    >>> from decimal import Decimal
    >>> Cost(what="table", money=Money(amount=Decimal(2500))).money.currency
    'GBP'
    """

    what: Line
    money: Money
    on: When | None = None
    notes: Line = ""


@attrs.frozen(kw_only=True)
class Task:
    """Something to be done for an entry, by whom and by when; a bare text in the file is `what`.

    Attributes:
        what: what is to be done
        due: by when
        owner: who does it: a person's id, or a name
        done: when it was done; left out, it is still to do

    >>> Task(what="collect evidence", due=When(2020, 2, 1)).done is None
    True
    """

    SHORT_FORM: ClassVar[str] = "what"

    what: Line
    due: When | None = None
    owner: Line = ""
    done: When | None = None


@attrs.frozen(kw_only=True)
class Nomination:
    """An entry as it was made: its title, its nominees, its category, and the history of its decisions.

    Attributes:
        id: the nomination's id
        edition: the edition, written award/edition
        category: the id of the category that it was entered in
        title: the title as entered
        summary: what it is about, in a paragraph
        nominees: who is nominated, in the order of the entry
        programme: the id of the programme that it is for
        url: the entry's own public page
        progress: how far the team's own work on it is
        owner: who looks after it: a person's id, or a name
        contributors: who else works on it
        submitted: when it was sent in
        fee: what entering costs
        costs: what else it costs
        tasks: what is to be done for it
        evidence: what it rests on
        notes: the team's own notes
        decisions: what was decided about it, in order
        quotes: what people said about it
        images: pictures for it
        extra: anything of your own, by key

    >>> Nomination(id="a", edition="hsj/2020", category="team", title="A better ward").award
    'hsj'
    """

    id: Public[Slug]
    edition: Public[Line]
    category: Public[Slug]
    title: Public[Line]
    summary: Public[Text] = ""
    nominees: Public[tuple[Nominee, ...]] = ()
    programme: Public[Slug | None] = None
    url: Public[Link | None] = None
    progress: Progress | None = None
    owner: Line = ""
    contributors: tuple[Line, ...] = ()
    submitted: When | None = None
    fee: Money | None = None
    costs: tuple[Cost, ...] = ()
    tasks: tuple[Task, ...] = ()
    evidence: tuple[Source, ...] = ()
    notes: Text = ""
    decisions: Public[tuple[Decision, ...]] = ()
    quotes: Public[tuple[Quote, ...]] = ()
    images: Public[tuple[Image, ...]] = ()
    extra: FrozenDict[str, Text] = FrozenDict()

    @property
    def award(self) -> str:
        """The id of the award, the part of `edition` before the slash."""
        return self.edition.partition("/")[0]

    @property
    def decision_ids(self) -> tuple[str, ...]:
        """The id of each decision in order: its own, or its outcome, then `won-2` for the second of them.

        >>> from nominate.model.decision import Outcome
        >>> twice = (Decision(outcome=Outcome.WON), Decision(outcome=Outcome.WON))
        >>> Nomination(id="a", edition="h/1", category="c", title="t", decisions=twice).decision_ids
        ('won', 'won-2')
        """
        return tuple(decision_ids(self.decisions))


def decision_ids(decisions: Iterable[Decision]) -> Iterator[str]:
    """The id of each decision of one nomination in order: its own, or its outcome, numbered from the second.

    >>> from nominate.model.decision import Outcome
    >>> list(decision_ids([Decision(outcome=Outcome.RUNNER_UP), Decision(outcome=Outcome.WON, id="prize")]))
    ['runner-up', 'prize']
    """
    counts: dict[str, int] = {}
    for decision in decisions:
        name = _SLUGS[decision.outcome]
        number = counts[name] = counts.get(name, 0) + 1
        yield decision.id or (name if number == 1 else f"{name}-{number}")
