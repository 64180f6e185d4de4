"""The gallery of papers shows every document once, as 印刷 and the commands name it, and nothing else."""

from __future__ import annotations

import re

import pytest
from PIL import Image

from dxdesk.cli.papers_wanted import CHECKLISTS, PAPERS, REPLY_FORM
from dxdesk.domain.packets import PARTS
from dxdesk.domain.printing import OF_MINUTES, PRINT_KINDS
from dxdesk.wording.document_names import DOCUMENT_NAMES, GROUPS
from tests.guide_pictures import GUIDE, ROOT, named
from tests.paper_pictures import MADE_UP, PACKET_ONLY, PICTURES, SHOWN, WORD, few_greys, page_of
from tests.paper_pictures import PAPERS as FOLDER

PAGE = FOLDER / "README.md"
LARGEST, ALL = 120_000, 2_500_000
"""Bytes of a picture, and of all of them."""


def named_word(text: str) -> str:
    return text.format(word=WORD)


def test_every_document_and_every_part_of_a_packet_has_its_picture() -> None:
    assert {named_word(DOCUMENT_NAMES[kind]) for kind in PRINT_KINDS} | set(PACKET_ONLY) == set(SHOWN)
    printed_elsewhere = {*PRINT_KINDS, "sheets", "changes"}
    alone = {each.title.format(action=WORD) for each in PARTS if each.key not in printed_elsewhere}
    assert alone == set(PACKET_ONLY)
    assert set(MADE_UP) <= set(SHOWN)


def test_the_page_names_every_picture_once_and_no_picture_is_left_over() -> None:
    pictures = named(PAGE)
    assert len(pictures) == len(set(pictures))
    assert {picture.parent for picture in pictures} == {PICTURES}
    assert {picture.stem for picture in pictures} == {file.stem for file in PICTURES.iterdir()} == set(SHOWN)


def test_the_page_names_what_is_chosen_on_the_screen_and_what_is_typed() -> None:
    text = PAGE.read_text(encoding="utf-8")
    chosen = [f"{word} › {own}" if own else word for word, kinds in GROUPS for _, own in kinds]
    assert sorted(re.findall(r"印刷：(.+?)。", text)) == sorted(map(named_word, chosen))
    checks = {f"checklist --type {kind}" for kind in CHECKLISTS}
    minutes = {"minutes", *(f"minutes --variant {each}" for each in OF_MINUTES.values() if each != "full")}
    typed = {*PAPERS, *checks, *minutes} - {"checklist", REPLY_FORM}
    commands = re.findall(r"`print (.+?)`", text)
    assert (len(commands), set(commands)) == (len(typed), typed)


def test_the_pictures_load_quickly() -> None:
    sizes = {file.name: file.stat().st_size for file in PICTURES.iterdir()}
    assert {name for name, size in sizes.items() if size > LARGEST} == set()
    assert sum(sizes.values()) < ALL


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "README.ja.md", GUIDE / "README.md"])
def test_who_reads_about_the_program_finds_the_page(page: object) -> None:
    text = (ROOT / str(page)).read_text(encoding="utf-8")
    assert "papers/README.md" in text


def test_a_picture_is_the_page_with_the_words_in_few_greys() -> None:
    drawn = page_of(MADE_UP["指標一覧"](), "オンライン申請の利用率")
    assert drawn.width > drawn.height
    assert drawn.mode == "P"
    with pytest.raises(ValueError, match="ない言葉"):
        page_of(MADE_UP["指標一覧"](), "ない言葉")
    greys = few_greys(Image.linear_gradient("L")).convert("L")
    assert len(greys.getcolors() or ()) == 16
    assert greys.getextrema() == (0, 255)
