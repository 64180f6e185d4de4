"""A unit has one number on every screen: as the plan prints it, below its axis without the axis."""

from __future__ import annotations

import re
from pathlib import Path

import dxdesk.ui
from tests.documents.sample_boards import scene

UI = Path(dxdesk.ui.__file__).parent
CODE_BEFORE_NAME = re.compile(r"\{(?:\w+\.)+code(?: or \"\")?\}[ \u3000]+\{(?:\w+\.)*(?:short_name|name|unit)")
"""The key for commands, as people are not to read it: ``{unit.code} {unit.name}``."""


def test_no_screen_puts_the_code_of_commands_before_a_name() -> None:
    found = [path.name for path in UI.rglob("*.py") if CODE_BEFORE_NAME.search(path.read_text(encoding="utf-8"))]
    assert found == []


BELOW_AXES = {
    "board/tables.py",
    "collect/rows.py",
    "initiatives/composing.py",
    "initiatives/rows.py",
    "meeting/matter.py",
}
"""Where the axis of a unit stands beside its number or above it."""


def test_only_beside_its_axis_has_a_unit_a_number_that_another_axis_has_too() -> None:
    found = {path.relative_to(UI).as_posix() for path in UI.rglob("*.py") if ".printed" in path.read_text("utf-8")}
    assert {each for each in found if not each.startswith("printing/")} == BELOW_AXES


def test_a_card_has_the_number_of_its_unit_in_the_plan() -> None:
    value = scene("otaki")
    assert {card.unit: card.number for card in value.board.cards} == value.plan.numbers
    assert {card.printed for card in value.board.cards} == {str(each) for each in range(1, 9)}
