"""Lines break where a reader pauses, and nothing is lost."""

from __future__ import annotations

import unicodedata
from itertools import accumulate

import budoux
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk import phrases
from dxdesk.phrases import shorten, split_phrases, wrap_phrases


def width_of(text: str) -> float:
    """Full-width characters count 1, half-width ones 0.5."""
    return sum(1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in text)


SENTENCES = [
    "移行を2段階に分け、窓口系の4業務を先に進めてよいか",
    "残る4業務の移行が年度末に重なり、関係課の作業が集中する見込みです。",
    "休日開庁を6回実施し、延べ214件を交付しました。町内3社で出張申請を行い、申請の機会を広げました。",
    "事務局で直した文と、届いた文がちがいます。どちらを使うか選んでください。",
    "「書かない窓口」（Wi-Fi、RPA・AIの利活用）について、情報化推進委員会で検討します。",
]


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("width", [8, 11, 15, 20])
def test_no_line_starts_with_a_closing_mark_or_ends_with_an_opening_one(text: str, width: int) -> None:
    lines = wrap_phrases(text, width, width_of)
    assert "".join(lines) == text
    assert all(width_of(line) <= width for line in lines)
    assert not [line for line in lines if line[0] in "。、」）・ー"]
    assert not [line for line in lines if line[-1] in "「（"]


def test_breaks_fall_between_phrases_and_lines_are_balanced() -> None:
    text = "移行を2段階に分け、窓口系の4業務を先に進めてよいか"
    assert wrap_phrases(text, 12, width_of) == ["移行を2段階に分け、", "窓口系の4業務を", "先に進めてよいか"]


def test_balancing_adds_no_line_and_leaves_no_stub() -> None:
    text = "自治体情報システムの標準化・共通化に向けた取組"
    greedy = wrap_phrases(text, 22, width_of, balance=False)
    even = wrap_phrases(text, 22, width_of)
    assert len(even) == len(greedy) == 2
    assert max(map(width_of, even)) < max(map(width_of, greedy))


def test_a_line_that_would_stay_empty_takes_what_stands_before_a_middle_dot() -> None:
    name = "住民の利便性向上・職員の業務の改善"
    assert wrap_phrases(name, 10, width_of, balance=False) == ["住民の利便性向上・", "職員の業務の改善"]
    fuller = "マイナンバーカードの普及・利用促進"
    assert wrap_phrases(fuller, 14, width_of, balance=False) == ["マイナンバーカードの", "普及・利用促進"]


@pytest.mark.parametrize("word", phrases.WHOLE_WORDS)
def test_a_word_on_the_list_stays_whole(word: str) -> None:
    text = f"届いた文と{word}ましたので確かめてください"
    assert any(word in phrase for phrase in split_phrases(text))


@pytest.mark.parametrize(
    "date",
    [
        "令和7年2月13日（木）",
        "２月１３日（木）",
        "令和元年度",
        "平成三十一年四月三十日",
        "午後1時30分",
        "13時30分",
        "第2回",
        "第一課",
        "2か所",
        "12件",
    ],
)
def test_a_date_a_time_and_a_number_with_what_it_counts_stay_whole(date: str) -> None:
    for text in (f"会議の日時{date}から", f"{date}現在で届いていないもの", f"照会した{date}の件について"):
        assert any(date in phrase for phrase in split_phrases(text)), split_phrases(text)


def test_a_day_and_the_time_behind_it_may_part() -> None:
    assert wrap_phrases("2月13日（木）午後1時30分から", 8, width_of) == ["2月13日（木）", "午後1時30分から"]


@pytest.mark.parametrize("word", ["Wi-Fi", "2,150", "RPA", "2.5%", "https://example.jp"])
def test_latin_words_and_numbers_stay_whole_where_they_fit(word: str) -> None:
    lines = wrap_phrases(f"公共施設で{word}を使えるようにする", 12, width_of)
    assert any(word in line for line in lines)


def test_a_word_longer_than_the_line_is_cut_rather_than_lost() -> None:
    lines = wrap_phrases("x" * 50, 10, width_of)
    assert "".join(lines) == "x" * 50
    assert all(width_of(line) <= 10 for line in lines)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("情報発信・問合せ対応", 9, ["情報発信・", "問合せ対応"]),
        ("行政手続オンライン化推進", 11, ["行政手続", "オンライン化推進"]),
        ("情報通信技術活用推進計画", 7, ["情報通信技術活", "用推進計画"]),
        ("マイナンバーカード", 7, ["マイナンバー", "カード"]),
        ("キャッシュレス決済", 7, ["キャッシュレス", "決済"]),
        ("デジタル推進室", 6, ["デジタル", "推進室"]),
    ],
)
def test_a_phrase_too_long_for_the_line_is_cut_where_it_hurts_least(text: str, width: int, lines: list[str]) -> None:
    assert wrap_phrases(text, width, width_of) == lines


def test_line_ends_as_typed_stay() -> None:
    assert wrap_phrases("一行目\n\n三行目", 20, width_of) == ["一行目", "", "三行目"]


def test_a_variant_character_is_not_torn_from_its_base() -> None:
    text = "葛\U000e0100" * 30
    assert all(line[0] == "葛" for line in wrap_phrases(text, 7, width_of))


def test_a_place_asked_for_alone_begins_a_phrase_where_the_whole_text_read_by_the_model_has_one() -> None:
    parser = budoux.load_default_japanese_parser()
    for text in SENTENCES:
        places = [*accumulate(map(len, parser.parse(text)))][:-1]
        assert [at for at in range(1, len(text)) if phrases._begins_by_model(f"\0\0\0{text}"[at : at + 6])] == places


def test_without_the_phrase_model_lines_still_break_by_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrases, "_model", lambda: None)
    for cached in (split_phrases, phrases._begins_by_model):
        cached.cache_clear()
    try:
        lines = wrap_phrases(SENTENCES[1], 9, width_of)
    finally:
        for cached in (split_phrases, phrases._begins_by_model):
            cached.cache_clear()
    assert "".join(lines) == SENTENCES[1]
    assert all(line[0] not in "。、" and width_of(line) <= 9 for line in lines)


@given(st.text(alphabet="漢字かなカナ。、「」（）ーABC123 -・\n𠮷葛\U000e0100", max_size=200), st.integers(2, 40))
def test_no_text_is_lost_and_no_line_is_too_long(text: str, width: int) -> None:
    lines = wrap_phrases(text, width, width_of)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line.strip()) <= width for line in lines)


@given(st.lists(st.sampled_from(["移行", "業務を、", "「窓口」", "進めます。", "RPA", "（案）", "行う"]), max_size=40))
def test_real_words_never_leave_a_closing_mark_at_a_line_start(words: list[str]) -> None:
    for line in wrap_phrases("".join(words), 10, width_of):
        assert line == "" or (line[0] not in "。、」）" and line[-1] not in "「（")


def test_a_shortened_text_says_that_it_goes_on() -> None:
    assert shorten("あ" * 60, 60) == "あ" * 60
    assert shorten("あ" * 61, 60, "…（資料 p.4）") == "あ" * 60 + "…（資料 p.4）"
    assert shorten("あいう、えお", 4) == "あいう…"
