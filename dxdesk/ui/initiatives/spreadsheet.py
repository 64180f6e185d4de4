"""The list as it is shown, as a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from dxdesk.desk import Desk
from dxdesk.domain.board import Card
from dxdesk.exchange.initiative_workbook import initiative_workbook
from dxdesk.store.queries import board
from dxdesk.store.queries.initiatives import Initiatives
from dxdesk.ui.printing.saving import file_name
from dxdesk.ui.printing.ways import Ways
from dxdesk.wording.paper import LIST_TITLE


def save_list(ways: Ways, desk: Desk, source: Initiatives, cards: Sequence[Card]) -> None:
    """Save the units shown, in their order.

    The file says the moment of the close record of a closed cycle, else this one.
    """
    moment = datetime.fromisoformat(source.closed.moment if source.closed else desk.moment())

    def make() -> bytes:
        items = desk.ask(board.items, source.cycle, source.board)
        return initiative_workbook(source.board, items, source.plan, source.settings, moment, cards)

    ways.save_made(make, file_name((source.cycle.name, LIST_TITLE), "xlsx"))
