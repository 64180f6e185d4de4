"""A choice of 印刷: a list with its name above it, whose chosen entry is cut where the list is narrow."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from dxdesk.ui.labels import plain_label
from dxdesk.ui.printing.offering import Entry

_INSIDE: Final = 4
_NOT_CHOSEN: Final = 0
"""The flags of a row that cannot be chosen, as a list keeps them."""


class _Box(QComboBox):
    """A list whose chosen entry ends in … where it is longer than the box; opened it is as wide as its entries."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def showPopup(self) -> None:
        view = self.view()
        margins = view.contentsMargins()
        aside = margins.left() + margins.right() + view.verticalScrollBar().sizeHint().width()
        screen = self.screen().availableGeometry()
        room = screen.right() - self.mapToGlobal(QPoint(0, 0)).x()
        view.setMinimumWidth(min(view.sizeHintForColumn(0) + aside, room))
        super().showPopup()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            self.currentText().strip(), Qt.TextElideMode.ElideRight, field.width() - _INSIDE
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class ChoiceField(QWidget):
    """A list to choose from, with its name above it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = _Box()
        label = plain_label(name, "small")
        label.setBuddy(self.box)
        self.box.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(label)
        column.addWidget(self.box)

    def show_entries(self, found: tuple[Entry, ...], chosen: str) -> None:
        """Offer entries; the chosen one, else the first."""
        blocker = QSignalBlocker(self.box)
        headed = any(entry.heading for entry in found)
        self.box.clear()
        for entry in found:
            self.box.addItem(entry.words if entry.heading or not headed else f"　{entry.words}", entry.value)
        for row, entry in enumerate(found):
            if entry.heading:
                self.box.setItemData(row, _NOT_CHOSEN, Qt.ItemDataRole.UserRole - 1)
        first = next((row for row, entry in enumerate(found) if not entry.heading), 0)
        at = next((row for row, entry in enumerate(found) if entry.value == chosen and not entry.heading), first)
        self.box.setCurrentIndex(at)
        self.box.setToolTip(self.box.currentText().strip())
        del blocker

    @property
    def value(self) -> str:
        """The value of the chosen entry; empty where there is none."""
        return str(self.box.currentData() or "")
