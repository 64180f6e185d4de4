"""会議録 as a Word file: it says the same as the PDF, and gives nothing away that the PDF does not."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from dxdesk import paths
from dxdesk.documents.minutes import compose_minutes, footer_of
from dxdesk.documents.minutes_parts import MinutesPaper
from dxdesk.documents.minutes_word import MINUTES_FORM, compose_minutes_word
from dxdesk.documents.minutes_words import minutes_words
from dxdesk.documents.word import form_in_use
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import FloorCorrection
from dxdesk.domain.minutes import VARIANTS, Variant
from dxdesk.domain.settings import Settings
from tests.documents.reading import printed_by_office, squeezed, texts
from tests.documents.test_minutes import HOSTILE, confirmed, paper
from tests.forms import FORM, minutes_form
from tests.meeting_samples import RECORD, committee, draft


def words_in(content: bytes) -> str:
    """The words of the body in order, cell by cell, without spaces; what only the numbering adds is not in it."""
    document: Any = Document(io.BytesIO(content))
    found = []
    for child in document.element.body.iter("{*}t"):
        found.append(child.text or "")
    return squeezed("".join(found))


def body_of(pdf: bytes, value: MinutesPaper) -> str:
    """The words of a PDF without the feet of its pages."""
    footer = footer_of(value)
    text = texts(pdf)[0]
    for each in (footer.second_left, footer.second_right, footer.left):
        text = text.replace(squeezed(each), "")
    return re.sub(rf"\d+／\d+{squeezed(footer.right)}", "", text)


VALUES = {
    "confirmed": paper(),
    "abstract": paper(variant="abstract"),
    "gist": paper(variant="gist"),
    "public": paper(variant="public"),
    "withheld rows": paper(
        version=confirmed(
            tuple(replace(each, public=False) if each.kind in ("decision", "action") else each for each in draft())
        )
    ),
    "withheld item": paper(version=confirmed(tuple(replace(each, public=each.id != "item-i2") for each in draft()))),
    "nothing recorded": paper(replace(RECORD, attendance=(), items=(), decisions=(), actions=(), remarks=(),
                                      corrections=())),
    "odd committee": paper(replace(RECORD, attendance=committee(13))),
    "correction outside": paper(
        replace(RECORD, corrections=(FloorCorrection(None, "u3", "results", None, "直した", "総務課長"),))
    ),
    "other punctuation": paper(settings=replace(Settings(), action_word="対応事項")),
}  # fmt: skip


@pytest.mark.parametrize("name", VALUES)
def test_word_says_the_same_words_in_the_same_order_as_the_pdf(name: str) -> None:
    value = VALUES[name]
    assert words_in(compose_minutes_word(value)) == body_of(compose_minutes(value).pdf, value)


@pytest.mark.parametrize("variant", VARIANTS)
def test_another_program_opens_it_and_prints_the_same_words(variant: Variant, tmp_path: Path) -> None:
    value = paper(variant=variant)
    printed = printed_by_office(compose_minutes_word(value), tmp_path)
    assert body_of(printed, value) == body_of(compose_minutes(value).pdf, value)


def test_what_is_withheld_is_in_no_part_of_the_word_file() -> None:
    for variant in VARIANTS:
        with zipfile.ZipFile(io.BytesIO(compose_minutes_word(paper(variant=variant)))) as parts:
            assert all("1億2千万円".encode() not in parts.read(each) for each in parts.namelist())


def test_hostile_texts_stand_as_they_were_typed() -> None:
    blocks = tuple(
        replace(each, text=HOSTILE) if each.kind in ("place", "remark", "title") else each for each in draft()
    )
    value = paper(version=confirmed(blocks))
    content = compose_minutes_word(value)
    assert squeezed(HOSTILE) in words_in(content)
    assert Document(io.BytesIO(content)).core_properties.title == HOSTILE


def test_the_same_minutes_give_the_same_word_file() -> None:
    assert compose_minutes_word(paper()) == compose_minutes_word(paper())


def test_the_numbers_of_the_parts_go_on_without_those_that_are_left_out() -> None:
    numbers = minutes_words(VALUES["abstract"])["番号"]
    assert isinstance(numbers, dict)
    given = [numbers[name] for name in ("日時", "場所", "出席", "欠席者", "次第", "議事", "決定", "その他", "作成")]
    assert given == ["1", "2", "3", "", "4", "6", "7", "10", ""]


def test_a_town_puts_its_own_form_into_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DXDESK_HOME", str(tmp_path))
    assert form_in_use(MINUTES_FORM) == FORM
    own = paths.own_form()
    own.parent.mkdir()
    document = Document()
    document.add_paragraph("うちの町の{{ 標題 }}")
    document.save(str(own))
    assert form_in_use(MINUTES_FORM) == own
    assert words_in(compose_minutes_word(paper())) == squeezed("うちの町の" + str(minutes_words(paper())["標題"]))


def test_a_form_that_is_not_there_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        compose_minutes_word(paper(), tmp_path / "ない.docx")
    assert caught.value.code == "file.unreadable"


def test_the_form_that_comes_along_is_the_one_that_is_made_from_the_script() -> None:
    with zipfile.ZipFile(io.BytesIO(minutes_form())) as made, zipfile.ZipFile(FORM) as kept:
        assert made.namelist() == kept.namelist()
        for name in ("word/document.xml", "word/styles.xml", "word/footer1.xml", "docProps/core.xml"):
            assert made.read(name) == kept.read(name)


def test_the_form_is_a4_with_the_margins_of_the_paper() -> None:
    section: Any = Document(str(FORM)).sections[0]
    sides = (section.page_width, section.page_height, section.top_margin, section.bottom_margin,
             section.left_margin, section.right_margin)  # fmt: skip
    assert [round(each.mm) for each in sides] == [210, 297, 25, 25, 25, 20]
