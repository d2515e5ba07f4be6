"""What a template can reach: facts of the view, documented, and nothing that its audience may not know."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from importlib.resources import as_file, files
from typing import Any, get_type_hints

import attrs
import pytest
from hypothesis import given, settings
from jinja2 import Undefined
from made_up.two_registers import (
    NOW,
    as_public,
    edition_as_public,
    editions,
    editions_of,
    nominations,
    public_records,
    secret_records,
)

import nominate
from nominate import Decision, Money, Nomination, NothingToExport, Outcome, Register, View, When, view
from nominate.documents import plain
from nominate.prose import Style, story, templated
from nominate.prose.stories.composing import chosen
from nominate.prose.stories.desk import Desk
from nominate.prose.templates.environment import environment
from nominate.prose.templates.tree.piece import PieceTold
from nominate.prose.templates.tree.told import Teller, Told, kinds, names_of
from nominate.prose.words import Name
from nominate.register.history import History

PRINTED = (str, int, Decimal, Fraction, When, Money, type(None))


@pytest.fixture(scope="module")
def register() -> Register:
    with as_file(files("nominate") / "demo" / "aberdwr") as folder:
        return nominate.load(folder)


def top_of(shown: View) -> PieceTold:
    style = Style.load("health")
    facts = chosen(shown, situation=None, names_unsuccessful=False)
    return PieceTold(facts, Teller(Desk(shown, style), compose=lambda: story(shown, style=style)))


def walked(value: object, path: str = "piece") -> Iterator[tuple[str, object]]:
    """Every fact that a template can reach from here, by the way to it, as the sandbox gives it."""
    names = names_of(type(value))
    if names is not None:
        for name in names:
            yield from walked(environment().getattr(value, name), f"{path}.{name}")
    elif isinstance(value, Mapping):
        yield from ((f"{path}[{key!r}]", each) for key, each in value.items())
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from walked(each, f"{path}[{number}]")
    elif not isinstance(value, Undefined):
        yield path, value


KINDS = sorted(set(kinds()) - {Name}, key=lambda kind: kind.__name__)
REACHED = [
    ("clear-voice", "2026-12-01", "public"),
    ("clear-voice", "2026-12-01", "internal"),
    ("coastal-care", "2026-06-20", "public"),
    ("coastal-care", "2026-05-20", "press"),
    ("digital-dawn", "2026-11-20", "public"),
    ("long-table", "2026-12-01", "public"),
]


@pytest.mark.parametrize(("award", "as_of", "audience"), REACHED)
def test_whatever_can_be_reached_is_a_fact_that_can_be_printed(
    register: Register, award: str, as_of: str, audience: str
) -> None:
    reached = dict(walked(top_of(view(register, as_of=as_of, audience=audience, award=award))))
    assert len(reached) > 20
    assert {path: value for path, value in reached.items() if not isinstance(value, PRINTED)} == {}


def test_every_kind_of_fact_is_reached_in_the_demonstration(register: Register) -> None:
    met: set[type] = set()

    def meet(value: object) -> None:
        for name in names_of(type(value)) or ():
            met.add(type(value))
            found = environment().getattr(value, name)
            for each in found if isinstance(found, tuple) else (found,):
                meet(each)

    for award, as_of, audience in REACHED:
        meet(top_of(view(register, as_of=as_of, audience=audience, award=award)))
    assert {kind.__name__ for kind in KINDS if kind not in met} == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_fact_is_described_and_typed(kind: type[Told[Any]]) -> None:
    assert inspect.getdoc(kind)
    assert kind.WORD
    for name in names_of(kind) or ():
        one = vars(kind)[name]
        assert one.__doc__, name
        assert "return" in get_type_hints(one.fget if isinstance(one, property) else one.func), name


@settings(max_examples=150)
@given(editions, nominations)
def test_what_the_public_may_not_know_changes_no_fact(parts: list[Any], entries: list[Nomination]) -> None:
    full = editions_of(parts)
    by_id = {f"hsj/{each.id}": each for each in full}
    told = tuple(each for each in (as_public(entry, by_id[entry.edition]) for entry in entries) if each)
    bare = tuple(
        edition_as_public(each, {entry.id for entry in told if entry.edition == f"hsj/{each.id}"})
        for each in full
    )
    shown = view(Register(records=secret_records(full, tuple(entries))), as_of=NOW)
    expected = view(Register(records=public_records(bare, told)), as_of=NOW)
    try:
        facts = list(walked(top_of(shown)))
    except NothingToExport:
        with pytest.raises(NothingToExport):
            top_of(expected)
        return
    assert [(path, str(value)) for path, value in facts] == [
        (path, str(value)) for path, value in walked(top_of(expected))
    ]
    assert not [path for path, value in facts if "secret" in str(value)]


@pytest.mark.parametrize(
    ("award", "as_of", "asked", "said"),
    [
        ("clear-voice", "2026-12-01", "situation", "round-up"),
        ("clear-voice", "2026-12-01", "audience", "public"),
        ("clear-voice", "2026-12-01", "as_of", "today (1 December 2026)"),
        ("clear-voice", "2026-12-01", "publisher.name", "Aberdŵr Health Network"),
        ("clear-voice", "2026-12-01", "counts.nominations", "7"),
        ("clear-voice", "2026-12-01", "editions[1].name", "2026 Clear Voice Awards"),
        ("clear-voice", "2026-12-01", "editions[1].year", "2026"),
        ("clear-voice", "2026-12-01", "editions[1].ordinal|ranked", "fourth"),
        ("clear-voice", "2026-12-01", "editions[1].situation", "results"),
        ("clear-voice", "2026-12-01", "editions[1].counts.wins", "1"),
        ("clear-voice", "2026-12-01", "editions[1].declared[0].totals.categories", "5"),
        ("clear-voice", "2026-12-01", "editions[1].hosts[0].role", "organiser"),
        (
            "clear-voice",
            "2026-12-01",
            "editions[1].hosts[0].organisations[0].name",
            "Guild of Plain Speakers",
        ),
        ("clear-voice", "2026-12-01", "editions[1].ceremony.when", "6pm on Thursday 8 October"),
        ("clear-voice", "2026-12-01", "editions[1].ceremony.tense", "past"),
        ("clear-voice", "2026-12-01", "editions[2].ceremony.venue", "The Guildhall of the Guild"),
        ("clear-voice", "2026-12-01", "editions[1].links.winners", "https://clear-voice.example.org/2026"),
        ("clear-voice", "2026-12-01", "editions[1].won[0].title", "Your letter, explained"),
        ("clear-voice", "2026-12-01", "editions[1].won[0].category.name", "Leaflet of the Year"),
        ("clear-voice", "2026-12-01", "editions[1].won[0].outcome", "won"),
        ("clear-voice", "2026-12-01", "editions[1].won[0].nominees[0].name.abbreviation", "DTUHB"),
        ("clear-voice", "2026-12-01", "editions[0].entries[1].outcome", "second place"),
        ("clear-voice", "2026-12-01", "editions[2].holders[0].entries|length", "2"),
        ("long-table", "2026-12-01", "edition.prizes[0].money", "£4,000"),
        ("long-table", "2026-12-01", "edition.prizes[0].money|priced", "£4,000"),
        ("long-table", "2026-12-01", "edition.prizes[0].money|valued", "a prize of £4,000"),
        ("long-table", "2026-12-01", "edition.won[0].nominees[0].share", "1/2"),
        ("clear-voice", "2026-12-01", "quotes[0].name", "Dr Siân Prydderch"),
        ("digital-dawn", "2026-11-20", "editions[1].revoked[0].standing", "revoked"),
    ],
)
def test_a_fact_is_what_the_register_says(
    register: Register, award: str, as_of: str, asked: str, said: str
) -> None:
    shown = view(register, as_of=as_of, award=award)
    piece = templated(shown, f"# T\n\n{{{{ {asked} }}}}", style=Style.load("govuk"))
    (block,) = piece.blocks
    assert plain(block.content) == said  # type: ignore[union-attr]  # one paragraph was written


def test_a_figure_comes_only_with_its_hedges(register: Register) -> None:
    shown = view(register, as_of="2026-06-20", award="coastal-care")
    reached = [path for path, _ in walked(top_of(shown)) if ".impacts[" in path]
    assert any(path.endswith(".said") for path in reached)
    assert not [path for path in reached if path.endswith((".value", ".money"))]


def test_two_ways_to_an_entry_lead_to_the_same_fact(register: Register) -> None:
    top = top_of(view(register, as_of="2026-12-01", edition="clear-voice/2026"))
    edition = top.editions[0]
    assert edition.won[0] is edition.holders[0].entries[0] is edition.entries[0]


@pytest.mark.parametrize(("is_asked_for", "title"), [(False, "None"), (True, "A better tray")])
def test_an_unsuccessful_entry_is_a_fact_only_where_it_was_asked_for(
    small_view: View, is_asked_for: bool, title: str
) -> None:
    lost = Decision(outcome=Outcome.UNSUCCESSFUL, announced=When(2020, 9, 1))
    entry = small_view.entries[0]
    nomination = attrs.evolve(entry.nomination, id="tray", title="A better tray")
    ended = attrs.evolve(entry, nomination=nomination, history=History(decisions=(lost,), category="team"))
    shown = attrs.evolve(small_view, entries=(*small_view.entries, ended))
    template = "# {{ edition.unsuccessful[0].title|default('None') }}"
    assert templated(shown, template, names_unsuccessful=is_asked_for).title == title


def test_names_have_no_more_than_ways_to_write_them() -> None:
    assert set(names_of(Name) or ()) < {each.name for each in Name.__attrs_attrs__}
