"""出席: who came, in whose place, who explains, who listens, and whether the meeting stands."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dxdesk.domain.meetings import PRESENCES, Presence, quorum
from dxdesk.domain.text import NAME_CHARACTERS
from dxdesk.ui.composition import Composition
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.meeting.delegate import PersonDelegate, presence_at
from dxdesk.ui.meeting.reading import MeetingSource
from dxdesk.ui.meeting.row_list import RowList
from dxdesk.ui.meeting.rows import PersonRow, counts_of_people, person_rows
from dxdesk.ui.theme import set_look
from dxdesk.wording.meeting import PRESENCES as WORDS
from dxdesk.wording.meeting import STAFF, phrases_for
from dxdesk.wording.meeting_screen import PEOPLE_HINT, PROXY_HINT, PROXY_NAME, quorum_words

NAME, TITLE = "氏名", "職"


class PeopleList(RowList):
    """← and → choose the presence of the chosen person."""

    presence_stepped = Signal(int)
    remove_requested = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.presence_stepped.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        elif event.key() == Qt.Key.Key_Delete and self.chosen:
            self.remove_requested.emit(self.chosen)
        else:
            super().keyPressEvent(event)


class NameLine(QWidget):
    """氏名 and 職 with one button, for a proxy or somebody new."""

    given = Signal(str, str)
    """Title and name."""
    left = Signal()
    """The focus is in none of its fields any more."""

    def __init__(self, words: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.name = QLineEdit(), QLineEdit()
        self.words = PhraseLabel(words, "strong", most=1)
        self.button = QPushButton(button)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(10)
        self.row.addWidget(self.words, 0, Qt.AlignmentFlag.AlignVCenter)
        self._compositions = []
        for field, word, width in ((self.name, NAME, 170), (self.title, TITLE, 150)):
            label = plain_label(word, "small")
            label.setBuddy(field)
            field.setMaxLength(NAME_CHARACTERS)
            field.setMaximumWidth(width)
            self._compositions.append(Composition(field))
            self.row.addWidget(label)
            self.row.addWidget(field, 1)
            field.returnPressed.connect(self.give)
            field.editingFinished.connect(lambda: QTimer.singleShot(0, self, self._look_where))
        self.row.addWidget(self.button)
        self.row.addStretch(1)
        self.button.clicked.connect(self.give)
        self.name.textChanged.connect(lambda text: self.button.setEnabled(bool(text.strip())))
        self.button.setEnabled(False)
        self.show_words(words)

    def show_words(self, words: str) -> None:
        """Say who is meant, also in what is spoken of the fields."""
        self.words.show_text(words)
        for field, word in ((self.name, NAME), (self.title, TITLE)):
            field.setAccessibleName(f"{words} {word}")

    def give(self) -> None:
        """Hand over what is typed, where there is a name."""
        title, name = self.typed()
        if name:
            self.given.emit(title, name)

    def _look_where(self) -> None:
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.left.emit()

    def typed(self) -> tuple[str, str]:
        """Title and name as they are now, text that is being composed included."""
        for each in self._compositions:
            each.commit()
        return self.title.text().strip(), self.name.text().strip()

    def clear(self) -> None:
        """Empty both fields."""
        self.title.clear()
        self.name.clear()


class PeoplePanel(QWidget):
    """The attendance; every change is recorded at once."""

    presence_given = Signal(str, str)
    """A member's name and a presence other than proxy."""
    proxy_given = Signal(str, str, str)
    """Whose place, the title and the name of who comes."""
    person_added = Signal(str, str, str)
    """Title, name, and as what: staff, member or observer."""
    remove_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = PeopleList(self.tr("出席者"))
        self.people.setItemDelegate(PersonDelegate(self.people))
        self._source: MeetingSource | None = None
        self._quorum = plain_label("", "section")
        self._counts = plain_label("", "small")
        self.proxy = NameLine("", self.tr("代理にする"))
        self.new = NameLine(self.tr("加える方"), self.tr("加える"))
        self.standing = QComboBox()
        self.standing.setAccessibleName(self.tr("加える方の立場"))
        self.new.row.insertWidget(self.new.row.indexOf(self.new.button), self.standing)
        self._proxy_hint = plain_label(PROXY_HINT, "small")
        self.remove = QPushButton(self.tr("出席者から外す"))
        set_look(self.remove, "link")
        self._hint = plain_label(PEOPLE_HINT, "small")
        self._lay_out()
        self.people.row_chosen.connect(lambda _key: self._show_chosen())
        self.people.row_clicked.connect(self._clicked)
        self.people.presence_stepped.connect(self._step)
        self.people.remove_requested.connect(self.remove_requested)
        self.remove.clicked.connect(lambda: self.remove_requested.emit(self.people.chosen))
        self._proxy_for = ""
        self.proxy.given.connect(self._take_proxy)
        self.proxy.left.connect(self._leave_proxy)
        self.new.given.connect(lambda title, name: self.person_added.emit(title, name, self.standing.currentData()))
        self._can_change = False

    def _lay_out(self) -> None:
        self._forms = QFrame()
        set_look(self._forms, "panel")
        forms = QVBoxLayout(self._forms)
        forms.setContentsMargins(16, 10, 16, 10)
        forms.setSpacing(8)
        forms.addWidget(self.proxy)
        forms.addWidget(self._proxy_hint)
        forms.addWidget(self.new)
        head = QHBoxLayout()
        head.setContentsMargins(18, 10, 18, 6)
        head.setSpacing(16)
        head.addWidget(self._quorum)
        head.addWidget(self._counts)
        head.addStretch(1)
        head.addWidget(self.remove)
        self._empty = PhraseLabel("", "small")
        self._empty.setContentsMargins(18, 0, 18, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.people, 1)
        below = QHBoxLayout()
        below.setContentsMargins(18, 10, 18, 6)
        below.addWidget(self._hint)
        column.addLayout(below)
        column.addWidget(self._forms)
        self.proxy.hide()
        self._proxy_hint.hide()

    def show_source(self, source: MeetingSource, *, changes: bool) -> None:
        """Show the attendance; ``changes`` whether it can be changed."""
        self._source, self._can_change = source, changes
        self._show_rows()
        self._offer_standings(source)
        found = quorum(source.record.attendance, source.settings)
        words = quorum_words(found, source.settings.quorum)
        none = not found.members
        set_look(self._quorum, "saved" if found.met else "asked")
        self._quorum.setText("" if none else ("✓ " if found.met else "") + words)
        self._empty.show_text(words if none else "")
        self._empty.setVisible(none)
        self._counts.setText(counts_of_people(source.record.attendance))
        self._forms.setVisible(changes)
        self._hint.setVisible(changes and not none)
        self._show_chosen()

    def _show_rows(self) -> None:
        """Everybody; whose proxy is being written is marked as such already."""
        if self._source is None:
            return
        rows = person_rows(self._source)
        mine = [replace(row, presence="proxy") if row.key == self._proxy_for else row for row in rows]
        self.people.show_rows(mine)

    def _offer_standings(self, source: MeetingSource) -> None:
        """As what somebody is added: beside members on file as 説明員・事務局 first."""
        member = phrases_for(source.settings, source.meeting.body_name).position("member")
        offered = [(STAFF, "staff"), (member, "member"), (WORDS["observer"], "observer")]
        if not source.members:
            offered[:2] = reversed(offered[:2])
        if [self.standing.itemText(place) for place in range(self.standing.count())] != [word for word, _ in offered]:
            self.standing.clear()
            for word, key in offered:
                self.standing.addItem(word, key)

    def _row(self) -> PersonRow | None:
        """The chosen person, as on file."""
        chosen = self.people.chosen
        rows = person_rows(self._source) if self._source is not None else ()
        return next((row for row in rows if row.key == chosen), None)

    def _show_chosen(self) -> None:
        row = self._row()
        member = row is not None and self._source is not None and row.key in self._source.members
        self.remove.setVisible(self._can_change and row is not None and not member)
        if row is None or row.key != self._proxy_for:
            QTimer.singleShot(0, self, self._leave_proxy)  # once the press on the other row is over

    def _take_proxy(self, title: str, name: str) -> None:
        member = self._proxy_for
        if self.proxy.isAncestorOf(self.focusWidget() or self):
            self.people.setFocus(Qt.FocusReason.OtherFocusReason)
        self._end_proxy()
        self.proxy_given.emit(member, title, name)

    def _leave_proxy(self) -> None:
        """What is written is taken; nothing written takes nobody's place. A title alone waits for its name."""
        title, name = self.proxy.typed()
        if not self._proxy_for:
            return
        if name:
            self.proxy.give()
        elif title:
            self._proxy_hint.setText(PROXY_NAME)
            set_look(self._proxy_hint, "asked")
        elif self.people.chosen != self._proxy_for:
            self._end_proxy()

    def _end_proxy(self) -> None:
        self._proxy_for = ""
        self.proxy.clear()
        self.proxy.hide()
        self._proxy_hint.hide()
        self._show_rows()

    def _clicked(self, key: str, point: QPoint, place: QRect) -> None:
        presence = presence_at(point, place, text_scale(self))
        if presence is not None:
            self._give(key, presence)

    def _step(self, places: int) -> None:
        row = self._row()
        if row is not None:
            self._give(row.key, PRESENCES[(PRESENCES.index(row.presence) + places) % len(PRESENCES)])

    def _start_proxy(self, key: str) -> None:
        self.proxy.show_words(self.tr("{name} の代理").format(name=key))
        self.proxy.clear()
        self._proxy_for = key
        self._proxy_hint.setText(PROXY_HINT)
        set_look(self._proxy_hint, "small")
        for widget in (self.proxy, self._proxy_hint):
            widget.show()
        self._show_rows()
        self.proxy.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, key: str, presence: Presence) -> None:
        row = self._row()
        if not self._can_change or row is None:
            return
        if presence == "proxy":
            self._start_proxy(key)
            return
        self._end_proxy()
        if presence != row.presence:
            self.presence_given.emit(key, presence)
