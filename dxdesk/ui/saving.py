"""Asking where a file goes, and where one is looked for that travels."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from dxdesk.preferences import exchange, exchange_folder_of, keep, keep_exchange, preferences


def proposed_folder() -> Path:
    """The folder in which a file was saved last, while it is there; else the person's documents, else their home."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    known = (Path(each) for each in (preferences().saving_folder, documents) if each)
    return next((each for each in known if each.is_dir()), Path(QDir.homePath()))


def keep_folder(path: Path) -> None:
    """Propose the folder of a file again the next time."""
    keep(saving_folder=str(path.parent))


def passing_folders() -> tuple[Path, ...]:
    """Folders in which programs keep files for a while: a mail program opens there what came with a letter."""
    places = QStandardPaths.StandardLocation
    kinds = (places.TempLocation, places.GenericCacheLocation, places.GenericDataLocation)
    return tuple(Path(found) for each in kinds if (found := QStandardPaths.writableLocation(each)))


def files_folder(database: str) -> Path:
    """Where a dialog for files to and from a database (id) begins: its exchange folder, else where such a file was
    opened or put last, while they are there; else as for any file."""
    known = (exchange_folder_of(database), exchange(database).get("last_folder", ""))
    return next((Path(each) for each in known if each and Path(each).is_dir()), proposed_folder())


def keep_files_folder(database: str, folder: Path) -> None:
    """Begin there the next time, unless nobody would find a file there again."""
    if not any(folder.is_relative_to(each) for each in passing_folders()):
        keep_exchange(database, last_folder=str(folder))


def adopt_folder(database: str, folder: Path) -> bool:
    """Have the files of a database (id) lie from now on where one of them lay; False where another folder was chosen
    before, nothing can be put there, or it is one in which files only lie for a while."""
    places = QStandardPaths.StandardLocation
    own = (places.DownloadLocation, places.DesktopLocation, places.DocumentsLocation, places.HomeLocation)
    downloads, *kept = (Path(QStandardPaths.writableLocation(each)) for each in own)
    passing = any(folder.is_relative_to(each) for each in (*passing_folders(), downloads))
    if exchange_folder_of(database) or passing or folder in kept or not os.access(folder, os.W_OK):
        return False
    keep_exchange(database, folder=str(folder))
    return True


def ask_file_target(parent: QWidget | None, database: str, title: str, name: str, kinds: str) -> Path | None:
    """Ask where a file goes that travels to or from a database (id); None where the person went back."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(files_folder(database) / name), kinds)
    if not chosen:
        return None
    keep_files_folder(database, Path(chosen).parent)
    return Path(chosen)


def ask_target(parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
    """Ask where a file goes, with a proposed name; None where the person went back.

    ``kinds`` as Qt's file dialog wants them: 「文書 (*.txt)」. The folder chosen last is proposed again.
    """
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed_folder() / name), kinds)
    if not chosen:
        return None
    keep_folder(Path(chosen))
    return Path(chosen)
