"""The document tree: what prose is composed into before a form renders it.

Every block carries `sources`, the ids of the records that it rests on; no renderer prints them.
A guard in a record refuses only what no form could render accessibly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

import attrs

from nominate.documents.images import media_type_of
from nominate.documents.tree.charts import Chart, KeyFigures
from nominate.documents.tree.inlines import Content, Inline, as_content, as_contents, is_safe_url
from nominate.documents.tree.sentences import Sentence, joined, rests_on
from nominate.documents.tree.tables import Table
from nominate.errors import UsageError, shown

__all__ = [
    "Block",
    "Bullets",
    "Document",
    "Figure",
    "Heading",
    "Item",
    "NumberedList",
    "Paragraph",
    "Quotation",
    "Rule",
]


def _as_items(items: Iterable[Item | Inline | Iterable[Inline]]) -> tuple[Item, ...]:
    return tuple(item if isinstance(item, Item) else Item(content=item) for item in items)


def _check_optional_url(_: object, attribute: attrs.Attribute[str], url: str) -> None:
    if url and not is_safe_url(url):
        raise UsageError(f"{attribute.name}: {shown(url)} is no http, https or mailto address")


@attrs.frozen(kw_only=True)
class Heading:
    """The name of a section. The document's title is level 1, so levels run from 2 to 6.

    >>> Heading(content="Shortlisted").level
    2
    """

    content: Content = attrs.field(converter=as_content)
    level: int = attrs.field(default=2, validator=attrs.validators.in_(range(2, 7)))
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Paragraph:
    """Sentences that belong together; a line feed in plain text starts a new line.

    `sentences` are the same words one by one, where each rests on records of its own.

    >>> Paragraph(content="Two trusts won.").content
    ('Two trusts won.',)
    """

    content: Content = attrs.field(converter=as_content)
    sources: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...] = ()

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> Paragraph:
        """The paragraph that sentences make, resting on all that they rest on.

        >>> Paragraph.of([Sentence(content="It won.", sources=("dwac",))]).sources
        ('dwac',)
        """
        told = tuple(sentences)
        return cls(content=joined(told), sources=rests_on(told), sentences=told)


@attrs.frozen(kw_only=True)
class Item:
    """One line of a list, perhaps with a list of its own below it; `sentences` as in a paragraph.

    >>> Item(content="Wins", below=Bullets(items=["DWAC"])).below.items[0].content
    ('DWAC',)
    """

    content: Content = attrs.field(converter=as_content)
    below: Bullets | NumberedList | None = None
    sources: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...] = ()

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> Item:
        """The item that sentences make, resting on all that they rest on.

        >>> Item.of([Sentence(content="It won."), Sentence(content="It is glad.")]).content
        ('It won. It is glad.',)
        """
        told = tuple(sentences)
        return cls(content=joined(told), sources=rests_on(told), sentences=told)


@attrs.frozen(kw_only=True)
class Bullets:
    """A list whose order carries no meaning of its own; marks at the ends of items are the writer's.

    >>> Bullets(items=["one", "two"]).items[1].content
    ('two',)
    """

    items: tuple[Item, ...] = attrs.field(converter=_as_items)
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class NumberedList:
    """A list counted from 1, such as notes to editors.

    >>> len(NumberedList(items=["First note", "Second note"]).items)
    2
    """

    items: tuple[Item, ...] = attrs.field(converter=_as_items)
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Quotation:
    """Somebody's words set apart, by paragraph, and whose they are.

    Quotation marks are part of the paragraphs: the house style decides about them, not the form.
    `url` is where the words were published.

    >>> Quotation(paragraphs=["We are proud."], attribution="Head of Safety").attribution
    ('Head of Safety',)
    """

    paragraphs: tuple[Content, ...] = attrs.field(converter=as_contents)
    attribution: Content = attrs.field(default=(), converter=as_content)
    url: str = attrs.field(default="", validator=_check_optional_url)
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Figure:
    """A picture with words for those who cannot see it, a caption and a credit.

    The picture is `image` (the bytes of a PNG, JPEG, GIF or WebP file), or stands at `url`; with
    neither, a form prints the words. `file` is the path of the picture's file, of which the name is told
    where a form cannot hold the picture itself. Raises `UsageError` when the words are missing or the
    bytes are no such picture.

    >>> Figure(alt="The team with its trophy", caption="Photo: the SKIP team").media_type
    ''
    """

    alt: str
    caption: Content = attrs.field(default=(), converter=as_content)
    credit: str = ""
    image: bytes = attrs.field(default=b"", repr=lambda image: f"{len(image)} bytes")
    url: str = attrs.field(default="", validator=_check_optional_url)
    file: str = ""
    sources: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not self.alt.strip():
            raise UsageError("a figure needs alt, the words for those who cannot see it")
        if self.image and not self.media_type:
            raise UsageError(f"figure {shown(self.alt)}: the image is not a PNG, JPEG, GIF or WebP file")

    @property
    def words(self) -> str:
        """What stands where the picture would, for a form that cannot show it."""
        name = self.file_name
        return f"Picture ({name}): {self.alt}" if name else f"Picture: {self.alt}"

    @property
    def file_name(self) -> str:
        """The last part of `file`, by which people find the picture."""
        return self.file.rpartition("/")[2]

    @property
    def media_type(self) -> str:
        """What the bytes of `image` are, as `image/png`; empty when there are none that we know."""
        return media_type_of(self.image)


@attrs.frozen(kw_only=True)
class Rule:
    """A break between two parts that have no headings.

    >>> Rule()
    Rule()
    """


Block = Heading | Paragraph | Bullets | NumberedList | Quotation | Table | KeyFigures | Chart | Figure | Rule
"""Whatever may stand in a document, one below the other."""


@attrs.frozen(kw_only=True)
class Document:
    """A whole piece: its title is the one heading of level 1, and every form prints it first.

    `status` stands above the title ("Embargoed until …"), `standfirst` is the summary below it,
    `language` is a BCP 47 tag. `author` is told only to machines, and so are `short_titles`: the title said
    in fewer letters, the longest first. `sentences` are the standfirst's, and `title_sources` what the title
    rests on. `details` are short lines that stand with the title: the day that all is as of, whose it is.
    `has_contents` asks for a table of its headings, in a form whose pages are turned.
    Raises `UsageError` when there is no title, or when headings leave a level out.

    >>> Document(title="Two trusts shortlisted", blocks=[Paragraph(content="Good news.")]).language
    'en-GB'
    """

    title: str
    blocks: tuple[Block, ...] = attrs.field(converter=tuple[Block, ...])
    status: str = ""
    standfirst: Content = attrs.field(default=(), converter=as_content)
    author: str = ""
    language: str = "en-GB"
    short_titles: tuple[str, ...] = ()
    title_sources: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    details: tuple[str, ...] = ()
    has_contents: bool = False

    def __attrs_post_init__(self) -> None:
        if not self.title.strip():
            raise UsageError("a document needs a title")
        above = 1
        for heading in [block for block in self.blocks if isinstance(block, Heading)]:
            if heading.level > above + 1:
                raise UsageError(
                    f"heading {shown(heading.content)} is of level {heading.level} below level {above}; "
                    f"use level {above + 1}, so that no level is left out"
                )
            above = heading.level

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Its pictures, in reading order."""
        return tuple([block for block in self.blocks if isinstance(block, Figure)])

    def with_pictures(self, files: Mapping[str, bytes]) -> Document:
        """The document with the pictures of its figures, from files by the paths that the figures name.

        A figure stays as it is where its file is not among them, or is no PNG, JPEG, GIF or WebP picture.

        >>> piece = Document(title="Two win", blocks=[Figure(alt="A cup", file="pictures/cup.gif")])
        >>> piece.with_pictures({"pictures/cup.gif": b"GIF89a"}).blocks[0].media_type
        'image/gif'
        """
        if not self.figures:
            return self
        blocks = (_shown(each, files) if isinstance(each, Figure) else each for each in self.blocks)
        return attrs.evolve(self, blocks=tuple(blocks))


def _shown(figure: Figure, files: Mapping[str, bytes]) -> Figure:
    image = files.get(figure.file, b"")
    return attrs.evolve(figure, image=image) if media_type_of(image) else figure
