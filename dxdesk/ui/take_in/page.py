"""取り込みの確認: what has arrived, answer by answer; nothing is written before the filled button."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import POLICY
from dxdesk.operations.change import Touched
from dxdesk.preferences import exchange_folder_of
from dxdesk.ui.bands import Notice
from dxdesk.ui.beside import Beside
from dxdesk.ui.key_actions import bind
from dxdesk.ui.page import Page
from dxdesk.ui.take_in.area import AnswersArea
from dxdesk.ui.take_in.files import FilesPane
from dxdesk.ui.take_in.foot import TakeInFoot
from dxdesk.ui.take_in.gathering import Gathering
from dxdesk.ui.take_in.panel import WIDTH, TakeInPanel
from dxdesk.ui.take_in.reading import Wanted
from dxdesk.ui.take_in.rows import AGAIN, AnswerRow, Gathered, taken_back
from dxdesk.ui.take_in.ways import Ways
from dxdesk.ui.theme import hex_of
from dxdesk.ui.words import scale_of
from dxdesk.wording.take_in import FOLDER_AWAY, take_words

LIST_BELOW = 1100
"""Narrower than this, px at 100 %, the list of files becomes a drop-down list."""


class TakeInPage(Page):
    """The subject are paths, one a line; empty is what lies in the exchange folder, and what is held."""

    SHOWS: ClassVar[Touched] = Touched.PLAN | Touched.DEPARTMENTS | Touched.SETTINGS | Touched.CYCLES | Touched.REPLIES

    def __init__(self, desk: Desk, cycle: Cycle | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self.gathered = Gathered()
        self.paths: tuple[Path, ...] = ()
        self.again = ""
        self.trouble: Notice | None = None
        self.gathering = Gathering(desk, self)
        self.files, self.area, self.panel, self.foot = FilesPane(), AnswersArea(), TakeInPanel(), TakeInFoot()
        self.table = self.area.table
        self.ways = Ways(self)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        main = QWidget()
        line = QFrame()
        line.setStyleSheet(f"background: {hex_of('line')};")
        line.setFixedWidth(1)
        self._line = line
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, main)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addWidget(self.files)
        self._halves.addWidget(line)
        self._halves.addWidget(self.area, 1)
        self.beside = Beside(main, self.panel, WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.beside, 1)
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        ways, foot = self.ways, self.foot
        self.gathering.gathered.connect(self._arrived)
        self.gathering.slow.connect(self.area.show_reading)
        self.beside.drawer_changed.connect(self.panel.show_as_drawer)
        self.beside.drawer_changed.connect(foot.show_drawer)
        self.panel.close_requested.connect(ways.escape)
        self.panel.carry_requested.connect(ways.carry_over)
        self.table.row_chosen.connect(self._show_answer)
        self.table.row_requested.connect(lambda _key: ways.open_panel())
        self.table.source.ticked_changed.connect(self.renew_foot)
        self.area.filtered.connect(self.show_rows)
        self.files.chosen_changed.connect(ways.choose_file)
        self.files.requested.connect(ways.open_file)
        self.files.add_requested.connect(ways.ask_files)
        self.area.reopen_requested.connect(lambda: self.page_requested.emit("close_cycle", ""))
        foot.back_requested.connect(self.back_requested)
        foot.panel_requested.connect(ways.open_panel)
        foot.order_requested.connect(self.turn_order)
        foot.primary_requested.connect(ways.press)
        bind(self, ways.keys())

    @property
    def may(self) -> bool:
        """Whether this person may take anything in now."""
        return "take_in" in POLICY[self.desk.actor.role] and not self.desk.database.read_only

    @property
    def folder(self) -> Path | None:
        """The exchange folder of this PC; None where none was chosen."""
        chosen = exchange_folder_of(self.desk.database_id)
        return Path(chosen) if chosen else None

    @property
    def ticked(self) -> tuple[AnswerRow, ...]:
        """The answers that would be taken in now."""
        left_out = self.table.source.left_out
        return tuple(each for each in self.gathered.answers if each.can_tick and each.key not in left_out)

    def show_subject(self, subject: str) -> None:
        """Show the files of these paths, one a line; or offer a package, AGAIN and its id, once more."""
        self.again = subject.removeprefix(AGAIN) if subject.startswith(AGAIN) else ""
        self.show_files(() if self.again else tuple(Path(each) for each in subject.split("\n") if each))

    def leave(self) -> bool:
        """What was to be taken in once more, and was not, loses its tick."""
        if self.again:
            self.again = ""
            self.table.source.left_out |= taken_back(self.gathered)
            self.renew_foot()
        return True

    def show_files(self, paths: tuple[Path, ...]) -> None:
        """Show these files; none: what lies in the exchange folder, and what is held."""
        self.paths = paths
        self.table.source.tick_all()
        self.area.clear()
        self.refresh()

    def refresh(self) -> None:
        """Read everything anew beside the window; ticks, filter and what is chosen stay."""
        wanted = Wanted(self.paths, self.folder, self.cycle.id if self.cycle else "", self.again)
        self.gathering.start(wanted, self.ways.passphrase())

    def _arrived(self, gathered: Gathered) -> None:
        if gathered.locked and self.ways.unlock():
            self.refresh()
            return
        self.gathered = gathered
        self.table.source.leave_out_once(taken_back(gathered, self.again))
        waited = self.files.add.hasFocus()
        self.files.show_files(gathered.files)
        self.show_rows()
        self.setFocusProxy(self.table if gathered.answers else self.files.add)
        if waited and gathered.answers:
            self.table.setFocus()
        self.notice_changed.emit()

    def show_rows(self) -> None:
        """Show the answers that the filter leaves."""
        self.area.show_answers(self.gathered, folder=self.folder is not None, named=bool(self.paths))
        self.renew_foot()

    def turn_order(self) -> None:
        """届いた順, or by 課 again."""
        self.area.by_department = not self.area.by_department
        self.show_rows()

    def renew_foot(self) -> None:
        """Show how many answers the filled button takes in."""
        answers = self.gathered.answers
        keeps = sum(each.kind in ("late", "waiting") and not each.held for each in answers)
        files = [each for each in self.gathered.files if each.arrival is not None and not each.held]
        done = sum(each.path is not None and each.path.parent == self.folder for each in files)
        count = len(self.ticked)
        words = take_words(count, keeps, done)
        enabled = self.may and bool(count or keeps or done)
        listed = bool(answers)
        self.foot.show_primary(words, enabled, by_department=self.area.by_department, listed=listed)
        self.area.show_sum(self.gathered, may=self.may)

    def _show_answer(self, _key: str) -> None:
        row = self.table.chosen
        if row is None or row.kind is None:
            self.panel.show_nothing(listed=bool(self.gathered.answers))
            return
        self.panel.show_answer(row, carry=self.ways.can_carry(row))
        if self.files.chosen != row.file:
            self.files.choose(row.file)

    def notice(self) -> Notice | None:
        """What could not be saved; else that the exchange folder is out of reach."""
        if self.trouble is not None:
            return self.trouble
        return Notice("band-quiet", FOLDER_AWAY) if self.gathered.away else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < LIST_BELOW * scale_of(self.font())
        self.files.show_narrow(narrow)
        self._line.setFixedSize(16777215, 1) if narrow else self._line.setFixedSize(1, 16777215)
        directions = QBoxLayout.Direction
        self._halves.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
