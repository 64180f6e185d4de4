"""Which units are drawn together, and out of what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.consolidation import (
    heaviest,
    joint,
    sentences,
    side_by_side,
    standing,
    start_of,
    status_counts,
    undrawn,
    usable,
    used,
    with_name,
)
from dxdesk.domain.merge import EMPTY, SlotView, UnitView
from dxdesk.domain.replies import Answer, Author, Reading, Revision, RevisionKind

AUTHOR = Author("secretariat", None, "佐藤")


def revision(
    department: str | None, kind: RevisionKind = "answer", sources: tuple[str, ...] = (), **said: object
) -> Revision:
    answer = Answer(**{"status": "ok", "results": "進めた。", **said})  # type: ignore[arg-type]
    return Revision(kind, "回", "取組", department, (), answer, AUTHOR, "2025-01-31T10:00:00+09:00", sources)


def view(*answers: Revision | None, drawn: Revision | None = None, revise: bool = False) -> UnitView:
    found = {f"課{place}": each for place, each in enumerate(answers)}
    slots = {
        name: SlotView("accepted", (), (), each, False, None, None) if each else EMPTY for name, each in found.items()
    }
    together = SlotView("accepted", (), (), drawn, False, None, None) if drawn else EMPTY
    counted = drawn or (answers[0] if len(answers) == 1 else None)
    all_na = bool(answers) and all(each is not None and each.answer and each.answer.status == "na" for each in answers)
    answer = counted.answer if counted else None
    status = answer.status if answer and answer.status else "na" if all_na else "miss"
    return UnitView("取組", status, None, counted, found, slots, together, revise)  # type: ignore[arg-type]


OK, WARN, NA = revision("課0"), revision("課1", status="warn"), revision("課2", status="na", results=None)
DRAWN = revision(None, "consolidate", results="まとめた。")


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (view(OK, WARN), "waiting"),
        (view(OK, None), "partial"),
        (view(None, None), "early"),
        (view(OK, WARN, drawn=DRAWN), "done"),
        (view(OK, WARN, drawn=DRAWN, revise=True), "revise"),
        (view(OK), "single"),
        (view(None), None),
        (view(NA, NA), None),
        (view(OK, drawn=DRAWN), "done"),
    ],
)
def test_how_far_a_unit_is(found: UnitView, expected: str | None) -> None:
    ready = bool(found.answers) and all(found.answers.values())
    assert standing(found, ready=ready) == expected
    assert undrawn(found) is (expected in ("waiting", "partial"))


def test_the_worst_answer_stands_first_and_who_has_none_last() -> None:
    order = [department for department, _ in side_by_side(view(OK, WARN, NA, None))]
    assert order == ["課1", "課0", "課2", "課3"]


def test_the_heaviest_is_told_only_where_they_differ() -> None:
    assert heaviest(view(OK, WARN, NA)) == "warn"
    assert heaviest(view(OK, OK, NA)) is None
    assert status_counts(view(OK, OK, WARN, None)) == {"ok": 2, "warn": 1}


def test_nothing_is_decided_beforehand_but_what_the_main_one_says_besides() -> None:
    main = revision("課0", stage="trial", indicators=(Reading("率", "5"),), private_memo="秘", done_lines=("a",))
    other = revision("課1", discuss="decide", ask="よいか", done_lines=("b",))
    start = start_of(view(main, other), "課0")
    assert (start.status, start.results, start.ask) == (None, None, None)
    assert (start.stage, start.indicators) == ("trial", (Reading("率", "5"),))
    assert (start.discuss, start.done_lines, start.private_memo) == ("discuss", ("a", "b"), None)


def test_a_main_one_that_it_does_not_concern_is_no_start() -> None:
    assert start_of(view(revision("課0", status="na", stage="trial"), OK), "課0").stage is None


def test_what_was_drawn_together_is_where_one_goes_on() -> None:
    assert start_of(view(OK, WARN, drawn=DRAWN), "課0") == DRAWN.answer


NAMES = {f"課{place}": name for place, name in enumerate(("税務課", "福祉課", "総務課"))}


def test_the_main_one_s_answer_carries_what_every_department_wishes_to_discuss() -> None:
    main = revision("課0", discuss="discuss", ask="様式を変えてよいか。", private_memo="秘")
    found = used(view(main, revision("課1", discuss="decide", ask="続けてよいか")).answers, "課0", NAMES)
    assert (found.results, found.discuss, found.private_memo) == ("進めた。", "decide", None)
    assert found.ask == "様式を変えてよいか（税務課）。続けてよいか（福祉課）。"


@pytest.mark.parametrize(
    ("main", "other", "expected"),
    [
        (("decide", "よいか。"), ("none", None), ("decide", "よいか。")),
        (("none", None), ("none", "書きかけ"), ("none", None)),
        (("none", "書きかけ"), ("discuss", None), ("discuss", None)),
        (("none", None), ("discuss", None), ("discuss", None)),
        (("decide", "よいか。"), ("discuss", None), ("decide", "よいか（税務課）。")),
    ],
)
def test_what_nobody_wishes_is_not_asked(
    main: tuple[str, str | None], other: tuple[str, str | None], expected: tuple[str, str | None]
) -> None:
    said = [revision(f"課{place}", discuss=wish, ask=ask) for place, (wish, ask) in enumerate((main, other))]
    found = used(view(*said).answers, "課0", NAMES)
    assert (found.discuss, found.ask) == expected


@pytest.mark.parametrize(
    ("answers", "main", "expected"),
    [
        ((OK, WARN), "課0", "課0"),
        ((OK, WARN), "課1", "課1"),
        ((NA, WARN), "課0", "課1"),
        ((WARN, NA), "課1", "課0"),
        ((NA, NA), "課0", None),
        ((NA, None), "課0", None),
        ((None, WARN), "課0", None),
        ((OK, WARN), None, None),
    ],
)
def test_the_main_one_is_used_unless_it_does_not_concern_it(
    answers: tuple[Revision | None, ...], main: str | None, expected: str | None
) -> None:
    assert usable(view(*answers), main) == expected


def test_a_text_falls_into_its_sentences() -> None:
    text = "受け付けた。\n「よい。」と答えた。残りは3月。まとめ"
    assert sentences(text) == ("受け付けた。", "「よい。」と答えた。", "残りは3月。", "まとめ")
    assert sentences(None) == ()


@given(st.text(alphabet="あい。」）\n ", max_size=30))
def test_no_character_is_lost_between_sentences(text: str) -> None:
    joined = "".join("".join(sentences(text)).split())
    assert joined == "".join(text.split())


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("増やした。", "増やした（税務課）。"),
        ("増やした", "増やした（税務課）。"),
        ("増やした（税務課）。", "増やした（税務課）。"),
    ],
)
def test_a_sentence_is_put_in_with_its_department(sentence: str, expected: str) -> None:
    assert with_name(sentence, "税務課") == expected


def test_sentences_follow_each_other_on_one_line() -> None:
    assert [joint(each) for each in ("", "増やした。", "増やした", "増やした\n")] == ["", "", "\n", ""]
