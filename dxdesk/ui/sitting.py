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
from dxdesk.domain.meetings import Meeting
from dxdesk.store.queries import drafts_since, meetings
from dxdesk.store.queries.drafts_since import Written
from dxdesk.ui.bands import Notice
from dxdesk.ui.pages import reaches
from dxdesk.ui.projection.of_desk import found_projection, projection_of
from dxdesk.ui.projection.under_way import found_under_way
from dxdesk.wording.projection import RESUME
from dxdesk.wording.screen import UNNAMED, came_back

if TYPE_CHECKING:
    from dxdesk.ui.desk_view import DeskView


@dataclass(frozen=True)
class Recovered:
    """What came back after a sitting that ended by itself: what was written in it and not handed in, newest first."""

    written: tuple[Written, ...]


def greet(view: DeskView) -> None:
    """Begin a sitting at a desk, and have its band say what came back where the one before never ended.

    A meeting that was being projected is open again, where its slides stood, and its projection is offered.
    """
    found = begin(view.desk)
    if found is None:
        return
    role = view.desk.actor.role
    written = [each for each in found.written if reaches(role, each.page)]
    projected = _projected(view)
    actions: list[tuple[str, Callable[[], object]]] = []
    if projected is not None:
        view.open_page("meeting", projected.id)
        actions.append((RESUME, lambda: _project(view, projected)))
    if written:
        actions.append(("戻った内容を見る", lambda: view.open_page(written[0].page, written[0].subject)))
    actions.append(("この知らせを閉じる", lambda: view.show_greeting(None)))
    name = written[0].name or UNNAMED[written[0].page] if written else ""
    words = came_back(name, max(0, len(written) - 1), projected=projected is not None)
    view.show_greeting(Notice("band-good", words, tuple(actions)))


def _projected(view: DeskView) -> Meeting | None:
    """The meeting of the cycle that is shown which was being projected when the sitting before ended; None where none
    was, it is closed, or this role has no page for it."""
    desk, cycle = view.desk, view.cycle
    meeting = found_under_way(desk.database.target)
    if not meeting or cycle is None or not reaches(desk.actor.role, "meeting") or found_projection(desk) is not None:
        return None
    held = desk.ask(meetings.meetings, cycle.id)
    return next((each for each in held if each.id == meeting and each.state == "open"), None)


def _project(view: DeskView, meeting: Meeting) -> None:
    """投影を続ける: the same slide on the audience's screen."""
    from dxdesk.ui.projection.starting import start_projection

    if view.cycle is None:
        return
    view.open_page("meeting", meeting.id)
    projection = projection_of(view.desk)
    projection.prepare(view.cycle, meeting.id)
    if start_projection(projection, view):
        view.show_greeting(None)


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
