"""会議体: which committees are used; one that is not any more is put aside, and used again when it is wanted."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dxdesk.desk import Desk, Step
from dxdesk.domain.errors import Problem
from dxdesk.operations.bodies import stop_using_body, use_body_again
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries.bodies import BodyOnFile, bodies_on_file
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.text_field import Message
from dxdesk.ui.theme import set_look
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.settings import (
    BODY_AGAIN,
    BODY_HINT,
    BODY_STOP,
    body_again_words,
    body_counts,
    body_stopped,
)


class BodiesForm(QWidget):
    """What is done here stands at once and can be taken back."""

    said = Signal(str, bool)

    def __init__(self, desk: Desk, *, may_change: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._may = desk, may_change
        self._shown: tuple[BodyOnFile, ...] = ()
        self.message = Message()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(PhraseLabel(BODY_HINT))
        column.addLayout(self._rows)
        column.addWidget(self.message)
        column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show the committees on file; the focus stays on the row where it was."""
        found = self._desk.ask(bodies_on_file)
        if found == self._shown:
            return
        buttons = self.findChildren(QPushButton)
        focused = next((each.property("body") for each in buttons if each.hasFocus()), None)
        self._shown = found
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        using = sum(each.in_use for each in found)
        for each in found:
            self._rows.addWidget(self._row(each, alone=each.in_use and using == 1, focus=each.body.id == focused))

    def _row(self, found: BodyOnFile, *, alone: bool, focus: bool) -> QFrame:
        card = QFrame()
        set_look(card, "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(16)
        row.addWidget(PhraseLabel(found.body.name, "strong"), 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(plain_label(body_counts(found.members, found.meetings, in_use=found.in_use), "small"))
        button = QPushButton(BODY_STOP if found.in_use else BODY_AGAIN)
        button.setProperty("body", found.body.id)
        button.setAccessibleName(f"{found.body.name}を{button.text()}")
        button.setEnabled(self._may and not alone)
        button.clicked.connect(partial(self._change, found))
        row.addWidget(button)
        if focus:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        return card

    def _change(self, found: BodyOnFile, _pressed: bool = False) -> None:
        desk, body, name = self._desk, found.body.id, found.body.name
        forward, backward = (stop_using_body, use_body_again)[:: 1 if found.in_use else -1]

        def act() -> object:
            return desk.do(forward, body)

        def back() -> object:
            return desk.do(backward, body)

        self.message.clear()
        try:
            act()
        except (Problem, StoreUnavailable) as trouble:
            self.message.say(trouble_words(trouble))
            return
        words = body_stopped(name) if found.in_use else body_again_words(name)
        desk.remember(Step(words, back, act, ("settings", "bodies")))
        self.refresh()
        self.said.emit(words, True)
