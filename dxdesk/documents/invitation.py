"""開催通知: the letter that calls the members of a body to a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dxdesk.documents.blocks import Block, Stack
from dxdesk.documents.letter import Letter, Point, begin_letters, lay_letters, letter_style
from dxdesk.documents.letter_word import compose_letters_word
from dxdesk.documents.letter_words import WordLetter
from dxdesk.documents.page import Printed
from dxdesk.documents.paragraph import Text
from dxdesk.domain.letters import Letterhead
from dxdesk.domain.meetings import MeetingRecord
from dxdesk.domain.minutes_draft import agenda_lines, item_title, meeting_time
from dxdesk.domain.settings import Settings
from dxdesk.wording.invitation import (
    ATTENDANCE,
    MATTERS,
    NOT_SET,
    OPINIONS,
    OTHER,
    PAPERS,
    PAPERS_FOLLOW,
    WHEN,
    WHERE,
    answer_by,
    everybody,
    held,
    opinions_by,
    subject,
)
from dxdesk.wording.letters import OFFICE_ROLE, day_words
from dxdesk.wording.meeting import MeetingPhrases, phrases_for


@dataclass(frozen=True)
class Invitation:
    """Everything 開催通知 says. ``name`` is that of the meeting (令和6年度第2回推進員会議), ``written`` the day of the
    letter (None: room to write it), ``answer`` until when somebody says whether they come, ``opinions`` until when
    absent members write.
    """

    record: MeetingRecord
    name: str
    head: Letterhead
    settings: Settings
    written: date | None
    answer: date
    opinions: date

    @property
    def phrases(self) -> MeetingPhrases:
        """The town's sentences for the body."""
        return phrases_for(self.settings, self.record.meeting.body_name)


def compose_invitation(invitation: Invitation) -> Printed:
    """開催通知 as PDF. The same value gives the same bytes."""
    sheet = begin_letters(subject(invitation.name), invitation.head, invitation.settings)
    lay_letters(sheet, [_letter(invitation)], invitation.head, invitation.settings)
    return sheet.finish()


def compose_invitation_word(invitation: Invitation, form: Path | None = None) -> bytes:
    """開催通知 as .docx. Raises Problem for a form that cannot serve."""
    return compose_letters_word([WordLetter(_letter(invitation))], invitation.head, invitation.settings, form)


def _letter(invitation: Invitation) -> Letter:
    settings, meeting = invitation.settings, invitation.record.meeting
    style, paper, phrases = letter_style(settings), settings.paper, invitation.phrases

    def said(text: str) -> Text:
        return Text(paper.said(text), style)

    office = invitation.head.sender.office or OFFICE_ROLE
    points = (
        Point(WHEN, Text(meeting_time(meeting, phrases), style)),
        Point(WHERE, Text(meeting.place, style) if meeting.place else said(NOT_SET)),
        Point(MATTERS, _matters(invitation)),
        Point(PAPERS, said(PAPERS_FOLLOW)),
        Point(ATTENDANCE, said(answer_by(invitation.answer, office, paper))),
        Point(OPINIONS, said(opinions_by(invitation.opinions, paper))),
    )
    return Letter(
        day_words(invitation.written, paper),
        everybody(phrases.position("member")),
        subject(invitation.name),
        (held(), OTHER),
        points,
    )


def _matters(invitation: Invitation) -> Block:
    """The items in the order and under the numbers of the agenda."""
    style, paper, phrases = letter_style(invitation.settings), invitation.settings.paper, invitation.phrases
    lines = [
        Text(f"{paper.numerals(f'（{number}）')}{item_title(item, phrases)}（{heading}）", style, 0, 1.5)
        for _, heading, items in agenda_lines(invitation.record, phrases)
        for number, item in items
    ]
    return Stack(tuple(lines)) if lines else Text(paper.said(NOT_SET), style)
