"""The publisher's own voice on its own account: "we", "our members", and names as short as there is room."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from nominate.prose.facts.holders import Holder, Relation
from nominate.prose.posts.platforms import Detail
from nominate.prose.stories.desk import Desk, brief
from nominate.prose.words import Name, introduced, listed, shortened
from nominate.styles.style import Style
from nominate.viewing.view import View

__all__ = ["Voice"]


class Voice(Desk):
    """What a post is composed with: a story's desk, with names that get shorter where there is no room.

    `dropped` are the details that the post leaves out. `is_rest`: those are what is told here, in the posts
    of a thread that come after it.
    """

    def __init__(
        self,
        view: View,
        style: Style,
        *,
        dropped: frozenset[Detail] = frozenset(),
        is_rest: bool = False,
        once: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(view, style, once=once)
        self.dropped = dropped
        self.is_rest = is_rest

    def keeps(self, detail: Detail) -> bool:
        """Whether the post itself has room for that."""
        return detail not in self.dropped

    def tells(self, detail: Detail | None) -> bool:
        """Whether that is told here; the opening, which is no detail, only in the post itself."""
        return self.is_rest is (detail in self.dropped)

    def mention(self, name: Name, *, article: bool = True) -> str:
        """The next mention of a name: introduced in full and then short, or as short as there is room."""
        if self.is_rest or self.keeps(Detail.FULL_NAMES):
            return super().mention(name, article=article)
        if not self.keeps(Detail.SHORT_NAMES):
            return shortened(name, self.style, article=article)
        alone = attrs.evolve(name, full=brief(name), abbreviation="", introduce_as="")
        return introduced(alone, self.style, article=article)

    def subject(self, holder: Holder) -> str:
        """A holder as the subject of an opening: the publisher says "we", and of a member that it is ours."""
        if holder.relation is Relation.OWN and not holder.is_person and holder.of is None:
            return "we"
        said = self.named(holder)
        if holder.relation is not Relation.MEMBER or holder.is_person or holder.of is not None:
            return said
        return f"{said}, our member," if holder.name.article else f"our member {said}"

    def named_beside(self, holder: Holder) -> str:
        """One who leads an entry together with another: a post has no room for a second role."""
        return self.mention(holder.name)

    def subjects(self, holders: Sequence[Holder]) -> str:
        """Several holders as one subject."""
        said = listed(map(self.named, holders))
        are_ours = all(
            holder.relation is Relation.MEMBER and holder.of is None and not holder.name.article
            for holder in holders
        )
        return f"our members {said}" if are_ours else said

    def takes_plural(self, holder: Holder) -> bool:
        """Whether a verb after the holder as a subject is in the plural: after "we" it is."""
        is_we = holder.relation is Relation.OWN and not holder.is_person and holder.of is None
        return is_we or super().takes_plural(holder)
