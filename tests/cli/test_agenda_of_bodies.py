"""`meeting agenda propose` puts on the agenda of every body of the five plans what the window puts on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dxdesk.domain.agenda import standing_title
from dxdesk.wording.meeting_screen import REST_TITLE
from tests.cli.commands import CYCLE, Town
from tests.plan_samples import TOWNS


@pytest.mark.parametrize("plan", TOWNS)
def test_every_body_has_its_own_standing_items_and_the_report_of_the_rest(plan: str, tmp_path: Path) -> None:
    town = Town(str(tmp_path / "town.db"))
    town.text("new", "--plan", plan)
    town.text(*CYCLE)
    for body in town.value("plan", "show")["bodies"]:
        town.text("meeting", "hold", "--body", body["name"], "--date", "R7.2.13")
        proposed = town.value("meeting", "agenda", "propose", "--meeting", body["name"])
        titles = [*map(standing_title, body["standing_items"]), REST_TITLE]
        assert [(each["title"], each["kind"], each["code"]) for each in proposed] == [
            (title, "report", None) for title in titles
        ]
        assert all(each["minutes"] for each in proposed)
        said = town.text("meeting", "agenda", "list", "--meeting", body["name"])
        places = [said.index(f"【報告】{title}") for title in titles]
        assert places == sorted(places)
