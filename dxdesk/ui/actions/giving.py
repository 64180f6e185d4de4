"""The list of 宿題 as a file."""

from __future__ import annotations

from dxdesk.operations.printing_actions import actions_workbook
from dxdesk.ui.page import Page
from dxdesk.ui.printing.ways import Ways
from dxdesk.wording.actions import WORKBOOK_NAME


def save_workbook(page: Page, ways: Ways, word: str) -> None:
    """Save the spreadsheet, once what was typed is kept; ``word`` is the town's for 宿題."""
    cycle, desk = page.cycle, page.desk
    if page.leave() and cycle is not None:
        ways.save_made(lambda: desk.ask(actions_workbook, cycle, desk.moment()), word + WORKBOOK_NAME)
