"""What stands beside the matrix: the chosen answer, what can be done with it, or the task that is open."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dxdesk.ui.collect.next_steps import NextSteps
from dxdesk.ui.collect.task import Task
from dxdesk.ui.initiatives.blocks import StatusWidget, framed_widget, lines_widget, passage_widget
from dxdesk.ui.initiatives.sheet import Block, Framed, Lines, Passage, StatusBlock
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.reading_area import reading_area
from dxdesk.ui.theme import set_look
from dxdesk.ui.words import scale_of
from dxdesk.wording.asking import RETURN_FILE, TELL_PUT_RIGHT
from dxdesk.wording.collect import GO_ON_RETURNING
from dxdesk.wording.take_in import LOOK_AT_HELD, WITHOUT_EARLIER

WIDTH = 316
"""Width of the panel, px at 100 %."""
LOW = 520
"""Lower than this, px at 100 %, the next steps scroll with the answer."""

ACTIONS: Final[Mapping[str, str]] = {
    "accept": "受理する",
    "return": "差し戻す",
    "settle": "くいちがいを直す",
    "without": WITHOUT_EARLIER,
    "held": LOOK_AT_HELD,
    "merge": "取りまとめを開く",
    "deliver": RETURN_FILE,
    "tell": TELL_PUT_RIGHT,
    "unaccept": "受理を取り消す",
    "unreturn": "差戻しを取り消す",
    "unmark": "しるしを消す",
    "confirm": "所属長の確認を記録",
    "entry": "代わりに記入する",
    "next": "次の提出を見る",
}
"""What can be done, in the order of its buttons; the last three are links."""
LINKS: Final = ("confirm", "entry", "next")


def block_widget(block: Block) -> QWidget:
    """The widget of a block of the answer."""
    if isinstance(block, StatusBlock):
        return StatusWidget(block)
    if isinstance(block, Framed):
        return framed_widget(block)
    if isinstance(block, Lines):
        return lines_widget(block)
    assert isinstance(block, Passage)
    return passage_widget(block)


def put_behind(first: QWidget, container: QWidget) -> None:
    """Let Tab go on from a widget to those of a container, which were made later and would come last of all."""
    for each in container.findChildren(QWidget):
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            QWidget.setTabOrder(first, each)
            first = each


def in_rows(keys: Sequence[str], short: Collection[str]) -> list[tuple[str, ...]]:
    """Keys in their order, two in a row where both are short."""
    rows: list[tuple[str, ...]] = []
    for key in keys:
        if rows and len(rows[-1]) == 1 and {key, *rows[-1]} <= set(short):
            rows[-1] = (*rows[-1], key)
        else:
            rows.append((key,))
    return rows


class CollectPanel(QFrame):
    """Head, blocks and buttons of what is chosen. The buttons stay, so that the focus does."""

    action_requested = Signal(str)
    """A key of ACTIONS."""
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "panel")
        self.setAutoFillBackground(True)
        self.task: Task | None = None
        self._shown: tuple[object, ...] = ()
        self._acted: tuple[str, ...] = ()
        self._blocks: list[tuple[Block | str, QWidget]] = []
        self._close = QPushButton(self.tr("閉じる（Esc）"))
        set_look(self._close, "link")
        self._close.clicked.connect(self.close_requested)
        self._close.hide()
        self._title, self._line = PhraseLabel(look="title-window"), PhraseLabel(look="small")
        self._scroll = reading_area()
        self._scroll.setAccessibleName(self.tr("回答の内容"))
        self.next_steps = NextSteps()
        self.buttons = {key: QPushButton(word) for key, word in ACTIONS.items()}
        self._actions = QWidget()
        self._grid = QGridLayout(self._actions)
        self._grid.setContentsMargins(16, 6, 16, 4)
        self._grid.setSpacing(6)
        for key, button in self.buttons.items():
            button.setParent(self._actions)
            if key in LINKS:
                set_look(button, "link")
                button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _checked=False, wanted=key: self.action_requested.emit(wanted))
            button.hide()
        self._last = self.buttons["next"]
        self._lay_out()
        self.next_steps.renewed.connect(lambda: put_behind(self._last, self.next_steps))

    def _lay_out(self) -> None:
        self._reading = QWidget()
        reading = QVBoxLayout(self._reading)
        reading.setContentsMargins(0, 0, 0, 0)
        reading.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(16, 10, 16, 4)
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._line)
        reading.addLayout(head)
        self._content = QWidget()
        self._inside = QVBoxLayout(self._content)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(16, 4, 16, 8)
        self._column.setSpacing(10)
        self._column.addStretch(1)
        self._inside.addLayout(self._column, 1)
        self._scroll.setWidget(self._content)
        self._below = reading
        reading.addWidget(self._scroll, 1)
        edge = QFrame()
        set_look(edge, "rule")
        edge.setFixedHeight(1)
        reading.addWidget(edge)
        reading.addWidget(self._actions)
        reading.addWidget(self.next_steps)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._reading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(16, 4, 12, 0)
        top.addStretch(1)
        top.addWidget(self._close)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)

    def show_reading(
        self, title: str, line: str, blocks: Sequence[Block | str], actions: Sequence[str], *, begun: bool = False
    ) -> None:
        """Show what is chosen: its blocks (a string is a line of its own) and the keys of its ACTIONS; ``begun``
        whether somebody has begun to write a 差戻し of it."""
        self.buttons["return"].setText(GO_ON_RETURNING if begun else ACTIONS["return"])
        self._show_actions(actions)
        wanted = (title, line, tuple(blocks))
        if wanted == self._shown:
            return
        scroll = self._scroll.verticalScrollBar().value() if self._shown[:1] == (title,) else 0
        self._shown = wanted
        self._title.show_text(title)
        self._line.show_text(line)
        self._show_blocks(blocks)
        self._scroll.verticalScrollBar().setValue(scroll)

    def _show_blocks(self, blocks: Sequence[Block | str]) -> None:
        """Show blocks; those that stay as they are keep their widgets, which costs nothing to lay out and draw."""
        before, self._blocks = self._blocks, []
        for place, block in enumerate(blocks):
            kept = next((each for each in before if each[0] == block), None)
            if kept is not None:
                before.remove(kept)
            widget = kept[1] if kept else PhraseLabel(block, "note") if isinstance(block, str) else block_widget(block)
            self._blocks.append((block, widget))
            if self._column.indexOf(widget) != place:
                self._column.insertWidget(place, widget)
                widget.show()
        for _block, widget in before:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _show_actions(self, actions: Sequence[str]) -> None:
        self._acted = tuple(actions)
        self._place_buttons()
        for key, button in self.buttons.items():
            button.setVisible(key in actions)
        self._actions.setVisible(bool(actions) and self.task is None)

    def _place_buttons(self) -> None:
        """Two buttons beside each other where both have room for their words, else one below the other."""
        for button in self.buttons.values():
            self._grid.removeWidget(button)
        wide = [each for each in ACTIONS if each in self._acted and each not in LINKS]
        for row, keys in enumerate(in_rows(wide, {key for key in wide if self._fits_half(self.buttons[key])})):
            for place, key in enumerate(keys):
                self._grid.addWidget(self.buttons[key], row, place, 1, 3 - len(keys))
        links = [each for each in LINKS if each in self._acted]
        for place, key in enumerate(links):
            self._grid.addWidget(self.buttons[key], 10 + place // 2, place % 2, Qt.AlignmentFlag.AlignLeft)

    def _fits_half(self, button: QPushButton) -> bool:
        margins = self._grid.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._grid.horizontalSpacing()
        return button.sizeHint().width() <= room // 2

    def show_task(self, task: Task | None) -> None:
        """Show a task below the answer it is about, or in place of what is chosen; None goes back."""
        before, self.task = self.task, task
        below = task is not None and task.below_answer
        if task is not None:
            if below:
                self._below.addWidget(task)
            else:
                self._stack.addWidget(task)
            task.show()
            put_behind(self._last, task)
            task.take_focus()
        self._stack.setCurrentWidget(self._reading if task is None or below else task)
        self._actions.setVisible(bool(self._acted) and task is None)
        if before is not None:
            before.hide()
            before.setParent(None)
            before.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the panel is low, the next steps follow the text instead of pressing it together."""
        super().resizeEvent(event)
        self._place_buttons()
        wanted = self._inside if self.height() < LOW * scale_of(self.font()) else self._below
        if wanted.indexOf(self.next_steps) < 0:
            wanted.addWidget(self.next_steps)
            put_behind(self._last, self.next_steps)

    def show_as_drawer(self, drawer: bool) -> None:
        """A drawer has a button that closes it."""
        self._close.setVisible(drawer)

    def take_focus(self) -> None:
        """Put the focus on the first thing that can be done, else on the text."""
        shown = next((each for each in self.buttons.values() if not each.isHidden() and each.isEnabled()), None)
        (self.task or shown or self._scroll).setFocus(Qt.FocusReason.OtherFocusReason)
        if self.task is not None:
            self.task.take_focus()
