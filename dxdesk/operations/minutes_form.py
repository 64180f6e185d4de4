"""The form for 会議録 in Word that this PC uses: a town's own, where it has put one, or the one that comes along.

It is a file beside the database and no part of it, so nothing here is audited. ``own`` is where the town's lies.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from dxdesk.documents.minutes_form import check_form
from dxdesk.documents.minutes_word import form_in_use
from dxdesk.documents.word import MOST_BYTES
from dxdesk.domain.errors import Problem
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.output_files import cause, write_file


def form_since(own: Path) -> datetime | None:
    """When the town's own form was put there, local time; None where there is none."""
    try:
        return datetime.fromtimestamp(own.stat().st_mtime).astimezone()
    except OSError:
        return None


def own_form(own: Path) -> bytes | None:
    """The town's own form as it lies there, None where there is none. Raises StoreUnavailable."""
    try:
        return own.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreUnavailable(cause(error), own) from error


def form_to_edit() -> bytes:
    """The form that is in use, to be changed in Word. Raises StoreUnavailable."""
    form = form_in_use()
    try:
        return form.read_bytes()
    except OSError as error:
        raise StoreUnavailable(cause(error), form) from error


def use_form(own: Path, file: Path) -> None:
    """Use a .docx from now on; what was used before stays where it cannot be.

    Raises Problem: file.unreadable and those of ``check_form``; StoreUnavailable.
    """
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise Problem("file.unreadable", "form", {"file": str(file)}) from error
    check_form(content, file.name)
    put_form(own, content)


def put_form(own: Path, content: bytes | None) -> None:
    """Have a form be the town's own; None: there is none, and the one that comes along is used.

    Raises StoreUnavailable.
    """
    try:
        if content is None:
            own.unlink(missing_ok=True)
            return
        own.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(cause(error), own) from error
    write_file(own, content)
