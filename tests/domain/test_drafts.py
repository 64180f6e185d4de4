"""What may be written into an answer, and when it can be submitted."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.drafts import (
    FIELDS,
    LIST_FIELDS,
    NOT_MEASURED,
    NOT_SHOWN,
    TEXT_FIELDS,
    field_value,
    missing_fields,
    read_number,
    reading,
    status_key,
    with_field,
    with_indicator,
)
from dxdesk.domain.errors import Problem
from dxdesk.domain.replies import Answer, Reading
from dxdesk.domain.settings import DEFAULT_STATUS_WORDS, Settings
from dxdesk.domain.statuses import CHOSEN
from tests.builders import NOTE, PLAN, RATE, attempt, problem

TOWN = Settings(status_words={**DEFAULT_STATUS_WORDS, "ok": "◎ 順調"})
UNIT = PLAN.unit("重点-1")


@pytest.mark.parametrize("key", CHOSEN)
def test_a_status_is_named_by_its_key_or_by_the_word_of_the_town(key: str) -> None:
    assert status_key(key, TOWN) == key
    assert status_key(TOWN.status_words[key], TOWN) == key


@pytest.mark.parametrize("typed", ["miss", "未回答", "順調", "", "good", "8"])
def test_any_other_status_is_refused_naming_what_can_be_chosen(typed: str) -> None:
    found = problem(status_key, typed, TOWN)
    assert (found.code, found.place) == ("status.unknown", "status")
    assert "ok（◎ 順調）" in str(found.values["choices"])
    assert "未回答" not in str(found.values["choices"])


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("76", "76"), ("７６．５％", "76.5"), ("1,284", "1284"), ("１，２８４件", "1284"), ("214 件", "214"),
        ("12回", "12"), ("0", "0"), ("007", "7"), ("1.50", "1.50"), ("-3", "-3"), ("−3", "-3"),
        ("－３", "-3"), ("+3", "3"), ("3円", "3"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_is_written_in_an_office(typed: str, number: str) -> None:
    assert read_number(typed, "利用率") == number


@pytest.mark.parametrize(
    "typed", ["", "約100", "1e5", "1e999999999", "NaN", "Infinity", "1_000", "1.2.3", "百", "10～20", ".5", "5.", "--5"]
)
def test_what_is_no_plain_number_is_refused_with_its_place(typed: str) -> None:
    found = problem(read_number, typed, "利用率")
    assert (found.code, found.place, found.values) == ("number.form", "利用率", {"text": typed})


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3))
def test_no_digit_of_a_number_is_lost(number: Decimal) -> None:
    assert Decimal(read_number(f"{number:,f}", "利用率")) == number


@pytest.mark.parametrize("typed", NOT_MEASURED)
def test_a_dash_says_that_it_cannot_be_measured(typed: str) -> None:
    assert reading(RATE, typed) == Reading(RATE.id, None, typed)


def test_a_reading_keeps_the_value_and_what_was_typed() -> None:
    assert reading(RATE, " ７６％ ") == Reading(RATE.id, "76", "７６％")
    assert reading(NOTE, "好評だった") == Reading(NOTE.id, "好評だった", "好評だった")
    assert problem(reading, RATE, "好評").code == "number.form"


def test_a_new_reading_takes_the_place_of_the_one_before_and_leaves_the_others() -> None:
    answer = with_indicator(with_indicator(Answer(), UNIT, "利用率", "10"), UNIT, "所感", "良い")
    changed = with_indicator(answer, UNIT, RATE.id, "20")
    assert {each.id: each.value for each in changed.indicators} == {RATE.id: "20", NOTE.id: "良い"}


def test_an_unknown_indicator_is_refused_naming_those_there_are() -> None:
    assert problem(with_indicator, Answer(), UNIT, "満足度", "1").values["near"] == "利用率、所感"
    found = problem(with_indicator, Answer(), PLAN.unit("重点-2"), "満足度", "1")
    assert (found.code, found.values["near"]) == ("indicator.unknown", "（指標は定めていません）")


@pytest.mark.parametrize("field", TEXT_FIELDS)
def test_a_text_is_kept_as_typed_and_an_empty_one_becomes_none(field: str) -> None:
    written = with_field(Answer(), field, " 髙橋\n進めた ", TOWN)
    assert getattr(written, field) == " 髙橋\n進めた "
    for empty in ("", "  ", "\n", None):
        assert getattr(with_field(written, field, empty, TOWN), field) is None


@pytest.mark.parametrize("field", TEXT_FIELDS)
def test_a_text_goes_through_the_gate_with_its_field_as_place(field: str) -> None:
    found = problem(with_field, Answer(), field, "あ\u202eい", TOWN)
    assert (found.code, found.place) == ("text.character", field)
    assert problem(with_field, Answer(), field, "あ" * 4001, TOWN).code == "text.too_long"


def test_status_and_stage_take_words_and_can_be_emptied() -> None:
    answer = with_field(with_field(Answer(), "status", "遅れ", TOWN), "stage", "試行", TOWN)
    assert (answer.status, answer.stage) == ("late", "trial")
    empty = with_field(with_field(answer, "status", "", TOWN), "stage", None, TOWN)
    assert (empty.status, empty.stage) == (None, None)


@pytest.mark.parametrize("value", ["none", "discuss", "decide"])
def test_how_the_meeting_treats_it_is_one_of_three(value: str) -> None:
    assert with_field(Answer(), "discuss", value, TOWN).discuss == value


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("discuss", "協議", "discuss.unknown"), ("discuss", "", "discuss.unknown"), ("stage", "完成", "stage.unknown"),
        ("public", "true", "field.yes_no"), ("public", None, "field.yes_no"), ("results", 3, "field.text"),
        ("status", ["ok"], "field.text"), ("done_lines", "a", "field.list"), ("done_lines", [1], "field.list"),
        ("done_lines", None, "field.list"), ("paper_names", ["あ" * 201], "text.too_long"),
        ("paper_names", ["一\n二"], "text.too_many_lines"), ("progress", "50", "field.unknown"),
        ("confirmed_by", "課長", "field.unknown"), ("written_by", "x", "field.unknown"), ("", "x", "field.unknown"),
    ],
)  # fmt: skip
def test_a_value_of_another_kind_is_refused_with_its_field(field: str, value: object, code: str) -> None:
    found = problem(with_field, Answer(), field, value, TOWN)
    assert (found.code, found.place) == (code, field)


def test_an_unknown_field_is_refused_naming_all_fields() -> None:
    assert problem(with_field, Answer(), "progress", "50", TOWN).values["near"] == "、".join(FIELDS)


def test_lists_and_yes_or_no_are_kept() -> None:
    answer = with_field(with_field(Answer(), "paper_names", ["様式1", "様式2"], TOWN), "public", False, TOWN)
    assert (answer.paper_names, answer.public) == (("様式1", "様式2"), False)


@given(st.sampled_from(FIELDS), st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text(max_size=5)))
def test_any_value_is_taken_or_refused_in_words_and_only_its_field_changes(field: str, value: object) -> None:
    before = Answer(status="ok", results="進めた。")
    after = attempt(with_field, before, field, value, TOWN)
    if not isinstance(after, Problem):
        assert replace(after, **{field: getattr(before, field)}) == before


@pytest.mark.parametrize("field", LIST_FIELDS)
def test_a_list_is_written_as_json_on_the_command_line(field: str) -> None:
    assert field_value(field, '["a","b"]') == ["a", "b"]
    for typed in ("a,b", "[", "[" * 100_000):
        assert problem(field_value, field, typed).code == "field.json"


def test_yes_or_no_is_json_and_a_text_is_taken_as_it_stands() -> None:
    assert field_value("public", "false") is False
    assert field_value("results", "[1]") == "[1]"


@pytest.mark.parametrize(
    ("answer", "missing"),
    [
        (Answer(), ("status", "results")),
        (Answer(status="ok"), ("results",)),
        (Answer(status="ok", results=" \n"), ("results",)),
        (Answer(results="進めた。"), ("status",)),
        (Answer(status="ok", results="動きなし"), ()),
        (Answer(status="na"), ()),
    ],
)
def test_two_fields_are_needed_and_not_concerned_needs_no_words(answer: Answer, missing: tuple[str, ...]) -> None:
    assert missing_fields(answer) == missing


def test_the_memo_and_the_note_to_the_secretariat_are_what_the_meeting_never_sees() -> None:
    assert NOT_SHOWN == ("private_memo", "to_secretariat")
    assert set(NOT_SHOWN) < set(TEXT_FIELDS)
