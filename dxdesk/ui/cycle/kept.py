"""The next cycle as it is being made, as it is kept between two sittings, and how it is opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from dxdesk.desk import Desk
from dxdesk.domain.asking import Asking
from dxdesk.domain.errors import Problem
from dxdesk.operations.change import Change
from dxdesk.operations.cycles import Opened, open_cycle
from dxdesk.operations.page_drafts import keep_page_draft
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import cycles
from dxdesk.ui.cycle.days_form import CycleDays
from dxdesk.ui.inquiry.making import Wish, make_inquiry
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.asking import CYCLE_STANDS

PAGE: Final = "open_cycle"


def record_of(typed: Mapping[str, str], changed: Mapping[str, Asking]) -> dict[str, object]:
    """What is kept: the fields as typed, and who is asked where a person changed it."""
    asking = {
        unit: {
            "parts": dict(each.parts),
            "asked": each.asked,
            "provisional": each.provisional,
            "former": list(each.former),
        }
        for unit, each in changed.items()
    }
    return {"typed": dict(typed), "asking": asking}


def changed_of(record: Mapping[str, Any], proposed: Sequence[Asking], departments: Sequence[str]) -> dict[str, Asking]:
    """What a person had changed, on the proposal of today. Departments (ids) that are gone are left out."""
    found = {}
    for each in proposed:
        kept = record.get("asking", {}).get(each.unit)
        if kept is None:
            continue
        parts = {department: kept["parts"][department] for department in departments if department in kept["parts"]}
        if parts and "main" not in parts.values():
            parts[next(iter(parts))] = "main"
        former = tuple(kept.get("former", ()))
        asking = replace(each, asked=kept["asked"], provisional=kept["provisional"], former=former)
        found[each.unit] = replace(asking, parts=parts) if parts else asking
    return found


def open_as_written(change: Change, days: CycleDays, asked: Mapping[str, Sequence[str]]) -> Opened:
    """Opens the cycle and forgets what was kept of it, whole or not at all. Raises Problem."""
    opened = open_cycle(
        change,
        days.name,
        as_of=days.as_of,
        due=days.due,
        meeting=days.meeting,
        kind=days.kind,
        assigned=asked,
    )
    keep_page_draft(change, PAGE, "", None)
    return opened


@dataclass(frozen=True)
class Asked:
    """What came of the files once the cycle was open: where they lie, or ``trouble``, the sentence why there are
    none."""

    files: tuple[Path, ...] = ()
    trouble: str = ""

    @property
    def subject(self) -> str:
        """What 照会ファイルをつくる shows of it; empty for nothing."""
        return f"!{CYCLE_STANDS}{self.trouble}" if self.trouble else "\n".join(map(str, self.files))


def open_and_ask(
    desk: Desk, days: CycleDays, asked: Mapping[str, Sequence[str]], wish: Wish | None, keys_passphrase: str | None
) -> Asked:
    """Opens the cycle, then makes the files wished for. Where these cannot be made the cycle is open all the same.
    Raises Problem and StoreUnavailable where it could not be opened."""
    opened = desk.do(open_as_written, days, asked)
    if wish is None:
        return Asked()
    try:
        return Asked(make_inquiry(desk, desk.ask(cycles.cycle, opened.outcome.id), wish, keys_passphrase))
    except (Problem, StoreUnavailable) as trouble:
        return Asked(trouble=trouble_words(trouble))
