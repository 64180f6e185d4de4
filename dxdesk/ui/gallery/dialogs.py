"""Dialogs in pictures: they stay open instead of being waited for, and stand over their window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QWidget

from dxdesk.ui.gallery.hands import Hand
from dxdesk.ui.theme import colour

_BAR: Final = 32
"""Px of the strip with the title of a dialog, which a system without a screen does not draw."""


def opening(act: Hand) -> Hand:
    """Do something that asks: the dialog stays open, and who waits for an answer is told that the person went back."""

    def stay_open(dialog: QDialog) -> int:
        dialog.show()
        return int(QDialog.DialogCode.Rejected)

    def open_it(root: QWidget) -> None:
        waiting = QDialog.exec
        QDialog.exec = stay_open  # type: ignore[method-assign]
        try:
            act(root)
        finally:
            QDialog.exec = waiting  # type: ignore[method-assign]

    return open_it


def open_dialog(root: QWidget) -> QDialog | None:
    """The dialog that stands over a window."""
    return next((each for each in root.findChildren(QDialog) if each.isVisible()), None)


def over(window: QPixmap, dialog: QDialog) -> QPixmap:
    """The picture of a window with a dialog in its middle."""
    shown = dialog.grab()
    scale = shown.devicePixelRatio()
    wide, high = round(shown.width() / scale), round(shown.height() / scale)
    frame = QRect(0, 0, wide, high + _BAR)
    frame.moveCenter(QRect(0, 0, round(window.width() / scale), round(window.height() / scale)).center())
    painter = QPainter(window)
    painter.fillRect(frame.adjusted(-1, -1, 1, 1), colour("stage-open"))
    painter.fillRect(QRect(frame.topLeft(), frame.topRight()).adjusted(0, 0, 0, _BAR - 1), colour("white"))
    painter.setFont(dialog.font())
    painter.setPen(colour("ink"))
    title = QRect(frame.left() + 14, frame.top(), wide - 28, _BAR)
    painter.drawText(title, int(Qt.AlignmentFlag.AlignVCenter), dialog.windowTitle())
    painter.drawPixmap(frame.left(), frame.top() + _BAR, shown)
    painter.end()
    return window
