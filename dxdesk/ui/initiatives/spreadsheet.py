"""The list as it is shown, as a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dxdesk.desk import Desk
from dxdesk.domain.board import Card
from dxdesk.exchange.initiative_workbook import initiative_workbook
from dxdesk.store.queries import board
from dxdesk.store.queries.initiatives import Initiatives
from dxdesk.ui.dialogs import tell
from dxdesk.ui.jobs import run_job
from dxdesk.ui.printing.saving import file_name, save
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.paper import LIST_TITLE


def save_list(
    parent: QWidget, desk: Desk, source: Initiatives, cards: Sequence[Card], saved: Callable[[], object]
) -> None:
    """Ask where to and save the units shown, in their order, made and written beside the window; then ``saved``.

    The file says the moment of the close record of a closed cycle, else this one.
    """
    moment = datetime.fromisoformat(source.closed.moment if source.closed else desk.moment())
    name = file_name((source.cycle.name, LIST_TITLE), "xlsx")

    def make() -> bytes:
        items = desk.ask(board.items, source.cycle, source.board)
        return initiative_workbook(source.board, items, source.plan, source.settings, moment, cards)

    def ended(path: Path | None) -> None:
        if path is not None:
            saved()

    run_job(parent, make, lambda content: save(parent, content, name, ended), partial(_refused, parent))


def _refused(parent: QWidget, trouble: Exception) -> None:
    tell(parent, trouble_words(trouble))
