"""Laws over generated registers: who is named, whom both means, and when winners are still to come."""

from __future__ import annotations

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
from nominate.prose import story

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


def has_something_to_tell(shown: View) -> bool:
    return any(entry.outcome in TOLD for entry in shown.entries)


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
