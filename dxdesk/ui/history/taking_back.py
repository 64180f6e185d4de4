"""操作の履歴: a taking in taken back, with the 受領票 that tells the department."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from dxdesk.domain.arrivals import LEANINGS
from dxdesk.domain.errors import Problem
from dxdesk.operations.exchange_folder import put_beside
from dxdesk.operations.sending import PackageFile
from dxdesk.operations.taking_in_files import cancel_with_receipt
from dxdesk.preferences import exchange_folder_of
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import packages
from dxdesk.ui.keys import locked, passphrase_for
from dxdesk.ui.long_work import do_beside
from dxdesk.ui.take_in.placing import offer_receipts
from dxdesk.ui.take_in.rows import AGAIN
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.take_in import SEE_ACCEPTED, TAKE_AGAIN, cancelled_words

if TYPE_CHECKING:
    from dxdesk.ui.history.page import HistoryPage

_LEANED_ON = {f"cancel.{each}" for each in LEANINGS}
Cancelled = tuple[int, PackageFile | None]


class TakingBack(QObject):
    """Does it beside the window and says what came of it."""

    def __init__(self, page: HistoryPage) -> None:
        super().__init__(page)
        self._page = page
        self._package = ""

    def again(self, package: str) -> None:
        """To 取り込みの確認, where what was taken back is offered once more."""
        self._page.page_requested.emit("take_in", f"{AGAIN}{package}")

    def cancel(self, package: str) -> None:
        """取消 of the taking in of a package."""
        page, desk = self._page, self._page.desk
        filed = desk.ask(packages.filed, package)
        needs_keys = filed is not None and filed.kind != "form"
        passphrase = passphrase_for(desk, page) if needs_keys else None
        if needs_keys and passphrase is None and locked(desk):
            return
        folder = exchange_folder_of(desk.database_id)

        self._package = package

        def act() -> Cancelled:
            answers, receipt = desk.do(cancel_with_receipt, package, passphrase)
            if receipt is None or not folder:
                return answers, receipt
            try:
                put_beside(Path(folder), receipt.name, receipt.content)
            except StoreUnavailable:
                return answers, receipt
            return answers, None

        do_beside(page, desk, act, self._done, self._refused, always=True)

    def _done(self, found: Cancelled) -> None:
        answers, receipt = found
        self._page.table.setFocus(Qt.FocusReason.OtherFocusReason)  # its button has gone from the row
        words = cancelled_words(answers)
        if receipt is not None:
            offer_receipts(self._page, words, (receipt,))
        else:
            package = self._package
            self._page.offered.emit(words, TAKE_AGAIN, lambda: self.again(package))

    def _refused(self, trouble: Exception) -> None:
        page, words = self._page, trouble_words(trouble)
        if isinstance(trouble, Problem) and trouble.code in _LEANED_ON:
            page.offered.emit(words, SEE_ACCEPTED, lambda: page.page_requested.emit("collect", ""))
        else:
            page.said.emit(words, False)
