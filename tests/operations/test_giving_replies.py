"""回答 on its way: the file and what is on record come about together, or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import Actor
from dxdesk.operations import reviews
from dxdesk.operations.change import Change
from dxdesk.operations.giving_replies import give_reply, give_reply_to_folder, reply_name
from dxdesk.operations.handing_over import hand_over
from dxdesk.operations.replies import confirm, find_place, record_draft
from dxdesk.operations.slots import Place
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import hand_overs, replies
from tests.builders import ZEIMU, uid
from tests.post import Post, newest, receive, say

NAME = "第1回_税務課_回答.dxd"


def standing(tax: Desk) -> hand_overs.Standing:
    found = tax.ask(hand_overs.standing, newest(tax).id, uid(ZEIMU))
    assert found is not None
    return found


def test_the_file_has_the_name_that_is_shown_before(tax: Desk, tmp_path: Path) -> None:
    say(tax, "重点-1", "進めた。")
    assert tax.ask(reply_name, newest(tax), uid(ZEIMU)) == NAME
    assert tax.do(give_reply_to_folder, newest(tax), uid(ZEIMU), tmp_path) == tmp_path / NAME


@pytest.mark.parametrize("place", ["no folder/回答.dxd", ""])
def test_where_the_file_cannot_be_written_nothing_was_handed_over(tax: Desk, tmp_path: Path, place: str) -> None:
    say(tax, "重点-1", "進めた。")
    with pytest.raises(StoreUnavailable):
        tax.do(give_reply, newest(tax), uid(ZEIMU), tmp_path / place)
    assert tax.ask(replies.revisions, newest(tax).id) == ()
    assert standing(tax).given is None
    assert len(standing(tax).unsent) == 1


def test_a_folder_that_is_not_there_is_trouble_of_the_place(tax: Desk, tmp_path: Path) -> None:
    say(tax, "重点-1", "進めた。")
    with pytest.raises(StoreUnavailable) as trouble:
        tax.do(give_reply_to_folder, newest(tax), uid(ZEIMU), tmp_path / "away")
    assert trouble.value.code == "folder_missing"


@contextmanager
def full_disk(desk: Desk) -> Iterator[None]:
    """No change of this desk is kept: the disk is full in the very last moment."""

    def full(_connection: Connection) -> None:
        trouble = sqlite3.OperationalError("database or disk is full")
        trouble.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise trouble

    event.listen(desk.database.engine, "commit", full)
    yield
    event.remove(desk.database.engine, "commit", full)


def test_a_file_that_the_database_knows_nothing_of_does_not_stay(tax: Desk, tmp_path: Path) -> None:
    say(tax, "重点-1", "進めた。")
    before = set(tmp_path.iterdir())
    with full_disk(tax), pytest.raises(StoreUnavailable):
        tax.do(give_reply_to_folder, newest(tax), uid(ZEIMU), tmp_path)
    assert set(tmp_path.iterdir()) == before
    assert tax.ask(replies.revisions, newest(tax).id) == ()


def test_the_file_that_was_to_be_replaced_is_there_again(tax: Desk, tmp_path: Path) -> None:
    say(tax, "重点-1", "一つめ。")
    first = tax.do(give_reply_to_folder, newest(tax), uid(ZEIMU), tmp_path)
    older = first.read_bytes()
    say(tax, "重点-1", "二つめ。")
    with full_disk(tax), pytest.raises(StoreUnavailable):
        tax.do(give_reply_to_folder, newest(tax), uid(ZEIMU), tmp_path)
    assert first.read_bytes() == older


def test_what_fails_after_the_file_was_written_takes_the_file_along(tax: Desk, tmp_path: Path) -> None:
    say(tax, "重点-1", "進めた。")

    def give_and_fall(change: Change) -> None:
        give_reply(change, newest(tax), uid(ZEIMU), tmp_path / NAME)
        raise RuntimeError("torn")

    with pytest.raises(RuntimeError):
        tax.do(give_and_fall)
    assert not (tmp_path / NAME).exists()


def test_the_newer_file_takes_the_place_of_the_older_one_and_of_no_other(tax: Desk, tmp_path: Path) -> None:
    say(tax, "重点-1", "一つめ。")
    first = tax.do(give_reply_to_folder, newest(tax), uid(ZEIMU), tmp_path)
    older = first.read_bytes()
    say(tax, "重点-1", "二つめ。")
    assert tax.do(give_reply_to_folder, newest(tax), uid(ZEIMU), tmp_path) == first
    assert first.read_bytes() != older
    first.write_text("ほかの人のファイル", encoding="utf-8")
    beside = tax.do(give_reply_to_folder, newest(tax), uid(ZEIMU), tmp_path)
    assert beside != first
    assert first.read_text(encoding="utf-8") == "ほかの人のファイル"


def test_what_was_said_since_the_newest_file_is_to_be_handed_over(tax: Desk, tmp_path: Path) -> None:
    assert not standing(tax).to_give
    say(tax, "重点-1", "進めた。")
    say(tax, "重点-2", "進めた。")
    assert len(standing(tax).unsent) == 2
    tax.do(give_reply_to_folder, newest(tax), uid(ZEIMU), tmp_path)
    assert not standing(tax).to_give
    say(tax, "重点-2", "書き足した。")
    assert len(standing(tax).unsent) == 1


def test_what_the_secretariat_sends_back_is_nothing_to_hand_over(
    post: Post, cycle: Cycle, tax: Desk, tmp_path: Path
) -> None:
    say(tax, "重点-1", "進めた。")
    post.take_in(tax.do(hand_over, newest(tax), ZEIMU))
    post.desk.do(
        lambda change: reviews.return_reply(change, find_place(change, cycle, "重点-1", ZEIMU), ["results"], "件数は。")
    )
    receive(tax, post.returned(cycle, ZEIMU))
    assert not standing(tax).to_give
    assert tmp_path.exists()


def test_a_confirmation_does_not_outlive_the_words_it_was_given_to(tax: Desk) -> None:
    say(tax, "重点-1", "進めた。")
    place = tax.do(lambda change: find_place(change, newest(tax), "重点-1", ZEIMU))
    tax.do(lambda change: confirm_as_head(change, place))
    draft = tax.ask(replies.draft, newest(tax).id, place.unit.id, uid(ZEIMU))
    assert draft is not None
    assert draft.answer.confirmed_by is not None
    tax.do(record_draft, place, {"results": "書き直した。"})
    draft = tax.ask(replies.draft, newest(tax).id, place.unit.id, uid(ZEIMU))
    assert draft is not None
    assert (draft.submitted, draft.answer.confirmed_by) == (False, None)


def confirm_as_head(change: Change, place: Place) -> None:
    confirm(replace(change, actor=Actor("head", (uid(ZEIMU),), "今野")), place, by="今野", title="課長")


def test_the_secretariats_database_hands_nothing_over(desk: Desk, cycle: Cycle) -> None:
    assert desk.ask(hand_overs.standing, cycle.id, uid(ZEIMU)) is None
