"""Whatever bytes arrive, and whatever a signer makes up: a package or a Problem with words, and nothing else.

DXDESK_FUZZ_ROUNDS sets how many files each test tries.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from dxdesk.domain.errors import Problem
from dxdesk.domain.packages import Package, PackageKind
from dxdesk.domain.records import canonical
from dxdesk.exchange.package_text import write_text
from dxdesk.wording.sentences import problem_words
from tests.builders import attempt
from tests.exchange.package_samples import HOSTILE, KINDS, PASSPHRASE, head, opened, record_of, signed, written

ROUNDS = int(os.environ.get("DXDESK_FUZZ_ROUNDS", "40"))
ODD: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 10**14, 10**15, "", " ", "x", "あ\0", "\ud800", "return", [], [None], [[]], {},
    {"": 0}, {"format": 1}, ["a" * 64], "9999-12-31", "9999-12-31T23:59:59+14:00", "A" * 5_000, *HOSTILE[:6],
)  # fmt: skip


def told(file: bytes) -> Package | Problem:
    """What a reader makes of a file; every refusal can be said."""
    found = attempt(opened, file, passphrase=PASSPHRASE)
    if isinstance(found, Problem):
        assert problem_words(found)
        assert all(problem_words(each) for each in found.problems)
    else:
        assert isinstance(found, Package)
    return found  # type: ignore[no-any-return]


def one_byte(chance: random.Random, file: bytearray) -> None:
    file[chance.randrange(len(file))] = chance.randrange(256)


def one_bit(chance: random.Random, file: bytearray) -> None:
    file[chance.randrange(len(file))] ^= 1 << chance.randrange(8)


def cut_out(chance: random.Random, file: bytearray) -> None:
    start = chance.randrange(len(file))
    del file[start : start + chance.randrange(1, 200)]


def put_in(chance: random.Random, file: bytearray) -> None:
    start = chance.randrange(len(file))
    file[start:start] = chance.randbytes(chance.randrange(1, 30))


def doubled(chance: random.Random, file: bytearray) -> None:
    start = chance.randrange(len(file))
    file[start:start] = file[start : start + chance.randrange(1, 400)]


CHANGES: tuple[Callable[[random.Random, bytearray], None], ...] = (one_byte, one_bit, cut_out, put_in, doubled)


@pytest.mark.parametrize("change", CHANGES, ids=lambda each: str(each.__name__))
@pytest.mark.parametrize("kind", ["reply", "return", "receipt", "inquiry"])
def test_a_changed_file_is_the_same_package_or_none(kind: PackageKind, change: Callable[..., None]) -> None:
    chance = random.Random(f"{kind} {change.__name__}")
    whole, package = written(kind)
    for _ in range(ROUNDS):
        file = bytearray(whole)
        change(chance, file)
        found = told(bytes(file))
        assert isinstance(found, Problem) or found == package


@pytest.mark.parametrize("kind", ["reply", "return"])
def test_noise_after_a_true_head_is_no_package(kind: PackageKind) -> None:
    chance = random.Random(kind)
    for length in range(ROUNDS):
        assert isinstance(told(write_text(head(kind), chance.randbytes(length * 7))), Problem)
        assert isinstance(told(signed(kind, chance.randbytes(length * 7))), Problem)


def places(value: Any, above: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a record."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [above] * bool(above) + [place for key, each in inner for place in places(each, (*above, key))]


def spoil(chance: random.Random, record: dict[str, Any]) -> None:
    """Changes, takes away, adds or moves something somewhere, as only a signer could."""
    *way, last = chance.choice(places(record))
    inner: Any = record
    for step in way:
        inner = inner[step]
    turn = chance.randrange(5)
    if turn == 0:
        del inner[last]
    elif turn == 1 and isinstance(inner, dict):
        inner[chance.choice(("more", "format", "本文", "\ud800"))] = deepcopy(chance.choice(ODD))
    elif turn == 2 and isinstance(inner, list):
        inner.extend([inner[last]] * chance.randrange(1, 80))
    elif turn == 3:
        far: Any = record
        for step in chance.choice(places(record)):
            far = far[step]
        inner[last] = far if far is not inner and not isinstance(far, dict | list) else deepcopy(chance.choice(ODD))
    else:
        inner[last] = deepcopy(chance.choice(ODD))


@pytest.mark.parametrize("kind", KINDS)
def test_a_made_up_package_is_right_or_refused(kind: PackageKind) -> None:
    chance = random.Random(kind)
    refused = 0
    for _ in range(ROUNDS):
        record = record_of(kind)
        for _ in range(chance.choice((1, 1, 1, 2, 5))):
            spoil(chance, record)
        content = canonical(record).encode("utf-8", "surrogatepass")
        found = told(signed(kind, content))
        refused += isinstance(found, Problem)
        assert isinstance(found, Problem) or found.body == told(signed(kind, content)).body  # type: ignore[union-attr]
    assert refused > ROUNDS // 3


@pytest.mark.parametrize("kind", ["return", "inquiry"])
def test_a_package_with_slips_of_writing_is_refused(kind: PackageKind) -> None:
    chance = random.Random(kind)
    text = canonical(record_of(kind))
    for _ in range(ROUNDS):
        changed = bytearray(text.encode("utf-8"))
        chance.choice(CHANGES)(chance, changed)
        found = told(signed(kind, bytes(changed)))
        assert isinstance(found, Problem) or canonical(record_of(kind)).encode("utf-8") != bytes(changed)
