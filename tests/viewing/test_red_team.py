"""Ways in which a view once told, or might tell, what its audience may not know: each one is shut."""

from __future__ import annotations

import pickle
from typing import Any

import attrs
import pytest

from nominate import (
    Approval,
    Award,
    AwardCategory,
    DateKind,
    Decision,
    EarlierDate,
    Edition,
    Embargo,
    FormerName,
    Image,
    KeyDate,
    Membership,
    Mode,
    Nomination,
    Nominee,
    Organisation,
    Outcome,
    Person,
    Quote,
    Records,
    Register,
    Role,
    Speaker,
    Succession,
    Target,
    View,
    Weekday,
    When,
    view,
)

SHORTLISTED = Decision(outcome=Outcome.SHORTLISTED, announced=When(2020, 8, 17))
WON = Decision(outcome=Outcome.WON, announced=When(2020, 9, 1))
HIDDEN_WIN = Decision(outcome=Outcome.WON, announced=When(2020, 11, 12))
CEREMONY = KeyDate(what=DateKind.CEREMONY, when=When(2020, 11, 12, 19, 30))
RUH = Organisation(id="ruh", name="Royal United Hospitals")
NET = Organisation(id="net", name="The Network")
AGREED = Approval(by="B")
NOW = "2020-10-01"


def told(outcome: str, **more: Any) -> Decision:
    return Decision(outcome=Outcome(outcome), announced=When(2020, 9, 10), **more)


def register(
    *decisions: Decision,
    dates: tuple[KeyDate, ...] = (),
    organisations: tuple[Organisation, ...] = (RUH, NET),
    people: tuple[Person, ...] = (),
    award: Award | None = None,
    year: str = "2020",
    **more: Any,
) -> Register:
    """One entry of one organisation; `more` are fields of the entry."""
    categories = tuple(AwardCategory(id=name, name=name.title()) for name in ("team", "ward"))
    edition = Edition(id=year, dates=dates, categories=categories)
    scheme = attrs.evolve(award or Award(id="hsj", name="HSJ Awards"), editions=(edition,))
    usual: dict[str, Any] = {"nominees": (Nominee(organisation="ruh"),), "decisions": decisions}
    entry = Nomination(id="a", edition=f"hsj/{year}", category="team", title="A", **{**usual, **more})
    return Register(
        records=Records(organisations=organisations, people=people, awards=(scheme,), nominations=(entry,))
    )


def holds(shown: View, text: str) -> bool:
    """Whether a text is anywhere in a view, however deep."""
    return text.encode() in pickle.dumps(shown)


def outcomes(shown: View) -> list[str]:
    return [each.outcome.value for entry in shown.entries for each in entry.history.decisions]


@pytest.mark.parametrize("audience", ["public", "press"])
def test_a_corrected_decision_brings_nothing_internal_with_it(audience: str) -> None:
    embargo = Embargo(until=When(2020, 9, 1), source="secret source")
    wrong = attrs.evolve(WON, reason="secret reason", known=When(2020, 8, 30), embargo=embargo)
    shown = view(register(wrong, told("shortlisted", corrects="won")), as_of=NOW, audience=audience)
    corrected = shown.entries[0].history.corrected
    assert [each.outcome for each in corrected] == [Outcome.WON]
    assert (corrected[0].known, corrected[0].embargo) == (None, None)
    assert not holds(shown, "secret")


def test_a_corrected_decision_points_at_nothing_that_may_not_be_known() -> None:
    declined = told("declined", id="no-thanks", of="won")
    shown = view(
        register(SHORTLISTED, HIDDEN_WIN, declined, told("shortlisted", corrects="no-thanks")), as_of=NOW
    )
    assert outcomes(shown) == ["shortlisted", "shortlisted"]
    assert not holds(shown, "won")


@pytest.mark.parametrize("outcome", ["declined", "accepted", "revoked", "reinstated"])
@pytest.mark.parametrize("of", ["won", None])
def test_what_became_of_a_decision_waits_for_that_decision(outcome: str, of: str | None) -> None:
    given = register(SHORTLISTED, HIDDEN_WIN, told(outcome, of=of))
    assert outcomes(view(given, as_of=NOW)) == ["shortlisted"]
    assert outcomes(view(given, as_of="2020-11-12")) == ["shortlisted", "won", outcome]
    assert len(outcomes(view(given, as_of=NOW, audience="internal"))) == 3


def test_what_became_of_a_decision_that_is_not_there_stays_shut() -> None:
    assert outcomes(view(register(SHORTLISTED, told("declined", of="won")), as_of="2999")) == ["shortlisted"]


def test_decisions_that_wait_for_each_other_stay_as_they_are() -> None:
    given = register(SHORTLISTED, told("revoked", of="reinstated"), told("reinstated", of="revoked"))
    assert outcomes(view(given, as_of=NOW)) == ["shortlisted", "revoked", "reinstated"]


def test_two_decisions_of_one_id_do_not_open_each_other() -> None:
    given = register(SHORTLISTED, attrs.evolve(HIDDEN_WIN, id="same"), told("longlisted", id="same"))
    assert outcomes(view(given, as_of=NOW)) == ["shortlisted", "longlisted"]


def test_a_disqualified_entry_is_told_even_where_a_win_is_not() -> None:
    shown = view(register(SHORTLISTED, HIDDEN_WIN, told("disqualified")), as_of=NOW)
    assert outcomes(shown) == ["shortlisted", "disqualified"]


@pytest.mark.parametrize(
    ("announced", "until", "shut", "opens"),
    [
        pytest.param("2020-11-12", "2020-11-12T20:00~", "2020-11-12T20:01", "2020-11-12T20:02", id="about"),
        pytest.param(
            "2020-10-25", "2020-10-25T01:30", "2020-10-25T01:29Z", "2020-10-25T01:30Z", id="repeated hour"
        ),
        pytest.param(
            "2020-03-29", "2020-03-29T01:30", "2020-03-29T01:29Z", "2020-03-29T01:30Z", id="skipped hour"
        ),
        pytest.param(
            "2020-11", "2020-10-14T09:00", "2020-11-30T23:59", "2020-12-01", id="over before the month"
        ),
        pytest.param(
            "2020-11", "2020-11-12T20:00", "2020-11-12T19:59", "2020-11-12T20:00", id="over in the month"
        ),
    ],
)  # fmt: skip
def test_an_embargo_that_could_mean_two_moments_ends_at_the_later(
    announced: str, until: str, shut: str, opens: str
) -> None:
    win = Decision(
        outcome=Outcome.WON, announced=When.parse(announced), embargo=Embargo(until=When.parse(until))
    )
    assert outcomes(view(register(win), as_of=shut)) == []
    assert outcomes(view(register(win), as_of=opens)) == ["won"]


def test_the_embargo_of_an_entry_that_moved_ends_with_its_new_categorys_date() -> None:
    dates = tuple(
        KeyDate(what=DateKind.CEREMONY, when=When(2020, 11, day), for_=Target(category=category))
        for day, category in [(10, "team"), (20, "ward")]
    )
    won = attrs.evolve(WON, embargo=Embargo(until=DateKind.CEREMONY))
    moved = told("recategorised", to="ward")
    assert outcomes(view(register(SHORTLISTED, moved, won, dates=dates), as_of="2020-11-15")) == [
        "shortlisted",
        "recategorised",
    ]
    stayed = told("shortlisted", corrects="recategorised")
    given = register(SHORTLISTED, moved, stayed, won, dates=dates)
    assert "won" in outcomes(view(given, as_of="2020-11-15"))


MOVED = KeyDate(
    what=DateKind.CEREMONY,
    when=When(2020, 11, 20),
    mode=Mode.VIRTUAL,
    venue="The secret hall",
    weekday=Weekday.FRIDAY,
    announced=When(2020, 10, 20),
    was=(EarlierDate(when=When(2020, 11, 12), reason="secret"),),
)


def test_a_date_as_it_was_then_says_nothing_of_where_and_why_it_moved() -> None:
    shown = view(register(SHORTLISTED, dates=(MOVED,)), as_of=NOW)
    date = shown.events[0].date
    assert (date.when, date.mode, date.venue, date.was) == (When(2020, 11, 12), None, "", ())
    assert date.weekday is None
    assert not holds(shown, "secret")


def test_the_reason_why_a_date_moved_is_for_the_team_alone() -> None:
    given = register(SHORTLISTED, dates=(attrs.evolve(MOVED, venue=""),))
    assert not holds(view(given, as_of="2020-11-01"), "secret")
    assert holds(view(given, as_of="2020-11-01", audience="internal"), "secret")


def test_a_date_under_embargo_does_not_open_by_what_it_was() -> None:
    closed = attrs.evolve(MOVED, embargo=Embargo(until="cleared"))
    assert view(register(SHORTLISTED, dates=(closed,)), as_of=NOW).events == ()
    told_then = EarlierDate(when=When(2020, 11, 12), announced=When(2020, 1))
    given = register(SHORTLISTED, dates=(attrs.evolve(closed, was=(told_then,)),))
    assert len(view(given, as_of=NOW).events) == 1


HIDDEN_DATE = attrs.evolve(CEREMONY, embargo=Embargo(until="cleared"))


def test_a_hidden_date_puts_an_edition_in_no_year() -> None:
    given = register(dates=(HIDDEN_DATE,), year="xi")
    assert view(given, as_of=NOW, year=2020).awards == ()
    assert len(view(given, as_of=NOW, year=2020, audience="internal").awards) == 1


def test_a_hidden_date_names_no_award() -> None:
    award = Award(id="hsj", name="New", former_names=(FormerName(until=When(2020, 12), name="Old"),))
    given = register(dates=(HIDDEN_DATE,), year="xi", award=award)
    bare = register(year="xi", award=award)
    assert view(given, as_of="2021-10-01") == view(bare, as_of="2021-10-01")


def test_a_date_for_a_hidden_nomination_puts_an_edition_in_no_year() -> None:
    own = attrs.evolve(CEREMONY, for_=Target(nomination="a"))
    assert view(register(HIDDEN_WIN, dates=(own,), year="xi"), as_of=NOW, year=2020).awards == ()


@pytest.mark.parametrize(("consent", "is_shown"), [(None, False), (AGREED, True)])
def test_a_logo_is_public_only_with_consent(consent: Approval | None, is_shown: bool) -> None:
    logo = Image(file="secret.png", alt="A logo", consent=consent)
    given = register(SHORTLISTED, organisations=(attrs.evolve(RUH, logo=logo), NET))
    assert holds(view(given, as_of=NOW), "secret.png") is is_shown
    assert holds(view(given, as_of=NOW, audience="internal"), "secret.png")


LATE = When(2020, 10, 20, 9, 0)


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"quotes": (Quote(text="A.", said=LATE, approved=AGREED),)}, id="said"),
        pytest.param({"quotes": (Quote(text="A.", approved=Approval(by="B", on=LATE)),)}, id="approved"),
        pytest.param({"images": (Image(file="a.png", consent=Approval(by="B", on=LATE)),)}, id="consented"),
        pytest.param(
            {"dates": (attrs.evolve(CEREMONY, was=(EarlierDate(when=When(2020, 11), announced=LATE),)),)},
            id="an earlier date",
        ),
    ],
)
def test_a_press_output_is_held_back_until_all_of_it_may_be_told(more: dict[str, Any]) -> None:
    given = register(SHORTLISTED, **more)
    press = view(given, as_of="2020-10-25", audience="press")
    assert press.embargoed_until is not None
    public = view(given, as_of=When.parse(f"{press.embargoed_until:%Y-%m-%dT%H:%M}Z"))
    assert [each.statements for each in public.entries] == [each.statements for each in press.entries]
    assert [each.images for each in public.entries] == [each.images for each in press.entries]
    assert [each.date for each in public.events] == [each.date for each in press.events]


def test_a_quote_about_what_was_never_so_is_not_public() -> None:
    quote = Quote(text="We won.", of="won", approved=AGREED)
    given = register(WON, told("shortlisted", corrects="won"), quotes=(quote,))
    assert view(given, as_of=NOW).entries[0].statements == ()
    assert len(view(given, as_of=NOW, audience="internal").entries[0].statements) == 1


def test_the_team_does_not_see_a_quote_about_what_it_did_not_know_yet() -> None:
    quote = Quote(text="We won.", of="won")
    given = register(SHORTLISTED, attrs.evolve(HIDDEN_WIN, known=When(2020, 11, 1)), quotes=(quote,))
    assert view(given, as_of=NOW, audience="internal").entries[0].statements == ()
    assert len(view(given, as_of="2020-11-01", audience="internal").entries[0].statements) == 1


def test_a_date_for_one_entry_says_for_which() -> None:
    own = KeyDate(what=DateKind.ENTRY_DEADLINE, when=When(2020, 3, 6), for_=Target(nomination="a"))
    shown = view(register(SHORTLISTED, dates=(own,)), as_of=NOW)
    assert shown.events[0].entry_id == "a"
    assert list(shown.table(["entry_deadline"]))[1] == (When(2020, 3, 6),)


LATER = When(2020, 12)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param(
            {"name": "Secret", "former_names": (FormerName(until=LATER, name=RUH.name),)}, id="a new name"
        ),
        pytest.param({"member_of": (Membership(organisation="secret", since=LATER),)}, id="a new network"),
        pytest.param({"succeeded_by": (Succession(organisation="secret", on=LATER),)}, id="a merger"),
    ],
)  # fmt: skip
def test_what_is_to_become_of_an_organisation_is_not_public_before(changes: dict[str, Any]) -> None:
    secret = Organisation(id="secret", name="Secret Network")
    given = register(SHORTLISTED, organisations=(attrs.evolve(RUH, **changes), NET, secret))
    bare = register(SHORTLISTED, organisations=(RUH, NET))
    assert view(given, as_of=NOW) == view(bare, as_of=NOW)
    assert holds(view(given, as_of="2021-02-01"), "Secret")
    assert holds(view(given, as_of=NOW, audience="internal"), "Secret")


def test_the_end_of_a_membership_is_not_public_before() -> None:
    leaving = attrs.evolve(RUH, member_of=(Membership(organisation="net", since=When(2013), until=LATER),))
    shown = view(register(SHORTLISTED, organisations=(leaving, NET)), as_of=NOW)
    assert shown.organisations[0].member_of == (Membership(organisation="net", since=When(2013)),)


def test_a_role_that_somebody_is_to_have_is_not_public_before() -> None:
    roles = (Role(title="Lead", since=When(2018), until=LATER), Role(title="Secret Chief", since=LATER))
    given = register(
        SHORTLISTED,
        people=(Person(id="ann", name="Ann", roles=roles),),
        nominees=(Nominee(person="ann"),),
    )
    person = view(given, as_of=NOW).people[0]
    assert person.roles == (Role(title="Lead", since=When(2018)),)
    assert len(view(given, as_of="2021-02-01").people[0].roles) == 2


def test_what_an_award_is_to_be_called_is_not_public_before() -> None:
    award = Award(id="hsj", name="Secret", former_names=(FormerName(until=LATER, name="HSJ Awards"),))
    assert view(register(SHORTLISTED, award=award), as_of=NOW) == view(register(SHORTLISTED), as_of=NOW)


def test_a_speaker_and_a_pictured_person_of_what_is_hidden_are_not_in_the_view() -> None:
    people = tuple(Person(id=name, name=name) for name in ("secret-a", "secret-b"))
    quotes = (Quote(speaker=Speaker(person="secret-a"), text="A.", of="won", approved=AGREED),)
    given = register(SHORTLISTED, HIDDEN_WIN, people=people, quotes=quotes, owner="secret-b")
    assert not holds(view(given, as_of=NOW), "secret")


def test_the_team_sees_what_an_embargoed_date_was_before_it_knew_the_new_one() -> None:
    closed = attrs.evolve(MOVED, embargo=Embargo(until="cleared"), known=When(2020, 10, 15))
    given = register(SHORTLISTED, dates=(closed,))
    assert view(given, as_of=NOW, audience="internal").events[0].date.when == When(2020, 11, 12)
    assert view(given, as_of="2020-10-16", audience="internal").events[0].date.when == When(2020, 11, 20)


def test_the_team_does_not_know_a_date_before_it_learnt_of_it() -> None:
    given = register(SHORTLISTED, dates=(attrs.evolve(CEREMONY, known=When(2020, 10, 15)),))
    assert view(given, as_of=NOW, audience="internal").events == ()
