"""The secretariat's keys: made once, locked by a passphrase, opened by that one alone."""

from __future__ import annotations

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import inquiring, sender_keys
from dxdesk.operations.change import Change
from dxdesk.store import tables
from dxdesk.store.queries import packages
from dxdesk.store.verification import verify
from tests.builders import SECRETARIAT, ZEIMU, dump, problem, refused
from tests.post import Post, hand_over, receive, say

PASSPHRASE, OTHER = "さくら 2025", "うめ 2026"


def test_there_are_no_keys_before_anything_is_sent(desk: Desk) -> None:
    assert desk.ask(packages.keys) is None
    assert problem(desk.ask, sender_keys.open_keys).code == "keys.none"


def test_keys_are_made_once_and_stay(desk: Desk) -> None:
    made = desk.do(sender_keys.ready_keys)
    assert desk.do(sender_keys.ready_keys) == desk.ask(sender_keys.open_keys) == made
    assert len({made.signing_public, made.signing_private, made.opening_public, made.opening_private}) == 4


def test_a_passphrase_opens_what_it_locked_and_nothing_else_does(desk: Desk) -> None:
    made = desk.do(sender_keys.ready_keys)
    assert desk.do(sender_keys.change_passphrase, PASSPHRASE).subject == "set"
    stored = desk.ask(packages.keys)
    assert stored is not None
    assert stored.locked
    assert made.signing_private not in repr(dump(desk))
    assert made.opening_private not in repr(dump(desk))
    assert desk.ask(sender_keys.open_keys, PASSPHRASE) == made
    assert problem(desk.ask, sender_keys.open_keys).code == "keys.locked"
    for wrong in (OTHER, "", PASSPHRASE + "6"):
        assert problem(desk.ask, sender_keys.open_keys, wrong).code == "keys.passphrase"
    assert verify(desk.database).ok


def test_a_passphrase_is_changed_and_taken_away_by_whoever_knows_it(desk: Desk) -> None:
    made = desk.do(sender_keys.ready_keys)
    desk.do(sender_keys.change_passphrase, PASSPHRASE)
    refused(desk, "keys.locked", sender_keys.change_passphrase, OTHER)
    refused(desk, "keys.passphrase", sender_keys.change_passphrase, OTHER, OTHER)
    desk.do(sender_keys.change_passphrase, OTHER, PASSPHRASE)
    assert problem(desk.ask, sender_keys.open_keys, PASSPHRASE).code == "keys.passphrase"
    assert desk.ask(sender_keys.open_keys, OTHER) == made
    assert desk.do(sender_keys.change_passphrase, None, OTHER).subject == "none"
    assert desk.ask(sender_keys.open_keys) == made


@pytest.mark.parametrize("length", [0, sender_keys.MOST_PASSPHRASE + 1])
def test_a_passphrase_has_a_length(desk: Desk, length: int) -> None:
    desk.do(sender_keys.ready_keys)
    found = refused(desk, "keys.length", sender_keys.change_passphrase, "あ" * length)
    assert found.values == {"limit": sender_keys.MOST_PASSPHRASE}
    desk.do(sender_keys.change_passphrase, "あ" * sender_keys.MOST_PASSPHRASE)


def test_locked_keys_neither_inquire_nor_take_in_nor_answer(post: Post, cycle: Cycle) -> None:
    tax = post.liaison(post.inquiries(cycle, ZEIMU)[ZEIMU])
    say(tax, "重点-1", "進めた。")
    made = hand_over(tax)
    post.desk.do(sender_keys.change_passphrase, PASSPHRASE)
    refused(post.desk, "keys.locked", inquiring.inquire, cycle)
    refused(post.desk, "keys.passphrase", inquiring.inquire, cycle, keys_passphrase=OTHER)
    refused(post.desk, "keys.locked", inquiring.make_view)
    before = dump(post.desk)
    assert problem(post.examined, made.name, made.content).code == "keys.locked"
    assert problem(post.take_in, made).code == "keys.locked"
    assert dump(post.desk) == before
    (again,) = post.desk.do(inquiring.inquire, cycle, [ZEIMU], keys_passphrase=PASSPHRASE)
    assert receive(tax, again).known is False


def test_a_department_has_no_keys_to_send_with(post: Post, cycle: Cycle) -> None:
    tax = post.liaison(post.inquiries(cycle, ZEIMU)[ZEIMU])
    tax.actor = SECRETARIAT
    refused(tax, "keys.none", sender_keys.ready_keys)
    refused(tax, "permission.at_department", sender_keys.change_passphrase, PASSPHRASE)
    assert problem(tax.ask, sender_keys.open_keys).code == "keys.none"


def test_a_database_that_is_begun_as_a_department_s_makes_no_keys(post: Post, cycle: Cycle) -> None:
    tax = post.liaison(post.inquiries(cycle, ZEIMU)[ZEIMU])
    tax.actor = SECRETARIAT

    def without_keys(change: Change) -> None:
        change.connection.execute(tables.metadata.tables["sender_keys"].delete())
        sender_keys.ready_keys(change)

    refused(tax, "keys.liaison", without_keys)
