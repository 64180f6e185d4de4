"""会議録 is saved as a Word file from 印刷 in every variant, made from the form that is in use."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.documents.word_forms import FOR_MINUTES
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.printing import OF_MINUTES, PrintKind
from dxdesk.operations import minutes as recorded
from dxdesk.operations.meeting_records import record_decision
from dxdesk.operations.meetings import close_meeting
from dxdesk.operations.word_forms import put_form
from dxdesk.store.queries import finding
from dxdesk.ui.printing import ways
from dxdesk.wording.document_names import DOCUMENT_NAMES
from dxdesk.wording.meeting import phrases_for
from tests.documents.reading import printed_by_office, squeezed, texts
from tests.documents.test_word import form
from tests.ui.printing.conftest import Opener, ready, take
from tests.ui.printing.test_page import saved_to

__all__ = ["saved_to"]


@pytest.fixture
def held(opened: tuple[Desk, Cycle]) -> Desk:
    """The desk after the meeting of the cycle was held and drafted."""
    desk, _ = opened
    meeting = desk.ask(finding.meeting)
    desk.do(record_decision, meeting, 1, "approved", "続けることにした。")
    desk.do(close_meeting, meeting)
    desk.do(recorded.draft, desk.ask(finding.meeting), phrases_for)
    return desk


def body(content: bytes) -> str:
    document: Any = Document(io.BytesIO(content))
    return squeezed("".join(each.text or "" for each in document.element.body.iter("{*}t")))


@pytest.mark.parametrize("kind", OF_MINUTES)
def test_every_variant_is_saved_as_word_beside_pdf(
    open_page: Opener, held: Desk, saved_to: list[Path], kind: PrintKind, qtbot: QtBot
) -> None:
    page = open_page(subject=f"minutes:{kind}")
    assert page.choices.wanted.kind == kind
    assert page.foot._word.isVisible()
    page.foot._word.click()
    qtbot.waitUntil(lambda: not page.ways.busy)
    assert saved_to[0].name == f"令和6年度第2回_{DOCUMENT_NAMES[kind]}.docx"
    assert "続けることにした。" in body(saved_to[0].read_bytes())


def test_what_is_no_minutes_is_not_offered_as_word(open_page: Opener, held: Desk, qtbot: QtBot) -> None:
    page = open_page(subject="minutes:public")
    assert page.foot._word.isVisible()
    for subject in ("agenda", "list"):
        page.show_subject(subject)
        ready(qtbot, page)
        assert not page.foot._word.isVisible()


def test_the_form_of_the_town_is_used(
    open_page: Opener,
    held: Desk,
    saved_to: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    monkeypatch.setenv("DXDESK_HOME", str(tmp_path / "home"))
    put_form(FOR_MINUTES, form("うちの町の{{ 標題 }}"))
    page = open_page(subject="minutes")
    take(qtbot, page, "docx")
    assert body(saved_to[0].read_bytes()).startswith("うちの町の")


def test_a_form_that_broke_meanwhile_is_told_and_no_file_is_left(
    open_page: Opener,
    held: Desk,
    saved_to: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    monkeypatch.setenv("DXDESK_HOME", str(tmp_path / "home"))
    put_form(FOR_MINUTES, b"no form")
    told: list[str] = []
    monkeypatch.setattr(ways, "tell", lambda _window, words: told.append(words))
    page = open_page(subject="minutes")
    take(qtbot, page, "docx")
    assert saved_to == []
    assert len(told) == 1
    assert "minutes.docx" in told[0]


def test_another_program_reads_in_it_what_the_pages_show(
    open_page: Opener, held: Desk, saved_to: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    page = open_page(subject="minutes:public")
    assert page.composed is not None
    take(qtbot, page, "docx")
    printed = texts(printed_by_office(saved_to[0].read_bytes(), tmp_path))[0]
    for words in ("続けることにした。", "公表用"):
        assert (words in printed) == (words in texts(page.composed.pdf)[0])
    assert "続けることにした。" in printed
