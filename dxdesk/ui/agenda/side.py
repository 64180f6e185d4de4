"""Right of the agenda: who comes, and what to look at before the meeting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dxdesk.domain.meetings import Attendance, Position, quorum
from dxdesk.ui.agenda.earlier import EarlierDecisions
from dxdesk.ui.agenda.rows import AgendaSource, short
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.projection.screens import ScreenPlace
from dxdesk.ui.symbols import symbol_pixmap
from dxdesk.ui.theme import colour, set_look
from dxdesk.wording.consolidate import UNDRAWN
from dxdesk.wording.meeting import PRESENCES, phrases_for
from dxdesk.wording.meeting_screen import GO_ON_ANYWAY, NOTHING, quorum_words
from dxdesk.wording.projection import SEARCH_SCREEN, SECOND_MISSING, SECOND_SCREEN, SECOND_THERE

WIDTH = 296
_NAMES = 3


def attendance_lines(source: AgendaSource) -> list[tuple[str, str, str]]:
    """(who, how many are present, the others) for the chair, the members and those who only listen."""
    phrases = phrases_for(source.settings, source.meeting.body_name)
    found: list[tuple[str, str, str]] = []
    positions: tuple[Position, ...] = ("chair", "vice", "member", "staff")
    for position in positions:
        people = [each for each in source.attendance if each.position == position and each.presence != "observer"]
        if not people:
            continue
        word = phrases.position(position)
        if len(people) == 1:
            found.append((word, people[0].title or people[0].name, PRESENCES[people[0].presence]))
        else:
            found.append((f"{word} {len(people)}名", f"出席 {_count(people, 'present')}", _others(people)))
    listening = _count(source.attendance, "observer")
    return [*found, (PRESENCES["observer"], f"{listening}名", "")] if listening else found


def _count(people: tuple[Attendance, ...] | list[Attendance], presence: str) -> int:
    return sum(each.presence == presence for each in people)


def _others(people: list[Attendance]) -> str:
    counted = ((PRESENCES[key], _count(people, key)) for key in ("proxy", "absent"))
    return "・".join(f"{word} {count}" for word, count in counted if count)


class SidePanel(QFrame):
    """Warnings never stop anything."""

    people_requested = Signal()
    collect_requested = Signal()
    reminder_requested = Signal()
    print_requested = Signal()
    screens_requested = Signal()
    """Look for the audience's screen once more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "panel")
        self.setAutoFillBackground(True)
        people = QPushButton(self.tr("名簿を直す"))
        set_look(people, "link")
        people.clicked.connect(self.people_requested)
        self._people = people
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("出席"), "section"))
        head.addStretch(1)
        head.addWidget(people)
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(12)
        self._lines.setVerticalSpacing(5)
        self._lines.setColumnStretch(1, 1)
        self._quorum = PhraseLabel()
        self._quorum_row = QHBoxLayout()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self._screens = QVBoxLayout()
        self._earlier = EarlierDecisions()
        line = QFrame()
        line.setFixedHeight(1)
        set_look(line, "rule")
        self.print = QPushButton(self.tr("次第を印刷する"))
        self.print.clicked.connect(self.print_requested)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(9)
        column.addLayout(head)
        column.addLayout(self._lines)
        column.addWidget(self._quorum)
        column.addWidget(line)
        column.addWidget(plain_label(self.tr("映す前に"), "section"))
        column.addLayout(self._cards)
        column.addLayout(self._screens)
        column.addWidget(plain_label(GO_ON_ANYWAY, "small"))
        column.addWidget(self.print)
        column.addWidget(self._earlier)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scrolled(content))

    def _scrolled(self, content: QWidget) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setAccessibleName(self.tr("出席と、映す前に"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget#side { background: transparent; }")
        content.setObjectName("side")
        scroll.setWidget(content)
        return scroll

    def show_source(self, source: AgendaSource) -> None:
        """Show what there is to say about a meeting."""
        _clear(self._lines)
        for row, words in enumerate(attendance_lines(source)):
            who, present, others = words
            self._lines.addWidget(plain_label(who), row, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(PhraseLabel(present, "small"), row, 1)
            self._lines.addWidget(plain_label(others, "small"), row, 2, Qt.AlignmentFlag.AlignTop)
        found = quorum(source.attendance, source.settings)
        set_look(self._quorum, "saved" if found.met else "asked")
        self._quorum.show_text(("✓ " if found.met else "") + quorum_words(found, source.settings.quorum))
        _clear(self._cards)
        silent = [each for each in source.board.cards if each.status == "miss" and each.assigned]
        names = "・".join(short(each) for each in silent[:_NAMES]) + (
            f"ほか{len(silent) - _NAMES}件" if len(silent) > _NAMES else ""
        )
        word = source.settings.status_word("miss")
        title = f"{word} {len(silent)}件" if silent else word
        self._card(title, names, self.tr("催促文"), self.reminder_requested.emit)
        count = f"{source.pending}件" if source.pending else ""
        self._card(f"{UNDRAWN} {count}".strip(), count, self.tr("回収を見る"), self.collect_requested.emit, plain=True)
        self._card(self.tr("使えない文字"), "".join(f"「{each}」" for each in source.unprintable), "", None)
        self._earlier.show_source(source)

    def show_screen(self, choices: tuple[ScreenPlace, ...]) -> None:
        """Show whether there is a screen for the audience."""
        _clear(self._screens)
        missing = "" if choices else SECOND_MISSING
        card = self._card_of(SECOND_SCREEN, missing, SEARCH_SCREEN, self.screens_requested.emit, nothing=SECOND_THERE)
        self._screens.addWidget(card)

    def _card(
        self, title: str, words: str, link: str, act: Callable[[], object] | None, *, plain: bool = False
    ) -> None:
        """One thing to look at: ``words`` say what is there, empty for nothing."""
        self._cards.addWidget(self._card_of(title, words, link, act, plain=plain))

    @staticmethod
    def _card_of(
        title: str,
        words: str,
        link: str,
        act: Callable[[], object] | None,
        *,
        plain: bool = False,
        nothing: str = NOTHING,
    ) -> QFrame:
        """``nothing`` is said where all is well."""
        card = QFrame()
        set_look(card, "message" if words else "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(10, 5, 12, 6)
        row.setSpacing(9)
        sign = plain_label("" if words else "✓", "asked" if words else "saved")
        if words:
            sign.setPixmap(symbol_pixmap("warn", 17, ink=colour("return")))
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(PhraseLabel(title, "strong"))
        if not (plain and words):
            said.addWidget(PhraseLabel(words or nothing, "asked" if words else "small"))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        if words and link and act is not None:
            button = QPushButton(link)
            set_look(button, "link")
            button.setAccessibleName(f"{title}：{link}")
            button.clicked.connect(act)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return card


def _clear(layout: QGridLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
