"""Printing: the pages of the PDF as they are seen, drawn at the printer's own resolution."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from dxdesk.ui.printing.preview import POINTS_TO_INCH, page_sizes, render_page

_FINEST: Final = 600
"""Dots per inch beyond which nothing more is seen and a sheet of A3 takes too much memory."""


def has_printer() -> bool:
    """Whether this PC knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def layout_of(page: QSizeF) -> QPageLayout:
    """The sheet of paper for a page of so many points, the whole of it: the page has its own margins."""
    short, long = sorted((page.width(), page.height()))
    lying = page.width() > page.height()
    orientation = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    layout = QPageLayout(QPageSize(QSizeF(short, long), QPageSize.Unit.Point), orientation, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def ask_printer(parent: QWidget, sizes: tuple[QSizeF, ...], page: int) -> QPrinter | None:
    """The printer, copies, sides and range a person chooses in the system's own dialog; None for none of it.

    ``page`` (from 0) is the one that is looked at.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(layout_of(sizes[0]))
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage)
    dialog.setMinMax(1, len(sizes))
    dialog.setFromTo(page + 1, page + 1)
    dialog.setPrintRange(QAbstractPrintDialog.PrintRange.AllPages)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def chosen_pages(printer: QPrinter, of: int, page: int) -> tuple[int, ...]:
    """The pages (from 0) a person chose, of so many; ``page`` is the one that is looked at."""
    if printer.printRange() == QPrinter.PrintRange.CurrentPage:
        return (page,)
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        if not ranges.isEmpty():
            return tuple(each for each in range(of) if ranges.contains(each + 1))
        return tuple(range(max(1, printer.fromPage()) - 1, min(of, printer.toPage() or of)))
    return tuple(range(of))


def print_pages(pdf: bytes, printer: QPrinter, pages: tuple[int, ...]) -> int:
    """Draw pages (from 0) on a printer and return how many; 0 where the printer takes nothing. Any thread may."""
    sizes = page_sizes(pdf)
    painter = QPainter()
    for number, page in enumerate(pages):
        printer.setPageLayout(layout_of(sizes[page]))
        if not (printer.newPage() if number else painter.begin(printer)):
            return number
        dots = printer.resolution() / POINTS_TO_INCH
        target = QRectF(0, 0, sizes[page].width() * dots, sizes[page].height() * dots)
        finest = min(printer.resolution(), _FINEST) / POINTS_TO_INCH
        painter.drawImage(target, render_page(pdf, page, round(sizes[page].width() * finest)))
    painter.end()
    return len(pages)
