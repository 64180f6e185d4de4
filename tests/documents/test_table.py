"""Tables: heads repeat, rows stay whole, merged cells and groups go on with （続き）."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dxdesk.documents.blocks import Stack
from dxdesk.documents.page import FRAME_A3, FRAME_T, Printed, Sheet
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL, CELL_BOLD, HEAD
from dxdesk.documents.symbols import CheckBox, Symbol
from dxdesk.documents.table import Cell, Column, Row, Table, band, beginning
from dxdesk.documents.vertical import Vertical
from tests.documents.reading import fonts, page_texts, picture, word_boxes
from tests.documents.recording import recorded

COLUMNS = (Column(20, "番号"), Column(100, "内容"), Column(45, "担当"))


def numbered(count: int, text: str = "移行の順番案を示す。") -> tuple[Row, ...]:
    return tuple(Row((f"甲{number}乙", text, "政策企画課")) for number in range(count))


def printed(table: Table) -> Printed:
    sheet = Sheet(FRAME_T, "試験")
    sheet.place(table)
    return sheet.finish()


def test_heads_repeat_on_every_page_and_every_row_appears_once() -> None:
    result = printed(Table(COLUMNS, numbered(100)))
    pages = page_texts(result.pdf)
    assert result.pages == len(pages) > 1
    assert all("番号内容担当" in page for page in pages)
    numbers = [int(number) for page in pages for number in re.findall("甲([0-9]+)乙", page)]
    assert numbers == list(range(100))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, 300), min_size=1, max_size=40))
def test_no_row_is_cut_and_nothing_is_lost(lengths: list[int]) -> None:
    rows = tuple(Row((f"甲{number}乙", "長" * length, f"丙{number}丁")) for number, length in enumerate(lengths))
    pages = page_texts(printed(Table(COLUMNS, rows)).pdf)
    assert "".join(pages).count("長") == sum(lengths)
    for number, length in enumerate(lengths):
        (page,) = (page for page in pages if f"甲{number}乙" in page)
        assert f"丙{number}丁" in page
        (between,) = re.findall(f"甲{number}乙(.*?)丙{number}丁", page)
        assert between.count("長") == length


def test_a_row_higher_than_a_page_is_cut_between_lines_and_nothing_is_lost() -> None:
    rows = (*numbered(3), Row(("長いもの", "語" * 4000, "全課")), *numbered(2))
    result = printed(Table(COLUMNS, rows))
    pages = page_texts(result.pdf)
    assert result.pages > 2
    assert "".join(pages).count("語") == 4000
    assert "".join(pages).count("長いもの") == 1
    for number in range(result.pages):
        assert all(bottom < FRAME_T.bottom for word, _, _, _, bottom in word_boxes(result.pdf, number) if word == "語")


def test_a_merged_cell_goes_on_after_the_page_end_with_the_word_for_it() -> None:
    rows = [Row((f"甲{n}乙", "内容")) for n in range(70)]
    rows[0] = Row((Cell("軸その一", rows=70), "甲0乙", "内容"))
    pages = page_texts(printed(Table(COLUMNS, tuple(rows))).pdf)
    assert "軸その一" in pages[0]
    assert "（続き）" not in pages[0]
    assert all("軸その一（続き）" in page for page in pages[1:])
    assert not any("（続き）（続き）" in page for page in pages)


def test_a_drawn_merged_cell_goes_on_as_its_own_continuation() -> None:
    again = Vertical("軸（続き）", CELL_BOLD)
    first = Row((Cell(Vertical("住民の軸", CELL_BOLD), rows=70, continued=again), "甲0乙", "内容"))
    rows = (first, *(Row((f"甲{n}乙", "内容")) for n in range(1, 70)))
    pages = page_texts(printed(Table(COLUMNS, rows)).pdf)
    assert "住民の軸" in pages[0]
    assert all("軸（続き）" in page for page in pages[1:])


def test_a_group_row_is_repeated_and_never_stands_last_on_a_page() -> None:
    rows: list[Row] = []
    for group in range(8):
        rows += [band(f"区分{group}組"), *(Row((f"甲{group}-{n}乙", "内容", "課")) for n in range(11))]
    pages = page_texts(printed(Table(COLUMNS, tuple(rows))).pdf)
    assert len(pages) > 2
    for page in pages:
        assert re.search(r"番号内容担当区分\d組(（続き）)?甲", page)
        assert not re.search(r"区分\d組(（続き）)?\d+／\d+$", page)


def test_a_row_that_belongs_to_the_next_one_moves_with_it() -> None:
    rows = list(numbered(60))
    sheet = Sheet(FRAME_T, "試験")
    table = Table(COLUMNS, tuple(rows))
    parted = table.split(sheet.width, sheet.room, sheet.room)
    assert parted is not None
    last = len(parted[0].rows) - 1
    rows[last] = replace(rows[last], keep=True)
    parted = Table(COLUMNS, tuple(rows)).split(sheet.width, sheet.room, sheet.room)
    assert parted is not None
    assert len(parted[0].rows) == last


def test_rows_that_all_belong_together_but_exceed_a_page_are_still_printed() -> None:
    rows = tuple(replace(row, keep=True) for row in numbered(100))
    pages = page_texts(printed(Table(COLUMNS, rows)).pdf)
    assert len(re.findall("甲[0-9]+乙", "".join(pages))) == 100


def test_column_edges_lie_where_their_widths_say() -> None:
    columns = tuple(Column(width, "見出し") for width in (8, 8, 38, 33, 33, 33, 18, 14, 22, 66, 48, 42, 17))
    sheet = Sheet(FRAME_A3, "試験")
    sheet.place(Table(columns, (Row(least=17),)))
    fold = 210 * 72 / 25.4
    lines = re.findall(rf"{fold:.3f} [0-9.]+ m {fold:.3f} [0-9.]+ l", "\n".join(sheet.ink.operators))
    assert len(lines) >= 2 + 2  # both fold marks; head and row


def test_words_stay_inside_their_frame_and_their_columns() -> None:
    name = "子" * 40
    rows = tuple(Row((name, name * 3, Cell(name, valign="top"))) for _ in range(6))
    result = printed(Table(COLUMNS, rows))
    for page in range(result.pages):
        for word, left, top, right, bottom in word_boxes(result.pdf, page):
            assert left >= 25 - 0.1
            assert right <= 190 + 0.1
            if word == "子":
                assert top > FRAME_T.next_body - 0.1
                assert bottom < FRAME_T.bottom
                assert not any(left < edge - 0.1 < edge + 0.1 < right for edge in (45, 145))


def test_a_hatched_cell_lays_a_white_plate_behind_its_word() -> None:
    pdf = printed(Table((Column(40),), (Row((Cell("中", fill="hatch", align="center"),), least=20),), head=())).pdf
    image = picture(pdf, dots=254)
    (word,) = (box for box in word_boxes(pdf) if box[0] == "中")
    rows = range(round(word[2] * 10), round(word[4] * 10))
    beside = [image.getpixel((round((word[1] - 0.4) * 10), y)) for y in rows]
    further = [image.getpixel((round((word[1] - 3.0) * 10), y)) for y in rows]
    assert min(beside) > 200
    assert min(further) < 128


def test_a_cell_can_hold_a_symbol_over_its_word_and_boxes_to_tick() -> None:
    cell = Stack((Symbol("late", 5.4), Text("遅れ", CELL.aligned("center"))))
    table = Table((Column(20, "状況"), Column(20, "○")), (Row((cell, CheckBox(5.0))),), least=9.2)
    assert "状況○遅れ" in page_texts(printed(table).pdf)[0]
    head_height = 12.4 * 25.4 / 72 + 2.4
    assert table.height(40) == pytest.approx(head_height + cell.height(17) + 2.4)


def test_a_grey_cell_within_the_body_is_set_like_a_head() -> None:
    table = Table((Column(30), Column(60)), (Row((Cell("提出期限", fill="head"), "令和7年1月31日")),))
    sheet = Sheet(FRAME_T, "試験")
    sheet.place(table)
    assert any(name.endswith(HEAD.face.value) for name in fonts(sheet.finish().pdf))


def test_a_merged_cell_that_needs_more_stretches_its_rows() -> None:
    tall = Row((Cell("縦" * 120, rows=2), "一", "二"))
    table = Table(COLUMNS, (tall, Row(("三", "四"))))
    alone = Text("縦" * 120, CELL).height(17) + 2.4
    assert table.height(165) >= alone


@pytest.mark.parametrize("rows", [1, 2])
def test_a_merged_cell_has_room_for_what_it_holds_on_both_sides_of_a_page_end(rows: int) -> None:
    label = Cell(Vertical("必要に応じて取り組むもの", CELL_BOLD), rows=4)
    others = tuple(Row(("", f"前{at}")) for at in range(5))
    table = Table(
        (Column(10), Column(60)), (*others, Row((label, "甲0")), *(Row((f"甲{at}",)) for at in (1, 2, 3))), style=CELL
    )
    heights = table._heights(70)
    found = table.split(70, sum(heights[: 5 + rows]) + 0.1)
    assert found is not None
    above, below = found
    assert (len(above.rows), len(below.rows)) == (5, 4)
    with recorded() as drawn:
        sheet = Sheet(FRAME_T, "試験")
        alone = Table(table.columns, (Row((replace(label, rows=1), "甲0")),), style=CELL)
        alone.draw(sheet.ink, 40, 40, 70)
        below.draw(sheet.ink, 40, 140, 70)
    assert drawn.too_high == []


@pytest.mark.parametrize(("rows", "kept"), [((30, 40, 50), 70), ((90, 90), 90), ((250, 10), 20), ((10,), 10)])
def test_a_heading_takes_two_rows_along_or_one_and_nothing_of_a_row_that_is_cut_anyway(
    rows: tuple[int, ...], kept: int
) -> None:
    table = Table((Column(60),), tuple(Row(("行",), least=high) for high in rows))
    assert beginning(table, 60) == pytest.approx(kept)


def test_a_row_with_too_many_cells_is_a_mistake_of_the_program() -> None:
    with pytest.raises(AssertionError, match="more cells"):
        Table(COLUMNS, (Row(("一", "二", "三", "四")),)).height(165)


def test_rules_are_those_of_the_forms_and_a_frame_is_drawn_last() -> None:
    columns = (Column(80, "令和5年度"), Column(85, "令和6年度", frame=1.2))
    sheet = Sheet(FRAME_T, "試験")
    sheet.place(Table(columns, (Row(("あ", "い")), Row((Cell(diagonal=True), "え"), rule=0.5))))
    weights = re.findall(r"G ([0-9.]+) w", "\n".join(sheet.ink.operators))
    assert set(weights) == {"0.250", "0.500", "1.200"}
    assert weights[-1] == "1.200"


def test_a_thousand_rows_are_measured_once_each() -> None:
    result = printed(Table(COLUMNS, numbered(1000)))
    assert len(re.findall("甲[0-9]+乙", "".join(page_texts(result.pdf)))) == 1000


@pytest.mark.parametrize("lines", range(50, 64))
def test_a_row_that_is_a_page_high_goes_on_under_its_band(lines: int) -> None:
    text = "\n".join(f"{line}行" for line in range(lines))
    rows = (band("取組の名前"), Row(("番号", text, "課"), keep=True), Row(("終", "わり", "")))
    sheet = Sheet(FRAME_T, "試験")
    sheet.y = sheet.frame.next_body
    sheet.place(Table(COLUMNS, rows, head=()))
    pages = page_texts(sheet.finish().pdf)
    assert len(pages) <= 2
    assert [int(number) for page in pages for number in re.findall("([0-9]+)行", page)] == list(range(lines))
    assert all("取組の名前" in page for page in pages)
