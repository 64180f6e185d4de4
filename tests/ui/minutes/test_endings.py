"""会議録: what it is saved as."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtWidgets import QFileDialog

from dxdesk import paths
from dxdesk.domain.minutes import VARIANTS
from dxdesk.ui.minutes import endings
from dxdesk.ui.minutes.page import MinutesPage


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a person saves to, whatever is asked."""
    chosen = tmp_path / "会議録.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(chosen), ""))
    return chosen


def test_word_is_saved_as_it_is_written_now_and_said(page: MinutesPage, target: Path) -> None:
    said: list[str] = []
    page.said.connect(lambda words, _undoable: said.append(words))
    page.foot.word.click()
    assert said == ["Wordのファイルを保存しました：会議録.docx"]
    assert any("議事" in each.text for each in Document(str(target)).paragraphs)


def test_a_broken_form_of_the_town_is_told_and_no_file_is_left(
    page: MinutesPage, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths.own_form().parent.mkdir(parents=True)
    paths.own_form().write_bytes(b"no form")
    told: list[str] = []
    monkeypatch.setattr(endings, "tell", lambda _parent, words: told.append(words))
    page.foot.word.click()
    assert len(told) == 1
    assert "minutes.docx" in told[0]
    assert not target.exists()


def test_every_form_has_a_name_of_its_own(page: MinutesPage) -> None:
    assert page.shown is not None
    source = page.shown.source
    assert len({endings.file_name(source, variant, "docx") for variant in VARIANTS}) == len(VARIANTS)
