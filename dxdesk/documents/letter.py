"""The official letter: number and day, addressee, sender, subject, body, numbered points below 記, who to ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dxdesk.documents.blocks import At, Beside, Blank, Block, Framed, Inline, Stack, Whole
from dxdesk.documents.cells import Cell, Column
from dxdesk.documents.fonts import Face
from dxdesk.documents.ink import POINTS, Ink
from dxdesk.documents.lines import text_width
from dxdesk.documents.names import letter_spaced
from dxdesk.documents.page import FRAME_D, Footer, Frame, Sheet
from dxdesk.documents.paragraph import Spread, Text
from dxdesk.documents.styles import CELL, CELL_CENTER, LETTER, body
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import StatusLine
from dxdesk.domain.letters import AskedUnit, Letterhead
from dxdesk.domain.paper import GRID, Paper
from dxdesk.domain.settings import Settings
from dxdesk.wording.letters import ANNEX, END, EXTENSION, NOTES, OFFICE, OFFICE_ROLE
from dxdesk.wording.meeting import phrases_for
from dxdesk.wording.paper import FORM_SAMPLE_NOTE, NOTHING

EM = LETTER.em
LINE = LETTER.line / POINTS
LEAST = 6.1
MOST_ROWS = 8
"""A table of more rows goes to 別紙1."""

_LABEL, _TEXT = 3, 10
_BOX = 78.0
_SMALL = TextStyle(Face.MINCHO, 9.5, 16.0)


@dataclass(frozen=True)
class Fill(Whole):
    """A line to write on, `natural` mm long, as high as a line of the letter."""

    natural: float

    def height(self, width: float) -> float:
        """One line."""
        return LINE

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """The line under where the words would stand."""
        below = y + (LINE + EM) / 2 + 0.3
        ink.line(x, below, x + self.natural, below)


@dataclass(frozen=True)
class Point:
    """A numbered point below 記. With `whole` the label is a heading and the block stands below it."""

    label: str
    block: Block
    whole: bool = False


@dataclass(frozen=True)
class Letter:
    """A letter ready to be set: day as words, addressee, subject with its （照会）, paragraphs and points.

    `annex` is the heading and the table of 別紙1, None where it stands in the letter.
    """

    day: str
    addressee: str
    subject: str
    paragraphs: tuple[str, ...]
    points: tuple[Point, ...]
    annex: tuple[str, Block] | None = None


def letter_style(settings: Settings) -> TextStyle:
    """明朝, or the gothic face where the town has chosen it."""
    return body(LETTER, settings.paper)


def letter_frame(settings: Settings) -> Frame:
    """The frame of letters: as many whole characters as fit a line, the rest is left at the right; on the grid 42 by
    40 lines."""
    frame = FRAME_D.for_town(settings.paper)
    characters, lines = GRID
    if settings.paper.grid:
        return replace(frame, right=frame.left + characters * EM, bottom=frame.body + lines * LINE)
    return replace(frame, right=frame.left + int(frame.width / EM) * EM)


def begin_letters(title: str, head: Letterhead, settings: Settings) -> Sheet:
    """An empty file of letters."""
    footer = Footer(right=FORM_SAMPLE_NOTE if head.sample else "", by_part=True, lone=False)
    return Sheet(letter_frame(settings), title, head.sender.body, footer)


def text_room(settings: Settings) -> float:
    """Width in mm of the text of a point."""
    return letter_frame(settings).width - _TEXT * EM


def lay_letters(sheet: Sheet, letters: Sequence[Letter], head: Letterhead, settings: Settings) -> None:
    """Lay letters from the current, still empty page on, each on a new page, 別紙 behind its letter."""
    for at, letter in enumerate(letters):
        sheet.head = None
        if at:
            sheet.next_page(sheet.frame)
        *blocks, end = letter_blocks(letter, head, settings)
        below = end.height(sheet.width)
        for number, block in enumerate(blocks):
            sheet.place(block, keep=below if number + 1 == len(blocks) else 0.0)
        sheet.place(end)
        if letter.annex is not None:
            _lay_annex(sheet, *letter.annex, settings)


def letter_height(letter: Letter, head: Letterhead, settings: Settings) -> float:
    """How high a letter is, mm."""
    width = letter_frame(settings).width
    return sum(block.height(width) for block in letter_blocks(letter, head, settings))


def one_page(settings: Settings) -> float:
    """How much room a page has, mm."""
    frame = letter_frame(settings)
    return frame.bottom - frame.body


def letter_blocks(letter: Letter, head: Letterhead, settings: Settings) -> list[Block]:
    """The whole letter from the top down; the last block is 以上 with the box of who to ask."""
    style = letter_style(settings)
    left = replace(style, justify=False)
    empty = Blank(LINE)
    blocks: list[Block] = [
        *_stamp(letter.day, left, settings.paper),
        Text(f"{letter.addressee}　{settings.paper.salutation}", left, 1, 1),
        empty,
        *_sender(head, settings, left),
        empty,
        Text(letter.subject, left, _LABEL, _LABEL),
        empty,
        *(Text(settings.paper.said(each), style, 1, 0) for each in letter.paragraphs),
        empty,
        Text(NOTES, left.aligned("center")),
        empty,
    ]
    said = settings.paper.said
    for number, each in enumerate(letter.points, 1):
        blocks.append(_point(said(str(number)), replace(each, label=said(each.label)), left))
    blocks.append(_closing(head, left, body(_SMALL, settings.paper)))
    return blocks


def _stamp(day: str, style: TextStyle, paper: Paper) -> list[Block]:
    """文書番号 to write, and the day, as far as the town's letters have them; both as wide as the longer of them, one
    character from the right edge, an empty line below."""
    lines = [each for each in (paper.document_number, day if paper.dated else "") if each]
    wide = max((text_width(each, style) / style.em for each in lines), default=0.0)
    found: list[Block] = [_indented(Spread(each, style.aligned("right"), wide), 1) for each in lines]
    return [*found, Blank(LINE)] if found else []


def _indented(block: Block, right: float) -> Beside:
    """A block that ends so many characters before the right edge."""
    return Beside((At(0.0, _Narrow(block, right * EM)),))


@dataclass(frozen=True)
class _Narrow(Whole):
    """A block in a column narrower at its right."""

    block: Block
    by: float

    def height(self, width: float) -> float:
        """As high as in the narrow column."""
        return self.block.height(width - self.by)

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Draw it at the left."""
        self.block.draw(ink, x, y, width - self.by)


def chair_words(head: Letterhead, settings: Settings) -> str:
    """What the chair of the committee is called; empty where there is no committee."""
    committee = head.sender.committee
    return phrases_for(settings, committee).position("chair") if committee else ""


def _sender(head: Letterhead, settings: Settings, style: TextStyle) -> list[Block]:
    """The committee, and its chair with the name spaced out; what is not known is a line to write on."""
    right = style.aligned("right")
    title, chair = chair_words(head, settings), head.sender.chair
    body = _indented(Text(head.sender.body, right), 2)
    if chair:
        return [body, _indented(Text(f"{title}　{letter_spaced(chair)}", right), 2)]
    words = (Text(f"{title}　", style),) if title else ()
    return [body, _indented(Inline((*words, Fill((7 if title else 11) * EM)), gap=0.0, align="right"), 2)]


def _point(number: str, point: Point, style: TextStyle) -> Block:
    if point.whole:
        head = Beside((At(EM, Text(number, style), 2 * EM), At(_LABEL * EM, Text(point.label, style))))
        return Stack((head, Beside((At(EM, point.block),)), Blank(1.4)))
    return Beside(
        (
            At(EM, Text(number, style), 2 * EM),
            At(_LABEL * EM, Spread(point.label, style, 5), 6 * EM),
            At(_TEXT * EM, point.block),
        )
    )


def _closing(head: Letterhead, style: TextStyle, small: TextStyle) -> Block:
    """以上, and who to ask."""
    label = 3 * small.em
    inside = _BOX - 6.0 - label - 3.0
    office = Text(head.sender.office or OFFICE_ROLE, small)
    room = inside - office.natural - small.em
    who: Block = Inline((office, Fill(room)), gap=small.em)
    if room < 20.0:  # a name this long stands alone
        who = office
    rows = tuple(
        Beside((At(0.0, Spread(word, small, 3), label), At(label + 3.0, block)))
        for word, block in ((OFFICE, who), (EXTENSION, Inline((Fill(inside),))))
    )
    box = _Right(Framed(Stack(rows), padding=3.0), _BOX)
    return Stack((Blank(2.0), _indented(Text(END, style.aligned("right")), 1), Blank(LINE / 2), box))


@dataclass(frozen=True)
class _Right(Whole):
    """A block of a width of its own at the right edge."""

    block: Block
    wide: float

    def height(self, width: float) -> float:
        """As high as in its own width."""
        return self.block.height(self.wide)

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Draw it at the right."""
        self.block.draw(ink, x + width - self.wide, y, self.wide)


def _lay_annex(sheet: Sheet, heading: str, table: Block, settings: Settings) -> None:
    """別紙1 on pages of its own."""
    style = replace(letter_style(settings), justify=False)
    sheet.next_page()
    sheet.place(_indented(Text(settings.paper.said(ANNEX), style.aligned("right")), 1))
    sheet.place(Text(heading, style.aligned("center")))
    sheet.skip(LINE / 2)
    sheet.place(table)


def columns_for(
    units: Sequence[AskedUnit], widths: Sequence[float], heads: Sequence[str], left: Sequence[int]
) -> tuple[Column, ...]:
    """The columns of a table of units: the first as wide as the longest number, taken from the second."""
    widest = max((text_width(each.number, CELL) for each in units), default=0.0) + 3.4
    number = min(max(widths[0], widest), widths[0] + widths[1] / 3)
    wide = (number, widths[0] + widths[1] - number, *widths[2:])
    return tuple(
        Column(width, head, CELL if at in left else CELL_CENTER)
        for at, (width, head) in enumerate(zip(wide, heads, strict=True))
    )


def status_cell(line: StatusLine | None) -> Cell:
    """A status with its word, or nothing to say."""
    return Cell(line) if line is not None else Cell(NOTHING, style=CELL_CENTER)
