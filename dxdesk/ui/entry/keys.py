"""The keys of 記入."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dxdesk.domain.statuses import CHOSEN
from dxdesk.ui.bands import announce
from dxdesk.ui.entry.handing_in import hand_in
from dxdesk.ui.entry.preview import toggle_preview
from dxdesk.wording.screen import SAVED_ALREADY

if TYPE_CHECKING:
    from dxdesk.ui.entry.page import EntryPage


def entry_keys(page: EntryPage) -> dict[str, Callable[[], object]]:
    """What each key does on the page."""
    return {
        **{f"Alt+{number}": _choose(page, key) for number, key in enumerate(CHOSEN, start=1)},
        "Alt+0": page.body.centre.editor.same.click,
        "Ctrl+Return": lambda: hand_in(page),
        "Ctrl+Enter": lambda: hand_in(page),
        "Ctrl+Up": lambda: step(page, -1),
        "Ctrl+Down": lambda: step(page, 1),
        "Ctrl+F": lambda: search(page),
        "F3": lambda: search(page),
        "Ctrl+G": lambda: search(page),
        "F5": lambda: look(page),
        "Esc": lambda: escape(page),
        "Ctrl+S": lambda: save(page),
    }


def _choose(page: EntryPage, key: str) -> Callable[[], None]:
    def choose() -> None:
        if page.mode == "form":
            page.body.centre.editor.status.choose(key)

    return choose


def step(page: EntryPage, places: int) -> None:
    """Open the own item before or after the open one."""
    found = page.entries.beside(page.body.navigator.unit(), places)
    if page.mode in ("form", "reading") and found is not None:
        page.open_unit(found.unit.id)


def look(page: EntryPage) -> None:
    """F5: what was written as the meeting sees it; where everything is handed in, what the secretariat has sent."""
    if page.mode in ("form", "preview"):
        toggle_preview(page)
    else:
        page.look_requested.emit()


def search(page: EntryPage) -> None:
    """Put the cursor into the search field, by name or by number."""
    page.body.open_list()
    page.body.navigator.start_search()


def escape(page: EntryPage) -> None:
    """One step out: the slide, then what lies over the form."""
    if page.mode == "preview":
        toggle_preview(page)
    else:
        page.body.close_drawer()


def save(page: EntryPage) -> None:
    """Ctrl+S: everything is saved by itself; say so."""
    if page.leave():
        page.said.emit(SAVED_ALREADY, False)
        announce(page, SAVED_ALREADY)
