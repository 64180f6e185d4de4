"""The widgets of 決定と宿題 and 指標, and the terms of the glossary as links."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dxdesk.ui.entry.sparkline import Sparkline
from dxdesk.ui.initiatives.blocks import TextLabel, column, heading
from dxdesk.ui.initiatives.sheet import Decided, IndicatorBlock, Task, Terms
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.theme import set_look


def _pill(words: str, look: str) -> QWidget:
    pill = plain_label(words, look)
    pill.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return pill


def decided_widget(block: Decided, label: TextLabel) -> QWidget:
    """When and where, the result as a pill, and the text."""
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(PhraseLabel(block.title, "small"), 1)
    row.addWidget(_pill(block.result, "pill-solid"), 0, Qt.AlignmentFlag.AlignTop)
    return column(head, label(block.text))


def task_widget(block: Task, label: TextLabel) -> QWidget:
    """A 宿題: its text, below it who and until when, and its state as a pill."""
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(PhraseLabel(f"{block.number}　{block.who}　期限 {block.due}", "small"), 1)
    row.addWidget(_pill(block.state, "pill-good" if block.done else "pill"), 0, Qt.AlignmentFlag.AlignTop)
    parts = [head, label(block.text)]
    if block.outcome:
        parts.append(label(f"対応：{block.outcome}", "small"))
    return column(*parts)


def indicator_widget(block: IndicatorBlock) -> QWidget:
    """The goals, the course as a small line, and the value of every cycle with where it comes from."""
    parts: list[QWidget] = [heading(block.name)]
    if block.goals:
        parts.append(PhraseLabel("　".join(f"{word} {value}" for word, value in block.goals)))
    if len(block.points) > 1:
        course = Sparkline()
        course.show_series(block.points, block.target, block.unit)
        parts.append(course)
    if block.values:
        parts.append(_values(block))
    else:
        parts.append(PhraseLabel("報告された値はまだありません。", "small"))
    if block.note:
        parts.append(PhraseLabel(block.note, "small"))
    return column(*parts, spacing=6)


def _values(block: IndicatorBlock) -> QWidget:
    whole = QWidget()
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(2, 1)
    for row, (cycle, value, note) in enumerate(block.values):
        grid.addWidget(plain_label(cycle, "small"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(plain_label(value, "strong"), row, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(PhraseLabel(note, "small"), row, 2)
    return whole


def terms_widget(block: Terms, opens: Callable[[str], object]) -> QWidget:
    """Links to the glossary, one below the other."""
    links: list[QWidget] = []
    for term, word in block.terms:
        link = QPushButton(word)
        set_look(link, "link")
        link.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        link.clicked.connect(lambda _checked=False, target=term: opens(target))
        links.append(link)
    return column(heading(block.heading), *links)
