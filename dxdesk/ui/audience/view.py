"""The widget that shows a slide: in a window, full screen, and as the live copy beside the records."""

from __future__ import annotations

import logging
from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dxdesk.ui.audience.drawing import Layer, Page
from dxdesk.ui.audience.painting import placed, render
from dxdesk.ui.theme import colour

_logger = logging.getLogger(__name__)


class SlideView(QWidget):
    """A page as large as fits, white around it. It is painted anew only when the page or the size changes; where that
    fails, the picture before it stays.

    ``card_clicked`` carries the code of a unit, ``tile_clicked`` the key of a status. The widget shows nothing of its
    own: no text, no pointer, no focus ring.
    """

    card_clicked = Signal(str)
    tile_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._page: Page | None = None
        self._faded: frozenset[str] = frozenset()
        self._image = QImage()
        self._due, self._tried = False, QSize()

    def sizeHint(self) -> QSize:
        return QSize(960, 540)

    @property
    def page(self) -> Page | None:
        """The page on show."""
        return self._page

    def show_page(self, page: Page | None, faded: Collection[str] = ()) -> None:
        """Show a page, with the cards of these codes pale; None shows plain white."""
        self._page = page
        self._faded = frozenset(faded)
        self._due = True
        self.update()

    def show_picture(self, page: Page, faded: Collection[str], image: QImage) -> None:
        """Show a page whose picture is painted already, at the size of the widget in device pixels."""
        self.show_page(page, faded)
        self._image, self._tried, self._due = image, image.size(), False

    def _painted(self, page: Page) -> QImage:
        """The picture of the page in device pixels, kept until page or size change; the one before where the page
        cannot be painted."""
        ratio = self.devicePixelRatioF()
        size = QSize(round(self.width() * ratio), round(self.height() * ratio))
        if self._due or size != self._tried:
            self._due, self._tried = False, size
            try:
                self._image = render(page, size, self._faded)
            except Exception:  # nothing may be raised while Qt paints
                _logger.exception("a slide could not be painted")
        return self._image

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self._painted(self._page) if self._page is not None and not self.size().isEmpty() else QImage()
        painter = QPainter(self)
        if picture.isNull():
            painter.fillRect(self.rect(), colour("white"))
        else:
            painter.drawImage(QRectF(self.rect()), picture)
        painter.end()

    def layer_at(self, position: QPointF) -> Layer | None:
        """The card or tile under a point of the widget."""
        if self._page is None or self.size().isEmpty():
            return None
        place = placed(self._page, self.size())
        factor = self._page.canvas.width / place.width()
        point = (position - place.topLeft()) * factor
        found = [layer for layer in self._page.layers if layer.kind != "ground" and layer.rect.contains(point)]
        return found[-1] if found else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        layer = self.layer_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or layer is None:
            return
        signal = self.card_clicked if layer.kind == "card" else self.tile_clicked
        signal.emit(layer.key)
