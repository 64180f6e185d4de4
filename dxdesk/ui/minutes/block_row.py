"""One block of the minutes as it is written: its text, what can be done with it, and why it is withheld."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from dxdesk.domain.minutes import Block
from dxdesk.ui.composition import Composition
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.minutes.growing_area import GrowingArea
from dxdesk.ui.text_field import Message
from dxdesk.ui.theme import set_look
from dxdesk.wording.minutes_screen import EXAMPLES, REASON_MISSING, WITHHOLD_REASON

_DOWN = 9
"""px that put a name beside the first line of a field."""


@dataclass(frozen=True)
class Abilities:
    """What can be done with a block: ``back`` and ``forward`` move it among its kind."""

    edit: bool = True
    back: bool = False
    forward: bool = False
    remove: bool = False
    withhold: bool = False


class ReasonLine(QWidget):
    """Why something is not public."""

    edited = Signal(str)
    left = Signal()

    def __init__(self, reason: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(reason, placeholderText=self.tr("例）契約前の金額を含むため"))
        self.line.setAccessibleName(WITHHOLD_REASON)
        self.composition = Composition(self.line)
        self.message = Message()
        label = plain_label(WITHHOLD_REASON, "small")
        label.setBuddy(self.line)
        row = QHBoxLayout()
        row.setSpacing(10)  # the ring of the focus touches nothing
        row.addWidget(label)
        row.addWidget(self.line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.message)
        self.line.textChanged.connect(self._changed)
        self.line.editingFinished.connect(self.left)
        self._check()

    def _changed(self, text: str) -> None:
        self._check()
        self.edited.emit(text)

    def _check(self) -> None:
        if self.line.text().strip():
            self.message.clear()
        else:
            self.message.say(REASON_MISSING, wrong=False)


class BlockRow(QWidget):
    """A block with its text field; read-only it is a text. Alt+↑ and Alt+↓ move it."""

    edited = Signal(str, str)
    """The id of the block and its text."""
    left = Signal()
    move_requested = Signal(str, int)
    remove_requested = Signal(str)
    withhold_requested = Signal(str, object)
    """The id and the reason: a text, empty while it is missing, or None for public."""

    def __init__(
        self, block: Block, name: str, chips: Sequence[QLabel], can: Abilities, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.block, self._can = block, can
        self.area: GrowingArea | None = None
        self.reason: ReasonLine | None = None
        self.message = Message()
        row = QHBoxLayout()
        row.setSpacing(8)
        for chip in chips:
            chip.setContentsMargins(0, _DOWN if isinstance(chip, PhraseLabel) else 0, 0, 0)
            row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        if can.edit:
            self.area = GrowingArea()
            self.area.setAccessibleName(name)
            self.area.setPlaceholderText(EXAMPLES.get(block.kind, ""))
            self.area.show_text(block.text)
            self.area.edited.connect(self._edited)
            self.area.left.connect(self.left)
            row.addWidget(self.area, 1)
        else:
            row.addWidget(PhraseLabel(block.text), 1)
        if not block.public:
            row.addWidget(_pill(self.tr("非公開")), 0, Qt.AlignmentFlag.AlignTop)
        if can.edit and (can.back or can.forward or can.remove or can.withhold):
            row.addWidget(self._menu_button(name), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.message)
        if not block.public and can.edit and can.withhold:
            self.reason = ReasonLine(block.reason or "")
            self.reason.edited.connect(lambda text: self.withhold_requested.emit(block.id, text))
            self.reason.left.connect(self.left)
            column.addWidget(self.reason)

    def _menu_button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setText("⋯")
        set_look(button, "plain")
        button.setAccessibleName(self.tr("{name}の順番など").format(name=name))
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setFixedWidth(round(36 * text_scale(self)))
        button.setStyleSheet("padding: 0;")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        identity = self.block.id
        if self._can.back or self._can.forward:
            menu.addAction(self.tr("上へ（Alt+↑）"), lambda: self._move(-1)).setEnabled(self._can.back)
            menu.addAction(self.tr("下へ（Alt+↓）"), lambda: self._move(1)).setEnabled(self._can.forward)
        if self._can.withhold:
            public = self.block.public
            word = self.tr("非公開にする") if public else self.tr("公開する")
            menu.addAction(word, lambda: self.withhold_requested.emit(identity, "" if public else None))
        if self._can.remove:
            menu.addAction(self.tr("載せない"), lambda: self.remove_requested.emit(identity))
        button.setMenu(menu)
        return button

    def composing(self) -> bool:
        """Whether a conversion is open in it."""
        fields = [each.composition for each in (self.area, self.reason) if each is not None]
        return any(each.text for each in fields)

    def commit(self) -> None:
        """Hand open text over."""
        for each in (self.area, self.reason):
            if each is not None:
                each.composition.commit()

    def take_focus(self) -> None:
        """Into its text."""
        if self.area is not None:
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_problem(self, text: str) -> None:
        """Say under the text what to do about it."""
        self.message.say(text)
        self.take_focus()

    def _edited(self) -> None:
        assert self.area is not None
        self.message.clear()
        self.edited.emit(self.block.id, self.area.typed())

    def _move(self, step: int) -> None:
        if self._can.back if step < 0 else self._can.forward:
            self.move_requested.emit(self.block.id, step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(-1 if event.key() == Qt.Key.Key_Up else 1)
            return
        super().keyPressEvent(event)


def _pill(words: str) -> QLabel:
    label = plain_label(words, "pill-return")
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label
