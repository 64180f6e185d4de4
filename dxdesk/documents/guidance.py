"""記入要領: what is asked of the departments in a cycle, field by field, in the words of the town."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dxdesk.documents.blocks import At, Beside, Block, Stack
from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.cycle_paper import compose_of_cycle
from dxdesk.documents.fonts import Face
from dxdesk.documents.frames import FRAME_T
from dxdesk.documents.initiative_sheet_parts import Heading
from dxdesk.documents.page import Printed, Sheet
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.styles import CELL, CELL_CENTER, NOTE, SECTION, TITLE
from dxdesk.documents.symbols import Symbol
from dxdesk.documents.table import Table
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import StatusLine, clipped, fitted
from dxdesk.domain.guidance import Guidance, GuidedField
from dxdesk.domain.next_year import LEFT_TO_MEETING, NO_DIRECTION
from dxdesk.wording.guidance import (
    ABOUT,
    ANSWERS,
    ANYTIME_NOTE,
    AS_OF,
    ASKED,
    BACK_NOTE,
    CHANGE_LATER,
    CONTACT_PART,
    DUE,
    FIELD_HEADS,
    FIELD_NAMES,
    FIELD_WORDS,
    FIELDS_PART,
    FIRST_STAGE_NOTE,
    GUIDANCE_TITLE,
    HAND_IN_PART,
    HANDLING,
    HANDLING_PART,
    HEAD_CHECK,
    KEEP_OUT,
    LEFT_TO_MEETING_NOTE,
    LENGTHS,
    MEETING,
    MISSING_NOTE,
    NEEDS,
    NEVER_SHOWN,
    NO_DIRECTION_NOTE,
    NOTHING_MOVED,
    STAGE_MEANINGS,
    STAGE_NOTE,
    STAGE_PART,
    STATUS_ALONG,
    STATUS_HEADS,
    STATUS_MEANT,
    STATUS_PART,
    UP_TO_THEN,
    WAYS,
    WHO_ANSWERS,
    WRITE_EXTENSION,
    asked_words,
    contact_words,
    form_words,
)
from dxdesk.wording.paper import FORM_SAMPLE_NOTE, NOTHING, joined_name, plan_words

_SUB = TextStyle(Face.PROPORTIONAL, 9, 12)
_STAGE = TextStyle(Face.PROPORTIONAL, 8.2, 11, phrases=True)
_FIELD_WIDTHS: Final = (33.0, 12.0, 27.0, 93.0)
_STATUS_WIDTHS: Final = (27.0, 62.0, 76.0)
_LABEL: Final = 29.0
_LEAST: Final = 6.4
_UNDER, _AFTER, _BETWEEN = 0.4, 2.6, 0.8
_DOT: Final = "・"


def compose_guidance(value: Guidance, *, made: str, number: str = "") -> Printed:
    """記入要領 of a cycle; ``made`` is an ISO moment."""
    return compose_of_cycle(
        value, GUIDANCE_TITLE, FRAME_T, lay_guidance, made=made, number=number, note=FORM_SAMPLE_NOTE
    )


def lay_guidance(sheet: Sheet, value: Guidance) -> None:
    """Lay the parts from the current, still empty page on; each begins where it has room for its head and more."""
    outer, sheet.head = sheet.head, _draw_again
    _draw_head(sheet, value)
    parts: tuple[tuple[str, tuple[Block, ...]], ...] = (
        (ASKED, (_facts(value),)),
        (FIELDS_PART, (_fields(value), _points(value, _field_notes(value)))),
        (STATUS_PART, (_statuses(value), _points(value, _status_notes(value)))),
        (STAGE_PART, (_stages(value),)),
        (HANDLING_PART, (_points(value, (*HANDLING, NEVER_SHOWN, KEEP_OUT)),)),
        (HAND_IN_PART, (_ways(value), _points(value, (HEAD_CHECK, CHANGE_LATER)))),
        (CONTACT_PART, (Text(f"{contact_words(value.office)}　{WRITE_EXTENSION}", CELL),)),
    )
    for number, (title, blocks) in enumerate(parts, start=1):
        if title == HANDLING_PART:  # how to fill in stands on one page, what becomes of it on one
            sheet.need(sum(_height(each, sheet.width) for _, each in parts[number - 1 :]) - _AFTER)
        sheet.place(Heading(f"{number}　{title}"), keep=min(blocks[0].height(sheet.width), 24.0) + _UNDER)
        sheet.y += _UNDER
        for at, block in enumerate(blocks):
            if at:
                sheet.skip(_BETWEEN)
            sheet.place(block)
        sheet.skip(_AFTER)
    sheet.head = outer


def _height(blocks: Sequence[Block], width: float) -> float:
    """What a part takes with its head."""
    found = sum(block.height(width) for block in blocks) + _BETWEEN * (len(blocks) - 1)
    return Heading("").height(width) + _UNDER + found + _AFTER


def _draw_again(sheet: Sheet) -> None:
    write(sheet.ink, sheet.left, 12.0, f"{GUIDANCE_TITLE}（続き）", SECTION)


def _draw_head(sheet: Sheet, value: Guidance) -> None:
    write(sheet.ink, sheet.left, 12.0, GUIDANCE_TITLE, TITLE)
    words = f"{plan_words(value.plan)}　{joined_name(value.board.cycle_name)}"
    sub = fitted(words, _SUB, sheet.width, 7.5)
    write(sheet.ink, sheet.left, 20.6, clipped(words, sub, sheet.width, 1), sub)
    sheet.y = sheet.frame.body


def _beside(label: str, words: str) -> Block:
    """A bold label and what is said to it."""
    return Beside((At(0.0, Text(label, CELL.bold), _LABEL - 1.0), At(_LABEL, Text(words, CELL))))


def _facts(value: Guidance) -> Block:
    paper = value.settings.paper
    facts = [
        (ABOUT, asked_words(joined_name(value.board.cycle_name), value.asked, value.departments, paper)),
        (AS_OF, f"{paper.long_date(value.as_of)}　{paper.said(UP_TO_THEN)}"),
        (DUE, f"{paper.long_date(value.due)}　{paper.said(NOTHING_MOVED)}"),
        *([(MEETING, paper.long_date(value.meeting))] if value.meeting else []),
        (ANSWERS, paper.said(WHO_ANSWERS)),
    ]
    return Stack(tuple(_beside(label, words) for label, words in facts), gap=0.5)


def _fields(value: Guidance) -> Table:
    heads = zip(_FIELD_WIDTHS, FIELD_HEADS, (CELL.bold, CELL_CENTER, CELL, CELL), strict=True)
    return Table(
        tuple(Column(*each) for each in heads),
        tuple(_field(value, each) for each in value.fields),
        least=_LEAST,
        padding=(1.5, 0.8),
    )


def _field(value: Guidance, field: GuidedField) -> Row:
    need = value.need(field)
    said, guide = value.settings.paper.said, value.settings.guide_characters
    style = CELL_CENTER.bold if need == "must" else CELL_CENTER
    words = said(FIELD_WORDS[field]).format(words=said("、").join(value.settings.directions))
    return Row((FIELD_NAMES[field], Cell(NEEDS[need], style=style), said(form_words(field, guide)), words))


def _field_notes(value: Guidance) -> tuple[str, ...]:
    if not value.direction:
        return (LENGTHS,)
    none, left = (
        "・".join(value.settings.answer_word(key) for key in keys) for keys in (NO_DIRECTION, LEFT_TO_MEETING)
    )
    return (LENGTHS, NO_DIRECTION_NOTE.format(words=none) + LEFT_TO_MEETING_NOTE.format(words=left))


def _statuses(value: Guidance) -> Table:
    columns = tuple(Column(*each) for each in zip(_STATUS_WIDTHS, STATUS_HEADS, strict=True))
    said, word = value.settings.paper.said, value.settings.answer_word
    rows = tuple(
        Row(
            (
                Cell(StatusLine(Symbol(key, 3.6), Text(word(key), CELL.bold))),
                said(STATUS_MEANT[key]),
                said(STATUS_ALONG[key]),
            )
        )
        for key in value.statuses
    )
    return Table(columns, rows, least=_LEAST, padding=(1.5, 0.8))


def _status_notes(value: Guidance) -> tuple[str, ...]:
    word = value.settings.status_word
    missing = MISSING_NOTE.format(word=word("miss"))
    return (*(() if value.first else (BACK_NOTE.format(done=word("done")),)), ANYTIME_NOTE, missing)


def _stages(value: Guidance) -> Block:
    """The stages beside each other in their order, each over what it means."""
    stages, said = value.settings.stages, value.settings.paper.said
    columns = tuple(Column(165.0 / len(stages), stage.word, _STAGE) for stage in stages)
    meanings = (STAGE_MEANINGS.get(stage.key) for stage in stages)
    cells = tuple(Cell(said(each), valign="top") if each else Cell(NOTHING, align="center") for each in meanings)
    note = FIRST_STAGE_NOTE if value.first else STAGE_NOTE
    table = Table(columns, (Row(cells),), padding=(1.2, 0.8))
    return Stack((table, Text(said(note), NOTE)), gap=0.8)


def _points(value: Guidance, sentences: Sequence[str]) -> Block:
    """Sentences under each other, a dot before each."""
    said = value.settings.paper.said
    rows = (Beside((At(0.0, Text(_DOT, CELL), 3.2), At(3.2, Text(said(each), CELL)))) for each in sentences)
    return Stack(tuple(rows), gap=0.3)


def _ways(value: Guidance) -> Block:
    return Stack(tuple(_beside(label, value.settings.paper.said(words)) for label, words in WAYS), gap=0.5)
