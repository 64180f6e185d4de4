"""Whose database a file is, read without opening it for work: a PC may hold those of several secretariats."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from dxdesk.store import engines, gate, tables
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.package_tables import packages


@dataclass(frozen=True)
class Belonging:
    """The secretariat's database id that a file belongs to, and whose it is: ``secretariat`` or ``liaison``;
    ``looks``: it holds what 閲覧 showed, and answers nothing."""

    database_id: str
    kind: str
    looks: bool = False


def belonging(path: Path) -> Belonging | None:
    """Whose database a file is; None for a file that is none, or cannot be read."""
    try:
        gate.read_header(path)
        engine = engines.file_engine(path, "ro")
        try:
            with engine.connect() as connection:
                row = connection.execute(select(tables.identity.c.database_id, tables.identity.c.kind)).one_or_none()
                looks = connection.execute(select(packages.c.id).where(packages.c.kind == "view").limit(1)).first()
        finally:
            engine.dispose()
    except (StoreUnavailable, SQLAlchemyError):
        return None
    if row is None:
        return None
    return Belonging(row.database_id, row.kind, row.kind == "liaison" and looks is not None)


def liaison_database(folder: Path, database_id: str, *, looks: bool) -> Path | None:
    """The database of a folder with which a department answers this secretariat, or looks at what it shows; None where
    there is none yet."""
    try:
        files = sorted(each for each in folder.glob("*.db") if each.is_file())
    except OSError:
        return None
    wanted = Belonging(database_id, "liaison", looks)
    return next((each for each in files if belonging(each) == wanted), None)
