"""What 直し終えた does, whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dxdesk.domain.settling import Decision
from dxdesk.operations.change import Change
from dxdesk.operations.page_drafts import keep_page_draft
from dxdesk.operations.reviews import accept_reply, return_reply, settle
from dxdesk.operations.slots import Place
from dxdesk.store.queries import cycles
from dxdesk.ui.conflict.reading import REVIEW, Dispute

PAGE: Final = "conflict"


def subject_of(dispute: Dispute) -> str:
    """Under what the choices of a くいちがい are kept."""
    unit, department = dispute.slot.key
    head = dispute.slot.view.heads[0]
    return f"{head.cycle}/{unit}:{department or ''}"


def decide(change: Change, dispute: Dispute, decisions: Mapping[str, Decision]) -> None:
    """Settles the answers, or says once more what was decided about one; what was kept of it is forgotten.
    Raises Problem."""
    slot = dispute.slot
    cycle = cycles.cycle(change.connection, slot.view.heads[0].cycle)
    department = slot.department
    if dispute.reviews and department is not None:
        returned = dispute.reviews[1]
        place = Place(cycle, slot.unit, department)
        if decisions[REVIEW] == "ours":
            accept_reply(change, place)
        else:
            return_reply(change, place, returned.fields, returned.question or "")
    else:
        settle(change, cycle, slot.unit.code or "", department.id if department else None, decisions)
    keep_page_draft(change, PAGE, subject_of(dispute), None)
