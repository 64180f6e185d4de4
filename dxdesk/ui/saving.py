"""Asking where a file goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from dxdesk.preferences import keep, preferences


def proposed_folder() -> Path:
    """The folder in which a file was saved last, while it is there; else the person's documents, else their home."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    known = (Path(each) for each in (preferences().saving_folder, documents) if each)
    return next((each for each in known if each.is_dir()), Path(QDir.homePath()))


def keep_folder(path: Path) -> None:
    """Propose the folder of a file again the next time."""
    keep(saving_folder=str(path.parent))


def ask_target(parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
    """Ask where a file goes, with a proposed name; None where the person went back.

    ``kinds`` as Qt's file dialog wants them: 「文書 (*.txt)」. The folder chosen last is proposed again.
    """
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed_folder() / name), kinds)
    if not chosen:
        return None
    keep_folder(Path(chosen))
    return Path(chosen)
