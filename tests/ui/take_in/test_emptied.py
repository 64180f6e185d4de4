"""What an answer leaves out that had been said before is not passed over in silence."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from dxdesk.operations.exchange_folder import put
from dxdesk.operations.replies import record_draft, submit
from dxdesk.wording.take_in import EMPTIED
from tests.builders import ZEIMU, at
from tests.post import hand_over, newest, say
from tests.ui.take_in.conftest import Departments, OpenPage


def test_what_an_answer_leaves_out_is_shown_as_emptied(departments: Departments, open_page: OpenPage) -> None:
    there = departments.desk(ZEIMU)
    say(there, "検討-1", "始めた。")
    there.do(at, newest(there), "検討-1", ZEIMU, record_draft, {"issues": "人手"})
    there.do(at, newest(there), "検討-1", ZEIMU, submit)
    departments.post.take_in(hand_over(there))
    there.do(at, newest(there), "検討-1", ZEIMU, record_draft, {"issues": ""})
    there.do(at, newest(there), "検討-1", ZEIMU, submit)
    made = hand_over(there)
    put(departments.folder, made.name, made.content)
    page = open_page()
    (row,) = [each for each in page.table.source.rows() if each.kind is not None]
    assert row.reason == "課題を空にした"
    page.panel.show_answer(row)
    assert EMPTIED in [each.text() for each in page.panel.findChildren(QLabel)]
