"""The first draft says what was recorded, in order, in the town's words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.meetings import RESULTS, Attendance, Decision, FloorCorrection, MeetingRecord, Remark, Result
from dxdesk.domain.minutes import BLOCK_KINDS, Block
from dxdesk.domain.paper import Paper
from dxdesk.domain.settings import Settings
from dxdesk.wording.meeting import RESULT_SENTENCES, RESULT_SHORT, RESULT_WORDS, phrases_for
from tests.meeting_samples import RECORD, agenda, committee, draft


def text_of(blocks: tuple[Block, ...], name: str) -> str:
    return next(block.text for block in blocks if block.id == name)


def texts(blocks: tuple[Block, ...], kind: str) -> list[str]:
    return [block.text for block in blocks if block.kind == kind]


def test_a_draft_follows_the_order_in_which_minutes_are_printed() -> None:
    order = [BLOCK_KINDS.index(block.kind) for block in draft() if block.kind not in ("remark", "correction")]
    before_course = [place for place in order if place < BLOCK_KINDS.index("item")]
    after_course = [place for place in order if place > BLOCK_KINDS.index("result")]
    assert before_course[:7] == sorted(before_course[:7])
    assert after_course == sorted(after_course)


def test_a_draft_says_what_was_recorded() -> None:
    blocks = draft()
    assert text_of(blocks, "title") == "令和6年度第2回大河原町デジタル化推進員会議　会議録"
    assert text_of(blocks, "time") == "令和7年2月13日（木）　午後1時30分から午後3時まで"
    assert text_of(blocks, "attendance") == "委員6名中5名（うち代理1名）。過半数の出席により会議は成立した。"
    assert text_of(blocks, "absent") == "1名（町民生活課長）"
    assert text_of(blocks, "openness") == (
        "会議は非公開（庁内会議のため）。会議録は一部公開。傍聴者1名。要点筆記とした。"
    )
    assert texts(blocks, "agenda_head") == [
        "1　開会",
        "2　委員長あいさつ",
        "3　報告",
        "4　協議",
        "5　その他",
        "6　閉会",
    ]
    assert texts(blocks, "agenda_item") == [
        "（1）進捗状況の総括について",
        "（2）自治体情報システムの標準化・共通化について",
        "（3）手続ガイドラインの導入について",
        "（4）キャッシュレス決済の導入について",
    ]
    assert texts(blocks, "explanation") == [
        "資料1・資料2に基づき、事務局から説明した。",
        "資料3-1に基づき、政策企画課から説明した。",
        "資料3-2に基づき、事務局から説明した。",
        "資料3-3に基づき、税務課から説明した。",
    ]
    assert texts(blocks, "correction") == ["今の状況を「順調」から「要注意」に改めた。"]
    assert texts(blocks, "result") == [
        "了承した。",
        "原案のとおり決定した。",
        "一部修正のうえ決定した。",
        "結論に至らなかった。",
    ]
    assert text_of(blocks, "outlook") == "次回会議は、令和7年8月1日（金）に開く。庁議への付議を要する事項はない。"


def test_the_same_records_give_the_same_blocks_with_ids_of_their_own() -> None:
    assert draft() == draft()
    ids = [block.id for block in draft()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("result", RESULTS)
def test_every_result_has_its_button_sentence_and_short_word(result: Result) -> None:
    decided = replace(RECORD, decisions=(Decision("k", 1, 2, None, result, "決定の文"),))
    assert texts(draft(decided), "result")[1] == RESULT_SENTENCES[result]
    assert RESULT_SENTENCES[result].endswith("した。")
    assert RESULT_WORDS[result]
    assert len(RESULT_SHORT[result]) <= 4


def test_the_last_result_of_an_item_is_the_one_said() -> None:
    twice = (*RECORD.decisions, Decision("k9", 9, 2, "u6", "continued", "改めて協議する。"))
    assert texts(draft(replace(RECORD, decisions=twice)), "result")[1] == "継続協議とした。"


def test_an_item_referred_to_the_headquarters_is_named_in_the_outlook() -> None:
    referred = replace(RECORD, decisions=(Decision("k", 1, 3, None, "referred", "本部で決める。"),))
    assert text_of(draft(referred), "outlook").endswith("に開く。議題（3）は、本部へ付議する。")


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        (Settings(), "委員6名中5名（うち代理1名）。過半数の出席により会議は成立した。"),
        (Settings(quorum="half"), "委員6名中5名（うち代理1名）。半数以上の出席により会議は成立した。"),
        (Settings(proxy_counts=False), "委員6名中4名（ほかに代理1名）。過半数の出席により会議は成立した。"),
    ],
)
def test_the_quorum_is_said_by_the_towns_rule(settings: Settings, sentence: str) -> None:
    assert text_of(draft(settings=settings), "attendance") == sentence


def test_a_meeting_below_its_quorum_says_so() -> None:
    few = replace(RECORD, attendance=(*committee(2), *committee(3, "absent")))
    assert text_of(draft(few), "attendance") == "委員5名中2名。定足数（3名）に達しなかった。"


def test_a_meeting_with_nothing_recorded_still_has_every_part() -> None:
    meeting = replace(RECORD.meeting, begins=None, ends=None, place=None)
    blocks = draft(MeetingRecord(meeting, (), (), (), (), ()))
    assert text_of(blocks, "time") == "令和7年2月13日（木）"
    assert text_of(blocks, "place") == "―"
    assert text_of(blocks, "attendance") == "出席者の記録はない。"
    assert text_of(blocks, "absent") == "なし"
    assert texts(blocks, "agenda_head") == ["1　開会", "2　委員長あいさつ", "3　その他", "4　閉会"]
    assert texts(blocks, "item") == []


def test_only_an_end_is_said_alone() -> None:
    meeting = replace(RECORD.meeting, begins=None)
    assert text_of(draft(replace(RECORD, meeting=meeting)), "time") == "令和7年2月13日（木）　午後3時まで"


def test_neighbouring_items_of_one_kind_share_a_heading_of_the_agenda() -> None:
    items = tuple(replace(item, kind="report" if item.number == 3 else "discuss") for item in agenda(4))
    heads = texts(draft(replace(RECORD, items=items)), "agenda_head")
    assert heads == ["1　開会", "2　委員長あいさつ", "3　協議", "4　報告", "5　協議", "6　その他", "7　閉会"]


def test_a_headquarters_has_a_head_instead_of_a_chair() -> None:
    headquarters = replace(RECORD, meeting=replace(RECORD.meeting, body_name="DX推進本部"))
    assert text_of(draft(headquarters), "agenda_head-2") == "2　本部長あいさつ"
    assert text_of(draft(headquarters), "attendance").startswith("本部員6名中5名")


def test_punctuation_is_the_towns_but_what_people_said_stays_as_typed() -> None:
    written = draft(settings=Settings(paper=Paper(punctuation="，．")))
    assert text_of(written, "attendance") == "委員6名中5名（うち代理1名）．過半数の出席により会議は成立した．"
    assert text_of(written, "remark-r5") == "おくやみは件数が多く、効果が見えやすい。"
    assert text_of(written, "decision-k1") == "移行を2段階に分け、窓口の4業務を先に行う。"


@pytest.mark.parametrize(
    ("field", "before", "after", "sentence"),
    [
        ("stage", "study", "trial", "実施段階を「検討」から「試行」に改めた。"),
        ("results", "古い文", "新しい文", "今回の実績を「新しい文」に改めた。"),
        ("issues", "古い文", None, "課題の記載を除いた。"),
        ("paper_names", None, "様式", "記載を「様式」に改めた。"),
    ],
)
def test_corrections_of_units_off_the_agenda_name_the_unit(
    field: str, before: str, after: str | None, sentence: str
) -> None:
    corrected = replace(RECORD, corrections=(FloorCorrection(None, "u6", field, before, after, "総務課長"),))
    blocks = draft(corrected)
    assert texts(blocks, "correction") == [f"「自治体情報システムの標準化・共通化」の{sentence}"]
    assert [block.kind for block in blocks[-2:]] == ["outlook", "correction"]


def test_observers_are_said_only_where_some_are_recorded() -> None:
    alone = replace(RECORD, attendance=committee(3))
    assert "傍聴者" not in text_of(draft(alone), "openness")


@given(st.text(max_size=30), st.text(max_size=30))
def test_what_people_said_and_decided_is_never_reworded(said: str, decided: str) -> None:
    record = replace(
        RECORD,
        remarks=(Remark("r", 2, "総務課長", "opinion", said),),
        decisions=(Decision("k", 1, 2, None, "approved", decided),),
        attendance=(Attendance(said, decided, "present", None),),
    )
    blocks = draft(record)
    assert text_of(blocks, "remark-r") == said
    assert text_of(blocks, "decision-k") == decided


def test_braces_in_a_name_are_only_text() -> None:
    record = replace(RECORD, attendance=(Attendance("{count}", "{names}", "absent", None),))
    assert text_of(draft(record), "absent") == "1名（{names}）"


def test_an_unknown_sentence_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        phrases_for(Settings(), "会議").say("no such sentence")


def test_who_explained_stands_on_a_line_of_its_own_and_is_no_member() -> None:
    came = (
        Attendance("内田　修", "情報システム係長", "present", None, "staff"),
        Attendance("休みの人", "係長", "absent", None, "staff"),
    )
    blocks = draft(replace(RECORD, attendance=(*RECORD.attendance, *came)))
    assert text_of(blocks, "attendance").splitlines() == [
        "委員6名中5名（うち代理1名）。過半数の出席により会議は成立した。",
        "説明員・事務局：情報システム係長　内田　修",
    ]
    assert text_of(blocks, "absent") == "1名（町民生活課長）"
