"""今回の回答 and 各課の回答 on the sheet of a unit: their heads, their names, what nobody has answered."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2

from tests.documents.reading import picture, word_boxes
from tests.documents.sample_boards import scene, unit_sheet
from tests.documents.test_initiative_sheet import of_length, page_texts, printed, text_of


def test_answers_of_several_departments_follow_on_a_page_of_their_own() -> None:
    found = scene("ogawara", departments=3)
    pages = page_texts(printed(found, unit_sheet(found, "3")).pdf)
    assert pages[1].startswith("別紙各課の回答")
    assert all(name in pages[1] for name in ("町民生活課", "政策企画課", "商工観光課"))


def test_a_sheet_is_set_closer_where_that_brings_the_answers_of_the_departments_on_it() -> None:
    found = scene("ogawara", departments=3, texts=[text_of(each) for each in (20, 20, 15)])
    (text,) = page_texts(printed(found, unit_sheet(found, "10")).pdf)
    assert "各課の回答" in text
    assert "別紙" not in text
    assert "指標" not in text


def test_the_head_of_the_answer_stands_in_one_line_in_the_closer_form_too() -> None:
    found, value = of_length((60, 60, 50))
    pdf = printed(found, replace(value, corrected=True)).pdf
    boxes = word_boxes(pdf)
    at = "".join(box[0] for box in boxes).index("今回令和6年度")
    tops = [box[4] for box in boxes[at : at + len("今回令和6年度第2回（12月31日現在・席上修正）")]]
    assert max(tops) - min(tops) < 2.0


def test_the_name_of_a_department_is_not_torn_within_a_word() -> None:
    found = scene("ogawara", departments=3)
    value = unit_sheet(found, "3")
    names = ("総務課文書情報グループ", "見本第一課", "見本第二課")
    answers = tuple(replace(each, department=name) for each, name in zip(value.answers, names, strict=True))
    ask = "確認の期限を全課で決めていただきたいです（見本第一課）。導入を翌年度に延ばしてよいか（見本第二課）。"
    asking = replace(value, answers=answers, item=replace(value.item, ask=ask))
    lines = [
        line
        for page in pypdfium2.PdfDocument(printed(found, asking).pdf)
        for line in page.get_textpage().get_text_range().splitlines()
    ]
    assert {"総務課文書情報", "グループ"} <= {part for line in lines for part in line.split()}
    assert sum(name in line for name in names[1:] for line in lines if "（" in line) == 2


def test_an_unanswered_unit_says_so_where_the_answer_would_stand() -> None:
    found = scene("ogawara")
    code = next(card.code for card in found.board.cards if card.status == "miss")
    pdf = printed(found, unit_sheet(found, code)).pdf
    assert page_texts(pdf)[0].count("未回答") >= 2
    boxes = word_boxes(pdf)
    at = "".join(box[0] for box in boxes).index("実績") + 2
    _, left, top, _, below = boxes[at]
    assert boxes[at][0] == "未"
    beside = (left - 12.0, top, left - 4.0, below)
    assert picture(pdf).crop(tuple(int(each * 100 / 25.4) for each in beside)).getextrema()[0] < 128
