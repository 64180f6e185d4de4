"""Every document and every part of a packet in a year of each of the five plans: whole, legible, in its place."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

from dxdesk.cli import sample_town
from dxdesk.cli.sample_change import changed_sample
from dxdesk.cli.sample_year_end import make_year_end
from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.packets import PART_KEYS, PacketChoice, PartKey
from dxdesk.domain.printing import OF_CYCLE, PRINT_KINDS, PrintKind, Wanted
from dxdesk.operations import agenda_changes
from dxdesk.operations.cycles import close_cycle
from dxdesk.operations.plans import import_plan
from dxdesk.operations.printing_packet_parts import offered
from dxdesk.store.queries import board, cycles, meetings
from dxdesk.wording.meeting_screen import REST_TITLE
from tests.builders import REAL_TOWNS, SECRETARIAT, real_plan
from tests.databases import open_anywhere
from tests.documents.page_checks import smallest
from tests.paper_walk import WHOLE, walked

WITHOUT: Final[Mapping[str, set[PrintKind | PartKey]]] = {
    "first": {"before", "changes", "change-notice", "directions", "reminder"},
    "later": {"directions"},
    "year-end": {"changes", "change-notice"},
}
"""What there is nothing to print of: in a first cycle, closed; in a later one, after which the plan was changed; at the
end of the year."""

BY_PLAN: Final[set[PartKey]] = {"crosswalk", "glossary", "indicators", "schedule"}
"""Parts that not every plan has something to say in."""

ONCE: Final[set[PrintKind]] = {
    *OF_CYCLE, "agenda", "list", "sheet", "comparison", "preparation", "action", "security", "survey",
}  # fmt: skip
"""What is a part of the packet too, or the same in every cycle: printed by itself in one of them."""

LEAST: Final = 7.0
"""Points of the smallest type of a packet."""

Situation = tuple[Desk, Cycle, Meeting]


@pytest.fixture(scope="module", params=REAL_TOWNS)
def year(
    request: pytest.FixtureRequest, empty_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Mapping[str, Situation]]:
    """A cycle of every kind, each after its meeting."""
    folder, plan = tmp_path_factory.mktemp(request.param), real_plan(request.param)
    clock = sample_town.Clock("2024-06-01T09:00:00+09:00")
    desk = Desk(open_anywhere(Path(shutil.copyfile(empty_file, folder / "later.db"))), SECRETARIAT, clock)
    sample_town.make_town(desk, clock, plan)
    ended = Desk(open_anywhere(Path(shutil.copyfile(folder / "later.db", folder / "ended.db"))), SECRETARIAT, clock)
    ended.do(close_cycle, ended.ask(cycles.cycles)[-1], "見本として締めます。")
    ended.database.close()
    make_year_end(folder / "ended.db", folder, sample_town.samples())
    ended = Desk(open_anywhere(folder / "year_end.db"), SECRETARIAT, clock)
    _meet(ended, clock)
    desk.do(import_plan, changed_sample(plan))
    first, later = desk.ask(cycles.cycles)
    yield {
        "first": _situation(desk, first, "2024-08-20T10:00:00+09:00"),
        "later": _situation(desk, later, "2025-02-20T10:00:00+09:00"),
        "year-end": _situation(ended, ended.ask(cycles.cycles)[-1], "2025-04-03T10:00:00+09:00"),
    }
    desk.database.close()
    ended.database.close()


def _situation(desk: Desk, cycle: Cycle, moment: str) -> Situation:
    """A cycle some days after its last meeting."""
    return Desk(desk.database, SECRETARIAT, lambda: moment), cycle, desk.ask(meetings.meetings, cycle.id)[-1]


def _meet(desk: Desk, clock: sample_town.Clock) -> None:
    """The meeting at the end of the year."""
    cycle = desk.ask(cycles.cycles)[-1]
    assert cycle.meeting is not None
    clock.set(f"{cycle.meeting.isoformat()}T13:00:00+09:00")
    meeting = sample_town.hold_meeting(desk, cycle, cycle.meeting)
    desk.do(agenda_changes.fill_agenda, meeting, REST_TITLE)
    desk.do(agenda_changes.confirm_agenda, meeting)
    for place, item in enumerate(sample_town.discussed(desk, meeting)):
        sample_town.record_item(desk, meeting, item, place, sample_town.samples())
    sample_town.close_and_draft(desk, meeting)


@pytest.mark.parametrize("situation", WITHOUT)
def test_what_a_town_prints_is_whole_and_in_its_place(year: Mapping[str, Situation], situation: str) -> None:
    desk, cycle, meeting = year[situation]
    parts = desk.ask(offered, cycle, meeting)
    every = PacketChoice(draft=True, caution=True, collect=True, all_sheets=True).only(parts, parts)
    said = {item.card.code: item.results or "" for item in desk.ask(board.items, cycle).values()}
    assert any(said.values())
    without: set[PrintKind | PartKey] = {each for each in PART_KEYS if each not in {*parts, *BY_PLAN}}
    faults: dict[str, object] = {}
    for kind in PRINT_KINDS:
        if situation != "later" and kind in ONCE:
            continue
        try:
            found = walked(desk, cycle, Wanted(kind, meeting=meeting.id, packet=every))
        except Problem:
            without.add(kind)
            continue
        faults |= {f"{kind}: {what}": which for what, which in found.faults.items()}
        if kind == "packet" and smallest(found.printed.pdf) < LEAST:
            faults["packet: too small"] = smallest(found.printed.pdf)
        if (kind == "packet" or kind in WHOLE) and (lost := found.without(said)):
            faults[f"{kind}: lost"] = lost
    assert faults == {}
    assert without == WITHOUT[situation]
