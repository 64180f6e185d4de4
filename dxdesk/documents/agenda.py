"""次第: what the meeting is about, when and where, with its papers, and who belongs to it on the back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from dxdesk.documents.agenda_parts import UNDER_HEADING, Leader, handouts_height, handouts_tables
from dxdesk.documents.blocks import At, Beside, Block, Rule
from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.fonts import Face
from dxdesk.documents.ink import POINTS
from dxdesk.documents.lines import text_width
from dxdesk.documents.minutes_tables import NAME, name_cell
from dxdesk.documents.names import spaced_name
from dxdesk.documents.page import FRAME_T, Footer, Printed, Sheet
from dxdesk.documents.paragraph import Spread, Text, write
from dxdesk.documents.styles import CELL, CELL_CENTER, LETTER, MARK, NOTE, SECTION, TITLE, body
from dxdesk.documents.table import Table
from dxdesk.documents.text_style import TextStyle
from dxdesk.domain.board import Board
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import MeetingRecord
from dxdesk.domain.minutes import Handout
from dxdesk.domain.minutes_draft import (
    agenda_lines,
    body_words,
    count_words,
    item_title,
    meeting_name,
    meeting_time,
    occasion_of,
)
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import Occasion
from dxdesk.wording.meeting import PRESENCES, MeetingPhrases, phrases_for
from dxdesk.wording.packet import discussed_word
from dxdesk.wording.paper import NOTHING, TO_DECIDE, foot_left, foot_right

TITLE_WORD = "次第"
MEMBERS_TITLE = "出席者名簿"

_CYCLE = TextStyle(Face.PROPORTIONAL_BOLD, 13, 17, align="center")
_BODY_NAME = TextStyle(Face.PROPORTIONAL_BOLD, 18, 24, align="center")
_WORD = TextStyle(Face.PROPORTIONAL_BOLD, 18, 24)
_LABEL = TextStyle(Face.FIXED_BOLD, 11, 18.6)
_LINE = replace(LETTER, line=18.6, justify=False)
_REFERENCE = TextStyle(Face.PROPORTIONAL, 9.5, 18.6)
_EM = LETTER.em

_INSET = 7.0
"""From the left of the text area to the left of everything below the title."""

_LABEL_WIDTH, _LABEL_TEXT = 12.0, 18.0
_PITCH = 7.4
_REFERENCE_AT = 144.0
"""Where 資料番号 begin, from the inset; further left where one is wider than the room behind it."""
_WIDEST_REFERENCE = 45.0
_GAP = 1.4

_ItemRow = tuple[float, Block, float]
"""The gap above a line of the agenda, the line, the height that must follow it on its page."""


@dataclass(frozen=True)
class AgendaPaper:
    """Everything an agenda shows. ``references`` are the 資料番号 by agenda item number, ``made`` an ISO moment.

    ``secretariat`` is who sits for 事務局; ``collected`` marks a copy that is taken back after the meeting, where its
    pages do not say so; ``edition`` says which edition of the papers replaces those that were handed out before.
    """

    record: MeetingRecord
    board: Board
    cycle: Cycle
    settings: Settings
    made: str
    handouts: Sequence[Handout] = ()
    references: Mapping[int, str] = field(default_factory=dict)
    secretariat: str | None = None
    collected: bool = False
    edition: str = ""

    @cached_property
    def phrases(self) -> MeetingPhrases:
        """The town's sentences for this body."""
        return phrases_for(self.settings, self.record.meeting.body_name)

    @cached_property
    def line(self) -> TextStyle:
        """How its lines are set."""
        return body(_LINE, self.settings.paper)

    @cached_property
    def occasion(self) -> Occasion:
        """What the foot of the page says."""
        return occasion_of(self.board, self.cycle, self.record.meeting, self.settings.paper)


def compose_agenda(paper: AgendaPaper) -> Printed:
    """The agenda as PDF, the members on a second page. The same value gives the same bytes."""
    frame = FRAME_T.for_town(paper.settings.paper)
    title = f"{meeting_name(paper.record.meeting, paper.cycle)}　{TITLE_WORD}"
    footer = Footer(foot_left(paper.occasion), foot_right(paper.occasion, paper.made))
    sheet = Sheet(frame, title, paper.board.town, footer, caution=paper.collected)
    lay_agenda(sheet, paper, members_behind=has_members(paper))
    if has_members(paper):
        sheet.next_page()
        lay_members(sheet, paper)
    return sheet.finish()


def has_members(paper: AgendaPaper) -> bool:
    """Whether there is anybody to stand on 出席者名簿."""
    return bool(_members_table(paper, FRAME_T.width).rows)


def lay_agenda(sheet: Sheet, paper: AgendaPaper, *, members_behind: bool = False) -> None:
    """Lay the agenda from the current, still empty page of frame 表 on; it says so if 出席者名簿 is on its back.

    That is so for a page behind the last one of an odd number, where the paper is printed on both sides. The sentence
    never takes a page of its own.
    """
    first = sheet.page
    if paper.collected and not sheet.collect:
        left = sheet.left + (28.5 if sheet.caution else 0.0)
        write(sheet.ink, left, 11 + (7 - NOTE.em) / 2, paper.settings.paper.said("会議後に回収します。"), NOTE)
    if paper.edition:
        write(sheet.ink, sheet.right, 21.0, paper.edition, MARK, "right")
    _place_title(sheet, paper)
    place_when_and_where(sheet, paper)
    sheet.skip(3.4)
    sheet.place(Rule(), left=_INSET)
    sheet.skip(5.4)
    place_items(sheet, paper, 3.0 + 5.1)
    sheet.skip(3.0)
    sheet.place(Rule(), left=_INSET)
    sheet.skip(5.1)
    place_handouts(sheet, paper)
    behind = Text(paper.settings.paper.said(f"{MEMBERS_TITLE}は裏面にあります。"), NOTE)
    if members_behind and (sheet.page - first) % 2 == 0 and sheet.room >= 2.4 + behind.height(sheet.width):
        sheet.skip(2.4)
        sheet.place(behind, left=_INSET)


def _place(paper: AgendaPaper) -> str:
    return paper.record.meeting.place or NOTHING


def _place_title(sheet: Sheet, paper: AgendaPaper) -> None:
    sheet.y = 34.0 - (_CYCLE.line - _CYCLE.size) / 2 / POINTS
    sheet.place(Text(count_words(paper.record.meeting, paper.cycle), _CYCLE))
    sheet.y = max(sheet.y, 41.4 - (_BODY_NAME.line - _BODY_NAME.size) / 2 / POINTS)
    sheet.place(Text(body_words(paper.record.meeting, paper.board.town), _BODY_NAME))
    sheet.y = max(sheet.y + 2.0, 54.0 - (_WORD.line - _WORD.size) / 2 / POINTS)
    sheet.place(Spread(TITLE_WORD, _WORD, 35 / _WORD.em), left=(sheet.width - 35) / 2, width=35)
    sheet.skip(5.7)


def place_when_and_where(sheet: Sheet, paper: AgendaPaper) -> None:
    """日時 and 場所."""
    for label, text in (("日時", meeting_time(paper.record.meeting, paper.phrases)), ("場所", _place(paper))):
        row = Beside(
            (At(0, Spread(label, _LABEL, _LABEL_WIDTH / _EM), _LABEL_WIDTH), At(_LABEL_TEXT, Text(text, paper.line)))
        )
        sheet.place(row, left=_INSET)
        sheet.skip(max(_PITCH - _LINE.line / POINTS, 0))


def place_items(sheet: Sheet, paper: AgendaPaper, gap: float) -> None:
    """Headings with their items; the 資料番号 of all begin at one place. A heading keeps an item under it.

    ``gap`` mm under them follow the papers: 決めること, which a 個票 says too, gives way where they would have to go on
    the next page for it.
    """
    width = sheet.width - _INSET
    rows = _item_rows(paper, width, asks=True)
    tables = handouts_tables(paper.handouts)
    if tables:
        room = sheet.room - gap - min(handouts_height(each, width) for each in tables) + 0.01
        brief = _item_rows(paper, width, asks=False)
        rows = brief if _height(brief, width) <= room < _height(rows, width) else rows
    for above, block, keep in rows:
        sheet.skip(above)
        sheet.place(block, left=_INSET, width=width, keep=keep)


def _height(rows: Sequence[_ItemRow], width: float) -> float:
    return sum(above + block.height(width) for above, block, _ in rows)


def _item_rows(paper: AgendaPaper, width: float, *, asks: bool) -> list[_ItemRow]:
    """The lines of the agenda in ``width`` mm: the gap above, the line, what must follow it on its page."""
    widest = max((text_width(each, _REFERENCE) for each in paper.references.values()), default=0.0)
    at = min(_REFERENCE_AT, width - min(widest + 0.1, _WIDEST_REFERENCE))
    numerals = paper.settings.paper.numerals
    discussed = {card.unit: card.agenda_number for card in paper.board.cards}
    found: list[_ItemRow] = []
    for number, head, items in agenda_lines(paper.record, paper.phrases):
        line = Beside((At(0, Text(numerals(str(number)), paper.line), 2 * _EM), At(2 * _EM, Text(head, paper.line))))
        found.append((_GAP if number > 1 else 0.0, line, _LINE.line / POINTS if items else 0.0))
        for number_of_item, item in items:
            title = numerals(f"（{number_of_item}）") + item_title(item, paper.phrases)
            text = Text(title, paper.line, first=1, rest=3.5)
            reference = paper.references.get(item.number)
            place = discussed.get(item.unit or "") if item.kind == "discuss" else None
            before = Text(discussed_word(place), _REFERENCE) if place is not None else None
            block: Block = Leader(text, Text(reference, _REFERENCE), at, before) if reference else text
            found.append((0.0, block, 0.0))
            if item.ask and asks:
                ask = Text(f"{TO_DECIDE}：{item.ask}", NOTE)
                found.append((0.0, Beside((At(3.5 * _EM, ask),)), 0.0))
    return found


def place_handouts(sheet: Sheet, paper: AgendaPaper, note: str = "") -> None:
    """The table of papers, closer together where it fits whole under the items only so, else on the next page;
    ``note`` stands beside its heading at the right."""
    tables = handouts_tables(paper.handouts)
    if not tables:
        return
    heights = [handouts_height(each, sheet.width - _INSET) for each in tables]
    found = zip(tables, heights, strict=True)
    table, height = next((each for each in found if each[1] <= sheet.room), (tables[0], heights[0]))
    sheet.need(min(height, sheet.frame.bottom - sheet.frame.next_body))
    sheet.place(Text("配布資料", SECTION), left=_INSET, keep=20)
    write(sheet.ink, sheet.right, sheet.y - NOTE.line / POINTS, note, NOTE, "right")
    sheet.skip(UNDER_HEADING)
    sheet.place(table, left=_INSET)


def _members_table(paper: AgendaPaper, width: float) -> Table:
    """The members in one column; whoever is absent is marked, and a proxy with the member's name."""
    columns = (
        Column(30, "区分", CELL_CENTER),
        Column(66, "所属・職", CELL),
        Column(42, "氏名", NAME),
        Column(27, "備考", CELL_CENTER),
    )
    room = 42 * width / 165 - 3
    rows = tuple(
        Row(
            (
                paper.phrases.position(each.position),
                (each.title or "") + (f"（{spaced_name(each.proxy_for)}の代理）" if each.proxy_for else ""),
                name_cell(each.name, room, paper.settings.paper.reading(each.name)),
                Cell("" if each.presence == "present" else PRESENCES[each.presence]),
            )
        )
        for each in paper.record.attendance
        if each.presence != "observer"
    )
    return Table(columns, rows, least=7.0, padding=(1.5, 0.9))


def lay_members(sheet: Sheet, paper: AgendaPaper) -> None:
    """Lay 出席者名簿 from the current, still empty page of frame 表 on, below it the secretariat."""
    write(sheet.ink, sheet.left, 12, MEMBERS_TITLE, TITLE)
    sheet.y = 20.6
    meeting = paper.record.meeting
    day = paper.settings.paper.plain_date(meeting.day)
    sheet.place(Text(f"{meeting_name(meeting, paper.cycle)}（{day}）", NOTE))
    sheet.y = max(sheet.y + 2.0, sheet.frame.body)
    sheet.place(_members_table(paper, sheet.width))
    if paper.secretariat:
        sheet.skip(1.6)
        sheet.place(Text(f"{paper.phrases.say('secretariat')}　{paper.secretariat}", NOTE))
