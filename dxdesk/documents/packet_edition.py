"""What a packet shows of its edition and its parts: tabs at the edge, the mark of replaced pages, 差し替え表."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dxdesk.documents.agenda import AgendaPaper
from dxdesk.documents.cells import Column, Row
from dxdesk.documents.fonts import Face
from dxdesk.documents.ink import POINTS
from dxdesk.documents.lines import text_width
from dxdesk.documents.packing import packed_text
from dxdesk.documents.page import SetPage, Sheet
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.styles import CELL, CELL_CENTER, NOTE, SECTION, TITLE
from dxdesk.documents.table import Table
from dxdesk.documents.text_style import TextStyle
from dxdesk.domain.board import Card
from dxdesk.domain.packet_editions import Edition, PacketPaper, Replacement
from dxdesk.domain.packets import PAPER_WORD
from dxdesk.domain.statuses import STATUSES
from dxdesk.wording.packet import (
    AGENDA,
    CHANGED_UNITS,
    SLIP_BACKS,
    SLIP_TITLE,
    changed_unit,
    count_words,
    day_of,
    mark_words,
    page_list,
    sheet_name,
    slip_heads,
    slip_words,
    what_words,
)
from dxdesk.wording.paper import NOTHING

_TAB = TextStyle(Face.PROPORTIONAL_BOLD, 9, 12, white=True)
_TAB_WIDTH, _TAB_HIGH, _TAB_PITCH, _TAB_TOP = 9.0, 13.0, 15.0, 40.0
_TAB_AIR = 0.6
_SIGNS = re.compile(r"\d+|\D")
"""What stands below each other on a tab: 参, 考 and the number in one piece."""

_TABS = 14
"""So many stand below each other before they begin at the top again."""

_UNPRINTED = 4.5
"""A printer leaves so much of the edge white, so that words of a tab keep away from it."""

_MARK = TextStyle(Face.PROPORTIONAL_BOLD, 8.2, 10)
_MARK_HIGH = 5.2
_WHAT_WIDTH, _ACROSS = 35.0, 2.2


@dataclass(frozen=True)
class EditionNote:
    """What a packet that replaces another says of itself: its number, the moment of the one before, what differs.

    ``day`` is how its day is written, ``units`` what is told of the units of which other answers count, ``cards`` are
    those of all units. ``counts`` says on which pages of 総括 how many units of a 状況 there are now.
    """

    number: int
    day: str
    before: str
    rows: tuple[Replacement, ...]
    units: tuple[str, ...] = ()
    cards: Sequence[Card] = ()
    counts: Mapping[int, str] = field(default_factory=dict)


def edition_note(
    before: Edition,
    number: int,
    paper: AgendaPaper,
    rows: tuple[Replacement, ...],
    answers: Collection[str],
    papers: Sequence[PacketPaper],
) -> EditionNote:
    """What a packet of these papers says that takes the place of ``before``, with ``paper`` as its cover; of
    ``answers`` (units) other ones count."""
    days = [day_of(moment, paper.settings.paper) for moment in (paper.made, before.moment)]
    cards, say = paper.board.cards, paper.settings.status_word
    told = tuple(
        changed_unit(f"{card.number}　{card.name}", *(say(each) for each in _statuses(before, card)))
        for card in cards
        if card.unit in answers
    )
    counts = {
        page: _counts(before, paper)
        for each in papers
        if each.key == "summary"
        for page in range(each.first, each.last + 1)
    }
    return EditionNote(number, days[0], days[1], _with_cover(rows), told, cards, counts)


def _counts(before: Edition, paper: AgendaPaper) -> str:
    """How many units of each 状況 there were and are, where that differs; nothing where it was not kept."""
    was, now = Counter(before.statuses.values()), Counter(card.status for card in paper.board.cards)
    changed = [key for key in STATUSES if was[key] != now[key]] if was else []
    words = [count_words(paper.settings.status_word(key), was[key], now[key]) for key in changed]
    return packed_text(words, CELL, _WHAT_WIDTH - 2 * _ACROSS, "、")


def _with_cover(rows: tuple[Replacement, ...]) -> tuple[Replacement, ...]:
    """The rows, with the cover among them: it says which edition it belongs to, if it does not differ in more."""
    if any(1 in row.pages for row in rows):
        return rows
    return (Replacement("", AGENDA, (1,), "edition", (1,)), *rows)


def _statuses(before: Edition, card: Card) -> tuple[str, ...]:
    """What stood on the board and what does now, where that is another."""
    was = before.statuses.get(card.unit, card.status)
    return (was, card.status) if was != card.status else ()


def draw_tabs(sheet: Sheet, parts: Sequence[tuple[str, int, int]]) -> None:
    """A black tab at the outer edge of every page of a numbered part, further down with every part.

    ``parts`` are 資料番号, first and last page (from 1).
    """
    numbered = [each for each in parts if each[0]]
    for place, (number, first, last) in enumerate(numbered):
        for page in sheet.pages[first - 1 : last]:
            _draw_tab(page, place % _TABS, number)


def _draw_tab(page: SetPage, place: int, number: str) -> None:
    """The tab reaches to the edge of the paper; its word stands where every printer prints."""
    ink, width = page.ink, page.frame.page_width
    pitch = min(_TAB_PITCH, (page.frame.page_height - 2 * _TAB_TOP) / _TABS)
    top, left, high = _TAB_TOP + place * pitch, width - _TAB_WIDTH, min(_TAB_HIGH, pitch - 0.6)
    ink.polygon([(left, top), (width, top), (width, top + high), (left, top + high)])
    signs = _SIGNS.findall(number.removeprefix(PAPER_WORD))
    widest = max(text_width(each, _TAB) for each in signs)
    room = _TAB_WIDTH - _UNPRINTED
    style = _TAB.at(min(_TAB.size, _TAB.size * room / widest, (high - _TAB_AIR) * POINTS / len(signs)))
    first = top + (high - len(signs) * style.em) / 2
    for at, sign in enumerate(signs):
        with ink.reads_as(""):
            write(ink, left + room / 2 + 0.3, first + at * style.em, sign, style, "center")


def mark_replaced(sheet: Sheet, note: EditionNote, changed: Collection[int]) -> None:
    """Mark the pages (from 1) that take the place of others, above their foot at the right."""
    words = mark_words(note.number)
    width = text_width(words, _MARK) + 5.0
    for number in changed:
        page = sheet.pages[number - 1]
        right, top = page.frame.right, page.frame.footer - _MARK_HIGH - 1.2
        page.ink.double_frame(right - width, top, width, _MARK_HIGH)
        write(page.ink, right - width / 2, top + (_MARK_HIGH - _MARK.em) / 2, words, _MARK, "center")


def _cells(row: Replacement, note: EditionNote) -> tuple[str, str, str, str, str]:
    """What stands in a row of 差し替え表; a sheet is named by its unit."""
    sheet = next((sheet_name(card.number, card.name) for card in note.cards if card.unit == row.unit), row.name)
    numbers = [card.number for card in note.cards if card.unit in row.units]
    counts = next(filter(None, map(note.counts.get, row.pages)), "") if row.what == "changed" else ""
    return row.number or NOTHING, sheet, *_pages(row), counts or what_words(row.what, numbers)


def _pages(row: Replacement) -> tuple[str, str]:
    """The pages that are taken out, and those that are put in."""
    return page_list(row.before) or NOTHING, page_list(row.pages) or NOTHING


def lay_slip(sheet: Sheet, note: EditionNote, title: str) -> None:
    """差し替え表 from the current, still empty page of frame 表 on."""
    write(sheet.ink, sheet.left, 12, SLIP_TITLE, TITLE)
    sheet.y = 20.6
    sheet.place(Text(title, NOTE))
    sheet.place(Text(slip_words(note.number, note.before), NOTE))
    sheet.place(Text(SLIP_BACKS, NOTE))
    sheet.y = max(sheet.y + 2.0, sheet.frame.body)
    widths, styles = (21.0, 65.0, 22.0, 22.0, _WHAT_WIDTH), (CELL_CENTER, CELL, CELL_CENTER, CELL_CENTER, CELL)
    heads = slip_heads(note.number)
    columns = tuple(Column(width, head, style) for width, head, style in zip(widths, heads, styles, strict=True))
    rows = tuple(Row(_cells(each, note)) for each in note.rows)
    sheet.place(Table(columns, rows, least=7.0))
    if note.units:
        sheet.skip(4.0)
        sheet.place(Text(CHANGED_UNITS, SECTION), keep=10.0)
        for unit in note.units:
            sheet.place(Text(unit, replace(CELL, phrases=False), first=1, rest=1))
