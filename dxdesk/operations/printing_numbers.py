"""The 資料番号 of a paper that is printed alone: the one it has in the packet of the meeting."""

from __future__ import annotations

from typing import Final

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.packets import BY_KEY, PartKey, numbers
from dxdesk.operations.printing_packet_parts import FRONT, MAKERS, Matter, offered, units_with_sheets
from dxdesk.store.queries import Connection, meetings, packets

_ALWAYS: Final[frozenset[PartKey]] = frozenset({"summary", "list", "directions", "guidance"})


def paper_number(connection: Connection, cycle: Cycle, key: PartKey, now: str) -> str | None:
    """The number of a part in the packet of the last meeting of a cycle, as it was handed out, else as it would be
    printed now; empty where it is not in it, None where no meeting is planned. ``now`` is an ISO moment."""
    held = meetings.meetings(connection, cycle.id)
    if not held:
        return None
    meeting = held[-1]
    handed_out = packets.editions(connection, meeting.id)
    if handed_out:
        return next((each.number for each in handed_out[-1].papers if each.key == key), "")
    choice = packets.packet_choice(connection, meeting.body)
    matter = Matter(connection, cycle, meeting, choice, now)
    chosen = [
        each for each in choice.chosen(offered(connection, cycle, all_sheets=choice.all_sheets)) if each not in FRONT
    ]
    alike = [each for each in chosen if BY_KEY[each].numbering == BY_KEY[key].numbering]
    if key not in alike:
        return ""
    before = alike if BY_KEY[key].numbering == "reference" else alike[: alike.index(key) + 1]
    return numbers([each for each in before if _goes_in(matter, each)])[0].get(key, "")


def _goes_in(matter: Matter, key: PartKey) -> bool:
    """Whether a part has something to say; what takes long to make is not made to find out."""
    if key == "sheets":
        return bool(units_with_sheets(matter))
    return key in _ALWAYS or MAKERS[key](matter) is not None
