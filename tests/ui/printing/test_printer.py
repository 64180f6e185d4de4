from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageLayout, QPageRanges
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dxdesk.ui.printing.preview import page_count, page_sizes, render_page
from dxdesk.ui.printing.printer import ask_printer, chosen_pages, has_printer, layout_of, print_pages
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


def test_a_range_the_page_that_is_looked_at_or_all(tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "out.pdf")
    assert chosen_pages(printer, 5, 2) == (0, 1, 2, 3, 4)
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert chosen_pages(printer, 5, 2) == (2,)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1,3-9"))
    assert chosen_pages(printer, 5, 2) == (0, 2, 3, 4)


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_takes_nothing_prints_nothing(tmp_path: Path) -> None:
    assert print_pages(paper("一"), printer_to(tmp_path / "no folder" / "out.pdf"), (0,)) == 0


def test_the_dialog_of_the_system_is_asked_with_range_and_paper(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[QPrintDialog] = []

    def accept(dialog: QPrintDialog) -> int:
        seen.append(dialog)
        return int(QPrintDialog.DialogCode.Accepted)

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    window = QWidget()
    qtbot.addWidget(window)
    printer = ask_printer(window, page_sizes(paper("一", "二")), 1)
    assert printer is not None
    assert printer.fullPage()
    assert (seen[0].minPage(), seen[0].maxPage(), seen[0].fromPage()) == (1, 4, 2)
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Portrait
    assert chosen_pages(printer, 4, 1) == (0, 1, 2, 3)


def test_who_goes_back_from_the_dialog_prints_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: int(QPrintDialog.DialogCode.Rejected))
    window = QWidget()
    qtbot.addWidget(window)
    assert ask_printer(window, page_sizes(paper("一")), 0) is None
