"""Beside what is left: what the record will say, or says, and what closing or reopening means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dxdesk.domain.calendar import moment_words
from dxdesk.domain.cycles import CloseRecord
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import ONLY_WHEN_PRESENT, STATUSES, Status
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.symbols import symbol_pixmap
from dxdesk.ui.theme import set_look
from dxdesk.wording.cycle import CLOSED_THEN, OPENED_AGAIN

WIDTH = 300
MOST = 4
"""So many of the newest closings and reopenings are told."""


class ClosingPanel(QFrame):
    """Counts per status, worst first, and sentences below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "panel")
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        self._whole.addWidget(self._body)
        self.words: tuple[str, ...] = ()

    def show_counts(
        self,
        head: str,
        settings: Settings,
        counts: Mapping[Status, int],
        sentences: Sequence[str],
        records: Sequence[CloseRecord],
    ) -> None:
        """Show the counts under a head, what it means, and the closings and reopenings so far, newest first."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 14, 14, 12)
        column.setSpacing(6)
        column.addWidget(plain_label(head, "strong"))
        shown = [key for key in STATUSES if counts[key] or key not in ONLY_WHEN_PRESENT]
        for key in shown:
            row = QHBoxLayout()
            row.setSpacing(10)
            symbol = plain_label()
            symbol.setPixmap(symbol_pixmap(key, 18, ratio=self.devicePixelRatioF()))
            row.addWidget(symbol)
            row.addWidget(plain_label(settings.status_word(key), "note"), 1)
            row.addWidget(plain_label(str(counts[key]), "strong"))
            column.addLayout(row)
        column.addSpacing(10)
        for sentence in sentences:
            column.addWidget(PhraseLabel(sentence, "small"))
        told = [record_words(each) for each in reversed(records[-MOST:])]
        if told:
            column.addSpacing(10)
            column.addWidget(plain_label(self.tr("これまで"), "strong"))
        for words in told:
            column.addWidget(PhraseLabel(words, "small"))
        column.addStretch(1)
        self.words = (head, *(f"{settings.status_word(key)} {counts[key]}" for key in shown), *told)
        self._whole.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        body.show()


def record_words(record: CloseRecord) -> str:
    """One closing or reopening: when, by whom, and why."""
    what = CLOSED_THEN if record.kind == "close" else OPENED_AGAIN
    who = f"（{record.author}）" if record.author else ""
    why = f"。{record.reason}" if record.reason else ""
    return f"{moment_words(record.moment)} {what}{who}{why}"
