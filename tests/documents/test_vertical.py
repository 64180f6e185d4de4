"""Text set downwards."""

from __future__ import annotations

import pytest

from dxdesk.documents.page import FRAME_T, Sheet
from dxdesk.documents.styles import CELL
from dxdesk.documents.vertical import Vertical
from tests.documents.reading import page_texts


def test_an_upright_column_turns_brackets_and_wraps_when_it_is_short_of_room() -> None:
    tall = Vertical("住民の利便性向上に向けたDX（案）", CELL)
    assert tall.height(8) == pytest.approx(17 * CELL.line / 72 * 25.4)
    assert Vertical(tall.text, CELL, room=45).height(8) <= 45
    parted = [
        "".join(each.text for each in column)
        for column in Vertical("住みよい美しい環境で暮らせるDX", CELL, 42)._columns()
    ]
    assert parted == ["住みよい美しい", "環境で暮らせるDX"]
    even = Vertical("住みよい美しい環境で暮らせるDX", CELL, 36)
    assert [len(column) for column in even._columns()] == [8, 8]
    sheet = Sheet(FRAME_T, "試験")
    sheet.place(tall)
    assert "0 -1 1 0" in "\n".join(sheet.ink.operators)
    assert page_texts(sheet.finish().pdf)[0].startswith("住民の利便性向上に向けたDX（案）")
