"""While nothing can be saved, the texts of the form can be kept as a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from dxdesk.ui.entry import copying
from tests.ui.entry.conftest import OpenPage


def test_the_copy_holds_every_text_below_its_label(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = open_page()
    editor = page.body.centre.editor
    editor.texts["results"].area.append_text("進みました。")
    editor.discuss.ask.setText("人を増やすか")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "控え.txt"), ""))
    copying.keep_copy(page, editor)
    kept = (tmp_path / "控え.txt").read_text(encoding="utf-8")
    assert "今回の実績（必須）\n進みました。\n" in kept
    assert kept.endswith("決めてほしいこと\n人を増やすか\n")


def test_a_place_that_takes_no_file_is_said(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = open_page()
    told: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "控え.txt"), ""))
    monkeypatch.setattr(copying, "tell", lambda _parent, text: told.append(text))
    copying.keep_copy(page, page.body.centre.editor)
    assert told[0].startswith("ここには控えをとれません。")


def test_thinking_better_of_it_writes_nothing(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = open_page()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    copying.keep_copy(page, page.body.centre.editor)
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".txt"] == []
