"""What a PDF says of itself, for readers, archives and search: title, town, language."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

LANGUAGE: Final = "ja-JP"
PROGRAM: Final = "dxdesk"

_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<pdf:Producer>{program}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def describe(canvas: Canvas, title: str, author: str) -> None:
    """Write title, author and language into a file; its title stands over the window of a reader.

    The language of a canvas is given when it is made.
    """
    from reportlab.pdfbase import pdfdoc

    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject("")
    canvas.setCreator(PROGRAM)
    canvas.setProducer(PROGRAM)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    said = {"title": escape(title), "author": escape(author), "language": LANGUAGE, "program": PROGRAM}
    packet = pdfdoc.PDFStream(content=_XMP.format(**said).encode("utf-8"))
    packet.dictionary["Type"] = pdfdoc.PDFName("Metadata")
    packet.dictionary["Subtype"] = pdfdoc.PDFName("XML")
    canvas._doc.Catalog.Metadata = packet
