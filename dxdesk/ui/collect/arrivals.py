"""What 回収 says of the exchange folder: answers have arrived, or it is out of reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dxdesk.ui.bands import Notice
from dxdesk.ui.inbox import ALL_ARRIVED, Inbox
from dxdesk.wording_take_in import FOLDER_AWAY, LOOK_INSIDE, SEE_WHY, arrived_words

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
        return Notice("band", arrived_words(found.waiting, found.unreadable), ((word, self.look_inside),))

    def look_inside(self, _pressed: bool = False) -> None:
        """内容を確かめて取り込む."""
        self._page.page_requested.emit("take_in", ALL_ARRIVED)
