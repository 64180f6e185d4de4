"""未回答一覧: who owes what, with room to write; only for 事務局."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dxdesk.documents.missing_list import compose_missing
from dxdesk.documents.page import FRAME_Y
from dxdesk.domain.letters import DepartmentAsked
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import page_texts
from tests.documents.sample_boards import MADE
from tests.documents.sample_letters import ABOUT, HEAD, NOW, TOWN_LIFE, TRADE, many


def printed(*departments: DepartmentAsked, now: datetime = NOW) -> bytes:
    return compose_missing(departments, HEAD, ABOUT, made=MADE, now=now).pdf


def test_the_list_looks_as_it_was_agreed() -> None:
    pdf = printed(TOWN_LIFE, TRADE, replace(many(3), before="総務課"))
    check_golden("missing_list", pdf)
    (text,) = page_texts(pdf)
    assert "取扱注意" in text
    assert "すべて提出済み：町民生活課" in text
    assert "（旧総務課）" in text
    assert "合計（3課）" in text
    assert outside(pdf, FRAME_Y) == []
    assert overlapping(pdf) == []
    assert smallest(pdf) >= 7.5


def test_before_the_deadline_nothing_is_over() -> None:
    assert "3日" in page_texts(printed(TRADE))[0].replace("2月3日", "")
    early = page_texts(printed(TRADE, now=datetime(2025, 1, 31, 9, 0, tzinfo=UTC)))[0]
    assert "―" in early


def test_where_nobody_owes_anything_the_list_says_so() -> None:
    (text,) = page_texts(printed(TOWN_LIFE))
    assert "未回答はありません。" in text
    assert "合計" not in text


@pytest.mark.parametrize("count", [1, 30, 80])
def test_long_lists_repeat_their_head_and_stay_in_the_frame(count: int) -> None:
    pdf = printed(*(replace(many(count), name=f"第{at}課") for at in range(1, 4)))
    first, *others = page_texts(pdf)
    assert all("催促履歴" in page for page in (first, *others))
    assert all(page.startswith("未回答一覧（続き）") for page in others)
    assert outside(pdf, FRAME_Y) == []
    assert overlapping(pdf) == []
