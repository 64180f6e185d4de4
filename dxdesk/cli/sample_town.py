"""A made-up year of a town: two cycles with invented answers and their meetings, plainly marked 見本."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from dxdesk import paths
from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import RESULTS, AgendaItem, Meeting
from dxdesk.domain.plans import Node, Plan
from dxdesk.operations import (
    agenda_changes,
    cycles,
    departments,
    meeting_records,
    meetings,
    minutes,
    plans,
    replies,
    reviews,
)
from dxdesk.operations.change import Change
from dxdesk.operations.packets import hand_out
from dxdesk.operations.reminding import remind
from dxdesk.store.queries import board, finding
from dxdesk.store.queries import cycles as on_file
from dxdesk.store.queries import meetings as held
from dxdesk.store.queries import plans as plans_on_file
from dxdesk.wording.meeting import phrases_for
from dxdesk.wording.meeting_screen import REST_TITLE

ADDED_DEPARTMENTS: Final = ("見本第一課", "見本第二課")
"""Added where a plan names fewer than two departments, so that 取りまとめ can be seen."""


@dataclass(frozen=True)
class Told:
    """What the pattern says of a unit in a cycle; status None leaves it unanswered."""

    status: str | None
    stage: str


_FIRST: Final = tuple(
    Told(*each)
    for each in (
        ("ok", "trial"), ("ok", "study"), ("warn", "research"), ("ok", "operate"), ("ok", "introduce"),
        ("ok", "study"), ("ok", "operate"), ("warn", "study"), ("none", "start"), ("ok", "study"),
        ("ok", "trial"), ("ok", "operate"), ("ok", "study"),
    )
)  # fmt: skip
_SECOND: Final = tuple(
    Told(*each)
    for each in (
        ("ok", "introduce"), ("warn", "study"), ("late", "research"), ("ok", "operate"), ("ok", "operate"),
        ("warn", "study"), ("ok", "operate"), ("ok", "trial"), ("none", "start"), ("ok", "trial"),
        ("ok", "introduce"), ("done", "settle"), (None, "study"),
    )
)  # fmt: skip
"""Statuses and stages by the place of a unit in its plan; longer plans begin again."""


@dataclass(frozen=True)
class Course:
    """A cycle of the sample year: what is answered in it, its name and its days."""

    pattern: Sequence[Told]
    name: str
    as_of: date
    due: date
    meeting: date


FIRST: Final = Course(_FIRST, "令和6年度 第1回", date(2024, 7, 1), date(2024, 7, 19), date(2024, 8, 8))
SECOND: Final = Course(_SECOND, "令和6年度 第2回", date(2025, 1, 10), date(2025, 1, 31), date(2025, 2, 13))


SAMPLE_NAMES: Final = {
    "secretariat": "見本　事務局", "liaison": "見本　花子", "head": "見本　一郎", "chair": "見本　一郎",
    "reader": "見本　町長",
}  # fmt: skip
"""Who works in a sample, by role."""


def busiest(asked: Mapping[str, Sequence[str]]) -> str:
    """The department with the most items, the first of several."""
    every = [each for departments in asked.values() for each in departments]
    return max(dict.fromkeys(every), key=every.count)


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


def past_year(desk: Desk, clock: Clock, texts: Mapping[str, Any]) -> None:
    """Departments, members and the first cycle, from its opening to its close."""
    known = desk.ask(plans_on_file.departments)
    if len(known) < 2:
        for name in ADDED_DEPARTMENTS:
            desk.do(departments.add_department, name)
    _appoint(desk, texts["members"])
    desk.do(cycles.close_cycle, _whole(desk, clock, texts, FIRST), "見本として締めます。")


def _whole(desk: Desk, clock: Clock, texts: Mapping[str, Any], course: Course, packet: Path | None = None) -> Cycle:
    """A cycle with its answers, a reminder to who still owes one, and its meeting."""
    cycle = begin_cycle(desk, clock, course)
    plan = desk.ask(plans_on_file.plan)
    asked = desk.ask(on_file.asked, cycle.id)
    silent: dict[str, None] = {}
    for place, unit in enumerate(plan.units):
        said = told(course.pattern, place, len(plan.units))
        if said.status is not None and unit.id in asked:
            _answer(desk, cycle, unit, asked[unit.id], said, texts["answers"], place)
        elif unit.id in asked:
            desk.do(begin_answer, cycle, unit.code or "", asked[unit.id][0], texts["answers"]["ok"][0])
            silent |= dict.fromkeys(asked[unit.id])
    if silent:
        clock.set(f"{(course.due + timedelta(days=3)).isoformat()}T09:10:00+09:00")
        desk.do(remind, cycle, tuple(silent), due=course.due + timedelta(days=6), way="paper")
    _meet(desk, clock, cycle, course.meeting, texts, packet)
    return cycle


def begin_cycle(desk: Desk, clock: Clock, course: Course) -> Cycle:
    """A cycle just opened, on the morning of its 基準日."""
    clock.set(f"{course.as_of.isoformat()}T09:00:00+09:00")
    desk.do(cycles.open_cycle, course.name, as_of=course.as_of, due=course.due, meeting=course.meeting)
    return desk.ask(finding.cycle)


def _appoint(desk: Desk, members: Sequence[Mapping[str, str]]) -> None:
    body = desk.ask(plans_on_file.plan).bodies[0].name
    positions = {"chair": "chair", "deputy": "vice", "member": "member"}
    for each in members:
        if each["part"] in positions:
            position = positions[each["part"]]
            desk.do(departments.add_member, body, each["name"], title=each["title"], position=position)  # type: ignore[arg-type]


def told(pattern: Sequence[Told], place: int, units: int) -> Told:
    """What the pattern says of a unit; a short plan ends with what its pattern ends with."""
    last = place == units - 1 and units < len(pattern)
    return pattern[-1] if last else pattern[place % len(pattern)]


def begin_answer(change: Change, cycle: Cycle, code: str, department: str, said: Mapping[str, str | None]) -> None:
    """Somebody has begun to write and not yet submitted."""
    slot = replies.find_place(change, cycle, code, department)
    replies.record_draft(change, slot, {"status": "ok", "results": said["results"], "issues": said["issues"]})


def answer_fields(
    cycle: Cycle, told: Told, answers: Mapping[str, Sequence[Mapping[str, str | None]]], place: int, number: int = 0
) -> dict[str, object]:
    """What the ``number``-th department of a unit says by its ``place`` in the plan. A status must be told."""
    assert told.status is not None
    bank = answers[told.status]
    said = bank[(place + number + len(cycle.name)) % len(bank)]
    fields: dict[str, object] = {"status": told.status, "stage": told.stage, **said}
    if told.status in ("late", "warn"):
        fields |= {"discuss": "discuss", "ask": said["ask"] or "進め方を見直してよいか"}
    return fields | {"private_memo": "見本の非公表メモです。"}


def _answer(
    desk: Desk,
    cycle: Cycle,
    unit: Node,
    asked: Sequence[str],
    said: Told,
    answers: Mapping[str, Sequence[Mapping[str, str | None]]],
    place: int,
) -> None:
    for number, department in enumerate(asked):
        fields = answer_fields(cycle, said, answers, place, number)

        def handed(change: Change, department: str = department, fields: dict[str, object] = fields) -> None:
            slot = replies.find_place(change, cycle, unit.code or "", department)
            replies.record_draft(change, slot, fields)
            replies.submit(change, slot)
            reviews.accept_reply(change, slot)

        desk.do(handed)
    if len(asked) > 1:
        desk.do(reviews.consolidate, cycle, unit.code or "", use=asked[0])


def _meet(desk: Desk, clock: Clock, cycle: Cycle, day: date, texts: Mapping[str, Any], packet: Path | None) -> None:
    clock.set(f"{day.isoformat()}T13:00:00+09:00")
    meeting = hold_meeting(desk, cycle, day)
    desk.do(agenda_changes.fill_agenda, meeting, REST_TITLE)
    desk.do(agenda_changes.confirm_agenda, meeting)
    if packet is not None:
        desk.do(hand_out, meeting, file=packet)
    for place, item in enumerate(discussed(desk, meeting)):
        record_item(desk, meeting, item, place, texts)
    _correct(desk, cycle, meeting)
    close_and_draft(desk, meeting)
    desk.do(minutes.confirm, meeting, by=desk.ask(held.attendance, meeting.id)[0].name, on=day + timedelta(days=7))


def hold_meeting(desk: Desk, cycle: Cycle, day: date) -> Meeting:
    """The committee's meeting with its attendance, before its agenda."""
    plan = desk.ask(plans_on_file.plan)
    desk.do(
        meetings.hold_meeting, cycle, plan.bodies[0].name, day=day, begins="13:30", ends="15:00", place="役場 大会議室"
    )
    meeting = desk.ask(finding.meeting)
    people = desk.ask(held.attendance, meeting.id)
    desk.do(meetings.attend, meeting, people[-1].name, "absent")
    if len(people) > 3:
        desk.do(meetings.attend, meeting, "見本　代理", "proxy", title="課長補佐", proxy_for=people[-2].name)
    return meeting


def discussed(desk: Desk, meeting: Meeting) -> tuple[AgendaItem, ...]:
    """The items of a meeting that are to be decided."""
    return tuple(item for item in desk.ask(held.agenda, meeting.id) if item.kind == "discuss")


def record_item(desk: Desk, meeting: Meeting, item: AgendaItem, place: int, texts: Mapping[str, Any]) -> None:
    """Two remarks, a decision and an action item of the ``place``-th item that is discussed; two decisions of three
    are read back."""
    names = {each.id: each.name for each in desk.ask(plans_on_file.departments)}
    asked = desk.ask(on_file.asked, meeting.cycle).get(item.unit or "", ()) or tuple(names)
    people = desk.ask(held.attendance, meeting.id)
    decisions = [each for each in texts["decisions"] if each["result"] in RESULTS and each["result"] != "noted"]
    remarks = texts["remarks"]
    for remark in remarks[(2 * place) % len(remarks) :][:2]:
        speaker = "事務局" if remark["speaker"] == "secretariat" else people[(place + 2) % len(people)].title or ""
        desk.do(meeting_records.record_remark, meeting, item.number, speaker, remark["text"], remark["kind"])
    decision = decisions[place % len(decisions)]
    read_back = None if place % 3 == 2 else desk.moment()
    result, words = decision["result"], decision["text"]
    desk.do(meeting_records.record_decision, meeting, item.number, result, words, read_back=read_back)
    owner = names[asked[place % len(asked)]]
    action = texts["actions"][place % len(texts["actions"])]
    due = None if place % 2 else meeting.day + timedelta(weeks=4)  # the weekday of the meeting: the town hall is open
    desk.do(meeting_records.record_action, meeting, item.number, [owner], due, action)


def _correct(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    """A word of the first answered unit, as the chair asks in the room."""
    answered = [card for card in desk.ask(board.board, cycle).cards if card.status in ("ok", "warn", "late")]
    if answered:
        words, chair = "会議の指摘を受けて、実績の書き方を改めました。", desk.ask(held.attendance, meeting.id)[0].name
        desk.do(meeting_records.correct_on_floor, meeting, answered[0].code, "results", words, chair)


def close_and_draft(desk: Desk, meeting: Meeting) -> None:
    """The meeting closed and the first version of its minutes drawn up."""
    desk.do(meetings.close_meeting, meeting, ends="14:50")
    desk.do(minutes.draft, desk.ask(held.meeting, meeting.id), phrases_for)


def make_town(desk: Desk, clock: Clock, plan: Plan, packet: Path | None = None) -> Cycle:
    """A new database with the plan and two cycles of 令和6年度: the first closed, the second after its meeting. The
    second is returned and stays open.

    会議資料 of its meeting is handed out as the file ``packet``, where there is one. Raises StoreUnavailable.
    """
    texts = samples()
    desk.do(plans.create_town, plan, sample=True)
    past_year(desk, clock, texts)
    cycle = _whole(desk, clock, texts, SECOND, packet)
    return desk.ask(finding.cycle, cycle.id)
