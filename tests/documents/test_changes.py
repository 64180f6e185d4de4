"""What is underlined between two versions of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dxdesk.documents.changes import changed


def underlined(new: str, old: str) -> list[str]:
    return [span.text for span in changed(new, old) if span.underline]


def test_only_the_words_that_differ_are_underlined() -> None:
    old = "20業務のうち9業務で標準仕様との差異の分析を終えた。"
    new = "20業務のうち16業務で標準仕様との差異の分析を終えた。文字同定の対象は1,284字と確定した。"
    assert underlined(new, old) == ["16業務", "文字同定の対象は1,284字と確定した。"]


def test_no_word_is_underlined_in_part() -> None:
    assert underlined("内容を確かめています。", "目標に届く見込みです。") == ["内容を確かめています。"]
    assert underlined("今月中に意見をまとめます。", "案内を加えます。") == ["今月中に意見をまとめます。"]


def test_equal_texts_have_nothing_underlined() -> None:
    assert underlined("変わりない。", "変わりない。") == []


def test_a_text_where_there_was_none_is_underlined_whole() -> None:
    assert underlined("新しく始めた。", "") == ["新しく始めた。"]


def test_what_was_taken_away_leaves_no_mark() -> None:
    assert underlined("調べた。", "調べた。次に案を作った。") == []


def test_a_phrase_that_only_goes_on_is_underlined_from_there_on() -> None:
    assert underlined("手続のオンライン化と検証", "手続のオンライン化") == ["と検証"]
    assert underlined("手続のオンライン化", "手続のオンライン化と検証") == []


def test_a_number_with_another_digit_is_underlined_whole() -> None:
    assert underlined("20", "2") == ["20"]


@given(st.text("あいう漢字12、。\n<&𠮷", max_size=60), st.text("あいう漢字12、。\n<&𠮷", max_size=60))
def test_the_pieces_joined_are_the_new_text(new: str, old: str) -> None:
    assert "".join(span.text for span in changed(new, old)) == new
