"""差し戻す: which fields, and what is asked, below the answer that it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPushButton, QSizePolicy, QWidget

from dxdesk.ui.collect.task import Task
from dxdesk.ui.labels import plain_label
from dxdesk.ui.text_area import TextArea
from dxdesk.ui.theme import set_look
from dxdesk.wording.asking import ONLY_RETURN, RETURN_FILE
from dxdesk.wording.collect import QUESTION_EXAMPLE
from dxdesk.wording.sentences import FIELDS

ALWAYS = ("status", "stage", "results", "issues", "next", "ask")
"""Fields that can be asked back whatever the answer holds."""

NEXT_YEAR = {"direction": "方向性", "budget": "予算"}
"""Fields that can be asked back in a cycle that asks about the next year, as they are called beside the others."""


class ReturnTask(Task):
    """Boxes for the fields and a text. Typing begins at once: a click on a box leaves the cursor in the text."""

    below_answer = True

    alone_requested = Signal()
    """Return, and make no file yet."""

    def __init__(
        self, words: str = "", more: Sequence[str] = (), *, file: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__("差し戻して直してほしい欄", words, parent)
        self.file = file
        self.boxes: dict[str, QCheckBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for place, field in enumerate((*ALWAYS, *more)):
            box = QCheckBox(NEXT_YEAR.get(field, FIELDS[field]))
            box.setAccessibleName(FIELDS[field])
            box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            box.toggled.connect(self.changed)
            self.boxes[field] = box
            grid.addWidget(box, place // 2, place % 2)
        self.column.addLayout(grid)
        self.question = TextArea()
        self.question.setPlaceholderText(QUESTION_EXAMPLE)
        label = plain_label(self.tr("聞きたいこと・直してほしいこと"), "strong")
        label.setBuddy(self.question)
        self.question.setAccessibleName(label.text())
        self.question.edited.connect(self.changed)
        self.column.addWidget(label)
        self.column.addWidget(self.question)
        self.question.setMaximumHeight(self.question.heightLimit())
        self.alone = QPushButton(ONLY_RETURN)
        set_look(self.alone, "link")
        self.alone.clicked.connect(self.alone_requested)
        self.column.addWidget(self.alone, 0, Qt.AlignmentFlag.AlignLeft)
        self.alone.setVisible(file)  # beside the others: alone it would open a window of its own
        self.changed.connect(self._renew)
        self._renew()

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that are ticked."""
        return tuple(field for field, box in self.boxes.items() if box.isChecked())

    @property
    def composing(self) -> bool:
        """Whether a conversion is open in the text."""
        return bool(self.question.composition.text)

    def record(self) -> Mapping[str, Any] | None:
        """What stands here, to go on with later; None for nothing."""
        text = self.question.typed()
        return {"fields": list(self.fields), "question": text} if text.strip() or self.fields else None

    def restore(self, record: Mapping[str, Any]) -> None:
        """Go on with what was begun."""
        for field in record["fields"]:
            if field in self.boxes:
                self.boxes[field].setChecked(True)
        self.question.show_text(record["question"])

    def primary(self) -> tuple[str, bool]:
        word = RETURN_FILE if self.file else self.tr("差し戻す")
        if not self.fields:
            return self.tr("差し戻す（欄を選んでください）"), False
        if not self.question.typed().strip():
            return self.tr("差し戻す（文を書いてください）"), False
        return word, True

    def _renew(self) -> None:
        self.alone.setEnabled(self.primary()[1])

    def take_focus(self) -> None:
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        self.question.composition.commit()
