"""What search engines and social networks are told of a piece: nothing that it does not say itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nominate import Organisation, View
from nominate.documents import Document, Mentioned, Metadata, is_safe_url, to_text
from nominate_news._release import is_for_release, released

__all__ = ["metadata_of"]

_WORD = re.compile(r"\w+")

Words = tuple[str, ...]


def metadata_of(piece: Document, view: View) -> Metadata:
    """Who publishes the piece and when, and which organisations, awards and programmes it names in full."""
    publisher = view.publisher
    others = {each.name: each for each in view.organisations if each is not publisher}
    subjects = [*(award.name for award in view.awards), *(each.name for each in view.programmes)]
    text = to_text(piece)
    return Metadata(
        publisher=_mentioned(publisher) if publisher is not None else None,
        published=released(view),
        is_for_release=is_for_release(view),
        keywords=tuple(_named(text, subjects)),
        mentions=tuple(_mentioned(others[name]) for name in _named(text, others)),
    )


def _mentioned(organisation: Organisation) -> Mentioned:
    logo = organisation.logo.url if organisation.logo is not None else None
    return Mentioned(name=organisation.name, url=_web(organisation.url), logo=_web(logo))


def _web(url: str | None) -> str:
    """The address where it is one of the web: an organisation may also be reached by e-mail."""
    return url if url and is_safe_url(url) and not url.lower().startswith("mailto:") else ""


def _named(text: str, names: Iterable[str]) -> Iterator[str]:
    """Those of the names that the text holds, word for word, each once, in the order of the text.

    Where a longer name stands, a shorter one within it does not.
    """
    known = {_words(name): name for name in names}
    lengths = sorted({len(words) for words in known}, reverse=True)
    said = _words(text)
    seen: set[Words] = set()
    at = 0
    while at < len(said):
        found = next((said[at : at + length] for length in lengths if said[at : at + length] in known), ())
        if found and found not in seen:
            seen.add(found)
            yield known[found]
        at += len(found) or 1


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text))
