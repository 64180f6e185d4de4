"""The times of a meeting as they go on: kept with the meeting, so that they go on after the program ended."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer

from dxdesk.desk import Desk
from dxdesk.domain.errors import Problem
from dxdesk.domain.meeting_times import Turn, spent, today, turned
from dxdesk.domain.meetings import AgendaItem, Meeting
from dxdesk.operations.meeting_drafts import TIMES, keep_draft
from dxdesk.store.errors import StoreUnavailable

KEEP_MILLISECONDS: Final = 150
"""So long after an item was turned to its time is kept: no slide waits for a disk."""

_logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Times:
    """Minutes spent on the item that is treated and on the meeting (None: not begun), and what was planned."""

    item: int | None
    item_planned: int | None
    whole: int | None
    whole_planned: int | None

    @property
    def over(self) -> int:
        """So many minutes more than there were: for the item, else for the meeting; 0 where all is in time."""
        item = (self.item or 0) - self.item_planned if self.item_planned else 0
        whole = (self.whole or 0) - self.whole_planned if self.whole_planned else 0
        return max(item, 0) or max(whole, 0)


def turns_of(fields: Mapping[str, Any] | None) -> tuple[Turn, ...]:
    """The turns as they were kept; none where they cannot be read."""
    try:
        return tuple(
            Turn(str(item), datetime.fromisoformat(moment).astimezone()) for item, moment in (fields or {})["turns"]
        )
    except (KeyError, TypeError, ValueError):
        return ()


class Stopwatch(QObject):
    """Runs from ``begin`` on."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting: Meeting | None = None
        self._turns: tuple[Turn, ...] = ()
        self._later = QTimer(self, singleShot=True, interval=KEEP_MILLISECONDS)
        self._later.timeout.connect(self._keep)

    def now(self) -> datetime:
        """This moment, as the clock on the wall says it."""
        return datetime.fromisoformat(self._desk.moment()).astimezone()

    def show_meeting(self, meeting: Meeting, kept: Mapping[str, Any] | None) -> None:
        """Go on with a meeting; nothing changes for the one that is there already."""
        if self._meeting is None or self._meeting.id != meeting.id:
            self.keep_now()
            self._turns = turns_of(kept)
        self._meeting = meeting

    @property
    def running(self) -> bool:
        """Whether the meeting has begun today."""
        return self._meeting is not None and self._meeting.state == "open" and bool(today(self._turns, self.now()))

    def begin(self, item: str) -> None:
        """From now on an item (id; empty: none in particular) is treated."""
        self._turn(item)
        self.keep_now()

    def turn(self, item: str) -> None:
        """Another item is treated, where the meeting has begun."""
        if self.running:
            self._turn(item)

    def _turn(self, item: str) -> None:
        turns = turned(self._turns, item, self.now())
        if self._meeting is not None and turns != self._turns:
            self._turns = turns
            self._later.start()

    def keep_now(self) -> None:
        """Keep the times before something else is shown."""
        if self._later.isActive():
            self._later.stop()
            self._keep()

    def _keep(self) -> None:
        if self._meeting is None:
            return
        fields = {"turns": [[each.item, each.moment.isoformat()] for each in self._turns]}
        try:
            self._desk.do(keep_draft, self._meeting.id, TIMES, fields)
        except (StoreUnavailable, Problem):
            _logger.exception("the times of the meeting could not be kept")

    @property
    def treated(self) -> frozenset[str]:
        """The items (ids) that were turned to today, but for the one that is treated now."""
        known = today(self._turns, self.now()) if self.running else ()
        return frozenset(each.item for each in known) - {each.item for each in known[-1:]}

    def times(self, item: AgendaItem | None) -> Times:
        """What stands on it now."""
        now, meeting = self.now(), self._meeting
        planned = _length(meeting) if meeting else None
        if meeting is None or not self.running:
            return Times(None, item.minutes if item else None, None, planned)
        begins = datetime.min.replace(tzinfo=now.tzinfo)
        if meeting.begins and meeting.day == now.date():
            begins = datetime.combine(meeting.day, time.fromisoformat(meeting.begins)).astimezone()
        on_item = spent(self._turns, now, begins, item.id) if item else None
        return Times(on_item, item.minutes if item else None, spent(self._turns, now, begins), planned)


def _length(meeting: Meeting) -> int | None:
    """Minutes from the beginning to the end, where both are known."""
    if not meeting.begins or not meeting.ends:
        return None
    first, last = (datetime.combine(meeting.day, time.fromisoformat(each)) for each in (meeting.begins, meeting.ends))
    return (last - first) // timedelta(minutes=1)
