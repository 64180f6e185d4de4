"""見るだけ: whoever only looks is refused by every verb there is."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from dxdesk.desk import Desk
from dxdesk.domain.arrivals import Arrival
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.movements import MovementEdit
from dxdesk.domain.packets import PacketChoice
from dxdesk.domain.pasted import TableRow
from dxdesk.domain.replies import Answer
from dxdesk.domain.reports import ReportText
from dxdesk.domain.rosters import Roster
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
    delivering,
    departments,
    giving_forms,
    giving_replies,
    handing_over,
    inquiring,
    late_replies,
    meeting_cancelling,
    meeting_changes,
    meeting_records,
    meetings,
    minutes,
    movements,
    next_meeting,
    packets,
    plans,
    reminding,
    replies,
    reports,
    reviews,
    sender_keys,
    taking_back,
    taking_in,
    town,
)
from dxdesk.operations.change import Outcome
from dxdesk.store.queries import finding
from dxdesk.wording.meeting import phrases_for
from tests.builders import COMMITTEE, DUE, HEADQUARTERS, PLAN, SOUMU, ZEIMU, accepted, acting, refused, uid, write

DAY = date(2025, 2, 13)


ARRIVAL = Arrival("0" * 64, "package", "", "", "", 1, "2025-02-01T09:00:00+09:00", ())
TAKEN = taking_in.TakenIn(Outcome("take in", "", ""), "taken", (), 0)
KEYS = sender_keys.OpenKeys("", "", "", "")


def verbs(room: Any) -> set[Callable[..., Any]]:
    """The functions of a room that make a change and say with what outcome."""
    outcomes = (
        "Outcome",
        "tuple[Outcome",
        "Opened",
        "HandedIn",
        "HandedOut",
        "TakenIn",
        "PackageFile",
        "tuple[PackageFile",
        "FormFile",
        "Revision",
    )
    own = [each for _, each in inspect.getmembers(room, inspect.isfunction) if each.__module__ == room.__name__]
    return {
        each
        for each in own
        if not each.__name__.startswith("_") and each.__annotations__["return"].startswith(outcomes)
    }


def test_whoever_only_looks_is_refused_by_every_verb(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1")
    write(desk, cycle, "検討-5")
    desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=DAY)
    meeting = desk.ask(finding.meeting)
    desk.do(agenda.add_item, meeting, "discuss", code="重点-1")
    desk.do(meeting_records.record_action, meeting, 1, [SOUMU], None, "決めてくる。")
    said, begun = (desk.do(replies.find_place, cycle, code) for code in ("重点-1", "検討-5"))
    calls: dict[Callable[..., Any], tuple[Any, ...]] = {
        agenda.add_item: (meeting, "report"),
        agenda.adopt_proposal: (meeting,),
        agenda.move_item: (meeting, 1, 1),
        agenda_changes.fill_agenda: (meeting, "ほかの報告"),
        agenda_changes.change_item: (meeting, 1),
        agenda_changes.remove_item: (meeting, 1),
        agenda_changes.set_agenda: (meeting, ()),
        agenda_changes.confirm_agenda: (meeting,),
        agenda_changes.reopen_agenda: (meeting,),
        bodies.stop_using_body: (HEADQUARTERS,),
        bodies.use_body_again: (HEADQUARTERS,),
        carrying.carry_out: (None, Path("part"), Path("会議.db"), "PC"),
        carrying.give_up: ("理由",),
        cycles.open_cycle: ("第2回",),
        cycles.reassign: (cycle, "重点-1", [ZEIMU, SOUMU], "理由"),
        cycles.close_cycle: (cycle, "理由"),
        cycles.reopen_cycle: (cycle, "理由"),
        departments.add_department: ("環境課",),
        departments.rename_department: (SOUMU, "総務部"),
        departments.close_department: (SOUMU,),
        departments.order_departments: ([ZEIMU],),
        departments.set_group: ("関係課", "all"),
        departments.add_member: (COMMITTEE, "今野"),
        departments.remove_member: (COMMITTEE, "今野"),
        meetings.hold_meeting: (cycle, COMMITTEE),
        meetings.attend: (meeting, "今野", "present"),
        meeting_cancelling.cancel_meeting: (meeting,),
        meetings.leave_out: (meeting, "今野"),
        meetings.close_meeting: (meeting,),
        movements.write_movements: (cycle, MovementEdit()),
        movements.put_back_movements: (cycle, MovementEdit()),
        packets.choose_parts: (COMMITTEE, PacketChoice()),
        packets.hand_out: (meeting,),
        reminding.remind: (cycle, [uid(SOUMU)]),
        reminding.take_back_reminder: (cycle, ""),
        meetings.reopen_meeting: (meeting, "理由"),
        next_meeting.set_next_day: (meeting, DAY),
        next_meeting.close_until: (meeting, None),
        meeting_changes.change_decision: (meeting, "", "approved", "認める。"),
        meeting_changes.change_opinion: (meeting, "", "認める。"),
        meeting_changes.change_action: (meeting, "", [SOUMU], None, "調べる。"),
        meeting_changes.change_remark: (meeting, "", "今野", "よい。", "opinion"),
        meeting_changes.put_back_record: (meeting, "remark", {"id": "", "text": ""}),
        meeting_changes.put_back_attendance: (meeting, ()),
        meeting_changes.change_meeting: (meeting,),
        meeting_records.record_decision: (meeting, 1, "approved", "認める。"),
        meeting_records.record_opinion: (meeting, 1, "急ぐ。"),
        meeting_records.record_action: (meeting, 1, [SOUMU], None, "調べる。"),
        action_items.follow_up: ("", "done"),
        action_items.postpone: ("", None, "人手"),
        action_items.assign: ("", [SOUMU]),
        meeting_records.record_remark: (meeting, 1, "今野", "よい。"),
        meeting_records.correct_on_floor: (meeting, "重点-1", "results", "直した。", "今野"),
        meeting_records.take_back_correction: (meeting, ""),
        minutes.draft: (meeting, phrases_for),
        minutes.edit: (meeting, ()),
        minutes.confirm: (meeting,),
        plans.create_town: (PLAN,),
        plans.import_plan: (PLAN,),
        plans.change_settings: (Settings(quorum="half"),),
        replies.record_draft: (begun, {"results": "進めた。"}),
        replies.submit: (begun,),
        replies.make_answer: (begun,),
        handing_over.hand_in: (cycle,),
        handing_over.hand_over: (cycle, SOUMU),
        giving_replies.give_reply: (cycle, SOUMU, Path("回答.dxd")),
        inquiring.inquire: (cycle,),
        giving_forms.give_form: (cycle, SOUMU, {}),
        inquiring.make_view: (),
        inquiring.make_plan_news: (),
        sender_keys.change_passphrase: ("合言葉",),
        taking_in.take_in: (ARRIVAL, "回答.dxd"),
        taking_back.cancel_taking_in: ("",),
        late_replies.carry_over: ("", "", "", cycle),
        taking_back.without_earlier: (cycle, "重点-1", ZEIMU),
        delivering.receipt: (ARRIVAL, TAKEN, KEYS),
        delivering.cancelled_receipt: ("", KEYS),
        delivering.deliver: (cycle, ZEIMU, "return", KEYS),
        replies.withdraw: (said,),
        replies.confirm: (said,),
        collecting.accept_replies: ((said,),),
        collecting.return_replies: ((said,), ["results"], "件数は。"),
        collecting.undo_reviews: ((said,),),
        reports.report: (uid("手続の案内"), ReportText("混んでいる。")),
        town.found_town: (PLAN, Roster()),
        town.take_roster: (Roster(),),
        town.take_departments: ((TableRow(("環境課", "")),),),
        town.take_groups: ((TableRow(("窓口", "")),),),
        town.take_members: ((TableRow(("今野", "", "", "", COMMITTEE)),),),
        reviews.accept_reply: (said,),
        reviews.accept_all: (cycle,),
        reviews.return_reply: (said, ["results"], "件数は。"),
        reviews.undo_review: (said,),
        reviews.consolidate: (cycle, "重点-1"),
        consolidation.consolidate_as_written: (cycle, "重点-1", Answer(status="ok", results="進めた。")),
        reviews.withdraw_consolidation: (cycle, "重点-1"),
        reviews.settle: (cycle, "重点-1", None, {}),
        reviews.correct: (cycle, "重点-1", "results", "直した。"),
    }
    named: dict[Callable[..., Any], dict[str, Any]] = {
        agenda.add_item: {"title": "その他"},
        cycles.open_cycle: {"as_of": DAY, "due": DUE},
        departments.close_department: {"on": DAY},
        meeting_changes.change_meeting: {"day": DAY},
        meetings.hold_meeting: {"day": DAY},
        reminding.remind: {"due": DAY, "way": "paper"},
        minutes.confirm: {"by": "今野", "on": DAY},
        replies.confirm: {"by": "課長"},
    }
    rooms = (
        action_items,
        agenda,
        agenda_changes,
        bodies,
        carrying,
        collecting,
        consolidation,
        cycles,
        delivering,
        departments,
        giving_forms,
        giving_replies,
        handing_over,
        inquiring,
        late_replies,
        meeting_cancelling,
        meeting_changes,
        meeting_records,
        meetings,
        minutes,
        movements,
        next_meeting,
        packets,
        plans,
        reminding,
        replies,
        reports,
        reviews,
        sender_keys,
        taking_back,
        taking_in,
        town,
    )
    in_common = {
        meetings.add_record,
        consolidation.add_consolidation,
        sender_keys.ready_keys,
        taking_back.give_verdict,
    }
    assert set(calls) == set().union(*map(verbs, rooms)) - in_common
    desk.actor = acting("reader")
    for verb, rest in calls.items():
        refused(desk, "permission.role", verb, *rest, **named.get(verb, {}))
