"""List, answers and text side by side; where the window is narrow, list and answers open over the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dxdesk.ui.labels import text_scale
from dxdesk.ui.theme import set_look

LIST, LIST_FROM, ANSWERS_FROM, TEXT = 224, 1180, 940, 634
"""Width of the list; from these widths on list and answers stand beside the text, which needs this. px at 100 %."""
ANSWERS_PART, NARROW_PART = 0.4, 0.36
"""Of the room that the list leaves, and of the whole where it leaves all."""


def _panel(widget: QWidget) -> QFrame:
    panel = QFrame()
    set_look(panel, "panel")
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    return panel


class Columns(QWidget):
    """Lays the three parts out for the width there is."""

    drawers_changed = Signal(tuple)
    """Whether the list and whether the answers are drawers now."""

    def __init__(self, units: QWidget, answers: QWidget, text: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._targets = (units, answers)
        self._panels = (_panel(units), _panel(answers))
        self._rules = (QFrame(self), QFrame(self))
        self._text = text
        self._opened: int | None = None
        self._told: tuple[bool, bool] | None = None
        for child in (*self._panels, text):  # as Tab goes on
            child.setParent(self)
        for rule in self._rules:
            set_look(rule, "rule")

    @property
    def hidden(self) -> tuple[bool, bool]:
        """Whether list and answers are drawers now."""
        wide = self.width() / text_scale(self)
        return wide < LIST_FROM, wide < ANSWERS_FROM

    def toggle(self, place: int) -> None:
        """Open the list (0) or the answers (1) over the text, or close them again."""
        self._opened = None if self._opened == place else place
        self.arrange()
        if self._opened is not None:
            self._targets[place].setFocus()

    def close_drawer(self) -> bool:
        """Close what lies over the text; False where nothing does."""
        opened, self._opened = self._opened, None
        self.arrange()
        return opened is not None

    def arrange(self) -> None:
        """Place everything."""
        hidden, whole, high = self.hidden, self.width(), self.height()
        if hidden != self._told:
            self._told = hidden
            self.drawers_changed.emit(hidden)
        units = round(LIST * text_scale(self))
        left = 0 if hidden[0] else units
        part = round((whole - left) * (NARROW_PART if hidden[0] else ANSWERS_PART))
        answers = min(part, whole - left - round(TEXT * text_scale(self)))
        begin = left if hidden[1] else left + answers
        self._text.setGeometry(begin, 0, whole - begin, high)
        drawer = min(whole, round(560 * text_scale(self)))
        widths = (units, drawer if hidden[1] else answers)
        for place, (panel, rule) in enumerate(zip(self._panels, self._rules, strict=True)):
            at = left if place and not hidden[1] else 0
            shown = not hidden[place] or self._opened == place
            panel.setGeometry(at, 0, widths[place], high)
            rule.setGeometry(at + widths[place] - 1, 0, 1, high)
            for each in (panel, rule):
                each.setVisible(shown)
                if shown:
                    each.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._opened = None
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.arrange()
