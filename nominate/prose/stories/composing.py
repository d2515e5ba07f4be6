"""`story`: a view as a news piece, composed in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC

from nominate.documents import Block, Document, Heading, Paragraph
from nominate.errors import NothingToExport
from nominate.model.fields import Audience
from nominate.model.programme import Programme
from nominate.model.when import When
from nominate.prose.facts.editions import EditionFacts, told_editions
from nominate.prose.stories.coming import good_wishes, read_on, what_happens_next
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.headlines import headline, round_up_headline, round_up_standfirst, standfirst
from nominate.prose.stories.leads import entries_lead, entry_lead, own_programme
from nominate.prose.stories.lists import by_holder, each_told
from nominate.prose.stories.notes import notes
from nominate.prose.stories.phrases import category_phrase, noun_of
from nominate.prose.stories.programmes import about_programme, defined, read_more
from nominate.prose.stories.results import around_the_win, revoked, without_award
from nominate.prose.stories.statements import pictures, statements
from nominate.prose.style import Style
from nominate.prose.words import Name, dated, sentence, titled
from nominate.viewing.entry import Entry
from nominate.viewing.view import View

__all__ = ["story"]

Facts = tuple[EditionFacts, ...]


def story(view: View, *, style: Style | None = None) -> Document:
    """A news piece in the publisher's voice about what a view holds, chosen from its facts.

    In reading order: status, headline, standfirst, lead, entries by holder, the work behind them, quotes,
    what happens next, a link, good wishes, notes to editors. Several editions make a round-up with a part
    for each. An entry that ended without an honour is not named; what is not announced is never told as lost.
    `style` is the register's own where none is given.

    Raises:
        NothingToExport: nothing in the view may be told.
        UsageError: the register names a style that does not exist.
    """
    facts = told_editions(view)
    if not facts:
        raise NothingToExport("no entry of the view has been listed or honoured, so there is nothing to tell")
    house = style or Style.load(view.settings.style)
    desk = Desk(view, house)
    document = _composed(facts, desk)
    # An abbreviation that the text does not use again is not introduced: compose it anew without.
    return _composed(facts, Desk(view, house, once=desk.once)) if desk.has_idle_introductions else document


def _composed(facts: Facts, desk: Desk) -> Document:
    publisher = desk.view.publisher
    is_one = len(facts) == 1
    return Document(
        title=headline(facts[0], desk) if is_one else round_up_headline(facts, desk),
        standfirst=standfirst(facts[0], desk) if is_one else round_up_standfirst(facts, desk),
        status=_status(desk),
        blocks=_blocks(facts, desk),
        author=publisher.name if publisher is not None else "",
        language=desk.view.settings.language,
    )


def _status(desk: Desk) -> str:
    if desk.is_internal:
        return "Internal: not for publication"
    until = desk.view.embargoed_until
    if desk.view.audience is Audience.PRESS and until is not None:
        moment = When(*until.astimezone(UTC).timetuple()[:5], offset=0)
        return f"Embargoed until {dated(moment, desk.style, zone=desk.view.zone)}"
    return "For immediate release"


def _blocks(editions: Facts, desk: Desk) -> tuple[Block, ...]:
    blocks: list[Block] = []
    told: dict[str, Programme] = {}
    for facts in editions:
        if len(editions) > 1:
            blocks.append(Heading(content=facts.edition.name, sources=(facts.id,)))
        work = {name: pair for name, pair in _work(facts).items() if name not in told}
        told |= {name: programme for name, (programme, _) in work.items()}
        blocks += _part(facts, work, desk)
    blocks += good_wishes(editions, desk)
    blocks += notes(editions, told.values(), desk)
    return tuple(blocks)


Work = dict[str, tuple[Programme, Entry]]


def _part(facts: EditionFacts, work: Work, desk: Desk) -> Iterator[Block]:
    """All that is said of one edition."""
    told = [*_entries(facts, desk)]
    for programme, entry in work.values():
        is_known = len(facts.main) == 1 and own_programme(entry, desk) is not None
        told += about_programme(programme, entry, desk, is_known=is_known)
    yield from told
    yield from defined((programme for programme, _ in work.values()), told)
    yield from statements(facts.told, desk)
    yield from pictures(facts.told, desk)
    if facts.is_awaited and facts.pending:
        yield from what_happens_next(facts, desk)
    for programme, _ in work.values():
        yield from read_more(programme, desk)
    yield from read_on(facts)


def _work(facts: EditionFacts) -> Work:
    """The programmes whose work is told, with an entry of each: those that won, else the one of all."""
    entries = facts.won or facts.main
    found = {entry.programme.id: (entry.programme, entry) for entry in reversed(entries) if entry.programme}
    is_told = facts.won or (len(found) == 1 and all(entry.programme for entry in entries))
    return dict(reversed(found.items())) if is_told else {}


def _entries(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    if facts.main:
        yield from _opening(facts, desk)
    if facts.won:
        yield from around_the_win(facts, desk, opening=_detail(facts, desk))
        if facts.honoured:
            yield from each_told(facts.honoured, desk)
    elif facts.honoured:
        yield from around_the_win(facts, desk)
    if facts.shortlisted and facts.main is not facts.shortlisted:
        yield from each_told(facts.shortlisted, desk, beside="also")
    if facts.longlisted and facts.main is not facts.longlisted:
        yield from each_told(facts.longlisted, desk, beside="also")
    if facts.revoked:
        yield from revoked(facts.revoked, desk)
    if facts.ended:
        yield from without_award(facts, desk)


def _opening(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    entries = facts.main
    groups = desk.holders.grouped(entries)
    if len(entries) == 1:
        yield Paragraph(content=entry_lead(groups[0], facts, desk), sources=(facts.id, *groups[0].ids))
        return
    ids = (facts.id, *(entry.id for entry in entries))
    yield Paragraph(content=entries_lead(entries, facts, desk), sources=ids)
    is_past = entries == facts.pending and not facts.is_awaited
    yield from by_holder(groups, noun_of(entries), desk, verb="had" if is_past else "has")


def _detail(facts: EditionFacts, desk: Desk) -> str:
    """Which category our own programme won, where the lead has told only the award."""
    entry = facts.won[0]
    programme = own_programme(entry, desk) if len(facts.won) == 1 else None
    where = category_phrase(entry, desk)
    if programme is None or not where:
        return ""
    name = desk.mention(Name.of(programme))
    title = "" if entry.title == programme.name else f"with {titled(entry.title, desk.style)}"
    return sentence(f"{name} was the winner in {where}", title)
