"""Paragraphs as they are set: lines, justification, indents, underlines, stretched labels."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.documents.breaking import NO_END, NO_START
from dxdesk.documents.embedding import EmbeddedFonts
from dxdesk.documents.ink import POINTS, Ink
from dxdesk.documents.lines import set_lines, text_width
from dxdesk.documents.page import FRAME_D, FRAME_M, FRAME_T, Sheet
from dxdesk.documents.paragraph import Spread, Text, lines_of, write
from dxdesk.documents.styles import CELL, LABEL, LETTER, MINUTES, NOTE
from dxdesk.documents.text_style import Span
from dxdesk.domain.paper import Paper
from tests.documents.reading import page_texts, word_boxes

PROSE = (
    "窓口業務は3月下旬が繁忙期である。操作研修をその前に終えられるか。（政策企画課長）窓口系4業務は2月末に整う。" * 4
)


def page_ink() -> Ink:
    return Ink(297, EmbeddedFonts(), 1, [])


def test_a_letter_line_holds_42_characters_41_when_bound_and_a_minutes_line_44() -> None:
    kanji = "漢" * 100
    assert len(lines_of(kanji, LETTER, FRAME_D.width)[0]) == 42
    assert len(lines_of(kanji, LETTER, FRAME_D.for_town(Paper(binding=True)).width)[0]) == 41
    assert len(lines_of(kanji, MINUTES, FRAME_M.width)[0]) == 44
    assert len(lines_of(kanji, MINUTES, FRAME_M.width - 9 * MINUTES.em)[0]) == 35


def test_justified_lines_end_flush_but_for_the_last() -> None:
    lines = set_lines(PROSE, LETTER, 165)
    room = 165 * POINTS
    assert all(line.width == pytest.approx(room, abs=0.01) for line in lines[:-1])
    assert lines[-1].width < room
    plain = set_lines(PROSE, CELL, 165)
    assert any(line.width < room - 1 for line in plain[:-1])


def test_a_justified_line_with_much_rest_stays_as_it_is() -> None:
    text = "次の" + "x" * 200 + "である。"
    first = set_lines(text, LETTER, 60)[0]
    assert first.text == "次の"
    assert first.width == pytest.approx(22)


def test_the_rest_is_spread_between_characters_and_never_within_a_word() -> None:
    line = set_lines("あいabcうえおかきくけこ", LETTER, (10.8 * 11) / POINTS)[0]
    assert line.text == "あいabcうえおかきくけ"
    places = {item.glyph.text: item.x for item in line.placed}
    assert places["b"] - places["a"] == pytest.approx(5.5)
    assert places["い"] - places["あ"] > 11


@given(st.text("漢字かなカナー。、（）「」abc019 　\n𠮷", max_size=200), st.floats(20, 170))
def test_set_lines_hold_the_text_within_the_column(text: str, width: float) -> None:
    for style in (CELL, LETTER):
        lines = set_lines(text, style, width)
        assert "".join(line.text for line in lines) == text.replace("\n", "")
        assert all(line.width <= width * POINTS + 0.01 for line in lines)


@given(st.text("漢字あいう業務課長", min_size=20, max_size=120), st.floats(40, 100))
def test_cells_avoid_a_last_line_of_one_to_three_characters_when_half_ems_help(text: str, width: float) -> None:
    lines = lines_of(text, CELL, width)
    if len(lines) > 1 and len(lines[-1]) <= 3:
        for steps in range(1, 6):
            narrower = lines_of(text, replace(CELL, whole_last_line=False), width - steps * 0.5 * CELL.em)
            assert len(narrower) > len(lines) or len(narrower[-1]) <= 3


def test_a_line_feed_begins_a_new_line_and_an_empty_line_keeps_its_height() -> None:
    assert lines_of("一\n\n二", CELL, 50) == ("一", "", "二")
    assert Text("一\n\n二", CELL).height(50) == pytest.approx(3 * CELL.line / POINTS)


def test_indents_are_those_of_the_first_and_of_the_other_lines() -> None:
    sheet = Sheet(FRAME_T, "試験")
    sheet.place(Text("議" * 60, LETTER, first=1, rest=3))
    boxes = [box for box in word_boxes(sheet.finish().pdf) if box[0] == "議"]
    first_line = min(left for _, left, top, _, _ in boxes if top < 33)
    other_line = min(left for _, left, top, _, _ in boxes if top > 33)
    assert other_line - first_line == pytest.approx(2 * LETTER.em, abs=0.1)


def test_bold_and_underline_are_given_by_spans_not_by_signs_in_the_text() -> None:
    (line,) = set_lines((Span("20業務のうち"), Span("16業務", underline=True), Span("<b>", bold=True)), CELL, 100)
    assert line.text == "20業務のうち16業務<b>"
    assert len(line.underlines) == 1
    start, end = line.underlines[0]
    assert start == pytest.approx(line.placed[6 + 1].x)
    assert end == pytest.approx(line.placed[11].x)
    assert {item.glyph.face for item in line.placed[:11]} == {CELL.face}
    assert {item.glyph.face for item in line.placed[11:]} == {CELL.face.bold}


def test_an_underline_runs_unbroken_through_punctuation() -> None:
    (line,) = set_lines((Span("取組（案）。を", underline=True),), LETTER, 100)
    assert len(line.underlines) == 1


def test_a_label_is_stretched_to_its_ems_and_copied_unstretched() -> None:
    assert Spread("日時", LABEL, 5).natural == pytest.approx(5 * LABEL.em)
    sheet = Sheet(FRAME_T, "試験")
    sheet.place(Spread("配布資料", LABEL, 8))
    pdf = sheet.finish().pdf
    assert page_texts(pdf) == ["配布資料1／1"]
    boxes = [box for box in word_boxes(pdf) if box[0] in "配料"]
    assert boxes[-1][3] - boxes[0][1] == pytest.approx(8 * LABEL.em, abs=0.6)


def test_a_label_longer_than_its_ems_keeps_its_natural_width() -> None:
    assert Spread("指示事項及び宿題", LABEL, 5).natural == pytest.approx(8 * LABEL.em)


def test_a_single_letter_can_be_stretched() -> None:
    ink = page_ink()
    Spread("印", LABEL, 5).draw(ink, 25, 25, 100)
    assert "TJ" in " ".join(ink.operators)


@pytest.mark.parametrize(("align", "left"), [("left", 100.0), ("center", 80.0), ("right", 60.0)])
def test_a_line_stands_left_of_in_the_middle_of_or_right_of_its_place(align: str, left: float) -> None:
    style = LETTER.at(40 / 10 * POINTS)
    ink = page_ink()
    assert write(ink, 100, 50, "大" * 10, style, align) == pytest.approx(40)  # type: ignore[arg-type]
    assert f"{left * POINTS:.3f} {(297 - 50 - 0.88 * 4) * POINTS:.3f} Tm" in ink.operators[-1]


def test_the_width_of_a_text_is_that_of_its_longest_line() -> None:
    assert text_width("漢字\n漢", LETTER) == pytest.approx(2 * LETTER.em)


def test_a_split_paragraph_keeps_all_lines_and_its_first_indent() -> None:
    text = Text(PROSE, LETTER, first=1, rest=0)
    whole = [line.text for line in text.set(120)]
    parted = text.split(120, 3.5 * LETTER.line / POINTS)
    assert parted is not None
    head, rest = parted
    assert [line.text for line in (*head.set(120), *rest.set(120))] == whole
    assert len(head.set(120)) == 3
    assert head.set(120)[0].placed[0].x == pytest.approx(LETTER.size)


def test_a_paragraph_is_not_parted_where_no_line_or_every_line_fits() -> None:
    assert Text("一行だけ", LETTER).split(100, 50) is None
    assert Text(PROSE, LETTER).split(100, 2) is None


def test_no_line_of_a_real_sentence_breaks_the_rules_at_any_width() -> None:
    for width in range(20, 165, 3):
        lines = lines_of(PROSE, CELL, width)
        assert all(line[0] not in NO_START for line in lines)
        assert all(line[-1] not in NO_END for line in lines)


@pytest.mark.parametrize("width", [80.0, 100.0, 120.0, 150.0])
def test_no_date_and_no_time_is_torn_at_the_end_of_a_line(width: float) -> None:
    text = "令和7年1月10日付け第　　　号で照会した標記の件について、令和7年1月22日午後9時53分現在で届いていません。"
    for style in (LETTER, MINUTES, CELL):
        lines = lines_of(text, style, width)
        assert "".join(lines).replace("　", "") == text.replace("　", "")
        for date in ("1月10日", "1月22日", "午後9時53分"):
            assert any(date in line for line in lines), lines


def test_words_of_notes_and_cells_are_not_torn_where_the_line_stays_full() -> None:
    text = "決めること：進め方を見直してよいか（町民生活課）。応援の職員を出せるか（商工観光課）。"
    for style in (NOTE, CELL):
        for width in (90.0, 110.0, 150.0):
            lines = lines_of(text, style, width)
            whole = [word for word in ("町民生活課", "見直し", "職員") if not any(word in line for line in lines)]
            assert whole == [], lines
