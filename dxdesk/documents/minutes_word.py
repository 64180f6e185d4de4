"""会議録 as a Word file, made from a form: the town's own, or the one that comes with the program."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from dxdesk.documents import word
from dxdesk.documents.minutes import title_of
from dxdesk.documents.minutes_parts import MinutesPaper
from dxdesk.documents.minutes_words import minutes_words
from dxdesk.documents.word_style import form_in_style

MINUTES_FORM: Final = "minutes.docx"


def compose_minutes_word(paper: MinutesPaper, form: Path | None = None) -> bytes:
    """The minutes as .docx. The same value and form give the same bytes; what is withheld is nowhere in them.

    Raises Problem where the form (None: the one in use) cannot be read or filled.
    """
    name, content = form_in_style(form, MINUTES_FORM, paper.settings.paper)
    return word.fill_form(content, name, minutes_words(paper), title=title_of(paper), author=paper.board.town)
