"""年度末 in the sample year: the cycle on the results of the year, in which the departments say what comes next."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from dxdesk.cli.sample_town import SAMPLE_NAMES, SECOND, answer_fields, busiest, samples, told
from dxdesk.desk import Desk
from dxdesk.documents.page import Printed
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import Actor
from dxdesk.domain.printing import PrintKind, Wanted
from dxdesk.operations import cycles, replies, reviews
from dxdesk.operations.change import Change
from dxdesk.operations.printing_documents import print_document
from dxdesk.store.database import Database, open_database
from dxdesk.store.queries import cycles as on_file
from dxdesk.store.queries import finding, plans
from dxdesk.store.queries import replies as on_record

MOMENTS: Final = {"year_end": "2025-03-18T10:20:00+09:00"}
"""What time it is while the answers of the last cycle of the year come in."""

AT_YEAR_END: Final[tuple[PrintKind, ...]] = ("directions", "year-end")
"""The papers that have something to show only then."""

_AS_OF, _DUE, _MEETING = date(2025, 3, 14), date(2025, 3, 21), date(2025, 3, 27)
_OPENED: Final = "2025-03-14T09:00:00+09:00"
_SAYS: Final[tuple[Mapping[str, str], ...]] = (
    {"direction": "継続（現状維持）", "budget": "要求しない"},
    {"direction": "拡充", "budget": "12,500", "budget_source": "新しい地方経済・生活環境創生交付金（1/2）、一般財源"},
    {"direction": "改善して継続", "budget": "1,800", "budget_source": "一般財源"},
    {"direction": "継続（現状維持）", "budget": "額は未定", "budget_source": "県補助"},
    {"direction": "縮小", "budget": "420"},
    {"direction": "継続（現状維持）"},
)
_STATES: Final = ("accepted", "begun", "submitted", "returned", "asked", "accepted")
"""The states of the answers of the department that is looked at, in turn; all others are accepted."""

_QUESTION: Final = "見積りの額を確かめてください。"


def make_year_end(closed: Path, folder: Path, texts: Mapping[str, Any]) -> None:
    """A database of the moment, of one whose cycles are all closed. Raises Problem and StoreUnavailable."""
    target = folder / "year_end.db"
    shutil.copyfile(closed, target)
    with open_database(target) as opened:
        _last_cycle(opened, texts, _STATES, left=1)


def year_end_papers(database: Path, clock: Callable[[], str]) -> Iterator[tuple[PrintKind, Printed]]:
    """方向性・予算要求一覧 and 点検表 of the last cycle of the year, once everything is answered, for a database whose
    newest cycle is the one before; that database itself stays as it is. Raises Problem and StoreUnavailable."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / database.name
        shutil.copyfile(database, copy)
        with open_database(copy) as opened:
            desk = Desk(opened, Actor("secretariat", (), SAMPLE_NAMES["secretariat"]), clock)
            desk.do(cycles.close_cycle, desk.ask(finding.cycle), "見本として締めます。")
            desk, cycle = _last_cycle(opened, samples(), ("accepted",), left=0)
            for kind in AT_YEAR_END:
                yield kind, desk.ask(print_document, cycle, Wanted(kind), desk.actor, desk.moment())


def _last_cycle(
    database: Database, texts: Mapping[str, Any], states: Sequence[str], *, left: int
) -> tuple[Desk, Cycle]:
    """The cycle with its answers, ``states`` those of the busiest department in turn; the first ``left`` of the units
    that can be drawn together still wait for it."""
    now = [_OPENED]
    desk = Desk(database, Actor("secretariat", (), SAMPLE_NAMES["secretariat"]), lambda: now[0])
    desk.do(cycles.open_cycle, "令和6年度 第3回", as_of=_AS_OF, due=_DUE, meeting=_MEETING, kind="result")
    cycle = desk.ask(finding.cycle)
    now[0] = MOMENTS["year_end"]
    _collect(desk, cycle, texts, states)
    _draw_together(desk, cycle, left)
    return desk, cycle


def _collect(desk: Desk, cycle: Cycle, texts: Mapping[str, Any], states: Sequence[str]) -> None:
    plan, asked = desk.ask(plans.plan, cycle.plan_revision), desk.ask(on_file.asked, cycle.id)
    own, turn = busiest(asked), 0
    for place, unit in enumerate(plan.units):
        said = told(SECOND.pattern, place, len(plan.units))
        departments = asked.get(unit.id, ())
        for number, department in enumerate(departments):
            state = states[turn % len(states)] if department == own else "accepted"
            turn += department == own
            if said.status is not None:
                fields = answer_fields(cycle, said, texts["answers"], place, number)
                more: Mapping[str, str] = _SAYS[place % len(_SAYS)] if said.status != "done" else {}
                desk.do(_bring_to, cycle, unit.code or "", department, state, {**fields, **more})


def _draw_together(desk: Desk, cycle: Cycle, left: int) -> None:
    """As 主管 says, but for the first so many: those are still to be done."""
    views, plan = desk.ask(on_record.live_views, cycle), desk.ask(plans.plan, cycle.plan_revision)
    ready = [
        unit
        for unit in plan.units
        if unit.id in views and views[unit.id].assigned > 1 and all(views[unit.id].answers.values())
    ]
    for unit in ready[left:]:
        desk.do(reviews.consolidate, cycle, unit.code or "", use=next(iter(views[unit.id].slots)))


def _bring_to(
    change: Change, cycle: Cycle, code: str, department: str, state: str, fields: Mapping[str, object]
) -> None:
    place = replies.find_place(change, cycle, code, department)
    if state == "asked":
        return
    replies.record_draft(change, place, fields)
    if state == "begun":
        return
    replies.submit(change, place)
    if state == "returned":
        reviews.return_reply(change, place, ["budget"], _QUESTION)
    elif state == "accepted":
        reviews.accept_reply(change, place)
