"""会議録 in versions: drafted, edited, confirmed, and none of them ever changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.minutes import Block, MinutesVersion
from dxdesk.operations import minutes, minutes_editing
from dxdesk.operations.agenda import add_item
from dxdesk.operations.cycles import close_cycle
from dxdesk.operations.meeting_records import correct_on_floor, record_action, record_decision, record_remark
from dxdesk.operations.meetings import close_meeting, hold_meeting
from dxdesk.store.queries import finding, history
from dxdesk.store.queries import meetings as meetings_on_file
from dxdesk.store.queries import minutes as on_file
from dxdesk.store.verification import verify
from dxdesk.wording.meeting import phrases_for
from tests.builders import COMMITTEE, HEADQUARTERS, ZEIMU, accepted, refused

DAY, LATER = date(2025, 2, 13), date(2025, 3, 3)


@pytest.fixture
def meeting(desk: Desk, cycle: Cycle) -> Meeting:
    """A meeting with a decision, a task and a remark; it is still open."""
    accepted(desk, cycle, "重点-1", private_memo="契約前の額")
    desk.do(hold_meeting, cycle, COMMITTEE, day=DAY, begins="13:30")
    found = desk.ask(finding.meeting)
    desk.do(add_item, found, "discuss", code="重点-1")
    desk.do(record_decision, found, 1, "approved", "2段階に分けて進める。")
    desk.do(record_action, found, 1, [ZEIMU], None, "窓口を数える。")
    desk.do(record_remark, found, 1, "町長", "よい。")
    desk.do(correct_on_floor, found, "重点-1", "status", "late", "町長")
    return found


@pytest.fixture
def closed(desk: Desk, meeting: Meeting) -> Meeting:
    """The meeting, closed and with a first draft."""
    desk.do(close_meeting, meeting, ends="15:00")
    desk.do(minutes.draft, meeting, phrases_for)
    return desk.ask(meetings_on_file.meeting, meeting.id)


def versions(desk: Desk, meeting: Meeting) -> tuple[MinutesVersion, ...]:
    return desk.ask(on_file.versions, meeting.id)


def changed(blocks: tuple[Block, ...], kind: str, **values: object) -> tuple[Block, ...]:
    return tuple(
        replace(each, **values) if each.kind == kind else each  # type: ignore[arg-type]
        for each in blocks
    )


def test_a_draft_holds_what_was_recorded_and_no_memo(desk: Desk, closed: Meeting) -> None:
    (draft,) = versions(desk, closed)
    texts = [each.text for each in draft.blocks]
    assert (draft.number, draft.state, draft.confirmed_by) == (1, "draft", None)
    for words in ("2段階に分けて進める。", "窓口を数える。", "よい。"):
        assert words in texts
    assert any("午後3時" in each for each in texts)
    assert "契約前の額" not in repr(draft)


def test_every_draft_and_every_edit_is_a_new_version_and_the_earlier_ones_stay(desk: Desk, closed: Meeting) -> None:
    (first,) = versions(desk, closed)
    desk.do(minutes.edit, closed, changed(first.blocks, "place", text="大会議室"))
    desk.do(minutes.draft, closed, phrases_for)
    found = versions(desk, closed)
    assert [(each.number, each.state) for each in found] == [(1, "draft"), (2, "draft"), (3, "draft")]
    assert found[0] == first
    assert (found[1].blocks, found[2].blocks) == (changed(first.blocks, "place", text="大会議室"), first.blocks)


def test_the_editing_of_minutes_knows_the_same_first_draft_also_of_the_next_meeting(
    desk: Desk, cycle: Cycle, closed: Meeting
) -> None:
    desk.do(hold_meeting, cycle, COMMITTEE, day=date(2025, 8, 21))
    desk.do(minutes.draft, closed, phrases_for)
    draft = versions(desk, closed)[-1].blocks
    assert desk.ask(minutes_editing.editing, closed.id, phrases_for, desk.moment()).fresh == draft
    assert any("次回会議は、" in each.text and "8月21日" in each.text for each in draft)


def test_editing_prose_never_alters_a_record_nor_its_rows(desk: Desk, closed: Meeting) -> None:
    (first,) = versions(desk, closed)
    before = desk.ask(meetings_on_file.record, closed)
    edited = changed(changed(first.blocks, "decision", text="否決した。"), "result", text="了とした。")
    desk.do(minutes.edit, closed, edited)
    newest = versions(desk, closed)[-1]
    assert [each.text for each in newest.blocks if each.kind == "decision"] == ["2段階に分けて進める。"]
    assert [each.text for each in newest.blocks if each.kind == "result"] == ["了とした。"]
    assert desk.ask(meetings_on_file.record, closed) == before
    desk.do(minutes.confirm, closed, by="副町長", on=LATER)


def test_a_person_confirms_on_a_day(desk: Desk, closed: Meeting) -> None:
    desk.do(minutes.confirm, closed, by=" 渡邊　和夫 ", on=LATER)
    newest = versions(desk, closed)[-1]
    assert (newest.number, newest.state, newest.stage) == (2, "confirmed", "confirmed")
    assert (newest.confirmed_by, newest.confirmed_on, newest.reason) == ("渡邊　和夫", LATER, None)


def test_confirming_again_wants_a_reason_also_with_a_draft_in_between(desk: Desk, closed: Meeting) -> None:
    desk.do(minutes.confirm, closed, by="副町長", on=LATER)
    refused(desk, "minutes.no_reason", minutes.confirm, closed, by="副町長", on=LATER)
    desk.do(minutes.draft, closed, phrases_for)
    refused(desk, "minutes.no_reason", minutes.confirm, closed, by="副町長", on=LATER)
    desk.do(minutes.confirm, closed, by="副町長", on=LATER, reason="日付の誤り")
    assert [each.state for each in versions(desk, closed)] == ["draft", "confirmed", "draft", "confirmed"]
    assert versions(desk, closed)[-1].reason == "日付の誤り"


@pytest.mark.parametrize(
    ("by", "on", "problem"),
    [(" ", LATER, "minutes.no_confirmer"), ("副町長", date(2025, 2, 12), "minutes.confirmed_before_meeting")],
)
def test_a_confirmation_that_does_not_hold_is_refused(
    desk: Desk, closed: Meeting, by: str, on: date, problem: str
) -> None:
    refused(desk, problem, minutes.confirm, closed, by=by, on=on)


def test_a_withheld_block_needs_a_reason_before_confirming(desk: Desk, closed: Meeting) -> None:
    (first,) = versions(desk, closed)
    desk.do(minutes.edit, closed, changed(first.blocks, "remark", public=False))
    refused(desk, "minutes.withheld_without_reason", minutes.confirm, closed, by="副町長", on=LATER)
    desk.do(minutes.edit, closed, changed(first.blocks, "remark", public=False, reason="契約前のため"))
    desk.do(minutes.confirm, closed, by="副町長", on=LATER)


def test_minutes_of_an_open_meeting_are_drafted_but_not_confirmed(desk: Desk, meeting: Meeting) -> None:
    refused(desk, "minutes.none", minutes.confirm, meeting, by="副町長", on=LATER)
    desk.do(minutes.draft, meeting, phrases_for)
    refused(desk, "minutes.meeting_open", minutes.confirm, meeting, by="副町長", on=LATER)
    desk.do(record_decision, meeting, 1, "amended", "直して進める。")
    desk.do(close_meeting, meeting)
    refused(desk, "minutes.records_changed", minutes.confirm, meeting, by="副町長", on=LATER)
    desk.do(minutes.draft, meeting, phrases_for)
    desk.do(minutes.confirm, meeting, by="副町長", on=LATER)


def test_a_block_twice_or_a_text_that_does_not_pass_the_gate_is_refused(desk: Desk, closed: Meeting) -> None:
    (first,) = versions(desk, closed)
    refused(desk, "minutes.block_twice", minutes.edit, closed, (*first.blocks, first.blocks[0]))
    refused(desk, "text.character", minutes.edit, closed, changed(first.blocks, "place", text="あ\x00"))


def test_minutes_are_not_locked_by_the_end_of_the_cycle(desk: Desk, cycle: Cycle, closed: Meeting) -> None:
    desk.do(close_cycle, cycle)
    desk.do(minutes.draft, closed, phrases_for)
    desk.do(minutes.confirm, closed, by="副町長", on=LATER)
    assert desk.ask(on_file.newest_versions)[0][1].state == "confirmed"


def test_every_version_is_one_row_of_the_history_and_carries_its_hash(desk: Desk, closed: Meeting) -> None:
    desk.do(minutes.edit, closed, versions(desk, closed)[0].blocks)
    desk.do(minutes.confirm, closed, by="副町長", on=LATER)
    done = [(each.operation, each.subject) for each in desk.ask(history.operations, 3)]
    assert done == [(f"minutes {verb}", COMMITTEE) for verb in ("confirm", "edit", "draft")]
    assert verify(desk.database).ok


@pytest.mark.parametrize("public", [True, False])
def test_what_another_body_decided_is_told_unless_its_minutes_withhold_it(
    desk: Desk, cycle: Cycle, closed: Meeting, public: bool
) -> None:
    kept = changed(versions(desk, closed)[-1].blocks, "decision", public=public, reason=None if public else "契約前")
    desk.do(minutes.edit, closed, kept)
    made = desk.do(hold_meeting, cycle, HEADQUARTERS, day=LATER)
    second = desk.ask(finding.meeting, made.id)
    desk.do(add_item, second, "discuss", code="重点-1")
    desk.do(minutes.draft, second, phrases_for)
    (said,) = (each.text for each in versions(desk, second)[-1].blocks if each.kind == "explanation")
    told = f"{COMMITTEE}（令和7年2月13日）では、原案のとおり決定した。2段階に分けて進める。"
    assert (told in said) == public
    assert ("2段階" in said) == public
