"""主な動き in the secretariat's words: what is kept, in which order, and when it is older than the answers."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dxdesk.domain.errors import Problem
from dxdesk.domain.movements import MOST_CHARACTERS, MOVEMENT_PARTS, MovementEdit, edit_from, rewritten

NOW = {"late": {"u3": "a", "u5": "b"}, "watched": {"u6": "c"}, "advanced": {}, "actions": {}}
LATER = {**NOW, "late": {"u3": "x", "u7": "d"}}
parts = st.sampled_from(MOVEMENT_PARTS)
edits = st.builds(
    MovementEdit,
    order=st.lists(parts, unique=True).map(tuple),
    left_out=st.frozensets(parts),
    texts=st.dictionaries(parts, st.text("あいう", min_size=1, max_size=5)),
)


def late(text: str, **more: object) -> MovementEdit:
    return MovementEdit(texts={"late": text}, **more)  # type: ignore[arg-type]


@given(edits)
@settings(max_examples=30)
def test_what_is_kept_comes_back_whole_and_every_paragraph_has_its_place(edit: MovementEdit) -> None:
    kept = rewritten(MovementEdit(), edit, NOW)  # type: ignore[arg-type]
    assert edit_from(json.loads(json.dumps(kept.record()))) == kept
    assert sorted(kept.parts) == sorted(MOVEMENT_PARTS)
    assert kept.parts == edit.parts
    assert set(kept.seen) == kept.changed
    assert all(kept.stale(part, NOW[part]) == () for part in MOVEMENT_PARTS)


def test_paragraphs_of_a_later_program_are_passed_over() -> None:
    assert edit_from({"order": ["hologram", "late"], "texts": {"hologram": "?"}}) == MovementEdit(("late",))


def test_what_changed_came_or_went_since_is_named() -> None:
    kept = rewritten(MovementEdit(), late("手続が遅れている。"), NOW)  # type: ignore[arg-type]
    assert kept.stale("late", LATER["late"]) == ("u3", "u5", "u7")
    assert kept.stale("watched", {"u9": "new"}) == ()


def test_a_paragraph_that_stays_as_it_was_stays_older_than_the_answers() -> None:
    kept = rewritten(MovementEdit(), late("手続が遅れている。"), NOW)  # type: ignore[arg-type]
    moved = rewritten(kept, late("手続が遅れている。", order=("late",)), LATER)  # type: ignore[arg-type]
    assert moved.parts[0] == "late"
    assert moved.stale("late", LATER["late"])
    assert not rewritten(kept, kept, LATER, {"late"}).stale("late", LATER["late"])  # type: ignore[arg-type]
    assert not rewritten(kept, late("直した。"), LATER).stale("late", LATER["late"])  # type: ignore[arg-type]


def test_a_paragraph_that_is_left_out_is_older_too_once_it_would_say_something_else() -> None:
    kept = rewritten(MovementEdit(), MovementEdit(left_out=frozenset({"watched"})), NOW)  # type: ignore[arg-type]
    assert kept.stale("watched", {"u6": "c", "u8": "d"}) == ("u8",)


@pytest.mark.parametrize("text", ["", "　\n"])
def test_an_empty_paragraph_is_refused(text: str) -> None:
    with pytest.raises(Problem) as refused:
        rewritten(MovementEdit(), late(text), NOW)  # type: ignore[arg-type]
    assert (refused.value.code, refused.value.place) == ("movement.empty", "late")


def test_a_paragraph_has_an_end() -> None:
    with pytest.raises(Problem):
        rewritten(MovementEdit(), late("あ" * (MOST_CHARACTERS + 1)), NOW)  # type: ignore[arg-type]


def test_the_usual_order_is_no_change() -> None:
    assert rewritten(MovementEdit(), MovementEdit(order=MOVEMENT_PARTS), NOW) == MovementEdit()  # type: ignore[arg-type]
