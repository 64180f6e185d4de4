"""A town that has chosen ，．, 殿, gothic, western years, A4 and 白川町's margins prints every document so."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from dxdesk.desk import Desk
from dxdesk.domain.printing import PRINT_KINDS, PrintKind, Wanted
from dxdesk.domain.settings import Settings
from dxdesk.operations.plans import change_settings
from dxdesk.operations.printing_documents import print_document
from tests.builders import MOMENT, SECRETARIAT, ZEIMU, accepted, start_cycle
from tests.documents.page_checks import overlapping
from tests.documents.reading import fonts, page_texts, word_boxes
from tests.documents.sample_towns import OTHER
from tests.operations.test_printing_documents import hold


@pytest.fixture
def target(database_file: Path) -> str:
    """A file alone: a paper is made from values, whichever database they come from."""
    return str(database_file)


@pytest.mark.parametrize("kind", [each for each in PRINT_KINDS if each not in ("change-notice", "comparison")])
def test_every_document_follows_the_settings_of_its_cycle(kind: PrintKind, desk: Desk) -> None:
    desk.do(change_settings, Settings(paper=OTHER))
    cycle = start_cycle(desk)
    accepted(desk, cycle, "重点-1", ZEIMU, status="warn", discuss="decide", ask="続けてよいか")
    meeting = hold(desk, cycle, closed=True)
    pdf = desk.ask(print_document, cycle, Wanted(kind, meeting=meeting), SECRETARIAT, MOMENT).pdf
    text = "".join(page_texts(pdf))
    assert re.findall(r"作成[RHS]\d|令和\d+年\d+月\d+日|令和　*年", text) == []
    assert not [each for each in fonts(pdf) if "Mincho" in each]
    assert overlapping(pdf) == []
    for number, page in enumerate(pypdfium2.PdfDocument(pdf)):
        if page.get_width() > page.get_height():
            continue  # folded or bound at the top: such pages keep their own margins
        tabs = 200 if kind == "packet" else 210  # further right stand the tabs of a packet
        boxes = [box for box in word_boxes(pdf, number) if box[1] < tabs]
        assert min(box[1] for box in boxes) >= OTHER.left - 0.3
        assert max(box[3] for box in boxes) <= 210 - OTHER.margins[3] + 0.3
