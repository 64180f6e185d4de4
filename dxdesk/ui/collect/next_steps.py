"""つぎにすること: what is left of a cycle, each with the way to it; and what the filled button does next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dxdesk.store.queries.collection import Collection
from dxdesk.ui.labels import plain_label
from dxdesk.ui.theme import set_look
from dxdesk.wording.asking import MAKE_FILES
from dxdesk.wording.collect import ALL_ACCEPTED, WAITING_MERGE, unsent_words
from dxdesk.wording.take_in import HELD_CHIP, LOOK_AT_HELD, SEE_WHY, left_file

Way = Literal[
    "accept",
    "settle",
    "merge",
    "remind",
    "confirm",
    "agenda",
    "close",
    "open",
    "list",
    "held",
    "unread",
    "inquire",
    "nothing",
]


@dataclass(frozen=True)
class NextStep:
    """Something left to do: what it is, the word on its link, and where that leads."""

    way: Way
    words: str
    link: str


def next_steps(source: Collection, *, may: bool, left: Sequence[str] = ()) -> tuple[NextStep, ...]:
    """What is left, most pressing first, each with its way; nothing for a person or a cycle that changes nothing.
    ``left`` are the files of which rows could not be read."""
    found, collected = [], source.collected
    filled = primary_step(source, may=may)[0]
    if not may:
        return ()
    found += [NextStep("unread", left_file(each), SEE_WHY) for each in left]
    if source.held_rows:
        found.append(NextStep("held", f"{HELD_CHIP} {source.held_rows}件", LOOK_AT_HELD))
    if merging := collected.merging("ready", "revise"):
        found.append(NextStep("merge", f"{WAITING_MERGE} {len(merging)}取組", "文をまとめる"))
    if source.unsent and filled != "inquire":
        found.append(NextStep("inquire", unsent_words(len(source.unsent)), "つくる"))
    if silent := collected.silent:
        found.append(NextStep("remind", f"未回答の{len(silent)}課", "催促文をつくる"))
    if unconfirmed := collected.unconfirmed:
        found.append(NextStep("confirm", f"所属長確認がまだ {len(unconfirmed)}件", "記録する"))
    if not found and collected.asked:
        found.append(NextStep("nothing", ALL_ACCEPTED, ""))
    if filled != "close" and collected.counts["accepted"] and not (collected.acceptable or collected.disputes):
        found.append(NextStep("close", "会議が終わったら", "この回を締める"))
    return tuple(found)


def primary_step(source: Collection, *, may: bool, may_open: bool = False) -> tuple[Way, str, bool]:
    """What the filled button does, its word, and whether it can be pressed; where it cannot, the word says why."""
    collected = source.collected
    if not may:
        following = may_open and source.newest and not source.cycle.open
        return ("open", "次の回をつくる", True) if following else ("list", "取組一覧で見る", True)
    if waiting := collected.acceptable:
        return "accept", f"提出分をまとめて受理する（{len(waiting)}件）", True
    counts = collected.counts
    if conflicts := len(collected.disputes):
        return "settle", f"くいちがいを直す（{conflicts}件）", True
    if merging := collected.merging("ready", "revise"):
        return "merge", f"取りまとめへ（{len(merging)}件）", True
    if not counts["accepted"] and source.unsent and len(source.unsent) == len(source.departments):
        return "inquire", MAKE_FILES, True
    if not counts["accepted"]:
        return "nothing", "提出分をまとめて受理する（提出を待っています）", False
    if source.meetings and all(each == "closed" for each in source.meetings):
        return "close", "この回を締める", True
    return "agenda", "次第をつくる ›", True


class NextSteps(QWidget):
    """A card per step."""

    requested = Signal(str)
    """A Way."""
    renewed = Signal()
    """There are other links now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[NextStep, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 6, 16, 10)
        self._column.setSpacing(6)
        self._heading = plain_label(self.tr("つぎにすること"), "strong")
        self._column.addWidget(self._heading)

    def show_steps(self, steps: Sequence[NextStep]) -> None:
        """Show what is left; a step that stays keeps its focus."""
        self.setVisible(bool(steps))
        if tuple(steps) == self._steps:
            return
        focused = next((each for each in self.findChildren(QPushButton) if each.hasFocus()), None)
        way = focused.property("way") if focused else None
        self._steps = tuple(steps)
        while (item := self._column.takeAt(1)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for step in steps:
            self._column.addWidget(self._card(step, focus=step.way == way))
        self.renewed.emit()

    def _card(self, step: NextStep, *, focus: bool) -> QFrame:
        card = QFrame()
        set_look(card, "card")
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # the answer above gives room
        row = QHBoxLayout(card)
        row.setContentsMargins(12, 3, 8, 3)
        row.addWidget(plain_label(step.words, "note"), 1)
        if step.link:
            link = QPushButton(step.link)
            set_look(link, "link")
            link.setProperty("way", step.way)
            link.setAccessibleName(f"{step.words}、{step.link}")
            link.clicked.connect(lambda _checked=False, way=step.way: self.requested.emit(way))
            row.addWidget(link)
            if focus:
                link.setFocus()
        return card
