"""What people write in several ways is found in each of them, and the place in the text is the right one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.searching import level, levelled, may_find, spans, wanted


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("窓口", "書かない窓口"),
        ("ﾏｲﾅﾝﾊﾞｰ", "マイナンバーカード"),
        ("まいなんばー", "マイナンバーカード"),
        ("サーバー", "サーバの更新"),
        ("サーバ", "サーバー室"),
        ("サーバー室", "サーバ室"),
        ("ユーザ", "ﾕｰｻﾞｰの声"),
        ("ウエブ", "ウェブ会議"),
        ("ソフトウエア", "ソフトウェア"),
        ("バイオリン", "ヴァイオリン"),
        ("ヴァイオリン", "ﾊﾞｲｵﾘﾝ"),
        ("ボランテイア", "ボランティア"),
        ("キヤツシユレス", "キャッシュレス"),
        ("ｒｐａ", "RPA導入"),
        ("住民－3", "住民-3"),
        ("住民ー3", "住民-3"),
        ("高橋", "髙橋課長"),
        ("山崎", "山﨑"),
        ("スマートフォン", "スマート フォン"),
        ("①", "1"),
    ],
)
def test_a_word_is_found_however_it_is_written(typed: str, written: str) -> None:
    assert level(typed) in level(written)
    assert spans(written, typed)


@pytest.mark.parametrize(("typed", "written"), [("ビル", "ビール"), ("カド", "カード"), ("は", "ば"), ("窓口", "窓")])
def test_another_word_is_not_found(typed: str, written: str) -> None:
    assert not spans(written, typed)


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("ﾏｲﾅﾝﾊﾞｰｶｰﾄﾞの窓口", "カード", ["ｶｰﾄﾞ"]),
        ("サーバーと文書", "サーバー", ["サーバー"]),
        ("サーバーと文書", "サーバ", ["サーバー"]),
        ("ヴァイオリン教室", "バイ", ["ヴァイ"]),
        ("窓口、窓口", "窓口", ["窓口", "窓口"]),
        ("業務の効率化", "効率 業務", ["業務", "効率"]),
        ("窓口業務", "窓口 業務", ["窓口業務"]),
        ("が" + "か\u3099", "が", ["がか\u3099"]),
    ],
)
def test_what_was_found_is_marked_in_the_text_as_written(text: str, typed: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, typed)] == marked


def test_blanks_alone_look_for_nothing() -> None:
    assert wanted(" 　\n") == ()
    assert spans("窓口", " 　") == ()


@given(st.text(max_size=40))
def test_every_levelled_character_comes_from_a_place_in_the_text(text: str) -> None:
    copy = levelled(text)
    assert len(copy.places) == len(copy.text)
    assert all(0 <= start < end <= len(text) for start, end in copy.places)
    assert list(copy.places) == sorted(copy.places)


@given(st.text("あアｱﾞーｰァヴ電子ＡaA- 髙", max_size=30), st.text("あアｱﾞーァヴ電子Ａ", min_size=1, max_size=4))
def test_a_mark_always_stands_on_what_was_looked_for(text: str, typed: str) -> None:
    for start, end in spans(text, typed):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip()


def test_what_nobody_accepted_and_what_is_closed_are_for_the_secretariat() -> None:
    assert may_find("secretariat", accepted=False, public=False)
    for role in ("liaison", "head", "chair", "reader"):
        assert not may_find(role, accepted=False, public=True)
        assert not may_find(role, accepted=None, public=False)
        assert may_find(role, accepted=True, public=True)
        assert may_find(role, accepted=None, public=True)
