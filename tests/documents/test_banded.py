"""Long tables in groups, page by page."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dxdesk.documents.banded import place_banded
from dxdesk.documents.cells import Column, Row
from dxdesk.documents.frames import FRAME_T
from dxdesk.documents.page import Sheet
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL
from dxdesk.documents.table import Table
from tests.documents.page_checks import outside, overlapping
from tests.documents.reading import page_texts

TABLE = Table((Column(20.0, "番号"), Column(80.0, "内容")), (), least=8.0)


def laid(groups: Sequence[tuple[str, Sequence[str]]], last: str = "", under: float = 0.0) -> list[str]:
    sheet = Sheet(FRAME_T, "表")
    rows = ((name, [Row(("―", text)) for text in texts]) for name, texts in groups)
    place_banded(sheet, TABLE, rows, last=Row((last, "")) if last else None, under=under)
    if under:
        sheet.place(Text("注", CELL))
    pdf = sheet.finish().pdf
    assert outside(pdf, FRAME_T) == []
    assert overlapping(pdf) == []
    return page_texts(pdf)


@pytest.mark.parametrize("count", [1, 29, 30, 31, 90])
def test_every_row_is_there_once_and_every_page_has_head_and_name(count: int) -> None:
    pages = laid([("甲", [f"行{at:03}。" for at in range(count)])], "合計")
    text = "".join(pages)
    assert all(text.count(f"行{at:03}。") == 1 for at in range(count))
    assert all("番号内容甲" in page for page in pages if "行" in page)
    assert ("甲（続き）" in text) is (len(pages) > 1)
    assert "行" in pages[-1]
    assert pages[-1].count("合計") == text.count("合計") == 1


@pytest.mark.parametrize("count", [31, 40, 62])
def test_the_last_page_is_about_as_full_as_the_others(count: int) -> None:
    rows = [page.count("行") for page in laid([("甲", ["行"] * count)], "合計")]
    assert max(rows) - min(rows) <= 3


def test_groups_stay_whole_where_that_takes_no_more_pages() -> None:
    pages = laid([("甲", ["行"] * 10), ("乙", ["行"] * 17), ("丙", ["行"] * 17)], "合計")
    assert [page.count("行") for page in pages] == [27, 17]
    assert "続き" not in "".join(pages)


def test_no_row_of_a_parted_group_stands_alone() -> None:
    for count in range(22, 42, 3):
        pages = laid([("甲", ["前"] * (count - 10)), ("乙", ["行"] * count), ("丙", ["後"] * 3)], "合計")
        assert 1 not in [page.count("行") for page in pages]


def test_a_note_under_the_table_never_stands_alone_on_a_page() -> None:
    for count in range(26, 32):
        pages = laid([("甲", ["行"] * count)], under=8.0)
        assert "行" in pages[-1]
        assert "注" in pages[-1]


def test_a_name_never_stands_last_on_a_page() -> None:
    for count in range(20, 34):
        pages = laid([("甲", ["行"] * count), ("乙", ["最後の行"])])
        assert all("最後の行" in page for page in pages if "乙" in page)


def test_a_row_higher_than_a_page_is_parted_and_what_follows_goes_on() -> None:
    pages = laid([("甲", ["はじめ", "長い文。" * 1_500, "おわり"])])
    text = "".join(pages)
    assert text.count("長い文。") == 1_500
    assert "おわり" in pages[-1]


def test_a_row_higher_than_a_page_at_the_end_leaves_no_lone_head() -> None:
    pages = laid([("甲", ["長い文。" * 1_500])])
    assert "".join(pages).count("番号") == len(pages)


def test_nothing_places_nothing() -> None:
    assert "番号" not in "".join(laid([]))
