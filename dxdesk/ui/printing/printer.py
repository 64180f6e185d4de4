"""Printing: the pages of the PDF as they are seen, drawn as fine as an office printer shows them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageRanges, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from dxdesk.ui.jobs import run_job
from dxdesk.ui.printing.preview import POINTS_TO_INCH, page_sizes, render_page

DOTS: Final = 300
"""Dots per inch: beyond them nothing more is seen, and a sheet of A3 takes too much memory."""

Sides = Literal["one", "long", "short"]
SIDES: Final[tuple[Sides, ...]] = get_args(Sides)
_DUPLEX: Final = {
    "one": QPrinter.DuplexMode.DuplexNone,
    "long": QPrinter.DuplexMode.DuplexLongSide,
    "short": QPrinter.DuplexMode.DuplexShortSide,
}


@dataclass(frozen=True)
class OnPaper:
    """How a document goes to paper: its sides and the edge they are bound at, two pages on a sheet, without colours."""

    sides: Sides = "one"
    two_up: bool = False
    grey: bool = True


@dataclass(frozen=True)
class Printers:
    """The names of the printers this PC knows, and of the one it usually prints on (empty: none)."""

    names: tuple[str, ...] = ()
    usual: str = ""


@dataclass(frozen=True)
class Order:
    """What goes to a printer: pages (from 0), how they stand on paper, the name of the printer (empty: the usual one)
    and the copies. ``printer`` is one that was set up in the system's own dialog."""

    pages: tuple[int, ...]
    on_paper: OnPaper
    name: str = ""
    copies: int = 1
    printer: QPrinter | None = None


def has_printer() -> bool:
    """Whether this PC knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def all_printers() -> Printers:
    """The printers this PC knows."""
    return Printers(tuple(QPrinterInfo.availablePrinterNames()), QPrinterInfo.defaultPrinterName())


def tell_printer(parent: QObject, told: Callable[[bool], object]) -> None:
    """Say whether this PC knows a printer once its system has answered, which may ask the network first."""
    run_job(parent, has_printer, told, _raise)


def tell_printers(parent: QObject, told: Callable[[Printers], object]) -> None:
    """Say which printers this PC knows once its system has answered, which may ask the network first."""
    run_job(parent, all_printers, told, _raise)


def _raise(error: Exception) -> None:
    raise error


def set_up(printer: QPrinter, chosen: OnPaper, copies: int = 1, name: str = "") -> None:
    """Have a printer print so; with a ``name`` the one that is called so."""
    if name and printer.printerName() != name:
        printer.setPrinterName(name)
    printer.setResolution(DOTS)
    printer.setDuplex(_DUPLEX[chosen.sides])
    printer.setColorMode(QPrinter.ColorMode.GrayScale if chosen.grey else QPrinter.ColorMode.Color)
    printer.setCopyCount(copies)
    printer.setCollateCopies(True)


def layout_of(page: QSizeF) -> QPageLayout:
    """The sheet of paper for a page of so many points, the whole of it: the page has its own margins."""
    short, long = sorted((page.width(), page.height()))
    lying = page.width() > page.height()
    orientation = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    layout = QPageLayout(QPageSize(QSizeF(short, long), QPageSize.Unit.Point), orientation, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def pages_in(typed: str, of: int) -> tuple[int, ...]:
    """The pages (from 0) that 1-3,5 names, of so many, none where it names none; wide digits and 、～ are as good."""
    plain = unicodedata.normalize("NFKC", typed).translate(str.maketrans("、~〜–−ー", ",-----")).replace(" ", "")
    ranges = QPageRanges.fromString(plain)
    return tuple(each for each in range(of) if ranges.contains(each + 1))


def on_sheets(sizes: Sequence[QSizeF], pages: Sequence[int], *, two_up: bool) -> tuple[tuple[int, ...], ...]:
    """The pages of each side of paper: with ``two_up`` neighbours of one size share one, others have it alone."""
    sheets: list[tuple[int, ...]] = []
    for page in pages:
        if two_up and sheets and len(sheets[-1]) == 1 and _alike(sizes[sheets[-1][0]], sizes[page]):
            sheets[-1] += (page,)
        else:
            sheets.append((page,))
    return tuple(sheets)


def _alike(one: QSizeF, other: QSizeF) -> bool:
    return abs(one.width() - other.width()) < 1 and abs(one.height() - other.height()) < 1


def places(page: QSizeF, *, two_up: bool) -> tuple[QSizeF, tuple[QRectF, ...]]:
    """The sheet for pages of a size, and where on it they stand, in points.

    Two upright pages lie beside each other on the same paper turned, two lying ones below each other.
    """
    if not two_up:
        return page, (QRectF(0, 0, page.width(), page.height()),)
    sheet = page.transposed()
    beside = sheet.width() > sheet.height()
    half = QSizeF(sheet.width() / 2, sheet.height()) if beside else QSizeF(sheet.width(), sheet.height() / 2)
    scale = min(half.width() / page.width(), half.height() / page.height())
    wide, high = page.width() * scale, page.height() * scale
    left, top = (half.width() - wide) / 2, (half.height() - high) / 2
    step = (half.width(), 0.0) if beside else (0.0, half.height())
    return sheet, tuple(QRectF(left + step[0] * at, top + step[1] * at, wide, high) for at in (0, 1))


def send(pdf: bytes, order: Order) -> int:
    """Print what was ordered and return how many pages; 0 where the printer takes nothing.

    Any thread may: a printer is made ready by asking it, over the network too.
    """
    found = order.printer or QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(found, order.on_paper, order.copies, order.name)
    return print_pages(pdf, found, order.pages, two_up=order.on_paper.two_up)


def print_pages(pdf: bytes, printer: QPrinter, pages: Sequence[int], *, two_up: bool = False) -> int:
    """Draw pages (from 0) on a printer and return how many; 0 where the printer takes nothing. Any thread may.

    A printer that makes no copies of its own is given every page as often.
    """
    sizes = page_sizes(pdf)
    painter = QPainter()
    printed = 0
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    for sheet in on_sheets(sizes, pages, two_up=two_up) * copies:
        size, rooms = places(sizes[sheet[0]], two_up=two_up)
        printer.setPageLayout(layout_of(size))
        if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
            break
        for page, room in zip(sheet, rooms, strict=False):
            _draw(painter, printer, pdf, page, room)
        printed += len(sheet)
    if painter.isActive():
        painter.end()
    return printed


def _draw(painter: QPainter, printer: QPrinter, pdf: bytes, page: int, room: QRectF) -> None:
    dots = printer.resolution() / POINTS_TO_INCH
    picture = render_page(pdf, page, round(room.width() * min(printer.resolution(), DOTS) / POINTS_TO_INCH))
    if printer.colorMode() == QPrinter.ColorMode.GrayScale:
        picture = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    painter.drawImage(QRectF(room.topLeft() * dots, room.size() * dots), picture)
