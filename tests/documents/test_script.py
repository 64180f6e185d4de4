"""進行台本: what is said when, and who reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dxdesk.documents.script import ScriptPaper, compose_script
from dxdesk.domain.agenda import starting_times
from dxdesk.domain.paper import Paper
from dxdesk.domain.settings import Settings
from dxdesk.wording.script import time_words
from tests.documents.reading import page_texts, squeezed, texts, word_boxes
from tests.documents.test_minutes import HOSTILE, MADE
from tests.meeting_samples import BOARD, CYCLE, ITEMS, MEETING, RECORD

MEMO = "経費の話は、後でする。"


def script(**changed: object) -> ScriptPaper:
    values: dict[str, object] = {
        "record": RECORD, "board": BOARD, "cycle": CYCLE, "settings": Settings(), "memos": {"i2": MEMO}, "made": MADE,
        **changed,
    }  # fmt: skip
    return ScriptPaper(**values)  # type: ignore[arg-type]


def text_of(value: ScriptPaper) -> str:
    return texts(compose_script(value).pdf)[0]


def test_everything_is_said_in_order_with_the_clock_beside_it() -> None:
    text = text_of(script())
    said = [
        "1開会", "13:30【事務局】定刻となりましたので、ただいまから令和6年度第2回デジタル化推進員会議を開会します。",
        "委員6名中5名の出席で、会議は成立しています。", "2委員長あいさつ",
        "はじめに、委員長からごあいさつをお願いします。",
        "3報告", "13:305【委員長】議題（1）進捗状況の総括について、事務局から説明をお願いします。",
        "ほかになければ、了承することとします。", "4協議", "13:3520【委員長】議題（2）",
        "それでは、「2段階に分けてよいか」についてお諮りします。原案のとおり決定することに、御異議ありませんか。",
        "13:5515【委員長】議題（3）", "14:1015【委員長】議題（4）キャッシュレス決済の導入について、税務課から説明を",
        "5その他", "14:25【委員長】その他、皆様から何かありませんか。", "6閉会",
        "以上で本日の議事を終了し、閉会します。",
        "議題の合計55分（予定の90分まで、あと35分）。",
    ]  # fmt: skip
    places = [text.find(each) for each in said]
    assert -1 not in places, said[places.index(-1)]
    assert places == sorted(places)


def test_who_explains_what_is_decided_and_the_memo_stand_beside() -> None:
    text = text_of(script())
    assert "説明：政策企画課今の状況：要注意（前回順調）決めること：2段階に分けてよいか進行メモ：" + MEMO in text


def test_the_place_of_a_meeting_is_not_parted_at_the_end_of_a_line() -> None:
    meeting = replace(MEETING, place="大河原町役場 大会議室")
    boxes = word_boxes(compose_script(script(record=replace(RECORD, meeting=meeting))).pdf)
    at = next(at for at in range(len(boxes)) if "".join(each[0] for each in boxes[at : at + 6]) == "大河原町役場")
    assert abs(boxes[at][4] - boxes[at + 9][4]) < 0.5


def test_every_page_says_that_it_is_for_the_secretariat_alone() -> None:
    items = tuple(replace(ITEMS[1], id=f"x{number}", number=number) for number in range(1, 30))
    pages = page_texts(compose_script(script(record=replace(RECORD, items=items))).pdf)
    assert len(pages) > 2
    assert all("事務局用" in page for page in pages)
    assert all("進行台本（続き）" in page for page in pages[1:])
    assert "会議の画面には映りません。" in pages[0]


def test_a_meeting_without_a_time_people_or_items_has_a_script_too() -> None:
    bare = replace(RECORD, meeting=replace(MEETING, begins=None, ends=None, place=None), attendance=(), items=())
    text = text_of(script(record=bare))
    assert "本日は委員名中名の出席で、会議は成立しています。" in text
    assert "議題の合計0分。" in text


def test_texts_stand_as_they_were_typed_and_the_town_writes_as_it_does() -> None:
    text = text_of(script(memos={"i1": HOSTILE}, settings=replace(Settings(), paper=Paper(punctuation="，．"))))
    assert squeezed(HOSTILE) in text
    assert "はじめに，委員長からごあいさつをお願いします．" in text


@pytest.mark.parametrize(
    ("planned", "words"),
    [(None, "合計 60分。"), (90, "90分まで、あと30分"), (60, "あと0分"), (45, "45分より15分長い")],
)
def test_what_is_left_of_the_planned_time_is_said(planned: int | None, words: str) -> None:
    assert words in time_words(60, planned)


def test_the_clock_runs_on_past_midnight_and_stands_still_without_minutes() -> None:
    items = (replace(ITEMS[0], minutes=20), replace(ITEMS[1], minutes=None))
    assert starting_times("23:50", items) == ("23:50", "00:10", "00:10")
    assert starting_times(None, items) == (None, None, None)
