"""催促文: a letter to each department that still owes an answer, its missing units only; the same as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from dxdesk.documents.blocks import Stack
from dxdesk.documents.cells import Cell, Row
from dxdesk.documents.inquiry import place_lines
from dxdesk.documents.letter import (
    LEAST,
    MOST_ROWS,
    Letter,
    Point,
    begin_letters,
    chair_words,
    columns_for,
    lay_letters,
    letter_height,
    letter_style,
    one_page,
)
from dxdesk.documents.letter_word import compose_letters_word
from dxdesk.documents.letter_words import WordLetter
from dxdesk.documents.page import Printed
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL
from dxdesk.documents.table import Table
from dxdesk.documents.unit_blocks import status_line
from dxdesk.domain.letters import AskedUnit, DepartmentAsked, Letterhead
from dxdesk.domain.reminders import Reminded
from dxdesk.domain.settings import Settings
from dxdesk.wording.letters import (
    COURSE,
    CROSSED,
    FILE_NAME,
    OFFICE,
    REMINDER_HEADS,
    RETURNED,
    course_words,
    how_to_answer_again,
    owed_head,
    owed_words,
    part_words,
    place_word,
    please_by,
    reply_place,
    still_missing,
    subject,
    to_do,
    treated,
)

_KIND = "再依頼"
_MOST_REMINDED = 4
_WIDTHS = (12.0, 48.0, 24.0, 21.0, 54.0)


def compose_reminder(
    departments: Sequence[DepartmentAsked], head: Letterhead, settings: Settings, *, due: date, now: datetime
) -> Printed:
    """再依頼文 to departments, each on a new page; ``due`` is the new deadline, ``now`` local time."""
    sheet = begin_letters(subject(head, _KIND), head, settings)
    lay_letters(sheet, [_fitted(each, head, settings, due, now) for each in departments], head, settings)
    return sheet.finish()


def compose_reminder_word(
    departments: Sequence[DepartmentAsked],
    head: Letterhead,
    settings: Settings,
    *,
    due: date,
    now: datetime,
    form: Path | None = None,
) -> bytes:
    """The same as .docx. Raises Problem for a form that cannot serve."""
    letters = [WordLetter(_fitted(each, head, settings, due, now), owed=each.owed) for each in departments]
    return compose_letters_word(letters, head, settings, form)


def _fitted(asked: DepartmentAsked, head: Letterhead, settings: Settings, due: date, now: datetime) -> Letter:
    """The letter with its table, or with 別紙1 where the table is long or the letter would not fit a page."""
    if len(asked.owed) <= MOST_ROWS:
        letter = _letter(asked, head, settings, due, now, annex=False)
        if letter_height(letter, head, settings) <= one_page(settings):
            return letter
    return _letter(asked, head, settings, due, now, annex=True)


def _letter(
    asked: DepartmentAsked, head: Letterhead, settings: Settings, due: date, now: datetime, *, annex: bool
) -> Letter:
    style, paper = letter_style(settings), settings.paper

    def said(text: str) -> Text:
        return Text(paper.said(text), style)

    table = owed_table(asked.owed, settings)
    miss = settings.status_word("miss")
    points = (
        Point(owed_head(asked, annex=annex), Stack(()) if annex else table, whole=True),
        Point("提出方法", Stack((said(how_to_answer_again(asked, head)), *place_lines(asked, head, settings)))),
        Point("資料の扱い", said(treated(miss))),
        *_course(asked, settings, now),
    )
    return Letter(
        paper.plain_date(now.date()),
        asked.addressee,
        subject(head, _KIND),
        (still_missing(head, now, paper, paper.document_number), please_by(due, paper), CROSSED),
        points,
        (paper.said(owed_head(asked)), table) if annex else None,
    )


def _course(asked: DepartmentAsked, settings: Settings, now: datetime) -> tuple[Point, ...]:
    """催促の経過 where the department was reminded before today."""
    style, paper = letter_style(settings), settings.paper
    lines = tuple(Text(course_words(each, paper), style) for each in _earlier(asked, now))
    return (Point(COURSE, Stack(lines)),) if lines else ()


def _earlier(asked: DepartmentAsked, now: datetime) -> tuple[Reminded, ...]:
    """The last reminders before today."""
    return tuple(each for each in asked.reminded if each.day < now.date())[-_MOST_REMINDED:]


def owed_table(units: Sequence[AskedUnit], settings: Settings) -> Table:
    """The units still to be answered, each with what is asked for."""
    columns = columns_for(units, _WIDTHS, REMINDER_HEADS, (1, 4))
    rows = []
    for each in units:
        miss = status_line("miss", settings, CELL.bold, 3.6, align="center")
        state = Cell(RETURNED) if each.state == "returned" else Cell(miss)
        words = to_do(each) if each.question else settings.paper.said(to_do(each))
        rows.append(Row((each.number, each.name, part_words(each), state, words)))
    return Table(columns, tuple(rows), least=LEAST, padding=(1.5, 0.8))


def reminder_text(
    departments: Sequence[DepartmentAsked], head: Letterhead, settings: Settings, *, due: date, now: datetime
) -> str:
    """The same for a mail: plain lines, a line of dashes between departments."""
    return "\n\n――――――――\n\n".join(_text(each, head, settings, due, now) for each in departments)


def _text(asked: DepartmentAsked, head: Letterhead, settings: Settings, due: date, now: datetime) -> str:
    miss, paper = settings.status_word("miss"), settings.paper
    ours = (still_missing(head, now, paper), please_by(due, paper), CROSSED)
    lines = [
        f"{asked.addressee}　{paper.salutation}",
        "",
        subject(head, _KIND),
        "",
        *(paper.said(each) for each in ours),
        "",
        paper.said(f"1　{owed_head(asked)}"),
    ]
    for each in asked.owed:
        words = to_do(each) if each.question else settings.paper.said(to_do(each))
        indented = words.replace("\n", "\n　　　")
        lines += [
            f"　・{each.number}　{each.name}　{part_words(each)}　{owed_words(each, miss)}",
            f"　　　{indented}",
        ]
    how = how_to_answer_again(asked, head)
    lines += ["", paper.said("2　提出方法"), f"　　{paper.said(how)}"]
    lines += [f"　　{place_word(head)}　{reply_place(head)}"]
    lines += [f"　　{FILE_NAME}　{asked.reply_file}"]
    lines += ["", paper.said("3　資料の扱い"), f"　　{paper.said(treated(miss))}"]
    if earlier := _earlier(asked, now):
        lines += ["", paper.said(f"4　{COURSE}"), *(f"　　{course_words(each, paper)}" for each in earlier)]
    lines.append("")
    sender = head.sender
    lines += [sender.body, *([f"{chair_words(head, settings)}　{sender.chair}"] if sender.chair else [])]
    lines += [f"{OFFICE}　{sender.office}"] if sender.office else []
    return "\n".join(lines)
