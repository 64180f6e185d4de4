"""The pages of a document as rows, with their pictures as far as they have been made."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSizeF, Qt
from PySide6.QtGui import QImage

from dxdesk.ui.jobs import run_job
from dxdesk.ui.printing.preview import render_page
from dxdesk.wording.printing import page_spoken, page_words

_KEPT: Final = 24
"""So many pictures are kept: some screens full of pages to either side."""

Index = QModelIndex | QPersistentModelIndex


class PageModel(QAbstractListModel):
    """One row per page. A picture is asked for with its width in px and arrives later (dataChanged)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pdf = b""
        self._sizes: tuple[QSizeF, ...] = ()
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._asked: set[tuple[int, int]] = set()
        self._before: dict[int, QImage] = {}

    def show_pages(self, pdf: bytes, sizes: tuple[QSizeF, ...], *, continues: bool = False) -> None:
        """Show another document; ``sizes`` of its pages in points. While one that ``continues`` has no pictures yet,
        those from before stand in for them."""
        self.beginResetModel()
        self._before = {page: image for (page, _), image in self._pictures.items()} if continues else {}
        self._pdf, self._sizes = pdf, sizes
        self._pictures.clear()
        self._asked = set()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() else len(self._sizes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return page_words(index.row() + 1, len(self._sizes))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return page_spoken(index.row() + 1, len(self._sizes))
        return None

    def size(self, page: int) -> QSizeF:
        """The size of a page in points."""
        return self._sizes[page]

    def picture(self, page: int, width: int) -> QImage | None:
        """The picture of a page, ``width`` px wide; None while it is being made, which this begins."""
        key = (page, width)
        found = self._pictures.get(key)
        if found is not None:
            self._pictures.move_to_end(key)
            return found
        if key not in self._asked:
            self._asked.add(key)
            pdf = self._pdf
            run_job(
                self, lambda: render_page(pdf, page, width), lambda image: self._arrived(pdf, key, image), _give_back
            )
        other_width = (image for (other, _), image in reversed(self._pictures.items()) if other == page)
        return next(other_width, self._before.get(page))

    def _arrived(self, pdf: bytes, key: tuple[int, int], image: QImage) -> None:
        if pdf is not self._pdf:
            return
        self._asked.discard(key)
        self._pictures[key] = image
        self._before.pop(key[0], None)
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        row = self.index(key[0])
        self.dataChanged.emit(row, row)


def _give_back(error: Exception) -> None:
    raise error
