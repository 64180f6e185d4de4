"""Packages: what is written is read, whatever the post does to it, by those it is for and in no other form."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from dxdesk.domain.packages import NOT_SAID, PackageKind
from dxdesk.domain.replies import Answer
from dxdesk.exchange.package import needs_passphrase, payload_of, read_outer, write_package
from dxdesk.exchange.package_text import bound, write_text
from dxdesk.exchange.sealing import seal
from dxdesk.wording.sentences import problem_words
from tests.builders import problem
from tests.exchange.package_samples import (
    FEW,
    KINDS,
    OPENING,
    OTHER_OPENING,
    PASSPHRASE,
    REPLY,
    SENDER,
    STRANGER,
    body,
    head,
    inquiry,
    lines,
    opened,
    records,
    revision,
    stamp,
    texts,
    written,
)

# --- what is written is read -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_is_read(kind: PackageKind) -> None:
    file, package = written(kind)
    assert opened(file) == package
    assert package.key == (REPLY if kind == "reply" else SENDER).public
    assert package.body == body(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_head_can_be_read_without_any_key(kind: PackageKind) -> None:
    file, package = written(kind)
    lines = file.decode("utf-8").split("\r\n")
    assert lines[:4] == ["dxdesk-package 1", "町: 見本町", "計画: 見本町DX計画 (版 1)", "回: 令和6年度 第2回"]
    assert lines[8] == f"番号: {package.stamp.number}  通番: 4"
    assert lines[9] == ""
    assert lines[11:] == [""]
    assert read_outer(file).head == package.stamp.head


def test_a_reply_shows_nothing_but_its_head() -> None:
    file, _ = written("reply")
    other, _ = written("return")
    assert "窓口を6回開いた" not in file.decode("utf-8")
    assert "窓口を6回開いた".encode() not in read_outer(file).content
    assert b'"signature"' not in read_outer(file).content
    assert b'"signature"' in read_outer(other).content


def test_the_same_package_sealed_twice_is_the_same_package() -> None:
    first, second = written("reply"), written("reply")
    assert first[0] != second[0]
    assert first[1].id == second[1].id == opened(second[0]).id


@FEW
@given(texts, texts, texts, lines)
def test_hostile_texts_travel_as_they_are(results: str, issues: str, question: str, name: str) -> None:
    answer = replace(revision().answer or Answer(), results=results, issues=issues)
    first = revision(answer=answer)
    said = records(first) if first.id != revision().id else records()
    said = replace(said, follow_ups=(replace(said.follow_ups[0], outcome=question, name=name),))
    for kind in ("reply", "return"):
        file, package = written(kind, said)
        assert opened(file).body == said == package.body


@FEW
@given(lines, lines, lines, lines)
def test_a_head_may_hold_any_name(town: str, plan: str, cycle: str, department: str) -> None:
    said = head("reply", town=town, plan=plan, cycle=cycle, department=department)
    file, package = written("reply", head=said)
    assert opened(file) == package


@pytest.mark.parametrize("name", ["第2回  通番: 9", "町: 別の町", "二行\nの名前", "dxdesk-package 2", "　", "計画:"])
def test_a_name_that_looks_like_a_line_of_the_head_stays_a_name(name: str) -> None:
    for field in ("town", "plan", "cycle", "department", "count"):
        file, package = written("reply", head=head("reply", **{field: name}))
        assert opened(file) == package


def test_names_can_be_left_out_of_the_head() -> None:
    said = head("reply", town=NOT_SAID, plan=NOT_SAID, cycle=NOT_SAID, department=NOT_SAID)
    file, package = written("reply", head=said)
    assert "見本町" not in file.decode("utf-8")
    assert opened(file) == package


def test_an_inquiry_carries_what_was_measured_before() -> None:
    file, package = written("inquiry")
    read = opened(file).body
    assert read == package.body == inquiry()
    assert inquiry().cycles[0].answers[0].answer.indicators


# --- who may read and who wrote ----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["inquiry", "return", "receipt", "plan", "view"])
def test_a_locked_package_opens_with_its_passphrase_only(kind: PackageKind) -> None:
    file, package = written(kind, passphrase=PASSPHRASE)
    assert needs_passphrase(read_outer(file))
    assert opened(file, passphrase=PASSPHRASE) == package
    assert problem(opened, file).code == "package.passphrase_needed"
    assert problem(opened, file, passphrase="さくら 2024").code == "package.passphrase"


@pytest.mark.parametrize("typed", ["さくら　２０２５", " さくら 2025 ", "さくら 2025\n"])
def test_a_passphrase_counts_in_full_and_half_width_alike(typed: str) -> None:
    file, package = written("inquiry", passphrase=PASSPHRASE)
    assert opened(file, passphrase=typed) == package


@pytest.mark.parametrize("passphrase", ["", " ", "\ud800", "あ" * 10_000, "\0", "x\u202ey"])
def test_any_passphrase_locks_and_opens(passphrase: str) -> None:
    file, package = written("receipt", passphrase=passphrase)
    assert opened(file, passphrase=passphrase) == package
    assert problem(opened, file, passphrase=passphrase + "x").code == "package.passphrase"


def test_a_package_without_a_passphrase_needs_none() -> None:
    assert not any(needs_passphrase(read_outer(written(kind)[0])) for kind in KINDS)


def test_a_reply_sealed_to_somebody_else_stays_shut() -> None:
    file, _ = written("reply")
    refusal = problem(opened, file, key=OTHER_OPENING.private)
    assert refusal.code == "package.seal"
    assert "別の相手に封をした" in problem_words(refusal)
    assert problem(payload_of, read_outer(file)).code == "package.sealed"


def test_a_reply_needs_a_seal_and_nothing_else_has_one() -> None:
    with pytest.raises(ValueError, match="reply"):
        write_package(stamp("reply"), records(), REPLY.private)
    with pytest.raises(ValueError, match="return"):
        write_package(stamp("return"), records(), SENDER.private, seal_to=OPENING.public)


def test_whose_key_signed_is_told() -> None:
    file, _ = write_package(stamp("return"), records(), STRANGER.private)
    assert opened(file).key == STRANGER.public


def test_a_key_that_did_not_sign_is_refused() -> None:
    text = read_outer(written("return")[0]).content.decode("utf-8")
    other = text.replace(SENDER.public, STRANGER.public)
    assert other != text
    assert problem(opened, write_text(head("return"), other.encode("utf-8"))).code == "package.changed"


def test_an_inquiry_that_names_other_keys_than_it_was_signed_with_is_refused() -> None:
    file, _ = write_package(stamp("inquiry"), inquiry(), STRANGER.private)
    assert [each.place for each in problem(opened, file).problems] == ["鍵"]


def test_a_seal_holds_under_its_own_head_only() -> None:
    file, _ = written("reply")
    text = file.decode("utf-8")
    for before, after in (("町民生活課", "政策企画課"), ("件数: 2", "件数: 3"), ("通番: 4", "通番: 5")):
        assert problem(opened, text.replace(before, after).encode("utf-8")).code == "package.seal"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("見本町\r", "別の町\r"),
        ("件数: 2", "件数: 3"),
        ("通番: 4", "通番: 5"),
        ("T10:12", "T10:13"),
        ("町民生活課", "―"),
    ],
)
def test_a_head_that_was_edited_is_refused(before: str, after: str) -> None:
    file, _ = written("return")
    changed = file.decode("utf-8").replace(before, after, 1)
    assert changed.encode("utf-8") != file
    refusal = problem(opened, changed.encode("utf-8"))
    assert [each.code for each in refusal.problems] == ["package.head_differs"]
    locked, _ = written("return", passphrase=PASSPHRASE)
    edited = locked.decode("utf-8").replace(before, after, 1).encode("utf-8")
    assert problem(opened, edited, passphrase=PASSPHRASE).code == "package.passphrase"


def test_a_reply_cannot_be_passed_off_as_something_unsealed() -> None:
    content = read_outer(written("return")[0]).content
    sealed = seal(content, OPENING.public, bound(head("reply")))
    refusal = problem(opened, write_text(head("reply"), sealed))
    assert [each.code for each in refusal.problems] == ["package.head_differs"]
    assert problem(opened, write_text(head("receipt"), content)).problems[0].code == "package.head_differs"
