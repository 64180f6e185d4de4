"""次第, 宿題, 決定の確認, 休憩 and 白 hold for any words, screen and text scale, and fill the room that they have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dxdesk.domain.audience import AgendaLine, Audience, OpenAction, ReadBack, ReadBackAction
from dxdesk.domain.meetings import RESULTS, ActionState, Result
from dxdesk.ui.audience.actions_slide import action_pages
from dxdesk.ui.audience.agenda_slide import agenda_pages
from dxdesk.ui.audience.drawing import SCALES, Box, Canvas, Line, Page, Text, Tick, canvas_for
from dxdesk.ui.audience.plain_slide import blank_pages, break_pages
from dxdesk.ui.audience.read_back_slide import read_back_pages
from dxdesk.ui.board.course import Position, Sight
from dxdesk.wording.audience import PLEASE_CONFIRM
from tests.ui.board.sights import shown

from .boards import NAMES, SCREENS, scales, screens
from .checks import check_page

FORTY = "住民の利便性向上と職員の業務の効率化につながる業務の改善と情報システムの標準化・"
LONG = "移行を二段階に分け、窓口系の四業務を先に進めることとし、その進め方を次回までに示す。" * 98
COUNTS = (0, 1, 13, 25, 44)
FULL = canvas_for(1920, 1080)
TEXTS = st.text(alphabet="移行を二段階に分け、窓口の業務を進める。ABC 019「」\n髙𠮷<b>&%", min_size=1, max_size=300)


@cache
def town() -> Audience:
    """A real plan in its meeting, before an agenda."""
    return shown()


def audience(
    agenda: Sequence[AgendaLine] = (), actions: Sequence[OpenAction] = (), said: ReadBack | None = None
) -> Audience:
    return replace(town(), agenda=tuple(agenda), actions=tuple(actions), read_back=said)


def agenda(
    count: int, title: str = "重点取組事項の進捗状況について", minutes: int | None = 15
) -> tuple[AgendaLine, ...]:
    """Every second item is about a unit, as far as there are any, and discussed."""
    codes = [card.code for card in town().board.cards]
    return tuple(
        AgendaLine(
            at + 1, at // 2 + 1 if at % 2 else None, title, codes[at] if at % 2 and at < len(codes) else None, minutes
        )
        for at in range(count)
    )


def actions(
    count: int, text: str = "移行の順番案と関係課の負担を一覧にする。", owners: int = 1
) -> tuple[OpenAction, ...]:
    states: tuple[ActionState, ...] = ("done", "open", "carried")
    departments = tuple(f"見本第{at + 1}課" for at in range(owners))
    return tuple(
        OpenAction(f"6-{at + 1}", text, departments, date(2025, 3, 31) if at % 2 else None, states[at % 3])
        for at in range(count)
    )


def said(text: str, count: int = 1, owners: int = 1) -> ReadBack:
    departments = tuple(f"見本第{at + 1}課" for at in range(owners))
    return ReadBack(
        2, text, "approved", tuple(ReadBackAction(FORTY, departments, date(2025, 3, 31)) for _ in range(count))
    )


def words(pages: Sequence[Page]) -> list[str]:
    return [str(each["text"]) for page in pages for each in page.texts()]


def numbers(pages: Sequence[Page]) -> list[int]:
    """The numbers before the items of the agenda."""
    marks = (mark for page in pages for _, mark in page.marks() if isinstance(mark, Text))
    return [int(mark.lines[0]) for mark in marks if (mark.align, mark.colour) == ("right", "navy")]


def largest(pages: Sequence[Page], text: str) -> float:
    return max(float(str(each["px"])) for page in pages for each in page.texts() if text in str(each["text"]))


def every_slide(shown_: Audience, canvas: Canvas) -> list[Page]:
    return [
        *agenda_pages(shown_, 2, canvas),
        *action_pages(shown_, canvas),
        *read_back_pages(shown_, canvas),
        *break_pages(shown_, "14:50", canvas),
        *break_pages(shown_, "", canvas),
        *blank_pages(shown_, canvas),
    ]


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("count", COUNTS)
def test_nothing_is_small_cut_or_covered_however_much_there_is(
    count: int, screen: tuple[int, int], scale: float
) -> None:
    canvas = canvas_for(*screen, scale)
    for text in ("業務改善", FORTY, LONG):
        full = audience(agenda(count, text), actions(count, text, owners=20), said(text, min(count, 5), owners=20))
        for page in every_slide(full, canvas):
            check_page(page)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(NAMES, st.none() | st.integers(1, 240)), max_size=20),
    st.lists(TEXTS, max_size=12),
    TEXTS,
    screens,
    scales,
)
def test_any_words_stand_whole_on_the_slides(
    items: list[tuple[str, int | None]], tasks: list[str], text: str, screen: tuple[int, int], scale: float
) -> None:
    lines = tuple(AgendaLine(at, at, title, None, minutes) for at, (title, minutes) in enumerate(items, start=1))
    full = audience(lines, [each for task in tasks for each in actions(1, task)], said(text))
    pages = every_slide(full, canvas_for(*screen, scale))
    for page in pages:
        check_page(page)
    assert numbers(agenda_pages(full, 1, canvas_for(*screen, scale))) == [line.number for line in lines]


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("count", COUNTS)
def test_every_item_and_every_action_is_shown_once(count: int, scale: float) -> None:
    canvas = canvas_for(1440, 1080, scale)
    full = audience(agenda(count), actions(count))
    assert numbers(agenda_pages(full, None, canvas)) == [line.number for line in full.agenda]
    pages = action_pages(full, canvas)
    ticks = [[mark for _, mark in page.marks() if isinstance(mark, Tick)] for page in pages]
    assert sum(map(len, ticks)) == count
    assert max(map(len, ticks)) <= 7
    shown_numbers = [each.split("　")[0] for each in words(pages) if each.startswith("6-")]
    assert sorted(shown_numbers) == sorted(action.number for action in full.actions)


def test_few_lines_are_large_and_fill_the_page() -> None:
    few, many = audience(agenda(5), actions(2)), audience(agenda(44), actions(25))
    assert largest(agenda_pages(few, None, FULL), "進捗状況") > largest(agenda_pages(many, None, FULL), "進捗状況")
    assert largest(action_pages(few, FULL), "順番案") > largest(action_pages(many, FULL), "順番案")
    page = agenda_pages(audience(agenda(8)), None, FULL)[0]
    lowest = max(layer.rect.bottom() for layer in page.layers if layer.kind == "card")
    assert lowest > 0.8 * FULL.height


def test_what_is_done_stands_last_with_its_tick() -> None:
    page = action_pages(audience(actions=actions(3)), FULL)[0]
    assert [mark.checked for _, mark in page.marks() if isinstance(mark, Tick)] == [False, False, True]


def test_many_departments_leave_the_day_and_the_state_of_an_action_whole() -> None:
    full = audience(actions=actions(2, owners=40), said=said("進める。", owners=40))
    found = words([*action_pages(full, FULL), *read_back_pages(full, FULL)])
    assert any(each.endswith("…　期限 3月31日（月）　対応中") for each in found)
    assert any(each.endswith("…　期限 3月31日（月）") for each in found)


@pytest.mark.parametrize("scale", SCALES)
def test_the_agenda_opens_at_the_page_of_the_item_that_is_treated(scale: float) -> None:
    full, canvas = audience(agenda(44)), canvas_for(1440, 1080, scale)
    for number in (1, 22, 44):
        sight = Sight(full, Position(code=full.agenda[1].code, item=number), canvas)
        opened = Sight(full, sight.view("agenda"), canvas)
        page = opened.pages[opened.number]
        tinted = [mark for _, mark in page.marks() if isinstance(mark, Box) and mark.fill == "key-tint"]
        assert len(tinted) == 1
        assert number in numbers([page])
    assert Sight(full, Position(), canvas).view("agenda").page == 0


def test_only_the_item_that_is_treated_is_marked() -> None:
    for current, marked in ((None, 0), (3, 1), (99, 0)):
        pages = agenda_pages(audience(agenda(13)), current, FULL)
        tinted = [
            mark for page in pages for _, mark in page.marks() if isinstance(mark, Box) and mark.fill == "key-tint"
        ]
        assert len(tinted) == marked


def test_a_longer_decision_steps_down_and_then_goes_on_on_the_next_page() -> None:
    sizes = []
    for text in ("進める。", FORTY * 2, FORTY * 2 + FORTY[:20], LONG):
        pages = read_back_pages(audience(agenda(3), said=said(text, 0)), FULL)
        marks = [mark for page in pages for _, mark in page.marks() if isinstance(mark, Text)]
        sizes.append(max(mark.px for mark in marks))
        assert text in "".join(line for mark in marks if mark.px in (84, 72, 60) for line in mark.lines)
    assert sizes[0] == 84
    assert sizes[-1] == 60
    assert sizes == sorted(sizes, reverse=True)
    assert len(read_back_pages(audience(said=said(LONG, 0)), FULL)) > 3


def test_every_page_of_a_decision_asks_the_room_and_says_which_page_it_is() -> None:
    pages = read_back_pages(audience(agenda(3), said=said(LONG, 3)), FULL)
    for number, page in enumerate(pages, start=1):
        found = words([page])
        assert PLEASE_CONFIRM in found
        assert f"{number}／{len(pages)}" in found
        assert found[0].startswith("協議1")


@pytest.mark.parametrize("result", RESULTS)
def test_the_conclusion_stands_beside_what_is_confirmed(result: Result) -> None:
    full = audience(said=replace(said("進める。"), result=result))
    assert any(each.startswith("決定の確認：") for each in words(read_back_pages(full, FULL)))


def test_actions_alone_are_read_back_under_their_own_word() -> None:
    alone = replace(said("", 2), result=None)
    found = words(read_back_pages(audience(said=alone), FULL))
    assert "宿題の確認" in found
    assert not [each for each in found if "決定" in each]


def test_the_decision_and_its_action_are_parted_by_a_line_as_wide_as_the_words() -> None:
    page = read_back_pages(audience(said=said("進める。")), FULL)[0]
    lines = [mark for _, mark in page.marks() if isinstance(mark, Line)]
    assert len(lines) == 1
    assert len(read_back_pages(audience(said=None), FULL)) == 1


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("screen", SCREENS)
def test_a_sample_is_marked_on_every_page_and_a_real_meeting_on_none(screen: tuple[int, int], scale: float) -> None:
    sample = audience(agenda(44), actions(25), said(LONG, 2))
    assert sample.board.sample
    canvas = canvas_for(*screen, scale)
    for page in every_slide(sample, canvas):
        assert any(each.startswith("見本") for each in words([page]) if "課" not in each)
    real = replace(sample, board=replace(sample.board, sample=False), actions=(), read_back=said(LONG, 0))
    assert not [each for page in every_slide(real, canvas) for each in words([page]) if "見本" in each]


def test_a_break_says_until_when_and_blank_says_only_the_town() -> None:
    real = replace(audience(), board=replace(audience().board, sample=False))
    assert words(break_pages(real, "14:50", FULL)) == ["休憩", "14:50 まで", "大河原町"]
    assert words(break_pages(real, "", FULL)) == ["休憩", "大河原町"]
    assert words(blank_pages(real, FULL)) == ["大河原町"]


def test_without_agenda_or_actions_one_page_says_so() -> None:
    assert "次第はまだありません。" in words(agenda_pages(audience(), None, FULL))
    assert "前回までの宿題はありません。" in words(action_pages(audience(), FULL))
