"""Whether a double click on a file that travels starts this program: for the person who is signed in, and at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from dxdesk import file_types
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.jobs import run_job
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.file_types import OTHERS, STILL_OTHERS, TIE, TIE_HINT, TIED, UNTIED, not_told


class FileTypeBox(QWidget):
    """The choice, and below it what holds. Telling the system takes a moment: that is done beside the window."""

    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box, self.note = QCheckBox(TIE), PhraseLabel("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.box)
        column.addWidget(self.note)
        self.setFocusProxy(self.box)
        self.box.clicked.connect(self._choose)

    def refresh(self) -> None:
        """Show what holds; nothing on a system on which it cannot be chosen."""
        standing = file_types.standing()
        self.setVisible(standing is not None)
        self.box.setChecked(standing == "ours")
        self.note.show_text(OTHERS if standing == "others" else TIE_HINT)

    def _choose(self, on: bool) -> None:
        self.box.setEnabled(False)

        def done(missing: tuple[str, ...]) -> None:
            self._show_again()
            words = UNTIED if not on else TIED if self.box.isChecked() else STILL_OTHERS
            self.said.emit(words + (not_told(missing) if missing else ""))

        def failed(trouble: Exception) -> None:
            self._show_again()
            if not isinstance(trouble, StoreUnavailable):
                raise trouble
            self.said.emit(trouble_words(trouble))

        run_job(self, file_types.tie if on else file_types.untie, done, failed)

    def _show_again(self) -> None:
        self.box.setEnabled(True)
        self.refresh()
