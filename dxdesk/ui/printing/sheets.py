"""The sheets of paper, one below the other, as large as a person wants to see them."""

from __future__ import annotations

from typing import Final, Literal, get_args

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dxdesk.ui.printing.model import PageModel
from dxdesk.ui.printing.preview import size_at
from dxdesk.ui.theme import colour, hex_of
from dxdesk.wording.printing import PAGES_OF

Zoom = Literal["width", "page", "full"]
ZOOMS: Final[tuple[Zoom, ...]] = get_args(Zoom)

_MARGIN: Final = 12
_FULL: Final = 96 / 72
"""Pixels for a point at 100 %."""

_WIDEST: Final = 1600
_STEP: Final = 60

Index = QModelIndex | QPersistentModelIndex


class _PageDelegate(QStyledItemDelegate):
    """A page on the grey ground; white until its picture is there."""

    def __init__(self, view: SheetView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        page = self._view.size_of(index.row())
        return QSize(page.width() + 2 * _MARGIN, page.height() + 2 * _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        page = QRect(area.topLeft(), self._view.size_of(index.row()))
        page.moveCenter(area.center())
        painter.save()
        painter.setPen(QPen(colour("stage-open"), 1))
        painter.setBrush(colour("white"))
        painter.drawRect(page.adjusted(-1, -1, 0, 0))
        picture = self._view.pages.picture(index.row(), round(page.width() * self._view.devicePixelRatioF()))
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(page, picture)
        painter.restore()


class SheetView(QListView):
    """Page Up and Page Down go from page to page, the arrows a little way, Ctrl and the wheel change the size."""

    page_changed = Signal(int)
    """The page (from 0) that is looked at."""
    zoom_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = PageModel(self)
        self._zoom: Zoom = "page"
        self._page = 0
        self._known: dict[tuple[float, float], QSize] = {}
        self.setModel(self.pages)
        self.setItemDelegate(_PageDelegate(self))
        self.setAccessibleName(PAGES_OF)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMinimumSize(200, 160)
        self.setStyleSheet(f"QListView {{ background: {hex_of('off')}; }}")
        self.verticalScrollBar().setSingleStep(_STEP)
        self.verticalScrollBar().valueChanged.connect(self._look)

    @property
    def page(self) -> int:
        """The page that is looked at, from 0."""
        return self._page

    @property
    def zoom(self) -> Zoom:
        """How large the pages are shown."""
        return self._zoom

    def set_zoom(self, zoom: Zoom) -> None:
        """Show the pages larger or smaller; the one that is looked at stays."""
        if zoom == self._zoom:
            return
        self._zoom = zoom
        self._lay_again()
        self.zoom_changed.emit(zoom)

    def show_pages(self, pdf: bytes, sizes: tuple[QSizeF, ...], *, continues: bool = False) -> None:
        """Show another document from its first page; the same one again, or one that ``continues``, keeps the place."""
        keep = self._page if continues or len(sizes) == self.pages.rowCount() else 0
        self.pages.show_pages(pdf, sizes, continues=continues)
        self._lay_again(keep)

    def size_of(self, page: int) -> QSize:
        """The size of a page in px as it is shown now."""
        size = self.pages.size(page)
        known = self._known.get((size.width(), size.height()))
        if known is None:
            known = self._known[size.width(), size.height()] = self._fitted(size)
        return known

    def _fitted(self, size: QSizeF) -> QSize:
        room = self.viewport().size() - QSize(2 * _MARGIN, 2 * _MARGIN)
        if self._zoom == "full":
            width = size.width() * _FULL
        elif self._zoom == "width":
            width = min(room.width(), _WIDEST)
        else:
            width = min(room.width(), room.height() * size.width() / size.height())
        return size_at(size, max(60, int(width)))

    def go(self, page: int) -> None:
        """Bring the top of a page to the top of the window; beyond the ends there is nothing."""
        if not 0 <= page < self.pages.rowCount():
            return
        top = self.visualRect(self.pages.index(page)).top() + self.verticalOffset()
        self.verticalScrollBar().setValue(top)
        self._show_page(page)

    def _lay_again(self, page: int | None = None) -> None:
        self._known.clear()
        wanted = self._page if page is None else page  # the scroll bar moves while the pages are laid anew
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self.go(wanted)
        self.viewport().update()

    def _look(self) -> None:
        """The page that takes the middle of the window; at either end the first and the last."""
        bar = self.verticalScrollBar()
        rows = self.pages.rowCount()
        if bar.value() == bar.maximum() and rows:
            self._show_page(rows - 1)
            return
        at = self.indexAt(self.viewport().rect().center())
        if at.isValid():
            self._show_page(at.row())

    def _show_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize() != event.size() and self.pages.rowCount():
            self._lay_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        last = self.pages.rowCount() - 1
        steps = {
            Qt.Key.Key_PageDown: lambda: self.go(min(self._page + 1, last)),
            Qt.Key.Key_PageUp: lambda: self.go(max(self._page - 1, 0)),
            Qt.Key.Key_Home: lambda: self.go(0),
            Qt.Key.Key_End: lambda: self.go(last),
            Qt.Key.Key_Down: lambda: bar.setValue(bar.value() + _STEP),
            Qt.Key.Key_Up: lambda: bar.setValue(bar.value() - _STEP),
        }
        act = steps.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            larger: dict[Zoom, Zoom] = {"page": "width", "width": "full", "full": "full"}
            smaller: dict[Zoom, Zoom] = {"full": "width", "width": "page", "page": "page"}
            self.set_zoom((larger if event.angleDelta().y() > 0 else smaller)[self._zoom])
            event.accept()
            return
        super().wheelEvent(event)
