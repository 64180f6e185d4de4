"""The chosen くいちがい: who wrote what, the fields that differ, and what will be used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dxdesk.domain.settling import Decision, Own
from dxdesk.ui.conflict.field_row import FieldRow, Side3
from dxdesk.ui.conflict.outcome import Outcome
from dxdesk.ui.conflict.reading import Dispute
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.text_field import Message
from dxdesk.ui.theme import set_look
from dxdesk.wording.conflict import ORIGIN, VERDICT, left


class Sheet(QScrollArea):
    """The choices of one くいちがい; ``record`` is what is kept of them until they are made."""

    changed = Signal()

    def __init__(self, dispute: Dispute, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dispute = dispute
        self.choices: dict[str, Side3] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows = {each.key: FieldRow(each, dispute.sides) for each in dispute.fields}
        self.outcome = Outcome(dispute.fields, dispute.sides)
        self.pill, self.message = plain_label("", "pill-ask"), Message()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addWidget(PhraseLabel(dispute.question, "small"))
        column.addLayout(self._columns())
        for row in self.rows.values():
            column.addWidget(row)
            row.chosen.connect(self._choose)
        rule = QFrame()
        set_look(rule, "rule")
        rule.setFixedHeight(1)
        if dispute.fields and not dispute.reviews:
            column.addWidget(rule)
            column.addWidget(self.outcome)
        column.addWidget(self.message)
        column.addStretch(1)
        self.setWidget(body)
        self.outcome.setVisible(bool(dispute.fields) and not dispute.reviews)
        self.outcome.edited.connect(self._edited)
        self._show()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        title = PhraseLabel(f"{self.dispute.slot.words}", "title-window")
        row.addWidget(title, 1)
        row.addWidget(self.pill)
        return row

    def _columns(self) -> QHBoxLayout:
        """Who wrote each version, and when."""
        row, sides = QHBoxLayout(), self.dispute.sides
        row.setSpacing(10)
        heads = zip((ORIGIN, sides.ours, sides.theirs), self.dispute.heads, strict=True)
        for place, (word, said) in enumerate(heads):
            if self.dispute.reviews and not place:
                continue
            frame = QFrame()
            set_look(frame, "info-card" if place else "quiet-card")
            inside = QHBoxLayout(frame)
            inside.setContentsMargins(12, 4, 12, 4)
            inside.setSpacing(10)
            inside.addWidget(plain_label(VERDICT if self.dispute.reviews else word, "strong"))
            inside.addWidget(PhraseLabel(said, "small"), 1)  # where there is none, every box below says so
            row.addWidget(frame, 1)
        return row

    @property
    def left(self) -> int:
        """How many places are still open."""
        return sum(not self._decided(key) for key in self.rows)

    def _decided(self, key: str) -> bool:
        choice = self.choices.get(key)
        return choice is not None and (choice != "own" or bool(self.outcome.rows[key].text.typed().strip()))

    def decisions(self) -> dict[str, Decision]:
        """The choices as they are made: a text of one's own where both were put together."""
        texts = self.outcome.texts()
        return {
            key: Own(texts[key]) if choice == "own" else choice
            for key, choice in self.choices.items()
            if choice != "own" or key in texts
        }

    def record(self) -> dict[str, Any]:
        """What was chosen so far, to go on with later."""
        return {"mark": self.dispute.mark, "choices": dict(self.choices), "texts": self.outcome.texts()}

    def restore(self, record: Mapping[str, Any] | None) -> None:
        """Go on with what was chosen for the same versions."""
        if record is None or record["mark"] != self.dispute.mark:
            return
        self.choices = {key: choice for key, choice in record["choices"].items() if key in self.rows}
        for key, text in record["texts"].items():
            if key in self.outcome.rows:
                self.outcome.rows[key].text.show_text(text)
        self._show()

    @property
    def start(self) -> QWidget | None:
        """The first place that is open, else the first; None where there is nothing to choose."""
        key = next((each for each in self.rows if not self._decided(each)), next(iter(self.rows), None))
        return self.rows[key].buttons["ours"] if key is not None else None

    def take_focus(self) -> None:
        """To the first place that is open."""
        if (start := self.start) is not None:
            start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, key: str, choice: Side3) -> None:
        self.choices[key] = choice
        self._show()
        if choice == "own":
            self.outcome.join(key)
            self.ensureWidgetVisible(self.outcome.rows[key])
        self._edited()

    def _edited(self) -> None:
        self._show()
        self.message.clear()
        self.changed.emit()

    def _show(self) -> None:
        for key, row in self.rows.items():
            row.show_choice(self.choices.get(key))
        self.outcome.show_choices(self.choices)
        self.pill.setText(left(self.left))
        self.pill.setVisible(self.left > 0)
