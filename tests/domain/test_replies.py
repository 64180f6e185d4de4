"""The formats that are frozen: one record of every kind with its id, and Answer format 1."""

from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.records import canonical, text_digest
from dxdesk.domain.replies import (
    REVIEW_KINDS,
    REVISION_KINDS,
    Answer,
    Author,
    Budget,
    ConfirmedBy,
    Reading,
    Request,
    Review,
    Revision,
    WrittenBy,
    answer_from,
    review_from,
    revision_from,
)

FULL = Answer(
    status="late",
    stage="trial",
    results="住民票の窓口で試した。\n件数は214件。",
    issues="人手が足りない。",
    next="4月に広げる。",
    discuss="decide",
    ask="2段階に分けてよいか",
    done_lines=("line-1", "line-2"),
    indicators=(Reading("i-1", "76.5", "７６．５％", "2025-01-31", "速報", "窓口の集計", None), Reading("i-2")),
    reason_codes=("staff",),
    reason="業者の都合",
    measures="分けて進める。",
    forecast="令和7年9月",
    direction="continue",
    budget=Budget(True, "1200", "一般財源"),
    effects="年200時間",
    requests=(Request("department-2", "様式をそろえてほしい。"),),
    paper_names=("様式1",),
    public=False,
    private_memo="契約前の額",
    to_secretariat="図を差しかえたい。",
    written_by=WrittenBy("鈴木", "主事", "123"),
    confirmed_by=ConfirmedBy("髙橋", "課長", "2025-02-03"),
    answered_for="department-3",
)
LIAISON = Author("liaison", "department-1", "鈴木")
SECRETARIAT = Author("secretariat", None, None)
MOMENT = "2025-02-03T09:30:00+09:00"
PARENTS = ("b" * 64, "a" * 64)
PLACE = ("cycle-1", "unit-1", "department-1")

REVISIONS = {
    "answer": Revision("answer", *PLACE, (), FULL, LIAISON, MOMENT),
    "correct": Revision("correct", *PLACE, PARENTS[:1], Answer(status="ok", results="直した。"), SECRETARIAT, MOMENT),
    "settle": Revision("settle", *PLACE, PARENTS, Answer(status="ok", results="決めた。"), SECRETARIAT, MOMENT),
    "withdraw": Revision("withdraw", *PLACE, PARENTS[:1], None, LIAISON, MOMENT),
    "consolidate": Revision(
        "consolidate", "cycle-1", "unit-1", None, (), Answer(status="warn"), SECRETARIAT, MOMENT, PARENTS
    ),
}
REVIEWS = {
    "accept": Review("accept", *PLACE, "c" * 64, (), SECRETARIAT, MOMENT),
    "return": Review(
        "return", *PLACE, "c" * 64, PARENTS, SECRETARIAT, MOMENT, fields=("results", "issues"), question="件数は。"
    ),
    "confirm": Review("confirm", *PLACE, "c" * 64, (), LIAISON, MOMENT, name="髙橋", title="課長", date="2025-02-03"),
    "undone": Review("undone", *PLACE, "c" * 64, PARENTS[:1], SECRETARIAT, MOMENT),
}
RECORDS: dict[str, Revision | Review] = {**REVISIONS, **REVIEWS}
FROZEN = {
    "answer": "b9b34b2751c165d32b8a45a52bffec3c83132f2623bde2f617063a89d3f54ec9",
    "correct": "64686275312ef16b9bb6fce5e317ee7e5c58344cd3f220d1787fa654fe943c66",
    "settle": "e75ebc1561ca05bc33b7d74d69fe83145537f04b9d2b69097aae6a55224bb429",
    "withdraw": "c4a40aba4bf6fc220f96b7c368e01aed6e8ac053096632c7433210335ee3f579",
    "consolidate": "a3bcb24e085570c0a19e405dc8bec4fbe5a44560859c9f47cf53e37a6bd49e5b",
    "accept": "10c7b0512bbd0888e0b7aa24f92372872d7d6aaa2dae7fe6c44431c2d18cdae2",
    "return": "38a9b4e94674d6ede3ed9e7a521de984e46f11a4e6d70218ffec11f0e19cff53",
    "confirm": "5940d1e627fc80934290858bd401ea8b9ea84836c007e873afea177a471e4146",
    "undone": "7d10f58df0976961a8b3f13451abb04d4e3fa24c6c6eeee1282d51d4451bf040",
}
ANSWER_KEYS = [
    "status",
    "stage",
    "results",
    "issues",
    "next",
    "discuss",
    "ask",
    "done_lines",
    "indicators",
    "reason_codes",
    "reason",
    "measures",
    "forecast",
    "direction",
    "budget",
    "effects",
    "requests",
    "paper_names",
    "public",
    "private_memo",
    "to_secretariat",
    "written_by",
    "confirmed_by",
    "answered_for",
]
RECORD_KEYS = [
    "format",
    "kind",
    "cycle",
    "unit",
    "department",
    "parents",
    "sources",
    "target",
    "after",
    "content",
    "author",
    "moment",
]


@pytest.mark.parametrize("kind", FROZEN)
def test_the_id_of_a_record_never_changes(kind: str) -> None:
    """A failure here means that every id on file would change: make it a later format instead."""
    assert RECORDS[kind].id == FROZEN[kind]


def test_there_is_a_frozen_record_of_every_kind() -> None:
    assert tuple(REVISIONS) == REVISION_KINDS
    assert tuple(REVIEWS) == REVIEW_KINDS
    assert set(FROZEN) == {*REVISION_KINDS, *REVIEW_KINDS}


def test_answer_format_1_has_all_its_keys_always_and_no_other() -> None:
    assert [each.name for each in fields(Answer)] == ANSWER_KEYS
    for answer in (Answer(), FULL):
        assert list(answer.record()) == ANSWER_KEYS


def test_an_unused_key_is_null_or_an_empty_list() -> None:
    empty = Answer().record()
    lists = {"done_lines", "indicators", "reason_codes", "requests", "paper_names"}
    assert {key for key, value in empty.items() if value == []} == lists
    assert {key for key, value in empty.items() if value is None} == set(ANSWER_KEYS) - lists - {"discuss"}
    assert empty["discuss"] == "none"


@pytest.mark.parametrize("kind", FROZEN)
def test_every_record_has_the_same_keys(kind: str) -> None:
    assert list(RECORDS[kind].record()) == RECORD_KEYS


def test_numbers_of_an_answer_are_written_as_text() -> None:
    record = json.loads(canonical(FULL.record()))

    def numbers(value: object) -> list[object]:
        if isinstance(value, dict):
            return [found for each in value.values() for found in numbers(each)]
        if isinstance(value, list):
            return [found for each in value for found in numbers(each)]
        return [value] if isinstance(value, int | float) and not isinstance(value, bool) else []

    assert numbers(record) == []


@pytest.mark.parametrize("record", [*REVISIONS.values(), *REVIEWS.values()], ids=lambda each: each.kind)
def test_the_id_hangs_on_the_text_whichever_was_asked_for_first(record: Revision | Review) -> None:
    text_first, id_first = replace(record), replace(record)
    assert text_first.text == canonical(record.record())
    assert text_first.id == id_first.id == text_digest(id_first.text)


@pytest.mark.parametrize("record", [*REVISIONS.values(), *REVIEWS.values()], ids=lambda each: each.kind)
def test_the_id_of_a_record_keeps_no_copy_of_its_text(record: Revision | Review) -> None:
    fresh = replace(record)
    assert fresh.id
    assert "text" not in vars(fresh)


@pytest.mark.parametrize("kind", REVISION_KINDS)
def test_a_revision_survives_being_written_and_read(kind: str) -> None:
    found = revision_from(json.loads(canonical(REVISIONS[kind].record())))
    assert found.id == REVISIONS[kind].id
    assert found.answer == REVISIONS[kind].answer


@pytest.mark.parametrize("kind", REVIEW_KINDS)
def test_a_review_survives_being_written_and_read(kind: str) -> None:
    found = review_from(json.loads(canonical(REVIEWS[kind].record())))
    assert found.id == REVIEWS[kind].id
    assert (found.fields, found.question, found.name) == (
        REVIEWS[kind].fields, REVIEWS[kind].question, REVIEWS[kind].name,
    )  # fmt: skip


@pytest.mark.parametrize("spoiled", ["missing", "more"])
def test_an_answer_of_another_shape_is_not_read(spoiled: str) -> None:
    record = Answer().record()
    if spoiled == "missing":
        del record["ask"]
    else:
        record["later"] = None
    with pytest.raises(KeyError):
        answer_from(record)


@given(st.permutations(PARENTS), st.permutations(PARENTS))
def test_the_order_in_which_parents_are_named_does_not_matter(parents: list[str], other: list[str]) -> None:
    settled, drawn = REVISIONS["settle"], REVISIONS["consolidate"]
    assert replace(settled, parents=tuple(parents)).id == replace(settled, parents=tuple(other)).id
    assert replace(drawn, sources=tuple(parents)).id == replace(drawn, sources=tuple(other)).id


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "settle"}, {"cycle": "x"}, {"unit": "x"}, {"department": None}, {"parents": ()},
        {"answer": Answer(status="ok")}, {"author": SECRETARIAT}, {"moment": "x"},
    ],
)  # fmt: skip
def test_everything_that_a_record_says_is_in_its_id(changed: dict[str, object]) -> None:
    first = replace(REVISIONS["answer"], parents=PARENTS)
    assert replace(first, **changed).id != first.id  # type: ignore[arg-type]


def test_two_records_say_the_same_whoever_says_it_and_when() -> None:
    first = REVISIONS["answer"]
    assert first.same_content(replace(first, author=SECRETARIAT, moment="later", parents=PARENTS))
    assert not first.same_content(replace(first, answer=Answer(status="ok")))
    assert not first.same_content(REVISIONS["withdraw"])


def test_what_never_leaves_the_secretariat_is_not_in_the_public_part() -> None:
    assert FULL.public_part() == replace(FULL, private_memo=None, to_secretariat=None)
    assert "契約前" not in canonical(FULL.public_part().record())
