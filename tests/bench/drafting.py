"""How long it takes until the first draft of a meeting's minutes is there, after a long meeting in a large town."""

from __future__ import annotations

import shutil
from pathlib import Path
from statistics import median
from time import perf_counter

from dxdesk.desk import Desk
from dxdesk.domain.permissions import Actor
from dxdesk.operations.meeting_records import record_decision, record_remark
from dxdesk.operations.meetings import close_meeting
from dxdesk.operations.minutes import draft
from dxdesk.store.database import open_database
from dxdesk.store.queries import finding, meetings
from dxdesk.wording.meeting import phrases_for

GOAL = 1.0
"""Seconds."""

ITEMS, REMARKS = 40, 5
"""So many items are talked about, with so many remarks each."""

SECRETARIAT = Actor("secretariat", (), "計測")


def measure(town: Path, folder: Path, runs: int) -> float:
    """Seconds from asking for a draft until it is kept, the median of some runs; the town (a file) stays as it was."""
    desk = Desk(open_database(Path(shutil.copyfile(town, folder / "minutes.db"))), SECRETARIAT)
    try:
        meeting = desk.ask(finding.meeting)
        for item in desk.ask(meetings.agenda, meeting.id)[:ITEMS]:
            desk.do(record_decision, meeting, item.number, "approved", "案のとおり進める。")
            for _ in range(REMARKS):
                desk.do(record_remark, meeting, item.number, "事務局", "次の回までに、課ごとの様子をそろえる。")
        desk.do(close_meeting, meeting)
        taken = []
        for _ in range(runs):
            begun = perf_counter()
            desk.do(draft, meeting, phrases_for)
            taken.append(perf_counter() - begun)
        return median(taken)
    finally:
        desk.close()
