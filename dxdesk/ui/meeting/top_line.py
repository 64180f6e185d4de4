"""The line above a meeting: which one, whether it is projected, what time it is and how much was spent."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from dxdesk.domain.room import SCALES
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.meeting.stopwatch import Times
from dxdesk.ui.projection.show import Projection
from dxdesk.ui.text_field import show_look
from dxdesk.ui.theme import hex_of, set_look
from dxdesk.wording.meeting_screen import REOPEN
from dxdesk.wording.presenter import NOT_THERE, over_words, time_words
from dxdesk.wording.projection import CHOOSE, END, FROZEN, HIDDEN, START_KEY, SWAP, on_screen

_PILLS: Final = {"on": ("ink", "white"), "frozen": ("warn", "ink"), "lost": ("return-tint", "return")}
"""Ground and words of the pill by its state."""


LEAST_TITLE: Final = 240
"""So much of the name of the meeting is shown whatever stands behind it, px at 100 %."""


def _pill_look(state: str) -> str:
    ground, ink = (hex_of(each) for each in _PILLS[state])
    return (
        f"QPushButton {{ background: {ground}; color: {ink}; border-color: {ground}; border-radius: 15px;"
        " padding: 0 14px; min-height: 28px; font-weight: bold; }"
    )


class TopLine(QWidget):
    """``pill`` says how it is projected and carries what can be changed about it; ``start`` begins it."""

    end_requested = Signal()
    swap_requested = Signal()
    choose_requested = Signal()
    scale_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.title, self.when = PhraseLabel("", "title-window", most=1), PhraseLabel("", most=1)
        self.edit, self.reopen = QPushButton(self.tr("日時・場所を直す")), QPushButton(REOPEN)
        for button in (self.edit, self.reopen):
            set_look(button, "link")
        self.start, self.pill = QPushButton(START_KEY), QPushButton()
        self.start.setStyleSheet("QPushButton { padding: 0 12px; min-height: 28px; }")
        self._menu()
        self.clock, self.counts = plain_label("", "section"), plain_label("", "small")
        self.on_item, self.whole, self.over = (plain_label("", "small") for _ in range(3))
        self._held, self._counted, self._settings = False, True, False
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(14)
        for label in (self.title, self.when):
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.edit, self.reopen, self.start, self.pill):
            row.addWidget(button)
        row.addStretch(1)
        for words in (self.clock, self.on_item, self.whole, self.over, self.counts):
            row.addWidget(words)
        self.setMinimumHeight(40)

    def _menu(self) -> None:
        menu = QMenu(self.pill)
        menu.addAction(SWAP).triggered.connect(self.swap_requested)
        menu.addAction(CHOOSE).triggered.connect(self.choose_requested)
        menu.addSeparator()
        group = QActionGroup(self)
        self._scales: dict[float, QAction] = {}
        for scale, word in SCALES:
            action = QAction(self.tr("文字の大きさ：{word}").format(word=word), menu, checkable=True)
            action.triggered.connect(lambda _on=False, scale=scale: self.scale_chosen.emit(scale))
            group.addAction(action)
            menu.addAction(action)
            self._scales[scale] = action
        menu.addSeparator()
        menu.addAction(END).triggered.connect(self.end_requested)
        self.pill.setMenu(menu)

    def show_projection(self, projection: Projection, *, presents: bool) -> None:
        """Say how it is projected; ``presents``: it can be."""
        projector, state = projection.projector, projection.state
        self.start.setVisible(presents and state == "off")
        self.pill.setVisible(state != "off")
        words, look = on_screen(projection.place.number if projection.place else 2), "on"
        if state == "lost":
            words, look = NOT_THERE, "lost"
        elif projector.hidden:
            words = HIDDEN
        elif projector.frozen:
            words, look = FROZEN, "frozen"
        self.pill.setText(words)
        self.pill.setStyleSheet(_pill_look(look))
        if projection.scale in self._scales:
            self._scales[projection.scale].setChecked(True)

    def show_room(self, *, held: bool, counts: bool) -> None:
        """``held``: an item is being treated, and its times need the room; ``counts``: there is room for them."""
        self._held, self._counted = held, counts
        self._fit()

    def show_meeting(self, *, settings: bool, reopens: bool) -> None:
        """Whether day and place can be set right, and the meeting be opened again."""
        self._settings = settings
        self.reopen.setVisible(reopens)
        self._fit()

    def _fit(self) -> None:
        least = min(self.title.sizeHint().width(), round(LEAST_TITLE * text_scale(self)))
        self.title.setMinimumWidth(least)  # where the place is long, the name of the meeting is still told
        self.when.setVisible(not self._held)
        self.edit.setVisible(self._settings and not self._held)
        self.counts.setVisible(self._counted and not self._held)

    def show_times(self, times: Times | None, now: datetime) -> None:
        """Say what time it is and what was spent; None where no meeting is held here."""
        self.clock.setVisible(times is not None)
        self.clock.setText(f"{now:%H:%M}")
        words = time_words(times.item, times.item_planned, times.whole, times.whole_planned) if times else ("", "")
        over = times.over if times else 0
        for label, word in zip((self.on_item, self.whole, self.over), (*words, over_words(over)), strict=True):
            label.setText(word)
            label.setVisible(bool(word))
        self.over.setVisible(over > 0)
        late = times is not None and times.item is not None and times.item > (times.item_planned or times.item)
        show_look(self.on_item, "late-small" if late else "small")
        show_look(self.over, "late-small")
