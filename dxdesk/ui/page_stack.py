"""Pages of which one is shown, as high as the room that they are given."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget


class PageStack(QStackedWidget):
    """A text whose height follows from its width, anywhere within a page, would else keep the whole window as high as
    the page would like to be, and squeeze the foot below it."""

    def hasHeightForWidth(self) -> bool:
        return False
