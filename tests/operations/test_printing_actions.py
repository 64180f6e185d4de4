"""宿題一覧 as operations gather it."""

from __future__ import annotations

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.printing import Wanted
from dxdesk.operations.printing_documents import print_document
from tests.builders import MOMENT, SECRETARIAT, SOUMU, uid
from tests.documents.reading import page_texts


def pages(desk: Desk, cycle: Cycle, department: str | None = None) -> list[str]:
    wanted = Wanted("actions", department=department)
    return page_texts(desk.ask(print_document, cycle, wanted, SECRETARIAT, MOMENT).pdf)


def test_where_there_is_none_at_all_the_list_is_nobody_s(desk: Desk, cycle: Cycle) -> None:
    (text,) = pages(desk, cycle)
    assert text.startswith("宿題一覧")
    assert "0件ありません。" in text
    assert "担当なし" not in text
    (own,) = pages(desk, cycle, uid(SOUMU))
    assert SOUMU in own
