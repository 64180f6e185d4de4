"""The checks themselves see what they look for."""

from __future__ import annotations

from dxdesk.documents.page import FRAME_T, Sheet
from dxdesk.documents.paragraph import write
from dxdesk.documents.styles import CELL
from tests.documents.page_checks import outside, overlapping, smallest


def test_words_beyond_the_edge_over_each_other_and_too_small_are_seen() -> None:
    sheet = Sheet(FRAME_T, "試し")
    write(sheet.ink, 185.0, 100.0, "はみ出す", CELL)
    write(sheet.ink, 50.0, 120.0, "重なる", CELL)
    write(sheet.ink, 51.0, 120.5, "別の字", CELL)
    write(sheet.ink, 50.0, 140.0, "小さい", CELL.at(6.5))
    pdf = sheet.finish().pdf
    assert {character for _, character, _, _ in outside(pdf, FRAME_T)} >= {"す"}
    assert overlapping(pdf)
    assert smallest(pdf) == 6.5
