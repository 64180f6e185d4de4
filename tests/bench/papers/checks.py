"""What a reader finds in a finished file: pages, text, bad line starts and ends, fonts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2

from tests.bench.papers.sample import Papers

NO_START = frozenset("、。，．・：；？！ー」』）】〉》〕々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％!%),.:;?]}")
NO_END = frozenset("「『（【〈《〔([{")
"""What every Japanese book keeps from the start and the end of a line; the program itself keeps more."""

LOOKED_AT = 120
"""Pages whose lines are looked at; the text is looked for in all."""


@dataclass(frozen=True)
class Found:
    """A file as it is read: `texts` of `wanted` came back whole; of `fonts` so many embedded, subset, with a map."""

    pages: int
    size: int
    lines: int
    bad_starts: int
    bad_ends: int
    texts: int
    wanted: int
    fonts: int
    embedded: int
    subset: int
    mapped: int


def check(file: Path, papers: Papers) -> Found:
    """Read a file."""
    document = pypdfium2.PdfDocument(file)
    pages = [page.get_textpage() for page in document]
    drawn = [line for page in islice(pages, LOOKED_AT) for line in _lines(page)]
    text = "".join("".join(page.get_text_range().split()) for page in pages)
    wanted = ["".join(words.split()) for words in papers.texts]
    fonts = _fonts(file)
    return Found(
        pages=len(pages),
        size=file.stat().st_size,
        lines=len(drawn),
        bad_starts=sum(line[0] in NO_START for line in drawn),
        bad_ends=sum(line[-1] in NO_END for line in drawn),
        texts=sum(words in text for words in wanted),
        wanted=len(wanted),
        fonts=len(fonts),
        embedded=sum(any(f"/FontFile{number}" in _descriptor(font) for number in ("", 2, 3)) for font in fonts),
        subset=sum(str(font["/BaseFont"])[7:8] == "+" for font in fonts),
        mapped=sum("/ToUnicode" in font for font in fonts),
    )


def _lines(page: Any) -> list[str]:
    """The lines of a page as they stand on the paper: characters of one height, apart where a cell ends."""
    found: list[str] = []
    line, right, middle = "", 0.0, 0.0
    for at in range(page.count_chars()):
        character = page.get_text_range(at, 1)
        if not character.strip():
            continue
        x1, y1, x2, y2 = page.get_charbox(at, loose=True)
        height = (y1 + y2) / 2
        if line and (abs(height - middle) > 3 or x1 - right > 5 or x1 < right - 20):
            found.append(line)
            line = ""
        line += character
        right, middle = x2, height
    return [*found, line] if line else found


def _fonts(file: Path) -> list[Any]:
    """Every font of the file once."""
    found: dict[Any, Any] = {}
    for page in pypdf.PdfReader(file).pages:
        fonts = page["/Resources"].get("/Font", {}).get_object()  # type: ignore[attr-defined]
        for name in fonts:
            found.setdefault(fonts.raw_get(name).idnum, fonts[name].get_object())
    return list(found.values())


def _descriptor(font: Any) -> Any:
    inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    return inner.get("/FontDescriptor", {})
