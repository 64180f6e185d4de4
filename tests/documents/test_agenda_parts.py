"""The table of papers on 次第."""

from __future__ import annotations

import pytest

from dxdesk.documents.agenda_parts import handouts_tables
from dxdesk.domain.minutes import Handout


@pytest.mark.parametrize("width", [158.0, 151.0])
def test_the_pages_of_a_thick_packet_stand_in_one_line(width: float) -> None:
    thin, thick = (
        handouts_tables([Handout("資料1", "進捗状況一覧表", "A4", pages)])[0] for pages in ("2～3", "100～1000")
    )
    assert thick.height(width) == thin.height(width)
    assert sum(each.width for each in thick.columns) == sum(each.width for each in thin.columns)
