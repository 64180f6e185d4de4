"""会議で協議したい: a check box that opens one line for what is to be decided."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from dxdesk.domain.replies import Discuss
from dxdesk.ui.composition import Composition
from dxdesk.ui.labels import plain_label
from dxdesk.ui.text_field import Message, show_look
from dxdesk.ui.theme import set_look
from dxdesk.wording.entry import ASK_MISSING

GUIDE = 60


class DiscussRow(QWidget):
    """Whether the item is to be discussed, and 決めてほしいこと."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(self.tr("会議で協議したい"))
        self.ask = QLineEdit(placeholderText=self.tr("例）予約枠を増やすため、窓口の人を1名増やしてよいか"))
        self.composition = Composition(self.ask)
        label = plain_label(self.tr("決めてほしいこと"), "strong")
        label.setBuddy(self.ask)
        self.ask.setAccessibleName(label.text())
        self._counter = plain_label("", "small")
        opened, closed = QWidget(), QWidget()
        line = QHBoxLayout(opened)
        hint = QHBoxLayout(closed)
        for each in (line, hint):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(10)
        for widget in (label, self.ask, self._counter):
            line.addWidget(widget)
        hint.addStretch(1)
        hint.addWidget(plain_label(self.tr("会議の画面には、各欄の最初の60字が映ります"), "small"))
        self._right = QStackedLayout()
        self.message = Message()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.box)
        row.addLayout(self._right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.message)
        # A stack shows its first page as a window of its own unless it stands in one already.
        self._right.addWidget(closed)
        self._right.addWidget(opened)
        self.box.toggled.connect(self._toggled)
        self.ask.textChanged.connect(self._edited)
        self.ask.editingFinished.connect(self.left)

    def show_values(self, discuss: Discuss, ask: str | None, *, returned: bool = False) -> None:
        """Load what was said."""
        self.blockSignals(True)
        self.box.setChecked(discuss != "none")
        self.ask.setText(ask or "")
        self._right.setCurrentIndex(1 if discuss != "none" else 0)
        self.blockSignals(False)
        self._remark()
        self.ask.setProperty("state", "returned" if returned else "")
        set_look(self.ask, "")
        self._count()

    def values(self) -> tuple[Discuss, str]:
        """Not at all, to be discussed, or with something to decide; and what. The line stays while the box is off."""
        ask = self.ask.text()
        if not self.box.isChecked():
            return "none", ask
        return "decide" if ask.strip() else "discuss", ask

    def _toggled(self, checked: bool) -> None:
        self._right.setCurrentIndex(1 if checked else 0)
        self._remark()
        self.edited.emit()

    def _edited(self) -> None:
        self._remark()
        self._count()
        self.edited.emit()

    def _remark(self) -> None:
        """Without a line that says what is to be decided, tell what it is good for; it stops nothing."""
        if self.box.isChecked() and not self.ask.text().strip():
            self.message.say(ASK_MISSING, wrong=False)
        else:
            self.message.clear()

    def _count(self) -> None:
        count = len(self.ask.text())
        show_look(self._counter, "over" if count > GUIDE else "small")
        self._counter.setText(self.tr("{count}／{guide}字").format(count=count, guide=GUIDE))
