"""The form to fill in by hand: two units a page, six signs to circle, an id that opens each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dxdesk.documents.handwriting import NOT_OURS, OFFERED, compose_handwriting
from dxdesk.documents.page import FRAME_T, Printed
from dxdesk.domain.paper import Paper
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.settings import Settings, Stage
from dxdesk.domain.sheets import BlankForm, BlankUnit, blank_form, department_marks, occasion
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import page_texts, word_boxes
from tests.documents.reading import picture as page_picture
from tests.documents.sample_boards import MADE, PLANS, Scene, scene


def form(found: Scene) -> BlankForm:
    department = next((each for each in found.plan.departments), Department("d1", "総務課"))
    mark = department_marks([department])[department.id]
    return blank_form(found.plan, found.board, found.items, department, mark, (2024, 2))


def printed(found: Scene, *forms: BlankForm, settings: Settings | None = None) -> Printed:
    about = replace(occasion(found.board, Paper()), due=date(2025, 1, 31), hand_in="政策企画課　内線214")
    return compose_handwriting(forms, about, settings or found.settings, made=MADE)


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("first", [False, True])
def test_every_plan_stands_two_units_to_a_page_inside_the_frame(name: str, first: bool) -> None:
    found = scene(name, first=first)
    result = printed(found, form(found))
    assert result.pages == (len(found.plan.units) + 1) // 2
    assert outside(result.pdf, FRAME_T) == []
    assert overlapping(result.pdf) == []
    assert smallest(result.pdf) >= 7.5


def test_the_pages_of_every_department_have_numbers_of_their_own() -> None:
    found = scene("ogawara")
    own = form(found)
    pages = page_texts(printed(found, own, replace(own, department="商工観光課", units=own.units[:2])).pdf)
    assert ["1／1" if "1／1" in text else text[text.index("／7") - 1 :][:3] for text in pages] == [
        *(f"{at}／7" for at in range(1, 8)),
        "1／1",
    ]


def test_a_wide_number_begins_where_the_lines_below_it_do_and_ends_before_the_name() -> None:
    found = scene("kahoku")
    boxes = word_boxes(printed(found, form(found)).pdf)
    text = "".join(box[0] for box in boxes)
    number, below, name = (boxes[text.index(words)] for words in ("住民-1", "計画", "行政手続き"))
    assert abs(number[1] - below[1]) < 0.5
    assert boxes[text.index("住民-1") + 3][3] + 1.0 < name[1]


def test_each_unit_carries_the_id_that_opens_it() -> None:
    found = scene("ogawara")
    text = "".join(page_texts(printed(found, form(found)).pdf))
    assert all(f"R6-2町民{at:03}" in text for at in range(1, 14))


def test_the_id_that_is_typed_in_stands_on_white() -> None:
    found = scene("ogawara")
    pdf = printed(found, form(found)).pdf
    first = "".join(box[0] for box in word_boxes(pdf)).index("R6-2町民001")
    _, left, top, _, below = word_boxes(pdf)[first]
    dots = 100 / 25.4
    before, beside = (
        page_picture(pdf).crop(tuple(int(each * dots) for each in (left - far, top, left - far + 0.8, below)))
        for far in (3.5, 1.2)
    )
    assert before.getextrema()[1] < 255
    assert beside.getextrema()[0] == 255


def test_what_only_the_program_may_say_is_not_offered() -> None:
    found = scene("ogawara")
    text = page_texts(printed(found, form(found)).pdf)[0]
    assert OFFERED == ("ok", "warn", "late", "done", "none", "stop")
    assert all(text.count(found.settings.status_word(key)) >= 2 for key in OFFERED)
    assert "未回答" not in text
    assert "対象外" not in text


def test_a_department_that_a_unit_does_not_concern_can_say_so() -> None:
    found = scene("ogawara")
    text = page_texts(printed(found, form(found)).pdf)[0]
    assert all(text.count(line) == 2 for line in NOT_OURS)


def test_the_last_answer_is_marked_and_quoted() -> None:
    found = scene("ogawara")
    text = page_texts(printed(found, form(found)).pdf)[0]
    assert text.count("（前回）") == 4
    assert "終えた。（令和6年度第1回）" in text


def test_long_texts_are_cut_to_their_line_with_a_mark() -> None:
    unit = BlankUnit(
        "3", "手続の入口" * 20, "R6-2 町民 003", "計画の記載です。" * 50, "前回の回答です。" * 50, "令和6年度第1回"
    )
    found = scene("ogawara")
    result = printed(found, BlankForm("町民生活課", (unit,)))
    assert page_texts(result.pdf)[0].count("…") == 3
    assert outside(result.pdf, FRAME_T) == []
    assert overlapping(result.pdf) == []


def test_the_plan_fills_its_line_before_it_is_cut() -> None:
    found = scene("ogawara")
    long = "手続をオンライン化してその利用を広げるための説明会や見学会の開催について計画的に検討する" * 3
    result = printed(found, BlankForm("町民生活課", (BlankUnit("3", "手続", "R6-2 町民 003", long),)))
    boxes = word_boxes(result.pdf)
    at = next(index for index, box in enumerate(boxes) if box[0] == "…")
    assert 180.0 < boxes[at][3] <= 190.0


def test_what_to_decide_has_a_line_over_the_whole_width() -> None:
    found = scene("ogawara")
    result = printed(found, BlankForm("町民生活課", form(found).units[:1]))
    assert "決めてほしいこと（60字まで）" in page_texts(result.pdf)[0]
    picture = page_picture(result.pdf, dots=144)
    tall, wide = picture.height / 297.0, picture.width / 210.0
    rows = range(round(136 * tall), round(139.2 * tall))
    inked = [sum(picture.getpixel((x, y)) < 250 for x in range(round(27 * wide), round(187 * wide))) for y in rows]
    assert max(inked) > 0.25 * 160 * wide  # a dotted line from edge to edge


def test_eight_stages_and_a_towns_own_words_fit() -> None:
    stages = tuple(Stage(f"s{at}", f"第{at}段階の取組") for at in range(8))
    words = {key: f"{word}（町の区分）" for key, word in Settings().status_words.items()}
    settings = Settings(stages=stages, status_words=words)
    found = scene("ogawara")
    result = printed(found, form(found), settings=settings)
    assert outside(result.pdf, FRAME_T) == []
    assert overlapping(result.pdf) == []


def test_departments_begin_on_new_pages_and_those_without_units_are_left_out() -> None:
    found = scene("ogawara")
    own = form(found)
    short = BlankForm("政策企画課", own.units[:1])
    result = printed(found, short, BlankForm("会計課", ()), replace(short, department="商工観光課"))
    first, second = page_texts(result.pdf)
    assert "政策企画課" in first
    assert "商工観光課" in second


def test_the_same_form_gives_the_same_bytes_and_the_text_kept() -> None:
    found = scene("ogawara")
    own = replace(form(found), units=form(found).units[2:4])
    first, second = (printed(found, own).pdf for _ in range(2))
    assert first == second
    check_golden("handwriting_ogawara", first)
