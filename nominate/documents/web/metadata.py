"""What a page tells search engines and social networks: schema.org's NewsArticle, and Open Graph.

The terms are those of https://schema.org/NewsArticle and https://ogp.me (read 2026-11). Nothing is told that
the document or its metadata does not hold, and a text is never cut within a word.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date

import attrs

from nominate.documents.characters import one_line
from nominate.documents.tree.blocks import Document, Figure
from nominate.documents.tree.inlines import encoded_url, is_safe_url, plain
from nominate.errors import UsageError, shown

__all__ = ["Mentioned", "Metadata", "json_ld", "named_metas", "open_graph"]

# Search engines show no more of a headline than that (Google's guidance on articles, until 2022; still the
# limit of most validators).
_MOST_OF_A_HEADLINE = 110
_REGION = re.compile(r"[A-Z]{2}")
_ENDS_A_SCRIPT = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


def _check_address(_: object, attribute: attrs.Attribute[str], url: str) -> None:
    if url and not (is_safe_url(url) and _is_web(url)):
        raise UsageError(f"{attribute.name}: {shown(url)} is no http or https address")


@attrs.frozen(kw_only=True)
class Mentioned:
    """An organisation that a page names: what it is called, where it is on the web, and its logo there.

    Raises `UsageError` for an address that is not of the web.

    >>> Mentioned(name="Aberdŵr Health Network", url="https://aberdwr.example.org/").logo
    ''
    """

    name: str
    url: str = attrs.field(default="", validator=_check_address)
    logo: str = attrs.field(default="", validator=_check_address)


@attrs.frozen(kw_only=True)
class Metadata:
    """What machines are told of a page beside its words; whatever is not known is left out of the page.

    `published` is the day, or the moment with its zone, at which the page is made public. With
    `is_for_release=False` the page has no such day, tells its document's status, and asks search engines to
    pass it by.

    >>> Metadata(publisher=Mentioned(name="Aberdŵr Health Network"), published=date(2026, 6, 20)).keywords
    ()
    """

    publisher: Mentioned | None = None
    published: date | None = None
    is_for_release: bool = True
    keywords: tuple[str, ...] = ()
    mentions: tuple[Mentioned, ...] = ()


def json_ld(document: Document, metadata: Metadata) -> str:
    r"""The page as a NewsArticle in JSON-LD, safe within a `script` element.

    >>> print(json_ld(Document(title="</script>", blocks=()), Metadata()))
    {
     "@context": "https://schema.org",
     "@type": "NewsArticle",
     "headline": "\u003c/script\u003e",
     "inLanguage": "en-GB"
    }
    """
    told = {"@context": "https://schema.org", "@type": "NewsArticle", **_article(document, metadata)}
    return json.dumps(told, ensure_ascii=False, indent=1).translate(_ENDS_A_SCRIPT)


def open_graph(document: Document, metadata: Metadata) -> Iterator[tuple[str, str]]:
    """The Open Graph properties of the page with their values, in the order in which they are written.

    >>> dict(open_graph(Document(title="Two win", blocks=()), Metadata()))["og:locale"]
    'en_GB'
    """
    yield "og:type", "article"
    yield "og:title", one_line(document.title)
    for name, said in (("og:description", plain(document.standfirst)), ("og:locale", _locale(document))):
        if said:
            yield name, said
    if metadata.publisher is not None:
        yield "og:site_name", metadata.publisher.name
    for figure in _pictures(document):
        yield "og:image", encoded_url(figure.url)
        yield "og:image:alt", one_line(figure.alt)
    if _published(metadata):
        yield "article:published_time", _published(metadata)


def named_metas(document: Document, metadata: Metadata | None) -> Iterator[tuple[str, str]]:
    """What the head of any page says by name: author, summary, and that no search engine shall list it.

    >>> list(named_metas(Document(title="Two win", author="AHN", blocks=()), Metadata(is_for_release=False)))
    [('author', 'AHN'), ('robots', 'noindex')]
    """
    told = (("author", document.author), ("description", plain(document.standfirst)))
    yield from ((name, said) for name, said in told if said)
    if metadata is not None and not metadata.is_for_release:
        yield "robots", "noindex"


def _article(document: Document, metadata: Metadata) -> dict[str, object]:
    publisher = _organisation(metadata.publisher) if metadata.publisher is not None else None
    headline, shorter = _headlines(document)
    told: dict[str, object] = {
        "headline": headline,
        "alternativeHeadline": shorter,
        "description": plain(document.standfirst),
        "inLanguage": document.language,
        "creativeWorkStatus": "" if metadata.is_for_release else one_line(document.status),
        "datePublished": _published(metadata),
        "author": publisher,
        "publisher": publisher,
        "image": [_image(figure) for figure in _pictures(document)],
        "keywords": [one_line(each) for each in metadata.keywords],
        "mentions": [_organisation(each) for each in metadata.mentions],
    }
    return _known(told)


def _known(told: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in told.items() if value}


def _headlines(document: Document) -> tuple[str, str]:
    """The first title that is short enough, else the title shortened; and the next, empty where none is."""
    titles = dict.fromkeys(map(one_line, (document.title, *document.short_titles)))
    fitting = [title for title in titles if len(title) <= _MOST_OF_A_HEADLINE]
    headline, shorter, *_ = (*(fitting or [_shortened(one_line(document.title))]), "")
    return headline, shorter


def _shortened(title: str) -> str:
    room = title[:_MOST_OF_A_HEADLINE]
    # One word of such a length has no place to break.
    return f"{room.rpartition(' ')[0] or room[:-1]}…"


def _organisation(named: Mentioned) -> dict[str, object]:
    logo = {"@type": "ImageObject", "url": encoded_url(named.logo)} if named.logo else None
    told: dict[str, object] = {"name": one_line(named.name), "url": encoded_url(named.url), "logo": logo}
    return {"@type": "Organization", **_known(told)}


def _image(figure: Figure) -> dict[str, object]:
    told: dict[str, object] = {
        "url": encoded_url(figure.url),
        "description": one_line(figure.alt),
        "caption": plain(figure.caption),
        "creditText": one_line(figure.credit),
    }
    return {"@type": "ImageObject", **_known(told)}


def _pictures(document: Document) -> Iterator[Figure]:
    """The figures that stand at an address of their own; networks fetch nothing that is not encrypted."""
    return (each for each in document.figures if each.url.lower().startswith("https:"))


def _is_web(url: str) -> bool:
    return url.lower().startswith(("http:", "https:"))


def _published(metadata: Metadata) -> str:
    return metadata.published.isoformat() if metadata.published and metadata.is_for_release else ""


def _locale(document: Document) -> str:
    """Language and territory, which Open Graph wants both; empty where the tag names no territory."""
    language, *rest = document.language.split("-")
    region = next((part for part in rest if _REGION.fullmatch(part)), "")
    return f"{language}_{region}" if region else ""
