"""今の状況: the keys, their order and the arrow beside them."""

from __future__ import annotations

import itertools

import pytest

from dxdesk.domain.statuses import CHOSEN, ONLY_WHEN_PRESENT, STATUSES, as_status, change_since, worst

RANKED = {"late": 0, "warn": 1, "ok": 2}


def test_the_keys_and_their_orders_never_change() -> None:
    assert STATUSES == ("late", "warn", "stop", "ok", "done", "none", "na", "miss")
    assert CHOSEN == ("ok", "warn", "late", "done", "none", "stop", "na")
    assert ONLY_WHEN_PRESENT == ("stop", "na")


def test_unanswered_is_derived_and_never_chosen() -> None:
    assert set(STATUSES) - set(CHOSEN) == {"miss"}


@pytest.mark.parametrize(("before", "now"), list(itertools.product([None, *STATUSES], repeat=2)))
def test_only_late_warn_and_ok_are_ranked_and_equal_keys_are_the_same(before: str | None, now: str | None) -> None:
    found = change_since(before, now)
    if before is None or now is None:
        assert found is None
    elif before == now:
        assert found == "same"
    elif before in RANKED and now in RANKED:
        assert found == ("better" if RANKED[now] > RANKED[before] else "worse")
    else:
        assert found is None


def test_the_worst_comes_first_in_the_order_of_the_keys() -> None:
    assert worst(["ok", "miss", "warn"]) == "warn"
    assert worst([]) is None


@pytest.mark.parametrize(("key", "status"), [("ok", "ok"), ("miss", "miss"), ("順調", None), ("", None), ("OK", None)])
def test_only_a_key_is_a_status(key: str, status: str | None) -> None:
    assert as_status(key) == status
