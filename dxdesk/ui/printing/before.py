"""印刷の前に: what a person should know of a document, each with the way to where it is put right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dxdesk.domain.board import Card as Unit
from dxdesk.domain.permissions import Actor
from dxdesk.domain.printing import LETTERS, OF_MINUTES
from dxdesk.domain.settings import Settings
from dxdesk.operations.printing_facts import Prepared
from dxdesk.operations.printing_movements import MovementParagraph
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.theme import set_look
from dxdesk.wording.movements import HEAD, paragraph_words, stale_words
from dxdesk.wording.printing import (
    BEFORE,
    BLANKS,
    BLANKS_WORDS,
    CLOSE,
    DEADLINE_OVER,
    FIX,
    NO_MISSING,
    REPLACE_WORDS,
    actions_head,
    actions_words,
    deadline_over_words,
    decided_head,
    items_head,
    missing_head,
    missing_words,
    more_characters,
    more_words,
    pages_head,
    since_edition_head,
    stage_words,
    unanswered_head,
    units_head,
)
from dxdesk.wording.screen import being_checked

WIDTH: Final = 250
_NAMED: Final = 3
MOVEMENTS: Final = "movements"
"""What a remark leads to in place of a page: 主な動き."""


@dataclass(frozen=True)
class Card:
    """A remark: its head, lines, the look of the lines, and where it is put right (key of a page and subject).

    ``more`` are lines that stand there once somebody wants to see them.
    """

    head: str
    lines: tuple[str, ...]
    look: str = "small"
    target: tuple[str, str] | None = None
    more: tuple[str, ...] = ()


def remarks(prepared: Prepared, pages: Sequence[str], settings: Settings, actor: Actor) -> list[Card]:
    """What to know before printing; ``pages`` are the words for the paper (A4縦 …). Links only where a role can act."""
    facts, wanted = prepared.facts, prepared.wanted
    secretariat = actor.role == "secretariat"
    found = []
    if facts.stage is not None:
        target = ("minutes", wanted.meeting or "") if secretariat and facts.stage != "confirmed" else None
        found.append(Card(*stage_words(facts.stage), "saved" if facts.stage == "confirmed" else "asked-note", target))
    if wanted.kind == "actions":
        look = "asked-note" if facts.open_actions else "saved"
        lines = actions_words(facts.actions, facts.open_actions, settings.action_word)
        target = ("actions", "") if actor.role != "chair" and facts.open_actions else None
        found.append(Card(actions_head(facts.actions, settings.action_word), lines, look, target))
    elif wanted.meeting is not None and wanted.kind == "agenda":
        target = ("agenda", wanted.meeting) if secretariat else None
        found.append(Card(items_head(facts.items), (), target=target))
    elif wanted.meeting is not None and wanted.kind in OF_MINUTES:
        look = "asked-note" if facts.open_actions else "saved"
        lines = actions_words(facts.actions, facts.open_actions, settings.action_word)
        target = ("minutes", wanted.meeting) if secretariat and facts.open_actions else None
        found.append(Card(decided_head(facts.decisions, facts.actions, settings.action_word), lines, look, target))
    if secretariat and facts.movements:
        found.append(_movements(facts.movements))
    if facts.changed:
        found.append(_since_edition(facts.edition, facts.changed))
    if facts.deadline_over is not None:
        words = deadline_over_words(settings.paper.plain_date(facts.deadline_over))
        found.append(Card(DEADLINE_OVER, (words,), "asked-note"))
    if wanted.kind in LETTERS:
        found.append(Card(BLANKS, (BLANKS_WORDS,), "asked-note"))
    if facts.units:
        found.append(Card(units_head(len(facts.units)), ()))
        found.append(_unanswered(prepared, settings, actor))
    found.append(_missing(prepared, secretariat))
    found.append(Card(pages_head(prepared.printed.pages), tuple(dict.fromkeys(pages))))
    return found


def _since_edition(edition: int, changed: Sequence[Unit]) -> Card:
    """Which answers are not those of the packet that was handed out, and what to do about it."""
    names = [f"{card.number} {card.short_name or card.name}" for card in changed[:_NAMED]]
    names += [more_words(len(changed) - _NAMED)] if len(changed) > _NAMED else []
    return Card(since_edition_head(edition), (*names, REPLACE_WORDS), "asked-note")


def _movements(changed: Sequence[MovementParagraph]) -> Card:
    """What the secretariat changed in 主な動き, and what of it is older than the answers."""
    lines: list[str] = []
    for each in changed:
        lines.append(paragraph_words(each.label, own=each.own is not None, left_out=each.left_out))
        lines += [stale_words(each.stale)] if each.stale else []
    look = "asked-note" if any(each.stale for each in changed) else "saved"
    return Card(HEAD, tuple(lines), look, (MOVEMENTS, ""))


def _missing(prepared: Prepared, secretariat: bool) -> Card:
    places = {(each.character, each.code_point): each.where for each in reversed(prepared.printed.missing)}
    if not places:
        return Card(missing_head(0), (NO_MISSING,), "saved")
    named = [missing_words(*each, place, prepared.holders.get(each[0], "")) for each, place in reversed(places.items())]
    code = next(iter(prepared.holders.values()), None)
    target = ("entry", code) if secretariat and code else None
    return Card(missing_head(len(places)), tuple(named[:_NAMED]), "asked-note", target, tuple(named[_NAMED:]))


def _unanswered(prepared: Prepared, settings: Settings, actor: Actor) -> Card:
    missing = prepared.facts.unanswered
    head = unanswered_head(settings.status_word("miss"), len(missing))
    names: tuple[str, ...] = ()
    for card in missing[:_NAMED]:
        names += (f"{card.number} {card.short_name or card.name}",)
        names += (being_checked(card.handed_in, card.accepted, card.assigned),) if card.checking else ()
    names += (more_words(len(missing) - _NAMED),) if len(missing) > _NAMED else ()
    target = None
    if missing and actor.role == "secretariat":
        target = ("collect", "")
    elif missing and actor.role == "liaison":
        target = ("entry", missing[0].code)
    return Card(head, names or (NO_MISSING,), "asked-note" if missing else "saved", target)


class BeforePanel(QFrame):
    """The remarks, one card each."""

    fix_requested = Signal(str, str)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "panel")
        self._close = QPushButton(CLOSE)
        set_look(self._close, "plain")
        self._close.clicked.connect(self.close_requested)
        self._close.hide()
        head = QHBoxLayout()
        head.addWidget(plain_label(BEFORE, "section"), 1)
        head.addWidget(self._close)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._cards)
        inner.addStretch(1)
        self._area = area = QScrollArea()
        area.setAccessibleName(BEFORE)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 14, 10)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(area, 1)

    def show_as_drawer(self, drawer: bool) -> None:
        """A drawer can be closed."""
        self._close.setVisible(drawer)

    def take_focus(self) -> None:
        """Into the drawer."""
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._close.isHidden():
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show other remarks."""
        while (item := self._cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for card in cards:
            self._cards.addWidget(self._card(card))

    def _card(self, card: Card) -> QFrame:
        frame = QFrame()
        set_look(frame, "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        column.addWidget(plain_label(card.head, "strong"))
        for line in card.lines:
            column.addWidget(PhraseLabel(line, card.look))
        if card.more:
            column.addLayout(_beside_nothing(self._button_for_more(column, card)))
        if card.target is not None:
            key, subject = card.target
            button = QPushButton(FIX)
            set_look(button, "link")
            button.setAccessibleName(f"{card.head}：{FIX}")
            button.clicked.connect(lambda: self.fix_requested.emit(key, subject))
            column.addLayout(_beside_nothing(button))
        return frame

    def _button_for_more(self, column: QVBoxLayout, card: Card) -> QPushButton:
        """In its place stand the other lines once it is pressed."""
        button = QPushButton(more_characters(len(card.more)))
        set_look(button, "link")
        button.setAccessibleName(f"{card.head}：{button.text()}")

        def show_more() -> None:
            self._area.setFocus(Qt.FocusReason.OtherFocusReason)
            button.hide()
            column.insertWidget(1 + len(card.lines), PhraseLabel("\n".join(card.more), card.look))

        button.clicked.connect(show_more)
        return button


def _beside_nothing(button: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    return row
