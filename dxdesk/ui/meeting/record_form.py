"""The form in which something is recorded: its kinds, a text, and the fields of the kind."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.meetings import AgendaItem
from dxdesk.ui.labels import PhraseLabel, text_scale
from dxdesk.ui.meeting.reading import MeetingSource
from dxdesk.ui.meeting.record_fields import (
    ActionFields,
    CorrectionFields,
    DecisionFields,
    OpinionFields,
    RecordFields,
    RemarkFields,
    Values,
)
from dxdesk.ui.meeting.rows import FORM_KINDS, KEYED_KINDS, FormKind
from dxdesk.ui.text_area import LEAST_LINES, TextArea
from dxdesk.ui.text_field import Message
from dxdesk.ui.theme import hex_of, set_look
from dxdesk.wording.meeting import OPINION
from dxdesk.wording.meeting_screen import CHOOSE_OWNER, CHOOSE_RESULT, CHOOSE_SPEAKER, RECORD_EXAMPLES, WRITE_TEXT

_TAB = (
    "QPushButton { padding: 0 2px; border-radius: 0; }"
    f"QPushButton:checked {{ background: {hex_of('key')}; color: {hex_of('white')}; font-weight: bold; }}"
)


SAID = 24
"""Height of the room for what is said, px at 100 %: a line."""


class _Fields(QStackedWidget):
    """Fields of which one kind is shown, always as high as those are, whatever of them comes and goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), max(0, self.sizeHint().height()))


class RecordForm(QWidget):
    """What is typed belongs to a kind and an item; the page keeps it."""

    edited = Signal()
    left = Signal()
    kind_requested = Signal(str)
    wanted = Signal()
    """Somebody is about to type here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind: FormKind = "decision"
        self._words: dict[FormKind, str] = {"decision": "決定", "action": "宿題", "remark": "発言"}
        self._words |= {"correction": "席上修正", "opinion": OPINION}
        self.text = TextArea()
        self.message = Message()
        self.decision, self.action = DecisionFields(), ActionFields()
        self.remark, self.correction, self.opinion = RemarkFields(), CorrectionFields(), OpinionFields()
        self._fields: dict[FormKind, RecordFields] = {
            "decision": self.decision,
            "action": self.action,
            "remark": self.remark,
            "correction": self.correction,
            "opinion": self.opinion,
        }
        self.tabs = self._tabs()
        self._stack = _Fields(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        self._room = QWidget()
        column.addWidget(self._room, 1)
        column.addWidget(self._tab_row)
        column.addWidget(self.text, 1)
        column.addWidget(self._stack)
        column.addWidget(self._said_row())
        for fields in self._fields.values():
            self._stack.addWidget(fields)
            fields.edited.connect(self._edited)
        self.correction.field_changed.connect(self._show_kind)
        self.text.edited.connect(self._edited)
        self.text.left.connect(self.left)
        self.show_kind("decision")

    def _said_row(self) -> QWidget:
        """The room of what is said below the fields: it is always there, so that nothing moves under the mouse."""
        self._note, self._said = PhraseLabel("", "small"), QWidget(self)
        said = QVBoxLayout(self._said)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(0)
        said.addWidget(self._note)
        said.addWidget(self.message)
        said.addStretch(1)
        return self._said

    def _show_note(self) -> None:
        note = self._fields[self.kind].note
        self._note.show_text(note)
        self._note.setVisible(bool(note) and not self.message.text)
        self._said.setMinimumHeight(round(SAID * text_scale(self)))

    def _tabs(self) -> dict[FormKind, QPushButton]:
        self._tab_row = QWidget(self)
        row = QHBoxLayout(self._tab_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        group = QButtonGroup(self)
        found: dict[FormKind, QPushButton] = {}
        for number, kind in enumerate(FORM_KINDS, start=1):
            tab = QPushButton()
            tab.setCheckable(True)
            tab.setToolTip(f"Ctrl+{number}" if kind in KEYED_KINDS else "")
            set_look(tab, "plain")
            tab.setStyleSheet(_TAB)
            tab.clicked.connect(lambda _on=False, kind=kind: self._clicked(kind))
            group.addButton(tab)
            row.addWidget(tab, 1)
            found[kind] = tab
        return found

    def _clicked(self, kind: FormKind) -> None:
        """A kind was chosen: into its text by click, while the arrows go on from kind to kind."""
        there = self.tabs[kind].hasFocus()  # the arrows choose it before they lead there
        self.kind_requested.emit(kind)
        if there:
            self.take_focus()

    def show_words(self, action_word: str) -> None:
        """The town's word for 宿題."""
        self._words["action"] = action_word
        for number, (kind, tab) in enumerate(self.tabs.items(), start=1):
            tab.setText(self._words[kind])
            tab.setAccessibleName(self._words[kind] + (f"（Ctrl+{number}）" if kind in KEYED_KINDS else ""))

    def show_kind(self, kind: FormKind) -> None:
        """Show the fields of a kind."""
        self.kind = kind
        self._show_kind()

    def _show_kind(self) -> None:
        self.text.keep_lines(1 if self.kind in ("action", "remark") else LEAST_LINES)  # they have the highest fields
        self.tabs[self.kind].setChecked(True)
        self._stack.setCurrentWidget(self._fields[self.kind])
        for fields in self._fields.values():  # a stack is as high as its highest page
            fields.setVisible(fields is self._fields[self.kind])
        self._stack.updateGeometry()
        self.text.setPlaceholderText(RECORD_EXAMPLES[self.kind])
        shows_text = self.kind != "correction" or self.correction.is_text
        self._show_note()
        self.text.setVisible(shows_text)
        self._room.setVisible(not shows_text)
        self.text.setAccessibleName(self.tr("{kind}の文").format(kind=self._words[self.kind]))
        layout = self.layout()
        if layout is not None:
            layout.activate()  # at once: a page that has grown for a moment stays as high

    def show_source(self, source: MeetingSource, item: AgendaItem) -> None:
        """Offer what this meeting and this item have; 席上修正 only where an answer counts, 付帯意見 only where another
        body stands above."""
        self.show_words(source.settings.action_word)
        for fields in self._fields.values():
            fields.show_source(source, item)
        self.tabs["correction"].setEnabled(item.unit is not None)
        self.tabs["opinion"].setVisible(source.above is not None)

    def values(self) -> dict[str, Any]:
        """Everything typed in the form."""
        return {"text": self.text.typed(), **self._fields[self.kind].values()}

    def show_values(self, values: Values) -> None:
        """Load what was typed before, or (empty) start anew."""
        self.message.clear()
        self.text.show_text(str(values.get("text", "")))
        self._fields[self.kind].show_values(values)
        self._show_kind()

    @property
    def composing(self) -> bool:
        """Whether a conversion is open."""
        return bool(self.text.composition.text) or self._fields[self.kind].composing

    def commit(self) -> None:
        """Hand open conversions over."""
        self.text.composition.commit()
        self._fields[self.kind].commit()

    def take_focus(self) -> None:
        """Into the text, or where there is none into the first field."""
        self.wanted.emit()
        target = self.correction.choice if self.text.isHidden() else self.text
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str, place: str = "") -> None:
        """Say what to do, and put the focus into the field of a place."""
        self.message.say(words)
        self._note.hide()
        fields: dict[str, QWidget] = {
            "text": self.text,
            "due": self.action.due.line,
            "department": self.action.owners,
            "speaker": self.remark.speaker,
            "asked_by": self.correction.asked_by,
        }
        if place in fields:
            fields[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def complete(self, values: Values) -> bool:
        """Whether everything is there that this kind needs; what is missing is said and has the focus."""
        if self.kind == "decision" and not values["result"]:
            self.say(CHOOSE_RESULT)
            self.decision.result.take_focus()
        elif self.kind == "action" and not values["departments"]:
            self.say(CHOOSE_OWNER, "department")
        elif self.kind == "remark" and not values["speaker"].strip():
            self.say(CHOOSE_SPEAKER, "speaker")
        elif self.kind in ("action", "remark", "opinion") and not values["text"].strip():
            self.say(WRITE_TEXT, "text")
        else:
            return True
        return False

    def _edited(self) -> None:
        self.message.clear()
        self._show_note()
        self.edited.emit()
