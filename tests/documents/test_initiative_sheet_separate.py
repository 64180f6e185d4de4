"""別紙 of a sheet of one unit: what no page holds, whole."""

from __future__ import annotations

import pytest

from dxdesk.documents.initiative_sheet_separate import place_separate
from dxdesk.documents.page import FRAME_T, Sheet
from dxdesk.documents.table import Column, Row, Table
from tests.documents.page_checks import outside
from tests.documents.recording import recorded
from tests.documents.sample_boards import scene, unit_sheet
from tests.documents.test_initiative_sheet import of_length, page_texts, printed, text_of


@pytest.mark.parametrize("lengths", [(400, 400, 400), (4_000, 4_000, 4_000), (4_000, 0, 0)])
def test_what_no_sheet_holds_goes_whole_on_a_page_of_its_own(lengths: tuple[int, int, int]) -> None:
    found, value = of_length(lengths)
    pages = page_texts(printed(found, value).pdf)
    assert "…（別紙）" in pages[0]
    assert pages[1].startswith("（続き）")
    assert all(page.startswith("別紙") for page in pages[2:])
    full = "".join(pages[2:])
    assert full.count("整理") == sum(text_of(each).count("整理") for each in lengths)


def test_a_hundred_lines_go_whole_on_a_page_of_their_own() -> None:
    text = "\n".join(f"行{at:03}番" for at in range(100))
    found = scene("ogawara", texts=(text, None, None))
    result = printed(found, unit_sheet(found, "3"))
    full = "".join(page_texts(result.pdf)[2:])
    assert all(f"行{at:03}番" in full for at in range(100))
    assert outside(result.pdf, FRAME_T) == []


def test_the_heading_of_the_answers_is_not_left_behind_on_the_page_before() -> None:
    value = unit_sheet(scene("ogawara"), "6")
    answers = Table((Column(165),), (Row(("一つの課の回答",), least=60), Row(("もう一つの課の回答",), least=60)))
    for lines in range(36, 54, 3):
        with recorded() as found:
            sheet = Sheet(FRAME_T, "個票")
            place_separate(sheet, value, [("今回の実績", "\n".join("行" * lines))], answers)
        assert found.alone == []
