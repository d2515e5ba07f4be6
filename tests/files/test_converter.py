"""The one strict converter: exact types, nothing guessed, and every fault in plain words at its place."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_up.strategies import records_of

from nominate.errors import Problem
from nominate.files.annotations import is_enum
from nominate.files.converter import accepted, keys_of, structured
from nominate.files.explaining import explained
from nominate.files.json_text import read_json
from nominate.files.plain import plain
from nominate.files.text_data import Data
from nominate.files.yaml_text import read_yaml
from nominate.model import award, decision, embargo, nomination, organisation, person, programme, source
from nominate.model.embargo import CLEARED, DateKind, Embargo
from nominate.model.nomination import Nomination, Nominee
from nominate.model.organisation import Membership, Organisation
from nominate.model.quote import Quote
from nominate.model.settings import Records
from nominate.model.source import Source
from nominate.model.when import When

MALFORMED = Path(__file__).parent / "malformed"
NOMINATION: dict[str, Data] = {"id": "a", "edition": "hsj/2020", "category": "team", "title": "T"}


def nominated(**more: Data) -> Nomination:
    return structured({**NOMINATION, **more}, Nomination)


def faults(text: str) -> tuple[Problem, ...]:
    return explained(read_yaml(text, file="a.yaml")).problems


def test_every_fault_of_a_file_is_told_at_once_in_file_order() -> None:
    file = MALFORMED / "every_fault.yaml"
    problems = explained(read_yaml(file.read_text(encoding="utf-8"), file=file.name)).problems
    told = file.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    assert [str(problem) for problem in problems] == told


def test_one_value_stands_for_a_list_of_one() -> None:
    assert nominated(nominees={"organisation": "ruh"}) == nominated(nominees=[{"organisation": "ruh"}])
    assert nominated(contributors="Ann") == nominated(contributors=["Ann"])


@pytest.mark.parametrize(
    ("record", "short", "long"),
    [
        (Nominee, "ruh", {"organisation": "ruh"}),
        (Membership, "weahsn", {"organisation": "weahsn"}),
        (Source, "https://example.org/a", {"url": "https://example.org/a"}),
        (Source, "A news release", {"title": "A news release"}),
        (Embargo, "ceremony", {"until": "ceremony"}),
        (award.EarlierDate, "2020-02-14", {"when": "2020-02-14"}),
        (award.Target, "team", {"category": "team"}),
        (person.Role, "Lead", {"title": "Lead"}),
    ],
)
def test_a_bare_value_stands_for_the_map_that_it_is_short_for(
    record: type[object], short: str, long: Data
) -> None:
    assert structured(short, record) == structured(long, record)


def test_a_key_has_no_underscore_where_the_attribute_needs_one() -> None:
    assert structured({"is": "no award"}, award.CategoryResult).is_ is award.CategoryResultKind.NO_AWARD
    assert structured({"what": "judging", "for": "team"}, award.KeyDate).for_ == award.Target(category="team")


@pytest.mark.parametrize("empty", [None, ""])
def test_what_is_not_given_is_the_default(empty: str | None) -> None:
    given = nominated(programme=empty, notes=empty, nominees=empty, extra={"a": empty}, progress=empty)
    assert given == nominated()


@pytest.mark.parametrize(
    ("end", "meant"),
    [
        ("2020-11-12T20:00", When(2020, 11, 12, 20, 0)),
        ("ceremony", DateKind.CEREMONY),
        ("cleared", CLEARED),
    ],
)
def test_an_embargo_ends_at_a_time_a_date_or_when_cleared(end: str, meant: object) -> None:
    assert structured({"until": end}, Embargo).until == meant


def test_values_have_exactly_their_types() -> None:
    made = nominated(
        nominees=[{"organisation": "ruh", "share": "1/3"}, {"person": "ann", "share": "0.25"}],
        fee={"amount": "150.50", "currency": "EUR"},
        submitted="2020-02",
        extra={"Box": "0117"},
    )
    assert [nominee.share for nominee in made.nominees] == [Fraction(1, 3), Fraction(1, 4)]
    assert made.fee is not None
    assert str(made.fee.amount) == "150.50"
    assert made.submitted == When(2020, 2)
    assert dict(made.extra) == {"Box": "0117"}


def test_json_numbers_and_truth_values_are_read_where_they_belong() -> None:
    text = '{"id": "a", "name": "A", "is_plural": true, "identifiers": {"number": 1.10}}'
    made = structured(read_json(text, file="a.json").data, Organisation)
    assert (made.is_plural, dict(made.identifiers)) == (True, {"number": "1.10"})
    assert structured({"id": "2020", "ordinal": "11"}, award.Edition).ordinal == 11


# Each value is one that cattrs or YAML by themselves would bend into something else.
BENT = [
    ("is_plural", "maybe", Organisation, "'maybe' is neither yes nor no; write yes or no"),
    ("is_plural", ["yes"], Organisation, "expected yes or no, found a list"),
    (
        "name",
        ["a", "b"],
        Organisation,
        "expected text, found a list; a comma splits text within [ ]: put such text",
    ),
    ("name", {"a": "b"}, Organisation, "expected text, found a map"),
    (
        "name",
        True,
        Organisation,
        "expected text, found true or false; put it in quotation marks if it is text",
    ),
    ("aliases", [["a"]], Organisation, "expected text, found a list"),
    ("aliases", [None], Organisation, "expected text, found nothing; give it a value, or take the item out"),
    ("aliases", [""], Organisation, "'' is blank; write something, or leave the key out"),
    ("identifiers", "RD1", Organisation, "expected a map, found text"),
    ("identifiers", ["RD1"], Organisation, "expected a map, found a list"),
    ("part_of", "RUH", Organisation, "'RUH' is not an id; did you mean 'ruh'?"),
    ("part_of", "…", Organisation, "'…' is not an id; use lower-case letters, digits and single hyphens"),
    ("part_of", "a--b", Organisation, "'a--b' is not an id; did you mean 'a-b'?"),
    (
        "url",
        "example.org/a",
        Organisation,
        "'example.org/a' is not a link; did you mean 'https://example.org/a'?",
    ),
    ("url", "javascript:x", Organisation, "'javascript:x' is not a link; begin it with https:// or mailto:"),
    ("url", "https://a b", Organisation, "'https://a b' is not a link; begin it with https:// or mailto:"),
    (
        "progress",
        "SUBMITTED",
        Nomination,
        "'SUBMITTED' is not a word for progress; did you mean 'submitted'?",
    ),
    ("progress", ["idea"], Nomination, "expected text, found a list"),
    ("submitted", "12 November 2020", Nomination, "'12 November 2020' is not a date; "),
    ("submitted", "2020/" * 40, Nomination, "'2020/2020/"),
    ("submitted", ["2020"], Nomination, "expected a date, found a list"),
    ("fee", {"amount": "£1,000"}, Nomination, "'£1,000' is not a number; write 1000"),
    ("fee", {"amount": "1e3"}, Nomination, "'1e3' is not a number; write digits only"),
    ("fee", {"amount": "NaN"}, Nomination, "'NaN' is not a number; write digits only"),
    ("fee", {"amount": "9" * 16}, Nomination, "'9999999999999999' is not a number; write digits only"),
    ("fee", {"amount": "٣"}, Nomination, "'٣' is not a number; write digits only"),
    (
        "nominees",
        [{"organisation": "ruh", "share": "1/0"}],
        Nomination,
        "'1/0' is not a fraction; write it as 1/2",
    ),
    ("decisions", [{"outcome": "won", "place": "2nd"}], Nomination, "'2nd' is not a whole number; write 2"),
    ("decisions", [{"outcome": "won", "embargo": "19th"}], Nomination, "'19th' is not a date; "),
    (
        "decisions",
        ["won"],
        Nomination,
        "expected a map with keys such as id, outcome, on, announced, embargo, found",
    ),
    ("decisions", [{"outcome": "winner"}], Nomination, "'winner' is not an outcome; did you mean 'won'?"),
    ("decisions", [{"outcome": "xyzzy"}], Nomination, "'xyzzy' is not an outcome; choose from longlisted, "),
]


@pytest.mark.parametrize(
    ("key", "value", "record", "message"), BENT, ids=[f"{k}={str(v)[:20]}" for k, v, *_ in BENT]
)
def test_nothing_is_bent_into_another_type(key: str, value: Data, record: type[object], message: str) -> None:
    section = {Organisation: "organisations", Nomination: "nominations"}[record]
    whole: Data = {
        section: [
            {**NOMINATION, key: value} if record is Nomination else {"id": "a", "name": "A", key: value}
        ]
    }
    document = attrs.evolve(read_yaml("a: b", file="a.yaml"), data=whole, find=lambda _: (0, 0))
    problem = explained(document).problems[0]
    assert f"{problem.message}; {problem.hint}".startswith(message)
    assert accepted(whole, Records) is None


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("finalist", "shortlisted"),
        ("nominated", "shortlisted"),
        ("winner", "won"),
        ("Highly Commended", "highly commended"),
        ("highly-commended", "highly commended"),
        ("runner-up", "runner up"),
        ("not successful", "unsuccessful"),
        ("shortlsted", "shortlisted"),
    ],
)
def test_the_published_word_for_an_outcome_leads_to_ours(word: str, meant: str) -> None:
    problems = faults(
        f"nominations: [{{id: a, edition: h/1, category: c, title: T, decisions: {{outcome: {word}}}}}]"
    )
    assert [problem.hint.partition("?")[0] for problem in problems] == [f"did you mean {meant!r}"]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("organisation", "nominees"),
        ("tilte", "title"),
        ("status", "progress"),
        ("Award", "edition"),
        ("name", "title"),
    ],
)
def test_an_unknown_key_leads_to_the_one_that_is_meant(key: str, meant: str) -> None:
    (problem,) = faults(f"nominations: [{{id: a, edition: h/1, category: c, title: T, {key}: x}}]")
    assert (problem.hint, problem.column) == (f"did you mean {meant!r}?", 60)


def test_a_misspelt_key_that_must_be_there_is_told_once() -> None:
    (problem,) = faults("people: [{id: a, nmae: Ann}]")
    assert (
        str(problem) == "a.yaml:1:18: people[0].nmae: 'nmae' is not a key of a person; did you mean 'name'?"
    )


def test_a_file_that_is_no_map_is_told() -> None:
    (problem,) = faults("- a")
    assert str(problem).startswith(
        "a.yaml:1:1: expected a map with keys such as register, kinds, organisations, "
    )


def test_an_empty_file_is_an_empty_register() -> None:
    assert explained(read_yaml("", file="a.yaml")).records == Records()


def test_a_broken_record_costs_no_sound_one() -> None:
    found = explained(
        read_yaml("people:\n  - {id: a}\n  - {id: b, name: B}\nregister: {formt: 1}", file="a.yaml")
    )
    assert [one.id for one in found.records.people] == ["b"]
    assert found.places == {"people": (1,)}
    assert found.broken == (("register", {"formt": "1"}), ("people", {"id": "a"}))


def test_a_section_with_one_record_needs_no_list() -> None:
    found = explained(read_yaml("people: {id: a, name: A}\nkinds: ~", file="a.yaml"))
    assert ([one.id for one in found.records.people], found.problems) == (["a"], ())


SUSPICIOUS: list[Data] = [None, "", " ", "x", "a\x00", ["x"], {}, True, [None], {"a": "b"}]


@pytest.mark.parametrize(
    "record", [Nomination, Organisation, award.Award, programme.Programme, person.Person]
)
def test_the_quick_way_and_the_strict_way_accept_the_same(record: Any) -> None:
    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(records_of(record), st.data())
    def check(made: object, data: st.DataObject) -> None:
        text_data = _as_text(plain(made))
        assert isinstance(text_data, dict)
        key = data.draw(st.sampled_from([*keys_of(record), "other"]))
        text_data[key] = data.draw(st.sampled_from(SUSPICIOUS))
        quick = accepted(text_data, record)
        try:
            slow = structured(text_data, record, is_detailed=True)
        except Exception:  # noqa: BLE001 - only whether it refuses
            slow = None
        assert quick == slow

    check()


def _as_text(data: Any) -> Data:
    if isinstance(data, dict):
        return {key: _as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_as_text(item) for item in data]
    return data if isinstance(data, bool) else f"{data:f}" if isinstance(data, Decimal) else str(data)


JUNK = st.recursive(
    st.none() | st.booleans() | st.text(max_size=4) | st.sampled_from(["2020", "won", "ruh", "https://a.b"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*keys_of(Records), *keys_of(Nomination), "x y"]), inner, max_size=4
        )
    ),
    max_leaves=20,
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(JUNK)
def test_any_data_is_accepted_or_explained(data: Data) -> None:
    document = attrs.evolve(read_yaml("", file="a.yaml"), data=data, find=lambda _: (0, 0))
    found = explained(document)
    assert (accepted({} if data is None else data, Records) is not None) == (found.problems == ())


def test_a_fault_does_not_depend_on_how_deep_the_data_is() -> None:
    deep: Data = "x"
    for _ in range(5_000):
        deep = [deep]
    document = attrs.evolve(read_yaml("", file="a.yaml"), data={"people": deep}, find=lambda _: (0, 0))
    assert [problem.code for problem in explained(document).problems] == ["E203"]


def test_what_a_record_itself_refuses_is_told() -> None:
    (problem,) = faults("nominations: [{id: a, edition: h/1, category: c, title: T, submitted: 0999}]")
    assert (problem.code, problem.path) == ("E209", "nominations[0].submitted")


def test_no_enum_is_text_since_the_hook_for_text_would_take_it() -> None:
    modules = (award, decision, embargo, nomination, organisation, person, programme, source)
    enums = {kind for module in modules for kind in vars(module).values() if is_enum(kind)} - {Enum}
    assert enums
    assert not any(issubclass(kind, str | int) for kind in enums)


def test_quotes_keep_their_words() -> None:
    made = structured({"text": "First.\n\n  Second – “so”…\n"}, Quote)
    assert made.text == "First.\n\n  Second – “so”…"
