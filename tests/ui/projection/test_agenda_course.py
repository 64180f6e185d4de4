"""次へ goes through the agenda of the meeting; what is looked at in between does not lose the place."""

from __future__ import annotations

from dataclasses import replace

from dxdesk.domain.audience import AgendaLine, Audience, OpenAction
from dxdesk.ui.audience.drawing import canvas_for
from dxdesk.ui.board.course import Position, Sight, course
from dxdesk.ui.projection.agenda_course import back, onward, place_of_line, stops
from tests.ui.board.sights import shown

UNITS = [card.code for card in course(shown())[:2]]


def meeting() -> Audience:
    titles = (("開会", None), ("前回の宿題について", None), ("一件目", UNITS[0]), ("二件目", UNITS[1]))
    lines = [AgendaLine(number, None, title, code, 10) for number, (title, code) in enumerate(titles, start=1)]
    given = OpenAction("6-1", "一覧を出す。", ("総務課",), None, "open")
    return replace(shown(), agenda=tuple(lines), actions=(given,))


def sight(position: Position) -> Sight:
    return Sight(meeting(), position, canvas_for(1920, 1080))


def walk(position: Position, steps: int = 12) -> list[Position]:
    found = [position]
    for _ in range(steps):
        following = onward(sight(found[-1]))
        if following == found[-1]:
            break
        found.append(following)
    return found


def test_the_way_leads_through_the_agenda_and_ends_with_its_last_item() -> None:
    places = [(each.item, each.code or each.view) for each in walk(Position(view="agenda")) if each.page == 0]
    assert places == [(None, "agenda"), (1, "agenda"), (2, "actions"), (3, UNITS[0]), (4, UNITS[1])]


def test_the_way_back_meets_the_same_slides_in_the_other_order() -> None:
    forwards = walk(Position(view="agenda"))
    backwards = [forwards[-1]]
    while (before := back(sight(backwards[-1]))) != backwards[-1]:
        backwards.append(replace(before, page=sight(before).number))
    assert backwards[::-1] == forwards


def test_a_slide_looked_at_in_between_leads_back_to_the_item_and_on_to_the_next() -> None:
    looked = replace(Position(code=UNITS[0], item=3), code=None, view="roadmap")
    pages = sight(looked).pages
    last = replace(looked, page=len(pages) - 1)
    assert onward(sight(last)) == Position(code=UNITS[1], item=4)
    assert back(sight(looked)) == Position(code=UNITS[0], item=3)


def test_a_unit_opened_from_another_slide_leads_back_at_once() -> None:
    opened = Position(code=UNITS[0], item=3, view="break")
    assert back(sight(opened)).item == 2


def test_a_unit_says_which_item_comes_after_it() -> None:
    def said(position: Position) -> list[str]:
        return [text for each in sight(position).pages[0].texts() if "次：" in (text := str(each["text"]))]

    following = meeting().card(UNITS[1])
    assert following is not None
    assert f"次：{following.short_name or following.name}" in said(Position(code=UNITS[0], item=3))[0]
    assert said(Position(code=UNITS[1], item=4)) == []


def test_an_item_without_a_unit_shows_what_its_title_speaks_of() -> None:
    found = {
        title: place_of_line(meeting(), AgendaLine(9, None, title, None, None)).view
        for title in ("進捗状況について", "今後の予定", "検討事項の確認", "その他", "年度ごとの推移")
    }
    assert found == {
        "進捗状況について": "board",
        "今後の予定": "roadmap",
        "検討事項の確認": "actions",
        "その他": "agenda",
        "年度ごとの推移": "trend",
    }


def test_where_there_never_was_homework_its_item_shows_the_agenda_instead_of_an_empty_slide() -> None:
    first = replace(meeting(), actions=())
    assert [each.view for each in stops(first)][:3] == ["agenda", "agenda", "agenda"]
    assert stops(first)[2].item == 2


def test_a_unit_that_the_plan_no_longer_has_is_shown_as_an_item_of_the_agenda() -> None:
    assert place_of_line(meeting(), AgendaLine(5, 1, "なくなった取組", "99", None)) == Position(view="agenda", item=5)


def test_without_an_agenda_the_way_leads_through_the_units() -> None:
    plain = Sight(shown(), Position(), canvas_for(1920, 1080))
    assert stops(shown()) == (Position(),)
    assert onward(plain).code == UNITS[0]
    assert back(plain) == Position()
