"""What is done with the unit that is open in 取りまとめ, and where the focus is afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from dxdesk.desk import Step
from dxdesk.domain.drafts import missing_fields
from dxdesk.domain.errors import Problem
from dxdesk.domain.next_year import needs_direction
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.consolidate.rows import AnswerRow
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.consolidate import ALL_DRAWN, BOTH_KEPT, DRAWN, TAKEN_BACK

if TYPE_CHECKING:
    from dxdesk.ui.consolidate.page import ConsolidatePage


class Drawing(QObject):
    """Puts sentences in, makes the text final, and takes that back."""

    def __init__(self, page: ConsolidatePage) -> None:
        super().__init__(page)
        self._page = page

    def turn(self, row: AnswerRow) -> None:
        """Put a sentence into the text, or take it out."""
        page = self._page
        if page.shown is not None and not page.shown.closed:
            page.form.turn(row.field, page.body.answers.rows.put_in_as(row) or row.piece)

    def confirm(self) -> None:
        """確定する: then the next unit that waits opens."""
        page = self._page
        if page.shown is None or not page.foot.primary.isEnabled():
            return
        page.form.commit()
        answer, refused = page.form.answer()
        missing = missing_fields(answer, direction=needs_direction(page.shown.found.cycle))
        if refused is not None or missing:
            page.writing.autosave.flush()
            page.form.say_missing(missing)
            if refused is not None:
                refused.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._do(lambda: page.writing.confirm(answer), DRAWN)

    def use_main(self) -> None:
        """主管の回答をそのまま使う, or that of the first department it concerns."""
        page = self._page
        department = page.shown.usable if page.shown is not None else None
        if department is not None and page.leave():
            self._do(lambda: page.writing.use(department), DRAWN)

    def withdraw(self) -> None:
        """取りまとめを取り消す."""
        self._do(self._page.writing.withdraw, TAKEN_BACK)

    def _do(self, act: Callable[[], Step | None], words: str) -> None:
        """Do something whole or not at all, say so, and go on to what waits; after the last one, to the way back."""
        page, before = self._page, self._page.shown
        try:
            step = act()
            disputed = page.writing.disputed
        except (Problem, StoreUnavailable) as trouble:
            page.form.status_message.say(trouble_words(trouble))
            page.writing.autosave.touch()
            return
        if disputed and before is not None:
            page.load(before.view.unit)
            page.foot.up.setFocus(Qt.FocusReason.OtherFocusReason)
            page.said.emit(BOTH_KEPT, False)
            return
        if step is not None:
            page.desk.remember(step)
        rows = page.body.units.rows.rows
        following = next(
            (each.unit for each in rows if each.unit and each.standing in ("waiting", "revise", "partial")), ""
        )
        if before is not None:
            page.load(following if step is not None and following else before.view.unit)
        if step is not None and not following and page.foot.up.isVisible():
            page.foot.up.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            page.body.take_focus()
        page.said.emit(words if following or step is None else f"{words}{ALL_DRAWN}", step is not None)
