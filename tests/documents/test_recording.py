"""The recorder finds what it is there for."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from dxdesk.documents.blocks import Whole
from dxdesk.documents.breaking import Measured
from dxdesk.documents.initiative_sheet_parts import Heading
from dxdesk.documents.ink import Ink
from dxdesk.documents.page import FRAME_T, Sheet
from dxdesk.documents.paragraph import Text, lines_of, write
from dxdesk.documents.styles import CELL, LETTER, SECTION
from dxdesk.documents.table import Column, Row, Table
from tests.documents.recording import badly_broken, recorded


def test_it_keeps_the_pages_and_what_is_drawn_on_them() -> None:
    with recorded() as found:
        sheet = Sheet(FRAME_T, "試験")
        sheet.place(Text("一行目\n二行目", CELL))
        sheet.next_page()
        sheet.place(Text("次の頁", CELL))
        sheet.finish()
    assert [[line for line in page if "／" not in line] for page in found.drawn] == [["一行目", "二行目"], ["次の頁"]]
    assert (found.too_wide, found.badly_broken) == ([], [])


def test_a_line_set_for_another_width_is_too_wide() -> None:
    text = Text("あ" * 20, CELL)
    with recorded() as found:
        sheet = Sheet(FRAME_T, "試験")
        replace(text, lines=text.set(80.0)).draw(sheet.ink, 40, 40, 30)
    assert found.too_wide == ["あ" * 20]


def test_what_is_drawn_beyond_its_cell_is_too_high() -> None:
    table = Table((Column(20), Column(20)), (Row(("一行", "一行")),))
    with recorded() as found:
        sheet = Sheet(FRAME_T, "試験")
        table.draw(sheet.ink, 40, 40, 40)
        assert found.too_high == []
        (seat, _) = table._part(40, is_head=False).seats
        table._draw_cell(sheet.ink, seat, Text("一\n二\n三", CELL), (40, 40, 20, 6), is_head=False)
    assert len(found.too_high) == 1


def test_a_heading_with_nothing_below_it_stands_alone() -> None:
    with recorded() as found:
        sheet = Sheet(FRAME_T, "試験")
        sheet.place(Heading("1　全体の状況"))
        sheet.place(Text("本文", CELL))
        sheet.place(Heading("2　軸別"))
        sheet.next_page()
        sheet.place(Text("次の頁", CELL))
    assert found.alone == ["2　軸別"]


def test_a_heading_of_any_document_is_one() -> None:
    with recorded() as found:
        sheet = Sheet(FRAME_T, "試験")
        sheet.place(Text("1　全体の状況", SECTION))
        sheet.place(Text("本文", CELL))
        sheet.place(Text("2　軸別", SECTION))
    assert found.alone == ["2　軸別"]


@dataclass(frozen=True)
class Shifted(Whole):
    """A word that does not stand where it is put."""

    across: float

    def height(self, width: float) -> float:
        return 4.5

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        write(ink, x + self.across, y, "四文字の𠮷。", CELL)


@pytest.mark.parametrize("across", [-4.0, 0.0, 12.0])
def test_words_over_the_edge_of_their_cell_stand_beside_it(across: float) -> None:
    with recorded() as found:
        Table((Column(24), Column(20)), (Row((Shifted(across), "隣")),)).draw(Sheet(FRAME_T, "試験").ink, 40, 40, 44)
    assert found.beside == (["四文字の𠮷。"] if across else [])


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["あい", "。う"], [("あい", "。う")]),
        (["あ「", "い」"], [("あ「", "い」")]),
        (["あい。", "う"], []),
        (["」」", "」」"], []),
    ],
)
def test_a_line_parts_badly_where_it_could_have_parted_elsewhere(
    lines: list[str], found: list[tuple[str, str]]
) -> None:
    assert badly_broken(lines) == found


def test_every_text_that_is_broken_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Measured, "line_end", lambda text, start, _room: min(start + 2, text.count))
    with recorded() as found:
        assert lines_of("あい。う\n。え", LETTER, 10.0) == ("あい", "。う", "。え")
    assert found.badly_broken == [("あい", "。う")]
