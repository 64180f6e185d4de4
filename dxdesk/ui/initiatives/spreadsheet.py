"""The list as it is shown, as a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from dxdesk.desk import Desk
from dxdesk.domain.board import Card
from dxdesk.exchange.initiative_workbook import initiative_workbook
from dxdesk.store.queries import board
from dxdesk.store.queries.initiatives import Initiatives
from dxdesk.ui.printing.saving import file_name, save
from dxdesk.wording.paper import LIST_TITLE


def save_list(parent: QWidget, desk: Desk, source: Initiatives, cards: Sequence[Card]) -> bool:
    """Ask where to and save the units shown, in their order; False where the person went back.

    The file says the moment of the close record of a closed cycle, else this one.
    """
    moment = datetime.fromisoformat(source.closed.moment if source.closed else desk.moment())
    items = desk.ask(board.items, source.cycle, source.board)
    content = initiative_workbook(source.board, items, source.plan, source.settings, moment, cards)
    name = file_name((source.cycle.name, LIST_TITLE), "xlsx")
    return save(parent, content, name) is not None
