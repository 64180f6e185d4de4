"""The part of the minutes that is being written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dxdesk.domain.minutes import Block, BlockKind
from dxdesk.domain.minutes_checks import OpenPoint
from dxdesk.domain.minutes_parts import Part
from dxdesk.domain.minutes_pending import point_key
from dxdesk.operations.minutes_editing import MinutesEditing
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.minutes.block_row import Abilities, BlockRow, ReasonLine
from dxdesk.ui.minutes.part_names import part_name
from dxdesk.ui.minutes.records import RecordRows
from dxdesk.ui.minutes.result_choice import ResultChoice
from dxdesk.ui.symbols import symbol_pixmap
from dxdesk.ui.theme import set_look
from dxdesk.wording.meeting import REMARK_KINDS, phrases_for
from dxdesk.wording.minutes_screen import (
    ADD_WORDS,
    HINTS,
    LEAVE_OUT,
    LOOKED_AT,
    NOT_IN,
    SECTION_WORDS,
    TAKE_IN,
    WITHHOLD,
    point_words,
)

Section = tuple[BlockKind, ...]
_SECTIONS: dict[str, tuple[Section, ...]] = {
    "time": (("title",), ("time",), ("place",)),
    "attendance": (("attendance",), ("absent",), ("secretariat",)),
    "openness": (("openness",), ("handout",)),
    "agenda": (("agenda_head", "agenda_item"),),
    "outlook": (("outlook",), ("other", "correction", "remark")),
}
_ITEM: tuple[Section, ...] = (("explanation",), ("remark", "correction"), ("result",), ("opinion",), ("item",))
SPEAKER_WIDTH = 86
_SINGLE: frozenset[BlockKind] = frozenset(
    {"title", "time", "place", "attendance", "absent", "secretariat", "openness", "item", "result"}
)
"""Blocks of which there is one: they neither move nor go alone."""


def _withheld_as_one(part: Part) -> tuple[Block, ...]:
    """The blocks that are withheld where a part is: of an item its own, which takes its course along."""
    return part.of_kind("item") or tuple(block for block in part.blocks if block.kind not in ("decision", "action"))


class PartEditor(QScrollArea):
    """Shows one part and says what a person does with it; it holds no text of its own but what is in its fields."""

    text_edited = Signal(str, str)
    left = Signal()
    moved = Signal(str, int)
    removed = Signal(str)
    added = Signal(str)
    """A kind of block."""
    withheld = Signal(tuple, object)
    """The ids of blocks and the reason: a text, empty while it is missing, or None for public."""
    left_out = Signal()
    taken_in = Signal()
    seen = Signal(str)
    records_requested = Signal()
    action_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows: dict[str, BlockRow] = {}
        self.whole: QCheckBox | None = None
        self._reason: ReasonLine | None = None

    def show_part(
        self, source: MinutesEditing, part: Part, points: Sequence[OpenPoint], *, editable: bool
    ) -> None:  # fmt: skip
        """Show a part with what is open in it."""
        self.rows, self.whole, self._reason = {}, None, None
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 10, 20, 12)
        column.setSpacing(6)
        self._head(column, source, part, editable)
        for point in points if editable else ():
            self._point(column, source, point)
        if part.left_out:
            column.addWidget(PhraseLabel(NOT_IN))
        else:
            for section in _SECTIONS.get(part.key, _ITEM):
                self._section(column, source, part, section, editable)
        records = RecordRows(source, part)
        records.records_requested.connect(self.records_requested)
        records.action_requested.connect(self.action_requested)
        column.addWidget(records)
        if editable and not part.left_out:
            self._withhold(column, part)
        column.addStretch(1)
        self.setWidget(body)

    def _head(self, column: QVBoxLayout, source: MinutesEditing, part: Part, editable: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(PhraseLabel(part_name(source, part), "card-name"), 1)
        card = next((card for card in source.board.cards if part.item and card.unit == part.item.unit), None)
        if card is not None:
            sign = plain_label()
            sign.setPixmap(symbol_pixmap(card.status, round(20 * text_scale(self))))
            row.addWidget(sign)
            row.addWidget(plain_label(source.settings.status_word(card.status)))
        if editable:
            link = QPushButton(TAKE_IN if part.left_out else LEAVE_OUT)
            set_look(link, "link")
            link.clicked.connect(self.taken_in if part.left_out else self.left_out)
            row.addWidget(link)
        column.addLayout(row)

    def _point(self, column: QVBoxLayout, source: MinutesEditing, point: OpenPoint) -> None:
        frame = QFrame()
        set_look(frame, "message")
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 2, 8, 2)
        row.addWidget(PhraseLabel(point_words(point, source.settings.action_word)[0], "asked"), 1)
        looked = QPushButton(LOOKED_AT)
        set_look(looked, "link")
        looked.clicked.connect(lambda: self.seen.emit(point_key(point)))
        row.addWidget(looked)
        column.addWidget(frame)

    def _section(
        self, column: QVBoxLayout, source: MinutesEditing, part: Part, section: Section, editable: bool
    ) -> None:
        kind = section[0]
        blocks = part.of_kind(*section)
        together = all(not each.public for each in _withheld_as_one(part))
        label = plain_label(SECTION_WORDS[kind], "strong")
        if blocks or (editable and kind in ADD_WORDS):
            head = QHBoxLayout()
            head.setContentsMargins(0, 4, 0, 0)
            head.addWidget(label)
            head.addStretch(1)
            head.addWidget(plain_label(HINTS.get(kind, ""), "small"))
            column.addLayout(head)
        if kind == "result":
            self._results(column, source, part, blocks, editable)
            return
        for place, block in enumerate(blocks):
            alone = block.kind in _SINGLE or block.kind in ("agenda_head", "agenda_item")
            can = Abilities(
                edit=editable,
                back=not alone and place > 0,
                forward=not alone and place + 1 < len(blocks),
                remove=not alone,
                withhold=not together and block.kind not in (*_SINGLE, "agenda_head", "agenda_item"),
            )
            row = self._row(source, block, can)
            if not place and row.area is not None:
                label.setBuddy(row.area)
            column.addWidget(row)
        if editable and kind in ADD_WORDS:
            add = QPushButton(ADD_WORDS[kind])
            set_look(add, "link")
            add.clicked.connect(lambda: self.added.emit(kind))
            column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def _results(
        self, column: QVBoxLayout, source: MinutesEditing, part: Part, blocks: Sequence[Block], editable: bool
    ) -> None:
        phrases = phrases_for(source.settings, source.meeting.body_name, source.above)
        for block in blocks[:1]:
            kind = part.item.kind if part.item else "discuss"
            choice = ResultChoice(kind, block.text, phrases, editable=editable)
            choice.chosen.connect(lambda text, identity=block.id: self.text_edited.emit(identity, text))
            column.addWidget(choice)

    def _row(self, source: MinutesEditing, block: Block, can: Abilities) -> BlockRow:
        chips: list[QLabel] = []
        name = SECTION_WORDS.get(block.kind, SECTION_WORDS["remark"])
        remark = next((each for each in source.record.remarks if each.id == block.source), None)
        if block.kind == "remark" and remark is not None:
            who = PhraseLabel(remark.speaker, "small")
            who.setFixedWidth(round(SPEAKER_WIDTH * text_scale(self)))
            chips = [who, plain_label(REMARK_KINDS[remark.kind], "pill-quiet")]
            name = f"{remark.speaker}の{REMARK_KINDS[remark.kind]}"
        elif block.kind == "correction":
            chips = [plain_label(self.tr("席上修正"), "pill-quiet")]
        row = BlockRow(block, name, chips, can)
        row.edited.connect(self.text_edited)
        row.left.connect(self.left)
        row.move_requested.connect(self.moved)
        row.remove_requested.connect(self.removed)
        row.withhold_requested.connect(lambda identity, reason: self.withheld.emit((identity,), reason))
        self.rows[block.id] = row
        return row

    def _withhold(self, column: QVBoxLayout, part: Part) -> None:
        """非公開 of the whole part."""
        blocks = _withheld_as_one(part)
        identities = tuple(block.id for block in blocks)
        hidden = [block for block in blocks if not block.public]
        self.whole = QCheckBox(WITHHOLD)
        self.whole.setChecked(len(hidden) == len(blocks))
        self.whole.clicked.connect(lambda checked: self.withheld.emit(identities, "" if checked else None))
        column.addWidget(self.whole)
        if len(hidden) == len(blocks):
            self._reason = ReasonLine(hidden[0].reason or "")
            self._reason.edited.connect(lambda text: self.withheld.emit(identities, text))
            self._reason.left.connect(self.left)
            column.addWidget(self._reason)

    def composing(self) -> bool:
        """Whether a conversion is open in one of its fields."""
        reason = self._reason is not None and bool(self._reason.composition.text)
        return reason or any(row.composing() for row in self.rows.values())

    def commit(self) -> None:
        """Hand open text over."""
        for row in self.rows.values():
            row.commit()
        if self._reason is not None:
            self._reason.composition.commit()

    def take_focus(self, identity: str = "") -> None:
        """Into the text of a block, by default of the first."""
        row = self.rows.get(identity) or next(iter(self.rows.values()), None)
        if row is not None:
            row.take_focus()

    def say_problem(self, identity: str, text: str) -> None:
        """Say under a block what to do about it."""
        row = self.rows.get(identity)
        if row is not None:
            row.say_problem(text)
