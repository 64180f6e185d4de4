"""One Identity-H font per face in the PDF, subset to the glyphs used, with a map back to the text.

reportlab's own embedding makes a font for every 256 characters, knows no variants and maps characters above
U+FFFF wrongly; here each (glyph, text) pair gets its code, so copied text is what was given.
"""

from __future__ import annotations

import copy
import hashlib
from functools import cache
from types import SimpleNamespace
from typing import Any

from dxdesk.documents.fonts import Face, Glyph, font_file, plain_glyph

_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange"""
_CMAP_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class PlainCodes(dict[int, str]):
    """The codes of plain characters as `str.translate` looks for them, given as they are first used."""

    def __init__(self, font: EmbeddedFont) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, point: int) -> str:
        self[point] = self._font.code(plain_glyph(chr(point), self._font.face))
        return self[point]


class EmbeddedFont:
    """The part of one face that one PDF needs. `name` is its resource name on the pages."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self.plain = PlainCodes(self)
        self._codes: dict[tuple[int, str], int] = {(0, ""): 0}
        self._subset: dict[int, int] = {0: 0}
        self._widths: list[float] = [font_file(face).width(0)]

    def code(self, glyph: Glyph) -> str:
        """Four hexadecimal digits that stand for the glyph in a text operator."""
        key = (glyph.number, glyph.text)
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = len(self._codes)
            self._subset.setdefault(glyph.number, len(self._subset))
            self._widths.append(font_file(self.face).width(glyph.number))
        return f"{code:04X}"

    def advance(self, code: str) -> float:
        """Advance of a code in 1/1000 em, as the PDF states it."""
        return self._widths[int(code, 16)]

    def to_unicode(self) -> str:
        """The map from codes to text, UTF-16 so that characters above U+FFFF and variants come back whole."""
        rows = [
            f"<{code:04X}> <{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>"
            for (_, text), code in self._codes.items()
            if code
        ]
        blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
        body = [f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks]
        return "\n".join([_CMAP_HEAD, *body, _CMAP_FOOT])

    def _font_program(self) -> bytes:
        parsed = copy.copy(font_file(self.face).parsed)
        parsed.charToGlyph = {place: number for number, place in self._subset.items()}
        program: bytes = parsed.makeSubset(range(len(self._subset)))
        return program

    def addObjects(self, document: Any) -> None:  # noqa: N802  reportlab calls it when the file is written
        """Write font program, descriptor, widths and text map into reportlab's document."""
        from reportlab.pdfbase import pdfdoc

        def stream(content: bytes, **entries: object) -> Any:
            made = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
            for key, value in entries.items():
                made.dictionary.dict[key] = value
            return made

        def refer(thing: object, kind: str) -> Any:
            return document.Reference(thing, f"{kind}:{self.name}")

        def dictionary(**entries: object) -> Any:
            return pdfdoc.PDFDictionary(entries)

        program = self._font_program()
        parsed = font_file(self.face).parsed
        tag = hashlib.sha256(repr(sorted(self._codes)).encode()).hexdigest()[:6]
        name = tag.translate(str.maketrans("0123456789abcdef", "ABCDEFGHIJKLMNOP")) + "+" + self.face.value
        places = list(self._subset.values())
        assert places == list(range(len(places)))
        descriptor = dictionary(
            Type=pdfdoc.PDFName("FontDescriptor"),
            FontName=pdfdoc.PDFName(name),
            Flags=4,
            FontBBox=pdfdoc.PDFArray([round(side) for side in parsed.bbox]),
            ItalicAngle=0,
            Ascent=round(parsed.ascent),
            Descent=round(parsed.descent),
            CapHeight=round(parsed.capHeight),
            StemV=round(parsed.stemV),
            FontFile2=refer(stream(program, Length1=len(program)), "program"),
        )
        glyph_numbers = b"".join(self._subset[number].to_bytes(2, "big") for number, _ in self._codes)
        system = dictionary(Registry=pdfdoc.PDFString("Adobe"), Ordering=pdfdoc.PDFString("Identity"), Supplement=0)
        descendant = dictionary(
            Type=pdfdoc.PDFName("Font"),
            Subtype=pdfdoc.PDFName("CIDFontType2"),
            BaseFont=pdfdoc.PDFName(name),
            CIDSystemInfo=system,
            FontDescriptor=refer(descriptor, "descriptor"),
            DW=1000,
            W=pdfdoc.PDFArray([0, pdfdoc.PDFArray([round(width, 3) for width in self._widths])]),
            CIDToGIDMap=refer(stream(glyph_numbers), "glyphs"),
        )
        font = dictionary(
            Type=pdfdoc.PDFName("Font"),
            Subtype=pdfdoc.PDFName("Type0"),
            BaseFont=pdfdoc.PDFName(name),
            Encoding=pdfdoc.PDFName("Identity-H"),
            DescendantFonts=pdfdoc.PDFArray([refer(descendant, "descendant")]),
            ToUnicode=refer(stream(self.to_unicode().encode("ascii")), "text"),
        )
        document.idToObject["BasicFonts"].dict[self.name] = refer(font, "font")


class _InitialFont:
    """What a canvas asks of the font it begins with, where it draws no text itself."""

    fontName, face = "dxdesk", SimpleNamespace(name="dxdesk", builtIn=False)  # noqa: N815  the canvas's own words
    _dynamicFont, _multiByte = True, False  # noqa: N815


@cache
def initial_font() -> str:
    """Name of a font the canvas starts with and never uses; without one it writes Helvetica into every file."""
    from reportlab.pdfbase import pdfmetrics

    pdfmetrics.registerFont(_InitialFont())
    return _InitialFont.fontName


class EmbeddedFonts:
    """The fonts of one PDF, made as they are first used."""

    def __init__(self) -> None:
        self._fonts: dict[Face, EmbeddedFont] = {}

    def of(self, face: Face) -> EmbeddedFont:
        """The embedded font of a face."""
        if face not in self._fonts:
            self._fonts[face] = EmbeddedFont(face, f"F{len(self._fonts) + 1}")
        return self._fonts[face]

    def write(self, document: Any) -> None:
        """Hand all fonts to reportlab's document; it asks them for their objects when it is written."""
        document.delayedFonts.extend(self._fonts.values())
