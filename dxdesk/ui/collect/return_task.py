"""差し戻す: which fields, and what is asked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QWidget

from dxdesk.ui.collect.task import Task
from dxdesk.ui.labels import plain_label
from dxdesk.ui.text_area import TextArea
from dxdesk.wording import FIELDS
from dxdesk.wording_collect import QUESTION_EXAMPLE

ALWAYS = ("status", "stage", "results", "issues", "next", "ask")
"""Fields that can be asked back whatever the answer holds."""


class ReturnTask(Task):
    """Boxes for the fields and a text. Typing begins at once: a click on a box leaves the cursor in the text."""

    def __init__(self, heading: str, words: str, more: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(heading, words, parent)
        self.boxes: dict[str, QCheckBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        self.column.addWidget(plain_label(self.tr("直してほしい欄"), "strong"))
        for place, field in enumerate((*ALWAYS, *more)):
            box = QCheckBox(FIELDS[field])
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
        self.column.addSpacing(4)
        self.column.addWidget(label)
        self.column.addWidget(self.question)
        self.column.addStretch(1)
        self.question.setMaximumHeight(self.question.heightLimit())

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that are ticked."""
        return tuple(field for field, box in self.boxes.items() if box.isChecked())

    def restore(self, fields: Sequence[str], question: str) -> None:
        """Go on with what was begun."""
        for field in fields:
            if field in self.boxes:
                self.boxes[field].setChecked(True)
        self.question.show_text(question)

    def primary(self) -> tuple[str, bool]:
        if not self.fields:
            return self.tr("差し戻す（欄を選んでください）"), False
        if not self.question.typed().strip():
            return self.tr("差し戻す（文を書いてください）"), False
        return self.tr("差し戻す"), True

    def take_focus(self) -> None:
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        self.question.composition.commit()
