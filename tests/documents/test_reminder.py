"""催促文: what is missing and nothing else, on paper and as text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dxdesk.documents.letter import letter_frame
from dxdesk.documents.reminder import compose_reminder, reminder_text
from dxdesk.domain.paper import Paper
from dxdesk.domain.settings import DEFAULT_STATUS_WORDS, Settings
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import page_texts, squeezed
from tests.documents.sample_letters import BARE, DUE, HEAD, NOW, QUESTION, TRADE, many

PLAIN = Settings()
FRAME = letter_frame(PLAIN)


def test_the_letter_looks_as_it_was_agreed() -> None:
    pdf = compose_reminder([TRADE], HEAD, PLAIN, due=DUE, now=NOW).pdf
    check_golden("reminder", pdf)
    assert outside(pdf, FRAME) == []
    assert overlapping(pdf) == []
    assert smallest(pdf) >= 7.5


def test_only_what_is_missing_is_asked_for_with_the_question_of_the_secretariat() -> None:
    (text,) = page_texts(compose_reminder([TRADE], HEAD, PLAIN, due=DUE, now=NOW).pdf)
    assert "（照会4件のうち3件）" in text
    assert "情報発信の拡充" not in text
    assert f"「今回の実績」{QUESTION}" in text
    assert "差戻し中" in text


def test_a_return_without_a_question_asks_to_look_again() -> None:
    unit = replace(TRADE.units[2], question="", fields=("results", "issues"))
    asked = replace(TRADE, units=(unit,))
    (text,) = page_texts(compose_reminder([asked], HEAD, PLAIN, due=DUE, now=NOW).pdf)
    assert "「今回の実績」「課題」を見直してください。" in text


def test_the_letter_is_neutral_and_never_counts_days() -> None:
    (text,) = page_texts(compose_reminder([TRADE], HEAD, PLAIN, due=DUE, now=NOW).pdf)
    assert "令和7年2月3日午前9時現在" in text
    assert "令和7年2月6日（木）までに" in text
    assert "過ぎ" not in text
    assert "超過" not in text


def test_the_town_s_word_for_what_is_missing_is_used() -> None:
    settings = Settings(status_words={**DEFAULT_STATUS_WORDS, "miss": "回答待ち"})
    (text,) = page_texts(compose_reminder([TRADE], HEAD, settings, due=DUE, now=NOW).pdf)
    assert "「回答待ち」と記載します" in text
    assert "未回答" not in text
    assert "未回答" not in reminder_text([TRADE], HEAD, settings, due=DUE, now=NOW)


@pytest.mark.parametrize("count", [8, 9, 40])
def test_many_missing_units_stand_on_a_sheet_of_their_own(count: int) -> None:
    pdf = compose_reminder([many(count)], HEAD, PLAIN, due=DUE, now=NOW).pdf
    pages = page_texts(pdf)
    assert "別紙1" in pages[0]
    assert all(f"MEGO-{at}-1" in "".join(pages[1:]) for at in range(1, count + 1))
    assert outside(pdf, FRAME) == []
    assert overlapping(pdf) == []


def test_the_text_says_what_the_paper_says() -> None:
    text = reminder_text([TRADE], HEAD, PLAIN, due=DUE, now=NOW)
    assert text.startswith("商工観光課長　様\n")
    assert "・8　ペーパーレス化の推進　関係課　差戻し中" in text
    assert QUESTION in text
    assert "情報発信の拡充" not in text
    assert HEAD.place in text
    assert text.endswith("大河原町デジタル化推進員会議\n委員長　渡邊 和夫\n担当　政策企画課")
    assert "第　" not in text


def test_the_text_leaves_out_what_is_not_known_instead_of_leaving_room() -> None:
    text = reminder_text([TRADE], BARE, PLAIN, due=DUE, now=datetime(2025, 2, 3, 9, 5, tzinfo=UTC))
    assert "置き場所" not in text
    assert "提出先　事務局\n" in text
    assert "メールに付けて、事務局へ送ってください" in text
    assert "次の場所" not in text
    assert "午前9時現在" in text
    assert "先に照会した標記の件について" in text
    assert text.endswith("見本町")


def test_texts_to_several_departments_are_parted() -> None:
    text = reminder_text([TRADE, many(1)], HEAD, PLAIN, due=DUE, now=NOW)
    assert text.count("（再依頼）") == 2
    assert "――――" in text


def test_the_punctuation_of_the_town_is_ours_only() -> None:
    settings = Settings(paper=Paper(punctuation="，．"))
    text = squeezed(reminder_text([TRADE], HEAD, settings, due=DUE, now=NOW))
    assert QUESTION in text
    assert "御容赦ください．" in text


def test_a_department_that_answers_by_excel_is_asked_for_its_form_and_for_no_file_of_the_program() -> None:
    asked = replace(TRADE, by_form=True, reply_file="令和6年度第2回_商工観光課_回答票.xlsx")
    (page,) = page_texts(compose_reminder([asked], HEAD, PLAIN, due=DUE, now=NOW).pdf)
    text = reminder_text([asked], HEAD, PLAIN, due=DUE, now=NOW)
    for words in (page, text):
        assert "前回お送りしたExcelの回答票を使ってください" in words
        assert "令和6年度第2回_商工観光課_回答票.xlsx" in words
        assert ".dxd" not in words
        assert "照会ファイル" not in words
    assert HEAD.place in text


def test_without_a_folder_the_office_is_named_as_the_one_to_send_to() -> None:
    text = reminder_text([TRADE], replace(HEAD, place=""), PLAIN, due=DUE, now=NOW)
    assert "提出先　事務局（政策企画課）" in text
    assert "次の場所" not in text
