"""A made-up year of a town: two cycles with invented answers and their meetings, plainly marked 見本."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from dxdesk import paths
from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import RESULTS, Meeting
from dxdesk.domain.plans import Node, Plan
from dxdesk.operations import agenda, cycles, departments, meeting_records, meetings, minutes, plans, replies, reviews
from dxdesk.operations.change import Change
from dxdesk.store.queries import board, finding
from dxdesk.store.queries import cycles as on_file
from dxdesk.store.queries import meetings as held
from dxdesk.store.queries import plans as plans_on_file
from dxdesk.wording_meeting import phrases_for

ADDED_DEPARTMENTS: Final = ("見本第一課", "見本第二課")
"""Added where a plan names fewer than two departments, so that 取りまとめ can be seen."""


@dataclass(frozen=True)
class Told:
    """What the pattern says of a unit in a cycle; status None leaves it unanswered."""

    status: str | None
    stage: str


FIRST: Final = tuple(
    Told(*each)
    for each in (
        ("ok", "trial"), ("ok", "study"), ("warn", "research"), ("ok", "operate"), ("ok", "introduce"),
        ("ok", "study"), ("ok", "operate"), ("warn", "study"), ("none", "start"), ("ok", "study"),
        ("ok", "trial"), ("ok", "operate"), ("ok", "study"),
    )
)  # fmt: skip
SECOND: Final = tuple(
    Told(*each)
    for each in (
        ("ok", "introduce"), ("warn", "study"), ("late", "research"), ("ok", "operate"), ("ok", "operate"),
        ("warn", "study"), ("ok", "operate"), ("ok", "trial"), ("none", "start"), ("ok", "trial"),
        ("ok", "introduce"), ("done", "settle"), (None, "study"),
    )
)  # fmt: skip
"""Statuses and stages by the place of a unit in its plan; longer plans begin again."""


def samples() -> dict[str, Any]:
    """The invented sentences and names."""
    path = paths.data_root() / "database" / "reference" / "samples.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


class Clock:
    """A clock of its own for the sample year, a minute further at every reading; the same year every time."""

    def __init__(self, start: str) -> None:
        self._moment = datetime.fromisoformat(start)

    def __call__(self) -> str:
        self._moment += timedelta(minutes=1)
        return self._moment.isoformat(timespec="seconds")

    def set(self, moment: str) -> None:
        """Goes on to a later moment."""
        self._moment = datetime.fromisoformat(moment)


def live_year(desk: Desk, clock: Clock, texts: Mapping[str, Any]) -> Cycle:
    """Two cycles of 令和6年度 on a new database: the first closed, the second after its meeting. The second is
    returned and stays open."""
    known = desk.ask(plans_on_file.departments)
    if len(known) < 2:
        for name in ADDED_DEPARTMENTS:
            desk.do(departments.add_department, name)
    _appoint(desk, texts["members"])
    _cycle(desk, clock, texts, FIRST, "令和6年度 第1回", (date(2024, 7, 1), date(2024, 7, 19), date(2024, 8, 8)))
    first = desk.ask(finding.cycle)
    desk.do(cycles.close_cycle, first, "見本として締めます。")
    _cycle(desk, clock, texts, SECOND, "令和6年度 第2回", (date(2025, 1, 10), date(2025, 1, 31), date(2025, 2, 13)))
    return desk.ask(finding.cycle)


def _appoint(desk: Desk, members: Sequence[Mapping[str, str]]) -> None:
    body = desk.ask(plans_on_file.plan).bodies[0].name
    positions = {"chair": "chair", "deputy": "vice", "member": "member"}
    for each in members:
        if each["part"] in positions:
            position = positions[each["part"]]
            desk.do(departments.add_member, body, each["name"], title=each["title"], position=position)  # type: ignore[arg-type]


def _cycle(
    desk: Desk,
    clock: Clock,
    texts: Mapping[str, Any],
    pattern: Sequence[Told],
    name: str,
    days: tuple[date, date, date],
) -> None:
    as_of, due, meeting_day = days
    clock.set(f"{as_of.isoformat()}T09:00:00+09:00")
    desk.do(cycles.open_cycle, name, as_of=as_of, due=due, meeting=meeting_day)
    cycle = desk.ask(finding.cycle)
    plan = desk.ask(plans_on_file.plan)
    asked = desk.ask(on_file.asked, cycle.id)
    for place, unit in enumerate(plan.units):
        told = _told(pattern, place, len(plan.units))
        if told.status is not None and unit.id in asked:
            _answer(desk, cycle, unit, asked[unit.id], told, texts["answers"], place)
        elif unit.id in asked:
            desk.do(_begin, cycle, unit.code or "", asked[unit.id][0], texts["answers"]["ok"][0])
    _meeting(desk, clock, cycle, meeting_day, texts)


def _told(pattern: Sequence[Told], place: int, units: int) -> Told:
    """What the pattern says of a unit; a short plan ends with what its pattern ends with."""
    last = place == units - 1 and units < len(pattern)
    return pattern[-1] if last else pattern[place % len(pattern)]


def _begin(change: Change, cycle: Cycle, code: str, department: str, said: Mapping[str, str | None]) -> None:
    """Somebody has begun to write and not yet submitted."""
    slot = replies.find_place(change, cycle, code, department)
    replies.record_draft(change, slot, {"status": "ok", "results": said["results"], "issues": said["issues"]})


def _answer(
    desk: Desk,
    cycle: Cycle,
    unit: Node,
    asked: Sequence[str],
    told: Told,
    answers: Mapping[str, Sequence[Mapping[str, str | None]]],
    place: int,
) -> None:
    assert told.status is not None
    bank = answers[told.status]
    for number, department in enumerate(asked):
        said = bank[(place + number + len(cycle.name)) % len(bank)]
        fields: dict[str, object] = {"status": told.status, "stage": told.stage, **said}
        if told.status in ("late", "warn"):
            fields |= {"discuss": "discuss", "ask": said["ask"] or "進め方を見直してよいか"}
        fields["private_memo"] = "見本の非公表メモです。"

        def handed(change: Change, department: str = department, fields: dict[str, object] = fields) -> None:
            slot = replies.find_place(change, cycle, unit.code or "", department)
            replies.record_draft(change, slot, fields)
            replies.submit(change, slot)
            reviews.accept_reply(change, slot)

        desk.do(handed)
    if len(asked) > 1:
        desk.do(reviews.consolidate, cycle, unit.code or "", use=asked[0])


def _meeting(desk: Desk, clock: Clock, cycle: Cycle, day: date, texts: Mapping[str, Any]) -> None:
    clock.set(f"{day.isoformat()}T13:00:00+09:00")
    plan = desk.ask(plans_on_file.plan)
    desk.do(
        meetings.hold_meeting, cycle, plan.bodies[0].name, day=day, begins="13:30", ends="15:00", place="役場 大会議室"
    )
    meeting = desk.ask(finding.meeting)
    people = desk.ask(held.attendance, meeting.id)
    desk.do(meetings.attend, meeting, people[-1].name, "absent")
    if len(people) > 3:
        desk.do(meetings.attend, meeting, "見本　代理", "proxy", title="課長補佐", proxy_for=people[-2].name)
    desk.do(agenda.adopt_proposal, meeting)
    _record(desk, cycle, meeting, texts)
    desk.do(meetings.close_meeting, meeting, ends="14:50")
    meeting = desk.ask(held.meeting, meeting.id)
    desk.do(minutes.draft, meeting, phrases_for)
    desk.do(minutes.confirm, meeting, by=people[0].name, on=day + timedelta(days=7))


def _record(desk: Desk, cycle: Cycle, meeting: Meeting, texts: Mapping[str, Any]) -> None:
    departments_on_file = [each.name for each in desk.ask(plans_on_file.departments)]
    people = desk.ask(held.attendance, meeting.id)
    discussed = [item for item in desk.ask(held.agenda, meeting.id) if item.kind == "discuss"]
    decisions = [each for each in texts["decisions"] if each["result"] in RESULTS and each["result"] != "noted"]
    remarks = texts["remarks"]
    for place, item in enumerate(discussed):
        for remark in remarks[(2 * place) % len(remarks) :][:2]:
            speaker = "事務局" if remark["speaker"] == "secretariat" else people[(place + 2) % len(people)].title or ""
            desk.do(meeting_records.record_remark, meeting, item.number, speaker, remark["text"], remark["kind"])
        decision = decisions[place % len(decisions)]
        desk.do(meeting_records.record_decision, meeting, item.number, decision["result"], decision["text"])
        owner = departments_on_file[place % len(departments_on_file)]
        action = texts["actions"][place % len(texts["actions"])]
        due = None if place % 2 else meeting.day + timedelta(days=30)
        desk.do(meeting_records.record_action, meeting, item.number, [owner], due, action)
    shown = desk.ask(board.board, cycle)
    answered = [card for card in shown.cards if card.status in ("ok", "warn", "late")]
    if answered:
        words = "会議の指摘を受けて、実績の書き方を改めました。"
        desk.do(meeting_records.correct_on_floor, meeting, answered[0].code, "results", words, people[0].name)


def make_town(desk: Desk, clock: Clock, plan: Plan) -> Cycle:
    """A new database with the plan and its sample year; returns the open cycle."""
    desk.do(plans.create_town, plan, sample=True)
    return live_year(desk, clock, samples())
