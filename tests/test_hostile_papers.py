"""Every document and every part of a packet in a town of awkward texts: whole, legible, copied as it was typed."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.documents.page import SetPage
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.packets import PART_KEYS, PacketChoice, PartKey
from dxdesk.domain.printing import PRINT_KINDS, PrintKind, Wanted
from dxdesk.operations.printing_documents import print_document
from dxdesk.operations.printing_packet import FRONT, MAKERS, offered
from tests.builders import MOMENT, SECRETARIAT
from tests.documents.reading import fonts, page_texts, squeezed, word_boxes
from tests.documents.recording import recorded
from tests.hostile_town import TEXTS, hostile_town

TAB, FOOT = 9.5, 8.5
"""mm at the outer edge in which the tabs of a packet stand; mm below the foot line for its second line."""

Town = tuple[Desk, Cycle, Meeting]


@pytest.fixture(scope="module")
def town(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    found = hostile_town(empty_file, tmp_path_factory.mktemp("hostile"))
    yield found
    found[0].database.close()


def wanted(kind: PrintKind, part: PartKey | None, town: Town) -> Wanted:
    """A document; a packet holds a cover and one part."""
    desk, cycle, meeting = town
    if part is None:
        return Wanted(kind, meeting=meeting.id)
    return Wanted(
        kind, meeting=meeting.id, packet=PacketChoice(all_sheets=True).only((part,), desk.ask(offered, cycle))
    )


def as_read(text: str) -> str:
    """A text without spaces and what has no ink."""
    return "".join(each for each in squeezed(text) if unicodedata.category(each) not in ("Cf", "Cc"))


def seen(text: str) -> Counter[str]:
    """How often each character with ink occurs."""
    return Counter(as_read(text))


def torn(text: str, whole: str) -> bool:
    """Whether more of a text is not there in its order than what stands across the ends of some pages."""
    return sum(text[at : at + 20] not in whole for at in range(0, len(text), 20)) > ENDS


WHOLE, ENDS = ("list", "sheet", "confirmation", "sheets"), 4
"""What prints every answer, and over how many pages the longest of them goes on."""

DOCUMENTS = [
    *((kind, None) for kind in PRINT_KINDS if kind != "packet"),
    *(("packet", part) for part in PART_KEYS if part in FRONT or part in MAKERS),
]  # fmt: skip


def outside(pdf: bytes, pages: list[SetPage]) -> list[tuple[int, str, float, float]]:
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


@pytest.mark.parametrize(("kind", "part"), DOCUMENTS)
def test_awkward_text_is_printed_whole_and_in_its_place(kind: PrintKind, part: PartKey | None, town: Town) -> None:
    desk, cycle, _ = town
    asked = wanted(kind, part, town)
    with recorded() as found:
        printed = desk.ask(print_document, cycle, asked, SECRETARIAT, MOMENT)
    pdf = printed.pdf
    assert desk.ask(print_document, cycle, asked, SECRETARIAT, MOMENT).pdf == pdf
    assert printed.missing == ()
    for drawn, said in zip(found.drawn, page_texts(pdf), strict=True):
        assert seen(said) == seen("".join(drawn))
        assert [line for line in drawn if as_read(line) not in as_read(said)] == []
    assert (found.too_wide, found.too_high, found.alone) == ([], [], [])
    assert outside(pdf, found.pages) == []
    assert found.badly_broken == []
    if kind in WHOLE or part in WHOLE:
        whole = as_read("".join(line for page in found.drawn for line in page))
        assert {code for code, text in TEXTS.items() if torn(as_read(text), whole)} == set()
    embedded = fonts(pdf)
    assert embedded
    assert all(name[7] == "+" and "/ToUnicode" in font for name, font in embedded.items())
