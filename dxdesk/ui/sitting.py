"""Whether the last sitting at a database ended as it should, and what was being written when it did not."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from dxdesk import paths
from dxdesk.desk import Desk
from dxdesk.store.queries import drafts_since
from dxdesk.store.queries.drafts_since import Written
from dxdesk.ui.bands import Notice
from dxdesk.ui.pages import reaches
from dxdesk.wording_screen import UNNAMED, came_back

if TYPE_CHECKING:
    from dxdesk.ui.desk_view import DeskView


@dataclass(frozen=True)
class Recovered:
    """What came back after a sitting that ended by itself: what was written in it and not handed in, newest first."""

    written: tuple[Written, ...]


def greet(view: DeskView) -> None:
    """Begin a sitting at a desk, and have its band say what came back where the one before never ended."""
    found = begin(view.desk)
    if found is None:
        return
    role = view.desk.actor.role
    written = [each for each in found.written if reaches(role, each.page)]
    actions: list[tuple[str, Callable[[], object]]] = []
    if written:
        actions.append(("戻った内容を見る", lambda: view.open_page(written[0].page, written[0].subject)))
    actions.append(("この知らせを閉じる", lambda: view.show_greeting(None)))
    name = written[0].name or UNNAMED[written[0].page] if written else ""
    words = came_back(name, max(0, len(written) - 1))
    view.show_greeting(Notice("band-good", words, tuple(actions)))


def _mark(desk: Desk) -> Path:
    """Where it is noted that somebody works: one note for every role and department at a database."""
    seat = "\n".join((desk.database.target, desk.actor.role, *desk.actor.departments))
    return paths.home() / "sittings" / f"{sha256(seat.encode('utf-8')).hexdigest()[:16]}.json"


def begin(desk: Desk) -> Recovered | None:
    """Note that somebody works at a database; what came back where the sitting before never ended, else None. A
    department hears nothing of another one's.

    A desk that only reads neither notes nor asks anything.
    """
    if desk.database.read_only:
        return None
    mark = _mark(desk)
    before = None
    with suppress(OSError, ValueError, KeyError, TypeError):
        before = str(datetime.fromisoformat(json.loads(mark.read_text(encoding="utf-8"))["since"]).isoformat())
    with suppress(OSError):
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.write_text(json.dumps({"since": desk.moment()}), encoding="utf-8")
    return Recovered(desk.ask(drafts_since.written_since, before, desk.actor)) if before is not None else None


def end(desk: Desk) -> None:
    """Note that the sitting ended as it should."""
    if not desk.database.read_only:
        with suppress(OSError):
            _mark(desk).unlink(missing_ok=True)
