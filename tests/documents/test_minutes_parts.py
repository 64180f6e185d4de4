"""The parts of a 会議録: lines that stay together over the end of a page."""

from __future__ import annotations

import pytest

from dxdesk.documents.frames import FRAME_M
from dxdesk.documents.minutes_parts import LINE, place_before
from dxdesk.documents.page import Sheet
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import MINUTES
from tests.documents.reading import page_texts


@pytest.mark.parametrize(
    ("lines", "room", "on_the_first"), [(2, 1, 0), (3, 2, 0), (4, 1, 0), (4, 3, 2), (5, 4, 3), (5, 2, 2), (6, 3, 3)]
)
def test_no_line_of_several_stands_alone_on_a_page(lines: int, room: int, on_the_first: int) -> None:
    sheet = Sheet(FRAME_M, "会議録", "大河原町")
    sheet.y = sheet.bottom - room * LINE - 0.1
    place_before(sheet, Text("\n".join("本" for _ in range(lines)), MINUTES), 0.0)
    first, second = (text.count("本") for text in page_texts(sheet.finish().pdf))
    assert (first, second) == (on_the_first, lines - on_the_first)


def test_the_line_before_what_follows_moves_with_it() -> None:
    sheet = Sheet(FRAME_M, "会議録", "大河原町")
    sheet.y = sheet.bottom - 3 * LINE - 0.1
    place_before(sheet, Text("本", MINUTES), 3 * LINE)
    assert [text.count("本") for text in page_texts(sheet.finish().pdf)] == [0, 1]
