from __future__ import annotations

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from pytestqt.qtbot import QtBot

from dxdesk.ui.printing import print_dialog
from dxdesk.ui.printing import printer as printing_printer
from dxdesk.ui.printing.preview import page_count, page_sizes, render_page
from dxdesk.ui.printing.printer import (
    DOTS,
    OnPaper,
    Order,
    Sides,
    has_printer,
    layout_of,
    on_sheets,
    pages_in,
    places,
    print_pages,
    send,
    set_up,
)
from tests.ui.printing.conftest import Opener
from tests.ui.printing.test_preview import ink, paper


def printer_to(path: Path) -> QPrinter:
    found = QPrinter(QPrinter.PrinterMode.HighResolution)
    found.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    found.setOutputFileName(str(path))
    found.setResolution(150)
    return found


def test_without_a_printer_of_the_system_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    assert not has_printer()
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["1階 複合機"])
    assert has_printer()


def test_a_lying_page_gets_lying_paper_and_no_margins_of_its_own() -> None:
    layout = layout_of(QSizeF(1190.55, 841.89))
    assert layout.orientation() == QPageLayout.Orientation.Landscape
    assert layout.pageSize().name().startswith("A3")
    assert layout.margins().isNull()
    assert layout_of(QSizeF(595.28, 841.89)).pageSize().name().startswith("A4")


def test_each_page_is_printed_on_paper_of_its_own_size_at_its_own_place(tmp_path: Path) -> None:
    pdf = paper("■" * 20, "二")
    pages = tuple(range(page_count(pdf)))
    assert print_pages(pdf, printer_to(tmp_path / "out.pdf"), pages) == len(pages)
    out = (tmp_path / "out.pdf").read_bytes()
    sizes = [(round(each.width()), round(each.height())) for each in page_sizes(out)]
    assert sizes == [(round(each.width()), round(each.height())) for each in page_sizes(pdf)]
    shown, printed = render_page(pdf, 0, 400), render_page(out, 0, 400)
    assert abs(ink(shown) - ink(printed)) < ink(shown) * 0.2
    places = [
        [
            (x, y)
            for y in range(picture.height())
            for x in range(picture.width())
            if picture.pixelColor(x, y).lightness() < 90
        ]
        for picture in (shown, printed)
    ]
    for axis in (0, 1):
        first, second = (min(place[axis] for place in each) for each in places)
        assert abs(first - second) <= 1


def test_only_the_chosen_pages_are_printed(tmp_path: Path) -> None:
    pdf = paper("一", "二", "三")
    assert print_pages(pdf, printer_to(tmp_path / "out.pdf"), (1, 4)) == 2
    sizes = page_sizes((tmp_path / "out.pdf").read_bytes())
    assert [each.width() > each.height() for each in sizes] == [False, True]


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("1-3,5", (0, 1, 2, 4)), ("１〜２、４", (0, 1, 3)), ("5", (4,)), ("4-9", (3, 4)), ("", ()), ("9", ()),
        ("二枚目", ()), ("2-", ()),
    ],
)  # fmt: skip
def test_a_range_is_read_as_people_type_it(typed: str, pages: tuple[int, ...]) -> None:
    assert pages_in(typed, 5) == pages


@given(st.text(max_size=30))
def test_whatever_is_typed_names_pages_that_are_there(typed: str) -> None:
    assert set(pages_in(typed, 7)) <= set(range(7))


def test_two_pages_of_one_size_share_a_sheet_and_others_have_it_alone() -> None:
    upright, lying, large = QSizeF(595, 842), QSizeF(842, 595), QSizeF(1191, 842)
    sizes = (upright, upright, upright, large, large, lying, upright)
    assert on_sheets(sizes, range(7), two_up=True) == ((0, 1), (2,), (3, 4), (5,), (6,))
    assert on_sheets(sizes, (0, 2), two_up=False) == ((0,), (2,))
    sheet, rooms = places(upright, two_up=True)
    assert (sheet.width(), sheet.height()) == (842, 595)
    assert [round(room.left()) for room in rooms] == [0, 421]
    sheet, rooms = places(large, two_up=True)
    assert (sheet.width(), sheet.height()) == (842, 1191)
    assert rooms[1].top() > sheet.height() / 2
    assert all(QRectF(0, 0, sheet.width(), sheet.height()).contains(room) for room in rooms)


def test_two_upright_pages_lie_beside_each_other_on_turned_paper_in_grey(tmp_path: Path) -> None:
    pdf = paper("■" * 20, "■" * 20)
    upright = tuple(at for at, size in enumerate(page_sizes(pdf)) if size.height() > size.width())
    printer = printer_to(tmp_path / "out.pdf")
    set_up(printer, OnPaper("long", two_up=True))
    assert printer.resolution() == DOTS
    assert printer.colorMode() == QPrinter.ColorMode.GrayScale
    assert print_pages(pdf, printer, upright[:2], two_up=True) == 2
    out = (tmp_path / "out.pdf").read_bytes()
    [size] = page_sizes(out)
    assert size.width() > size.height()
    picture = render_page(out, 0, 400)
    pixels = [picture.pixelColor(x, y) for y in range(picture.height()) for x in range(picture.width())]
    assert all(each.saturation() == 0 for each in pixels)
    dark = {x // 200 for x in range(400) for y in range(picture.height()) if picture.pixelColor(x, y).lightness() < 90}
    assert dark == {0, 1}


class Asked(QPrinter):
    """A printer that keeps its name and the sides it is asked for: one that writes a file has only one side."""

    sides = QPrinter.DuplexMode.DuplexAuto
    name = ""

    def setPrinterName(self, name: str) -> None:
        self.name = name

    def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:
        self.sides = duplex


@pytest.mark.parametrize(
    ("sides", "duplex"),
    [
        ("one", QPrinter.DuplexMode.DuplexNone),
        ("long", QPrinter.DuplexMode.DuplexLongSide),
        ("short", QPrinter.DuplexMode.DuplexShortSide),
    ],
)
def test_the_edge_where_both_sides_are_bound_is_asked_for(sides: Sides, duplex: QPrinter.DuplexMode) -> None:
    asked = Asked()
    set_up(asked, OnPaper(sides))
    assert asked.sides == duplex


def test_an_order_goes_to_the_printer_that_was_chosen_as_often_as_it_was_chosen(tmp_path: Path) -> None:
    asked = Asked()
    asked.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    asked.setOutputFileName(str(tmp_path / "out.pdf"))
    assert send(paper("一"), Order((0,), OnPaper("long"), "2階 複合機", 2, asked)) == 2
    assert (asked.name, asked.sides) == ("2階 複合機", QPrinter.DuplexMode.DuplexLongSide)


def test_copies_come_one_whole_document_after_the_other(tmp_path: Path) -> None:
    pdf = paper("一", "二")
    of = page_count(pdf)
    printer = printer_to(tmp_path / "out.pdf")
    set_up(printer, OnPaper(), copies=2)
    assert print_pages(pdf, printer, range(of)) == 2 * of
    sizes = [round(each.width()) for each in page_sizes((tmp_path / "out.pdf").read_bytes())]
    assert sizes == 2 * [round(each.width()) for each in page_sizes(pdf)]


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_takes_nothing_prints_nothing(tmp_path: Path) -> None:
    assert print_pages(paper("一"), printer_to(tmp_path / "no folder" / "out.pdf"), (0,)) == 0


def test_without_a_printer_the_button_says_so_and_the_pdf_is_offered(
    open_page: Opener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def has_none() -> bool:
        asked.append(threading.get_ident())
        return False

    monkeypatch.setattr(printing_printer, "has_printer", has_none)
    page = open_page()
    qtbot.waitUntil(lambda: "プリンターがありません" in page.foot._print.text())
    assert threading.get_ident() not in asked
    assert not page.foot._print.isEnabled()
    assert page.foot._pdf.isEnabled()
    again: list[object] = []
    monkeypatch.setattr(print_dialog, "ask_printer", lambda *each: again.append(each))
    page.take("print")  # the question itself says so, for meanwhile there may be one
    assert len(again) == 1
