"""The head of an item: number, name, who else answers, its state, and the line below with axis, owners and plan."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dxdesk.ui.entry.form import Form
from dxdesk.ui.entry.model import STATE_WORDS
from dxdesk.ui.entry.reading import EntryState
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.terms import TermLabel
from dxdesk.ui.text_field import show_look
from dxdesk.ui.theme import colour, desktop_font

_PILLS: dict[EntryState, str] = {
    "blank": "pill-quiet",
    "draft": "pill",
    "submitted": "pill-good",
    "accepted": "pill-good",
    "returned": "pill-return",
    "conflict": "pill-ask",
}
_MOST_NAMES = 2


class NumberDisc(QWidget):
    """The item's number, white on navy; longer codes make a lozenge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_number(self, text: str) -> None:
        """Show a number or code; nothing without one."""
        self._text = text
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        scale = text_scale(self)
        side = 30 * scale
        width = QFontMetricsF(desktop_font("section", scale)).horizontalAdvance(self._text) + 16 * scale
        return QSize(round(max(side, width)), round(side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("navy"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(desktop_font("section", text_scale(self)))
        painter.setPen(colour("white"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


class ItemHead(QWidget):
    """Title line and sub line of the open item; the terms in the sub line open their place in 用語集."""

    term_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._disc = NumberDisc()
        self.name = PhraseLabel(look="title", most=2)
        self._others = plain_label("", "small")
        self.pill = plain_label()
        for label in (self._others, self.pill):
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._below = TermLabel(look="small", most=1)
        self._below.term_requested.connect(self.term_requested)
        self.row = QHBoxLayout()
        self.row.setSpacing(14)
        self.row.addWidget(self._disc)
        self.row.addWidget(self.name, 1)
        self.row.addWidget(self._others)
        self.row.addWidget(self.pill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self.row)
        column.addWidget(self._below)

    def show_form(self, form: Form) -> None:
        """Show the head of an item."""
        unit = form.unit
        self._disc.show_number(form.number)
        self.name.show_text(unit.name)
        self._others.setText(self._others_words(form.others))
        self._others.setVisible(bool(form.others))
        self.show_state(form.state if form.closed != "department" else None)
        parts = [form.axis_name]
        if form.owners:
            parts.append(self.tr("実施主体：{owners}").format(owners=form.owners))
        wording = unit.schedule.wording if unit.schedule else None
        if wording:
            parts.append(self.tr("計画：{wording}").format(wording=wording))
        self._below.show_words(" ／ ".join(parts), form.terms)

    def show_state(self, state: EntryState | None) -> None:
        """Show the state pill, or none for an item of other departments."""
        self.pill.setVisible(state is not None)
        if state is not None:
            self.pill.setText(STATE_WORDS[state])
            show_look(self.pill, _PILLS[state])

    def _others_words(self, others: tuple[str, ...]) -> str:
        shown = "・".join(others[:_MOST_NAMES])
        rest = len(others) - _MOST_NAMES
        names = self.tr("{names} など{count}課").format(names=shown, count=len(others)) if rest > 0 else shown
        return self.tr("{count}課で回答（ほか {names}）").format(count=len(others) + 1, names=names)
