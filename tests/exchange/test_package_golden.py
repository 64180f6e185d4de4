"""Packages as they were first made: format 1 reads them for ever, and the same words make the same package.

Where one of these has to change, it is not format 1 any more.
"""

from __future__ import annotations

import pytest

from dxdesk.domain.packages import PackageKind
from dxdesk.domain.replies import Answer
from dxdesk.exchange.package import needs_passphrase, read_outer
from tests.exchange.package_samples import (
    GOLDEN,
    KINDS,
    PASSPHRASE,
    REPLY,
    SENDER,
    body,
    digest_of,
    opened,
    records,
    revision,
    stamp,
    written,
)

IDS: dict[PackageKind, str] = {
    "inquiry": "7a8599c5573d5c6c223f994e1553037fcbbe2452e151ec34b25cb1403a4e649e",
    "reply": "091379c975c1fcfce19dbd1faa9d1a5122a5fdf08ac666919c4ce652da0c317e",
    "return": "3f4b6cb0a8b2d27fa0f4e3243a5dd7536c82fea8dd4b4278c6780342d8712515",
    "correction": "2570ed063d2b0b23a05cb49ed4b288b8310e32d1f641e15d1cbce7437071c7dd",
    "receipt": "a5f5537c44bed60256cd6820010e867c0ce66b6c2f5ac0e4ee051edc44c746a5",
    "plan": "515cf0992e1fd0c770f69a758411c7242913dcbab8a41ec0ac09d24a6d006220",
    "view": "18fc6644a2473b977c2959f7f78de22b549a52e0ec483a170ae45214a2b5e465",
}
HEADS: dict[PackageKind, str] = {
    "inquiry": "照会",
    "reply": "回答",
    "return": "差戻し",
    "correction": "席上修正",
    "receipt": "受領票",
    "plan": "計画",
    "view": "閲覧",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_package_of_format_1_is_read_as_it_was_meant(kind: PackageKind) -> None:
    package = opened((GOLDEN / f"{kind}.dxd").read_bytes())
    assert package.id == IDS[kind]
    assert package.key == (REPLY if kind == "reply" else SENDER).public
    assert package.stamp == stamp(kind)
    assert package.stamp.head.kind == HEADS[kind]
    assert package.body == body(kind)


def test_a_locked_inquiry_of_format_1_is_opened() -> None:
    file = (GOLDEN / "inquiry_locked.dxd").read_bytes()
    assert needs_passphrase(read_outer(file))
    assert opened(file, passphrase=PASSPHRASE).id == IDS["inquiry"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_words_make_the_same_package(kind: PackageKind) -> None:
    assert written(kind)[1].id == IDS[kind]


@pytest.mark.parametrize("kind", ["return", "correction", "receipt", "plan", "inquiry", "view"])
def test_what_is_not_sealed_is_written_byte_for_byte(kind: PackageKind) -> None:
    assert written(kind)[0].splitlines() == (GOLDEN / f"{kind}.dxd").read_bytes().splitlines()


def test_records_keep_the_ids_they_had() -> None:
    said = records()
    assert [each.id[:16] for each in said.revisions] == ["c8458c367d4af3ae", "1676dbdc434717a5", "36a0946d648167fc"]
    assert [each.id[:16] for each in said.reviews] == [
        "475436599f247a47",
        "da1e2b17ec8ff38d",
        "dcf64aca2d914004",
        "fd753c9e482d8fb1",
    ]
    assert digest_of("回答")[:16] == "f3f512648742020f"


def test_an_answer_has_the_fields_it_had() -> None:
    answer = revision().answer or Answer()
    assert " ".join(answer.record()) == (
        "status stage results issues next discuss ask done_lines indicators reason_codes reason measures forecast "
        "direction budget effects requests paper_names public private_memo to_secretariat written_by confirmed_by "
        "answered_for"
    )
