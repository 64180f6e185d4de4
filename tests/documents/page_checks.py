"""What must hold of every printed page: inside its frame, nothing over anything else, no type below the floor."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from pathlib import Path

import pypdfium2
import pypdfium2.raw

from dxdesk.documents.page import Frame
from tests.documents.reading import page_texts, word_boxes

GOLDEN = Path(__file__).parent.parent / "golden"
_MADE = re.compile(r"作成(?:[RHS]\d+|\d{4})\.\d+\.\d+\d\d:\d\d")


def outside(pdf: bytes, frame: Frame) -> list[tuple[int, str, float, float]]:
    """Characters that stand outside the text area or above or below the furniture: page, character, left, top."""
    found = []
    for page in range(len(pypdfium2.PdfDocument(pdf))):
        for character, left, top, right, bottom in word_boxes(pdf, page):
            across = frame.left - 0.3 <= left and right <= frame.right + 0.3
            along = min(frame.number, 9.0) - 0.5 <= top and bottom <= frame.footer + 4.5
            if not (across and along):
                found.append((page + 1, character, round(left, 1), round(top, 1)))
    return found


def overlapping(pdf: bytes) -> list[tuple[int, str, str]]:
    """Pairs of characters drawn over each other by more than a hair: page and both."""
    found = []
    for page in range(len(pypdfium2.PdfDocument(pdf))):
        buckets: dict[tuple[int, int], list[tuple[str, float, float, float, float]]] = defaultdict(list)
        for character, left, top, right, bottom in word_boxes(pdf, page):
            box = (character, left + 0.3, top + 0.3, right - 0.3, bottom - 0.3)
            if box[1] >= box[3] or box[2] >= box[4]:
                continue
            places = {(int(x // 4), int(y // 4)) for x in (left, right) for y in (top, bottom)}
            near = {each for place in places for each in buckets[place]}
            found += [
                (page + 1, other[0], character)
                for other in near
                if other[1] < box[3] and box[1] < other[3] and other[2] < box[4] and box[2] < other[4]
            ]
            for place in places:
                buckets[place].append(box)
    return found


def smallest(pdf: bytes) -> float:
    """The smallest type in points; the ? inside the sign of 未回答 is part of a drawing and does not count."""
    sizes = []
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        for index in range(text.count_chars()):
            character = chr(pypdfium2.raw.FPDFText_GetUnicode(text.raw, index))
            if character.strip() and character != "?":
                sizes.append(pypdfium2.raw.FPDFText_GetFontSize(text.raw, index))
    return float(round(min(sizes), 2))


def check_golden(name: str, pdf: bytes) -> None:
    """The extracted text of a file equals the one kept, but for the moment it was made.

    With DXDESK_GOLDEN=write in the environment the kept text is written anew.
    """
    text = "\n".join(_MADE.sub("", page) for page in page_texts(pdf)) + "\n"
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("DXDESK_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
