"""What is said of a hand-over, by how it stands."""

from __future__ import annotations

from dxdesk.ui.entry.reading import HANDED_IN, EntryList
from dxdesk.wording.liaison import (
    GIVE_CANCELLED,
    GIVEN_WAITING,
    MEND_AND_GIVE,
    NOTHING_TO_GIVE,
    ONLY_TO_GIVE,
    PART_HOW,
    SUBMIT_FIRST,
    changed_since,
    part_given,
    part_to_give,
    received,
    returned_items,
)
from dxdesk.wording.screen import all_submitted
from dxdesk.wording.take_in import moment_words


def delivery_words(entries: EntryList) -> str:
    """Where the answers are now: to be handed over, on their way, received; empty before the first hand-over."""
    standing = entries.standing
    if standing is None or standing.given is None:
        return ""
    given = standing.given
    if given.state == "cancelled":
        return GIVE_CANCELLED
    if standing.unsent:
        return changed_since(len(standing.unsent))
    return received(moment_words(given.answered), given.held) if given.answered else GIVEN_WAITING


def only_returned(entries: EntryList) -> bool:
    """Whether all that is left to submit was submitted and came back with a question."""
    left = [each.state for each in entries.own if each.state not in HANDED_IN]
    return bool(left) and set(left) == {"returned"}


def heading_words(entries: EntryList) -> tuple[str, str]:
    """Title and sentence over the cards of a department that hands its answers over."""
    total, ready, standing = len(entries.own), entries.handed_in, entries.standing
    assert standing is not None
    said = delivery_words(entries)
    if ready == total:
        return all_submitted(total), said or ONLY_TO_GIVE
    if standing.to_give:
        return part_to_give(total, ready), PART_HOW if standing.given is None else said
    if only_returned(entries):
        return returned_items(total - ready), MEND_AND_GIVE
    if standing.given is not None:
        return part_given(total, ready), said
    return NOTHING_TO_GIVE, SUBMIT_FIRST
