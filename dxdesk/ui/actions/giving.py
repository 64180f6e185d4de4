"""The list of 宿題 as a file."""

from __future__ import annotations

from dxdesk.operations.given_files import give_file
from dxdesk.operations.printing_actions import actions_workbook
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.dialogs import tell
from dxdesk.ui.page import Page
from dxdesk.ui.saving import ask_target
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.actions import SAVE_WORKBOOK, WORKBOOK_NAME, saved_as


def save_workbook(page: Page, word: str) -> None:
    """Ask where the spreadsheet goes and write it there; say where it could not be written."""
    cycle = page.cycle
    if not page.leave():
        return
    target = ask_target(page, SAVE_WORKBOOK, word + WORKBOOK_NAME, "Excel (*.xlsx)") if cycle else None
    if cycle is None or target is None:
        return
    try:
        give_file(target, page.desk.ask(actions_workbook, cycle, page.desk.moment()))
    except StoreUnavailable as trouble:
        tell(page, trouble_words(trouble))
        return
    page.said.emit(saved_as(target.name), False)
