"""会議録: what freezes into the hash, who is shown how, what may be confirmed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.errors import Problem
from dxdesk.domain.minutes import (
    BLOCK_KINDS,
    Block,
    MinutesVersion,
    display_for,
    edition,
    find_speaker,
    for_variant,
    speaker_words,
    version_from,
    with_records,
)
from dxdesk.domain.minutes_checks import check_blocks, check_confirmable, open_points
from dxdesk.domain.paper import SpeakerDisplay
from dxdesk.domain.records import canonical, digest
from dxdesk.domain.replies import Author
from dxdesk.domain.settings import Settings
from dxdesk.wording.meeting import phrases_for
from dxdesk.wording.sentences import problem_words
from tests.meeting_samples import ATTENDANCE, RECORD, REMARKS, draft, version

PHRASES = phrases_for(Settings(), "デジタル化推進員会議")

FROZEN = MinutesVersion(
    meeting="1d1c1f0e-0000-4000-8000-000000000001",
    number=2,
    state="confirmed",
    blocks=(
        Block("title", "title", None, "第2回会議　会議録"),
        Block("remark-r1", "remark", "r1", "𠮷野の髙﨑は<b>「☑」</b>と言った。\n=1+1", False, "氏名を含むため"),
        Block("decision-k1", "decision", "k1", "移行を2段階に分ける。"),
    ),
    confirmed_by="渡邊　和夫",
    confirmed_on=date(2025, 2, 27),
    reason=None,
    author=Author("secretariat", None, "今野　彩"),
    moment="2025-02-27T07:05:00+00:00",
)

blocks = st.lists(
    st.builds(
        Block,
        id=st.text(max_size=5),
        kind=st.sampled_from(BLOCK_KINDS),
        source=st.none() | st.text(max_size=5),
        text=st.text(max_size=20),
        public=st.booleans(),
        reason=st.none() | st.text(max_size=5),
    ),
    max_size=4,
).map(tuple)
versions = st.builds(
    MinutesVersion,
    meeting=st.text(max_size=5),
    number=st.integers(1, 9),
    state=st.sampled_from(["draft", "confirmed"]),
    blocks=blocks,
    confirmed_by=st.none() | st.text(min_size=1, max_size=5),
    confirmed_on=st.none() | st.dates(),
    reason=st.none() | st.text(max_size=5),
    author=st.builds(Author, st.text(max_size=3), st.none() | st.text(max_size=3), st.none() | st.text(max_size=3)),
    moment=st.text(max_size=5),
)


def test_the_record_of_a_version_never_changes_its_shape() -> None:
    assert FROZEN.hash == "671650930e9837f19b29c520437f8ca9ce4fd797ec93d29e347054e31844fd05"
    assert list(FROZEN.record()) == [
        "format", "meeting", "number", "state", "blocks", "confirmed_by", "confirmed_on", "reason", "author", "moment",
    ]  # fmt: skip
    assert list(FROZEN.blocks[0].record()) == ["id", "kind", "source", "text", "public", "reason"]


@given(versions)
def test_a_version_read_back_from_its_record_is_the_same(one: MinutesVersion) -> None:
    stored = canonical(one.record())
    again = version_from(json.loads(stored))
    assert again == one
    assert canonical(again.record()) == stored
    assert again.hash == digest(json.loads(stored)) == one.hash


@pytest.mark.parametrize(
    "changed",
    [
        {"meeting": "x"}, {"number": 3}, {"state": "draft"}, {"blocks": FROZEN.blocks[1:]},
        {"blocks": FROZEN.blocks[::-1]}, {"confirmed_by": "別の人"}, {"confirmed_on": date(2025, 2, 28)},
        {"confirmed_on": None}, {"reason": "誤記"}, {"author": Author("secretariat", None, None)}, {"moment": ""},
    ],
)  # fmt: skip
def test_any_change_of_a_version_changes_its_hash(changed: dict[str, object]) -> None:
    assert replace(FROZEN, **changed).hash != FROZEN.hash  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changed",
    [{"id": "x"}, {"kind": "other"}, {"source": "r2"}, {"text": ""}, {"public": True}, {"reason": None}],
)
def test_any_change_of_a_block_changes_the_hash(changed: dict[str, object]) -> None:
    other = replace(FROZEN.blocks[1], **changed)  # type: ignore[arg-type]
    assert replace(FROZEN, blocks=(FROZEN.blocks[0], other, FROZEN.blocks[2])).hash != FROZEN.hash


@pytest.mark.parametrize(
    "broken",
    [
        {"format": 2}, {"blocks": [{"id": "x"}]}, {"blocks": [{**FROZEN.blocks[0].record(), "kind": "poem"}]},
        {"blocks": [{**FROZEN.blocks[0].record(), "colour": "red"}]}, {"author": {"name": "x"}},
        {"confirmed_on": "2025-02-30"},
    ],
)  # fmt: skip
def test_a_record_of_another_shape_is_refused(broken: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        version_from({**FROZEN.record(), **broken})


def test_a_record_without_one_of_its_keys_is_refused() -> None:
    for key in FROZEN.record():
        with pytest.raises(KeyError):
            version_from({name: value for name, value in FROZEN.record().items() if name != key})


def test_a_draft_somebody_was_asked_to_confirm_is_being_checked() -> None:
    assert version().stage == "draft"
    assert version(confirmed_by="渡邊　和夫").stage == "checking"
    assert FROZEN.stage == "confirmed"


def test_editions_count_the_confirmed_versions_only() -> None:
    assert edition([version(), version(number=2)]) == 0
    assert edition([version(), FROZEN, version(number=3), replace(FROZEN, number=4)]) == 2


def test_the_gist_keeps_when_where_who_decisions_actions_and_what_is_next() -> None:
    kinds = [block.kind for block in for_variant(draft(), "gist")]
    assert kinds == ["title", "time", "place", "attendance", "decision", "decision", "action", "action", "outlook"]
    assert for_variant(draft(), "full") == for_variant(draft(), "public") == draft()


@pytest.mark.parametrize(
    ("speaker", "display", "shown"),
    [
        ("総務課長", "name", "髙橋　誠"),
        ("総務課長", "title", "総務課長"),
        ("総務課長", "member", "副委員長"),
        ("鈴木真由美", "name", "鈴木　真由美"),
        ("鈴木真由美", "title", "税務課長"),
        ("鈴木 真由美", "member", "委員"),
        ("渡邊和夫", "title", "委員長"),
        ("傍聴の人", "title", "出席者"),
        ("傍聴の人", "member", "出席者"),
        ("事務局", "name", "事務局"),
        ("事務局", "member", "事務局"),
        ("事務局（今野主事）", "title", "事務局（今野主事）"),
        ("事務局（今野主事）", "member", "事務局"),
        ("会計課長", "title", "会計課長"),
        ("会計課長", "member", "出席者"),
    ],
)
def test_speakers_are_shown_as_the_town_has_set_it(speaker: str, display: SpeakerDisplay, shown: str) -> None:
    assert speaker_words(speaker, ATTENDANCE, display, PHRASES) == shown


def test_a_member_without_a_title_is_never_shown_by_name_where_titles_are_set() -> None:
    nameless = tuple(replace(each, title=None) for each in ATTENDANCE)
    assert speaker_words("鈴木　真由美", nameless, "title", PHRASES) == "委員"


def test_two_members_with_one_title_are_not_taken_for_each_other() -> None:
    doubled = (*ATTENDANCE, replace(ATTENDANCE[1], name="別の人"))
    assert find_speaker("総務課長", doubled) is None
    assert find_speaker("副町長 渡邊 和夫", ATTENDANCE) == ATTENDANCE[0]
    assert find_speaker("別の人", doubled) == doubled[-1]


def test_the_public_variant_shows_titles_instead_of_names() -> None:
    assert display_for("public", "name") == "title"
    assert display_for("public", "member") == "member"
    assert display_for("full", "name") == "name"


def test_rows_follow_the_records_and_what_is_withheld_stays_so() -> None:
    withheld = tuple(
        replace(block, public=False, reason="契約前", text="書き換えた文") if block.kind == "decision" else block
        for block in draft()
    )
    changed = replace(
        RECORD, decisions=(replace(RECORD.decisions[0], text="改めた決定。"),), actions=RECORD.actions[:1]
    )
    rows = [block for block in with_records(withheld, changed) if block.kind in ("decision", "action")]
    assert [(row.source, row.text, row.public) for row in rows] == [
        ("k1", "改めた決定。", False),
        ("a1", "移行の順番の案を一覧にする。", True),
    ]
    kinds = [block.kind for block in with_records(withheld, changed)]
    assert kinds[-4:] == ["decision", "action", "outlook", "other"]


def test_editing_prose_leaves_rows_alone() -> None:
    edited = tuple(replace(block, text="別の文") if block.kind == "explanation" else block for block in draft())
    assert with_records(edited, RECORD) == edited


def test_typed_blocks_go_through_the_gate_for_text() -> None:
    (checked,) = check_blocks([Block("x", "other", None, "一\r\n二", False, " 理由 ")])
    assert (checked.text, checked.reason) == ("一\n二", "理由")
    with pytest.raises(Problem) as refused:
        check_blocks([Block("place", "place", None, "役場\u202e")])
    assert (refused.value.code, refused.value.place) == ("text.character", "place")
    with pytest.raises(Problem) as twice:
        check_blocks([Block("x", "other", None, ""), Block("x", "place", None, "")])
    assert (twice.value.code, twice.value.place) == ("minutes.block_twice", "x")


def test_open_points_name_what_to_look_at() -> None:
    assert [(each.kind, each.number) for each in open_points(RECORD)] == [
        ("action_owner", 9),
        ("no_result", 4),
        ("no_record", 1),
        ("speaker", 1),
    ]


def confirmable() -> MinutesVersion:
    reasoned = tuple(replace(block, reason=None if block.public else "契約前の金額を含むため") for block in draft())
    return version(reasoned, 2, confirmed_by="渡邊　和夫", confirmed_on=date(2025, 2, 27))


def test_a_version_with_a_confirmer_and_a_day_may_be_confirmed() -> None:
    check_confirmable(confirmable(), RECORD)
    check_confirmable(confirmable(), RECORD, previous=version())
    check_confirmable(replace(confirmable(), reason="誤記を直した。"), RECORD, previous=FROZEN)


@pytest.mark.parametrize(
    ("changed", "code", "place"),
    [
        ({"confirmed_by": None}, "minutes.no_confirmer", "confirmed_by"),
        ({"confirmed_by": " "}, "minutes.no_confirmer", "confirmed_by"),
        ({"confirmed_on": None}, "minutes.no_confirmation_day", "confirmed_on"),
        ({"confirmed_on": date(2025, 2, 12)}, "minutes.confirmed_before_meeting", "confirmed_on"),
        ({"blocks": draft()}, "minutes.withheld_without_reason", "remark-r4"),
    ],
)
def test_what_keeps_a_version_from_being_confirmed_is_named(changed: dict[str, object], code: str, place: str) -> None:
    with pytest.raises(Problem) as refused:
        check_confirmable(replace(confirmable(), **changed), RECORD)  # type: ignore[arg-type]
    assert (refused.value.code, refused.value.place) == (code, place)


def test_every_problem_with_minutes_has_its_sentence() -> None:
    for code in (
        "not_confirmable", "meeting_open", "no_confirmer", "no_confirmation_day", "withheld_without_reason",
        "records_changed", "no_reason", "block_twice",
    ):  # fmt: skip
        assert problem_words(Problem(f"minutes.{code}")).endswith("ください。")
    early = Problem("minutes.confirmed_before_meeting", "", {"day": date(2025, 2, 12), "meeting": date(2025, 2, 13)})
    assert "確定日（令和7年2月12日）が会議の日（令和7年2月13日）より前です。" in problem_words(early)


def test_the_day_of_the_meeting_itself_is_late_enough() -> None:
    check_confirmable(replace(confirmable(), confirmed_on=date(2025, 2, 13)), RECORD)


def test_minutes_of_an_open_meeting_are_not_confirmed() -> None:
    still_open = replace(RECORD, meeting=replace(RECORD.meeting, state="open"))
    with pytest.raises(Problem) as refused:
        check_confirmable(confirmable(), still_open)
    assert (refused.value.code, refused.value.kind) == ("minutes.meeting_open", "rule")


def test_rows_that_differ_from_the_records_are_not_confirmed() -> None:
    with pytest.raises(Problem) as refused:
        check_confirmable(confirmable(), replace(RECORD, actions=()))
    assert refused.value.code == "minutes.records_changed"


def test_a_version_after_a_confirmed_one_needs_a_reason() -> None:
    with pytest.raises(Problem) as refused:
        check_confirmable(confirmable(), RECORD, previous=FROZEN)
    assert refused.value.code == "minutes.no_reason"


def test_everything_missing_is_listed_at_once() -> None:
    with pytest.raises(Problem) as refused:
        check_confirmable(version(), RECORD)
    assert refused.value.code == "minutes.not_confirmable"
    assert [each.code for each in refused.value.problems] == [
        "minutes.no_confirmer",
        "minutes.no_confirmation_day",
        "minutes.withheld_without_reason",
    ]


def test_the_sample_withholds_exactly_the_remark_that_is_not_public() -> None:
    assert [block.source for block in draft() if not block.public] == [each.id for each in REMARKS if not each.public]
