"""What keys and buttons of 取り込みの確認 do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from dxdesk.domain.errors import Problem
from dxdesk.operations.late_replies import carry_over
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.bands import Notice
from dxdesk.ui.keys import locked, passphrase_for
from dxdesk.ui.long_work import do_beside
from dxdesk.ui.saving import files_folder, keep_files_folder
from dxdesk.ui.take_in.placing import offer_receipts
from dxdesk.ui.take_in.rows import AnswerRow
from dxdesk.ui.take_in.work import Done, choose_files, take_in_all
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.take_in import (
    CARRIED_OVER,
    CHOOSE_FILES,
    FILE_KINDS,
    NOTHING_TAKEN,
    TAKING,
    taken_words,
)

if TYPE_CHECKING:
    from dxdesk.ui.take_in.page import TakeInPage


class Ways(QObject):
    """Goes where a person wants to, and takes in."""

    def __init__(self, page: TakeInPage) -> None:
        super().__init__(page)
        self._page = page
        self._open = self._declined = False

    def keys(self) -> dict[str, Callable[[], object]]:
        """What each key does on the page."""
        return {"F5": self.look_again, "Esc": self.escape, "Ctrl+Up": self.up, "Ctrl+Down": self.down}

    def up(self) -> None:
        """The answer above."""
        self._step(-1)

    def down(self) -> None:
        """The answer below."""
        self._step(1)

    def _step(self, places: int) -> None:
        table = self._page.table
        answers = [each.key for each in table.source.rows() if each.kind is not None]
        chosen = table.chosen
        at = answers.index(chosen.key) + places if chosen is not None and chosen.key in answers else 0
        if 0 <= at < len(answers):
            table.choose(answers[at])

    def passphrase(self) -> str | None:
        """The passphrase of the keys as far as it is known; nobody is asked."""
        return passphrase_for(self._page.desk, None) if self._open else None

    def unlock(self) -> bool:
        """Have the keys opened; whether there is any use in reading the files once more. Whoever went back is asked
        again by the filled button or F5 only."""
        if self._open or self._declined:
            return False
        self._open = passphrase_for(self._page.desk, self._page) is not None
        self._declined = not self._open
        return self._open

    def look_again(self) -> None:
        """F5."""
        self._declined = False
        self._page.refresh()

    def choose_file(self, key: str) -> None:
        """Show what a file holds."""
        page = self._page
        file = page.gathered.files_by_key().get(key)
        if file is None:
            return
        if file.trouble:
            page.panel.show_file(file)
        else:
            page.table.choose_file(key)

    def open_file(self, key: str) -> None:
        """わけを見る, or to the first answer of a file."""
        page = self._page
        self.choose_file(key)
        file = page.gathered.files_by_key().get(key)
        if file is not None and file.trouble:
            self.open_panel()

    def open_panel(self) -> None:
        """Into the panel: opened where it is a drawer."""
        self._page.beside.open_drawer()
        if self._page.beside.drawer_open:
            self._page.panel.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def escape(self) -> None:
        """One step out: the drawer."""
        self._page.beside.open_drawer(False)
        self._page.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_files(self) -> None:
        """ファイルを選ぶ: these are shown beside those that are there."""
        page = self._page
        database = page.desk.database_id
        chosen, _ = QFileDialog.getOpenFileNames(page, CHOOSE_FILES, str(files_folder(database)), FILE_KINDS)
        if chosen:
            keep_files_folder(database, Path(chosen[0]).parent)
            here = [each.path for each in page.gathered.files if each.path is not None]
            page.show_files(tuple(dict.fromkeys([*here, *map(Path, chosen)])))

    def can_carry(self, row: AnswerRow) -> bool:
        """Whether a 期限後 answer that is held can go over to the cycle that is open now."""
        page = self._page
        later = page.cycle is not None and page.cycle.open and page.cycle.name != row.cycle
        return page.may and row.held and row.kind == "late" and later

    def carry_over(self) -> None:
        """次の回へ回す: the words of the chosen answer become a draft in the open cycle."""
        page, row = self._page, self._page.table.chosen
        file = page.gathered.files_by_key().get(row.file) if row is not None else None
        if row is None or file is None or file.arrival is None or page.cycle is None:
            return
        try:
            page.desk.do(carry_over, file.arrival.id, *row.place, page.cycle)
        except (Problem, StoreUnavailable) as trouble:
            page.said.emit(trouble_words(trouble), False)
            return
        page.table.setFocus(Qt.FocusReason.OtherFocusReason)
        page.said.emit(CARRIED_OVER, False)

    def press(self) -> None:
        """The filled button."""
        page = self._page
        chosen = choose_files(page.gathered.files, page.gathered.answers, {each.key for each in page.ticked})
        desk, folder = page.desk, page.folder
        passphrase = passphrase_for(desk, page)
        if passphrase is None and locked(desk):
            return
        page.trouble = None
        page.said.emit(TAKING, False)
        do_beside(
            page, desk, lambda: take_in_all(desk, chosen, folder, passphrase), self._taken, self._failed, always=True
        )

    def _taken(self, done: Done) -> None:
        page = self._page
        words = taken_words(
            done.answers, done.held, done.conflicts, done.placed, len(done.refused), done.unreadable, done.left_out
        )
        if done.refused:
            text = "".join(f"{name}：{why}" for name, why in done.refused[:1])
            self._say_trouble(Notice("band-error", text, (("閉じる", self._close_trouble),)))
            page.refresh()
        else:
            page.paths = ()
            if done.conflicts:
                page.page_requested.emit("conflict", "")  # what to use is asked while it is in mind
            else:
                page.back_requested.emit()
        if done.receipts:
            offer_receipts(page, words, done.receipts)
        else:
            page.said.emit(words, False)

    def _failed(self, trouble: Exception) -> None:
        page = self._page
        if isinstance(trouble, StoreUnavailable):
            again = ("もう一度取り込む", self.press)
            self._say_trouble(Notice("band-error", trouble_words(trouble), (again, ("閉じる", self._close_trouble))))
            page.said.emit(NOTHING_TAKEN, False)
        elif isinstance(trouble, Problem):
            page.said.emit(trouble_words(trouble), False)
        else:
            raise trouble

    def _say_trouble(self, notice: Notice | None) -> None:
        self._page.trouble = notice
        self._page.notice_changed.emit()

    def _close_trouble(self) -> None:
        self._say_trouble(None)
