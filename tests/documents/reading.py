"""What a reader gets out of a printed file: text, fonts, pictures, the boxes of its characters."""

from __future__ import annotations

import ctypes
import io
import os
import shutil
import subprocess
from functools import lru_cache
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pypdfium2.raw
import pytest

POINTS = 72 / 25.4
OFFICE = shutil.which("soffice")


def squeezed(text: str) -> str:
    """The text without spaces and line ends, which which readers make from the layout."""
    return "".join(text.split())


def texts(pdf: bytes) -> tuple[str, str]:
    """All text as pypdfium2 and as pypdf extract it, pages joined, without spaces and line ends."""
    document = pypdfium2.PdfDocument(pdf)
    first = "".join(page.get_textpage().get_text_range() for page in document)
    second = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    return squeezed(first), squeezed(second)


def page_texts(pdf: bytes) -> list[str]:
    """The text of every page, without spaces and line ends."""
    return [squeezed(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(pdf)]


def fonts(pdf: bytes) -> dict[str, Any]:
    """Every font of the file by its name."""
    found: dict[str, Any] = {}
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            found[font.get_object()["/BaseFont"]] = font.get_object()
    return found


def picture(pdf: bytes, page: int = 0, *, dots: int = 100) -> Any:
    """A page in grey, `dots` per inch."""
    return pypdfium2.PdfDocument(pdf)[page].render(scale=dots / 72, grayscale=True).to_pil()


Box = tuple[str, float, float, float, float]


def word_boxes(pdf: bytes, page: int = 0) -> list[Box]:
    """Every visible character with left, top, right, bottom in mm from the upper left corner."""
    return list(_boxes(pdf, page))


@lru_cache(maxsize=64)  # several checks look at the same page one after the other
def _boxes(pdf: bytes, page: int) -> tuple[Box, ...]:
    sheet = pypdfium2.PdfDocument(pdf)[page]
    height = sheet.get_height()
    text = sheet.get_textpage()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    found = []
    for index in range(text.count_chars()):
        character = chr(pypdfium2.raw.FPDFText_GetUnicode(text.raw, index))
        if character.strip() and not "\ud800" <= character <= "\udfff":  # half of one above U+FFFF
            pypdfium2.raw.FPDFText_GetCharBox(text.raw, index, left, right, bottom, top)
            found.append(
                (
                    character,
                    left.value / POINTS,
                    (height - top.value) / POINTS,
                    right.value / POINTS,
                    (height - bottom.value) / POINTS,
                )
            )
    return tuple(found)


def printed_by_office(document: bytes, folder: Path) -> bytes:
    """A Word file as LibreOffice prints it; the test is skipped where that is not on this computer."""
    if OFFICE is None:
        pytest.skip("soffice (LibreOffice Writer) is not on this computer")
    (folder / "document.docx").write_bytes(document)
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = [OFFICE, home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), "document.docx"]
    made = subprocess.run(
        command, cwd=folder, env={**os.environ, "HOME": str(folder)}, capture_output=True, timeout=200, check=False
    )
    printed = folder / "document.pdf"
    if not printed.exists():
        pytest.skip(f"soffice is there without its Writer: {made.stderr.decode(errors='replace')[:120]}")
    return printed.read_bytes()
