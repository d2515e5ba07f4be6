"""What a PDF says of itself to machines: as XMP (ISO 16684-1), and in the older dictionary alike."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from xml.sax.saxutils import escape

import attrs

from nominate_pdf._file.packed import PackedFile
from nominate_pdf._file.wording import worded

_MAKER = "nominate"
# What XML 1.0 cannot hold, even escaped.
_NEVER_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@attrs.frozen(kw_only=True)
class Metadata:
    """The title, author, subject and language of a file, and the moment that it tells as its own.

    `is_archival` says that it is also one that archives keep: PDF/A-2a.
    """

    title: str
    author: str
    subject: str
    language: str
    made: datetime
    is_archival: bool = False

    def write(self, file: PackedFile) -> str:
        """Write the packet; gives what the catalogue says of the file."""
        number = file.number()
        file.put_plain_stream(number, self.xmp().encode(), b"/Type/Metadata/Subtype/XML")
        language = f"/Lang{worded(self.language)}" if self.language else ""
        return f"{language}/ViewerPreferences<</DisplayDocTitle true>>/Metadata {number} 0 R"

    def information(self) -> str:
        """The older dictionary (ISO 32000-1, 14.3.3)."""
        moment = f"(D:{self.made.astimezone(UTC):%Y%m%d%H%M%S}Z)"
        return (
            f"<</Title{_string(self.title)}/Author{_string(self.author)}/Subject{_string(self.subject)}"
            f"/Creator({_MAKER})/Producer({_MAKER})/CreationDate{moment}/ModDate{moment}>>"
        )

    def xmp(self) -> str:
        """The packet, uncompressed in the file, so that programs that know no PDF find it."""
        moment = f"{self.made.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        told = "\n".join(
            f"<{name}>{value}</{name}>"
            for name, value in [
                ("dc:title", _in_any_language(self.title)),
                ("dc:creator", f"<rdf:Seq><rdf:li>{_text(self.author)}</rdf:li></rdf:Seq>"),
                ("dc:description", _in_any_language(self.subject)),
                ("dc:language", f"<rdf:Bag><rdf:li>{_text(self.language)}</rdf:li></rdf:Bag>"),
                ("dc:format", "application/pdf"),
                ("xmp:CreatorTool", _MAKER),
                ("xmp:CreateDate", moment),
                ("xmp:ModifyDate", moment),
                ("pdf:Producer", _MAKER),
                ("pdfuaid:part", "1"),
                *(_ARCHIVAL if self.is_archival else ()),
            ]
        )
        return _PACKET.format(told=told)


def _string(text: str) -> str:
    return worded(_sayable(text))


# An archive wants to know what every name means that is no part of XMP itself, as the one of PDF/UA.
_ARCHIVAL = (
    ("pdfaid:part", "2"),
    ("pdfaid:conformance", "A"),
    (
        "pdfaExtension:schemas",
        """<rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file is made by</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag>""",
    ),
)


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
{told}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def _in_any_language(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_text(text)}</rdf:li></rdf:Alt>'


def _text(text: str) -> str:
    return escape(_sayable(text))


def _sayable(text: str) -> str:
    """The text without half letters and controls, which neither way of saying it can hold."""
    return _NEVER_IN_XML.sub("\ufffd", text)
