"""会議資料一式 among the choices of 印刷: what goes in, only what changed, and that it was handed out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QDialog, QPushButton, QWidget

from dxdesk.domain.packets import PacketChoice
from dxdesk.operations.printing_packet import PacketOffer
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.printing.packet_dialog import PacketDialog
from dxdesk.ui.theme import set_look
from dxdesk.wording.packet_screen import CHOOSE, HAND_OUT, ONLY_CHANGED, summary


class PacketPanel(QWidget):
    """What was chosen for the packet of a meeting; files are put behind it for this sitting only."""

    changed = Signal()
    chosen = Signal(str, object)
    """A body (id) and the ``PacketChoice`` it has from now on."""
    hand_out_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: PacketOffer | None = None
        self._meeting = ""
        self.choice: PacketChoice | None = None
        self.files: tuple[str, ...] = ()
        self._summary = PhraseLabel("", "small")
        self.choose, self.hand_out = QPushButton(CHOOSE), QPushButton(HAND_OUT)
        set_look(self.hand_out, "link")
        self.only_changed = QCheckBox(ONLY_CHANGED)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        for widget in (self.choose, self._summary, self.only_changed):
            self._layout.addWidget(widget)
        self._layout.addWidget(self.hand_out, 0, Qt.AlignmentFlag.AlignLeft)
        self.choose.clicked.connect(self.open_dialog)
        self.only_changed.clicked.connect(self.changed)
        self.hand_out.clicked.connect(self.hand_out_requested)

    def show_offer(self, meeting: str, offer: PacketOffer | None, *, may_hand_out: bool) -> None:
        """Show what can be chosen for a meeting (id); what was chosen for another one is forgotten."""
        if meeting != self._meeting:
            self.files = ()
            self.only_changed.setChecked(False)
        if meeting != self._meeting or offer is not self._offer:
            self.choice = offer.choice if offer else None
        self._meeting, self._offer = meeting, offer
        handed_out = offer.handed_out if offer else None
        self.only_changed.setVisible(handed_out is not None)
        if handed_out is None:
            self.only_changed.setChecked(False)
        self.hand_out.setVisible(may_hand_out)
        self._show_summary()

    def show_as_row(self, row: bool) -> None:
        """Beside each other, without what the words of the buttons do not need, or one below the other."""
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(beside if row else down)
        self._summary.setVisible(not row)

    def open_dialog(self) -> None:
        """Ask what goes in."""
        if self._offer is None or self.choice is None:
            return
        dialog = PacketDialog(self._offer, self.choice, self.files, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.choose_parts(dialog.choice, dialog.files)

    def choose_parts(self, choice: PacketChoice, files: tuple[str, ...]) -> None:
        """Take what was chosen."""
        if self._offer is None:
            return
        different = choice != self.choice
        self.choice, self.files = choice, files
        self._show_summary()
        if different:
            self.chosen.emit(self._offer.body, choice)
        self.changed.emit()

    def _show_summary(self) -> None:
        if self._offer is not None and self.choice is not None:
            parts = self.choice.chosen(tuple(self._offer.titles))
            self._summary.show_text(summary(len(parts), len(self.files), self._offer.handed_out))
