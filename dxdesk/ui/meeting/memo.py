"""事務局メモ: what the secretariat writes down for itself about an item. It is kept with the item and goes nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dxdesk.operations.meeting_drafts import MEMO as LEADING
from dxdesk.operations.meeting_drafts import NOTE, keep_draft
from dxdesk.ui.autosave import Autosave
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.text_area import TextArea
from dxdesk.wording.presenter import LEAD_MEMO, MEMO, MEMO_EXAMPLE, MEMO_NOTE

if TYPE_CHECKING:
    from dxdesk.ui.meeting.page import MeetingPage


class Memo(QWidget):
    """The field, and above it 進行メモ from the agenda where there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.leading, self.text = PhraseLabel("", "small", most=2), TextArea()
        self.text.setAccessibleName(MEMO)
        self.text.setAccessibleDescription(MEMO_NOTE)
        self.text.setPlaceholderText(MEMO_EXAMPLE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.leading)
        column.addWidget(self.text, 1)

    def show_texts(self, leading: str, text: str) -> None:
        """Load both."""
        self.leading.show_text(f"{LEAD_MEMO}：{leading}" if leading else "")
        self.leading.setVisible(bool(leading))
        self.text.show_text(text)


def _text(drafts: Mapping[str, Mapping[str, Any]], key: str) -> str:
    return str(drafts.get(key, {}).get("text", ""))


class MemoKeeping(QObject):
    """Keeps what is typed in the field with the item that is open; ``item`` is its id, empty for none."""

    state_changed = Signal(str)
    """A SaveState of the field."""

    def __init__(self, page: MeetingPage, memo: Memo) -> None:
        super().__init__(page)
        self._page, self._memo, self.item = page, memo, ""
        self.autosave = Autosave(self._write, lambda: bool(memo.text.composition.text), self)
        self.autosave.state_changed.connect(self.state_changed)
        memo.text.edited.connect(self.autosave.touch)
        memo.text.left.connect(self.flush)

    def open_item(self, item: str) -> None:
        """Show the memo of an item. What cannot be kept of the one before stays where it is."""
        source = self._page.source
        if source is None or item == self.item or not self.flush():
            return
        self.item = item
        self._memo.show_texts(_text(source.drafts, LEADING + item), _text(source.drafts, NOTE + item))
        self._memo.text.setReadOnly(not self._page.may_record)

    def flush(self) -> bool:
        """Keep what is typed; False where that is not possible."""
        self._memo.text.composition.commit()
        return self.autosave.flush()

    def _write(self) -> bool:
        source = self._page.source
        if source is None or not self.item:
            return True
        typed, key = self._memo.text.typed(), NOTE + self.item
        if typed != _text(source.drafts, key):
            fields = {"text": typed} if typed else None
            self._page.desk.do(keep_draft, source.meeting.id, key, fields)
            rest = {name: each for name, each in source.drafts.items() if name != key}
            self._page.source = replace(source, drafts={**rest, key: fields} if fields else rest)
        return True
