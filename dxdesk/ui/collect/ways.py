"""Where 回収 leads: the next steps, the filled button, and the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from dxdesk.domain.collection import SlotKey
from dxdesk.store.queries.collection import Collection
from dxdesk.ui.collect.next_steps import primary_step
from dxdesk.ui.inbox import ALL_ARRIVED
from dxdesk.ui.initiatives.number_box import NumberBox

if TYPE_CHECKING:
    from dxdesk.ui.collect.page import CollectPage

PAGES: Final = {
    "remind": ("reminder", ""),
    "inquire": ("inquiry", "new"),
    "held": ("take_in", ALL_ARRIVED),
    "unread": ("take_in", ALL_ARRIVED),
    "agenda": ("agenda", ""),
    "close": ("close_cycle", ""),
    "open": ("open_cycle", ""),
    "list": ("initiatives", ""),
}
"""The page, and what on it, to which a way leads."""


class Ways(QObject):
    """Goes where a person wants to from what is chosen."""

    def __init__(self, page: CollectPage) -> None:
        super().__init__(page)
        self._page = page

    def keys(self) -> dict[str, Callable[[], object]]:
        """What each key does on the page."""
        page = self._page
        search = page.filters.search.start
        return {
            "Ctrl+Return": self.take,
            "Ctrl+Enter": self.take,
            "Ctrl+F": search,
            "F3": search,
            "F5": page.look_again,
            "Ctrl+G": self.ask_number,
            "Esc": self.escape,
            "Ctrl+Up": lambda: page.matrix.step(-1),
            "Ctrl+Down": lambda: page.matrix.step(1),
        }

    def go(self, way: str) -> None:
        """Where a next step leads."""
        page, source = self._page, self._page.source
        if way in PAGES:
            page.page_requested.emit(*PAGES[way])
        elif source is None:
            return
        elif way == "accept":
            page.work.open("list")
        elif way == "settle":
            self._settle(source)
        elif way == "confirm":
            self._choose(source.collected.unconfirmed)
            page.work.open("confirm")
        elif way == "merge" and (waiting := source.collected.merging("ready", "revise")):
            page.page_requested.emit("consolidate", source.plan.by_id[waiting[0]].code or "")

    def _settle(self, source: Collection) -> None:
        """To the chosen くいちがい, else to the first one."""
        disputes, chosen = source.collected.disputes, self._page.matrix.chosen
        key = chosen if chosen in disputes else next(iter(disputes), None)
        if key is not None:
            self._page.page_requested.emit("conflict", f"{source.plan.by_id[key[0]].code}:{key[1] or ''}")

    def _choose(self, keys: Sequence[SlotKey]) -> None:
        """Choose the first of these, unless one of them is chosen."""
        if keys and self._page.matrix.chosen not in keys:
            self._page.area.choose(keys[0])

    def press(self) -> None:
        """The filled button."""
        page = self._page
        if page.work.task is not None:
            page.work.finish()
        elif page.source is None:
            self.go("open")
        else:
            self.go(primary_step(page.source, may=page.may, may_open=page.may_open)[0])

    def take(self) -> None:
        """Ctrl+Enter: finish the task, else accept what is chosen."""
        page = self._page
        if page.work.task is not None:
            page.work.finish()
        elif page.may and QApplication.focusWidget() is not page.filters.search:
            page.work.accept()

    def step(self, places: int) -> None:
        """To the next answer that waits for its review, around the end."""
        page, source = self._page, self._page.source
        waiting = set(source.collected.acceptable) if source else set()
        order = [(row.unit, each) for row in source.collected.rows for each in row.cells] if source else []
        start = order.index(page.matrix.chosen) if page.matrix.chosen in order else -1 if places > 0 else 0
        ahead = (order[(start + places * step) % len(order)] for step in range(1, len(order) + 1))
        found = next((key for key in ahead if key in waiting), None)
        if found is not None:
            page.area.choose(found)

    def chosen_code(self) -> str:
        """The code of the chosen unit."""
        source, chosen = self._page.source, self._page.matrix.chosen
        return source.plan.by_id[chosen[0]].code or "" if source and chosen else ""

    def open_panel(self, *, focus: bool) -> None:
        """Into the panel: opened where it is a drawer."""
        self._page.beside.open_drawer()
        if focus:
            self._page.panel.take_focus()

    def ask_number(self) -> None:
        """番号で開く."""
        page = self._page
        if page.source is not None:
            NumberBox(page.source.plan, page.show_subject, page).open()

    def escape(self) -> None:
        """One step out: the task, then the drawer."""
        page = self._page
        if page.work.task is not None:
            page.work.stop()
            return
        page.beside.open_drawer(False)
        page.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
