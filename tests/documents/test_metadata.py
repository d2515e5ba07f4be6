"""What a page tells machines: true, known to their vocabularies, and never markup."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nominate.documents import Document, Figure, Mentioned, Metadata, to_html
from nominate.errors import UsageError

# The terms that may stand in each type, of those that schema.org defines (schema.org, read 2026-11).
TERMS = {
    "NewsArticle": {
        "headline", "alternativeHeadline", "description", "inLanguage", "creativeWorkStatus", "datePublished",
        "author", "publisher", "image", "keywords", "mentions",
    },
    "Organization": {"name", "url", "logo"},
    "ImageObject": {"url", "description", "caption", "creditText"},
}  # fmt: skip
PICTURE = Figure(alt="A trophy", caption="The team", credit="AHN", url="https://example.org/a(1).png")
NETWORK = Mentioned(
    name="Aberdŵr Health Network",
    url="https://aberdwr.example.org/",
    logo="https://aberdwr.example.org/logo.png",
)
PIECE = Document(
    title="Tŷ Gŵyr wins Coastal Care Award",
    short_titles=("Tŷ Gŵyr wins award", "Tŷ Gŵyr wins"),
    status="For immediate release",
    standfirst="A hundred falls were prevented.",
    author="Aberdŵr Health Network",
    blocks=[PICTURE],
)
FULL = Metadata(
    publisher=NETWORK,
    published=date(2026, 6, 20),
    keywords=("Coastal Care Awards",),
    mentions=(Mentioned(name="Tŷ Gŵyr"),),
)


def tree(page: str) -> Element:
    parsed: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return parsed


def article(document: Document, metadata: Metadata) -> dict[str, Any]:
    (block,) = tree(to_html(document, metadata=metadata)).iter("script")
    assert block.get("type") == "application/ld+json"
    told: dict[str, Any] = json.loads(block.text or "")
    return told


def metas(document: Document, metadata: Metadata) -> list[tuple[str, str]]:
    found = tree(to_html(document, metadata=metadata)).iter("meta")
    pairs = ((meta.get("property") or meta.get("name"), meta.get("content") or "") for meta in found)
    return [(name, said) for name, said in pairs if name and name != "viewport"]


def test_a_page_for_machines_lets_in_no_more_than_any_other() -> None:
    def policy(page: str) -> list[str | None]:
        return [meta.get("content") for meta in tree(page).iter("meta") if meta.get("http-equiv")]

    assert policy(to_html(PIECE, metadata=FULL)) == policy(to_html(PIECE, whole_page=True))
    assert policy(to_html(PIECE, metadata=FULL)) == [
        "default-src 'none'; img-src data: https: http:; style-src 'unsafe-inline'"
    ]


def types_and_terms(told: object) -> list[tuple[str, set[str]]]:
    if isinstance(told, list):
        return [pair for each in told for pair in types_and_terms(each)]
    if not isinstance(told, dict):
        return []
    own = [(told["@type"], set(told) - {"@type", "@context"})]
    return [*own, *(pair for value in told.values() for pair in types_and_terms(value))]


def test_a_page_tells_search_engines_all_that_is_known() -> None:
    network = {
        "@type": "Organization",
        "name": "Aberdŵr Health Network",
        "url": "https://aberdwr.example.org/",
        "logo": {"@type": "ImageObject", "url": "https://aberdwr.example.org/logo.png"},
    }
    assert article(PIECE, FULL) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Tŷ Gŵyr wins Coastal Care Award",
        "alternativeHeadline": "Tŷ Gŵyr wins award",
        "description": "A hundred falls were prevented.",
        "inLanguage": "en-GB",
        "datePublished": "2026-06-20",
        "author": network,
        "publisher": network,
        "image": [
            {
                "@type": "ImageObject",
                "url": "https://example.org/a%281%29.png",
                "description": "A trophy",
                "caption": "The team",
                "creditText": "AHN",
            }
        ],
        "keywords": ["Coastal Care Awards"],
        "mentions": [{"@type": "Organization", "name": "Tŷ Gŵyr"}],
    }


def test_every_term_is_one_of_the_vocabulary() -> None:
    for kind, terms in types_and_terms(article(PIECE, FULL)):
        assert terms <= TERMS[kind]


def test_a_page_tells_social_networks_all_that_is_known() -> None:
    assert metas(PIECE, FULL) == [
        ("author", "Aberdŵr Health Network"),
        ("description", "A hundred falls were prevented."),
        ("og:type", "article"),
        ("og:title", "Tŷ Gŵyr wins Coastal Care Award"),
        ("og:description", "A hundred falls were prevented."),
        ("og:locale", "en_GB"),
        ("og:site_name", "Aberdŵr Health Network"),
        ("og:image", "https://example.org/a%281%29.png"),
        ("og:image:alt", "A trophy"),
        ("article:published_time", "2026-06-20"),
    ]


def test_what_is_not_known_is_not_told() -> None:
    bare = Document(
        title="T", language="cy", blocks=[Figure(alt="A"), Figure(alt="B", url="http://example.org/b.png")]
    )
    assert article(bare, Metadata()) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "T",
        "inLanguage": "cy",
    }
    assert metas(bare, Metadata()) == [("og:type", "article"), ("og:title", "T")]


def test_what_is_not_for_release_has_no_day_tells_its_status_and_is_not_to_be_listed() -> None:
    embargoed = Document(title="T", status="Embargoed until 8pm", blocks=())
    metadata = Metadata(published=date(2026, 6, 20), is_for_release=False)
    told = article(embargoed, metadata)
    assert told["creativeWorkStatus"] == "Embargoed until 8pm"
    assert "datePublished" not in told
    assert metas(embargoed, metadata) == [
        ("robots", "noindex"),
        ("og:type", "article"),
        ("og:title", "T"),
        ("og:locale", "en_GB"),
    ]


def test_a_moment_is_told_with_its_zone() -> None:
    metadata = Metadata(published=datetime(2026, 6, 20, 9, 30, tzinfo=UTC))
    assert article(PIECE, metadata)["datePublished"] == "2026-06-20T09:30:00+00:00"


@pytest.mark.parametrize(
    ("title", "shorter", "headline"),
    [
        ("a" * 110, (), "a" * 110),
        ("word " * 30 + "end", ("A short one",), "A short one"),
        ("word " * 30 + "end", (), "word " * 21 + "word…"),
        ("a" * 111, (), "a" * 109 + "…"),
    ],
    ids=["fits", "a shorter one fits", "cut between words", "one word"],
)
def test_a_headline_has_at_most_110_letters(title: str, shorter: tuple[str, ...], headline: str) -> None:
    assert article(Document(title=title, short_titles=shorter, blocks=()), Metadata())["headline"] == headline


@pytest.mark.parametrize(
    ("language", "locale"),
    [("en-GB", "en_GB"), ("cy-GB", "cy_GB"), ("zh-Hant-TW", "zh_TW"), ("es-419", None), ("cy", None)],
)
def test_open_graph_is_told_language_and_territory_or_nothing(language: str, locale: str | None) -> None:
    document = Document(title="T", language=language, blocks=())
    assert dict(metas(document, Metadata())).get("og:locale") == locale


@pytest.mark.parametrize("url", ["javascript:alert(1)", "mailto:a@example.org", "/logo.png"])
def test_an_organisation_is_on_the_web_or_nowhere(url: str) -> None:
    with pytest.raises(UsageError, match="is no http or https address"):
        Mentioned(name="A", url=url)
    with pytest.raises(UsageError, match="is no http or https address"):
        Mentioned(name="A", logo=url)


hostile = st.one_of(
    st.text(min_size=1),
    st.sampled_from(
        [
            "</script><script>alert(1)</script>",
            "<!--",
            "-->",
            "]]>",
            '"\\',
            "&lt;",
            "\u2028\u2029",
            "<script>",
        ]
    ),
).filter(lambda text: text.strip() != "")


@given(text=hostile)
@settings(max_examples=200)
def test_no_text_ends_the_block_or_a_tag(text: str) -> None:
    document = Document(
        title=text,
        standfirst=text,
        author=text,
        short_titles=(text,),
        blocks=[Figure(alt=text, credit=text, url="https://example.org/a.png")],
    )
    metadata = Metadata(publisher=Mentioned(name=text), keywords=(text,), mentions=(Mentioned(name=text),))
    page = to_html(document, metadata=metadata)
    block = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert not set("<>&\u2028\u2029") & set(block)
    told = article(document, metadata)
    assert told["description"] == told["publisher"]["name"] == told["keywords"][0]
    assert dict(metas(document, metadata))["og:site_name"] == told["publisher"]["name"]
