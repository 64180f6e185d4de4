"""What the filled button of 記入 does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dxdesk.ui.entry.confirming import confirm_all, confirm_one
from dxdesk.ui.entry.giving import hand_over
from dxdesk.ui.entry.handing_in import hand_in
from dxdesk.ui.entry.preview import toggle_preview
from dxdesk.ui.entry.primary import Act

if TYPE_CHECKING:
    from dxdesk.ui.entry.page import EntryPage


def press_primary(page: EntryPage) -> None:
    """Do what the filled button says."""
    form, following = page.writing.form, page.following
    acts: dict[Act, Callable[[], object]] = {
        "hand in": lambda: hand_in(page),
        "preview": lambda: toggle_preview(page),
        "own": page.show_next,
        "department": lambda: page.department_requested.emit(following.id if following else ""),
        "confirm": lambda: confirm_one(page, form.unit.id if form else ""),
        "confirm all": lambda: confirm_all(page),
        "hand over": lambda: hand_over(page),
        "back": page.back_requested.emit,
        "initiatives": lambda: page.page_requested.emit("initiatives", ""),
    }
    acts[page.primary_now.act]()
