"""The pages of a PDF as pictures, from the very bytes that are saved and printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import Any

import pypdfium2
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QImage

POINTS_TO_INCH = 72.0

_PDFIUM = Lock()
"""pdfium works for one thread at a time, whichever document it is."""


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has. Any thread may ask. Raises pypdfium2.PdfiumError for what is no PDF."""
    with _opened(pdf) as document:
        return len(document)


def page_sizes(pdf: bytes) -> tuple[QSizeF, ...]:
    """Width and height of each page in points, as it is read upright. Any thread may ask."""
    with _opened(pdf) as document:
        return tuple(QSizeF(*document.get_page_size(number)) for number in range(len(document)))


def render_page(pdf: bytes, page: int, width: int) -> QImage:
    """A page (from 0) as a picture ``width`` px wide, white where there is no ink. Any thread may ask.

    Raises IndexError for a page that is not there and pypdfium2.PdfiumError for what is no PDF.
    """
    with _opened(pdf) as document:
        if not 0 <= page < len(document):
            raise IndexError(page)
        shown = document[page]
        points_wide, _ = shown.get_size()
        # The bitmap's size is the page's, rounded up: a scale a little smaller keeps it to `width`.
        scale = (max(1, width) - 0.01) / points_wide
        bitmap = shown.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
        try:
            picture = QImage(
                bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
            ).copy()
        finally:
            bitmap.close()
            shown.close()
    return picture


def size_at(page: QSizeF, width: int) -> QSize:
    """The size in px of a page's picture ``width`` px wide."""
    return QSize(width, max(1, round(page.height() * width / page.width())))


def find_words(pdf: bytes, words: Sequence[str]) -> dict[str, tuple[int, float]]:
    """Where words stand first: the page (from 0) and how far down it, 0 to 1. Any thread may ask.

    Words that stand nowhere are left out. Raises pypdfium2.PdfiumError for what is no PDF.
    """
    found: dict[str, tuple[int, float]] = {}
    with _opened(pdf) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            for each in words:
                hit = text.search(each).get_next() if each not in found else None
                if hit is not None:
                    top = text.get_charbox(hit[0])[3]
                    found[each] = number, 1 - top / page.get_height()
            text.close()
            page.close()
    return found
