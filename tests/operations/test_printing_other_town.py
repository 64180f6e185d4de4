"""A town that has chosen ，．, 殿, gothic, western years, A4 and 白川町's margins prints every document so."""

from __future__ import annotations

import re

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

FOLDED = ("list", "missing", "schedule", "indicators", "directions", "packet")
"""Documents with pages that are folded or bound at the top: these keep their own margins."""


@pytest.mark.parametrize("kind", [each for each in PRINT_KINDS if each != "change-notice"])
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
    if kind not in FOLDED:
        boxes = [box for page in range(len(page_texts(pdf))) for box in word_boxes(pdf, page)]
        assert min(box[1] for box in boxes) >= OTHER.left - 0.3
        assert max(box[3] for box in boxes) <= 210 - OTHER.margins[3] + 0.3
