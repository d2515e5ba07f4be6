"""`story`: a view as a news piece, and the anatomy of each sort of piece: its parts in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from nominate.documents import Block, Document, Heading
from nominate.documents.tree.sentences import joined
from nominate.errors import NothingToExport
from nominate.prose.facts.editions import EditionFacts, told_editions
from nominate.prose.facts.situations import Situation, forced, newsworthy, situation_of
from nominate.prose.house import house_style
from nominate.prose.stories.below.notes import notes
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.parts import (
    also_honoured,
    also_listed,
    definitions,
    figures,
    links,
    links_to_awards,
    next_steps,
    no_awards,
    quotes,
    results,
    taken_back,
    work,
)
from nominate.prose.stories.pieces.calls import (
    beside_new_deadline,
    call_lead,
    categories_to_enter,
    dates_for_entrants,
    how_to_enter,
    what_winning_brings,
)
from nominate.prose.stories.pieces.corrections import corrected, said_since, unchanged_beside
from nominate.prose.stories.pieces.ended_categories import ended_lead
from nominate.prose.stories.pieces.moved_dates import concerned, moved, results_still
from nominate.prose.stories.sections.coming import good_wishes
from nominate.prose.stories.sections.leads import opening
from nominate.prose.stories.sections.unsuccessful import also_entered
from nominate.prose.stories.tops.round_ups import round_up_top
from nominate.prose.stories.tops.status import status_of
from nominate.prose.stories.tops.top import edition_top
from nominate.styles.style import Style
from nominate.viewing.view import View

__all__ = ["chosen", "composed", "story"]

Facts = tuple[EditionFacts, ...]
Part = Callable[[EditionFacts, Desk], Iterator[Block]]

_BEHIND: tuple[Part, ...] = (work, quotes, definitions, figures)
_RESULTS: tuple[Part, ...] = (
    opening,
    results,
    also_honoured,
    also_listed,
    taken_back,
    no_awards,
    also_entered,
    *_BEHIND,
    links,
)
_LISTED: tuple[Part, ...] = (
    opening,
    also_listed,
    taken_back,
    no_awards,
    also_entered,
    *_BEHIND,
    next_steps,
    links,
)
_ENTERING: tuple[Part, ...] = (what_winning_brings, categories_to_enter, dates_for_entrants, how_to_enter)
# What the section of an edition has, in order; a part of which there is nothing to say adds nothing.
_ANATOMY: Mapping[Situation, tuple[Part, ...]] = {
    Situation.RESULTS: _RESULTS,
    Situation.WIN: (opening, results, also_entered, *_BEHIND, links),
    Situation.HONOURS: _RESULTS,
    Situation.SHORTLISTING: _LISTED,
    Situation.LONGLISTING: _LISTED,
    Situation.CORRECTION: (corrected, unchanged_beside, said_since, links_to_awards),
    Situation.MOVED_DATE: (moved, results_still, concerned, beside_new_deadline, *_ENTERING),
    Situation.NO_AWARD: (ended_lead, also_entered, links_to_awards),
    Situation.CALL_TO_ENTER: (call_lead, *_ENTERING),
}
_WITH_WORK = {
    Situation.RESULTS,
    Situation.WIN,
    Situation.HONOURS,
    Situation.SHORTLISTING,
    Situation.LONGLISTING,
}
# One sentence for every reason: it must not tell what an audience may not know yet.
_NOTHING = (
    "nothing to tell: of what was asked for, this audience may know no entry that was listed or honoured, no "
    "date that moved and no edition that can be entered at this moment; take a filter away, or ask as of a "
    "later moment or for another audience"
)


def story(
    view: View,
    *,
    style: Style | None = None,
    situation: Situation | None = None,
    names_unsuccessful: bool = False,
) -> Document:
    """A news piece in the publisher's voice about what a view holds, as its facts call for.

    In reading order: status, headline, standfirst, lead, entries by holder, the work behind them, quotes,
    what happens next, a link, good wishes, notes to editors. Several editions make a round-up with a part
    for each. An entry that ended without an honour is named only where `names_unsuccessful` asks for it and
    that was published; what is not announced is never told as lost. `situation` forces another situation
    than the facts call for. `style` is the register's own where none is given.

    Raises:
        NothingToExport: nothing in the view may be told, or not as that situation; the message says what
            is missing.
        UsageError: the register names a style that does not exist.
    """
    facts = chosen(view, situation=situation, names_unsuccessful=names_unsuccessful)
    return composed(facts, view, style or house_style(view))


def chosen(view: View, *, situation: Situation | None, names_unsuccessful: bool) -> Facts:
    """The editions that a piece tells of, each with the facts that it tells.

    Raises:
        NothingToExport: as for `story`.
    """
    told = told_editions(view, names_unsuccessful=names_unsuccessful)
    facts = newsworthy(told) if situation is None else forced(told, situation)
    if not facts:
        raise NothingToExport(_NOTHING)
    return facts


def composed(facts: Facts, view: View, style: Style) -> Document:
    """The piece that tells these facts in a house style."""
    desk = Desk(view, style)
    document = _composed(facts, desk)
    # An abbreviation that the text does not use again is not introduced: compose it anew without.
    return _composed(facts, desk.anew()) if desk.has_idle_introductions else document


def _composed(facts: Facts, desk: Desk) -> Document:
    publisher = desk.view.publisher
    top = edition_top(facts[0], desk) if len(facts) == 1 else round_up_top(facts, desk)
    title, *shorter = top.titles
    return Document(
        title=title,
        short_titles=tuple(shorter),
        title_sources=top.title_sources,
        standfirst=joined(top.standfirst),
        sentences=top.standfirst,
        status=status_of(desk.view, desk.style),
        blocks=(*top.lead, *_blocks(facts, desk)),
        author=publisher.name if publisher is not None else "",
        language=desk.view.settings.language,
    )


def _blocks(editions: Facts, desk: Desk) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for facts in editions:
        if len(editions) > 1:
            blocks.append(Heading(content=facts.edition.name, sources=(facts.id,)))
        blocks += _section(facts, desk)
    blocks += good_wishes((each for each in editions if not each.is_corrected), desk)
    blocks += notes(editions, desk.programmes.values(), desk)
    return tuple(blocks)


def _section(facts: EditionFacts, desk: Desk) -> list[Block]:
    """All that is said of one edition, part by part."""
    desk.section = []
    situation = situation_of(facts)
    for part in _ANATOMY[situation] if situation is not None else ():
        desk.section += part(facts, desk)
    if facts.work and situation in _WITH_WORK:
        desk.programmes |= {name: programme for name, (programme, _) in facts.work.items()}
    return desk.section
