"""会議録 of recorded meetings, word for word: as PDF, as Word, and what never leaves the town."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from dxdesk.desk import Desk
from dxdesk.documents.minutes_word import compose_minutes_word
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.minutes import VARIANTS, Variant
from dxdesk.operations.printing import print_minutes, recorded_minutes
from dxdesk.store.database import Database
from tests.builders import MOMENT
from tests.documents.reading import squeezed
from tests.operations.recorded_meetings import ESTIMATE, miharu, ogawara

GOLDEN = Path(__file__).parent.parent / "golden"


def text_of(desk: Desk, meeting: Meeting) -> str:
    """The text of a print page by page, without the line that tells hashes and when it was printed."""
    pages = pypdfium2.PdfDocument(desk.ask(print_minutes, meeting, MOMENT).pdf)
    lines = "\n".join(page.get_textpage().get_text_range() for page in pages).replace("\r\n", "\n").split("\n")
    return "\n".join(line for line in lines if not line.startswith("記録番号")) + "\n"


def word_lines(desk: Desk, meeting: Meeting) -> list[str]:
    """The words of the Word file: its paragraphs and the cells of its tables."""
    content = compose_minutes_word(desk.ask(recorded_minutes, meeting, MOMENT, "full"))
    document = Document(io.BytesIO(content))
    cells = [each.text for table in document.tables for row in table.rows for each in row.cells]
    return [squeezed(each) for each in (*(line.text for line in document.paragraphs), *cells)]


def test_the_minutes_of_ogawara_are_word_for_word_those_on_file(database: Database) -> None:
    desk, meeting = ogawara(database)
    text = text_of(desk, meeting)
    assert text == (GOLDEN / "minutes_ogawara.txt").read_text(encoding="utf-8")
    assert all(line in squeezed(text) for line in word_lines(desk, meeting))


def test_the_minutes_of_both_stages_of_miharu_are_word_for_word_those_on_file(database: Database) -> None:
    desk, first, second = miharu(database)
    text = text_of(desk, first) + text_of(desk, second)
    assert text == (GOLDEN / "minutes_miharu.txt").read_text(encoding="utf-8")
    for meeting in (first, second):
        assert all(line in squeezed(text) for line in word_lines(desk, meeting))


@pytest.mark.parametrize("variant", VARIANTS)
def test_no_form_of_the_minutes_tells_what_was_withheld(database: Database, variant: Variant) -> None:
    desk, meeting = ogawara(database)
    pdf = desk.ask(print_minutes, meeting, MOMENT, variant=variant).pdf
    text = squeezed("".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)))
    assert ESTIMATE not in text
    assert ("〔非公開：契約前の金額を含むため、回答1件（1行）を除く。〕" in text) == (variant != "gist")
