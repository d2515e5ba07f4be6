"""A document as an e-mail, read back by the standard library."""

from __future__ import annotations

import email
import re
from email.message import EmailMessage
from email.policy import default

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nominate.documents import Document, Figure, Mailbox, Paragraph, to_email, to_html, to_text
from nominate.documents.characters import one_line
from nominate.errors import UsageError

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
GIF = b"GIF89a" + bytes(9)


HEADERS = ["Content-Language", "Content-Type", "From", "MIME-Version", "Subject", "X-Unsent"]


def read(content: bytes) -> EmailMessage:
    return email.message_from_bytes(content, policy=default)


def part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def piece(*figures: Figure) -> Document:
    paragraph = Paragraph(content="Tŷ Gŵyr & “friends” <won>. " * 60)
    return Document(
        title="Tŷ Gŵyr wins", status="For release", language="cy-GB", blocks=[paragraph, *figures]
    )


def test_the_plain_part_is_the_plain_text() -> None:
    assert part(read(to_email(piece())), "plain") == to_text(piece())


def test_the_page_holds_the_article() -> None:
    page = part(read(to_email(piece())), "html")
    article = to_html(piece()).replace(' lang="cy-GB"', "")
    assert article in page
    html5lib.HTMLParser(strict=True).parse(page)


def test_the_page_asks_for_nothing_from_elsewhere_and_shuts_its_own_pictures_out_by_no_policy() -> None:
    page = part(read(to_email(piece(Figure(alt="A trophy", image=PNG)))), "html")
    assert not re.search("https?:|data:|Content-Security-Policy|<script", page)


def test_a_draft_has_no_recipient_day_or_id_and_opens_to_be_sent() -> None:
    message = read(to_email(piece()))
    assert message["Subject"] == "Tŷ Gŵyr wins"
    assert message["X-Unsent"] == "1"
    assert message["Content-Language"] == "cy-GB"
    assert not {"From", "To", "Date", "Message-ID"} & set(message)


def test_the_sender_is_named_with_an_address() -> None:
    sender = Mailbox(name="Môr, “a” Mynydd (press)", address="press@example.org")
    told = read(to_email(piece(), sender=sender))["From"].addresses
    assert [(each.display_name, each.addr_spec) for each in told] == [(sender.name, sender.address)]


def test_a_subject_may_say_more_than_the_title() -> None:
    assert read(to_email(piece(), subject="EMBARGOED – Tŷ Gŵyr"))["Subject"] == "EMBARGOED – Tŷ Gŵyr"


def test_pictures_are_within_and_shown_by_their_ids_each_once() -> None:
    figures = [
        Figure(alt="A", image=PNG, file="pictures/llŷn team.png"),
        Figure(alt="B", image=GIF),
        Figure(alt="A", image=PNG),
    ]
    message = read(to_email(piece(*figures)))
    related = next(each for each in message.walk() if each.get_content_type() == "multipart/related")
    assert related.get_param("type") == "text/html"
    pictures = [each for each in message.walk() if each.get_content_maintype() == "image"]
    told = [(each.get_content_type(), each.get_filename(), each.get_content()) for each in pictures]
    assert told == [("image/png", "llŷn team.png", PNG), ("image/gif", "picture-2.gif", GIF)]
    ids = [each["Content-ID"].strip("<>") for each in pictures]
    assert re.findall(r'src="cid:([^"]+)"', part(message, "html")) == [ids[0], ids[1], ids[0]]


def test_a_picture_that_stands_on_the_web_keeps_its_address() -> None:
    message = read(to_email(piece(Figure(alt="A", url="https://example.org/a.png"))))
    assert 'src="https://example.org/a.png"' in part(message, "html")
    assert [each.get_content_type() for each in message.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]


def test_a_picture_that_is_nowhere_is_told_in_words() -> None:
    page = part(read(to_email(piece(Figure(alt="A trophy")))), "html")
    assert "<p>Picture: A trophy</p>" in page


@pytest.mark.parametrize(("width", "attribute"), [(600, ""), (601, ' width="600"')])
def test_a_wide_picture_is_shown_as_wide_as_a_message(width: int, attribute: str) -> None:
    figure = Figure(alt="A", image=b"GIF89a" + width.to_bytes(2, "little"))
    page = part(read(to_email(piece(figure))), "html")
    assert re.search(rf'<img src="cid:[^"]+"{attribute} alt="A">', page)


def test_lines_end_as_mail_wants_and_none_is_long() -> None:
    content = to_email(piece(Figure(alt="A", image=PNG * 40)))
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"\r" not in content.replace(b"\r\n", b"")
    assert max(map(len, content.split(b"\r\n"))) <= 78
    assert content.isascii()


def test_the_same_document_gives_the_same_bytes() -> None:
    assert to_email(piece(Figure(alt="A", image=PNG))) == to_email(piece(Figure(alt="A", image=PNG)))


def test_boundaries_differ_where_content_does() -> None:
    one, other = (read(to_email(Document(title=title, blocks=()))).get_boundary() for title in "ab")
    assert one != other


@pytest.mark.parametrize(
    "address",
    [
        "",
        "press",
        "press@",
        "@example.org",
        "press@localhost",
        "a b@example.org",
        "a@example.org\r\nBcc: b@example.org",
        "<a@example.org>",
        "a@example.org, b@example.org",
        "tŷ@example.org",
        "a..b@example.org",
        ".a@example.org",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="is no e-mail address; write it as in"):
        Mailbox(name="A", address=address)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Press desk: press@example.org.", "press@example.org"),
        ("0117 496 0000 or <a.b-c@news.example.org>", "a.b-c@news.example.org"),
        ("press at example dot org", None),
        ("a@b", None),
    ],
)
def test_an_address_is_found_within_a_text(text: str, found: str | None) -> None:
    mailbox = Mailbox.within(text, name="AHN")
    assert (mailbox.address if mailbox else None) == found


lines = st.one_of(
    st.text(max_size=120),
    st.text(st.sampled_from('aŵ \r\n\t:;,<>@"()=?_\u2028\0'), max_size=120),
    st.sampled_from(["a\r\nBcc: x@example.org", "a\n\n<script>", "=?utf-8?q?a?=", "Long" * 100, "ŵ" * 300]),
)


@given(title=lines.filter(lambda text: text.strip() != ""), name=lines, file=lines)
@settings(max_examples=300)
def test_no_name_adds_a_header(title: str, name: str, file: str) -> None:
    document = Document(title=title, blocks=[Figure(alt="A", image=PNG, file=file)])
    content = to_email(document, sender=Mailbox(name=name, address="press@example.org"))
    message = read(content)
    assert sorted(message.keys()) == HEADERS
    assert [each.addr_spec for each in message["From"].addresses] == ["press@example.org"]
    assert message["Subject"].replace("\u2060", "") == one_line(title).replace("\u2060", "")
    assert part(message, "plain") == to_text(document)
    assert max(map(len, content.split(b"\r\n"))) <= 998
