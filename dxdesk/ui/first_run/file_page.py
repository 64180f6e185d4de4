"""Choosing what is opened: a file that is dropped or looked for, or the address of a server that a town shares."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dxdesk import paths
from dxdesk.domain.packages import SUFFIX
from dxdesk.ui.first_run.frame import Foot, Trouble, centred, heading, scrolling
from dxdesk.ui.first_run.roles import Roles
from dxdesk.ui.labels import plain_label
from dxdesk.ui.saving import proposed_folder
from dxdesk.ui.theme import set_look
from dxdesk.wording.first_run import (
    ADDRESS,
    ADDRESS_EXAMPLE,
    BROWSE,
    CONNECT,
    DROP_HERE,
    FILE_NOTE,
    NOT_ARRIVED,
    READER_ROLES,
    SENT_FILES,
    WHICH_FILE,
)

WIDTH = 760


class DropZone(QFrame):
    """A place to drop a file, with the button to look for one."""

    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "drop")
        self.setAcceptDrops(True)
        self.browse = QPushButton(BROWSE)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 36, 24, 36)
        row.setSpacing(6)
        row.addStretch(1)
        row.addWidget(plain_label(DROP_HERE))
        row.addWidget(self.browse)
        row.addStretch(1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.dropped.emit(files[0])


class FilePage(QWidget):
    """Which file, as one card asks it: ``liaison``, ``reader``, or ``secretariat`` for what is there already."""

    target_chosen = Signal(str)
    """A path, or an address of a server."""

    package_chosen = Signal(str)
    """The path of a file that somebody sent."""

    sample_requested = Signal(str)
    """The role in which a sample is to be tried instead."""

    def __init__(self, card: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        self.zone = DropZone()
        self.trouble = Trouble()
        self.roles = Roles(READER_ROLES)
        if card != "reader":
            self.roles.hide()
        self.address = QLineEdit(placeholderText=ADDRESS_EXAMPLE)
        self.connect_button = QPushButton(CONNECT)
        self.not_arrived = QPushButton(NOT_ARRIVED)
        if card == "secretariat":
            self.not_arrived.hide()
        self.foot = Foot(self.not_arrived)
        page = centred(
            heading(WHICH_FILE[card]),
            heading(FILE_NOTE[card], "small"),
            self.trouble,
            self.roles,
            self.zone,
            self._address_row(),
            width=WIDTH,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scrolling(page), 1)
        column.addWidget(self.foot)
        self.zone.dropped.connect(self.choose)
        self.zone.browse.clicked.connect(self.browse)
        self.connect_button.clicked.connect(lambda: self.choose(self.address.text().strip()))
        self.not_arrived.clicked.connect(
            lambda: self.sample_requested.emit(self.roles.chosen if card == "reader" else "liaison")
        )
        self.setFocusProxy(self.zone.browse)

    def _address_row(self) -> QWidget:
        label = plain_label(ADDRESS, "small")
        label.setBuddy(self.address)
        self.address.setAccessibleName(ADDRESS)
        self.address.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        self.connect_button.setEnabled(False)
        self.address.textChanged.connect(lambda typed: self.connect_button.setEnabled("://" in typed))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.address, 1)
        row.addWidget(self.connect_button)
        column.addWidget(label)
        column.addLayout(row)
        return holder

    def browse(self) -> None:
        """ファイルを選ぶ."""
        start = paths.home() if self.card == "secretariat" else proposed_folder()
        chosen, _ = QFileDialog.getOpenFileName(self, BROWSE, str(start), SENT_FILES[self.card])
        if chosen:
            self.choose(chosen)

    def choose(self, target: str) -> None:
        """Go on with a file or an address."""
        self.trouble.show_text("")
        if target.lower().endswith(SUFFIX):
            self.package_chosen.emit(target)
            return
        self.target_chosen.emit(target)
