"""進行台本: what to say from 開会 to 閉会, with the clock beside it. For the secretariat alone, never for the room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dxdesk.documents.cells import Cell, Column, Row, band
from dxdesk.documents.form import draw_continued, draw_subject, form_frame
from dxdesk.documents.packing import packed_text
from dxdesk.documents.page import Footer, Printed, Sheet
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL, CELL_CENTER, NOTE, TITLE
from dxdesk.documents.table import Table
from dxdesk.domain.agenda import minutes_between, starting_times, total_minutes
from dxdesk.domain.board import Board
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import AgendaItem, MeetingRecord, quorum
from dxdesk.domain.minutes_draft import (
    agenda_lines,
    explainer,
    item_title,
    meeting_name,
    meeting_time,
    occasion_of,
)
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import Occasion
from dxdesk.wording.meeting import MeetingPhrases, phrases_for
from dxdesk.wording.paper import NOTHING, TO_DECIDE, foot_left, foot_right
from dxdesk.wording.script import (
    EXPLAINS,
    FOR_SECRETARIAT,
    HEADS,
    LEAD_MEMO,
    NOT_ON_SCREEN,
    SCRIPT_TITLE,
    before_words,
    time_words,
)

_WIDTHS = (14.0, 12.0, 60.0, 79.0)
_PADDING = (1.5, 1.1)
_LEAST = 9.0
_SPOKEN = replace(CELL, phrases=False, eased=True)


@dataclass(frozen=True)
class ScriptPaper:
    """Everything a script shows. ``memos`` are the 進行メモ by the id of the agenda item, ``made`` an ISO moment."""

    record: MeetingRecord
    board: Board
    cycle: Cycle
    settings: Settings
    memos: Mapping[str, str]
    made: str

    @cached_property
    def phrases(self) -> MeetingPhrases:
        """The town's sentences for this body."""
        return phrases_for(self.settings, self.record.meeting.body_name)

    @cached_property
    def occasion(self) -> Occasion:
        """What the foot of the page says."""
        return occasion_of(self.board, self.cycle, self.record.meeting, self.settings.paper)


def compose_script(paper: ScriptPaper) -> Printed:
    """The script as PDF. The same value gives the same bytes."""
    footer = Footer(foot_left(paper.occasion), foot_right(paper.occasion, paper.made))
    title = f"{meeting_name(paper.record.meeting, paper.cycle)}　{SCRIPT_TITLE}"
    sheet = Sheet(form_frame(paper.settings), title, paper.board.town, footer)
    draw_subject(sheet, FOR_SECRETARIAT)
    sheet.head = lambda page: draw_continued(page, SCRIPT_TITLE, FOR_SECRETARIAT)
    sheet.y = 12.0
    sheet.place(Text(SCRIPT_TITLE, TITLE))
    sheet.y = 20.6
    sheet.place(Text(paper.settings.paper.said(NOT_ON_SCREEN), NOTE))
    sheet.y = sheet.frame.body
    meeting = paper.record.meeting
    parts = (meeting_name(meeting, paper.cycle), meeting_time(meeting, paper.phrases), meeting.place or "")
    sheet.place(Text(packed_text([part for part in parts if part], CELL.bold, sheet.width, "　"), CELL.bold))
    sheet.skip(1.4)
    styles = (CELL_CENTER, CELL_CENTER, _SPOKEN, CELL)
    columns = tuple(Column(width, head, style) for width, head, style in zip(_WIDTHS, HEADS, styles, strict=True))
    sheet.place(Table(columns, tuple(_rows(paper)), least=_LEAST, padding=_PADDING))
    sheet.skip(1.6)
    planned = minutes_between(meeting.begins, meeting.ends)
    sheet.place(Text(paper.settings.paper.said(time_words(total_minutes(paper.record.items), planned)), NOTE))
    return sheet.finish()


def _rows(paper: ScriptPaper) -> Iterator[Row]:
    """開会, あいさつ, every item, その他, 閉会. The numbers are those of the 次第."""
    items = paper.record.items
    times = starting_times(paper.record.meeting.begins, items)
    starts = {item.id: time for item, time in zip(items, times, strict=False)}
    lines = agenda_lines(paper.record, paper.phrases)
    closing = (*_opening(paper), *(("", "") for _ in lines[2:-2]), *_ending(paper))
    for (number, heading, under), (who, words) in zip(lines, closing, strict=True):
        yield band(f"{number}　{heading}")
        if under or not words:
            yield from (_item_row(paper, place, item, starts[item.id]) for place, item in under)
        else:
            time = times[0] if number <= 2 else times[-1]
            yield _row(time, "", f"【{who}】{words}", "")


def _row(time: str | None, minutes: str, words: str, memo: str) -> Row:
    return Row(tuple(Cell(each, valign="top") for each in (time or NOTHING, minutes, words, memo)))


def _opening(paper: ScriptPaper) -> tuple[tuple[str, str], tuple[str, str]]:
    say, meeting = paper.phrases.say, paper.record.meeting
    member = paper.phrases.position("member")
    counted = quorum(paper.record.attendance, paper.settings)
    present = (
        say("say_quorum", member=member, members=counted.members, attending=counted.attending)
        if counted.met
        else say("say_quorum_open", member=member)
    )
    secretariat = say("secretariat")
    return (
        (secretariat, say("say_opening", name=meeting_name(meeting, paper.cycle)) + present),
        (secretariat, say("say_greeting", chair=paper.phrases.position("chair"))),
    )


def _ending(paper: ScriptPaper) -> tuple[tuple[str, str], tuple[str, str]]:
    chair = paper.phrases.position("chair")
    return (chair, paper.phrases.say("say_other")), (chair, paper.phrases.say("say_closing"))


def _item_row(paper: ScriptPaper, place: int, item: AgendaItem, time: str | None) -> Row:
    return _row(time, str(item.minutes or NOTHING), _words(paper, place, item), _memo(paper, item))


def _words(paper: ScriptPaper, place: int, item: AgendaItem) -> str:
    """What the chair says about an item: who explains, whether there are questions, how it ends."""
    say = paper.phrases.say
    title, who = item_title(item, paper.phrases), explainer(item, paper.board, paper.phrases)
    said = [say("say_explain", number=place, title=title, who=who), say("say_questions")]
    if item.kind == "discuss":
        asked = (say("say_ask", ask=item.ask),) if item.ask else ()
        said += [*asked, say("say_decide"), say("say_read_back")]
    else:
        said.append(say("say_note"))
    return f"【{paper.phrases.position('chair')}】" + "\n".join(said)


def _memo(paper: ScriptPaper, item: AgendaItem) -> str:
    """Who explains, how it stands, what is to be decided, and the secretariat's own note."""
    card = next((card for card in paper.board.cards if card.unit == item.unit), None)
    found = [f"{EXPLAINS}：{explainer(item, paper.board, paper.phrases)}"]
    if card is not None:
        word = paper.settings.status_word
        found.append(before_words(word(card.status), word(card.previous_status) if card.previous_status else ""))
    if item.ask:
        found.append(f"{TO_DECIDE}：{item.ask}")
    memo = paper.memos.get(item.id, "").strip()
    return "\n".join([*found, f"{LEAD_MEMO}：{memo}"] if memo else found)
