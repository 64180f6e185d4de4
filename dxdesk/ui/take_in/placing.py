"""受領票を置く: where there is no exchange folder, somebody says where they go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from dxdesk.operations.exchange_folder import put_beside
from dxdesk.operations.sending import PackageFile
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.page import Page
from dxdesk.ui.saving import files_folder, keep_files_folder
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.take_in import PLACE_RECEIPTS, RECEIPTS_WHERE, placed_words


def offer_receipts(page: Page, words: str, receipts: Sequence[PackageFile]) -> None:
    """Say something, and offer to put 受領票 where the person wants them."""
    page.offered.emit(words, PLACE_RECEIPTS, lambda: _place(page, receipts))


def _place(page: Page, receipts: Sequence[PackageFile]) -> None:
    start = files_folder(page.desk.database_id)
    chosen = QFileDialog.getExistingDirectory(page.window(), RECEIPTS_WHERE, str(start))
    if not chosen:
        return
    try:
        for each in receipts:
            put_beside(Path(chosen), each.name, each.content)
    except StoreUnavailable as trouble:
        offer_receipts(page, trouble_words(trouble), receipts)
        return
    keep_files_folder(page.desk.database_id, Path(chosen))
    page.said.emit(placed_words(len(receipts)), False)
