"""The keys of 会議."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dxdesk.ui.meeting.rows import KEYED_KINDS, FormKind

if TYPE_CHECKING:
    from dxdesk.ui.meeting.page import MeetingPage

KEYS = frozenset(f"Ctrl+{number}" for number in range(1, len(KEYED_KINDS) + 1))
"""Keys of the desk's tabs that belong to the kinds of records here."""


def meeting_keys(page: MeetingPage) -> dict[str, Callable[[], object]]:
    """What each key does on the page."""
    return {
        **{f"Ctrl+{number}": _choose(page, kind) for number, kind in enumerate(KEYED_KINDS, start=1)},
        "Ctrl+Return": page.hands.go_on,
        "Ctrl+Enter": page.hands.go_on,
        "Ctrl+Up": lambda: page.parts.records.step(-1),
        "Ctrl+Down": lambda: page.parts.records.step(1),
        "F2": page.recording.change_chosen,
        "F4": page.reading_back.toggle,
        "F5": page.presenter.start,
        "Ctrl+G": page.presenter.ask_number,
        "Alt+Return": page.presenter.rehearse,
        "Alt+Enter": page.presenter.rehearse,
        "Esc": lambda: escape(page),
    }


def _choose(page: MeetingPage, kind: FormKind) -> Callable[[], None]:
    def choose() -> None:
        if page.mode == "meeting" and page.may_record and page.recording.item() is not None:
            page.recording.choose_kind(kind)
            page.parts.record_form.take_focus()

    return choose


def escape(page: MeetingPage) -> None:
    """One step out: of a record that is being set right, of the check list, of the form."""
    if page.recording.stop_change():
        page.parts.records.setFocus()
    elif page.mode in ("closing", "form"):
        page.hands.go_back()
