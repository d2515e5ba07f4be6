"""Changes give a new register, or every reason why not."""

from __future__ import annotations

import time
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up.strategies import registers

from nominate import (
    Award,
    AwardCategory,
    Change,
    DataError,
    Decision,
    Edition,
    FrozenDict,
    Nomination,
    Nominee,
    Organisation,
    Origin,
    Outcome,
    Person,
    Programme,
    RecordKind,
    Records,
    Register,
    When,
)
from nominate.register.differences import between

CELL = Origin(file="tracker.xlsx", sheet="Nominations", cell="E7")
SHORTLISTED = Decision(outcome=Outcome.SHORTLISTED, announced=When(2020, 8, 17))
WON = Decision(outcome=Outcome.WON, announced=When(2020, 11, 12))
TEAM = AwardCategory(id="team", name="Team of the Year")
EDITION = Edition(id="2020", ordinal=3, categories=(TEAM, AwardCategory(id="idea", name="Idea")))
SKIP = Nomination(
    id="skip",
    edition="hsj/2020",
    category="team",
    title="The SKIP team",
    nominees=(Nominee(organisation="ruh"),),
    decisions=(SHORTLISTED,),
    extra=FrozenDict({"Budget code": "A1", "a.b": "c"}),
)
WARDS = Nomination(id="wards", edition="hsj/2020", category="idea", title="Wards", owner="Ann")
REGISTER = Register(
    records=Records(
        organisations=(Organisation(id="ruh", name="Royal United Hospitals"),),
        people=(Person(id="ann", name="Ann"), Person(id="ben", name="Ben")),
        programmes=(Programme(id="calm", name="Calm"),),
        awards=(Award(id="hsj", name="HSJ Awards", editions=(EDITION,)),),
        nominations=(SKIP, WARDS),
    )
)


def change(
    record: str, field: str = "", before: Any = None, after: Any = None, kind: str = "nomination"
) -> Change:
    return Change(kind=RecordKind(kind), record=record, field=field, before=before, after=after, origin=CELL)


def refused(*changes: Change) -> list[str]:
    with pytest.raises(DataError) as caught:
        REGISTER.apply(changes)
    return [f"{problem.code} {problem}" for problem in caught.value.problems]


AT = "tracker.xlsx:Nominations!E7: "


@pytest.mark.parametrize(
    ("given_change", "told"),
    [
        pytest.param(
            change("skipp", "title", "a", "b"),
            f"E701 {AT}nomination 'skipp': title: no nomination 'skipp'; did you mean 'skip'?",
            id="no such record",
        ),
        pytest.param(
            change("ruh", "title", "a", "b"),
            f"E701 {AT}nomination 'ruh': title: no nomination 'ruh'; add the record first",
            id="no record like it",
        ),
        pytest.param(
            change("hsj/2021", after=Edition(id="2021"), before=Edition(id="2021"), kind="edition"),
            f"E703 {AT}edition 'hsj/2021': it is no longer there; look at it again, then decide",
            id="a record that is gone",
        ),
        pytest.param(
            change("tes/2021", after=Edition(id="2021"), kind="edition"),
            f"E701 {AT}edition 'tes/2021': no award 'tes'; add the award first",
            id="an edition without its award",
        ),
        pytest.param(
            change("hsj/2021/team", after=TEAM, kind="category"),
            f"E701 {AT}category 'hsj/2021/team': no edition 'hsj/2021'; add the edition first",
            id="a category without its edition",
        ),
        pytest.param(
            change("ann", after=Person(id="ann", name="Another Ann"), kind="person"),
            f"E702 {AT}person 'ann': there is one already; choose another id, or change its fields",
            id="an id that is taken",
        ),
        pytest.param(
            change("ann", before=Person(id="ann", name="Anna"), kind="person"),
            f"E703 {AT}person 'ann': it has changed since; look at it again, then decide",
            id="a record that was changed",
        ),
        pytest.param(
            change("skip", "title", "The SKIP", "SKIP"),
            f"E703 {AT}nomination 'skip': title: it is 'The SKIP team' now, and was 'The SKIP' before this "
            "change; choose which of the two is right",
            id="a field that was changed",
        ),
        pytest.param(
            change("skip", "extra.Budget code", None, "B2"),
            f"E703 {AT}nomination 'skip': extra.Budget code: it is 'A1' now, and was not given before this "
            "change; choose which of the two is right",
            id="an entry that was added",
        ),
        pytest.param(
            change("skip", "titel", None, "SKIP"),
            f"E704 {AT}nomination 'skip': titel: no field 'titel'; did you mean 'title'?",
            id="a misspelt field",
        ),
        pytest.param(
            change("ann", "xyz", None, "SKIP", kind="person"),
            f"E704 {AT}person 'ann': xyz: no field 'xyz'; choose from id, name, …",
            id="no such field",
        ),
        pytest.param(
            change("skip", "title.de", None, "SKIP"),
            f"E704 {AT}nomination 'skip': title.de: no field 'title.de'; change title as a whole",
            id="an entry of what is no map",
        ),
        pytest.param(
            change("skip", "extra.", None, "SKIP"),
            f"E704 {AT}nomination 'skip': extra.: no field 'extra.'; change extra as a whole",
            id="an entry without a name",
        ),
        pytest.param(
            change("skip", "id", "skip", "skip-2020"),
            f"E704 {AT}nomination 'skip': id: an id stays as it is; add a record with the new id, and take "
            "the old one away",
            id="an id",
        ),
        pytest.param(
            change("hsj", "editions", None, (), kind="award"),
            f"E704 {AT}award 'hsj': editions: the editions are records of their own; change each of the "
            "editions by its own name",
            id="the editions of an award",
        ),
        pytest.param(
            change("skip", "submitted", None, "2020-02-28"),
            f"E705 {AT}nomination 'skip': submitted: '2020-02-28' does not fit; give a value of the field's "
            "kind",
            id="text for a date",
        ),
        pytest.param(
            change("skip", "extra.Budget code", "A1", 7),
            f"E705 {AT}nomination 'skip': extra.Budget code: 7 does not fit; give a value of the field's "
            "kind",
            id="a number for a text",
        ),
        pytest.param(
            change("skip", "title", "The SKIP team", None),
            f"E705 {AT}nomination 'skip': title: a nomination must have one; give a value",
            id="nothing for what must be there",
        ),
        pytest.param(
            change("cas", after=Person(id="casper", name="Casper"), kind="person"),
            f"E705 {AT}person 'cas': … is no person of that id; give the record as it is to be",
            id="a record of another id",
        ),
        pytest.param(
            change("tes", after=Award(id="tes", name="TES", editions=(EDITION,)), kind="award"),
            f"E705 {AT}award 'tes': the editions are records of their own; add each of the editions by "
            "itself",
            id="an award with its editions",
        ),
        pytest.param(
            change("skip", "decisions", (SHORTLISTED,), (WON,)),
            f"E706 {AT}nomination 'skip': decisions: a decision would be lost; add a decision that corrects "
            "the other, and keep both",
            id="a decision lost",
        ),
        pytest.param(
            change("skip", before=SKIP, after=attrs.evolve(SKIP, decisions=())),
            f"E706 {AT}nomination 'skip': a decision would be lost; add a decision that corrects the other, "
            "and keep both",
            id="a decision lost with its record",
        ),
        pytest.param(
            change("hsj/2020", before=attrs.evolve(EDITION, categories=()), kind="edition"),
            f"E707 {AT}edition 'hsj/2020': it holds hsj/2020/team, hsj/2020/idea; take these away as well, "
            "or keep it",
            id="an edition with categories taken away",
        ),
        pytest.param(
            change("skip", "category", "team", "tema"),
            f"E315 {AT}nominations[0].category: hsj/2020 has no category 'tema'; did you mean 'team'?",
            id="a fault that the register would have",
        ),
    ],
)
def test_a_change_that_cannot_be_made_is_told_where_it_came_from(given_change: Change, told: str) -> None:
    (found,) = refused(given_change)
    beginning, _, end = told.partition("…")
    assert (found.startswith(beginning), found.endswith(end)) == (True, True), found


def test_every_reason_is_told_at_once_and_nothing_is_changed() -> None:
    told = refused(
        change("skip", "titel", None, "x"), change("wards", "title", "Wards", "Ward"), change("no", "url")
    )
    assert [each[:4] for each in told] == ["E704", "E701"]
    assert REGISTER.nomination("wards").title == "Wards"


def test_a_fault_is_told_at_the_change_of_that_field_not_of_another() -> None:
    other = attrs.evolve(change("skip", "title", "The SKIP team", "SKIP"), origin=Origin(file="other.csv"))
    assert refused(other, change("skip", "programme", None, "calmer"))[0].startswith(f"E312 {AT}")


def test_a_fault_within_an_edition_is_told_at_the_change_of_that_edition() -> None:
    category = attrs.evolve(TEAM, id="new", sponsor=("nobody",))
    edition = change("hsj/2020", "name", None, "The third", kind="edition")
    award = attrs.evolve(
        change("hsj", "singular", None, "HSJ Award", kind="award"), origin=Origin(file="a.csv")
    )
    added = attrs.evolve(change("hsj/2020/new", after=category, kind="category"), origin=Origin(file="c.csv"))
    assert refused(added, award)[0].startswith("E310 c.csv: ")
    unordered = attrs.evolve(edition, field="declared.categories", after=-1)
    assert refused(award, unordered)[0].startswith(f"E541 {AT}")


def test_a_fault_elsewhere_is_told_at_its_place_in_the_records() -> None:
    gone = change("ruh", before=REGISTER.organisation("ruh"), kind="organisation")
    (told,) = refused(gone)
    assert told.startswith("E310 nominations[0].nominees[0].organisation: no organisation 'ruh'; ")


def made(*changes: Change) -> Register:
    return REGISTER.apply(changes)


def test_changes_are_made_one_after_the_other() -> None:
    register = made(change("skip", "owner", None, "Ann"), change("skip", "owner", "Ann", "Ben"))
    assert register.nomination("skip").owner == "Ben"


def test_a_new_record_can_be_changed_by_the_next_change() -> None:
    register = made(
        change("cas", after=Person(id="cas", name="Cas"), kind="person"),
        change("cas", "name", "Cas", "Casper", kind="person"),
    )
    assert [person.name for person in register.people] == ["Ann", "Ben", "Casper"]


def test_a_record_keeps_its_place_and_a_new_one_stands_last() -> None:
    register = made(
        change("new", after=attrs.evolve(WARDS, id="new", title="New")),
        change("skip", "title", "The SKIP team", "SKIP"),
    )
    assert [each.title for each in register.nominations] == ["SKIP", "Wards", "New"]


def test_a_record_is_taken_away() -> None:
    assert [
        person.id for person in made(change("ann", before=Person(id="ann", name="Ann"), kind="person")).people
    ] == ["ben"]


def test_a_record_is_replaced_in_its_place() -> None:
    ann = Person(id="ann", name="Ann")
    assert (
        made(change("ann", before=ann, after=attrs.evolve(ann, name="Anna"), kind="person")).people[0].name
        == "Anna"
    )


def test_an_award_an_edition_and_a_category_are_changed_each_by_its_name() -> None:
    register = made(
        change("hsj", "singular", None, "HSJ Award", kind="award"),
        change("hsj/2020", "ordinal", 3, None, kind="edition"),
        change("hsj/2020/idea", "name", "Idea", "Idea of the Year", kind="category"),
        change("hsj/2021", after=Edition(id="2021"), kind="edition"),
        change("hsj/2021/team", after=TEAM, kind="category"),
    )
    award = register.award("hsj")
    assert award.singular == "HSJ Award"
    assert [edition.ordinal for edition in award.editions] == [None, None]
    assert [[each.name for each in edition.categories] for edition in award.editions] == [
        ["Team of the Year", "Idea of the Year"],
        ["Team of the Year"],
    ]


def test_an_edition_goes_with_all_its_categories() -> None:
    register = REGISTER.apply(
        [
            *(change(name, before=each) for name, each in [("skip", SKIP), ("wards", WARDS)]),
            change("hsj/2020", before=attrs.evolve(EDITION, categories=()), kind="edition"),
            *(change(f"hsj/2020/{each.id}", before=each, kind="category") for each in EDITION.categories),
        ]
    )
    assert register.award("hsj").editions == ()


def test_entries_of_a_map_are_added_changed_and_taken_out() -> None:
    register = made(
        change("skip", "extra.Budget code", "A1", "B2"),
        change("skip", "extra.a.b", "c", None),
        change("skip", "extra.Room", None, "5"),
        change("hsj/2020", "declared.entries", None, 40, kind="edition"),
    )
    assert list(register.nomination("skip").extra.items()) == [("Budget code", "B2"), ("Room", "5")]
    assert register.edition("hsj/2020").declared == {"entries": 40}


def test_a_map_is_changed_as_a_whole() -> None:
    extra = FrozenDict({"Room": "5"})
    assert made(change("wards", "extra", None, extra)).nomination("wards").extra == extra


def test_a_decision_is_added_to_the_history() -> None:
    register = made(change("skip", "decisions", (SHORTLISTED,), (SHORTLISTED, WON)))
    assert register.nomination("skip").decisions == (SHORTLISTED, WON)


def test_nothing_given_is_the_usual_value() -> None:
    register = made(
        change("wards", "owner", "Ann", None),
        change("hsj", "article", None, "a", kind="award"),
        change("hsj", "article", "a", "the", kind="award"),
    )
    assert (register.nomination("wards").owner, register.award("hsj")) == ("", REGISTER.award("hsj"))


def test_an_edition_stays_as_it_is_where_only_its_award_changes() -> None:
    assert made(change("hsj", "singular", None, "HSJ Award", kind="award")).award("hsj").editions == (
        EDITION,
    )


def test_the_files_beside_a_register_stay() -> None:
    register = attrs.evolve(REGISTER, files=FrozenDict({"a.jpg": b"a"}))
    assert register.apply([change("wards", "owner", "Ann", "Ben")]).files == {"a.jpg": b"a"}


@st.composite
def edited(draw: st.DrawFn) -> tuple[Register, Register]:
    """A register, and the same after somebody has worked on it."""
    before = draw(registers())
    records = before.records
    title = st.sampled_from(["A new title", "no", "0117"])
    nominations = tuple(
        attrs.evolve(
            each,
            title=draw(st.just(each.title) | title),
            owner=draw(st.sampled_from(["", "Ann"])),
            decisions=each.decisions + draw(st.sampled_from([(), (WON,)]))
            if not each.decisions
            else each.decisions,
            extra=FrozenDict(
                draw(st.dictionaries(st.sampled_from(["a", "b.c", "Room 5"]), title, max_size=2))
            ),
        )
        for each in records.nominations
        if draw(st.booleans())
    )
    new = draw(st.lists(st.sampled_from(["n1", "n2"]), unique=True))
    award = records.awards[0]
    edition = award.editions[0]
    kept = edition.categories if nominations else edition.categories[: draw(st.integers(0, 2))]
    editions = (
        attrs.evolve(edition, name=draw(st.just("") | title), categories=kept),
        *draw(st.sampled_from([(), (Edition(id="2021", categories=(TEAM,)),)])),
    )
    people = tuple(person for person in records.people if draw(st.booleans()))
    return before, Register(
        records=attrs.evolve(
            records,
            people=(*people, *(Person(id=name, name=name) for name in new)),
            awards=(attrs.evolve(award, about=draw(st.just("") | title), editions=editions),),
            nominations=nominations,
        )
    )


@given(edited())
def test_what_lies_between_two_registers_makes_one_of_the_other(pair: tuple[Register, Register]) -> None:
    before, after = pair
    changes = between(before.records, after.records)
    assert before.apply(changes) == after
    assert not between(after.records, after.records)
    assert (before == after) == (not changes)


def test_many_changes_take_time_in_proportion() -> None:
    def taken(count: int) -> float:
        nominations = tuple(attrs.evolve(SKIP, id=f"n{n}", title=f"Title {n}") for n in range(count))
        register = Register(records=attrs.evolve(REGISTER.records, nominations=nominations))
        changes = [change(f"n{n}", "owner", None, "Ann") for n in range(count)]
        wrong = [change(f"x{n}", "owner", None, "Ann") for n in range(count)]
        start = time.process_time()
        register.apply(changes)
        with pytest.raises(DataError):
            register.apply(wrong)
        return time.process_time() - start

    # Four times as many, at most eight times as long: quadratic work would take sixteen times.
    assert taken(4_000) < 8 * max(taken(1_000), 0.02)


def test_a_change_says_what_it_is_about() -> None:
    new = change("cas", after=Person(id="cas", name="Cas"), kind="person")
    gone = change("ann", before=Person(id="ann", name="Ann"), kind="person")
    assert [(str(each), each.is_addition, each.is_removal) for each in (new, gone)] == [
        ("person 'cas'", True, False),
        ("person 'ann'", False, True),
    ]
    assert str(change("skip", "title")) == "nomination 'skip': title"


@pytest.mark.parametrize(
    ("origin", "told"),
    [
        (Origin(), ""),
        (Origin(file="a.yaml", line=3), "a.yaml:3"),
        (CELL, "tracker.xlsx:Nominations!E7"),
    ],
)
def test_an_origin_is_told_as_a_problem_tells_its_place(origin: Origin, told: str) -> None:
    assert str(origin) == told
