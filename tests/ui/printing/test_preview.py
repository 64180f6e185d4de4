from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtGui import QImage

from dxdesk.documents.page import FRAME_A3, FRAME_T, Footer, Sheet
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL
from dxdesk.ui.printing.preview import page_count, page_sizes, render_page, size_at


def paper(*words: str) -> bytes:
    """A PDF with a page of A4 standing for each word, then one of A3 lying."""
    sheet = Sheet(FRAME_T, "題", footer=Footer())
    for word in words:
        sheet.place(Text(word, CELL))
        sheet.next_page()
    sheet.next_page(FRAME_A3)
    sheet.place(Text("A3", CELL))
    return sheet.finish().pdf


def ink(picture: QImage) -> int:
    """How many points of every seventh line are not white."""
    return sum(
        picture.pixelColor(x, y).lightness() < 128
        for y in range(0, picture.height(), 7)
        for x in range(picture.width())
    )


def test_pages_are_counted_and_measured() -> None:
    pdf = paper("一", "二")
    assert page_count(pdf) == 4
    sizes = [(round(each.width()), round(each.height())) for each in page_sizes(pdf)]
    assert sizes == [(595, 842), (595, 842), (595, 842), (1191, 842)]


@pytest.mark.parametrize("width", [1, 60, 397, 1100, 2480])
def test_a_picture_is_as_wide_as_asked_and_as_high_as_the_page_is(width: int) -> None:
    pdf = paper("一")
    picture = render_page(pdf, 0, width)
    expected = size_at(page_sizes(pdf)[0], width)
    assert picture.width() == width == expected.width()
    assert abs(picture.height() - expected.height()) <= 1


def test_words_are_black_on_white() -> None:
    picture = render_page(paper("■" * 30), 0, 600)
    assert picture.pixelColor(2, 2).name() == "#ffffff"
    assert ink(picture) > 0
    darkest = min(picture.pixelColor(x, y).lightness() for y in range(0, 848, 2) for x in range(0, 600, 2))
    assert darkest < 40


def test_a_page_that_is_not_there_is_refused() -> None:
    for page in (-1, 9):
        with pytest.raises(IndexError):
            render_page(paper("一"), page, 100)


def test_many_threads_get_the_pictures_one_alone_would_get() -> None:
    pdfs = [paper(*("字" * count for count in range(1, 4))), paper("別の文書")]
    wanted = [(pdf, page) for pdf in pdfs for page in range(page_count(pdf))] * 4
    alone = [render_page(pdf, page, 300) for pdf, page in wanted]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda each: render_page(each[0], each[1], 300), wanted))
    assert together == alone
