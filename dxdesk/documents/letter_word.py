"""Letters as a Word file, made from a form: the town's own, or the one that comes with the program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from dxdesk.documents.letter_words import WordLetter, letters_words
from dxdesk.documents.word import fill_form
from dxdesk.documents.word_style import form_in_style
from dxdesk.domain.letters import Letterhead
from dxdesk.domain.settings import Settings

LETTER_FORM: Final = "letter.docx"


def compose_letters_word(
    letters: Sequence[WordLetter], head: Letterhead, settings: Settings, form: Path | None = None
) -> bytes:
    """Letters as .docx, each on a new page. The same value and form give the same bytes.

    Raises Problem where the form (None: the one in use) cannot be read or filled.
    """
    name, content = form_in_style(form, LETTER_FORM, settings.paper, grid=True)
    title = letters[0].letter.subject if letters else ""
    return fill_form(content, name, letters_words(letters, head, settings), title=title, author=head.sender.town)
