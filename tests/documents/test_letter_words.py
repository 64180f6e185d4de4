"""照会文, 催促文 and 開催通知 as Word files: they say what the PDF says, from a form that a town may change."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from dxdesk import paths
from dxdesk.documents.inquiry import compose_inquiry, compose_inquiry_word
from dxdesk.documents.invitation import compose_invitation, compose_invitation_word
from dxdesk.documents.letter_word import LETTER_FORM
from dxdesk.documents.reminder import compose_reminder, compose_reminder_word
from dxdesk.documents.word import form_in_use
from dxdesk.domain.errors import Problem
from dxdesk.domain.settings import Settings
from tests.documents.reading import page_texts, printed_by_office, squeezed, texts
from tests.documents.sample_letters import BARE, DUE, HEAD, NOW, QUESTION, TOWN_LIFE, TRADE, many
from tests.documents.sample_towns import OTHER, invitation
from tests.letter_form import FORM, letter_form

PLAIN, OURS = Settings(), Settings(paper=OTHER)


def words_in(content: bytes) -> str:
    """The words of the body in order, without spaces."""
    document: Any = Document(io.BytesIO(content))
    return squeezed("".join(each.text or "" for each in document.element.body.iter("{*}t")))


@pytest.mark.parametrize("settings", [PLAIN, OURS], ids=["plain", "other"])
def test_the_letter_in_word_says_what_the_pdf_says(settings: Settings) -> None:
    said = words_in(compose_inquiry_word([TOWN_LIFE], HEAD, settings))
    printed = texts(compose_inquiry([TOWN_LIFE], HEAD, settings).pdf)[0].replace("見本：内容は架空です", "")
    assert sorted(said) == sorted(squeezed(printed))
    said = words_in(compose_invitation_word(invitation(settings)))
    printed = texts(compose_invitation(invitation(settings)).pdf)[0].replace("見本：内容は架空です", "")
    assert sorted(said) == sorted(squeezed(printed))
    said = words_in(compose_reminder_word([TRADE], HEAD, settings, due=DUE, now=NOW))
    printed = texts(compose_reminder([TRADE], HEAD, settings, due=DUE, now=NOW).pdf)[0]
    drawn = printed.replace("見本：内容は架空です", "").replace("?", "")  # the sign of 未回答
    assert sorted(said) == sorted(squeezed(drawn))


def test_a_reminder_lists_what_is_owed_and_what_to_do_about_it() -> None:
    said = words_in(compose_reminder_word([TRADE], HEAD, PLAIN, due=DUE, now=NOW))
    assert f"8ペーパーレス化の推進関係課差戻し中「今回の実績」{QUESTION}" in said
    assert "情報発信の拡充" not in said
    assert "前回の状況" not in said


def test_every_department_has_its_letter_and_only_its_own_units() -> None:
    said = words_in(compose_inquiry_word([TOWN_LIFE, TRADE], HEAD, PLAIN))
    first, _, second = said.partition("商工観光課長様")
    assert "町民生活課長様" in first
    assert "マイナンバーカードの普及促進" in first
    assert "マイナンバーカードの普及促進" not in second
    assert "産学官連携による地域活性化" in second


def test_what_is_not_known_is_left_to_be_written() -> None:
    said = words_in(compose_inquiry_word([TOWN_LIFE], BARE, PLAIN))
    assert "令和年月日" in said
    bare = replace(PLAIN, paper=replace(PLAIN.paper, document_number="", dated=False))
    assert words_in(compose_inquiry_word([TOWN_LIFE], HEAD, bare)).startswith("町民生活課長様")


def test_the_same_letters_give_the_same_bytes_however_many() -> None:
    for letters in ([], [TOWN_LIFE], [TOWN_LIFE, TRADE, many(40)]):
        assert compose_inquiry_word(letters, HEAD, PLAIN) == compose_inquiry_word(letters, HEAD, PLAIN)


def test_names_that_look_like_markup_or_a_form_stay_text() -> None:
    odd = "<b>&amp;{{ 日付 }}{% for a in b %}𠮷"
    unit = replace(TOWN_LIFE.units[0], name=odd)
    said = words_in(compose_inquiry_word([replace(TOWN_LIFE, units=(unit,))], HEAD, PLAIN))
    assert squeezed(odd) in said


def test_the_form_on_file_is_the_one_that_is_made() -> None:
    with zipfile.ZipFile(io.BytesIO(letter_form())) as made, zipfile.ZipFile(FORM) as kept:
        assert made.namelist() == kept.namelist()
        for name in made.namelist():
            assert made.read(name) == kept.read(name), name


def test_a_town_has_a_form_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert form_in_use(LETTER_FORM) == FORM
    monkeypatch.setattr(paths, "home", lambda: tmp_path)
    own = paths.own_form(LETTER_FORM)
    own.parent.mkdir(parents=True)
    document: Any = Document()
    document.add_paragraph("{%p for 文 in 手紙 %}")
    document.add_paragraph("本町の様式　{{ 文.宛先 }}")
    document.add_paragraph("{%p endfor %}")
    document.save(str(own))
    assert words_in(compose_inquiry_word([TOWN_LIFE], HEAD, PLAIN)) == "本町の様式町民生活課長様"


def test_a_form_that_asks_for_what_there_is_not_is_refused(tmp_path: Path) -> None:
    document: Any = Document()
    document.add_paragraph("{{ 知らない名前 }}")
    document.save(str(tmp_path / "f.docx"))
    with pytest.raises(Problem) as problem:
        compose_inquiry_word([TOWN_LIFE], HEAD, PLAIN, tmp_path / "f.docx")
    assert problem.value.code == "form.unknown"
    with pytest.raises(Problem) as problem:
        compose_inquiry_word([TOWN_LIFE], HEAD, PLAIN, tmp_path / "none.docx")
    assert problem.value.code == "file.unreadable"


def test_word_prints_each_letter_on_a_page_of_its_own(tmp_path: Path) -> None:
    pdf = printed_by_office(compose_inquiry_word([TOWN_LIFE, TRADE], HEAD, PLAIN), tmp_path)
    first, second, behind = page_texts(pdf)
    assert "町民生活課長様" in first
    assert "商工観光課長様" in second
    assert behind.startswith("別紙1令和6年度第2回の進捗状況（次の4取組）")


def test_units_for_which_a_letter_has_no_room_stand_on_an_annex_in_word_too() -> None:
    long = many(40)
    said = words_in(compose_inquiry_word([long], HEAD, PLAIN))
    letter, annex, table = said.partition("内線別紙1")
    assert "（別紙1の40取組）" in letter
    assert annex
    assert table.count(long.units[0].name) == 40
    assert long.units[0].name not in letter
    owed = words_in(compose_reminder_word([long], HEAD, PLAIN, due=DUE, now=NOW))
    assert "お願いすること" in owed.partition("内線別紙1")[2]
