"""Files of the secretariat at a department: what each is, which lie in the folder for it, and what they bring."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.operations import departments, handing_over, inquiring, reviews
from dxdesk.operations.change import Change
from dxdesk.operations.delivering import deliver
from dxdesk.operations.receiving import read_from_secretariat
from dxdesk.operations.replies import find_place
from dxdesk.operations.secretariats_files import addressee, look_at, lying, take_from_secretariat
from dxdesk.operations.sender_keys import ready_keys
from dxdesk.operations.sending import PackageFile
from dxdesk.store.belonging import Belonging, belonging, liaison_database
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import plans, replies
from dxdesk.wording.sentences import problem_words
from tests.bad_files import write_bad_files
from tests.builders import FUKUSHI, ZEIMU, answer, at, attempt, dump, uid
from tests.post import Post, hand_over, newest, say


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "共有"
    found.mkdir()
    return found


def put(folder: Path, made: PackageFile) -> Path:
    path = folder / made.name
    path.write_bytes(made.content)
    return path


def returned(post: Post, cycle: Cycle, tax: Desk) -> PackageFile:
    say(tax, "重点-1", "進めた。")
    post.take_in(tax.do(handing_over.hand_over, newest(tax), ZEIMU))
    post.desk.do(
        lambda change: reviews.return_reply(change, find_place(change, cycle, "重点-1", ZEIMU), ["results"], "件数は。")
    )
    return post.returned(cycle, ZEIMU)


def names(folder: Path, desk: Desk, passed: tuple[tuple[str, int], ...] = ()) -> list[str]:
    database = desk.ask(plans.identity).database_id
    return [each.path.name for each in lying(folder, desk.ask(addressee, database), passed)[0]]


def test_a_locked_file_says_so_and_opens_with_its_passphrase(post: Post, cycle: Cycle, folder: Path) -> None:
    (made,) = post.desk.do(inquiring.inquire, cycle, (ZEIMU,), passphrase="さくら")
    path = put(folder, made)
    assert (look_at(path).locked, look_at(path).package) == (True, None)
    with pytest.raises(Problem) as problem:
        look_at(path, "ちがう")
    assert problem.value.code == "package.passphrase"
    assert look_at(path, "さくら").package is not None


def test_a_reply_is_not_opened(tax: Desk, folder: Path) -> None:
    say(tax, "重点-1", "進めた。")
    path = put(folder, tax.do(handing_over.hand_over, newest(tax), ZEIMU))
    assert (look_at(path).kind, look_at(path).package) == ("reply", None)


def test_only_what_is_for_this_database_and_new_lies_there(post: Post, cycle: Cycle, tax: Desk, folder: Path) -> None:
    made = returned(post, cycle, tax)
    put(folder, made)
    put(folder, post.inquiries(cycle, FUKUSHI)[FUKUSHI])
    put(folder, tax.do(handing_over.hand_over, newest(tax), ZEIMU))
    (folder / "写真.dxd").write_bytes(b"\x89PNG")
    assert names(folder, tax) == [made.name]
    opened = look_at(folder / made.name).package
    assert opened is not None
    tax.do(take_from_secretariat, opened, made.name)
    assert names(folder, tax) == []


def test_a_receipt_waits_for_the_computer_that_handed_over(post: Post, cycle: Cycle, tax: Desk, folder: Path) -> None:
    other = post.liaison(post.inquiries(cycle, ZEIMU)[ZEIMU], name="鈴木")
    say(tax, "重点-1", "進めた。")
    made = tax.do(handing_over.hand_over, newest(tax), ZEIMU)
    receipt = post.receipt(made, post.take_in(made))
    put(folder, receipt)
    assert (names(folder, tax), names(folder, other)) == ([receipt.name], [])


def test_what_goes_to_the_department_that_took_over_is_for_the_computer_of_the_one_before(
    post: Post, cycle: Cycle, tax: Desk, folder: Path
) -> None:
    """And the other way round: what is told of the slot of the one before is for whoever took over."""
    returned(post, cycle, tax)
    post.desk.do(departments.add_department, "収納課")
    post.desk.do(departments.close_department, ZEIMU, on=date(2025, 1, 31), successor="収納課")
    heir = post.liaison(post.inquiries(cycle, "収納課")["収納課"])
    for name in ("収納課", ZEIMU):
        made = post.returned(cycle, name)
        put(folder, made)
        assert names(folder, tax) == names(folder, heir) == [made.name]
        (folder / made.name).unlink()


def test_what_was_looked_at_is_not_looked_at_again_until_it_changes(
    post: Post, cycle: Cycle, tax: Desk, folder: Path
) -> None:
    path = put(folder, returned(post, cycle, tax))
    mark = (path.name, path.stat().st_mtime_ns)
    assert names(folder, tax, (mark,)) == []
    assert names(folder, tax, ((path.name, 0),)) == [path.name]


def test_a_folder_out_of_reach_is_trouble_of_the_place(tax: Desk, folder: Path) -> None:
    with pytest.raises(StoreUnavailable):
        names(folder / "away", tax)


def test_what_was_handed_in_here_and_comes_back_is_open_again(post: Post, cycle: Cycle, tax: Desk) -> None:
    made = returned(post, cycle, tax)
    say(tax, "重点-1", "書き直した。")
    package = read_from_secretariat(made.content)
    taken = tax.do(take_from_secretariat, package, made.name)
    unit = tax.ask(plans.plan).unit("重点-1").id
    assert taken.units == (unit,)
    draft = tax.ask(replies.draft, cycle.id, unit, uid(ZEIMU))
    assert draft is not None
    assert (draft.submitted, draft.answer.results) == (False, "書き直した。")
    say(tax, "重点-1", "もう一度書いた。")
    tax.do(take_from_secretariat, package, made.name)  # the same file again leaves it handed in
    draft = tax.ask(replies.draft, cycle.id, unit, uid(ZEIMU))
    assert draft is not None
    assert draft.submitted


def test_a_pc_finds_the_database_of_a_secretariat_by_what_is_in_it(post: Post, tax: Desk, tmp_path: Path) -> None:
    identity = post.desk.ask(plans.identity).database_id
    own = Path(tax.database.target)
    (tmp_path / "空.db").write_bytes(b"")
    (tmp_path / "文.db").write_text("文", encoding="utf-8")
    assert belonging(own) == Belonging(identity, "liaison")
    assert belonging(tmp_path / "空.db") is None
    assert belonging(tmp_path / "文.db") is None
    assert liaison_database(own.parent, identity, looks=False) == own
    assert liaison_database(own.parent, identity, looks=True) is None
    assert liaison_database(own.parent, "another", looks=False) is None


def test_what_the_secretariat_put_right_says_so_once_and_leads_to_it(post: Post, cycle: Cycle, tax: Desk) -> None:
    for code in ("重点-1", "重点-2"):
        say(tax, code, "進めた。")
    post.take_in(hand_over(tax))
    post.desk.do(at, cycle, "重点-1", ZEIMU, reviews.accept_reply)
    post.desk.do(reviews.correct, cycle, "重点-1", "results", "会議で直した。")
    unit = tax.ask(plans.plan).unit
    first = tax.do(take_from_secretariat, correction(post, cycle).package, "席上修正.dxd")
    assert (first.units, set(first.kinds)) == ((unit("重点-1").id,), {"correct"})
    answer(post.desk, cycle, "重点-2", ZEIMU, results="電話で聞いた。")
    made = correction(post, cycle)
    for _ in range(2):  # the same file again leads there too
        second = tax.do(take_from_secretariat, made.package, "席上修正.dxd")
    assert (unit("重点-2").id in second.units, "answer" in second.kinds) == (True, True)


def correction(post: Post, cycle: Cycle) -> PackageFile:
    def make(change: Change) -> PackageFile:
        return deliver(change, cycle, ZEIMU, "correction", ready_keys(change))

    return post.desk.do(make)


def test_whatever_is_the_matter_with_a_file_it_is_told_and_nothing_else_happens(
    post: Post, cycle: Cycle, tax: Desk, tmp_path: Path
) -> None:
    """Double-clicked or lying in the folder: a spoilt answer is still the secretariat's, everything else says why."""
    say(tax, "重点-1", "進めた。")
    files = write_bad_files(tmp_path / "届いたもの", tax, tax.do(handing_over.hand_over, newest(tax), ZEIMU))
    before = dump(tax)
    found = {path.name: attempt(look_at, path) for path in files}
    told = {name: problem_words(each) for name, each in found.items() if isinstance(each, Problem)}
    assert all(words.endswith("。") for words in told.values())
    assert {each.kind for name, each in found.items() if name not in told} == {"reply"}
    assert names(tmp_path / "届いたもの", tax) == []
    assert dump(tax) == before
