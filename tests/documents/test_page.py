"""Sheets: frames, footers, marks, page flow, repeatable bytes, missing characters, and no markup anywhere."""

import ast
import io
from pathlib import Path
from typing import cast

import pypdf
import pytest

from dxdesk.documents import page as page_module
from dxdesk.documents.blocks import At, Beside, Blank, Framed, Rule, Stack
from dxdesk.documents.page import FRAME_A3, FRAME_D, FRAME_M, FRAME_T, FRAME_Y, Footer, Frame, Printed, Sheet
from dxdesk.documents.paragraph import Spread, Text, write
from dxdesk.documents.styles import CELL, LABEL, LETTER, MINUTES, TITLE
from dxdesk.domain.paper import Paper
from tests.documents.reading import fonts, page_texts, picture, word_boxes

FRAMES = [FRAME_D, FRAME_M, FRAME_T, FRAME_Y, FRAME_A3]
FOOTER = Footer("大河原町　令和6年度第2回デジタル化推進員会議（R7.2.13）", "作成 R7.2.6 10:40", sample=True)


def filled(frame: Frame, text: str = "会議録の本文を置く。" * 400) -> Printed:
    sheet = Sheet(frame, "会議録", author="大河原町", footer=FOOTER, number="資料3-1", draft=True, caution=True)
    sheet.place(Text(text, LETTER))
    return sheet.finish()


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
def test_every_word_lies_inside_the_text_area(frame: Frame) -> None:
    result = filled(frame)
    for number in range(result.pages):
        for _, left, top, right, bottom in word_boxes(result.pdf, number):
            assert left >= frame.left - 0.1
            assert right <= frame.right + 0.1
            assert top >= 9
            assert bottom <= frame.page_height - 5


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
def test_paper_is_as_wide_and_high_as_the_frame_says(frame: Frame) -> None:
    first = pypdf.PdfReader(io.BytesIO(filled(frame).pdf)).pages[0]
    assert float(first.mediabox.width) == pytest.approx(frame.page_width * 72 / 25.4, abs=0.01)
    assert float(first.mediabox.height) == pytest.approx(frame.page_height * 72 / 25.4, abs=0.01)


def test_binding_moves_the_left_edge_to_30_except_on_wide_paper() -> None:
    assert [frame.for_town(Paper(binding=True)).left for frame in FRAMES] == [30, 30, 30, 15, 25]
    assert FRAME_D.for_town(Paper(binding=True)).width == 160


def test_the_footer_counts_the_pages_of_the_whole_file_and_says_when_it_is_a_sample() -> None:
    result = filled(FRAME_T)
    pages = page_texts(result.pdf)
    assert result.pages == len(pages) > 1
    for number, text in enumerate(pages, 1):
        assert f"{number}／{result.pages}" in text
        assert "大河原町令和6年度第2回デジタル化推進員会議（R7.2.13）" in text
        assert "見本作成R7.2.610:40" in text


def test_without_the_option_no_footer_says_sample() -> None:
    sheet = Sheet(FRAME_T, "試験", footer=Footer("左", "右"))
    assert "見本" not in page_texts(sheet.finish().pdf)[0]


def test_a_long_footer_does_not_run_into_the_page_number() -> None:
    sheet = Sheet(FRAME_T, "試験", footer=Footer("町" * 60, "作成"))
    boxes = word_boxes(sheet.finish().pdf)
    assert max(right for word, _, _, right, _ in boxes if word == "町") < 103
    assert min(left for word, left, _, _, _ in boxes if word == "／") > 100


def test_a_record_has_a_second_line_and_a_rule_at_its_foot() -> None:
    footer = Footer(
        "会議録（確定　第1版）", "見本", second_left="原本照合 7F3A-91C2-5E08-D4B6", second_right="作成 R7.2.27"
    )
    sheet = Sheet(FRAME_M, "会議録", footer=footer)
    pdf = sheet.finish().pdf
    assert "原本照合7F3A-91C2-5E08-D4B6" in page_texts(pdf)[0]
    image = picture(pdf, dots=254)
    assert min(image.getpixel((500, y)) for y in range(2810, 2822)) < 160


def test_marks_stand_on_the_first_page_and_the_number_on_all() -> None:
    pages = page_texts(filled(FRAME_T).pdf)
    assert all("資料3-1" in page for page in pages)
    assert all("（案）" in page for page in pages)
    assert ["取扱注意" in page for page in pages] == [True] + [False] * (len(pages) - 1)


def test_a_packet_changes_paper_and_number_and_counts_on() -> None:
    sheet = Sheet(FRAME_T, "会議資料", number="資料1")
    sheet.place(Text("総括", CELL))
    sheet.number = "資料2"
    sheet.next_page(FRAME_A3)
    sheet.place(Text("一覧表", CELL))
    result = sheet.finish()
    first, second = page_texts(result.pdf)
    assert "資料1" in first
    assert "1／2" in first
    assert "資料2" in second
    assert "2／2" in second
    sizes = [round(float(page.mediabox.width) * 25.4 / 72) for page in pypdf.PdfReader(io.BytesIO(result.pdf)).pages]
    assert sizes == [210, 420]


def test_the_head_of_following_pages_is_drawn_by_the_document() -> None:
    def head(sheet: Sheet) -> None:
        write(sheet.ink, sheet.left, 12, f"（続き）{sheet.page}枚目", TITLE)
        sheet.y = 28

    sheet = Sheet(FRAME_T, "試験", head=head)
    sheet.place(Text("本文。" * 2000, CELL))
    pages = page_texts(sheet.finish().pdf)
    assert "（続き）" not in pages[0]
    assert all(f"（続き）{number}枚目" in text for number, text in enumerate(pages[1:], 2))


def test_the_same_content_gives_the_same_bytes() -> None:
    assert filled(FRAME_M).pdf == filled(FRAME_M).pdf


def test_title_author_and_language_are_in_the_file() -> None:
    reader = pypdf.PdfReader(io.BytesIO(filled(FRAME_M).pdf))
    assert reader.metadata is not None
    assert reader.metadata.title == "会議録"
    assert reader.metadata.author == "大河原町"
    assert str(reader.root_object["/Lang"]) == "ja-JP"
    assert dict(cast("dict[str, bool]", reader.root_object["/ViewerPreferences"])) == {"/DisplayDocTitle": True}
    assert "/MarkInfo" not in reader.root_object, "nothing says what is a heading or a cell, so nothing may claim it"


def test_an_archive_reads_the_same_title_author_and_language_as_xml() -> None:
    printed = Sheet(FRAME_T, "<b>計画</b>&𠮷{0}", "髙𠮷町").finish()
    described = pypdf.PdfReader(io.BytesIO(printed.pdf)).xmp_metadata
    assert described is not None
    assert b"<dc:language>" in printed.pdf, "an archive reads it without unpacking anything"
    assert described.dc_title == {"x-default": "<b>計画</b>&𠮷{0}"}
    assert described.dc_creator == ["髙𠮷町"]
    assert described.dc_language == ["ja-JP"]


def test_an_empty_document_has_one_page_and_no_helvetica() -> None:
    result = Sheet(FRAME_T, "空").finish()
    assert result.pages == 1
    assert not any("Helvetica" in name for name in fonts(result.pdf))
    assert b"Helvetica" not in result.pdf


def test_missing_characters_are_reported_with_their_code_and_place_and_printed_as_geta() -> None:
    sheet = Sheet(FRAME_T, "試験")
    sheet.place(Text("総務課の\ue000様、葛\U000e01aa飾", CELL))
    sheet.place(Text("総務課の\ue000様、葛\U000e01aa飾", CELL))
    result = sheet.finish()
    assert [(found.character, found.code_point, found.drawn) for found in result.missing] == [
        ("\ue000", "U+E000", "〓"),
        ("葛\U000e01aa", "U+845B U+E01AA", "葛"),
    ]
    assert result.missing[0].where == "1頁「総務課の\ue000様、葛\U000e01aa飾」"


def test_ordinary_text_reports_nothing() -> None:
    assert filled(FRAME_D).missing == ()


def test_a_paragraph_flows_over_pages_down_to_the_foot_of_each() -> None:
    result = filled(FRAME_D)
    assert "".join(page_texts(result.pdf)).count("会議録の本文を置く。") == 400
    boxes = [box for box in word_boxes(result.pdf, 0) if box[4] < 275]
    assert 266 < max(bottom for _, _, _, _, bottom in boxes) <= 272


def test_height_that_must_follow_moves_a_block_to_the_next_page_with_it() -> None:
    sheet = Sheet(FRAME_T, "試験")
    sheet.y = sheet.bottom - 12
    sheet.place(Text("見出し", CELL), keep=20)
    assert sheet.page == 2
    sheet.need(5)
    assert sheet.page == 2
    sheet.need(300)
    assert sheet.page == 3


def test_a_block_higher_than_a_page_that_cannot_be_parted_stands_alone() -> None:
    sheet = Sheet(FRAME_T, "試験")
    sheet.place(Text("前", CELL))
    sheet.place(Blank(400))
    assert sheet.page == 2


def test_gaps_are_left_out_at_the_top_of_a_following_page() -> None:
    sheet = Sheet(FRAME_T, "試験")
    sheet.next_page()
    sheet.skip(10)
    assert sheet.y == FRAME_T.next_body


def test_number_label_and_text_stand_side_by_side_and_go_on_together() -> None:
    row = Beside(
        (
            At(0, Text("9", LABEL), 8),
            At(8, Spread("議事", LABEL, 5), 20),
            At(33, Text("説明した。" * 300, MINUTES)),
        )
    )
    sheet = Sheet(FRAME_M, "会議録")
    sheet.y = 200
    sheet.place(row)
    pages = page_texts(sheet.finish().pdf)
    assert len(pages) == 2
    assert pages[0].startswith("9議事説明した。")
    assert "".join(pages).count("説明した。") == 300
    assert "議事" not in pages[1]


def test_a_label_can_stand_halfway_down_its_row() -> None:
    row = Beside((At(0, Text("結果", LABEL), 20, middle=True), At(30, Framed(Text("了承", CELL), padding=10))))
    sheet = Sheet(FRAME_M, "会議録")
    sheet.place(row)
    boxes = {word: (top + bottom) / 2 for word, _, top, _, bottom in word_boxes(sheet.finish().pdf)}
    assert boxes["結"] == pytest.approx(boxes["了"], abs=0.5)


def test_a_framed_text_is_parted_into_two_frames_and_a_stack_between_its_blocks() -> None:
    framed = Framed(Text("決定した。" * 200, CELL))
    parted = framed.split(165, 40)
    assert parted is not None
    assert parted[0].height(165) <= 40
    stack = Stack((Blank(10), Blank(10), Text("あ\nい\nう", CELL)), gap=2)
    parted = stack.split(100, 30)
    assert parted is not None
    assert [block.height(100) for block in parted] == [
        pytest.approx(24 + CELL.line / 72 * 25.4),
        pytest.approx(2 * CELL.line / 72 * 25.4),
    ]


def test_a_rule_takes_no_room() -> None:
    assert Rule().height(100) == 0


def test_no_document_uses_reportlabs_markup_paragraph() -> None:
    """User text must never be read as markup, so what reads markup is not used at all."""
    folder = Path(page_module.__file__).parent
    for source in folder.glob("*.py"):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [alias.name for alias in node.names] + [getattr(node, "module", None) or ""]
                assert not any("platypus" in name or name == "Paragraph" for name in names), source.name
