"""Where files live: what ships with the program, and what belongs to the person using it."""

import os
from pathlib import Path

import platformdirs

PACKAGE = Path(__file__).resolve().parent


def data_root() -> Path:
    """Return the folder that holds `resources/` and `database/`: `_data` when installed, else the checkout."""
    installed = PACKAGE / "_data"
    return installed if installed.is_dir() else PACKAGE.parent


def home() -> Path:
    """Return the user's data folder, which need not exist yet: `DXDESK_HOME`, else the system's place for data."""
    chosen = os.environ.get("DXDESK_HOME")
    if chosen:
        return Path(chosen).expanduser().absolute()
    return platformdirs.user_data_path("dxdesk", appauthor=False)


def default_database() -> Path:
    """Return the database file that is used when none is named; it need not exist yet."""
    return home() / "dxdesk.db"


def own_form(name: str = "minutes.docx") -> Path:
    """Return where a town puts its own form in Word, that for 会議録 or another; it need not exist."""
    return home() / "forms" / name


def backups(database: Path) -> Path:
    """Return the folder for the backups of a database file, one beside it so that they move together."""
    return database.with_name(f"{database.stem}_控え")


def logs() -> Path:
    """Return the folder of the diagnostic logs."""
    return home() / "logs"
