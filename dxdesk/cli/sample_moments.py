"""The sample year stopped at the moments that screens differ in: a database for each, made one after the other."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final, NoReturn

from dxdesk.cli import sample_department, sample_held, sample_town, sample_waiting, sample_year_end
from dxdesk.cli.sample_arrivals import make_arrivals
from dxdesk.cli.sample_town import SAMPLE_NAMES, SECOND, Clock, busiest
from dxdesk.desk import Desk
from dxdesk.domain.audience import Audience
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import OWN_DEPARTMENT_ROLES, Actor, ActorRole
from dxdesk.domain.plans import Plan
from dxdesk.domain.settling import Choice
from dxdesk.operations import agenda_changes, cycles, minutes, plans, replies, reviews
from dxdesk.operations.change import Change
from dxdesk.operations.slots import Place, add_revision
from dxdesk.store.database import create_database, open_database
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.lock import Holder
from dxdesk.store.queries import audience, board, finding, packages
from dxdesk.store.queries import cycles as on_file
from dxdesk.store.queries import meetings as held
from dxdesk.store.queries import plans as plans_on_file
from dxdesk.store.queries import replies as said
from dxdesk.wording.meeting_screen import REST_TITLE
from dxdesk.wording.take_in import SAMPLE_FOLDER

MOMENTS: Final = {
    "founded": "2024-06-03T09:20:00+09:00",
    "arrived": "2025-01-30T09:41:00+09:00",
    "collecting": "2025-01-22T14:32:00+09:00",
    "handed_in": "2025-01-28T10:12:00+09:00",
    "planning": "2025-02-06T11:05:00+09:00",
    "meeting": "2025-02-13T14:10:00+09:00",
    "minutes": "2025-02-17T15:40:00+09:00",
    "strange": "2025-02-17T15:40:00+09:00",
    "closed": "2025-02-28T16:30:00+09:00",
    "viewed": "2025-02-28T16:40:00+09:00",
    **sample_department.MOMENTS,
    **sample_held.MOMENTS,
    **sample_waiting.MOMENTS,
    **sample_year_end.MOMENTS,
}
"""What time it is at each of them: the town just founded; files of answers just arrived; answers coming in; one
department done; the agenda being made; the meeting being held; its minutes being written; the same with letters that
no printer knows; the cycle closed; the same with who only looks.
"""

_OWN: Final = ("accepted", "returned", "begun", "submitted", "asked", "accepted")
_OTHERS: Final = ("submitted", "accepted", "asked", "accepted", "submitted", "accepted")
"""The states of the slots of the department that is looked at, and of all others, in turn while answers come in."""

_QUESTION: Final = "いつの時点の数字かを書き足してください。"
_ELSEWHERE: Final = ("打合せを4回行い、来年度までの進め方を決めました。", "担当の係が替わり、引継ぎをしています。")


_STRANGE: Final = "𠮷田橋と髙﨑の窓口で試行を始め、延べ120件を受け付けました。外字「\ue000」の氏名は3件です。"

_HOLDER: Final = Holder("見本　次郎", "見本PC", 1, "2025-01-22T05:20:00+00:00")


@dataclass(frozen=True)
class _Sample:
    desk: Desk
    clock: Clock
    texts: Mapping[str, Any]
    folder: Path

    def keep(self, name: str) -> None:
        """Keep the database as it is now under the name of a moment."""
        assert self.desk.database.path is not None
        shutil.copyfile(self.desk.database.path, moment_file(self.folder, name))
        self.clock.set(MOMENTS[name])


def moment_file(folder: Path, name: str) -> Path:
    """Where the database of a moment lies."""
    return folder / f"{name}.db"


def make_moments(folder: Path, plan: Plan) -> None:
    """A database for every one of MOMENTS in an existing folder. Raises StoreUnavailable."""
    clock = Clock("2024-06-01T09:00:00+09:00")
    with create_database(folder / "sample.db") as opened:
        desk = Desk(opened, Actor("secretariat", (), "見本　事務局"), clock)
        sample = _Sample(desk, clock, sample_town.samples(), folder)
        desk.do(plans.create_town, plan, sample=True)
        sample.keep("founded")
        sample_town.past_year(desk, clock, sample.texts)
        cycle = sample_town.begin_cycle(desk, clock, SECOND)
        sample.keep("arrived")
        _collect(sample, cycle)
        sample.keep("collecting")
        _finish_department(sample, cycle)
        sample.keep("handed_in")
        _draw_together(sample, cycle)
        meeting = sample_town.hold_meeting(desk, cycle, SECOND.meeting)
        desk.do(agenda_changes.fill_agenda, meeting, REST_TITLE)
        sample.keep("planning")
        clock.set(f"{SECOND.meeting.isoformat()}T13:20:00+09:00")
        desk.do(agenda_changes.confirm_agenda, meeting)
        items = sample_town.discussed(desk, meeting)
        for place, item in enumerate(items[:1]):
            sample_town.record_item(desk, meeting, item, place, sample.texts)
        sample.keep("meeting")
        for place, item in enumerate(items[1:], start=1):
            sample_town.record_item(desk, meeting, item, place, sample.texts)
        sample_town.close_and_draft(desk, meeting)
        sample.keep("minutes")
        _write_strange_letters(folder)
        own = busiest(desk.ask(on_file.asked, cycle.id))
        sample_department.make_department(moment_file(folder, "arrived"), folder, own, sample.texts)
        sample_waiting.make_waiting(moment_file(folder, "collecting"), folder, own, sample.texts)
        _have_files_arrive(folder, clock, sample.texts)
        clock.set("2025-02-28T16:20:00+09:00")
        chair = desk.ask(held.attendance, meeting.id)[0].name
        desk.do(minutes.confirm, desk.ask(held.meeting, meeting.id), by=chair, on=date(2025, 2, 20))
        desk.do(cycles.close_cycle, cycle, "次の回であらためて聞きます。")
        sample.keep("closed")
        sample_held.make_viewed(desk, moment_file(folder, "viewed"))
    sample_year_end.make_year_end(moment_file(folder, "closed"), folder, sample.texts)


def _write_strange_letters(folder: Path) -> None:
    path = moment_file(folder, "strange")
    shutil.copyfile(moment_file(folder, "minutes"), path)
    with open_database(path) as opened:
        desk = Desk(opened, Actor("secretariat"), lambda: MOMENTS["strange"])
        cycle = desk.ask(finding.cycle)
        code = next(card.code for card in desk.ask(board.board, cycle).cards if card.status in ("ok", "warn", "late"))
        desk.do(reviews.correct, cycle, code, "results", _STRANGE)


def _have_files_arrive(folder: Path, clock: Clock, texts: Mapping[str, Any]) -> None:
    with open_database(moment_file(folder, "arrived")) as opened:
        desk = Desk(opened, Actor("secretariat", (), SAMPLE_NAMES["secretariat"]), clock)
        make_arrivals(desk, clock.set, folder, texts)
    sample_held.make_held(moment_file(folder, "arrived"), folder / SAMPLE_FOLDER, folder)


class FullDesk(Desk):
    """A desk on a disk that takes nothing more."""

    def do(self, *_: Any, **__: Any) -> NoReturn:
        raise StoreUnavailable("disk_full", Path(self.database.target).name)


def open_moment(folder: Path, moment: str, role: ActorRole, obstacle: str) -> Desk:
    """A desk on a copy of the database of a moment, at that moment, as the named role; of a department's roles the
    department with the most items. ``obstacle``: ``held`` by somebody else, or a disk that is ``full``.
    """
    copy = folder / "dxdesk.db"
    shutil.copyfile(moment_file(folder, moment), copy)
    database = open_database(copy)
    kind = FullDesk if obstacle == "full" else Desk
    desk = kind(database, Actor(role, (), SAMPLE_NAMES.get(role)), lambda: MOMENTS[moment])
    if obstacle == "held":
        database.obstacle, database.holder = "held", _HOLDER
    if role in OWN_DEPARTMENT_ROLES:
        answering = desk.ask(packages.answering)
        own = (answering or (busiest(desk.ask(on_file.asked, desk.ask(finding.cycle, only_open=False).id)),))[0]
        desk.actor = replace(desk.actor, departments=(own,))
    return desk


def meeting_seen(folder: Path) -> Audience:
    """What the audience sees at the moment of the meeting, the decision that was recorded last read back."""
    with open_database(moment_file(folder, "meeting")) as opened:
        desk = Desk(opened, Actor("reader"), lambda: MOMENTS["meeting"])
        meeting = desk.ask(finding.meeting)
        shown = desk.ask(audience.audience, desk.ask(finding.cycle), meeting.id)
        return replace(shown, read_back=desk.ask(audience.last_decision, meeting))


def _collect(sample: _Sample, cycle: Cycle) -> None:
    """Answers in every state they can be in while they come in."""
    desk, plan = sample.desk, sample.desk.ask(plans_on_file.plan)
    asked = desk.ask(on_file.asked, cycle.id)
    own, turns = busiest(asked), {True: 0, False: 0}
    for place, unit in enumerate(plan.units):
        told = sample_town.told(SECOND.pattern, place, len(plan.units))
        told = told if told.status is not None else replace(told, status="ok")
        shared = len(asked.get(unit.id, ())) > 1 and place % 2 == 0
        for number, department in enumerate(asked.get(unit.id, ())):
            mine = department == own
            states = _OWN if mine else _OTHERS
            state = states[turns[mine] % len(states)]
            turns[mine] += not shared
            fields = sample_town.answer_fields(cycle, told, sample.texts["answers"], place, number)
            desk.do(_bring_to, cycle, unit.code or "", department, "accepted" if shared else state, fields)
    _differ(sample, cycle)
    _consolidate(sample, cycle, most=2)


def _bring_to(
    change: Change, cycle: Cycle, code: str, department: str, state: str, fields: Mapping[str, object]
) -> None:
    place = replies.find_place(change, cycle, code, department)
    if state == "begun":
        replies.record_draft(change, place, {"status": "ok", "results": fields["results"]})
    elif state != "asked":
        replies.record_draft(change, place, fields)
        replies.submit(change, place)
        if state == "returned":
            reviews.return_reply(change, place, ["results"], _QUESTION)
        elif state == "accepted":
            reviews.accept_reply(change, place)


def _places(sample: _Sample, cycle: Cycle, *states: str) -> list[Place]:
    """The slots in one of the states, in the plan's order."""
    desk = sample.desk
    plan, by_id = desk.ask(plans_on_file.plan), {each.id: each for each in desk.ask(plans_on_file.departments)}
    views = desk.ask(said.live_views, cycle)
    return [
        Place(cycle, unit, by_id[department])
        for unit in plan.units
        if unit.id in views
        for department, slot in views[unit.id].slots.items()
        if slot.state in states
    ]


def _differ(sample: _Sample, cycle: Cycle) -> None:
    """くいちがい: the last answer that was handed in was written at another desk too."""
    own = busiest(sample.desk.ask(on_file.asked, cycle.id))
    submitted = _places(sample, cycle, "submitted")
    if not submitted:
        return
    place = next((each for each in reversed(submitted) if each.department.id != own), submitted[-1])
    unit, department = place.unit.id, place.department.id
    first = sample.desk.ask(said.slot, cycle.id, unit, department).heads[0]
    assert first.answer is not None
    answer = replace(first.answer, results=_ELSEWHERE[0], issues=_ELSEWHERE[1])
    other = replace(first, parents=(), answer=answer, moment="2025-01-20T16:05:00+09:00")
    sample.desk.do(add_revision, other, "submit", place.words)


def _consolidate(sample: _Sample, cycle: Cycle, *, most: int | None = None) -> None:
    """Units whose departments were all accepted, each as its first department says; ``most`` of them."""
    views = sample.desk.ask(said.live_views, cycle)
    ready = [
        unit
        for unit in sample.desk.ask(plans_on_file.plan).units
        if unit.id in views
        and len(views[unit.id].slots) > 1
        and all(slot.state == "accepted" for slot in views[unit.id].slots.values())
        and views[unit.id].counted is None
    ]
    for unit in ready[:most]:
        sample.desk.do(reviews.consolidate, cycle, unit.code or "", use=next(iter(views[unit.id].slots)))


def _finish_department(sample: _Sample, cycle: Cycle) -> None:
    """The department that is looked at hands in what was left."""
    own = busiest(sample.desk.ask(on_file.asked, cycle.id))
    left = [each for each in _places(sample, cycle, "unanswered", "returned") if each.department.id == own]
    for place in left:
        sample.desk.do(_hand_in, place, sample.texts)


def _hand_in(change: Change, place: Place, texts: Mapping[str, Any]) -> None:
    bank = texts["answers"]["ok"]
    words = bank[len(place.unit.name) % len(bank)]
    fields = {"status": "ok", **{each: words[each] for each in ("results", "issues", "next")}}
    replies.record_draft(change, place, fields)
    replies.submit(change, place)


def _draw_together(sample: _Sample, cycle: Cycle) -> None:
    """Everything handed in and accepted but the last of what was asked; くいちがい settled."""
    desk = sample.desk
    for place in _places(sample, cycle, "conflict"):
        choices: dict[str, Choice] = {"results": "ours", "issues": "ours"}
        desk.do(reviews.settle, cycle, place.unit.code or "", place.department.id, choices)
    left = _places(sample, cycle, "unanswered", "returned")
    for place in left[:-1]:
        desk.do(_hand_in, place, sample.texts)
    desk.do(reviews.accept_all, cycle)
    _consolidate(sample, cycle)
