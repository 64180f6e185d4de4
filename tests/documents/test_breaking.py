"""Line breaking: what may never begin or end a line, what stays together, and that nothing is lost."""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTextBoundaryFinder

from dxdesk.documents.breaking import (
    CLOSING,
    NO_END,
    NO_START,
    NOTHING_TORN,
    WHOLE_TORN,
    avoid_short_last_line,
    break_lines,
    is_latin,
    may_part,
    positions,
)

SIGNS = "あいつアー々ゃッ漢字業務、。，．・：？！「」『』（）【】〔〕％…―〜～"
KANJI = st.sampled_from("取組会議録進捗状況課長町民生活")
WORD = st.text("abcdefXYZ0123456789.,-%", min_size=1, max_size=8)
SENTENCE = st.lists(
    st.one_of(
        KANJI,
        WORD,
        KANJI.map(lambda letter: f"「{letter}」"),
        KANJI.map(lambda letter: f"（{letter}」。）、"),
        KANJI.map(lambda letter: f"{letter}ょーっ"),
        st.just("　"),
        st.just(" a "),
    ),
    min_size=1,
    max_size=80,
).map("".join)
ANY_TEXT = st.text(st.one_of(st.characters(exclude_categories=("Cs", "Cc")), st.sampled_from(SIGNS)), max_size=120)


def widths_of(text: str) -> list[float]:
    return [1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in text]


def broken(text: str, room: float, *, fixed: bool = True) -> list[str]:
    return [text[start:end] for start, end in break_lines(text, widths_of(text), room, room, fixed=fixed)]


def ink_width(line: str, *, fixed: bool = True) -> float:
    return positions(line, widths_of(line), fixed=fixed)[1]


@given(SENTENCE, st.floats(15, 45))
def test_no_line_of_real_text_begins_or_ends_where_the_rules_forbid_it(text: str, room: float) -> None:
    lines = broken(text, room)
    assert all(line[0] not in NO_START for line in lines[1:])
    assert all(line[-1] not in NO_END for line in lines[:-1])


@given(SENTENCE, st.floats(15, 45))
def test_words_and_numbers_that_fit_on_a_line_are_not_cut(text: str, room: float) -> None:
    pairs = break_lines(text, widths_of(text), room, room, fixed=True)
    for start, _ in pairs[1:]:
        left = start
        while left and is_latin(text[left - 1]):
            left -= 1
        right = start
        while right < len(text) and is_latin(text[right]):
            right += 1
        if left < start < right:
            assert sum(widths_of(text[left:right])) > room


@given(ANY_TEXT, st.floats(1, 60), st.floats(1, 60), st.booleans())
def test_lines_together_are_the_text(text: str, first_room: float, room: float, fixed: bool) -> None:
    pairs = break_lines(text, widths_of(text), first_room, room, fixed=fixed)
    assert pairs[0][0] == 0
    assert pairs[-1][1] == len(text)
    assert all(end == start for (_, end), (start, _) in pairwise(pairs))
    assert not text or all(start < end for start, end in pairs)


@given(ANY_TEXT, st.floats(2, 60), st.booleans())
def test_no_line_is_wider_than_its_column(text: str, room: float, fixed: bool) -> None:
    for line in broken(text, room, fixed=fixed):
        assert len(line.rstrip(" 　")) <= 1 or ink_width(line, fixed=fixed) <= room + 1e-6


@given(SENTENCE, st.floats(15, 45))
def test_a_line_takes_all_that_fits_unless_a_number_is_better_whole(text: str, room: float) -> None:
    """Oracle: trying every end of the line."""
    pairs = break_lines(text, widths_of(text), room, room, fixed=True)
    for start, end in pairs[:-1]:
        fitting = [
            other
            for other in range(start + 1, len(text) + 1)
            if ink_width(text[start:other]) <= room + 1e-6
            and (other == len(text) or may_part(text[other - 1], text[other]))
        ]
        longest = max(fitting, default=end)
        assert end == longest or (text[longest - 1].isdecimal() and ink_width(text[start:end]) >= 0.8 * room)


@given(st.text("漢字あいつアゃッー々、。（）「」・？！…‥abc019,.", min_size=2, max_size=60))
def test_wherever_we_part_a_line_unicode_allows_it_too(text: str) -> None:
    """Oracle: the line boundaries Qt finds. Ours must not allow more (% before a bracket aside)."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    allowed = set()
    while (position := finder.toNextBoundary()) != -1:
        allowed.add(position)
    ours = {index for index in range(1, len(text)) if may_part(text[index - 1], text[index])}
    assert ours <= allowed


def test_a_word_of_500_characters_is_cut_to_full_lines() -> None:
    lines = broken("x" * 500, 20)
    assert [len(line) for line in lines] == [40] * 12 + [20]


def test_a_long_word_after_japanese_begins_a_line_of_its_own() -> None:
    assert broken("次の" + "x" * 50, 20) == ["次の", "x" * 40, "x" * 10]


def test_a_row_of_marks_that_may_never_begin_a_line_is_still_broken() -> None:
    lines = broken("ー" * 30, 10)
    assert [len(line) for line in lines] == [10, 10, 10]


def test_a_full_stop_at_the_edge_takes_the_letter_before_it_along_instead_of_hanging() -> None:
    assert broken("あいうえおかきく。け", 8, fixed=False) == ["あいうえおかき", "く。け"]


def test_the_empty_half_of_a_closing_mark_at_the_line_end_does_not_count() -> None:
    assert broken("あいうえおかき。く", 7.5) == ["あいうえおかき。", "く"]


def test_an_opening_bracket_at_the_line_start_stands_half_an_em_to_the_left() -> None:
    places, width = positions("（あ", widths_of("（あ"), fixed=True)
    assert places == [-0.5, 0.5]
    assert width == 1.5


def test_of_two_marks_in_a_row_the_second_moves_half_an_em_to_the_left() -> None:
    for pair in ("）。", "、「", "」、", "「（"):
        places, _ = positions("あ" + pair + "い", widths_of("あ" + pair + "い"), fixed=True)
        assert places == [0, 1, 1.5, 2.5]
    places, _ = positions("あ）。）い", widths_of("あ）。）い"), fixed=True)
    assert places == [0, 1, 1.5, 2.0, 3.0]


def test_a_proportional_face_moves_no_marks() -> None:
    places, width = positions("（あ）。", widths_of("（あ）。"), fixed=False)
    assert places == [0, 1, 2, 3]
    assert width == 4


def test_a_date_is_not_cut_before_its_unit_where_the_line_stays_full() -> None:
    assert broken("あいうえおかきくけこさしすせ12月の会議", 15.2) == ["あいうえおかきくけこさしすせ", "12月の会議"]


def test_a_date_is_cut_where_keeping_it_would_leave_the_line_short() -> None:
    assert broken("あ令和7年12月28日", 4.6) == ["あ令和7年", "12月28日"]


@given(SENTENCE, st.floats(15, 45))
def test_avoiding_a_short_last_line_never_adds_a_line_nor_loses_text(text: str, room: float) -> None:
    plain = break_lines(text, widths_of(text), room, room)
    better = avoid_short_last_line(text, widths_of(text), room, room)
    assert len(better) == len(plain)
    assert "".join(text[start:end] for start, end in better) == text


def test_a_last_line_of_two_characters_is_avoided() -> None:
    text = "電子申請の対象を広げる手続を決めた"
    lines = avoid_short_last_line(text, widths_of(text), 15, 15)
    assert [text[start:end] for start, end in lines] == ["電子申請の対象を広げる手続", "を決めた"]


def test_spaces_at_a_line_end_stay_on_the_line_they_end() -> None:
    assert broken("あいう　　えお", 3) == ["あいう　　", "えお"]


def test_a_space_after_an_opening_bracket_does_not_leave_the_bracket_at_the_line_end() -> None:
    assert broken("あいう（ え）", 4.6, fixed=False) == ["あいう", "（ え）"]


def test_every_closing_mark_is_also_forbidden_at_the_line_start() -> None:
    assert CLOSING <= NO_START
    assert not NO_START & NO_END


@pytest.mark.parametrize(
    ("within", "lines"),
    [
        (range(13, 16), ["課の業務の期限を全課で決", "めていただきたいです"]),
        (range(11, 16), ["課の業務の期限を全課", "で決めていただきたいです"]),
        (range(8, 16), ["課の業務の期限を全課で決めてい", "ただきたいです"]),
    ],
)
def test_a_line_ends_before_what_is_to_be_left_whole_where_it_stays_full(
    within: Sequence[int], lines: list[str]
) -> None:
    text = "課の業務の期限を全課で決めていただきたいです"
    costs = [WHOLE_TORN if at in within else NOTHING_TORN for at in range(len(text))]
    pairs = break_lines(text, widths_of(text), 15, 15, cost=costs.__getitem__)
    assert [text[start:end] for start, end in pairs] == lines


def test_only_where_a_line_may_end_is_asked_what_it_tears() -> None:
    text = "課の業務の期限を全課で決めていただきたいです" * 10
    asked: list[int] = []

    def cost(at: int) -> int:
        asked.append(at)
        return NOTHING_TORN

    lines = break_lines(text, widths_of(text), 15, 15, cost=cost)
    assert asked == [end for _, end in lines[:-1]]
