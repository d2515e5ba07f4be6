"""Laws of every piece: each number is a count or value of the register, each name is public, nothing leaks.

The counts are made a second time (`recounting`), over the records that each sentence says it rests on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from judges.recounting import (
    DATE,
    DAYS,
    MONTHS,
    Said,
    is_past,
    miscounted,
    outcome_of,
    said_in,
    without_names,
)
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
from markdown_it import MarkdownIt

from nominate import (
    Award,
    Decision,
    Edition,
    Nomination,
    Nominee,
    NothingToExport,
    Organisation,
    Outcome,
    Records,
    Register,
    View,
    When,
    view,
)
from nominate.documents import (
    Document,
    to_html,
    to_markdown,
    to_text,
)
from nominate.prose import Style, posts, story

STYLES = st.sampled_from(["health", "govuk", "press"])
LIMIT = 70


def piece(register: Register, style: str) -> Document:
    """The story of what is public, where there is any to tell."""
    try:
        return story(view(register, as_of=NOW), style=Style.load(style))
    except NothingToExport:
        return reject()


@settings(max_examples=120)
@given(told_registers(), STYLES)
def test_every_number_is_what_the_records_of_its_sentence_add_up_to(register: Register, style: str) -> None:
    faults = [fault for said in said_in(piece(register, style)) for fault in miscounted(register, said)]
    assert faults == []


def test_the_law_of_numbers_finds_a_number_that_is_wrong() -> None:
    register = Register(
        records=Records(
            organisations=(Organisation(id="trust", name="Aldermoor Trust"),),
            awards=(Award(id="marigold", name="Marigold Awards", editions=(Edition(id="2020"),)),),
            nominations=tuple(
                Nomination(
                    id=name,
                    edition="marigold/2020",
                    category="care",
                    title="Calm",
                    nominees=(Nominee(organisation="trust"),),
                    decisions=(Decision(outcome=Outcome.WON, announced=When(2020, 9, 1)),),
                )
                for name in "ab"
            ),
        )
    )

    def faults(words: str) -> int:
        return sum(1 for _ in miscounted(register, Said(words=words, sources=("a", "b", "marigold/2020"))))

    assert faults("Aldermoor Trust has won two awards at the 2020 Marigold Awards in September 2020") == 0
    assert faults("One organisation, two wins, 2 entries in one category") == 0
    assert faults("Aldermoor Trust has won three awards") == 1
    assert faults("Two organisations won 12 awards in 2 categories") == 3
    assert faults("They won eleven things") == 1


@settings(max_examples=80)
@given(told_registers(), STYLES)
def test_every_date_is_one_of_the_register(register: Register, style: str) -> None:
    known = set(public_days(register))
    for said in said_in(piece(register, style)):
        for found in DATE.finditer(without_names(register, said.words)):
            day, month = found["day"], found["month"]
            # A year that is not told is that of the day of the piece.
            year = int(found["only"] or found["year"] or NOW[:4])
            months = {MONTHS.index(month) + 1} if month else set(range(1, 13))
            days = {int(day)} if day else set(range(1, 32)) | {None}
            assert any(w.year == year and w.month in months and w.day in days for w in known), said


def public_days(register: Register) -> Iterator[When]:
    for award in register.awards:
        for edition in award.editions:
            yield from (date.when for date in edition.dates if date.when is not None)
    for entry in register.nominations:
        told = (each.announced for each in entry.decisions if each.embargo is None)
        yield from (when for when in told if when is not None and is_past(when))


# Words of ours that have a capital wherever they stand.
OURS = {"ENDS", *MONTHS, *DAYS}


@settings(max_examples=80)
@given(told_registers(), STYLES)
def test_every_name_is_one_of_the_register_and_public(register: Register, style: str) -> None:
    known = OURS | set(public_words(register))
    for said in said_in(piece(register, style)):
        # Neither the beginning of a sentence nor of what follows a colon tells a name from a word.
        inner = re.sub(r"(^|[.:?!] |[‘“])\W*\w+", r"\1", said.words)
        names = set(re.findall(r"\b[A-Z]\w*", inner))
        assert names <= known, said


def public_words(register: Register) -> Iterator[str]:
    """Each word of what the public may read: of entries that have been told of, and of what they name."""
    told = [entry for entry in register.nominations if outcome_of(entry) is not None]
    ids = {name for entry in told for own in entry.nominees for name in (own.organisation, own.person)}
    ids |= {
        quote.speaker.person for entry in told for quote in entry.quotes if quote.approved and quote.speaker
    }
    # The publisher, what the team is part of, and the lead and partner of the programme.
    ids |= {"network", "trust-a", "trust-b", "trust-c"}
    texts = [entry.title for entry in told]
    texts += [text for own in register.organisations if own.id in ids for text in names_of(own)]
    texts += [own.name for own in register.people if own.id in ids] + ["Ward Lead", "Annual review"]
    texts += ["Glow Together"]
    for award in register.awards:
        texts += [award.name, award.singular]
        texts += [each.name for edition in award.editions for each in edition.categories]
    return (word for text in texts for word in re.findall(r"\w+", text))


def names_of(organisation: Organisation) -> tuple[str, ...]:
    return (organisation.name, organisation.short_name, organisation.abbreviation)


@settings(max_examples=80)
@given(told_registers(), STYLES, st.booleans())
def test_nothing_hidden_is_in_a_piece_or_a_post(
    register: Register, style: str, names_unsuccessful: bool
) -> None:
    shown, house = view(register, as_of=NOW), Style.load(style)
    try:
        document = story(shown, style=house, names_unsuccessful=names_unsuccessful)
        made = posts(shown, style=house, thread=True)
    except NothingToExport:
        reject()
    forms = [to_text(document), to_markdown(document), to_html(document), *(post.text for post in made)]
    assert [form for form in forms if "zz" in form.casefold()] == []
    assert not any("zz" in name for said in said_in(document) for name in said.sources)


@settings(max_examples=100)
@given(editions, nominations, STYLES, st.booleans())
def test_two_registers_that_differ_in_secrets_alone_make_the_same_pieces_and_posts(
    parts: list[Any], entries: list[Nomination], style: str, names_unsuccessful: bool
) -> None:
    full = editions_of(parts)
    by_id = {f"hsj/{each.id}": each for each in full}
    told = tuple(each for each in (as_public(entry, by_id[entry.edition]) for entry in entries) if each)
    bare = tuple(
        edition_as_public(each, {entry.id for entry in told if entry.edition == f"hsj/{each.id}"})
        for each in full
    )
    both = (secret_records(full, tuple(entries)), public_records(bare, told))
    one, other = (
        everything_said(view(Register(records=records), as_of=OTHER_NOW), style, names_unsuccessful)
        for records in both
    )
    assert one == other


def everything_said(shown: View, style: str, names_unsuccessful: bool) -> list[object]:
    """A piece in every form with its sources, and posts; or the reason why there is nothing to say."""
    house = Style.load(style)
    made: list[object] = []
    for tell in (
        lambda: story(shown, style=house, names_unsuccessful=names_unsuccessful),
        lambda: posts(shown, style=house),
    ):
        try:
            made.append(tell())
        except NothingToExport as nothing:
            made.append(str(nothing))
    return made


@settings(max_examples=80)
@given(told_registers() | registers(), STYLES)
def test_a_headline_fits_and_so_do_its_shorter_variants(register: Register, style: str) -> None:
    try:
        document = story(view(register, as_of="2020-12-01"), style=Style.load(style))
    except NothingToExport:
        reject()
    lengths = [len(each) for each in (document.title, *document.short_titles)]
    assert max(lengths) <= LIMIT
    assert lengths == sorted(lengths, reverse=True)


@settings(max_examples=80)
@given(told_registers(), STYLES, st.booleans())
def test_a_post_fits_its_platform_and_says_what_it_leaves_out(
    register: Register, style: str, thread: bool
) -> None:
    try:
        made = posts(view(register, as_of=NOW), style=Style.load(style), thread=thread)
    except NothingToExport:
        reject()
    assert {post.measure.excess for post in made} == {0}
    assert all(post.total == 1 or not post.left_out for post in made)


# Many a register holds nothing that may be told yet.
@settings(max_examples=80, suppress_health_check=[HealthCheck.filter_too_much])
@given(registers(), STYLES)
def test_markdown_holds_no_html_whatever_the_register_holds(register: Register, style: str) -> None:
    try:
        document = story(view(register, as_of="2020-12-01"), style=Style.load(style))
    except NothingToExport:
        reject()
    tokens = MarkdownIt("commonmark").parse(to_markdown(document))
    kinds = {part.type for token in tokens for part in (token, *(token.children or ()))}
    assert not kinds & {"html_block", "html_inline", "code_block", "fence", "code_inline"}
