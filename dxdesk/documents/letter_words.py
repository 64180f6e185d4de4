"""What a form for letters can show: the same words in the same order as the PDF, under names that the form uses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dxdesk.documents.blocks import Beside, Block, Stack
from dxdesk.documents.letter import Letter, chair_words
from dxdesk.documents.names import letter_spaced
from dxdesk.documents.paragraph import Text
from dxdesk.documents.text_style import plain
from dxdesk.domain.letters import AskedUnit, Letterhead
from dxdesk.domain.settings import Settings
from dxdesk.wording.letters import ANNEX, OFFICE_ROLE, owed_words, part_words, to_do
from dxdesk.wording.paper import FORM_SAMPLE_NOTE, NOTHING

Words = Mapping[str, object]
"""Texts, lists of such, and whether something is so, by the Japanese names a form knows."""


@dataclass(frozen=True)
class WordLetter:
    """A letter with the units of the table that stands below its first point or on its 別紙: all that are asked about,
    or those that are ``owed``."""

    letter: Letter
    units: tuple[AskedUnit, ...] = ()
    owed: tuple[AskedUnit, ...] = ()


def words_of(block: Block) -> str:
    """The words of a block, a line for each of its lines; a table has none of its own."""
    match block:
        case Text(content=content):
            return plain(content)
        case Stack(blocks=blocks):
            return "\n".join(words for words in map(words_of, blocks) if words)
        case Beside(parts=parts):
            return "　".join(words_of(part.block) for part in parts)
    return ""


def letters_words(letters: Sequence[WordLetter], head: Letterhead, settings: Settings) -> Words:
    """Everything of some letters that a form can show, as the list ``手紙``."""
    last = len(letters) - 1
    return {
        "手紙": [{**_letter(each, head, settings), "次がある": at < last} for at, each in enumerate(letters)],
        "見本": FORM_SAMPLE_NOTE if head.sample else "",
    }


def _letter(written: WordLetter, head: Letterhead, settings: Settings) -> Words:
    letter, paper = written.letter, settings.paper
    chair = "　".join(each for each in (chair_words(head, settings), letter_spaced(head.sender.chair)) if each)
    return {
        "文書番号": paper.document_number,
        "日付": letter.day if paper.dated else "",
        "宛先": f"{letter.addressee}　{paper.salutation}",
        "発信者": head.sender.body,
        "代表者": chair,
        "標題": letter.subject,
        "本文": [paper.said(each) for each in letter.paragraphs],
        "項目": [
            {
                "番号": paper.numerals(str(number)),
                "名": paper.said(point.label),
                "文": words_of(point.block),
                "取組": _rows(written.units, settings) if number == 1 else [],
                "催促": _owed_rows(written.owed, settings) if number == 1 else [],
            }
            for number, point in enumerate(letter.points, 1)
        ],
        "担当": head.sender.office or OFFICE_ROLE,
        "別紙": paper.said(ANNEX) if letter.annex else "",
        "別紙の題": letter.annex[0] if letter.annex else "",
    }


def _rows(units: Sequence[AskedUnit], settings: Settings) -> list[Words]:
    return [
        {
            "番号": each.number,
            "取組": each.name,
            "立場": part_words(each),
            "前回": settings.status_word(each.previous) if each.previous else NOTHING,
        }
        for each in units
    ]


def _owed_rows(units: Sequence[AskedUnit], settings: Settings) -> list[Words]:
    miss, paper = settings.status_word("miss"), settings.paper
    return [
        {
            "番号": each.number,
            "取組": each.name,
            "立場": part_words(each),
            "状態": owed_words(each, miss),
            "お願い": to_do(each) if each.question else paper.said(to_do(each)),
        }
        for each in units
    ]
