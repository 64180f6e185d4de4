"""取組: one unit as the meeting sees it, on every screen and scale, with and without texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dxdesk.domain.board import Item
from dxdesk.domain.meetings import Conclusion, Decision
from dxdesk.domain.settings import Settings, Stage
from dxdesk.domain.statuses import STATUSES
from dxdesk.ui.audience.drawing import SCALES, Chevron, Line, Page, Squares, Text, Tick, canvas_for
from dxdesk.ui.audience.item_slide import Place, item_pages
from dxdesk.ui.audience.sparkline import has_course, number_of, value_words

from .boards import NAMES, SCREENS, SENTENCE, SETTINGS, make_card, make_item, scales, screens
from .checks import check_page

PLACE = Place(number=6, of=13, next_name="手続ガイドライン", paper_page=4, sample=True)
CARD = make_card(
    "6", "行政組織", "warn", name="自治体情報システムの標準化・共通化", short_name="標準化・共通化", agenda_number=1
)


def words(pages: list[Page]) -> str:
    return "／".join(str(each["text"]) for page in pages for each in page.texts())


def on(screen: tuple[int, int] = (1920, 1080), scale: float = 1.0, item: Item | None = None) -> list[Page]:
    return item_pages(item or make_item(CARD), SETTINGS, canvas_for(*screen, scale), PLACE)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("values", [0, 1, 4])
def test_the_whole_item_is_shown_on_every_screen(screen: tuple[int, int], scale: float, values: int) -> None:
    pages = on(screen, scale, make_item(CARD, values=values))
    for page in pages:
        check_page(page)
    shown = words(pages)
    for heading in ("今回の実績", "課題", "次にすること", "決めること", "前回の宿題"):
        assert heading in shown
    assert ("交付率" in shown) == bool(values)


texts = st.none() | st.text(
    alphabet="移行を2段階に分け、窓口系の業務（案）「先」に進めて。\n𠮷<b>&", min_size=1, max_size=300
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, NAMES, st.sampled_from(STATUSES), st.integers(0, 6), st.integers(0, 5), screens, scales)
def test_any_item_is_whole_and_never_small(
    text: str | None, name: str, status: str, actions: int, values: int, screen: tuple[int, int], scale: float
) -> None:
    card = make_card("1", "A", status, name=name * 3, agenda_number=12)  # type: ignore[arg-type]
    for page in on(screen, scale, make_item(card, text, actions=actions, values=values)):
        check_page(page)


def test_a_long_text_shows_its_first_sixty_characters_and_where_the_rest_is() -> None:
    text = "あいうえおかきくけこ" * 12
    shown = words(on(item=replace(make_item(CARD, text, actions=0), ask=None))).replace("／", "")
    assert text[:60] + "…（資料 p.4）" in shown
    assert text[:61] not in shown


def test_what_was_decided_stands_in_the_place_of_what_is_to_decide() -> None:
    decided = Decision("d", 1, 1, CARD.unit, "approved", "6月に移行する。")
    page = on(item=replace(make_item(CARD, actions=0), ask="6月に移行してよいか", decided=(decided,)))
    shown = words(page).replace("／", "")
    assert "承認：6月に移行する。" in shown
    assert "6月に移行してよいか" not in shown
    for each in page:
        check_page(each)


def test_every_decision_about_an_item_is_shown_in_order() -> None:
    first = Decision("d", 1, 1, CARD.unit, "approved", "6月に移行する。")
    second = Decision("e", 2, 1, CARD.unit, "continued", "費用は次回に協議する。")
    page = on(item=replace(make_item(CARD, actions=0), decided=(first, second)))
    assert "承認：6月に移行する。／継続審議：費用は" in words(page)
    for each in page:
        check_page(each)


def test_an_item_of_usual_length_is_one_page_on_a_wide_screen() -> None:
    usual = replace(make_item(CARD, SENTENCE), ask="移行を2段階に分け、窓口系の4業務を先に進めてよいか")
    assert len(on(item=usual)) == 1
    assert len(on(item=replace(make_item(CARD, SENTENCE[:36], values=4), ask=usual.ask))) == 1


def test_following_pages_name_the_item_again() -> None:
    pages = on((1440, 1080))
    assert len(pages) == 2
    assert "標準化・共通化" in words([pages[1]])
    assert "要注意" in words([pages[1]])
    assert "6／13（2／2）" in words([pages[1]])


@pytest.mark.parametrize(
    ("several", "checking", "sentence"),
    [
        (False, False, "回答がまだありません。"),
        (True, False, "6課のうち3課から回答がありました。"),
        (False, True, "回答を確認しています。"),
    ],
)
def test_without_an_answer_that_counts_last_time_s_is_shown_as_such(
    several: bool, checking: bool, sentence: str
) -> None:
    card = make_card("1", "A", "miss", several=several, checking=checking)
    shown = words(on(item=make_item(card, None, actions=0)))
    assert sentence in shown
    assert "前回の実績" in shown


@pytest.mark.parametrize(
    ("assigned", "accepted", "sentence"),
    [
        (1, 0, "回答がまだありません。（期限 1月31日（金））"),
        (13, 0, "回答がまだありません。（回答 0／13課、期限 1月31日（金））"),
        (13, 3, "13課のうち3課から回答がありました。（期限 1月31日（金））"),
    ],
)
def test_a_missing_answer_says_how_many_came_and_until_when(assigned: int, accepted: int, sentence: str) -> None:
    card = replace(make_card("1", "A", "miss"), assigned=assigned, accepted=accepted)
    place = replace(PLACE, due=date(2025, 1, 31))
    pages = item_pages(make_item(card, None, actions=0), SETTINGS, canvas_for(1920, 1080), place)
    assert sentence in words(pages)
    for page in pages:
        check_page(page)


@pytest.mark.parametrize(
    ("assigned", "accepted", "handed_in", "sentence"),
    [
        (1, 0, 1, "回答を確認しています。"),
        (6, 0, 2, "6課のうち2課から回答がありました。2課分を確認しています。"),
        (6, 3, 5, "6課のうち5課から回答がありました。2課分を確認しています。"),
        (6, 3, 3, "6課のうち3課から回答がありました。"),
    ],
)
def test_what_was_handed_in_and_is_not_accepted_yet_is_not_called_missing(
    assigned: int, accepted: int, handed_in: int, sentence: str
) -> None:
    card = replace(make_card("1", "A", "miss"), assigned=assigned, accepted=accepted, handed_in=handed_in)
    shown = words(on(item=make_item(card, None, actions=0)))
    assert sentence in shown
    assert "まだありません" not in shown


def test_an_item_nobody_was_asked_about_says_so() -> None:
    assert "今回は対象外です。" in words(on(item=make_item(make_card("1", "A", "na"), None, actions=0)))


def test_the_stage_of_last_time_is_underlined_and_the_current_one_stands_out() -> None:
    card = replace(CARD, stage="study", previous_stage="research")
    steps = [mark for page in on(item=make_item(card)) for _, mark in page.marks() if isinstance(mark, Chevron)]
    assert [step.state for step in steps] == ["passed"] * 2 + ["current"] + ["open"] * 4
    assert [step.previous for step in steps] == [False, True] + [False] * 5
    same = replace(CARD, stage="study", previous_stage="study")
    marks = [mark for page in on(item=make_item(same)) for _, mark in page.marks()]
    assert not any(mark.previous for mark in marks if isinstance(mark, Chevron))


def test_where_the_words_of_the_scale_do_not_fit_squares_stand_for_them() -> None:
    marks = [mark for page in on(scale=1.4) for _, mark in page.marks()]
    assert not [mark for mark in marks if isinstance(mark, Chevron)]
    assert [mark for mark in marks if isinstance(mark, Squares)]


def test_a_scale_of_eight_renamed_steps_fits() -> None:
    stages = tuple(Stage(f"s{index}", f"第{index}段階の準備") for index in range(8))
    card = replace(CARD, stage="s3", previous_stage="s2")
    for screen in SCREENS:
        for page in item_pages(make_item(card), Settings(stages=stages), canvas_for(*screen), PLACE):
            check_page(page)


def test_action_items_show_a_tick_only_when_done() -> None:
    ticks = [mark.checked for page in on() for _, mark in page.marks() if isinstance(mark, Tick)]
    assert ticks == [True, False]


@pytest.mark.parametrize(("values", "lines"), [(0, 0), (1, 0), (2, 2), (4, 2)])
def test_an_indicator_is_drawn_from_two_values_on(values: int, lines: int) -> None:
    marks = [mark for page in on(item=make_item(CARD, values=values)) for _, mark in page.marks()]
    assert len([mark for mark in marks if isinstance(mark, Line)]) == lines


def test_the_last_value_and_the_target_are_labelled() -> None:
    shown = words(on(item=make_item(CARD, values=4)))
    assert "72%" in shown
    assert "目標 80%" in shown
    single = make_item(CARD, values=1).indicators[0]
    assert value_words(single) == "交付率 60%（目標 80%）"


@pytest.mark.parametrize(
    ("typed", "number"), [("76％", 76.0), ("２，１５０件", 2150.0), ("-3.5", -3.5), ("―", None), ("測れない", None)]
)
def test_numbers_are_read_as_typed(typed: str, number: float | None) -> None:
    assert number_of(typed) == number


def test_values_that_are_no_numbers_make_no_course() -> None:
    indicator = replace(make_item(CARD, values=2).indicators[0], values=(("R5", "―"), ("R6", "72")))
    assert not has_course(indicator)


def test_every_text_of_the_slide_stands_on_the_card_and_no_memo_can() -> None:
    fields = {*Item.__dataclass_fields__, *type(CARD).__dataclass_fields__}
    assert not {field for field in fields if "memo" in field or "secretariat" in field or "private" in field}
    assert all(isinstance(mark, Text) for page in on() for _, mark in page.marks() if hasattr(mark, "lines"))


def test_a_long_decision_leaves_the_texts_beside_it_roomy() -> None:
    short = replace(make_item(CARD, "実績を示した。", actions=0), ask="進めてよいか")
    text = "移行を二段階に分け、窓口系の四業務を先に進める。ただし、関係課の負担を次回までに示すこと。"
    more = "なお、費用の増える分については、補正予算で対応し、財政担当課と協議したうえで、次回の会議に報告すること。"
    decided = Decision("d", 1, 5, "6", "amended", text + more)
    plain, long = on(item=short), on(item=replace(short, decided=(decided,)))
    assert (len(plain), len(long)) == (1, 1)

    def tops(pages: list[Page]) -> list[float]:
        found = [mark for _, mark in pages[0].marks() if isinstance(mark, Text) and mark.lines == ("実績を示した。",)]
        return [mark.rect.top() for mark in found]

    assert tops(long) == tops(plain)
    assert len(tops(plain)) == 3


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("screen", SCREENS)
def test_what_the_body_below_concluded_stands_before_what_is_to_be_decided(
    screen: tuple[int, int], scale: float
) -> None:
    told = Conclusion(
        "DX推進委員会", "referred", "全庁に広げる案を付議する。", ("繁忙期を避けられたい。", "=1+1<b>" * 60)
    )
    pages = on(screen, scale, replace(make_item(CARD), concluded=told))
    for page in pages:
        check_page(page)
    shown = words(pages).replace("／", "")
    assert "委員会の結論" in shown
    assert "付議：全庁に広げる案を付議する。" in shown
    assert "付帯意見：繁忙期を避けられたい。" in shown
    assert shown.index("委員会の結論") < shown.index("決めること")


def test_a_body_that_is_no_committee_said_it_before() -> None:
    told = Conclusion("DX推進プロジェクトチーム（専門部会）", "approved", "進める。")
    assert "先の会議の結論" in words(on(item=replace(make_item(CARD), concluded=told)))


def test_the_kind_of_a_decision_stands_behind_its_result() -> None:
    decided = Decision("d", 1, 1, "u", "approved", "進める。", kind="推進方針")
    assert "承認（推進方針）：進める。" in words(on(item=replace(make_item(CARD), decided=(decided,)))).replace(
        "／", ""
    )
