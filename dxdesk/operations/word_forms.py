"""The forms in Word that this PC uses: a town's own, where it has put one, or the one that comes along.

They are files beside the database and no part of it, so nothing here is audited.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from dxdesk.documents.word import MOST_BYTES, form_in_use
from dxdesk.documents.word_forms import WordForm
from dxdesk.domain.errors import Problem
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.output_files import cause, write_file


def form_since(form: WordForm) -> datetime | None:
    """When the town's own form was put there, local time; None where there is none."""
    try:
        return datetime.fromtimestamp(form.own.stat().st_mtime).astimezone()
    except OSError:
        return None


def own_form(form: WordForm) -> bytes | None:
    """The town's own form as it lies there, None where there is none. Raises StoreUnavailable."""
    try:
        return form.own.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreUnavailable(cause(error), form.own) from error


def form_to_edit(form: WordForm) -> bytes:
    """The form that is in use, to be changed in Word. Raises StoreUnavailable."""
    used = form_in_use(form.file)
    try:
        return used.read_bytes()
    except OSError as error:
        raise StoreUnavailable(cause(error), used) from error


def use_form(form: WordForm, file: Path) -> None:
    """Use a .docx from now on; what was used before stays where it cannot be.

    Raises Problem: file.unreadable and those of the form's check; StoreUnavailable.
    """
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise Problem("file.unreadable", "form", {"file": str(file)}) from error
    form.check(content, file.name)
    put_form(form, content)


def put_form(form: WordForm, content: bytes | None) -> None:
    """Have a content be the town's own form; None: there is none, and the one that comes along is used.

    Raises StoreUnavailable.
    """
    own = form.own
    try:
        if content is None:
            own.unlink(missing_ok=True)
            return
        own.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(cause(error), own) from error
    write_file(own, content)
