"""The head of a 個票: number, name, who carries it, its status large, and the stage as chevrons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dxdesk.documents.blocks import Blank, Inline, Sized, Stack, Whole
from dxdesk.documents.fonts import Face
from dxdesk.documents.initiative_sheet_parts import About
from dxdesk.documents.ink import Ink
from dxdesk.documents.lines import text_width
from dxdesk.documents.page import Sheet
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.styles import CELL, SECTION
from dxdesk.documents.symbols import Chevrons, Symbol
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import clipped, fitted
from dxdesk.domain.board import Card
from dxdesk.domain.sheets import UnitSheet
from dxdesk.wording.paper import CHANGES, SHEET_TITLE, names_words

_NUMBER = TextStyle(Face.PROPORTIONAL_BOLD, 19, 24)
_NAME = TextStyle(Face.PROPORTIONAL_BOLD, 14.5, 19)
_LONG_NAME = TextStyle(Face.PROPORTIONAL_BOLD, 12, 15.2, phrases=True)
_INFO = TextStyle(Face.PROPORTIONAL, 8.5, 12.2)
_WORD = TextStyle(Face.PROPORTIONAL_BOLD, 17, 22)
_SMALL = TextStyle(Face.PROPORTIONAL, 9, 12)
_LEAST, _RIGHT, _TEXT_AT = 20.0, 44.0, 13.0
_NUMBER_ROOM, _WIDEST_NUMBER, _BESIDE_NUMBER = 14.0, 24.0, 2.4
"""A number is set smaller where it is wider than its room, and cut at the widest; so much is free beside it."""
_LABEL_WIDTH = 17.0
_BEFORE_WIDTH = 28.0


def _carriers(value: UnitSheet) -> list[str]:
    """Who is in charge, and who else carries the unit; the departments behind a group in brackets, nobody twice."""
    owners, asked = value.item.owners.split("・"), value.item.card.departments
    if value.main:
        others = [name for name in owners if name and name != value.main]
        return [f"主管：{value.main}", *([f"関係：{names_words(others)}"] if others else [])]
    if not value.item.owners:
        return []
    words = names_words(owners)
    return [f"実施主体：{words}" + (f"（{names_words(asked)}）" if asked and set(asked) - set(owners) else "")]


def _rows(parts: Sequence[str], width: float) -> list[str]:
    """The parts in as few lines as keep each of them whole."""
    rows = [*parts[:1]]
    for part in parts[1:]:
        line = f"{rows[-1]}　{part}"
        if text_width(line, _INFO) <= width:
            rows[-1] = line
        else:
            rows.append(part)
    return rows


@dataclass(frozen=True)
class TitleBlock(Whole):
    """Number and name with two lines about it; at the right the status and what changed."""

    value: UnitSheet
    about: About

    def _number(self) -> tuple[str, TextStyle, float]:
        """The number, its style, and where what stands beside it begins."""
        code = self.value.item.card.number
        style = fitted(code, _NUMBER, _NUMBER_ROOM, 7.5)
        shown = clipped(code, style, _WIDEST_NUMBER, 1)
        return shown, style, max(_TEXT_AT, text_width(shown, style) + 2 * _BESIDE_NUMBER)

    def _room(self, width: float) -> float:
        return width - _RIGHT - self._number()[2] - 1.5

    def _stack(self, width: float) -> Stack:
        value, card, room = self.value, self.value.item.card, self._room(width)
        style = _NAME if text_width(card.name, _NAME) <= room else _LONG_NAME
        parts = [*_carriers(value), f"計画：{self.about.plan_words}"]
        parts += [f"国の項目：{value.national}"] if value.national else []
        info = "\n".join(_rows(parts, room))
        return Stack((Text(card.name, style), Text(clipped(info, _INFO, room, 5), _INFO)), gap=1.4)

    def height(self, width: float) -> float:
        """20 mm, more where the name or the lines need it."""
        return max(_LEAST, self._stack(width).height(self._room(width)) + 3.4)

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """The frame with its two halves."""
        high, card = self.height(width), self.value.item.card
        ink.rect(x, y, width, high, weight=0.5)
        ink.line(x + width - _RIGHT, y, x + width - _RIGHT, y + high, weight=0.5)
        code, style, beside = self._number()
        write(ink, x + beside / 2, y + 1.7 + (_NAME.line / 72 * 25.4 - style.em) / 2, code, style, "center")
        self._stack(width).draw(ink, x + beside, y + 1.7, self._room(width))
        self._draw_status(ink, x + width - _RIGHT, y + (high - _LEAST) / 2, card)

    def _draw_status(self, ink: Ink, x: float, y: float, card: Card) -> None:
        word = self.about.settings.status_word(card.status)
        room = _RIGHT - 9.5 - 6.0
        style = fitted(word, _WORD, room, 9.0)
        row = Inline((Symbol(card.status, 9.5), Text(clipped(word, style, room, 1), style)), gap=2.0, align="center")
        row.draw(ink, x, y + 8.2 - row.height(_RIGHT) / 2, _RIGHT)
        below = self._before(card)
        if below:
            below.draw(ink, x, y + 14.2, _RIGHT)

    def _before(self, card: Card) -> Inline | None:
        """前回 with its word and the arrow; 確認中 where the secretariat has the answers in hand."""
        if card.status == "miss" and card.waiting == "secretariat":
            return Inline((Text("（確認中）", _SMALL),), align="center")
        if card.previous_status is None:
            return None
        word = self.about.settings.status_word(card.previous_status)
        style = fitted(word, _SMALL, _BEFORE_WIDTH, 7.5)
        mark = Inline((Symbol(card.previous_status, 3.1), Text(clipped(word, style, _BEFORE_WIDTH, 1), style)), gap=1.4)
        items: list[Sized] = [Text("前回", _SMALL), mark]
        if card.change in ("better", "worse"):
            items += [Blank(1.0), Symbol(card.change, 3.1), Text(CHANGES[card.change], _SMALL.bold)]
        elif card.change == "same" and card.status != "miss":
            items += [Blank(1.0), Text(CHANGES["same"], _SMALL)]
        row = Inline(tuple(items), gap=1.2, align="center")
        return row if row.natural <= _RIGHT - 2.0 else Inline((Text("前回", _SMALL), mark), align="center")


@dataclass(frozen=True)
class StageRow(Whole):
    """実施段階 with all stages of the town's scale."""

    value: UnitSheet
    about: About

    def height(self, width: float) -> float:
        """As high as the chevrons."""
        return 6.4

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """The label, then the chevrons."""
        settings = self.about.settings
        write(ink, x, y + (6.4 - CELL.em) / 2, "実施段階", CELL.bold)
        # chevrons set a long word smaller; cut to what the floor of 7.5 points allows
        room = (width - _LABEL_WIDTH - 2.2) / len(settings.stages) - 3.2
        words = tuple(clipped(stage.word, CELL.at(7.5), room, 1) for stage in settings.stages)
        chevrons = Chevrons(words, settings.stage_index(self.value.item.card.stage), CELL.at(9))
        chevrons.draw(ink, x + _LABEL_WIDTH, y, width - _LABEL_WIDTH)


def draw_top(sheet: Sheet, value: UnitSheet) -> None:
    """The line above everything: 個票 with the number of 本日の協議, and the axis."""
    card = value.item.card
    title = SHEET_TITLE + (f"（協議{card.agenda_number}）" if card.agenda_number is not None else "")
    wide = write(sheet.ink, sheet.left, 11.6, title, SECTION)
    room = min(sheet.width - wide - 36.0, sheet.free - sheet.left - wide - 10.0)
    write(sheet.ink, sheet.left + wide + 6.0, 11.8, clipped(value.item.axis_name, _SMALL, room, 1), _SMALL)


def draw_again(sheet: Sheet, value: UnitSheet, words: str) -> None:
    """The line above a following page: what it is, of which unit."""
    card = value.item.card
    text = f"{words}{card.number}　{card.short_name or card.name}"
    write(
        sheet.ink,
        sheet.left,
        11.6,
        clipped(text, SECTION, min(sheet.width - 32.0, sheet.free - sheet.left - 4.0), 1),
        SECTION,
    )
