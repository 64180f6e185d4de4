"""What cannot be saved just now: the band says so, and its texts can be kept elsewhere as a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from dxdesk.domain.errors import Problem
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.autosave import Autosave
from dxdesk.ui.bands import Notice
from dxdesk.ui.dialogs import tell
from dxdesk.ui.saving import ask_target
from dxdesk.wording.screen import COPY_ELSEWHERE, NO_COPY_HERE, NOT_SAVED, SAVE_AGAIN
from dxdesk.wording.sentences import cause, environment_words, problem_words

_SHORT: Final = 40
"""Characters of a sentence that has room beside the buttons of a band."""


def written_words(page: QWidget) -> str:
    """The texts that stand in the fields of a page, each below what its field is called."""
    fields = [each for each in page.findChildren(QWidget) if isinstance(each, QLineEdit | QTextEdit)]
    parts = []
    for field in fields:
        text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        if text and field.isVisibleTo(page) and not field.isReadOnly():
            spoken = QAccessible.queryAccessibleInterface(field)
            parts.append(f"{spoken.text(QAccessible.Text.Name) if spoken else ''}\n{text}\n")
    return "\n".join(parts)


def keep_copy(page: QWidget, words: Callable[[], str]) -> None:
    """別の場所に控えをとる: ask where, and write the texts there as a plain text file."""
    target = ask_target(page, COPY_ELSEWHERE, "入力の控え.txt", "文書 (*.txt)")
    if target is None:
        return
    try:
        Path(target).write_text(words(), encoding="utf-8")
    except OSError:
        tell(page, NO_COPY_HERE)


def failed_words(why: Exception | None) -> str:
    """What the band says when something was not saved; the cause too where that is a short sentence."""
    if isinstance(why, Problem):
        return NOT_SAVED + problem_words(why)
    if isinstance(why, StoreUnavailable):
        said = cause(environment_words(why.code, Path(why.place).name, why.values))
        return NOT_SAVED + said if len(said) <= _SHORT else NOT_SAVED
    return NOT_SAVED


def failed_notice(
    page: QWidget, again: Callable[[], object], why: Exception | None = None, words: Callable[[], str] | None = None
) -> Notice:
    """Something was not saved: ``again`` tries it once more, ``words`` are its texts where not all are in sight."""
    copy = partial(keep_copy, page, words or partial(written_words, page))
    return Notice("band-error", failed_words(why), ((SAVE_AGAIN, again), (COPY_ELSEWHERE, copy)))


def unsaved_notice(page: QWidget, autosave: Autosave, words: Callable[[], str] | None = None) -> Notice | None:
    """The band over a page that saves by itself, while it cannot."""
    return failed_notice(page, autosave.flush, autosave.trouble, words) if autosave.state == "failed" else None
