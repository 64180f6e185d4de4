"""Accepting, returning and taking back in many slots at once: all of them or none."""

from __future__ import annotations

from collections.abc import Sequence

from dxdesk.operations.change import Change, Outcome
from dxdesk.operations.reviews import accept_reply, return_reply, undo_review
from dxdesk.operations.slots import Place


def accept_replies(change: Change, places: Sequence[Place]) -> tuple[Outcome, ...]:
    """受理 of the newest answer of each slot. Raises Problem naming the first slot where it is not possible."""
    return tuple(accept_reply(change, place) for place in places)


def return_replies(
    change: Change, places: Sequence[Place], returned: Sequence[str], question: str
) -> tuple[Outcome, ...]:
    """差戻し of the newest answer of each slot with the same fields and question. Raises Problem."""
    return tuple(return_reply(change, place, returned, question) for place in places)


def undo_reviews(change: Change, places: Sequence[Place]) -> tuple[Outcome, ...]:
    """Takes the last 受理 or 差戻し of each slot back. Raises Problem naming the first where there is none."""
    return tuple(undo_review(change, place) for place in places)
