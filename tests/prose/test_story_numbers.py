"""Laws over generated registers: every number is a count, every name is in the register."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from nominate import (
    Award,
    AwardCategory,
    DateKind,
    Decision,
    Edition,
    KeyDate,
    Membership,
    Mode,
    Nomination,
    Nominee,
    Organisation,
    Outcome,
    Records,
    Register,
    Settings,
    View,
    When,
    view,
)
from nominate.documents import to_text
from nominate.prose import Style, story
from nominate.prose.words import spelled

TOLD = (Outcome.WON, Outcome.HIGHLY_COMMENDED, Outcome.SHORTLISTED, Outcome.LONGLISTED)
OUTCOMES = (*TOLD, Outcome.UNSUCCESSFUL, Outcome.WITHDRAWN)
NAMES = (
    "Avon Trust",
    "Bath Hospitals",
    "Cheddar Care",
    "Devizes Partnership",
    "Exmoor School",
    "Frome Charity",
)
CATEGORIES = ("Care", "Safety", "Research", "Learning", "Prevention", "Volunteering")
TITLES = (
    "Apple",
    "Birch",
    "Cedar",
    "Damson",
    "Elder",
    "Fig",
    "Gorse",
    "Hazel",
    "Iris",
    "Juniper",
    "Kale",
    "Lime",
)
WORDS = {spelled(number): number for number in range(100)} | {"both": 2}


@st.composite
def views(draw: st.DrawFn) -> View:
    """One edition before or after its ceremony; the first organisation runs the network of some others."""
    entries = draw(
        st.lists(
            st.tuples(st.integers(1, 5), st.integers(0, 5), st.sampled_from(OUTCOMES)),
            min_size=1,
            max_size=12,
        )
    )
    members = draw(st.sets(st.integers(1, 5)))
    organisations = tuple(
        Organisation(
            id=f"o-{number}",
            name=name,
            member_of=(Membership(organisation="o-0"),) if number in members else (),
        )
        for number, name in enumerate(NAMES)
    )
    edition = Edition(
        id="2020",
        dates=(KeyDate(what=DateKind.CEREMONY, when=When(2020, 11), mode=Mode.VIRTUAL),),
        categories=tuple(
            AwardCategory(id=f"c-{number}", name=name) for number, name in enumerate(CATEGORIES)
        ),
    )
    nominations = tuple(
        Nomination(
            id=f"n-{place}",
            edition="example/2020",
            category=f"c-{category}",
            title=TITLES[place],
            nominees=(Nominee(organisation=f"o-{holder}"),),
            decisions=(Decision(outcome=outcome, announced=When(2020, 9, 1)),),
        )
        for place, (holder, category, outcome) in enumerate(entries)
    )
    records = Records(
        register=Settings(publisher="o-0"),
        organisations=organisations,
        awards=(Award(id="example", name="Example Awards", editions=(edition,)),),
        nominations=nominations,
    )
    return view(Register(records=records), as_of=draw(st.sampled_from(["2020-10-01", "2021-03-01"])))


def counts(shown: View) -> set[int]:
    """Every number that a sentence about these entries may hold, counted here once more, in another way."""
    allowed = {2020, 1}
    groups = [[each for each in shown.entries if each.outcome is outcome] for outcome in TOLD]
    for group in [*groups, groups[2] + groups[3]]:
        holders = Counter(entry.nomination.nominees[0].organisation for entry in group)
        allowed |= {len(group), len(holders), len({entry.category.id for entry in group}), *holders.values()}
    return allowed


def numbers(text: str) -> set[int]:
    """Every number of a text, in digits or in words."""
    found = {
        int(digits.replace(",", ""))
        for digits in re.findall(r"\d[\d,]*", re.sub(r"^\d+\. ", "", text, flags=re.MULTILINE))
    }
    words = re.findall(r"[a-z-]+", text.lower())
    return found | {WORDS[word] for word in words if word in WORDS}


def has_something_to_tell(shown: View) -> bool:
    return any(entry.outcome in TOLD for entry in shown.entries)


@settings(max_examples=60, deadline=None)
@given(shown=views().filter(has_something_to_tell), style=st.sampled_from(["health", "govuk", "press"]))
def test_every_number_of_a_piece_is_a_count_of_its_entries(shown: View, style: str) -> None:
    assert numbers(to_text(story(shown, style=Style.load(style)), width=None)) <= counts(shown)


@settings(max_examples=60, deadline=None)
@given(shown=views().filter(has_something_to_tell))
def test_every_entry_that_got_somewhere_is_named_and_no_other(shown: View) -> None:
    said = to_text(story(shown), width=None)
    for entry in shown.entries:
        assert (entry.title in said) is (entry.outcome in TOLD)
    told = {entry.nominees[0].name for entry in shown.entries if entry.outcome in TOLD}
    for name in NAMES[1:]:
        assert (name in said) is (name in told)


@settings(max_examples=60, deadline=None)
@given(shown=views().filter(has_something_to_tell), style=st.sampled_from(["health", "govuk", "press"]))
def test_a_headline_has_at_most_seventy_characters(shown: View, style: str) -> None:
    assert 0 < len(story(shown, style=Style.load(style)).title) <= 70


@settings(max_examples=60, deadline=None)
@given(shown=views().filter(has_something_to_tell))
def test_both_is_said_of_two_only(shown: View) -> None:
    said = to_text(story(shown), width=None)
    pending = {entry.nominees[0].name for entry in shown.entries if entry.outcome in TOLD[2:]}
    if "both" in said:
        assert len(pending) == 2


@settings(max_examples=60, deadline=None)
@given(shown=views().filter(has_something_to_tell))
def test_winners_are_to_come_only_where_no_result_is_known(shown: View) -> None:
    said = to_text(story(shown), width=None)
    is_decided = any(entry.outcome in TOLD[:2] for entry in shown.entries)
    is_before = shown.as_of == When(2020, 10, 1)
    assert ("will be announced" in said) is (is_before and not is_decided)
