"""Walking along rows with a key held down: details are shown of the first row and of the one where the walk ends."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from dxdesk.ui.reading import RESTING


class Walk(QObject):
    """``go`` shows at once what was reached with one press; rows that follow each other faster are passed."""

    def __init__(self, show: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        self._passing = False
        self._rest = QTimer(self, singleShot=True, interval=RESTING)
        self._rest.timeout.connect(self._arrive)

    def go(self) -> None:
        """Another row was reached."""
        self._passing = self._rest.isActive()
        self._rest.start()
        if not self._passing:
            self._show()

    def _arrive(self) -> None:
        if self._passing:
            self._passing = False
            self._show()
