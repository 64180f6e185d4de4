"""What a meeting that is closed leaves open: said, never in the way."""

from __future__ import annotations

from dxdesk.domain.meetings import MeetingRecord
from dxdesk.wording.meeting_screen import NO_RESULT, NOT_READ_BACK, nothing_there


def left_open(record: MeetingRecord) -> list[str]:
    """No agenda, nothing recorded, 協議 without a result by their numbers, and how many decisions were not read back,
    a sentence each."""
    undecided = [f"{each.number} {each.title}" for each in record.items if record.result(each) is None]
    unread = sum(not each.read_back for each in record.decisions)
    found = [f"{words}。" for words in nothing_there(record)]
    found += [f"{NO_RESULT}が{len(undecided)}件あります：{'、'.join(undecided)}"] if undecided else []
    return found + ([f"{NOT_READ_BACK}が{unread}件あります。"] if unread else [])
