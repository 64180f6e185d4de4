"""A meeting at the edges: one or forty-four 取組 under one to nine axes, names of forty characters, texts of 4,000 or
none, a committee and then the headquarters on one cycle, an agenda with nothing on it: drawn, printed and closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.cycles import close_cycle
from dxdesk.store.queries import audience
from dxdesk.ui.application import create_application
from dxdesk.ui.audience.drawing import SCALES, canvas_for
from dxdesk.ui.board.course import Position, Sight, View
from tests import odd_towns
from tests.builders import refused, start_cycle
from tests.cli.commands import Town
from tests.documents.reading import texts
from tests.ui.audience.checks import check_page

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)

SLIDES: Final[tuple[View, ...]] = ("board", "roadmap", "trend", "actions", "agenda", "break", "blank")


@dataclass
class Odd:
    """A desk on an odd town, and the same as commands see it."""

    desk: Desk
    cycle: Cycle
    first: Meeting
    second: Meeting
    town: Town


@pytest.fixture(scope="module", params=odd_towns.SIZES, ids=str)
def odd(request: pytest.FixtureRequest, empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Odd]:
    """Both meetings of a cycle, the second one open; the commands work on a copy."""
    create_application([])
    folder = tmp_path_factory.mktemp("odd")
    desk = odd_towns.odd_town(empty_file, folder, *request.param)
    cycle, first, second = odd_towns.two_meetings(desk)
    (folder / "copy").mkdir()
    yield Odd(desk, cycle, first, second, Town(str(folder / "odd.db")).copied(folder / "copy"))
    desk.close()


@pytest.mark.parametrize("size", [(1920, 1080), (1440, 1080)], ids=str)
def test_every_slide_of_both_meetings_is_whole_on_every_screen(odd: Odd, size: tuple[int, int]) -> None:
    for meeting in (odd.first, odd.second):
        shown = odd.desk.ask(audience.audience, odd.cycle, meeting.id)
        views = [Position(view=view, item=1, until="14:50") for view in SLIDES]
        views += [Position(code=card.code) for card in shown.board.cards[:9]]
        for scale in SCALES:
            for position in views:
                for page in Sight(shown, position, canvas_for(*size, scale)).pages:
                    check_page(page)


def test_the_words_of_the_last_decision_are_read_back_on_as_many_pages_as_they_need(odd: Odd, tmp_path: Path) -> None:
    decided = odd.desk.ask(audience.last_decision, odd.second)
    if decided is None:
        assert odd.town.refusal("draw", "readback", "--out", str(tmp_path / "a.png"))["kind"] == "rule"
        return
    said = odd.town.value("draw", "readback", "--meeting", odd.second.id, "--out", str(tmp_path / "a.png"))
    assert said["pages"] > 10
    assert min(text["px"] for text in said["texts"]) >= 36


@pytest.mark.parametrize("paper", ["minutes", "agenda", "script", "actions"])
def test_the_papers_of_both_meetings_say_their_long_names(odd: Odd, paper: str, tmp_path: Path) -> None:
    for meeting in (odd.first, odd.second):
        file = tmp_path / "paper.pdf"
        which = () if paper == "actions" else ("--meeting", meeting.id)
        if paper == "minutes":
            odd.town.text("meeting", "minutes", "draft", *which)
        said = odd.town.value("print", paper, *which, "--out", str(file))
        assert said["missing_glyphs"] == []
        whole = "".join("".join(texts(file.read_bytes())).split())
        if paper != "actions":
            assert meeting.body_name in whole


def test_the_cycle_closes_once_both_meetings_are_closed(odd: Odd) -> None:
    copy = odd.town
    assert copy.refusal("cycle", "close", "--reason", "終えたため")["kind"] == "rule"
    copy.text("meeting", "close", "--meeting", odd.second.id)
    copy.text("cycle", "close", "--reason", "終えたため")
    assert copy.value("verify")["ok"]
    assert copy.refusal("meeting", "reopen", "--meeting", odd.first.id, "--reason", "漏れ")["kind"] == "rule"


def test_a_meeting_with_nothing_on_its_agenda_is_shown_printed_and_closed(empty_file: Path, tmp_path: Path) -> None:
    desk = odd_towns.odd_town(empty_file, tmp_path, 1, 1)
    cycle = start_cycle(desk, "第1回", meeting=odd_towns.DAY)
    held = odd_towns.bare_meeting(desk, cycle)
    refused(desk, "cycle.meeting_open", close_cycle, cycle, reason="終えたため")
    desk.close()
    town = Town(str(tmp_path / "odd.db"))
    assert town.value("meeting", "agenda", "list") == []
    said = town.value("draw", "agenda", "--out", str(tmp_path / "agenda.png"))
    assert "次第はまだありません。" in [each["text"] for each in said["texts"]]
    for paper in ("agenda", "script"):
        town.text("print", paper, "--out", str(tmp_path / f"{paper}.pdf"))
    town.text("meeting", "close")
    town.text("print", "minutes", "--out", str(tmp_path / "minutes.pdf"))
    assert town.value("meeting", "show")["items"] == []
    assert town.value("meeting", "show")["id"] == held.id
