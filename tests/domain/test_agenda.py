"""Which units come up, why, and in what order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.agenda import (
    REASONS,
    agenda_numbers,
    minutes_between,
    propose,
    reason_for,
    standing_title,
    total_minutes,
)
from dxdesk.domain.board import Card
from dxdesk.domain.meetings import AgendaItem
from tests.meeting_samples import BOARD, CARDS

QUIET = replace(CARDS[0], discuss="none", status="ok", change="same")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"discuss": "decide", "status": "late"}, "discuss"),
        ({"discuss": "discuss"}, "discuss"),
        ({"status": "late", "change": "worse"}, "late"),
        ({"status": "warn"}, "warn"),
        ({"status": "stop"}, "stop"),
        ({"status": "miss"}, "miss"),
        ({"change": "better"}, "changed"),
        ({"change": "worse"}, "changed"),
        ({"change": None}, "other"),
        ({"status": "done"}, "other"),
    ],
)
def test_a_unit_comes_up_for_the_first_reason_that_holds(changed: dict[str, object], reason: str) -> None:
    assert reason_for(replace(QUIET, **changed)) == reason  # type: ignore[arg-type]


cards = st.lists(
    st.builds(
        replace,
        st.just(QUIET),
        discuss=st.sampled_from(["none", "discuss", "decide"]),
        status=st.sampled_from(["ok", "warn", "late", "done", "none", "stop", "na", "miss"]),
        change=st.sampled_from(["better", "worse", "same", None]),
        assigned=st.integers(0, 2),
    ),
    max_size=12,
).map(lambda found: tuple(replace(card, unit=str(place)) for place, card in enumerate(found)))


@given(cards)
def test_every_asked_unit_is_proposed_once_by_rank_and_then_in_the_plans_order(found: tuple[Card, ...]) -> None:
    proposed = propose(replace(BOARD, cards=found))
    assert {each.card.unit for each in proposed} == {card.unit for card in found if card.assigned}
    ranks = [(REASONS.index(each.reason), int(each.card.unit)) for each in proposed]
    assert ranks == sorted(ranks)


@given(cards)
def test_only_what_asks_for_it_or_is_late_becomes_a_discussion(found: tuple[Card, ...]) -> None:
    for each in propose(replace(BOARD, cards=found)):
        assert (each.kind == "discuss") == (each.card.discuss != "none" or each.card.status == "late")


def test_only_discussions_get_a_number_in_the_order_of_the_agenda() -> None:
    numbers = agenda_numbers([("a", "report"), ("b", "discuss"), (None, "discuss"), ("c", "discuss")])
    assert numbers == {"b": 1, "c": 3}


@given(st.lists(st.none() | st.integers(0, 600)))
def test_an_agenda_takes_as_long_as_its_items(minutes: list[int | None]) -> None:
    items = [
        AgendaItem(str(n), n, "report", None, None, "その他", None, each) for n, each in enumerate(minutes, start=1)
    ]
    assert total_minutes(items) == sum(each for each in minutes if each is not None)


@pytest.mark.parametrize(
    ("begins", "ends", "minutes"),
    [("13:30", "15:00", 90), ("09:00", "09:00", 0), (None, "15:00", None), ("13:30", None, None), (None, None, None)],
)
def test_a_meeting_is_as_long_as_from_its_beginning_to_its_end(
    begins: str | None, ends: str | None, minutes: int | None
) -> None:
    assert minutes_between(begins, ends) == minutes


@pytest.mark.parametrize(
    ("planned", "printed"),
    [
        ("課題の集約", "課題の集約について"),
        ("進捗", "進捗状況について"),
        ("調査", "調査事項について"),
        ("前回の宿題について", "前回の宿題について"),
    ],
)
def test_a_standing_item_is_worded_as_an_agenda_prints_it(planned: str, printed: str) -> None:
    assert standing_title(planned) == printed
