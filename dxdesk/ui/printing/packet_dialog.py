"""What goes into 会議資料一式: its parts and their order, marks, and PDF files behind them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListView,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.packets import PacketChoice
from dxdesk.operations.printing_packet import PacketOffer
from dxdesk.ui.labels import plain_label
from dxdesk.ui.printing.packet_model import PartsModel
from dxdesk.ui.saving import proposed_folder
from dxdesk.ui.theme import hex_of, radius, set_look
from dxdesk.wording.packet_screen import (
    A4,
    ADD_FILES,
    ALL_SHEETS,
    APPENDED,
    BACK,
    CAUTION,
    CHOOSE_TITLE,
    COLLECT,
    DOWN,
    DRAFT,
    GO,
    KINDS,
    MARKS,
    MORE,
    PARTS,
    REMOVE_FILE,
    UP,
)

_MARKS = (("draft", DRAFT), ("caution", CAUTION), ("collect", COLLECT))
_FRAMED = f"QListView {{ border: 1px solid {hex_of('field')}; border-radius: {radius('input')}px; }}"
_MORE = (("a4", A4), ("all_sheets", ALL_SHEETS))


class PacketDialog(QDialog):
    """Nothing changes before it is accepted; then ``choice`` and ``files`` are what was chosen."""

    def __init__(
        self, offer: PacketOffer, choice: PacketChoice, files: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(CHOOSE_TITLE)
        self.parts = PartsModel(offer, choice, self)
        self.list = QListView()
        self.list.setModel(self.parts)
        self.list.setAccessibleName(PARTS)
        self.list.setCurrentIndex(self.parts.index(0))
        self.boxes = {name: QCheckBox(word) for name, word in (*_MARKS, *_MORE)}
        self._usual = offer.list_paper
        for name, box in self.boxes.items():
            box.setChecked(choice.in_pairs(self._usual) if name == "a4" else bool(getattr(choice, name)))
        self._files = QListWidget()
        self._files.setAccessibleName(APPENDED)
        self.up, self.down = QPushButton(UP), QPushButton(DOWN)
        self.add, self.remove = QPushButton(ADD_FILES), QPushButton(REMOVE_FILE)
        self.go, self.back = QPushButton(GO), QPushButton(BACK)
        self._lay_out()
        self._show_files(files)
        self.up.clicked.connect(lambda: self.move_part(-1))
        self.down.clicked.connect(lambda: self.move_part(1))
        self.list.selectionModel().currentChanged.connect(self._enable)
        self.add.clicked.connect(self.ask_files)
        self.remove.clicked.connect(self._remove_file)
        self._files.currentRowChanged.connect(self._enable)
        self.boxes["all_sheets"].toggled.connect(self.show_sheets)
        self.go.clicked.connect(self.accept)
        self.back.clicked.connect(self.reject)
        self._enable()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(plain_label(PARTS, "section"))
        left.addSpacing(4)
        left.addWidget(self.list, 1)
        for title, words in ((MARKS, _MARKS), (MORE, _MORE)):
            right.addWidget(plain_label(title, "section"))
            for name, _ in words:
                right.addWidget(self.boxes[name])
            right.addSpacing(10)
        right.addWidget(plain_label(APPENDED, "section"))
        right.addSpacing(4)
        right.addWidget(self._files, 1)
        for column, pair in ((left, (self.up, self.down)), (right, (self.add, self.remove))):
            column.setSpacing(4)
            row = QHBoxLayout()
            row.setContentsMargins(0, 6, 0, 0)
            for button in pair:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.go)
        set_look(self.go, "primary")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(14)
        whole.addLayout(both, 1)
        whole.addLayout(buttons)
        for view in (self.list, self._files):
            view.setStyleSheet(_FRAMED)
        self._files.setMinimumHeight(64)
        self._files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setMinimumSize(680, 440)
        self.resize(720, 540)
        for each in (self.up, self.down, self.add, self.remove, self.go, self.back):
            each.setAutoDefault(False)

    @property
    def choice(self) -> PacketChoice:
        """What was chosen."""
        marks: dict[str, Any] = {name: box.isChecked() for name, box in self.boxes.items()}
        in_pairs = bool(marks.pop("a4"))
        return replace(self.parts.choice, **marks).with_list(in_pairs=in_pairs, usual=self._usual)

    @property
    def files(self) -> tuple[str, ...]:
        """The files to be put behind, as paths."""
        items = (self._files.item(row) for row in range(self._files.count()))
        return tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in items)

    def show_sheets(self, of_all: bool) -> None:
        """個票 come and go with the wish for all of them; the part that was marked stays so."""
        marked = self.list.currentIndex().row()
        key = self.parts.keys[marked]
        self.parts.want_all_sheets(of_all)
        keys = self.parts.keys
        self.list.setCurrentIndex(self.parts.index(keys.index(key) if key in keys else min(marked, len(keys) - 1)))
        self._enable()

    def move_part(self, steps: int) -> None:
        """Move the part that is marked."""
        place = self.parts.move(self.list.currentIndex().row(), steps)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(self.parts.index(place), flags)
        self._enable()

    def ask_files(self) -> None:
        """Ask for PDF files, with the dialog of the system."""
        chosen, _ = QFileDialog.getOpenFileNames(self, ADD_FILES.removesuffix("…"), str(proposed_folder()), KINDS)
        self._show_files(tuple(dict.fromkeys((*self.files, *chosen))))

    def _show_files(self, files: tuple[str, ...]) -> None:
        self._files.clear()
        for each in files:
            self._files.addItem(Path(each).name)
            item = self._files.item(self._files.count() - 1)
            item.setData(Qt.ItemDataRole.UserRole, each)
            item.setToolTip(each)
            item.setSizeHint(QSize(1, self._files.sizeHintForRow(self._files.count() - 1)))  # as wide as the list
        self._enable()

    def _remove_file(self) -> None:
        row = self._files.currentRow()
        self._show_files(tuple(each for place, each in enumerate(self.files) if place != row))

    def _enable(self) -> None:
        row, last = self.list.currentIndex().row(), self.parts.rowCount() - 1
        self.up.setEnabled(row > 1)
        self.down.setEnabled(0 < row < last)
        self.remove.setEnabled(self._files.currentRow() >= 0)
