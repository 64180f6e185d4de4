"""What 回収 says of the exchange folder: answers have arrived, or it is out of reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dxdesk.ui.bands import Notice
from dxdesk.ui.inbox import ALL_ARRIVED, Inbox
from dxdesk.wording.take_in import FOLDER_AWAY, LOOK_INSIDE, SEE_WHY, arrived_words

if TYPE_CHECKING:
    from dxdesk.ui.collect.page import CollectPage


class ArrivalsNotice(QObject):
    """Watches the folder for the page, and leads to 取り込みの確認."""

    changed = Signal()

    def __init__(self, page: CollectPage) -> None:
        super().__init__(page)
        self._page = page
        self.inbox = Inbox(page.desk, self)
        self.inbox.changed.connect(self._tell)

    def _tell(self) -> None:
        self._page.area.show_reach(FOLDER_AWAY if self.inbox.found.away else "")
        self.changed.emit()

    def notice(self) -> Notice | None:
        """The band about what has arrived; None for nothing."""
        found = self.inbox.found
        if not found.waiting:
            return None
        word = SEE_WHY if found.waiting == found.unreadable else LOOK_INSIDE
        words = arrived_words(found.waiting, found.unreadable, self._whose())
        return Notice("band", words, ((word, self.look_inside),))

    def _whose(self) -> list[str]:
        """The departments whose files have come in, in 建制順; none where the head of a file names one unknown here."""
        source, said = self._page.source, self.inbox.found.departments
        found = [each for each in source.departments if {each.id, each.name} & said] if source is not None else []
        known = {word for each in found for word in (each.id, each.name)}
        return [each.name for each in found] if said <= known else []

    def look_inside(self, _pressed: bool = False) -> None:
        """内容を確かめて取り込む."""
        self._page.page_requested.emit("take_in", ALL_ARRIVED)
