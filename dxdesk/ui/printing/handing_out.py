"""What is recorded of 会議資料一式 from 印刷: what its body has in it, and that it was handed out."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dxdesk.desk import Desk
from dxdesk.domain.errors import Problem
from dxdesk.domain.packets import PacketChoice
from dxdesk.domain.printing import Wanted
from dxdesk.operations.packet_files import appended_files
from dxdesk.operations.packets import HandedOut, choose_parts, hand_out
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import meetings, packets
from dxdesk.ui.dialogs import choose, tell
from dxdesk.ui.long_work import do_beside
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.packet_screen import DO_NOT, RECORD, hand_out_question, handed_out_said


class HandingOut(QObject):
    """Where something cannot be recorded a person is told why, and what was chosen stays for this sitting."""

    said = Signal(str)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def keep_choice(self, whose: str, choice: PacketChoice) -> None:
        """Remember what a body has in its packets, or a meeting (id), where this person may."""
        if self._desk.actor.role != "secretariat":
            return
        try:
            self._desk.do(choose_parts, whose, choice)
        except (Problem, StoreUnavailable) as trouble:
            tell(self._window, trouble_words(trouble))

    def hand_out(self, wanted: Wanted) -> None:
        """Record that a packet is handed out, once a person has agreed."""
        desk, meeting = self._desk, wanted.meeting
        if meeting is None:
            return
        try:
            before = desk.ask(packets.editions, meeting)
            held = desk.ask(meetings.meeting, meeting)
        except (Problem, StoreUnavailable) as trouble:
            tell(self._window, trouble_words(trouble))
            return
        if choose(self._window, hand_out_question(len(before) + 1), (DO_NOT, RECORD)) == 1:
            do_beside(
                self._window,
                desk,
                lambda: desk.do(
                    hand_out,
                    held,
                    choice=wanted.packet,
                    appended=appended_files(wanted.append),
                    left_out=wanted.left_out,
                ),
                self._done,
                lambda trouble: tell(self._window, trouble_words(trouble)),
                always=True,
            )

    def _done(self, found: HandedOut) -> None:
        self.said.emit(handed_out_said(found.outcome.subject))
