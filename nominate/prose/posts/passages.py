"""What a post is put together from: passages, each one fact, of which only the opening is always kept."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from nominate.documents import Sentence, plain
from nominate.documents.characters import one_line
from nominate.prose.posts.platforms import Detail

__all__ = ["Passage", "bulleted", "said_in", "set_out"]

# What belongs together stands in one paragraph; the others have one each.
_TOGETHER = (
    frozenset({None, Detail.CATEGORY, Detail.TITLE, Detail.NAMES, Detail.PARTNERS, Detail.PRIZE}),
    frozenset({Detail.SUMMARY, Detail.PARTICULARS}),
    frozenset({Detail.COMING, Detail.WISHES}),
)


@attrs.frozen(kw_only=True)
class Passage:
    """A fact in sentences that stand by themselves; without a `detail`, the opening, which is never left out.

    `lines` stand one below the other under the sentences that introduce them.

    >>> Passage(detail=Detail.WISHES, sentences=(Sentence(content="We wish both good luck."),)).text
    'We wish both good luck.'
    """

    detail: Detail | None
    sentences: tuple[Sentence, ...] = ()
    lines: tuple[Sentence, ...] = ()

    @property
    def told(self) -> tuple[Sentence, ...]:
        """All that it says, in reading order."""
        return (*self.sentences, *self.lines)

    @property
    def text(self) -> str:
        """Its words: a line of a list begins with a bullet."""
        said = " ".join(map(said_in, self.sentences))
        return "\n".join(part for part in (said, *map(bulleted, self.lines)) if part)


def said_in(each: Sentence) -> str:
    r"""The words of a sentence as a platform takes them: no marks, and nothing that would not be seen.

    >>> said_in(Sentence(content="We have\r\nwon."))
    'We have won.'
    """
    return one_line(plain(each.content))


def bulleted(line: Sentence) -> str:
    """A line of a list as it is set.

    >>> bulleted(Sentence(content="Team of the Year"))
    '• Team of the Year'
    """
    return f"• {said_in(line)}"


def set_out(passages: Iterable[Passage]) -> tuple[str, ...]:
    """The passages as paragraphs, in their order.

    >>> won, wished = (Sentence(content=words) for words in ("We have won.", "Well done."))
    >>> set_out([Passage(detail=None, sentences=(won,)), Passage(detail=Detail.WISHES, sentences=(wished,))])
    ('We have won.', 'Well done.')
    """
    paragraphs: list[str] = []
    last: Passage | None = None
    for each in passages:
        if last is not None and not each.lines and not last.lines and _belong(each, last):
            paragraphs[-1] += f" {each.text}"
        else:
            paragraphs.append(each.text)
        last = each
    return tuple(paragraphs)


def _belong(passage: Passage, last: Passage) -> bool:
    return passage.detail is last.detail or any({passage.detail, last.detail} <= each for each in _TOGETHER)
