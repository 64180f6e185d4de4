"""Two answers that differ become one, field by field."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.drafts import TEXT_FIELDS
from dxdesk.domain.replies import Answer, Author, Reading, Revision
from dxdesk.domain.settling import Choice, Own, differing, emptied, origin, settled
from tests.builders import problem

OURS = Answer(status="ok", results="窓口で試した。", issues="人手", next="広げる。")
THEIRS = Answer(status="warn", results="申請を受けた。", issues="人手", public=True)


def test_only_the_fields_that_differ_are_asked_about() -> None:
    assert differing(OURS, THEIRS) == ("status", "results", "next", "public")
    assert differing(OURS, OURS) == ()


def test_what_was_said_and_is_not_said_any_more_is_emptied() -> None:
    full = replace(OURS, discuss="decide", ask="決める", private_memo="覚え", indicators=(Reading("a", "1", "1"),))
    assert emptied(full, Answer(status="ok", results="続けた。")) == ("issues", "next", "discuss", "ask", "a")
    assert emptied(Answer(issues=""), Answer()) == ()
    assert emptied(full, full) == ()


def test_each_field_is_taken_from_one_side_or_from_both() -> None:
    found = settled({"status": "theirs", "results": "both", "next": "ours", "public": "theirs"}, OURS, THEIRS)
    assert found == Answer(
        status="warn", results="窓口で試した。\n申請を受けた。", issues="人手", next="広げる。", public=True
    )


def test_both_of_a_text_and_nothing_is_the_text() -> None:
    assert settled({"all": "ours", "next": "both"}, OURS, THEIRS).next == "広げる。"


@pytest.mark.parametrize(("side", "found"), [("ours", OURS), ("theirs", THEIRS)])
def test_one_choice_for_all_takes_a_whole_side(side: Choice, found: Answer) -> None:
    assert settled({"all": side}, OURS, THEIRS) == found


def test_a_field_may_be_chosen_otherwise_than_all() -> None:
    assert settled({"all": "ours", "status": "theirs"}, OURS, THEIRS).status == "warn"


def test_a_field_without_a_choice_is_named() -> None:
    found = problem(settled, {"status": "ours", "public": "ours"}, OURS, THEIRS)
    assert (found.code, found.values) == ("settle.open", {"fields": "results、next"})


@pytest.mark.parametrize("field", ["result", "issues", "写し"])
def test_a_field_that_does_not_differ_is_refused_naming_those_that_do(field: str) -> None:
    found = problem(settled, {"all": "ours", field: "ours"}, OURS, THEIRS)
    assert (found.code, found.values) == ("field.unknown", {"text": field, "near": "status、results、next、public"})


@pytest.mark.parametrize("field", ["status", "public"])
def test_only_texts_can_be_put_under_each_other(field: str) -> None:
    found = problem(settled, {"all": "ours", field: "both"}, OURS, THEIRS)
    assert (found.code, found.place) == ("settle.both_texts", field)


def test_two_texts_that_are_too_long_together_are_refused() -> None:
    ours, theirs = Answer(results="あ" * 3000), Answer(results="い" * 3000)
    assert problem(settled, {"results": "both"}, ours, theirs).code == "text.too_long"


answers = st.builds(
    Answer,
    status=st.sampled_from(["ok", "late", None]),
    results=st.sampled_from(["一", "二", None]),
    issues=st.sampled_from(["一", "二", None]),
    private_memo=st.sampled_from(["秘", None]),
)


@given(answers, answers, st.data())
def test_every_field_of_a_settlement_comes_from_one_side_or_holds_both(ours: Answer, theirs: Answer, data: Any) -> None:
    choices: dict[str, Choice] = {
        field: data.draw(st.sampled_from(["ours", "theirs", *(["both"] if field in TEXT_FIELDS else [])]))
        for field in differing(ours, theirs)
    }
    found = settled(choices, ours, theirs)
    for field in ("status", "results", "issues", "private_memo"):
        mine, other = getattr(ours, field), getattr(theirs, field)
        both = "\n".join(each for each in (mine, other) if each)
        assert getattr(found, field) == {"ours": mine, "theirs": other, "both": both}[choices.get(field, "ours")]


def test_a_text_of_ones_own_takes_the_place_of_both() -> None:
    found = settled({"all": "ours", "results": Own(" 窓口で試し、申請を受けた。\r\n")}, OURS, THEIRS)
    assert found.results == "窓口で試し、申請を受けた。"
    assert settled({"all": "ours", "results": Own(" ")}, OURS, THEIRS).results is None
    assert problem(settled, {"all": "ours", "status": Own("ok")}, OURS, THEIRS).code == "settle.both_texts"
    assert problem(settled, {"all": "ours", "results": Own("\x00")}, OURS, THEIRS).code == "text.character"


def version(identity: str, *parents: Revision) -> Revision:
    parent_ids = tuple(each.id for each in parents)
    return Revision("answer", "c", "u", "d", parent_ids, Answer(results=identity), Author("liaison", "d", "三浦"), "")


def test_the_origin_is_the_newest_version_that_both_were_written_on() -> None:
    first = version("1")
    second = version("2", first)
    ours, theirs = version("3", second), version("4", second, first)
    said = (ours, first, theirs, second)
    assert origin(said, ours, theirs) == second
    assert origin(said, first, theirs) is None
    assert origin((ours, theirs), ours, theirs) is None
