"""Laws of every summary: its numbers are counts of what it lists, nothing is lost, nothing hidden is told.

The counts are made a second time, from the records of the register and without the package's own rules.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import Any

from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from judges.recounting import DATE, outcome_of, without_names
from made_up.strategies import registers
from made_up.told_registers import NOW, told_registers
from made_up.two_registers import NOW as OTHER_NOW
from made_up.two_registers import (
    as_public,
    edition_as_public,
    editions,
    editions_of,
    nominations,
    public_records,
    secret_records,
)

from nominate import Nomination, NothingToExport, Outcome, Register, SummaryKind, View, view
from nominate.documents import (
    Bullets,
    Chart,
    Document,
    Heading,
    KeyFigures,
    Paragraph,
    Table,
    plain,
    to_html,
    to_markdown,
    to_text,
)
from nominate.prose import Style, summary
from nominate.prose.words import spelled

STYLES = st.sampled_from(["health", "govuk", "press"])
KINDS = st.sampled_from([None, *SummaryKind])
WORDS = {spelled(number): number for number in range(100)}
NUMBER = re.compile(rf"\b(\d[\d,]*|{'|'.join(sorted(WORDS, key=len, reverse=True))})\b", re.IGNORECASE)
REACHED = {
    Outcome.WON,
    Outcome.HIGHLY_COMMENDED,
    Outcome.COMMENDED,
    Outcome.SHORTLISTED,
}


def made(register: Register, kind: SummaryKind | None, style: str = "health", **asked: Any) -> Document:
    """The summary of what is public, where the register can carry it."""
    try:
        return summary(view(register, as_of=NOW), kind=kind, style=Style.load(style), **asked)
    except NothingToExport:
        reject()


def told(register: Register) -> list[Nomination]:
    return [entry for entry in register.nominations if outcome_of(entry) is not None]


def organisations_of(register: Register, entry: Nomination, *, of_leads: bool = False) -> set[str]:
    whole = {each.id: each.part_of or each.id for each in register.organisations}
    return {
        whole[each.organisation]
        for each in entry.nominees
        if each.organisation and not (of_leads and each.role)
    }


def has_reached(entry: Nomination) -> bool:
    known = [each.outcome for each in entry.decisions if each.embargo is None]
    return any(outcome in REACHED for outcome in known)


def counts(register: Register) -> dict[str, int]:
    """The totals by the words that the key figures have for several."""
    entries = told(register)
    won = [entry for entry in entries if outcome_of(entry) is Outcome.WON]
    return {
        "nominations": len(entries),
        "shortlisted": sum(map(has_reached, entries)),
        "wins": len(won),
        "organisations": len({name for entry in entries for name in organisations_of(register, entry)}),
        "winning organisations": len({name for entry in won for name in organisations_of(register, entry)}),
        "categories": len({(entry.edition, entry.category) for entry in entries}),
        "editions": len({entry.edition for entry in entries}),
    }


@settings(max_examples=100)
@given(told_registers(), KINDS, st.booleans())
def test_every_key_figure_is_its_count(register: Register, kind: SummaryKind | None, is_short: bool) -> None:
    known = counts(register)
    blocks = made(register, kind, is_short=is_short).blocks
    figures = [each for block in blocks if isinstance(block, KeyFigures) for each in block.figures]
    for figure in figures:
        if "ahead" not in figure.label:
            assert int(figure.value) == known[several(figure.label)], figure


def several(label: str) -> str:
    """The label as that of several things."""
    word = label.removesuffix(" or further")
    if word.endswith("y"):
        return f"{word[:-1]}ies"
    return word if word.endswith(("s", "shortlisted")) else f"{word}s"


@settings(max_examples=100)
@given(told_registers(), KINDS, STYLES)
def test_every_number_that_is_said_is_a_count(
    register: Register, kind: SummaryKind | None, style: str
) -> None:
    document = made(register, kind, style)
    known = {*numbers_of(register), *ahead_of(document)}
    for said in (*map(plain, (each.content for each in document.sentences)), *alts(document)):
        words = DATE.sub("@", without_names(register, said))
        impacts = {int(each.value or 0) for own in register.programmes for each in own.impacts}
        assert set(numbers_in(words)) <= known | impacts, said


def numbers_of(register: Register) -> Iterator[int]:
    """The totals; then how many there are of each outcome, of each month or year, of each lead."""
    entries = told(register)
    yield from counts(register).values()
    yield len({entry.edition.partition("/")[0] for entry in entries})
    outcomes = Counter(outcome_of(entry) for entry in entries)
    yield from outcomes.values()
    # The honours together.
    yield outcomes[Outcome.HIGHLY_COMMENDED] + outcomes[Outcome.COMMENDED]
    days = [last_day(entry) for entry in entries]
    yield from Counter(day[:7] for day in days).values()
    yield from Counter(day[:4] for day in days).values()
    leads = [name for entry in entries for name in organisations_of(register, entry, of_leads=True)]
    yield from Counter(leads).values()
    yield from recognised(register)


def recognised(register: Register) -> Iterator[int]:
    """As in: four organisations, or the network and three others; who only went without is none of them."""
    entries = [entry for entry in told(register) if outcome_of(entry) is not Outcome.UNSUCCESSFUL]
    leads = {name for entry in entries for name in organisations_of(register, entry, of_leads=True)}
    people = {each.person for entry in entries for each in entry.nominees if each.person}
    yield from (len(leads), len(leads) - 1, len(leads | people) - 1)


def last_day(entry: Nomination) -> str:
    known = [each for each in entry.decisions if each.embargo is None and each.announced is not None]
    return str(known[-1].announced)


def ahead_of(document: Document) -> Iterator[int]:
    """How many dates the table of them lists, and how many fall in each month or year of their chart."""
    for block in document.blocks:
        if isinstance(block, Table) and block.caption.startswith("Dates from"):
            yield len(block.rows)
        if isinstance(block, Chart) and block.caption.startswith("Dates due"):
            yield from (bar.value for bar in block.bars)


def alts(document: Document) -> Iterator[str]:
    return (block.alt for block in document.blocks if isinstance(block, Chart))


def numbers_in(words: str) -> Iterator[int]:
    for found in NUMBER.finditer(words):
        text = found[0].lower().replace(",", "")
        yield int(text) if text.isdigit() else WORDS[text]


def test_the_law_of_numbers_reads_words_and_digits() -> None:
    assert [*numbers_in("Thirty-one of 1,044 nominations; both, and one won")] == [31, 1044, 1]


@settings(max_examples=80)
@given(told_registers(), KINDS)
def test_a_chart_of_outcomes_counts_every_nomination_once(
    register: Register, kind: SummaryKind | None
) -> None:
    outcomes = Counter(outcome_of(entry) for entry in told(register))
    for block in made(register, kind).blocks:
        if isinstance(block, Chart) and block.caption == "How the nominations stand":
            known = {each.value.capitalize(): number for each, number in outcomes.items() if each}
            assert {bar.label: bar.value for bar in block.bars} == known


@settings(max_examples=80)
@given(told_registers(), KINDS)
def test_every_nomination_of_the_view_stands_in_the_long_form(
    register: Register, kind: SummaryKind | None
) -> None:
    document = made(register, kind)
    rows = {
        name
        for block in document.blocks
        if isinstance(block, Table)
        for own in block.row_sources
        for name in own
    }
    text = to_text(document, width=None)
    for entry in told(register):
        assert entry.id in rows
        assert entry.title in text


@settings(max_examples=80, suppress_health_check=[HealthCheck.filter_too_much])
@given(told_registers() | registers(), KINDS, st.booleans())
def test_no_heading_stands_over_nothing_and_no_table_is_bare(
    register: Register, kind: SummaryKind | None, is_short: bool
) -> None:
    blocks = made(register, kind, is_short=is_short).blocks
    for block, after in zip(blocks, (*blocks[1:], None), strict=True):
        if isinstance(block, Heading):
            is_filled = after is not None and (not isinstance(after, Heading) or after.level > block.level)
            assert is_filled, block
        if isinstance(block, Table):
            assert block.rows, block.caption
        if isinstance(block, Paragraph):
            assert plain(block.content).strip()


@settings(max_examples=80)
@given(told_registers(), KINDS)
def test_the_short_form_says_how_many_nominations_it_leaves_out(
    register: Register, kind: SummaryKind | None
) -> None:
    document = made(register, kind, is_short=True)
    shown = [
        len(block.rows)
        for block in document.blocks
        if isinstance(block, Table) and block.header[0] == ("Nomination",)
    ]
    left = len(told(register)) - sum(shown)
    last = document.blocks[-1]
    assert isinstance(last, Bullets)
    said = plain(last.items[-1].content)
    noun = "nomination" if left == 1 else "nominations"
    assert (f"{spelled(left)} {noun}" in said) if left else ("nomination" not in said)


@settings(max_examples=60)
@given(told_registers(), KINDS, st.booleans())
def test_nothing_hidden_is_in_a_summary(register: Register, kind: SummaryKind | None, is_short: bool) -> None:
    document = made(register, kind, is_short=is_short)
    forms = [to_text(document), to_markdown(document), to_html(document), *document.details, document.title]
    assert [form for form in forms if "zz" in form.casefold()] == []
    assert "zz-" not in repr(document)


@settings(max_examples=100)
@given(editions, nominations, STYLES)
def test_two_registers_that_differ_in_secrets_alone_make_the_same_summaries(
    parts: list[Any], entries: list[Nomination], style: str
) -> None:
    full = editions_of(parts)
    by_id = {f"hsj/{each.id}": each for each in full}
    known = tuple(each for each in (as_public(entry, by_id[entry.edition]) for entry in entries) if each)
    bare = tuple(
        edition_as_public(each, {entry.id for entry in known if entry.edition == f"hsj/{each.id}"})
        for each in full
    )
    both = (secret_records(full, tuple(entries)), public_records(bare, known))
    one, other = (
        [*everything_said(view(Register(records=records), as_of=OTHER_NOW), style)] for records in both
    )
    assert one == other


def everything_said(shown: View, style: str) -> Iterator[object]:
    """Every kind in both forms; or the reason why there is nothing to say."""
    for kind, is_short in product((None, *SummaryKind), (False, True)):
        try:
            yield summary(shown, kind=kind, is_short=is_short, style=Style.load(style))
        except NothingToExport as nothing:
            yield str(nothing)
