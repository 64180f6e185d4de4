"""What is printed: the document, and of which part of the cycle. A column, or a row where the window is narrow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.paper import PaperSize
from dxdesk.domain.permissions import OWN_DEPARTMENT_ROLES, ActorRole
from dxdesk.domain.printing import AFTER_MINUTES, CHOICES, Choice, PrintKind, Wanted
from dxdesk.operations.printing_documents import Offer
from dxdesk.ui.entry.tab_stop import stop_at_choice
from dxdesk.ui.labels import plain_label
from dxdesk.ui.printing.fields import ChoiceField
from dxdesk.ui.printing.offering import Entry, documents, entries, groups_of, heading_of, shown_words, why_not
from dxdesk.ui.printing.packet_panel import PacketPanel
from dxdesk.ui.theme import set_look
from dxdesk.wording.document_names import GROUPS
from dxdesk.wording.movements import READ, WRITE
from dxdesk.wording.printing import DEPARTMENT, KIND, MEETING, PAPER, RANGE, UNIT, WHAT

WIDTH: Final = 270
_WIDEST_IN_ROW: Final = 340
_ANY_WIDTH: Final = 16_777_215

_FIELDS: Final[tuple[tuple[Choice, str], ...]] = (
    ("meeting", MEETING),
    ("department", DEPARTMENT),
    ("unit", UNIT),
    ("paper", PAPER),
)


class _Rolling(QScrollArea):
    """As high as what is in it, where there is room; else it rolls."""

    def sizeHint(self) -> QSize:
        inside = self.widget()
        return inside.sizeHint() if inside is not None else super().sizeHint()


class ChoicePanel(QFrame):
    """The choices of one cycle; ``wanted`` is what they come to, ``recall`` what was chosen last for a document."""

    changed = Signal()

    def __init__(
        self, role: ActorRole, recall: Callable[[PrintKind], Wanted] = Wanted, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_look(self, "panel")
        self._recall = recall
        self._row = False
        self._own = role in OWN_DEPARTMENT_ROLES
        self._secretariat = role == "secretariat"
        self._offer: Offer | None = None
        self._wanted = Wanted("list")
        self._radios, self._documents = QButtonGroup(self), _Rolling()
        self._headings: dict[str, QLabel] = {}
        self._words: dict[QRadioButton, str] = {}
        self._what, self._kind = ChoiceField(WHAT), ChoiceField(KIND)
        self._fields: dict[Choice, ChoiceField] = {choice: ChoiceField(name) for choice, name in _FIELDS}
        self.packet, self.movements = PacketPanel(), QPushButton()
        set_look(self.movements, "link")
        self._lay_out()
        self._radios.buttonToggled.connect(lambda radio, _on: self._documents.ensureWidgetVisible(radio))
        self._radios.idClicked.connect(lambda group: self._choose_group(GROUPS[group][0]))
        self._what.box.activated.connect(lambda _row: self._choose_group(self._what.value))
        self._kind.box.activated.connect(lambda _row: self._choose_kind(self._kind.value))
        for field in self._fields.values():
            field.box.activated.connect(self._chosen)
        self.packet.changed.connect(self._chosen)

    def _lay_out(self) -> None:
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._column.setContentsMargins(18, 14, 18, 12)
        self._column.setSpacing(10)
        inside = QWidget()
        radios = QVBoxLayout(inside)
        radios.setContentsMargins(0, 0, 0, 0)
        radios.setSpacing(4)
        radios.addWidget(plain_label(WHAT, "section"))
        for number, (word, _) in enumerate(GROUPS):
            heading = heading_of(word)
            if heading not in self._headings:
                self._headings[heading] = plain_label(heading, "small")
                self._headings[heading].setContentsMargins(0, 4 if len(self._headings) > 1 else 0, 0, 0)
                radios.addWidget(self._headings[heading])
            radio = QRadioButton()
            self._words[radio] = word
            self._radios.addButton(radio, number)
            radios.addWidget(radio)
        self._documents.setAccessibleName(WHAT)
        self._documents.setWidgetResizable(True)
        self._documents.setFrameShape(QFrame.Shape.NoFrame)
        self._documents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._documents.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")
        self._documents.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._documents.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._documents.setWidget(inside)
        self._range = plain_label(RANGE, "section")
        self._column.addWidget(self._documents)
        self._column.addWidget(self._what)
        self._column.addWidget(self._kind)
        self._column.addWidget(self._range)
        for field in self._fields.values():
            self._column.addWidget(field)
        self._column.addWidget(self.packet)
        links = QVBoxLayout()
        links.setSpacing(6)
        for link in (self.packet.hand_out, self.movements):
            links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(links)
        self._column.addStretch(1)
        self._what.hide()

    def show_as_row(self, row: bool) -> None:
        """Beside each other above the pages, with the documents in a list, or one below the other."""
        direction = QBoxLayout.Direction.LeftToRight if row else QBoxLayout.Direction.TopToBottom
        self._column.setDirection(direction)
        self._column.setContentsMargins(*((12, 6, 12, 8) if row else (18, 14, 18, 12)))
        for field in (self._what, self._kind, *self._fields.values()):
            field.setMaximumWidth(_WIDEST_IN_ROW if row else _ANY_WIDTH)
            self._column.setStretchFactor(field, 4 if row else 0)
        self._what.setVisible(row)
        self._documents.setVisible(not row)
        self.packet.show_as_row(row)
        self._row = row
        self._show_wanted()

    @property
    def wanted(self) -> Wanted:
        """What is chosen."""
        return self._wanted

    def show_offer(self, offer: Offer, *, may_write: bool = False) -> None:
        """Choose from another cycle; what was chosen stays where it is still there, but a meeting that was
        prepared since takes the place of an older one. ``may_write``: 主な動き of this cycle can be written."""
        self.movements.setText(WRITE if may_write else READ)
        before = {each.id for each in self._offer.meetings} if self._offer is not None else set()
        if before and not before >= {each.id for each in offer.meetings}:
            self._wanted = replace(self._wanted, meeting=None)
        self._offer = offer
        possible = [kind for _, kinds in groups_of(offer) for kind, _ in kinds if not why_not(offer, kind)]
        if possible and self._wanted.kind not in possible:
            self._wanted = Wanted("list" if "list" in possible else possible[0])
        self._show_wanted()

    def choose(self, wanted: Wanted) -> None:
        """Choose as if by hand; a document that is not offered leaves everything as it is."""
        if self._offer is None:
            self._wanted = wanted
        elif not why_not(self._offer, wanted.kind):
            inside = self.isAncestorOf(QApplication.focusWidget() or self)
            self._wanted = wanted
            self._show_wanted()
            if inside:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()

    def _show_wanted(self) -> None:
        """Show every choice of the document; what it does not offer is hidden."""
        offer, wanted = self._offer, self._wanted
        if offer is None:
            return
        offered = groups_of(offer)
        for radio, word in self._words.items():
            kinds = next((kinds for name, kinds in offered if name == word), ())
            reason = why_not(offer, kinds[0][0]) if kinds else ""
            radio.setVisible(bool(kinds))
            radio.setEnabled(bool(kinds) and not reason)
            shown = shown_words(offer, word)
            radio.setText(f"{shown}（{reason}）" if reason else shown)
            radio.setChecked(wanted.kind in [kind for kind, _ in kinds])
        shown_headings = {heading_of(name) for name, _ in offered}
        for name, label in self._headings.items():
            label.setVisible(name in shown_headings)
        stop_at_choice([radio for radio in self._words if radio.isVisibleTo(self) and radio.isEnabled()])
        checked = self._radios.checkedButton()
        self.setFocusProxy(self._what.box if self._row or checked is None else checked)
        group, kinds = next((each for each in offered if wanted.kind in [kind for kind, _ in each[1]]), ("", ()))
        self._what.show_entries(documents(offer), group)
        self._kind.show_entries(tuple(Entry(kind, word) for kind, word in kinds), wanted.kind)
        self._kind.setVisible(len(kinds) > 1)
        for choice, field in self._fields.items():
            offered_here = choice in CHOICES[wanted.kind]
            field.setVisible(offered_here)
            found, chosen = entries(offer, wanted, choice, own=self._own) if offered_here else ((), "")
            field.show_entries(found, chosen)
        self._range.setVisible(bool(CHOICES[wanted.kind]) and not self._row)
        self._wanted = self._from_fields(wanted.kind)
        self._show_packet()

    def _show_packet(self) -> None:
        """Show what goes into the packet of the chosen meeting."""
        packet, meeting = self._wanted.kind == "packet", self._wanted.meeting or ""
        self.movements.setVisible(packet or self._wanted.kind == "summary")
        self.packet.setVisible(packet)
        self.packet.hand_out.setVisible(packet and self._secretariat)
        if packet and self._offer is not None:
            self.packet.show_offer(meeting, self._offer.packets.get(meeting))
            self._wanted = self._from_fields("packet")

    def _choose_group(self, group: str) -> None:
        kinds = next((kinds for word, kinds in groups_of(self._offer) if word == group), ()) if self._offer else ()
        if kinds and self._wanted.kind not in [kind for kind, _ in kinds]:
            self._choose_kind(kinds[0][0])

    def _choose_kind(self, kind: str) -> None:
        """Another document of the same meeting, department and unit, where it has them."""
        found = next(each for each in CHOICES if each == kind)
        before, last = self._wanted, self._recall(found)
        self._wanted = replace(
            last,
            meeting=before.meeting or last.meeting,
            department=before.department or last.department,
            unit=before.unit if "unit" in CHOICES[found] else None,
        )
        self._show_wanted()
        self.changed.emit()

    def _chosen(self) -> None:
        self._wanted = self._from_fields(self._wanted.kind)
        self._show_wanted()
        self.changed.emit()

    def _from_fields(self, kind: PrintKind) -> Wanted:
        values = {choice: field.value for choice, field in self._fields.items() if choice in CHOICES[kind]}
        unit = values.get("unit", "")
        sizes: dict[str, PaperSize] = {"A3": "A3", "A4": "A4"}
        return Wanted(
            kind,
            meeting=values.get("meeting") or (self._wanted.meeting if kind not in AFTER_MINUTES else None),
            department=values.get("department") or None,
            unit=unit.removeprefix("=") if unit.startswith("=") else None,
            discussed=unit == "discussed",
            paper=sizes.get(values.get("paper", "")),
            packet=self.packet.choice if kind == "packet" else None,
            append=self.packet.files if kind == "packet" else (),
            left_out=self.packet.left_out if kind == "packet" else (),
            only_changed=kind == "packet" and self.packet.only_changed.isChecked(),
        )
