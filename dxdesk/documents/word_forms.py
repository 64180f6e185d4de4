"""The kinds of forms in Word that a town may have its own of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dxdesk import paths
from dxdesk.documents.letter_form import check_letter_form
from dxdesk.documents.letter_word import LETTER_FORM
from dxdesk.documents.minutes_form import check_minutes_form
from dxdesk.documents.minutes_word import MINUTES_FORM


@dataclass(frozen=True)
class WordForm:
    """What a form is for: the ``file`` it lies in, and what raises Problem where a content (bytes, the name of its
    file) cannot serve."""

    file: str
    check: Callable[[bytes, str], None]

    @property
    def own(self) -> Path:
        """Where the town's own lies; it need not exist."""
        return paths.own_form(self.file)


FOR_MINUTES: Final = WordForm(MINUTES_FORM, check_minutes_form)
FOR_LETTERS: Final = WordForm(LETTER_FORM, check_letter_form)
