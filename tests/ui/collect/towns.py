"""A made-up town in the middle of a cycle: one slot in every state there is."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import cycles, reviews
from dxdesk.store.queries import finding
from tests.builders import (
    FUKUSHI,
    KENSETSU,
    SECRETARIAT,
    SOUMU,
    ZEIMU,
    accepted,
    answer,
    arrive,
    at,
    open_desk,
    start_cycle,
    write,
)
from tests.databases import open_anywhere

MOMENT = "2025-02-03T10:15:00+09:00"
ASKED = {
    "重点-1": [SOUMU],
    "重点-2": [ZEIMU, SOUMU],
    "重点-3": [SOUMU, FUKUSHI],
    "検討-4": [SOUMU, ZEIMU],
    "検討-5": [KENSETSU],
}


def open_copy(filled: Path, folder: Path) -> Desk:
    """The secretariat's desk on a copy of a filled file."""
    return Desk(open_anywhere(shutil.copyfile(filled, folder / "town.db")), SECRETARIAT, lambda: MOMENT)


def fill(path: Path) -> None:
    """A closed cycle and an open one.

    重点-1 is handed in; 重点-2 accepted and handed in; 重点-3 returned, and the withdrawal of something accepted;
    検討-1 is asked of everybody because the plan names nobody; 検討-4 has two versions, and one whose earlier version
    is missing; 検討-5 is begun here.
    """
    desk = open_desk(open_anywhere(path))
    first = start_cycle(desk, as_of=date(2024, 7, 1), due=date(2024, 7, 31), assigned=ASKED)
    accepted(desk, first, "重点-1", SOUMU, status="warn", stage="study", results="前の実績。", issues="前の課題。")
    desk.do(cycles.close_cycle, first, "見本のため")
    cycle = start_cycle(desk, "第2回", assigned=ASKED)
    answer(
        desk, cycle, "重点-1", SOUMU,
        status="late", stage="trial", results="試した。", issues="人が足りない。", discuss="decide", ask="続けてよいか",
    )  # fmt: skip
    accepted(desk, cycle, "重点-2", ZEIMU, results="税の申請を始めた。")
    answer(desk, cycle, "重点-2", SOUMU, results="庁内の準備をした。")
    answer(desk, cycle, "重点-3", SOUMU, results="案内した。")
    desk.do(at, cycle, "重点-3", SOUMU, reviews.return_reply, ["results"], "何件ですか。")
    said = accepted(desk, cycle, "重点-3", FUKUSHI, results="福祉の案内。")
    arrive(desk, cycle, "重点-3", FUKUSHI, "withdraw", [said])
    answer(desk, cycle, "検討-4", SOUMU, results="1回開いた。", issues="同じ。")
    arrive(desk, cycle, "検討-4", SOUMU, results="2回開いた。", issues="同じ。")
    arrive(desk, cycle, "検討-4", ZEIMU, parents=["0" * 64])
    write(desk, cycle, "検討-5", KENSETSU)
    desk.close()


def newest(desk: Desk) -> Cycle:
    """The open cycle."""
    return desk.ask(finding.cycle)
