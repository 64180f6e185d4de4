"""When minutes may be kept and confirmed, and what to look at before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import MeetingRecord
from dxdesk.domain.minutes import Block, MinutesVersion, find_speaker, with_records
from dxdesk.domain.text import TITLE_CHARACTERS, check_line, check_text


def check_blocks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks as they are stored: texts and reasons through the gate for typed text, ids unique.

    Raises Problem naming the block.
    """
    ids = [block.id for block in blocks]
    doubled = next((each for each in ids if ids.count(each) > 1), None)
    if doubled is not None:
        raise Problem("minutes.block_twice", doubled)
    return tuple(
        replace(
            block,
            text=check_text(block.text, block.id),
            reason=(check_line(block.reason, block.id, characters=TITLE_CHARACTERS) or None) if block.reason else None,
        )
        for block in blocks
    )


OpenPointKind = Literal["action_owner", "no_result", "no_record", "speaker"]


@dataclass(frozen=True)
class OpenPoint:
    """Something to look at before confirming; it only warns. ``number`` is that of the action item or the
    agenda item, ``text`` what it says or who spoke."""

    kind: OpenPointKind
    number: int
    text: str


def open_points(record: MeetingRecord) -> tuple[OpenPoint, ...]:
    """宿題 without 担当, 協議 without a result, 報告 of which nothing was recorded, speakers not in the attendance."""
    owners = (OpenPoint("action_owner", each.number, each.text) for each in record.actions if not each.departments)
    unresolved = (OpenPoint("no_result", each.number, each.title) for each in record.items if not record.result(each))
    decided = {each.item for each in record.decisions}
    unrecorded = (
        OpenPoint("no_record", each.number, each.title)
        for each in record.items
        if each.kind == "report" and each.number not in decided
    )
    strangers = (
        OpenPoint("speaker", each.item, each.speaker)
        for each in record.remarks
        if find_speaker(each.speaker, record.attendance) is None
    )
    return (*owners, *unresolved, *unrecorded, *strangers)


def check_confirmable(version: MinutesVersion, record: MeetingRecord, previous: MinutesVersion | None = None) -> None:
    """Raises Problem with everything that keeps a version from being confirmed.

    It needs 確認者 and 確定日 (not before the meeting), a closed meeting, a reason for each withheld block, rows as the
    records have them, and a reason of its own when there is a confirmed version before it: ``previous``.
    """
    found: list[Problem] = []
    if record.meeting.state != "closed":
        found.append(Problem("minutes.meeting_open", "meeting", kind="rule"))
    if not (version.confirmed_by and version.confirmed_by.strip()):
        found.append(Problem("minutes.no_confirmer", "confirmed_by"))
    if version.confirmed_on is None:
        found.append(Problem("minutes.no_confirmation_day", "confirmed_on"))
    elif version.confirmed_on < record.meeting.day:
        values = {"day": version.confirmed_on, "meeting": record.meeting.day}
        found.append(Problem("minutes.confirmed_before_meeting", "confirmed_on", values))
    found += [
        Problem("minutes.withheld_without_reason", block.id)
        for block in version.blocks
        if not block.public and not block.reason
    ]
    if with_records(version.blocks, record) != version.blocks:
        found.append(Problem("minutes.records_changed", "blocks", kind="rule"))
    if previous is not None and previous.state == "confirmed" and not version.reason:
        found.append(Problem("minutes.no_reason", "reason"))
    if len(found) == 1:
        raise found[0]
    if found:
        raise Problem("minutes.not_confirmable", problems=found)
