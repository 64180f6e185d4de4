"""取組一覧 as a spreadsheet: the units with what counts of them, in the order they are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from dxdesk.domain.board import Board, Card, Item
from dxdesk.domain.plans import Plan
from dxdesk.domain.replies import NO_OUTLOOK
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import STATUSES
from dxdesk.exchange.workbooks import table_workbook
from dxdesk.wording.directions import NEXT_YEAR_HEADS, budget_words
from dxdesk.wording.initiative_workbook import HEADS, basis_note, checking_note, previous_note
from dxdesk.wording.paper import CHANGES, LIST_TITLE, STATUS_MEANINGS, axis_word, handling_words


def initiative_workbook(
    board: Board,
    items: Mapping[str, Item],
    plan: Plan,
    settings: Settings,
    moment: datetime,
    cards: Sequence[Card] | None = None,
) -> bytes:
    """The .xlsx of a board; ``items`` are by unit id, ``cards`` those shown, in their order (None: all).

    ``moment`` is when the file says it was made; the same arguments give the same bytes.
    """
    heads = [axis_word(plan), *HEADS]
    shown = board.cards if cards is None else cards
    told = any(items[card.unit].outlook != NO_OUTLOOK for card in shown)
    heads += NEXT_YEAR_HEADS if told else ()
    rows = [_row(items[card.unit], card, settings) + (_outlook(items[card.unit]) if told else []) for card in shown]
    title = f"{board.plan_title}　{board.cycle_name}　{LIST_TITLE}"
    return table_workbook(title, heads, rows, _notes(board, settings), moment)


def _row(item: Item, card: Card, settings: Settings) -> list[str]:
    return [
        item.axis_name,
        card.label or card.code,
        card.name,
        item.owners,
        item.plan_text,
        settings.status_word(card.status),
        settings.status_word(card.previous_status) if card.previous_status else "",
        CHANGES[card.change] if card.change else "",
        settings.stage_word(card.stage),
        item.results or "",
        item.issues or "",
        item.next or "",
        item.ask or "",
        handling_words(card),
    ]


def _outlook(item: Item) -> list[str]:
    return [item.outlook.direction or "", budget_words(item.outlook.budget)]


def _notes(board: Board, settings: Settings) -> list[str]:
    notes = [basis_note(board.cycle_name, board.as_of)]
    if board.previous_name:
        notes.append(previous_note(board.previous_name))
    keys = (*STATUSES, "elsewhere") if board.elsewhere else STATUSES
    notes += [f"{settings.status_word(key)}：{STATUS_MEANINGS[key]}" for key in keys]
    if board.checking:
        notes.append(checking_note(settings.status_word("miss"), board.checking))
    return notes
