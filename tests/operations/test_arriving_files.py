"""Files as they arrive: what each of them is, and which still wait to be taken in."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.replies import Answer
from dxdesk.domain.schedules import Question
from dxdesk.exchange.reply_form import form_workbook
from dxdesk.operations import reply_forms
from dxdesk.operations.arrivals import opened
from dxdesk.operations.arriving_files import (
    examine_file,
    look_at_held,
    look_in,
    open_file,
    still_waiting,
    what_it_is,
)
from dxdesk.operations.exchange_folder import put_form
from dxdesk.operations.taking_in_files import cancel_with_receipt, take_in_with_receipt
from dxdesk.store.queries import packages, plans
from dxdesk.store.queries.taken_in import answers_of, cancellable
from dxdesk.wording.screen import STATUS_QUESTIONS
from tests.builders import MOMENT, ZEIMU, acting, answer, dump, uid
from tests.post import Post, hand_over, say


@pytest.fixture
def reply(post: Post, cycle: Cycle, tmp_path: Path) -> Path:
    """税務課's answer to two of its items, in a folder of its own."""
    tax = post.liaison(post.inquiries(cycle, ZEIMU)[ZEIMU])
    for code in ("重点-1", "重点-2"):
        say(tax, code, "進めた。")
    made = hand_over(tax)
    folder = tmp_path / "共有"
    folder.mkdir()
    path = folder / made.name
    path.write_bytes(made.content)
    return path


def zipped(name: str) -> bytes:
    """A zip with one file in it."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as file:
        file.writestr(name, "中身")
    return whole.getvalue()


def form(desk: Desk, cycle: Cycle, *, filled: bool) -> bytes:
    """A reply form of 税務課."""
    department = next(each for each in desk.ask(plans.departments) if each.name == ZEIMU)
    made = desk.ask(reply_forms.make_form, cycle, department, MOMENT, cast("dict[Question, str]", STATUS_QUESTIONS))
    said = Answer(status="ok", results="窓口で聞いた。")
    rows = [replace(row, current=said) if filled else row for row in made.rows]
    return form_workbook(replace(made, rows=tuple(rows)))


def test_a_zip_is_called_one_and_not_taken_for_a_spreadsheet() -> None:
    with pytest.raises(Problem) as caught:
        opened("回答.zip", zipped("回答.dxd"))
    assert caught.value.code == "package.archive"


def test_a_document_of_an_office_program_is_read_as_a_form() -> None:
    with pytest.raises(Problem) as caught:
        opened("回答票.xlsx", zipped("[Content_Types].xml"))
    assert caught.value.code.startswith("reply_form.")


def test_a_file_cut_short_still_says_whose_it_is(reply: Path) -> None:
    reply.write_bytes(reply.read_bytes()[:-401])
    file = open_file(reply)
    assert file.problem is not None
    assert (file.problem.code, file.department, file.made) == ("package.cut", ZEIMU, MOMENT)


def test_a_file_that_has_gone_is_told(tmp_path: Path) -> None:
    problem = open_file(tmp_path / "ない.dxd").problem
    assert problem is not None
    assert problem.code == "arrival.unreadable"


def test_every_file_says_what_it_is_by_its_beginning(post: Post, cycle: Cycle, reply: Path, tmp_path: Path) -> None:
    inquiry = post.inquiries(cycle, ZEIMU)[ZEIMU]
    kinds = {"照会.dxd": inquiry.content, "町.db": b"SQLite format 3\x00", "回答票.xlsx": b"PK", "めも.txt": b"memo"}
    for name, content in kinds.items():
        (tmp_path / name).write_bytes(content)
    found = [what_it_is(tmp_path / name) for name in kinds]
    assert [*found, what_it_is(reply), what_it_is(tmp_path / "ない")] == [
        "sent", "database", "form", "other", "reply", "other",
    ]  # fmt: skip


def test_what_a_mail_program_indented_or_a_name_hides_is_still_known(reply: Path, tmp_path: Path) -> None:
    """Line ends, indents and names are other people's affair; a package that says nothing is opened to tell why."""
    lines = reply.read_bytes().splitlines()
    for ends in (b"\r", b"\n\t", b"\r\n  "):
        (tmp_path / "手紙.txt").write_bytes(b"  " + ends.join(lines))
        assert what_it_is(tmp_path / "手紙.txt") == "reply"
        assert open_file(tmp_path / "手紙.txt").department == ZEIMU
    (tmp_path / "別の文字.dxd").write_bytes(reply.read_bytes().decode().encode("cp932"))
    assert what_it_is(tmp_path / "別の文字.dxd") == "spoilt"


def test_what_was_taken_in_waits_no_longer_until_that_is_taken_back(post: Post, reply: Path) -> None:
    desk = post.desk
    lying = look_in(reply.parent, {})
    assert desk.ask(still_waiting, lying) == lying
    seen = desk.ask(examine_file, open_file(reply), desk.moment())
    assert seen.arrival is not None
    desk.do(take_in_with_receipt, seen.arrival, reply.name)
    assert desk.ask(still_waiting, lying) == ()
    desk.do(cancel_with_receipt, seen.arrival.id)
    assert desk.ask(still_waiting, lying) == lying


def test_a_file_that_stays_as_it_was_is_not_read_again(reply: Path) -> None:
    (first,) = look_in(reply.parent, {})
    kept = replace(first, id="前に読んだもの")
    assert look_in(reply.parent, {reply: kept}) == (kept,)
    reply.write_bytes(b"dxdesk-package 1\r\n")
    (changed,) = look_in(reply.parent, {reply: kept})
    assert changed.id == ""


def test_a_form_that_says_only_what_was_answered_before_it_was_made_waits_for_nobody(
    post: Post, cycle: Cycle, tmp_path: Path
) -> None:
    answer(post.desk, cycle, "重点-1", ZEIMU)
    path = tmp_path / "回答票.xlsx"
    path.write_bytes(form(post.desk, cycle, filled=False))
    assert post.desk.ask(still_waiting, look_in(tmp_path, {})) == ()
    assert post.desk.ask(examine_file, open_file(path), MOMENT).untouched
    path.write_bytes(form(post.desk, cycle, filled=True))
    assert len(post.desk.ask(still_waiting, look_in(tmp_path, {}))) == 1


def test_a_new_form_takes_the_place_of_a_blank_one_and_never_of_one_that_was_written_into(
    post: Post, cycle: Cycle, tmp_path: Path
) -> None:
    blank, filled = (form(post.desk, cycle, filled=each) for each in (False, True))
    path = tmp_path / "回答票.xlsx"
    path.write_bytes(blank)
    assert put_form(tmp_path, path.name, blank) == path
    path.write_bytes(filled)
    assert put_form(tmp_path, path.name, blank).name == "回答票 (2).xlsx"
    path.write_bytes(b"PK")
    assert put_form(tmp_path, path.name, blank).name == "回答票 (3).xlsx"
    assert path.read_bytes() == b"PK"


def test_a_form_waits_once_somebody_has_written_into_it(post: Post, cycle: Cycle, tmp_path: Path) -> None:
    folder = tmp_path / "共有"
    folder.mkdir()
    (folder / "白紙.xlsx").write_bytes(form(post.desk, cycle, filled=False))
    (folder / "回答.xlsx").write_bytes(form(post.desk, cycle, filled=True))
    waiting = post.desk.ask(still_waiting, look_in(folder, {}))
    assert [each.path.name for each in waiting] == ["回答.xlsx"]


def test_a_package_gets_its_receipt_and_a_form_none(post: Post, cycle: Cycle, reply: Path, tmp_path: Path) -> None:
    desk = post.desk
    path = tmp_path / "回答.xlsx"
    path.write_bytes(form(desk, cycle, filled=True))
    names = []
    for file in (reply, path):
        seen = desk.ask(examine_file, open_file(file), desk.moment())
        assert seen.arrival is not None
        _taken, receipt = desk.do(take_in_with_receipt, seen.arrival, file.name)
        names.append(receipt.name if receipt else None)
    assert names == [f"第1回_{ZEIMU}_受領票.dxd", None]


def test_a_taking_in_can_be_taken_back_once_and_says_how_many_answers_it_was(post: Post, reply: Path) -> None:
    desk = post.desk
    seen = desk.ask(examine_file, open_file(reply), desk.moment())
    assert seen.arrival is not None
    desk.do(take_in_with_receipt, seen.arrival, reply.name)
    assert list(desk.ask(cancellable, 1).values()) == [seen.arrival.id]
    assert desk.ask(answers_of, seen.arrival.id) == 2
    answers, receipt = desk.do(cancel_with_receipt, seen.arrival.id)
    assert answers == 2
    assert receipt is not None
    assert receipt.name == f"第1回_{ZEIMU}_受領票.dxd"
    assert desk.ask(cancellable, 1) == {}


def test_what_is_held_is_offered_without_its_file(post: Post, cycle: Cycle, reply: Path) -> None:
    desk = post.desk
    seen = desk.ask(examine_file, open_file(reply), desk.moment())
    assert seen.arrival is not None
    unit = desk.ask(plans.plan).unit("重点-1").id
    desk.do(take_in_with_receipt, seen.arrival, reply.name, [(unit, uid(ZEIMU))])
    reply.unlink()
    (held,) = desk.ask(look_at_held, desk.moment())
    assert [(row.kind, row.department) for row in held.rows] == [("new", uid(ZEIMU))]
    assert held.arrival is not None
    taken, _receipt = desk.do(take_in_with_receipt, held.arrival, held.file)
    assert taken.result == "taken"
    assert desk.ask(packages.held, cycle.id) == ()


def test_whoever_only_looks_takes_nothing_in_and_nothing_back(post: Post, reply: Path) -> None:
    desk = post.desk
    seen = desk.ask(examine_file, open_file(reply), desk.moment())
    assert seen.arrival is not None
    desk.do(take_in_with_receipt, seen.arrival, reply.name)
    before, desk.actor = dump(desk), acting("reader")
    for attempt in (
        lambda change: take_in_with_receipt(change, seen.arrival, reply.name),
        lambda change: cancel_with_receipt(change, seen.arrival.id),
    ):
        with pytest.raises(Problem) as caught:
            desk.do(attempt)
        assert caught.value.kind == "rule"
    assert dump(desk) == before
