"""会議録: what it is saved as."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from pytestqt.qtbot import QtBot

from dxdesk import paths
from dxdesk.documents.ink import MissingGlyph
from dxdesk.documents.page import Printed
from dxdesk.domain.minutes import VARIANTS, Variant
from dxdesk.ui.minutes import endings
from dxdesk.ui.minutes.page import MinutesPage
from dxdesk.ui.minutes.shown import Shown
from dxdesk.ui.printing import saving, ways
from dxdesk.wording.printing import missing_question


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a person saves to, whatever is asked."""
    chosen = tmp_path / "会議録.docx"
    monkeypatch.setattr(saving, "ask_path", lambda *_args: chosen)
    return chosen


def saved(qtbot: QtBot, page: MinutesPage) -> None:
    """Wait until what is saved is through."""
    qtbot.waitUntil(lambda: not page.endings.ways.busy)


def test_word_is_saved_as_it_is_written_now_and_said(page: MinutesPage, target: Path, qtbot: QtBot) -> None:
    said: list[str] = []
    page.said.connect(lambda words, _undoable: said.append(words))
    page.foot.word.click()
    saved(qtbot, page)
    assert said == ["保存しました：会議録.docx"]
    assert any("議事" in each.text for each in Document(str(target)).paragraphs)


def test_a_broken_form_of_the_town_is_told_and_no_file_is_left(
    page: MinutesPage, target: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    paths.own_form().parent.mkdir(parents=True)
    paths.own_form().write_bytes(b"no form")
    told: list[str] = []
    monkeypatch.setattr(ways, "tell", lambda _parent, words: told.append(words))
    page.foot.word.click()
    saved(qtbot, page)
    assert len(told) == 1
    assert "minutes.docx" in told[0]
    assert not target.exists()


def test_a_character_without_a_glyph_is_saved_only_after_a_clear_choice(
    page: MinutesPage, target: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[str] = []
    answers = iter((0, 1))

    def choose(_parent: object, text: str, _choices: object) -> int:
        asked.append(text)
        return next(answers)

    def compose(_variant: Variant) -> Callable[[], Printed]:
        return lambda: Printed(b"%PDF", 1, (MissingGlyph("外", "U+E000", "1頁", "〓"),))

    monkeypatch.setattr(ways, "choose", choose)
    monkeypatch.setattr(Shown, "composer", lambda _shown, variant: compose(variant))
    page.foot.save.click()
    saved(qtbot, page)
    assert not target.exists()
    page.foot.save.click()
    saved(qtbot, page)
    assert target.read_bytes() == b"%PDF"
    assert asked == [missing_question([("外", "U+E000")])] * 2


def test_every_form_has_a_name_of_its_own(page: MinutesPage) -> None:
    assert page.shown is not None
    source = page.shown.source
    assert len({endings.file_name(source, variant, "docx") for variant in VARIANTS}) == len(VARIANTS)
