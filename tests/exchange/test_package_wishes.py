"""席上修正 tells who asked for what in the room: read as it was written, checked to the last field."""

from __future__ import annotations

from typing import Any

import pytest

from dxdesk.domain.packages import PackageKind, Records, Wish
from dxdesk.wording.sentences import problem_words
from tests.builders import problem
from tests.exchange.package_samples import opened, record_of, spoilt
from tests.exchange.test_package_checks import Spoil


def corrections() -> list[str]:
    """The revisions (ids) of the sample file that correct something."""
    body = opened(signed_as_is()).body
    assert isinstance(body, Records)
    return [each.id for each in body.revisions if each.kind == "correct"]


def signed_as_is() -> bytes:
    return spoilt("correction", lambda _record: None)


def wishing(*wishes: dict[str, Any]) -> Spoil:
    def spoil(record: dict[str, Any]) -> None:
        record["body"]["wishes"] = list(wishes)

    return spoil


def wish(**changed: object) -> dict[str, Any]:
    return {"revision": corrections()[0], "field": "results", "asked_by": "総務課長", **changed}


def test_who_asked_for_what_is_read_as_it_was_written() -> None:
    body = opened(spoilt("correction", wishing(wish()))).body
    assert isinstance(body, Records)
    assert body.wishes == (Wish(corrections()[0], "results", "総務課長"),)


def test_a_file_in_which_nobody_asked_for_anything_says_nothing_of_it() -> None:
    assert "wishes" not in record_of("correction")["body"]
    body = opened(signed_as_is()).body
    assert isinstance(body, Records)
    assert body.wishes == ()


@pytest.mark.parametrize(
    "changed",
    [{"revision": "0" * 64}, {"revision": None}, {"field": "だれか"}, {"asked_by": ""}, {"asked_by": "あ" * 101},
     {"asked_by": "あ\x07"}, {"asked_by": 5}],
    ids=str,
)  # fmt: skip
def test_a_wish_that_cannot_be_is_refused_and_told_by_its_place(changed: dict[str, object]) -> None:
    refusal = problem(opened, spoilt("correction", wishing(wish(**changed))))
    assert refusal.code == "package.invalid"
    assert all("求め" in each.place for each in refusal.problems)
    assert all(problem_words(each).endswith("ください。") for each in refusal.problems)


def test_of_one_revision_only_one_asked() -> None:
    assert problem(opened, spoilt("correction", wishing(wish(), wish()))).code == "package.invalid"


@pytest.mark.parametrize("kind", ["reply", "return"])
def test_no_other_file_tells_of_wishes(kind: PackageKind) -> None:
    def spoil(record: dict[str, Any]) -> None:
        record["body"]["wishes"] = [{"revision": "0" * 64, "field": "results", "asked_by": "総務課長"}]

    assert problem(opened, spoilt(kind, spoil)).code == "package.invalid"
