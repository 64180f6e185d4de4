"""Asking where a file goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QWidget

_last = ""


def ask_target(parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
    """Ask where a file goes, with a proposed name; None where the person went back.

    ``kinds`` as Qt's file dialog wants them: 「文書 (*.txt)」. The folder chosen last is proposed again.
    """
    global _last  # noqa: PLW0603 - the folder of this sitting, as every desktop program remembers it
    proposed = str(Path(_last or QDir.homePath()) / name)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, proposed, kinds)
    if not chosen:
        return None
    _last = str(Path(chosen).parent)
    return Path(chosen)
