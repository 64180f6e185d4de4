"""差戻しファイル and 席上修正ファイル: one per department, put where its files go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.change import Change
from dxdesk.operations.exchange_folder import check_folder, put
from dxdesk.preferences import exchange_folder_of
from dxdesk.ui.inquiry.finished import open_folder
from dxdesk.ui.inquiry.options import ask_folder
from dxdesk.ui.keys import passphrase_for
from dxdesk.ui.long_work import do_beside
from dxdesk.ui.page import Page
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.asking import NO_PLACE_CHOSEN, OPEN_PLACE, delivered

if TYPE_CHECKING:
    from dxdesk.operations.sending import PackageFile

Kind = Literal["return", "correction"]


def deliver_files(
    page: Page, cycle: Cycle, departments: Sequence[str], kind: Kind, done: Callable[[], object] = lambda: None
) -> None:
    """Make a file for each department (ids) beside the window, into the exchange folder or, where none is known, one
    that is asked for. What is told in it stands whether or not the file could be put there: it can be made again."""
    desk, shared = page.desk, exchange_folder_of(page.desk.database_id)
    folder = Path(shared) if shared else ask_folder(page, desk)
    if folder is None:
        page.said.emit(NO_PLACE_CHOSEN, False)
        return
    keys = passphrase_for(desk, page)

    def made(files: tuple[Path, ...]) -> None:
        if files:
            page.offered.emit(delivered(kind, [each.name for each in files]), OPEN_PLACE, lambda: open_folder(folder))
        done()

    def refused(trouble: Exception) -> None:
        page.said.emit(trouble_words(trouble), False)

    do_beside(page, desk, lambda: _make(desk, cycle, departments, kind, folder, keys), made, refused, always=True)


def _make(
    desk: Desk, cycle: Cycle, departments: Sequence[str], kind: Kind, folder: Path, keys_passphrase: str | None
) -> tuple[Path, ...]:
    check_folder(folder)
    files = []
    for department in departments:
        made = desk.do(_deliver, cycle, department, kind, keys_passphrase)
        files.append(put(folder, made.name, made.content))
    return tuple(files)


def _deliver(change: Change, cycle: Cycle, department: str, kind: Kind, keys_passphrase: str | None) -> PackageFile:
    from dxdesk.operations.delivering import deliver  # brings cryptography, which the start does without
    from dxdesk.operations.sender_keys import ready_keys

    return deliver(change, cycle, department, kind, ready_keys(change, keys_passphrase))
