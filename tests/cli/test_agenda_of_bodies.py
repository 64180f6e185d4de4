"""`meeting agenda propose` puts the standing items of every body of the five plans on its agenda, in their order."""

from __future__ import annotations

from pathlib import Path

import pytest

from dxdesk.domain.agenda import standing_title
from tests.cli.commands import CYCLE, Town
from tests.plan_samples import TOWNS


@pytest.mark.parametrize("plan", TOWNS)
def test_every_body_has_its_own_standing_items(plan: str, tmp_path: Path) -> None:
    town = Town(str(tmp_path / "town.db"))
    town.text("new", "--plan", plan)
    town.text(*CYCLE)
    for body in town.value("plan", "show")["bodies"]:
        town.text("meeting", "hold", "--body", body["name"], "--date", "R7.2.13")
        proposed = town.value("meeting", "agenda", "propose", "--meeting", body["name"])
        titles = [standing_title(each) for each in body["standing_items"]]
        assert [(each["title"], each["kind"], each["code"]) for each in proposed] == [
            (title, "report", None) for title in titles
        ]
        said = town.text("meeting", "agenda", "list", "--meeting", body["name"])
        places = [said.index(f"【報告】{title}") for title in titles]
        assert places == sorted(places)
