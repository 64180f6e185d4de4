"""Lines of a text, as many as are shown."""

from __future__ import annotations

import pytest

from dxdesk.phrases import wrap_phrases
from dxdesk.ui.application import create_application
from dxdesk.ui.audience.measure import width, wrapped

SENTENCE = "移行を二段階に分け、窓口系の四業務を先に進める。"


@pytest.fixture(autouse=True)
def _fonts() -> None:
    create_application([])


@pytest.mark.parametrize("most", [1, 2, 3])
@pytest.mark.parametrize("room", [300.0, 900.0, 1800.0])
def test_the_first_lines_of_a_long_text_are_those_of_all_of_it(most: int, room: float) -> None:
    lines = wrapped(SENTENCE * 160, room, 42, most=most)
    assert lines == wrapped(SENTENCE * 30, room, 42, most=most)
    assert len(lines) == most
    assert lines[-1].endswith("…")
    assert all(width(line, 42) <= room + 1.5 for line in lines)


def test_lines_that_are_not_shown_are_not_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[int] = []

    def counted(text: str, *rest: object, **named: object) -> list[str]:
        given.append(len(text))
        return wrap_phrases(text, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("dxdesk.ui.audience.measure.wrap_phrases", counted)
    wrapped(SENTENCE * 160, 900, 42, most=2)
    assert max(given) < 500


def test_letters_without_width_do_not_hide_what_follows() -> None:
    text = "か" + "\u3099" * 900 + "終"
    assert "".join(wrapped(text, 300, 42, most=2)).endswith("終")


def test_without_a_limit_every_line_is_there() -> None:
    assert "".join(wrapped(SENTENCE * 40, 600, 42)) == SENTENCE * 40
