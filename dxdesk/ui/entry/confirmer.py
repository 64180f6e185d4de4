"""Who confirms: title and name, asked once and remembered on this PC."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dxdesk.domain.text import NAME_CHARACTERS
from dxdesk.preferences import keep_name, kept_name
from dxdesk.ui.composition import Composition
from dxdesk.ui.labels import plain_label
from dxdesk.ui.text_field import Message
from dxdesk.wording.entry import CONFIRMER, CONFIRMER_NAME, CONFIRMER_TITLE, USUAL_TITLE


class _Line(QLineEdit):
    """A line that is chosen whole when one comes into it: what is typed replaces it."""

    _entered = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._entered = event.reason() == Qt.FocusReason.MouseFocusReason
        if not self._entered:
            self.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._entered and not self.hasSelectedText():
            self.selectAll()
        self._entered = False


class Confirmer(QWidget):
    """One line with title and name of the person who confirms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.name = _Line(USUAL_TITLE), _Line()
        self._departments: tuple[str, ...] = ()
        self.message = Message()
        self.compositions = (Composition(self.title), Composition(self.name))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(plain_label(CONFIRMER, "strong"))
        for word, field, wide in ((CONFIRMER_TITLE, self.title, 140), (CONFIRMER_NAME, self.name, 180)):
            label = plain_label(word, "small")
            label.setBuddy(field)
            field.setAccessibleName(word)
            field.setMaxLength(NAME_CHARACTERS)
            field.setFixedWidth(wide)
            row.addWidget(label)
            row.addWidget(field)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.message)
        self.name.textChanged.connect(self.message.clear)

    def show_name(self, name: str | None, departments: tuple[str, ...]) -> None:
        """Fill in who confirmed for these departments before, else who sits at the desk, where nobody has written."""
        self._departments = departments
        name = kept_name("head", departments) or name
        if name and not self.name.text():
            self.name.setText(name)

    def who(self) -> tuple[str, str]:
        """(name, title) as they are now, text that is being composed included; the name is remembered."""
        for each in self.compositions:
            each.commit()
        name, title = self.name.text().strip(), self.title.text().strip()
        if name:
            keep_name("head", self._departments, name)
        return name, title

    def say(self, text: str) -> None:
        """Say under the line what to do about the name."""
        self.message.say(text)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
