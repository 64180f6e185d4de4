"""A unit has one number on every screen: as the plan prints it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import dxdesk.ui
from dxdesk.domain.sheets import number
from tests.documents.sample_boards import scene

UI = Path(dxdesk.ui.__file__).parent
CODE_BEFORE_NAME = re.compile(r"\{(?:\w+\.)+code(?: or \"\")?\}[ \u3000]+\{(?:\w+\.)*(?:short_name|name|unit)")
"""The key for commands, as people are not to read it: ``{unit.code} {unit.name}``."""


def test_no_screen_puts_the_code_of_commands_before_a_name() -> None:
    found = [path.name for path in UI.rglob("*.py") if CODE_BEFORE_NAME.search(path.read_text(encoding="utf-8"))]
    assert found == []


@pytest.mark.parametrize(
    ("town", "first"), [("miharu", "1-1"), ("otaki", "1"), ("ogawara", "1"), ("kaminokawa", "1-1")]
)
def test_a_number_is_that_of_the_plan_without_its_brackets(town: str, first: str) -> None:
    assert number(scene(town).board.cards[0]) == first
