"""Making a post fit: facts are left out one after the other, in the declared order; no word is ever cut."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from nominate.prose.posts.counting import Measure, measured
from nominate.prose.posts.drafting import Draft
from nominate.prose.posts.passages import Passage, set_out
from nominate.prose.posts.platforms import Detail, Platform, drops

__all__ = ["Fitted", "Trimmings", "fitted"]


@attrs.frozen(kw_only=True)
class Trimmings:
    """What stands below the words of a post: one link, and hashtags.

    >>> Trimmings(link="https://example.org/", hashtags=("#Awards",)).lines
    ('https://example.org/', '#Awards')
    """

    link: str = ""
    hashtags: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """A line of each that there is."""
        return tuple(line for line in (self.link, " ".join(self.hashtags)) if line)

    def without(self, dropped: frozenset[Detail]) -> Trimmings:
        """What is left of it."""
        return Trimmings(
            link="" if Detail.LINK in dropped else self.link,
            hashtags=() if Detail.HASHTAGS in dropped else self.hashtags,
        )


@attrs.frozen(kw_only=True)
class Fitted:
    """A post as it fits, or its shortest form where even that does not: then the measure has an excess.

    `dropped` is what it has no room for; `passages` and `trimmings` are what is left, and
    `untrimmed` says which of link and hashtags is not.
    """

    text: str
    measure: Measure
    passages: tuple[Passage, ...]
    trimmings: Trimmings
    untrimmed: tuple[str, ...] = ()
    dropped: frozenset[Detail]


def fitted(draft: Draft, trimmings: Trimmings, platform: Platform, *, ending: str = "") -> Fitted:
    """The post that fits, with as much as there is room for; `ending` is what must stand below it.

    Details are left out in the declared order until it fits. Then what still has room comes back, what would
    have gone last first.
    """
    order = drops()

    def tried(dropped: frozenset[Detail]) -> Fitted:
        return _tried(draft, trimmings, platform, dropped, ending)

    found = tried(frozenset())
    for number in range(1, len(order) + 1):
        if not found.measure.excess:
            break
        found = tried(frozenset(order[:number]))
    for detail in reversed(order):
        if found.measure.excess or detail not in found.dropped:
            continue
        fuller = tried(found.dropped - {detail})
        found = found if fuller.measure.excess else fuller
    return found


def _tried(
    draft: Draft, trimmings: Trimmings, platform: Platform, dropped: frozenset[Detail], ending: str
) -> Fitted:
    passages, left = draft.kept(dropped), trimmings.without(dropped)
    text = composed(set_out(passages), left, ending)
    lost = ((Detail.LINK, trimmings.link), (Detail.HASHTAGS, trimmings.hashtags))
    return Fitted(
        text=text,
        measure=measured(text, platform),
        passages=passages,
        trimmings=left,
        untrimmed=tuple(detail.value for detail, had in lost if had and detail in dropped),
        dropped=dropped,
    )


def composed(paragraphs: Iterable[str], trimmings: Trimmings, ending: str = "") -> str:
    r"""The whole text of a post: paragraphs, link and hashtags, an empty line between each.

    >>> composed(["We have won."], Trimmings(hashtags=("#Awards",)), ending="1/2")
    'We have won.\n\n#Awards\n\n1/2'
    """
    return "\n\n".join(part for part in (*paragraphs, *trimmings.lines, ending) if part)
