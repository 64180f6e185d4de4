"""Why nothing at all can be written just now, as the band says it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from socket import gethostname

from dxdesk.desk import Desk
from dxdesk.ui.bands import Notice
from dxdesk.wording.screen import HELD_WORDS, OPEN_AGAIN, held


def obstacle_notice(desk: Desk, reopen: Callable[[], object]) -> Notice | None:
    """None where the database can be written. What may have gone meanwhile offers to open the database once more."""
    again, database = ((OPEN_AGAIN, reopen),), desk.database
    holder = database.holder
    if database.obstacle == "held" and holder is not None:
        since = f"{datetime.fromisoformat(holder.since).astimezone():%H:%M}" if holder.since else ""
        host = holder.host if holder.host != gethostname() else ""
        return Notice("band-ask", held(holder.name, since, host), again)
    if database.obstacle is None:
        return None
    return Notice("band-quiet", HELD_WORDS[database.obstacle], again if database.obstacle == "read_only_place" else ())
