"""Saving a document under a name that a person chooses, and opening it in another program."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from dxdesk import paths
from dxdesk.operations.given_files import give_copy, give_file
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.dialogs import choose
from dxdesk.ui.jobs import run_job
from dxdesk.ui.saving import keep_folder, proposed_folder
from dxdesk.wording.printing import DO_NOT_SAVE, OTHER_NAME, numbered_name, save_trouble

_FORBIDDEN: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f\s]+')
_LONGEST: Final = 80
_KINDS: Final = {"pdf": "PDF (*.pdf)", "xlsx": "Excel (*.xlsx)", "docx": "Word (*.docx)"}


def file_name(parts: tuple[str, ...], suffix: str) -> str:
    """令和6年度第2回_進捗一覧表.pdf: the parts joined, without what no system takes. ``suffix`` has no dot."""
    cleaned = (_FORBIDDEN.sub("", part).strip(".") for part in parts)
    return f"{'_'.join(part for part in cleaned if part)[:_LONGEST]}.{suffix}"


def ask_path(parent: QWidget, proposed: Path) -> Path | None:
    """Where to save, asked with the dialog of the system; None where the person went back."""
    suffix = proposed.suffix.removeprefix(".")
    dialog = QFileDialog(parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(_KINDS[suffix])
    dialog.setDefaultSuffix(suffix)
    dialog.setDirectory(str(proposed.parent))
    dialog.selectFile(proposed.name)
    return Path(dialog.selectedFiles()[0]) if dialog.exec() == QFileDialog.DialogCode.Accepted else None


def save(parent: QWidget, content: bytes, name: str, ended: Callable[[Path | None], object]) -> None:
    """Save under the name a person chooses; ``ended`` is told it, or None where the person gave up.

    ``name`` is proposed, in the folder that was used last. The file is written beside the window.

    Where that cannot be written the person is told why and asked for another name; a file that another program holds
    is offered a free name beside it.
    """
    _write(parent, content, ask_path(parent, proposed_folder() / name), ended)


def _write(parent: QWidget, content: bytes, path: Path | None, ended: Callable[[Path | None], object]) -> None:
    if path is None:
        ended(None)
        return

    def written(_nothing: None) -> None:
        keep_folder(path)
        ended(path)

    def refused(trouble: Exception) -> None:
        if not isinstance(trouble, StoreUnavailable):
            ended(None)
            raise trouble
        _write(parent, content, _after_trouble(parent, trouble, path), ended)

    run_job(parent, partial(give_file, path, content), written, refused)


def _after_trouble(parent: QWidget, trouble: StoreUnavailable, path: Path) -> Path | None:
    """Another name, or None to give up."""
    other = Path(str(trouble.values["other"])) if trouble.values.get("other") else None
    choices = (DO_NOT_SAVE, OTHER_NAME) if other is None else (DO_NOT_SAVE, OTHER_NAME, numbered_name(other.name))
    chosen = choose(parent, save_trouble(trouble.code, path.name, new=bool(trouble.values.get("new"))), choices)
    if chosen == 2:
        return other
    return ask_path(parent, path) if chosen == 1 else None


def open_outside(
    parent: QWidget,
    content: bytes,
    name: str,
    ended: Callable[[bool], object],
    refused: Callable[[Exception], object],
) -> None:
    """Open a copy in the program that the system has for it; ``ended`` is told False where there is none, ``refused``
    a StoreUnavailable where no copy can be written. That is done beside the window."""
    run_job(
        parent,
        lambda: give_copy(paths.home() / "opened", name, content),
        lambda copy: ended(QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))),
        refused,
    )
