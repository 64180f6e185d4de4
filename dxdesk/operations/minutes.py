"""会議録: drafted from what was recorded, edited as new versions, confirmed by a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, insert

from dxdesk.domain.errors import rule
from dxdesk.domain.meetings import Meeting, MeetingRecord
from dxdesk.domain.minutes import Block, MinutesVersion, Phrases, with_records
from dxdesk.domain.minutes_checks import check_blocks, check_confirmable
from dxdesk.domain.minutes_draft import draft_minutes
from dxdesk.domain.records import canonical
from dxdesk.domain.settings import Settings
from dxdesk.domain.text import NAME_CHARACTERS, check_line
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.store import audit, tables
from dxdesk.store.queries import board, bodies, cycles, meetings, minutes, packets, plans
from dxdesk.store.queries.audience import told_of
from dxdesk.store.queries.conclusions import told_before

PhrasesFor = Callable[[Settings, str, str | None], Phrases]
"""The town's sentences for a body, of its settings, the body's name and that of the body above."""


def first_draft(connection: Connection, record: MeetingRecord, phrases_for: PhrasesFor) -> tuple[Block, ...]:
    """What a draft made now would say of a meeting, from what was recorded and nothing else."""
    meeting = record.meeting
    cycle = cycles.cycle(connection, meeting.cycle)
    settings = plans.settings(connection, cycle.settings_revision)[1]
    body, upper = bodies.of_meeting(connection, meeting), bodies.above(connection, meeting)
    handed_out = packets.editions(connection, meeting.id)
    return draft_minutes(
        record,
        board.board(connection, cycle),
        cycle,
        settings,
        phrases_for(settings, meeting.body_name, upper.name if upper else None),
        secretariat=body.secretariat if body else None,
        next_meeting=meetings.coming_day(connection, meeting),
        earlier=told_before(connection, meeting),
        reported=told_of(connection, meeting),
        above=upper.name if upper else None,
        handouts=handed_out[-1].handouts if handed_out else (),
        references=handed_out[-1].references(record.items, settings.action_word) if handed_out else None,
    )


def draft(change: Change, meeting: Meeting, phrases_for: PhrasesFor) -> Outcome:
    """A new draft version from what was recorded; ``phrases_for`` gives the town's sentences for the body.

    Earlier versions stay. Raises Problem.
    """
    change.allow("minutes")
    record = _record(change, meeting)
    blocks = first_draft(change.connection, record, phrases_for)
    version = _version(change, meeting, blocks)
    return _add(change, meeting, version, "minutes draft")


def edit(
    change: Change, meeting: Meeting, blocks: Sequence[Block], *, asked: str | None = None, reason: str | None = None
) -> Outcome:
    """A new draft version with edited blocks; the rows of decisions and 宿題 stay those of the records.

    ``asked`` is who has been asked to confirm it, ``reason`` why a confirmed version is made anew; the drafts after it
    keep that reason. Raises Problem.
    """
    change.allow("minutes")
    record = _record(change, meeting)
    known = minutes.versions(change.connection, meeting.id)
    kept = known[-1].reason if known and known[-1].state == "draft" else None
    version = replace(
        _version(change, meeting, with_records(check_blocks(blocks), record)),
        confirmed_by=(check_line(asked, "confirmed_by", characters=NAME_CHARACTERS) or None) if asked else None,
        reason=(check_line(reason, "reason") or None) if reason else kept,
    )
    return _add(change, meeting, version, "minutes edit")


def confirm(change: Change, meeting: Meeting, *, by: str, on: date, reason: str | None = None) -> Outcome:
    """確定 of the newest version by a person on a day; after an earlier 確定 with a reason, else that of its draft.

    Raises Problem.
    """
    change.allow("minutes")
    known = minutes.versions(change.connection, meeting.id)
    if not known:
        raise rule("minutes.none", "meeting")
    kept = known[-1].reason if known[-1].state == "draft" else None
    version = MinutesVersion(
        meeting=meeting.id,
        number=known[-1].number + 1,
        state="confirmed",
        blocks=known[-1].blocks,
        confirmed_by=check_line(by, "confirmed_by", characters=NAME_CHARACTERS),
        confirmed_on=on,
        reason=check_line(reason, "reason") if reason else kept,
        author=change.author,
        moment=change.moment,
    )
    confirmed = next((each for each in reversed(known) if each.state == "confirmed"), None)
    check_confirmable(version, _record(change, meeting), confirmed)
    return _add(change, meeting, version, "minutes confirm")


def _record(change: Change, meeting: Meeting) -> MeetingRecord:
    """What was recorded, with the meeting as it is now: it may have been closed since it was shown."""
    return meetings.record(change.connection, meetings.meeting(change.connection, meeting.id))


def _version(change: Change, meeting: Meeting, blocks: Sequence[Block]) -> MinutesVersion:
    known = minutes.versions(change.connection, meeting.id)
    return MinutesVersion(
        meeting=meeting.id,
        number=len(known) + 1,
        state="draft",
        blocks=tuple(blocks),
        confirmed_by=None,
        confirmed_on=None,
        reason=None,
        author=change.author,
        moment=change.moment,
    )


def _add(change: Change, meeting: Meeting, version: MinutesVersion, operation: str) -> Outcome:
    sequence = audit.next_sequence(change.connection)
    change.connection.execute(
        insert(tables.minutes_versions).values(
            meeting=meeting.id,
            number=version.number,
            state=version.state,
            hash=version.hash,
            record=canonical(version.record()),
            audit_sequence=sequence,
        )
    )
    change.enter(operation, meeting.body_name, Touched.MINUTES, after=version.hash)
    return Outcome(operation, f"{meeting.id}/{version.number}", meeting.body_name)
