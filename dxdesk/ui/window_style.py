"""The style sheet of windows: each that stands by itself carries it, and all within it and opened from it inherit.

The application itself has none: with one, Qt would style every widget and all below it anew whenever it is given
another parent, which is most of what the first showing of a page costs.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QApplication, QWidget

from dxdesk.ui.stylesheet import application_stylesheet
from dxdesk.ui.theme import TEXT_SCALES, text_look

_STYLED: Final = "styled_window"


def style_window(window: QWidget) -> None:
    """Give a window without parent the style sheet for 文字の大きさ and 高コントラスト as they are now."""
    window.setProperty(_STYLED, True)
    near = QApplication.font().pixelSize() / text_look("body").px  # letters are whole pixels high
    scale = min(TEXT_SCALES.values(), key=lambda each: abs(each - near))
    window.setStyleSheet(application_stylesheet(scale))


def style_windows_anew() -> None:
    """Style every open window for 文字の大きさ and 高コントラスト as they are now."""
    for window in QApplication.topLevelWidgets():
        if window.property(_STYLED):
            style_window(window)
