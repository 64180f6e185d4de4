"""What the editing of minutes stands on: the meeting's records, its versions, and what is still being written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dxdesk.documents.minutes import compose_minutes
from dxdesk.documents.minutes_parts import MinutesPaper
from dxdesk.documents.minutes_word import compose_minutes_word
from dxdesk.documents.page import Printed
from dxdesk.domain.board import Board
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting, MeetingRecord
from dxdesk.domain.minutes import Block, MinutesVersion, Variant
from dxdesk.domain.minutes_pending import Pending, pending_from
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.settings import Settings
from dxdesk.operations.minutes import PhrasesFor, first_draft
from dxdesk.operations.printing import minutes_paper
from dxdesk.store.queries import Connection, board, bodies, cycles, meeting_drafts, meetings, minutes, plans

KEY = "minutes"
"""The key under which unfinished minutes are kept."""


@dataclass(frozen=True)
class MinutesEditing:
    """Everything the screen needs. ``kept`` is what was written since a version, None for nothing.

    ``above`` is the name of the body to which that of the meeting reports, ``fresh`` what a first draft would say now,
    ``paper`` what is printed, None before the first version.
    """

    meeting: Meeting
    cycle: Cycle
    settings: Settings
    record: MeetingRecord
    departments: tuple[Department, ...]
    board: Board
    above: str | None
    versions: tuple[MinutesVersion, ...]
    kept: Pending | None
    fresh: tuple[Block, ...]
    paper: MinutesPaper | None


def editing(connection: Connection, meeting: str, phrases_for: PhrasesFor, now: str) -> MinutesEditing:
    """What there is about the minutes of a meeting (its id; it must exist); ``now`` is the moment of the print."""
    held = meetings.meeting(connection, meeting)
    cycle = cycles.cycle(connection, held.cycle)
    settings = plans.settings(connection, cycle.settings_revision)[1]
    record = meetings.record(connection, held)
    upper = bodies.above(connection, held)
    versions = minutes.versions(connection, meeting)
    kept = meeting_drafts.draft(connection, meeting, KEY)
    return MinutesEditing(
        meeting=held,
        cycle=cycle,
        settings=settings,
        record=record,
        departments=cycles.departments(connection, cycle),
        board=board.board(connection, cycle),
        above=upper.name if upper else None,
        versions=versions,
        kept=pending_from(kept) if kept is not None else None,
        fresh=first_draft(connection, record, phrases_for),
        paper=minutes_paper(connection, held, versions, now) if versions else None,
    )


def as_written(paper: MinutesPaper, blocks: Sequence[Block], asked: str, variant: Variant) -> MinutesPaper:
    """Minutes as they would be printed with these blocks."""
    version = paper.version
    if version.state == "draft":
        version = replace(version, blocks=tuple(blocks), confirmed_by=asked or None)
    return replace(paper, version=version, variant=variant)


def printed_as_written(paper: MinutesPaper, blocks: Sequence[Block], asked: str, variant: Variant) -> Printed:
    """Minutes printed with these blocks. Any thread may set them: it reads nothing."""
    return compose_minutes(as_written(paper, blocks, asked, variant))


def word_as_written(paper: MinutesPaper, blocks: Sequence[Block], asked: str, variant: Variant) -> bytes:
    """The same as a .docx made from the town's form. Raises Problem where that form cannot be filled."""
    return compose_minutes_word(as_written(paper, blocks, asked, variant))
