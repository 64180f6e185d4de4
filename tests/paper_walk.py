"""What holds of every document whatever stands in it: whole, legible, in its place, copied as it was typed."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dxdesk.desk import Desk
from dxdesk.documents.page import Printed, SetPage
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.packets import PartKey
from dxdesk.domain.printing import PrintKind, Wanted
from dxdesk.operations.printing_documents import print_document
from tests.builders import SECRETARIAT
from tests.documents.page_checks import overlapping
from tests.documents.reading import fonts, page_texts, squeezed, word_boxes
from tests.documents.recording import Recorded, recorded

WHOLE: Final[Collection[PrintKind | PartKey]] = ("list", "sheet", "confirmation", "sheets")
"""What prints every answer."""

TAB, FOOT = 9.5, 8.5
"""mm at the outer edge in which the tabs of a packet stand; mm below the foot line for its second line."""

_PIECE, _ENDS = 20, 4
"""So many characters of a text are looked for at once; over so many page ends the longest one goes on."""


@dataclass(frozen=True)
class Walked:
    """A document with what was seen while it was made."""

    printed: Printed
    found: Recorded

    @property
    def faults(self) -> dict[str, Sequence[object]]:
        """What should not be, by what it is; nothing of a sound document."""
        pdf, found = self.printed.pdf, self.found
        pages = list(zip(found.drawn, map(as_read, page_texts(pdf)), strict=True))
        embedded = fonts(pdf)
        seen = {
            "no letter": self.printed.missing,
            "not what was drawn": [said for drawn, said in pages if Counter(as_read("".join(drawn))) != Counter(said)],
            "not in its order": [line for drawn, said in pages for line in drawn if as_read(line) not in said],
            "wider than its column": found.too_wide,
            "higher than its cell": found.too_high,
            "beside its cell": found.beside,
            "a heading alone": found.alone,
            "badly broken": found.badly_broken,
            "outside its page": outside(pdf, found.pages),
            "over each other": overlapping(pdf),
            "not embedded": [name for name, font in embedded.items() if name[7] != "+" or "/ToUnicode" not in font],
            "without a font": [] if embedded else [self.printed],
        }  # fmt: skip
        return {what: which for what, which in seen.items() if which}

    def without(self, texts: Mapping[str, str]) -> set[str]:
        """Of texts by what they are said of those that are not here from their begin to their end."""
        whole = as_read("".join(line for page in self.found.drawn for line in page))
        return {each for each, text in texts.items() if _torn(as_read(text), whole)}


def walked(desk: Desk, cycle: Cycle, wanted: Wanted) -> Walked:
    """A document as the secretariat prints it. Raises Problem."""
    with recorded() as found:
        return Walked(printed(desk, cycle, wanted), found)


def printed(desk: Desk, cycle: Cycle, wanted: Wanted) -> Printed:
    """The same with nobody looking."""
    return desk.ask(print_document, cycle, wanted, SECRETARIAT, desk.moment())


def as_read(text: str) -> str:
    """A text without spaces and what has no ink."""
    return "".join(each for each in squeezed(text) if unicodedata.category(each) not in ("Cf", "Cc"))


def _torn(text: str, whole: str) -> bool:
    """Whether more of a text is not there in its order than what stands across the ends of some pages."""
    return sum(text[at : at + _PIECE] not in whole for at in range(0, len(text), _PIECE)) > _ENDS


def outside(pdf: bytes, pages: Iterable[SetPage]) -> list[tuple[int, str, float, float]]:
    """Characters beside the text area of their page, or above or below it; the tabs of a packet stand at the edge."""
    found = []
    for number, page in enumerate(pages):
        frame = page.frame
        for character, left, top, right, bottom in word_boxes(pdf, number):
            across = frame.left - 0.3 <= left and (right <= frame.right + 0.3 or left >= frame.page_width - TAB)
            along = min(frame.number, 9.0) - 0.5 <= top and bottom <= frame.footer + FOOT
            if not (across and along):
                found.append((number + 1, character, round(left, 1), round(top, 1)))
    return found
