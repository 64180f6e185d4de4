"""Handing over: the answers of a department as a file, into the shared folder or wherever the person says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from dxdesk.domain.departments import forerunners
from dxdesk.preferences import exchange_folder_of, keep_exchange
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import meetings, plans
from dxdesk.ui.bands import announce
from dxdesk.ui.dialogs import choose
from dxdesk.ui.long_work import do_beside
from dxdesk.ui.saving import ask_file_target, files_folder
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.liaison import (
    CANNOT_PUT,
    CHOICES_AFTER_TROUBLE,
    CHOOSE_FOLDER,
    DXD_FILES,
    FOLDER_AWAY,
    GIVE_TITLE,
    GIVEN_SOMEWHERE,
    NO_FOLDER,
    given,
    homework_counts,
)

if TYPE_CHECKING:
    from dxdesk.ui.entry.page import EntryPage


def show_giving(page: EntryPage) -> None:
    """Show on the card where the answers go and what their file is called."""
    standing, cycle = page.entries.standing, page.entries.cycle
    if standing is None:
        return
    from dxdesk.operations import giving_replies

    name = page.desk.ask(giving_replies.reply_name, cycle, standing.department)
    folder = exchange_folder_of(page.desk.database_id)
    placed = standing.given is not None and (page.placed is not None or bool(folder))
    given = standing.given is not None and not standing.to_give
    elsewhere = (str(page.placed) if page.placed else GIVEN_SOMEWHERE) if given else NO_FOLDER
    page.body.centre.done.giving.show_giving(
        folder or elsewhere, name, away=bool(folder) and not page.reach, late=not cycle.open, placed=placed
    )


def go_to_giving(page: EntryPage) -> None:
    """To the cards from which answers are handed over, whichever page is shown now."""
    page.page_requested.emit("entry", "")
    page.show_giving()


def homework_words(page: EntryPage) -> str:
    """How the 宿題 of a department stand that go along with its answers; empty where there are none."""
    standing, desk = page.entries.standing, page.desk
    if standing is None:
        return ""
    own = set(forerunners(desk.ask(plans.departments), standing.department))
    found = [each for each in desk.ask(meetings.all_actions) if own & set(each.departments)]
    done = sum(each.state == "done" for each in found)
    return homework_counts(page.entries.settings.action_word, done, len(found) - done) if found else ""


def hand_over(page: EntryPage) -> None:
    """回答ファイルを事務局へ渡す: into the exchange folder; without one the person says where."""
    if not page.leave():
        return
    folder = exchange_folder_of(page.desk.database_id)
    if folder:
        _hand_over_into(page, Path(folder))
    else:
        _hand_over_as(page)


def _hand_over_into(page: EntryPage, folder: Path) -> None:
    standing, cycle, desk = page.entries.standing, page.entries.cycle, page.desk
    if standing is None:
        return
    from dxdesk.operations import giving_replies

    def give() -> Path:
        return desk.do(giving_replies.give_reply_to_folder, cycle, standing.department, folder)

    _give(page, give, folder)


def _hand_over_as(page: EntryPage) -> None:
    standing, cycle, desk = page.entries.standing, page.entries.cycle, page.desk
    if standing is None:
        return
    from dxdesk.operations import giving_replies

    name = desk.ask(giving_replies.reply_name, cycle, standing.department)
    path = ask_file_target(page, desk.database_id, GIVE_TITLE, name, DXD_FILES)
    if path is None:
        return

    def give() -> Path:
        desk.do(giving_replies.give_reply, cycle, standing.department, path)
        return path

    _give(page, give)


def _give(page: EntryPage, give: Callable[[], Path], shared: Path | None = None) -> None:
    """Sealing and a slow share take their time: that is done beside the window."""

    def done(path: Path) -> None:
        page.desk.forget()  # what was handed over is never undone
        page.placed = path.parent
        page.show_giving()
        page.said.emit(given(path.name), False)
        announce(page, given(path.name))

    def failed(trouble: Exception) -> None:
        if not isinstance(trouble, StoreUnavailable):
            page.said.emit(trouble_words(trouble), False)
            return
        away = shared is not None and Path(trouble.place) == shared
        if away:
            show_reach(page, False)
        if (
            choose(page, f"{FOLDER_AWAY if away else trouble_words(trouble)}\n\n{CANNOT_PUT}", CHOICES_AFTER_TROUBLE)
            == 1
        ):
            _hand_over_as(page)

    do_beside(page, page.desk, give, done, failed, always=True)


def show_place(page: EntryPage) -> None:
    """置いた場所を開く: the folder of the newest file, in the program that the system has for folders."""
    shared = exchange_folder_of(page.desk.database_id)
    folder = page.placed or (Path(shared) if shared else None)
    if folder is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def choose_destination(page: EntryPage) -> None:
    """変える: which folder is shared with the secretariat, on this PC from now on."""
    start = files_folder(page.desk.database_id)
    chosen = QFileDialog.getExistingDirectory(page, CHOOSE_FOLDER, str(start))
    if chosen:
        keep_exchange(page.desk.database_id, folder=chosen)
        page.reach = True
        show_giving(page)
        page.look_requested.emit()


def print_slip(page: EntryPage) -> None:
    """確認票を印刷: the paper that a 課長 signs."""
    department = page.entries.department
    page.page_requested.emit("print", f"confirmation:{department.id}" if department else "confirmation")


def answer_late(page: EntryPage) -> None:
    """事務局へ追加の回答をつくる: the closed cycle is written in all the same."""
    form = page.writing.form
    if not page.leave():
        return
    page.entries = replace(page.entries, late=True)
    page.read_anew()
    page.open_unit(form.unit.id if form is not None else page.entries.own[0].unit.id)


def show_reach(page: EntryPage, reach: bool) -> None:
    """Say whether the exchange folder can be reached."""
    if page.reach != reach:
        page.reach = reach
        show_giving(page)
