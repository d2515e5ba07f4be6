"""`templated`: a view as a piece in the words of a user's template."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from nominate.documents import Content, Document, Figure
from nominate.errors import DataError
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.situations import Situation
from nominate.prose.house import house_style
from nominate.prose.stories.composing import chosen, composed
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.sections.statements import pictures
from nominate.prose.stories.tops.status import status_of
from nominate.prose.templates.blocks import FigureOf, read_piece
from nominate.prose.templates.faults import Fault
from nominate.prose.templates.inlines import safe_url
from nominate.prose.templates.session import Session
from nominate.prose.templates.tree.piece import PieceTold
from nominate.prose.templates.tree.told import Teller
from nominate.styles.style import Style
from nominate.viewing.view import View

__all__ = ["templated"]


def templated(
    view: View,
    template: bytes | str,
    *,
    name: str = "template",
    style: Style | None = None,
    situation: Situation | None = None,
    names_unsuccessful: bool = False,
) -> Document:
    """A piece in the words of a template: jinja2 with facts in it, and a small part of Markdown as its marks.

    The status line, with its embargo, stands above it whatever the template says; the headline is our own
    where the template has no title. `name` is that of the template's file, for messages. The rest is as for
    `story`.

    Raises:
        DataError: the template cannot be read, uses what it may not, or asks for a fact that is not known;
            `problems` has the line.
        NothingToExport: nothing in the view may be told, or not as that situation.
        UsageError: the register names a style that does not exist.
    """
    facts = chosen(view, situation=situation, names_unsuccessful=names_unsuccessful)
    making = _Making(template, name, facts, view, style or house_style(view))
    try:
        return making.document()
    except Fault as fault:
        raise DataError([making.explained(fault).problem(name)]) from fault.__cause__


@attrs.frozen
class _Making:
    """One template, and the facts of one view."""

    template: bytes | str
    name: str
    facts: tuple[EditionFacts, ...]
    view: View
    style: Style

    def document(self, *, tells_lines: bool = False) -> Document:
        """The piece that the template makes, checked."""
        # Here, because the sandbox brings jinja2, which few pieces need.
        from nominate.prose.templates.compiling import compiled, source_of  # noqa: PLC0415 - see above

        made = compiled(source_of(self.template, file=self.name), tells_lines=tells_lines)
        teller = self._teller(Desk(self.view, self.style))
        result = made.rendered(PieceTold(self.facts, teller), Session(teller.desk))
        if teller.desk.has_idle_introductions:
            # As in our own stories: an abbreviation that is not used again is not introduced.
            teller = self._teller(teller.desk.anew())
            result = made.rendered(PieceTold(self.facts, teller), Session(teller.desk))
        piece = read_piece(result, _figures(self.facts, teller.desk))
        publisher = self.view.publisher
        return Document(
            title=piece.title or teller.story.title,
            short_titles=() if piece.title else teller.story.short_titles,
            standfirst=piece.standfirst,
            status=status_of(self.view, self.style),
            blocks=piece.blocks,
            author=publisher.name if publisher is not None else "",
            language=self.view.settings.language,
        )

    def _teller(self, desk: Desk) -> Teller:
        return Teller(desk, compose=lambda: composed(self.facts, self.view, self.style))

    def explained(self, fault: Fault) -> Fault:
        """The fault with its line: what the result says wrong is found again in one that tells its lines."""
        if fault.line:
            return fault
        try:
            self.document(tells_lines=True)
        except Fault as found:
            fault = found
        return fault


def _figures(facts: Iterable[EditionFacts], desk: Desk) -> FigureOf:
    """Makes figures: of a picture that may be shown by the name of its file, of another by its address."""

    def figure_of(alt: str, address: str, caption: Content) -> Figure:
        entries = (entry for each in facts for entry in each.told)
        known = {each.file: each for each in pictures(entries, desk) if isinstance(each, Figure)}
        own = known.get(address)
        if own is not None:
            return attrs.evolve(own, alt=alt or own.alt, caption=caption or own.caption)
        if not alt.strip():
            raise Fault(
                "E634", "a picture without words for those who cannot see it", hint="write ![words](address)"
            )
        return Figure(alt=alt, caption=caption, url=safe_url(address))

    return figure_of
