"""A record of another format or kind is not read as one of ours."""

from __future__ import annotations

import pytest

from dxdesk.domain.replies import (
    REVIEW_KINDS,
    REVISION_KINDS,
    Answer,
    Author,
    Review,
    Revision,
    review_from,
    revision_from,
)

AUTHOR = Author("secretariat", None, "佐藤")
MOMENT = "2025-02-13T10:15:00+09:00"


def revision(kind: str) -> Revision:
    answer = None if kind == "withdraw" else Answer(status="ok", results="進めた。")
    return Revision(kind, "cycle", "unit", "department", (), answer, AUTHOR, MOMENT)  # type: ignore[arg-type]


def review(kind: str) -> Review:
    return Review(kind, "cycle", "unit", "department", "target", (), AUTHOR, MOMENT)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", REVISION_KINDS)
def test_every_kind_of_revision_comes_back_as_it_was(kind: str) -> None:
    assert revision_from(revision(kind).record()) == revision(kind)


@pytest.mark.parametrize("kind", REVIEW_KINDS)
def test_every_kind_of_review_comes_back_as_it_was(kind: str) -> None:
    assert review_from(review(kind).record()) == review(kind)


@pytest.mark.parametrize("other", [{"format": 2}, {"kind": "accept"}, {"kind": None}])
def test_a_revision_of_another_format_or_kind_is_refused(other: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"\("):
        revision_from({**revision("answer").record(), **other})


@pytest.mark.parametrize("other", [{"format": 2}, {"kind": "answer"}, {"kind": None}])
def test_a_review_of_another_format_or_kind_is_refused(other: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"\("):
        review_from({**review("accept").record(), **other})
