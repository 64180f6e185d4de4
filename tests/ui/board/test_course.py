"""Every step among the slides leads somewhere sensible, for any plan, any screen and any size of letters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dxdesk.domain.audience import Audience
from dxdesk.ui.audience.drawing import SCALES, canvas_for
from dxdesk.ui.audience.pages import units_on
from dxdesk.ui.board.course import Meant, Position, Sight, View, course, faded, numbered, pressed
from tests.plan_samples import TOWNS

from .sights import shown

SCREENS = [(1920, 1080), (1440, 1080), (1366, 590), (1024, 534)]


def sight(what: Audience, position: Position | None = None, screen: tuple[int, int] = (1920, 1080)) -> Sight:
    return Sight(what, position or Position(), canvas_for(*screen))


def moved(at: Sight, position: Position | None) -> Sight:
    assert position is not None
    return replace(at, position=position)


def walk(at: Sight) -> list[Sight]:
    """Every stop from the overview on, until a step leads nowhere."""
    stops = [at]
    while (following := stops[-1].forward()) != stops[-1].position:
        stops.append(moved(stops[-1], following))
    return stops


@pytest.mark.parametrize("town", TOWNS)
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("scale", SCALES)
def test_stepping_forward_shows_every_unit_once_and_backward_the_same_way_home(
    town: str, screen: tuple[int, int], scale: float
) -> None:
    start = Sight(shown(town), Position(), canvas_for(*screen, scale))
    stops = walk(start)
    units = [stop.position.code for stop in stops if stop.position.code and stop.number == 0]
    assert units == [card.code for card in course(start.shown)]
    back = [stops[-1]]
    while back[-1].backward() != back[-1].position:
        back.append(moved(back[-1], back[-1].backward()))
    assert [(each.position.code, each.number) for each in back[::-1]] == [
        (each.position.code, each.number) for each in stops
    ]


def test_what_is_discussed_comes_first_in_the_order_of_the_agenda() -> None:
    what = shown()
    line = course(what)
    discussed = what.board.discussed()
    assert len(discussed) > 0
    assert line[: len(discussed)] == discussed
    assert {card.code for card in line} == {card.code for card in what.board.cards}


def test_with_a_tile_pressed_in_only_its_units_are_stepped_through_and_the_others_fade() -> None:
    what = shown()
    at = sight(what, pressed(Position(), "ok"))
    codes = {stop.position.code for stop in walk(at)} - {None}
    assert codes == {card.code for card in what.board.cards if card.status == "ok"}
    assert faded(what, at.position) == {card.code for card in what.board.cards} - codes
    assert faded(what, Position()) == frozenset()


def test_a_tile_pressed_again_comes_out() -> None:
    assert pressed(pressed(Position(), "late"), "late") == Position()
    assert pressed(pressed(Position(), "late"), "warn").status == "warn"


def test_one_level_up_leads_from_the_unit_over_the_filter_to_the_top() -> None:
    at = sight(shown(), Position("6", 0, "warn"))
    at = moved(at, at.upward())
    assert at.position.code is None
    at = moved(at, at.upward())
    assert at.position.status is None
    assert at.upward() is None


def test_the_overview_opens_at_the_page_of_the_unit_that_was_shown() -> None:
    what = shown("miharu")
    at = sight(what, Position("MEGO-9-3"), (1440, 1080))
    assert len(sight(what, None, (1440, 1080)).pages) > 1
    back = moved(at, at.view("board"))
    assert "MEGO-9-3" in {layer.key for layer in back.pages[back.number].layers if layer.kind == "card"}


def test_a_page_that_another_screen_has_no_room_for_becomes_its_last() -> None:
    what = shown("miharu")
    small = sight(what, Position(page=9), (1440, 1080))
    assert small.number == len(small.pages) - 1
    assert sight(what, Position(page=9)).number == 0


def test_a_unit_says_its_place_in_the_plan_and_what_comes_next() -> None:
    what = shown()
    first = course(what)[0]
    following = course(what)[1]
    place = what.board.cards.index(first) + 1
    words = " ".join(str(text["text"]) for text in sight(what, Position(first.code)).pages[0].texts())
    assert f"{place}／13" in words
    assert f"次：{following.short_name}" in words


@pytest.mark.parametrize(
    ("town", "typed", "code"),
    [
        ("ogawara", "6", "6"),
        ("ogawara", "６", "6"),
        ("ogawara", "13", "13"),
        ("ogawara", "99", None),
        ("kaminokawa", "2-1", "2-1"),
        ("otaki", "8", "重点-8"),
        ("miharu", "5-2", "MEGO-5-2"),
        ("miharu", "５－２", "MEGO-5-2"),
        ("miharu", "5", "MEGO-5-1"),
        ("miharu", "10", None),
    ],
)
def test_a_number_means_the_unit_people_would_expect(town: str, typed: str, code: str | None) -> None:
    meant = numbered(shown(town), typed)
    assert (meant.card.code if meant else None) == code


@pytest.mark.parametrize("town", ["miharu", "ogawara"])
def test_a_number_in_a_disc_means_the_unit_that_bears_the_disc(town: str) -> None:
    what = shown(town)
    discussed = what.board.discussed()
    assert discussed
    for card in discussed:
        assert numbered(what, str(card.agenda_number)) == Meant(card, "agenda")


@pytest.mark.parametrize("units", [0, 1, 200])
@pytest.mark.parametrize("screen", SCREENS)
def test_plans_of_any_size_have_an_overview_and_a_slide_per_unit(units: int, screen: tuple[int, int]) -> None:
    at = sight(shown(units=units), None, screen)
    codes = [layer.key for page in at.pages for layer in page.layers if layer.kind == "card"]
    assert len(codes) == len(set(codes)) == units
    assert (at.forward() == at.position) == (units == 0 and len(at.pages) == 1)


def test_a_unit_that_is_gone_gives_way_to_the_overview() -> None:
    what = shown()
    assert sight(what, Position("gone")).pages == sight(what).pages


@pytest.mark.parametrize("view", ["roadmap", "trend"])
@pytest.mark.parametrize("town", TOWNS)
def test_the_slides_of_all_units_are_stepped_through_page_by_page_and_end_there(town: str, view: View) -> None:
    start = sight(shown(town), Position(view=view), (1440, 1080))
    stops = walk(start)
    assert [stop.number for stop in stops] == list(range(len(start.pages)))
    assert {stop.position.code for stop in stops} == {None}
    assert stops[-1].position.view == view


def test_a_unit_leads_back_to_the_page_of_the_slide_it_was_opened_from() -> None:
    at = sight(shown("miharu"), Position("MEGO-9-3", 0, None, "trend"), (1440, 1080))
    back = moved(at, at.upward())
    assert (back.position.view, back.position.code) == ("trend", None)
    assert "MEGO-9-3" in {layer.key for layer in back.pages[back.number].layers if layer.kind == "card"}
    top = moved(back, back.upward())
    assert (top.position.view, top.upward()) == ("board", None)


def test_the_roadmap_of_this_year_is_another_slide_than_that_of_the_plan() -> None:
    what = shown()
    period, year = (sight(what, Position(view="roadmap", months=months)) for months in (False, True))
    assert period.pages != year.pages
    assert sight(what, Position(view="trend", months=True)).pages == sight(what, Position(view="trend")).pages


@pytest.mark.parametrize("units", [0, 1, 44, 1000])
@pytest.mark.parametrize("view", ["roadmap", "trend"])
def test_plans_of_any_size_stand_whole_on_their_pages(view: View, units: int) -> None:
    at = sight(shown(units=units), Position(view=view))
    codes = [code for page in units_on(at.pages) for code in page]
    assert len(codes) == len(set(codes)) == units
    assert all(len(page) <= 13 for page in units_on(at.pages))
    last = sight(at.shown, replace(at.position, page=-1))
    drawn = {layer.key for layer in last.pages[last.number].layers if layer.kind == "card"}
    assert drawn == units_on(at.pages)[-1]
