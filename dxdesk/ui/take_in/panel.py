"""What stands beside the table: the chosen answer with what was said last time, or why a file cannot be read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dxdesk.domain.replies import Answer
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import change_since
from dxdesk.ui.initiatives.blocks import StatusWidget, framed_widget, lines_widget, passage_widget
from dxdesk.ui.initiatives.sheet import Framed, Lines, Passage, StatusBlock
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.reading_area import reading_area
from dxdesk.ui.take_in.rows import AnswerRow, FileRow
from dxdesk.ui.theme import set_look
from dxdesk.wording.collect import CHOOSE_CELL
from dxdesk.wording.directions import outlook_words
from dxdesk.wording.screen import LAST_TIME
from dxdesk.wording.sentences import FIELDS
from dxdesk.wording.take_in import (
    BEFORE_IT,
    CARRY_OVER,
    CONFLICT_OURS,
    CONFLICT_TEXT,
    EMPTIED,
    NO_BEFORE,
    NOT_WRITTEN,
    WAITING_MORE,
    WHY_HEAD,
    day_words,
    differs_words,
    problems_words,
)

WIDTH = 322
"""Width of the panel, px at 100 %."""
_TEXTS = ("results", "issues", "next")
_DISCUSS = {"discuss": "協議したい", "decide": "決めてほしい"}
Block = StatusBlock | Passage | Framed | Lines | str


class TakeInPanel(QFrame):
    """Head and blocks of what is chosen."""

    close_requested = Signal()
    carry_requested = Signal()
    """次の回へ回す."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "panel")
        self.setAutoFillBackground(True)
        self._shown: object = None
        self._close = QPushButton(self.tr("閉じる（Esc）"))
        set_look(self._close, "link")
        self._close.clicked.connect(self.close_requested)
        self._close.hide()
        self._title, self._line = PhraseLabel(look="title-window"), PhraseLabel(look="small")
        self.reading = reading_area()
        self.reading.setAccessibleName(self.tr("回答の内容"))
        self.carry = QPushButton(CARRY_OVER)
        self.carry.clicked.connect(self.carry_requested)
        top = QHBoxLayout()
        top.setContentsMargins(16, 4, 12, 0)
        top.addStretch(1)
        top.addWidget(self._close)
        head = QVBoxLayout()
        head.setContentsMargins(16, 6, 16, 4)
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (top, head):
            column.addLayout(part)
        column.addWidget(self.reading, 1)
        below = QHBoxLayout()
        below.setContentsMargins(16, 6, 16, 10)
        below.addWidget(self.carry)
        column.addLayout(below)
        self.show_nothing()

    def show_as_drawer(self, drawer: bool) -> None:
        """A drawer has a button that closes it."""
        self._close.setVisible(drawer)

    def show_nothing(self, *, listed: bool = False) -> None:
        """Nothing is chosen; ``listed``: there is something to choose."""
        self._show("", "", [CHOOSE_CELL] if listed else [], None)

    def show_file(self, file: FileRow) -> None:
        """Everything that is the matter with a file."""
        first, *rest = file.problems or (file.trouble,)
        blocks: list[Block] = [Passage(WHY_HEAD, first)]
        if rest:
            blocks.append(Lines(problems_words(len(rest)), tuple(("–", each) for each in rest)))
        self._show(file.department, file.name, blocks, file)

    def show_answer(self, row: AnswerRow, *, carry: bool = False) -> None:
        """What arrived, with what was said last time under each text; ``carry``: it can go over to the next cycle."""
        day = day_words(row.made)
        line = "　".join(each for each in (row.department, f"{day}に届いた回答" if day else "") if each)
        self._show(row.words, line, answer_blocks(row), row)
        self.carry.setVisible(carry)

    def _show(self, title: str, line: str, blocks: list[Block], shown: object) -> None:
        self.carry.hide()
        if shown is not None and shown == self._shown:
            return
        self._shown = shown
        self._title.show_text(title)
        self._line.show_text(line)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 4, 16, 10)
        column.setSpacing(10)
        for block in blocks:
            column.addWidget(_widget(block))
        if isinstance(shown, AnswerRow) and shown.kind == "conflict":
            column.addWidget(_note(shown))
        column.addStretch(1)
        self.reading.setWidget(content)


def _widget(block: Block) -> QWidget:
    if isinstance(block, StatusBlock):
        return StatusWidget(block)
    if isinstance(block, Framed):
        return framed_widget(block)
    if isinstance(block, Lines):
        return lines_widget(block)
    return passage_widget(block) if isinstance(block, Passage) else PhraseLabel(block, "note")


def _note(row: AnswerRow) -> QWidget:
    """The card about a くいちがい."""
    card = QFrame()
    set_look(card, "ask-card")
    column = QVBoxLayout(card)
    column.setContentsMargins(12, 8, 12, 10)
    column.setSpacing(4)
    column.addWidget(PhraseLabel(differs_words(row.differs), "strong"))
    column.addWidget(PhraseLabel(CONFLICT_OURS if row.ours else CONFLICT_TEXT))
    return card


def answer_blocks(row: AnswerRow) -> list[Block]:
    """The blocks of an answer; of a row that cannot be read why."""
    said, before, settings = row.said, row.before, row.settings
    since = BEFORE_IT if row.corrects else LAST_TIME
    if row.problems:
        first, *rest = row.problems
        more: list[Block] = [Lines("", tuple(("–", each) for each in rest))] if rest else []
        return [Passage(WHY_HEAD, first), *more]
    blocks: list[Block] = []
    if said is None or settings is None:
        blocks.append(row.now_word)
    else:
        if row.now is not None:
            blocks.append(_status(row, said, before, settings, since))
        for field in _TEXTS:
            text, last = getattr(said, field), getattr(before, field) if before else None
            if text or last or field in row.emptied:
                nothing = EMPTIED if field in row.emptied else NOT_WRITTEN
                blocks.append(Passage(FIELDS[field], text or nothing, last or "", since))
        blocks += _indicators(row, said, before, since)
        blocks += _outlook(row, said, before, since)
        if said.discuss != "none":
            blocks.append(Framed(FIELDS["ask"], said.ask or _DISCUSS[said.discuss]))
    if row.confirmed:
        blocks.append(row.confirmed)
    if before is None and row.first:
        blocks.append(Passage("", NO_BEFORE))
    if row.reason and row.kind != "conflict":
        blocks.append(Passage(row.tag, row.reason))
        blocks += [WAITING_MORE] if row.waits else []
    return blocks


def _status(row: AnswerRow, said: Answer, before: Answer | None, settings: Settings, since: str) -> StatusBlock:
    assert row.now is not None
    previous = [settings.status_word(row.last)] if row.last else []
    previous += [settings.stage_word(before.stage)] if before and before.stage else []
    return StatusBlock(
        row.now,
        row.now_word,
        change_since(row.last, row.now) or "",
        settings.stage_word(said.stage),
        settings.stage_index(said.stage),
        settings.stage_index(before.stage) if before else None,
        len(settings.stages),
        "・".join(previous),
        since,
    )


def _outlook(row: AnswerRow, said: Answer, before: Answer | None, since: str) -> list[Block]:
    """次年度の方向性 and 予算, where anything is said of them or was and is not any more."""
    last = dict(outlook_words(before.outlook)) if before else {}
    now = {FIELDS[each]: EMPTIED for each in ("direction", "budget") if each in row.emptied}
    now |= dict(outlook_words(said.outlook))
    return [Passage(head, words, last.get(head, ""), since) for head, words in now.items()]


def _indicators(row: AnswerRow, said: Answer, before: Answer | None, since: str) -> list[Block]:
    last = {each.id: each.value or "" for each in (before.indicators if before else ())}
    now = {each.id: each.value or "測れない" for each in said.indicators}
    now |= {each: EMPTIED for each in row.emptied if each in row.indicators}
    name = row.indicators
    return [Passage(f"指標　{name.get(each, '')}", text, last.get(each, ""), since) for each, text in now.items()]
