"""宿題一覧 on paper: a page for each department, overdue days in bold, nothing outside the frame."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dxdesk.documents.action_list import ActionPages, compose_action_list
from dxdesk.documents.page import FRAME_T
from dxdesk.domain.action_items import ListedAction
from dxdesk.domain.meetings import ActionItem, ActionState, Meeting, NumberedAction
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import Occasion
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import page_texts
from tests.documents.sample_boards import MADE

TODAY = date(2025, 3, 18)
HELD = Meeting("m", "c", "b", "推進委員会", date(2025, 2, 13), None, None, None, "closed")
POLICY, TAX = (
    Department("p", "政策企画課", order=1, order_confirmed=True),
    Department("t", "税務課", order=2, order_confirmed=True),
)
ABOUT = Occasion("見本町", "見本町DX計画", "令和6年度 第2回", "推進委員会", date(2025, 2, 13))


def row(
    number: int, text: str, due: date | None, *owners: Department, state: ActionState = "open", done: str | None = None
) -> ListedAction:
    action = ActionItem(str(number), number, None, None, tuple(each.id for each in owners), due, text, state, done)
    return ListedAction(NumberedAction(f"6-{number}", HELD, action), owners, "1", "窓口", "令和6年度 第2回", True)


ROWS = (
    row(1, "移行の順番案を一覧にする。", date(2025, 3, 7), POLICY),
    row(2, "候補を3つ挙げる。", None, POLICY, TAX),
    row(3, "件数を示す。", date(2025, 3, 31), TAX, state="done", done="表にした。"),
)


def printed(*pages: ActionPages, word: str = "宿題") -> bytes:
    return compose_action_list(pages, ABOUT, Settings(action_word=word), today=TODAY, made=MADE).pdf


def test_the_list_of_two_departments_looks_as_it_was_agreed() -> None:
    pdf = printed(ActionPages("政策企画課", ROWS[:2]), ActionPages("税務課", ROWS[1:]))
    check_golden("action_list", pdf)
    first, second = page_texts(pdf)
    assert "11日過ぎ" in first
    assert "次回会議" in first
    assert "過ぎ" not in second
    assert "対応済み" in second
    assert outside(pdf, FRAME_T) == []
    assert overlapping(pdf) == []


def test_nobody_s_are_said_to_be_nobody_s_and_an_empty_list_says_so() -> None:
    (text,) = page_texts(printed(ActionPages("", (row(4, "だれかが調べる。", None),))))
    assert "担当なし" in text
    (text,) = page_texts(printed(ActionPages("税務課", ())))
    assert "ありません。" in text


def test_the_town_s_word_stands_in_title_and_number() -> None:
    (text,) = page_texts(printed(ActionPages("税務課", ROWS[1:]), word="検討事項"))
    assert "検討事項一覧" in text
    assert "検6-2" in text


TEXTS = st.text("あいう漢字、。", min_size=1, max_size=120)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(TEXTS, st.sampled_from([None, date(2024, 1, 5), TODAY])),
        min_size=1,
        max_size=12,
    )
)
def test_texts_of_any_length_stay_in_the_frame(given_rows: list[tuple[str, date | None]]) -> None:
    rows = tuple(row(at, text, due, POLICY, TAX, done=text) for at, (text, due) in enumerate(given_rows, start=1))
    pdf = printed(ActionPages("政策企画課", rows))
    assert outside(pdf, FRAME_T) == []
    assert overlapping(pdf) == []
    assert smallest(pdf) >= 7.5


@pytest.mark.parametrize("count", [1, 40, 200])
def test_long_lists_repeat_their_head_and_name(count: int) -> None:
    rows = tuple(row(at, "調べて一覧にする。", None, TAX) for at in range(1, count + 1))
    pages = page_texts(printed(ActionPages("税務課", rows)))
    assert all("税務課" in page and "番号" in page for page in pages)
