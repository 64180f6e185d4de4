"""くいちがいを直す, in the panel: per differing field one of the two, or both put together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from dxdesk.domain.drafts import TEXT_FIELDS
from dxdesk.domain.replies import Answer, Revision
from dxdesk.domain.settling import Choice, differing
from dxdesk.ui.collect.slot import DISCUSS, Slot, reading_words
from dxdesk.ui.collect.task import Task
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.theme import set_look
from dxdesk.ui.words import day_of
from dxdesk.wording import FIELDS
from dxdesk.wording_collect import DIFFERS

OURS, THEIRS, BOTH = "いまの文を使う", "届いた文を使う", "2つの文をつなげる"
WITHDRAWN = "取り下げ"


def field_words(slot: Slot, answer: Answer, field: str) -> str:
    """The value of a field as people read it."""
    value = getattr(answer, field)
    if field == "status" and value:
        return slot.settings.status_word(value)
    if field == "stage":
        return slot.settings.stage_word(value) or "（なし）"
    if field == "discuss":
        return DISCUSS[value]
    if field == "indicators":
        words = [
            f"{each.name} {text}" for each in slot.unit.indicators if (text := reading_words(slot, answer, each.id))
        ]
        return "、".join(words) or "（なし）"
    if isinstance(value, bool):
        return "公表する" if value else "公表しない"
    if isinstance(value, tuple):
        return f"{len(value)}件"
    return str(value) if value else "（なし）"


class SettleTask(Task):
    """No choice is made beforehand; the button counts down."""

    def __init__(self, slot: Slot, ours: Revision, theirs: Revision, parent: QWidget | None = None) -> None:
        super().__init__("くいちがいを直す", f"{slot.words}\n{DIFFERS}", parent)
        self.slot = slot
        self._groups: dict[str, QButtonGroup] = {}
        body = QWidget()
        self._inside = QVBoxLayout(body)
        self._inside.setContentsMargins(0, 0, 8, 0)
        self._inside.setSpacing(10)
        if ours.answer is None or theirs.answer is None:
            said = [(each.answer and each.answer.results) or WITHDRAWN for each in (ours, theirs)]
            self._add("all", self.tr("回答"), ours, theirs, said[0], said[1])
        else:
            for field in differing(ours.answer, theirs.answer):
                words = [field_words(slot, each, field) for each in (ours.answer, theirs.answer)]
                self._add(field, FIELDS.get(field, field), ours, theirs, words[0], words[1])
        self._inside.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName(self.tr("ちがうところ"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")
        area.setWidget(body)
        self.column.addWidget(area, 1)

    def _add(self, field: str, word: str, ours: Revision, theirs: Revision, mine: str, other: str) -> None:
        frame = QFrame()
        set_look(frame, "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(4)
        column.addWidget(plain_label(word, "strong"))
        group = QButtonGroup(frame)
        choices: list[tuple[Choice, str, str]] = [
            ("ours", f"{OURS}（{day_of(ours.moment)}）", mine),
            ("theirs", f"{THEIRS}（{day_of(theirs.moment)}）", other),
        ]
        if field in TEXT_FIELDS:
            choices.append(("both", BOTH, ""))
        for choice, label, text in choices:
            button = QRadioButton(label)
            button.setAccessibleName(f"{word}、{label}、{text}" if text else f"{word}、{label}")
            button.setProperty("choice", choice)
            group.addButton(button)
            button.toggled.connect(self.changed)
            column.addWidget(button)
            if text:
                row = QHBoxLayout()
                row.setContentsMargins(27, 0, 0, 4)
                row.addWidget(PhraseLabel(text))
                column.addLayout(row)
        self._groups[field] = group
        self._inside.addWidget(frame)

    @property
    def choices(self) -> dict[str, Choice]:
        """What was chosen so far, by field."""
        picked = {field: group.checkedButton() for field, group in self._groups.items()}
        return {field: button.property("choice") for field, button in picked.items() if button is not None}

    def primary(self) -> tuple[str, bool]:
        left = len(self._groups) - len(self.choices)
        return (f"直し終えた（あと{left}か所）", False) if left else (self.tr("直し終えた"), True)

    def take_focus(self) -> None:
        group = next(iter(self._groups.values()), None)
        if group is not None:
            group.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)
