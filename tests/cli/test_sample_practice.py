"""A sample to practise with: what its department hands over is received by its secretariat, which then asks back."""

from __future__ import annotations

from pathlib import Path

import pytest

from dxdesk.cli.sample_practice import DEPARTMENT, SHARE, answer_practice, make_practice
from dxdesk.desk import Desk
from dxdesk.domain.permissions import Actor
from dxdesk.operations import secretariats_files as files
from dxdesk.operations.exchange_folder import TAKEN, put_away
from dxdesk.operations.giving_replies import give_reply_to_folder
from dxdesk.operations.replies import find_place, record_draft, submit
from dxdesk.store import database as store
from dxdesk.store import making
from dxdesk.store.database import open_database
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import finding, hand_overs, packages, replies
from dxdesk.store.queries import plans as on_file
from dxdesk.store.verification import verify
from tests.post import asked_codes
from tests.ui.entry.towns import town_plan

NOW = "2025-01-22T10:00:00+09:00"


@pytest.fixture(autouse=True)
def anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test's folder may lie wherever the machine keeps temporary files."""
    for function in (store.open_database, store.create_database, making.check_place):
        defaults = function.__kwdefaults__
        assert defaults is not None
        monkeypatch.setitem(defaults, "location", lambda _path: None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "practice"
    make_practice(found, town_plan("kaminokawa"))
    return found


def names(share: Path) -> list[str]:
    """What kinds of files lie in the exchange folder."""
    return sorted(each.stem.rpartition("_")[2] for each in share.iterdir() if each.is_file())


def take(desk: Desk, share: Path) -> list[str]:
    """What the department takes in of what lies there, as its window does; the kinds."""
    found, _ = files.lying(share, desk.ask(files.addressee, desk.database_id), ())
    for each in found:
        assert each.package is not None
        desk.do(files.take_from_secretariat, each.package, each.path.name)
        put_away(each.path, each.changed)
    return [each.kind for each in found]


def test_what_is_handed_over_is_received_asked_about_once_and_received_again(folder: Path) -> None:
    share = folder / SHARE
    with open_database(folder / DEPARTMENT) as opened:
        desk = Desk(opened, Actor("liaison"), lambda: NOW)
        (own,) = desk.ask(packages.answering)
        desk.actor = Actor("liaison", (own,), "見本　花子")
        cycle = desk.ask(finding.cycle)

        def state() -> str:
            standing = desk.ask(hand_overs.standing, cycle.id, own)
            assert standing is not None
            assert standing.given is not None
            return standing.given.state

        answer_practice(folder, NOW)
        assert names(share) == []
        desk.do(give_reply_to_folder, cycle, own, share)
        assert (names(share), state()) == (["回答"], "handed_over")
        answer_practice(folder, NOW)
        assert (names(share), take(desk, share), state()) == (["受領票"], ["receipt"], "received")
        answer_practice(folder, NOW)
        assert (names(share), take(desk, share)) == (["差戻し"], ["return"])
        returned = [
            code
            for code in asked_codes(desk)
            if desk.ask(replies.slot, cycle.id, desk.ask(on_file.plan).unit(code).id, own).state == "returned"
        ]
        assert len(returned) == 1

        def mend(code: str) -> None:
            desk.do(
                lambda change: record_draft(change, find_place(change, cycle, code, own), {"results": "1月末で12件。"})
            )
            desk.do(lambda change: submit(change, find_place(change, cycle, code, own)))

        mend(returned[0])
        desk.do(give_reply_to_folder, cycle, own, share)
        answer_practice(folder, NOW)
        assert (names(share), take(desk, share), state()) == (["受領票"], ["receipt"], "received")
        answer_practice(folder, NOW)
        assert names(share) == []
        assert len(list((share / TAKEN).iterdir())) == 5
        assert verify(opened).ok


def test_a_file_that_is_none_of_the_sample_stays_where_it_lies(folder: Path) -> None:
    strange = folder / SHARE / "手紙_回答.dxd"
    strange.write_text("これは手紙です。", encoding="utf-8")
    answer_practice(folder, NOW)
    assert strange.exists()
    assert names(folder / SHARE) == ["回答"]


def test_a_folder_that_is_gone_is_out_of_reach(folder: Path) -> None:
    (folder / SHARE).rename(folder / "away")
    with pytest.raises(StoreUnavailable):
        answer_practice(folder, NOW)
