"""会議録 as a Word file, made from a form: the town's own, or the one that comes with the program."""

from __future__ import annotations

from pathlib import Path

from dxdesk import paths
from dxdesk.documents.minutes import title_of
from dxdesk.documents.minutes_parts import MinutesPaper
from dxdesk.documents.minutes_words import minutes_words
from dxdesk.documents.word import MOST_BYTES, fill_form
from dxdesk.domain.errors import Problem


def form_in_use() -> Path:
    """The town's own form where there is one in the data folder, else that of the program."""
    own = paths.own_form()
    return own if own.is_file() else paths.data_root() / "resources" / "forms" / "minutes.docx"


def compose_minutes_word(paper: MinutesPaper, form: Path | None = None) -> bytes:
    """The minutes as .docx. The same value and form give the same bytes; what is withheld is nowhere in them.

    Raises Problem where the form (None: the one in use) cannot be read or filled.
    """
    chosen = form or form_in_use()
    try:
        with chosen.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Problem("file.unreadable", "form", {"file": str(chosen)}) from error
    return fill_form(content, chosen.name, minutes_words(paper), title=title_of(paper), author=paper.board.town)
