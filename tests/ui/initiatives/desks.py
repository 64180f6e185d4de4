"""Desks on a made-up plan with two cycles, for the pages to show."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import agenda, cycles, meetings, reviews
from dxdesk.store.queries import finding
from tests.builders import (
    COMMITTEE,
    MOMENT,
    PLAN,
    SECRETARIAT,
    SOUMU,
    ZEIMU,
    accepted,
    answer,
    open_desk,
    start_cycle,
)
from tests.databases import open_anywhere

BEFORE, NOW = "令和6年度 第1回", "令和6年度 第2回"
UNSEEN = "まだ受理されていない文"


def open_copy(filled: Path, folder: Path) -> tuple[Desk, Cycle]:
    """A desk of 事務局 on a copy of a filled file, and the cycle that is open."""
    copy = Path(shutil.copyfile(filled, folder / "town.db"))
    desk = Desk(open_anywhere(copy), SECRETARIAT, lambda: MOMENT)
    return desk, desk.ask(finding.cycle)


def fill_two_cycles(path: Path) -> None:
    """Two cycles into a new file.

    重点-1 got worse and is to be decided, 重点-2 is drawn together from two answers, 重点-3 is handed in and not yet
    accepted, 検討-4 is late, nobody answered the rest. The cycle before is closed.
    """
    desk = open_desk(open_anywhere(path))
    asked = {unit.code or "": [SOUMU] for unit in PLAN.units}
    asked["重点-2"] = [ZEIMU, SOUMU]
    first = start_cycle(desk, BEFORE, as_of=date(2024, 7, 1), due=date(2024, 7, 31), assigned=asked)
    accepted(desk, first, "重点-1", stage="study", results="聞き取りをした。")
    accepted(desk, first, "検討-4", status="warn", results="研修の案を作った。")
    desk.do(cycles.close_cycle, first, "見本のため")
    now = start_cycle(desk, NOW, assigned=asked)
    accepted(
        desk, now, "重点-1", status="warn", stage="trial", results="試した。", discuss="decide", ask="続けてよいか"
    )
    accepted(desk, now, "重点-2", ZEIMU, results="税の申請を始めた。")
    accepted(desk, now, "重点-2", SOUMU, results="庁内の準備をした。")
    desk.do(reviews.consolidate, now, "重点-2", use=ZEIMU)
    answer(desk, now, "重点-3", results=UNSEEN)
    accepted(desk, now, "検討-4", status="late", results="できていない。", issues="人が足りない。")
    desk.do(meetings.hold_meeting, now, COMMITTEE, day=date(2025, 2, 13))
    desk.do(agenda.adopt_proposal, desk.ask(finding.meeting))
    desk.close()
