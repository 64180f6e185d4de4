"""Every role does through the verbs what the policy says: for its own department, for others, and once closed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, cast, get_args

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.arrivals import Arrival
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.movements import MovementEdit
from dxdesk.domain.packets import PacketChoice
from dxdesk.domain.pasted import TableRow
from dxdesk.domain.permissions import OPEN, OWN, POLICY, Action, ActorRole
from dxdesk.domain.replies import Answer
from dxdesk.domain.reports import ReportText
from dxdesk.domain.rosters import Roster
from dxdesk.domain.schedules import Question
from dxdesk.domain.settings import Settings
from dxdesk.operations import (
    action_items,
    agenda,
    agenda_changes,
    bodies,
    carrying,
    collecting,
    consolidation,
    cycles,
    departments,
    giving_forms,
    handing_over,
    inquiring,
    meeting_cancelling,
    meeting_changes,
    meeting_drafts,
    meeting_records,
    meetings,
    minutes,
    movements,
    next_meeting,
    packets,
    page_drafts,
    plans,
    reminding,
    replies,
    reports,
    reviews,
    sender_keys,
    taking_back,
    taking_in,
)
from dxdesk.operations import town as tables_of_town
from dxdesk.operations.change import Change
from dxdesk.store.queries import finding
from dxdesk.store.queries import meetings as meetings_on_file
from dxdesk.wording.meeting import phrases_for
from dxdesk.wording.screen import STATUS_QUESTIONS
from tests.builders import (
    COMMITTEE,
    FUKUSHI,
    HEADQUARTERS,
    PLAN,
    SOUMU,
    ZEIMU,
    acting,
    answer,
    at,
    dump,
    refused,
    uid,
    write,
)

DAY = date(2025, 2, 13)


@dataclass(frozen=True)
class Town:
    """A desk with a cycle, a meeting and something to do for every verb, in the slots of 税務課 and of 福祉課."""

    desk: Desk
    cycle: Cycle

    def slot(self, own: bool) -> tuple[str, str]:
        return ("重点-1", ZEIMU) if own else ("重点-3", FUKUSHI)

    def meeting(self, change: Change) -> Meeting:
        return meetings_on_file.meetings(change.connection, self.cycle.id)[-1]


Verb = Callable[[Change, Town, bool], object]


def in_slot(verb: Callable[..., object], *rest: Any, **named: Any) -> Verb:
    return lambda change, town, own: at(change, town.cycle, *town.slot(own), verb, *rest, **named)


def in_slots(verb: Callable[..., object], *rest: Any) -> Verb:
    return lambda change, town, own: verb(
        change, (at(change, town.cycle, *town.slot(own), lambda _, place: place),), *rest
    )


def of_meeting(verb: Callable[..., object], *rest: Any, **named: Any) -> Verb:
    return lambda change, town, _: verb(change, town.meeting(change), *rest, **named)


def of_action(verb: Callable[..., object], *rest: Any) -> Verb:
    """A verb of the 宿題 of 税務課 (own) or of 福祉課."""

    def act(change: Change, town: Town, own: bool) -> object:
        given = meetings_on_file.actions(change.connection, town.meeting(change).id)
        return verb(change, given[0 if own else 1].id, *rest)

    return act


def of_cycle(verb: Callable[..., object], *rest: Any, **named: Any) -> Verb:
    return lambda change, town, _: verb(change, town.cycle, *rest, **named)


def of_town(verb: Callable[..., object], *rest: Any, **named: Any) -> Verb:
    return lambda change, *_: verb(change, *rest, **named)


VERBS: dict[str, tuple[Action, Verb]] = {
    "record_draft": ("draft", in_slot(replies.record_draft, {"issues": "人手"})),
    "discard_draft": ("draft", in_slot(replies.discard_draft)),
    "submit": ("submit", in_slot(replies.submit)),
    "withdraw": ("withdraw", in_slot(replies.withdraw)),
    "hand_in": ("hand_over", lambda change, town, own: handing_over.hand_in(change, town.cycle, town.slot(own)[1])),
    "confirm": ("confirm", in_slot(replies.confirm, by="髙橋")),
    "report": ("report", lambda change, town, own: reports.report(
        change, uid("手続の案内"), ReportText("混んでいる。"), town.slot(own)[1])),
    "keep_report": ("report", lambda change, town, own: reports.keep_report(
        change, uid("手続の案内"), ReportText("混ん"), uid(town.slot(own)[1]))),
    "hand_over": ("hand_over", lambda change, town, own: handing_over.hand_over(change, town.cycle, town.slot(own)[1])),
    "inquire": ("inquire", of_cycle(inquiring.inquire)),
    "give_form": ("inquire", of_cycle(giving_forms.give_form, SOUMU, cast("dict[Question, str]", STATUS_QUESTIONS))),
    "change_passphrase": ("settings", of_town(sender_keys.change_passphrase, "合言葉")),
    "take_in": ("take_in", lambda change, town, _: taking_in.take_in(
        change, Arrival("0" * 64, "form", town.cycle.id, uid(ZEIMU), "", 1, "2025-02-01T09:00:00+09:00", ()), "回答")),
    "cancel": ("take_in", of_town(taking_back.cancel_taking_in, "")),
    "accept": ("review", in_slot(reviews.accept_reply)),
    "accept_all": ("review", of_cycle(reviews.accept_all)),
    "return": ("review", in_slot(reviews.return_reply, ["results"], "件数は。")),
    "accept_replies": ("review", in_slots(collecting.accept_replies)),
    "return_replies": ("review", in_slots(collecting.return_replies, ["results"], "件数は。")),
    "undo_reviews": ("review", in_slots(collecting.undo_reviews)),
    "undo_review": ("review", in_slot(reviews.undo_review)),
    "settle": ("review", of_cycle(reviews.settle, "重点-1", ZEIMU, {})),
    "settle_together": ("consolidate", of_cycle(reviews.settle, "重点-2", None, {})),
    "consolidate": ("consolidate", of_cycle(reviews.consolidate, "検討-5", use=SOUMU)),
    "consolidate_as_written": (
        "consolidate", of_cycle(consolidation.consolidate_as_written, "検討-5", Answer(status="ok", results="済。")),
    ),
    "keep_page_draft": ("cycle", of_town(page_drafts.keep_page_draft, "open_cycle", "", {})),
    "withdraw_consolidation": ("consolidate", of_cycle(reviews.withdraw_consolidation, "検討-5")),
    "import_plan": ("plan", of_town(plans.import_plan, replace(PLAN, edition="第2版"))),
    "change_settings": ("settings", of_town(plans.change_settings, Settings(action_word="指示事項"))),
    "create_town": ("administer", of_town(plans.create_town, PLAN)),
    "open_cycle": ("cycle", of_town(cycles.open_cycle, "第2回", as_of=DAY, due=DAY)),
    "reassign": ("cycle", of_cycle(cycles.reassign, "検討-4", [SOUMU], "理由")),
    "close_cycle": ("cycle", of_cycle(cycles.close_cycle, "理由")),
    "reopen_cycle": ("cycle", of_cycle(cycles.reopen_cycle, "理由")),
    "add_department": ("departments", of_town(departments.add_department, "会計課")),
    "stop_using_body": ("plan", of_town(bodies.stop_using_body, HEADQUARTERS)),
    "use_body_again": ("plan", of_town(bodies.use_body_again, "なし")),
    "rename_department": ("departments", of_town(departments.rename_department, SOUMU, "総務企画課")),
    "close_department": ("departments", of_town(departments.close_department, SOUMU, on=DAY)),
    "order_departments": ("departments", of_town(departments.order_departments, [FUKUSHI])),
    "set_group": ("departments", of_town(departments.set_group, "関係課", "all")),
    "add_member": ("departments", of_town(departments.add_member, COMMITTEE, "阿部")),
    "remove_member": ("departments", of_town(departments.remove_member, COMMITTEE, "鈴木")),
    "found_town": ("administer", of_town(tables_of_town.found_town, PLAN, Roster())),
    "take_roster": ("departments", of_town(tables_of_town.take_roster, Roster())),
    "take_departments": ("departments", of_town(tables_of_town.take_departments, (TableRow(("会計課", "")),))),
    "take_groups": ("departments", of_town(tables_of_town.take_groups, (TableRow(("窓口", "")),))),
    "take_members": (
        "departments", of_town(tables_of_town.take_members, (TableRow(("阿部", "", "", "", COMMITTEE)),)),
    ),
    "hold_meeting": ("agenda", of_cycle(meetings.hold_meeting, COMMITTEE, day=DAY)),
    "attend": ("record", of_meeting(meetings.attend, "鈴木", "absent")),
    "leave_out": ("record", of_meeting(meetings.leave_out, "記者")),
    "cancel_meeting": ("agenda", of_meeting(meeting_cancelling.cancel_meeting)),
    "close_meeting": ("agenda", of_meeting(meetings.close_meeting)),
    "remind": ("inquire", of_cycle(reminding.remind, [uid(SOUMU)], due=DAY, way="paper")),
    "take_back_reminder": ("inquire", of_cycle(reminding.take_back_reminder, "")),
    "write_movements": ("agenda", of_cycle(movements.write_movements, MovementEdit())),
    "put_back_movements": ("agenda", of_cycle(movements.put_back_movements, MovementEdit())),
    "choose_parts": ("agenda", of_town(packets.choose_parts, COMMITTEE, PacketChoice())),
    "hand_out": ("agenda", of_meeting(packets.hand_out)),
    "set_next_day": ("agenda", of_meeting(next_meeting.set_next_day, None)),
    "close_until": ("agenda", of_meeting(next_meeting.close_until, None)),
    "reopen_meeting": ("agenda", of_meeting(meetings.reopen_meeting, "理由")),
    "carry_out": ("agenda", of_town(carrying.carry_out, None, Path("part"), Path("会議.db"), "PC")),
    "give_up": ("agenda", of_town(carrying.give_up, "理由")),
    "add_item": ("agenda", of_meeting(agenda.add_item, "report", title="その他")),
    "adopt_proposal": ("agenda", of_meeting(agenda.adopt_proposal)),
    "move_item": ("agenda", of_meeting(agenda.move_item, 1, 1)),
    "fill_agenda": ("agenda", of_meeting(agenda_changes.fill_agenda, "ほかの報告")),
    "change_item": ("agenda", of_meeting(agenda_changes.change_item, 1, minutes=5)),
    "remove_item": ("agenda", of_meeting(agenda_changes.remove_item, 1)),
    "set_agenda": ("agenda", of_meeting(agenda_changes.set_agenda, ())),
    "confirm_agenda": ("agenda", of_meeting(agenda_changes.confirm_agenda)),
    "reopen_agenda": ("agenda", of_meeting(agenda_changes.reopen_agenda)),
    "change_decision": ("record", of_meeting(meeting_changes.change_decision, "", "approved", "進める。")),
    "change_opinion": ("record", of_meeting(meeting_changes.change_opinion, "", "急ぐ。")),
    "change_action": ("record", of_meeting(meeting_changes.change_action, "", [SOUMU], None, "調べる。")),
    "change_remark": ("record", of_meeting(meeting_changes.change_remark, "", "町長", "よい。", "opinion")),
    "delete_record": ("record", of_meeting(meeting_changes.delete_record, "remark", "")),
    "put_back_record": ("record", lambda change, town, _: meeting_changes.put_back_record(
        change, town.meeting(change), "remark",
        {"id": "r", "meeting": town.meeting(change).id, "number": 9, "item": 1, "speaker": "町長", "kind": "opinion",
         "text": "よい。", "public": 1})),
    "put_back_attendance": ("record", of_meeting(meeting_changes.put_back_attendance, ())),
    "change_meeting": ("agenda", of_meeting(meeting_changes.change_meeting, day=DAY)),
    "keep_record": ("record", lambda change, town, _: meeting_drafts.keep_draft(
        change, town.meeting(change).id, "decision:1", {"text": "進め"})),
    "keep_memo": ("agenda", lambda change, town, _: meeting_drafts.keep_draft(
        change, town.meeting(change).id, "memo:1", {"text": "先に"})),
    "keep_minutes": ("minutes", lambda change, town, _: meeting_drafts.keep_draft(
        change, town.meeting(change).id, "minutes", {"text": "異議"})),
    "record_decision": ("record", of_meeting(meeting_records.record_decision, 1, "approved", "進める。")),
    "record_opinion": ("record", of_meeting(meeting_records.record_opinion, 1, "急ぐ。")),
    "record_action": ("record", of_meeting(meeting_records.record_action, 1, [SOUMU], None, "調べる。")),
    "record_remark": ("record", of_meeting(meeting_records.record_remark, 1, "町長", "よい。")),
    "follow_up": ("follow_up", of_action(action_items.follow_up, "done", "数えた。")),
    "keep_outcome": ("follow_up", of_action(action_items.keep_outcome, "数え")),
    "postpone": ("record", of_action(action_items.postpone, None, "人手")),
    "assign": ("record", of_action(action_items.assign, [SOUMU])),
    "correct_on_floor": (
        "record", of_meeting(meeting_records.correct_on_floor, "検討-5", "results", "直した。", "町長"),
    ),
    "take_back_correction": ("record", lambda change, town, _: meeting_records.take_back_correction(
        change, town.meeting(change), meeting_records.correct_on_floor(
            change, town.meeting(change), "検討-5", "results", "直した。", "町長").id)),
    "correct": ("record", of_cycle(reviews.correct, "検討-5", "results", "直した。")),
    "draft_minutes": ("minutes", of_meeting(minutes.draft, phrases_for)),
    "edit_minutes": ("minutes", of_meeting(minutes.edit, ())),
    "confirm_minutes": ("minutes", of_meeting(minutes.confirm, by="副町長", on=DAY)),
}  # fmt: skip
REFUSALS = ("permission.role", "permission.department", "cycle.closed")


@pytest.fixture
def town(desk: Desk, cycle: Cycle) -> Town:
    found = Town(desk, cycle)
    desk.do(departments.add_member, COMMITTEE, "鈴木")
    for code in ("重点-1", "重点-3", "検討-5"):
        answer(desk, cycle, code)
    desk.do(at, cycle, "検討-5", None, reviews.accept_reply)
    desk.do(reviews.consolidate, cycle, "検討-5", use=SOUMU)
    for own in (True, False):
        write(desk, cycle, *found.slot(own), results="書きかけ")
    desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=DAY)
    meeting = desk.ask(finding.meeting)
    desk.do(agenda.add_item, meeting, "discuss", code="検討-5")
    for department in (ZEIMU, FUKUSHI):
        desk.do(meeting_records.record_action, meeting, None, [department], None, "数える。")
    return found


def expected(role: ActorRole, action: Action, own: bool, open_cycle: bool) -> str | None:
    """What the policy says about a verb in a slot of the actor's own department or of another."""
    if action not in POLICY[role]:
        return "permission.role"
    if action in OWN and role != "secretariat" and not own:
        return "permission.department"
    return "cycle.closed" if action in OPEN and not open_cycle else None


def test_every_action_with_a_verb_is_tried() -> None:
    assert {action for action, _ in VERBS.values()} == set(get_args(Action)) - {"read", "print", "project"}


class NotThisTimeError(Exception):
    """Takes an operation back that would have been done."""


def tried(town: Town, name: str, own: bool) -> str | None:
    """The code with which the policy refuses a verb, None where it lets it through; what was done is taken back."""
    before = dump(town.desk)
    code = None

    def try_out(change: Change) -> None:
        if name not in ("create_town", "found_town") or change.actor.role != "secretariat":  # a database is filled once
            VERBS[name][1](change, town, own)
        raise NotThisTimeError

    with suppress(NotThisTimeError):
        try:
            town.desk.do(try_out)
        except Problem as found:
            code = found.code if found.code in REFUSALS else None
    assert dump(town.desk) == before
    return code


@pytest.mark.parametrize("role", get_args(ActorRole))
def test_a_role_does_what_the_policy_says_and_nothing_else(town: Town, role: ActorRole) -> None:
    town.desk.actor = acting(role, ZEIMU)
    for name, (action, _) in VERBS.items():
        for own in (True, False):
            code = expected(role, action, own, open_cycle=True)
            assert tried(town, name, own) == code, (name, own)


@pytest.mark.parametrize("role", get_args(ActorRole))
def test_in_a_closed_cycle_a_role_is_refused_what_needs_an_open_one(town: Town, role: ActorRole) -> None:
    meeting = town.desk.ask(finding.meeting)
    town.desk.do(meetings.close_meeting, meeting)
    town.desk.do(cycles.close_cycle, town.cycle, "理由")
    town.desk.actor = acting(role, ZEIMU)
    for action, verb in VERBS.values():
        if action in OPEN:
            for own in (True, False):
                code = expected(role, action, own, open_cycle=False)
                assert code is not None
                refused(town.desk, code, verb, town, own)
