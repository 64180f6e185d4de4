"""Packages: signed, sealed where only the secretariat may read them, checked whole before anything is believed.

The bytes signed are the bytes read. What the head says stands in what is signed, too, and must be the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final, cast

from dxdesk.domain.errors import Problem
from dxdesk.domain.packages import BODIES, FORMAT, Body, Head, Package, Stamp
from dxdesk.domain.plan_checks import MOST_PROBLEMS
from dxdesk.domain.records import canonical
from dxdesk.exchange.package_body import body_record, read_body
from dxdesk.exchange.package_text import Outer, bound, read_text, write_text
from dxdesk.exchange.sealing import (
    Locked,
    NotGenuine,
    check_signature,
    decode,
    encode,
    lock,
    public_of,
    seal,
    sign,
    unlock,
    unseal,
)
from dxdesk.exchange.shape import Shape
from dxdesk.exchange.strict_json import JsonObject, read_json

DEEPEST: Final = 8
_SEALED: Final = "reply"
_PAYLOAD: Final = ("body", "key", "signature")
_LOCKED: Final = ("content", "salt")


def write_package(
    stamp: Stamp, body: Body, private: str, *, seal_to: str | None = None, passphrase: str | None = None
) -> tuple[bytes, Package]:
    """The file of a package signed with a private key, and what a reader of it gets.

    A reply needs ``seal_to``, the secretariat's public opening key; everything else is open, or locked where a
    passphrase is given.
    """
    if (stamp.kind == _SEALED) != (seal_to is not None):
        raise ValueError(stamp.kind)
    record = {**_record_of(stamp), "body": body_record(body)}
    content = canonical(record).encode("utf-8")
    payload = canonical({"body": encode(content), "key": public_of(private), "signature": sign(content, private)})
    inner = payload.encode("utf-8")
    if seal_to is not None:
        inner = seal(inner, seal_to, bound(stamp.head))
    elif passphrase is not None:
        locked = lock(inner, passphrase, bound(stamp.head))
        inner = canonical({"content": locked.content, "salt": locked.salt}).encode("utf-8")
    return write_text(stamp.head, inner), Package(_identity(content), public_of(private), stamp, body)


def read_outer(content: bytes) -> Outer:
    """What a file is before it is opened. Raises Problem."""
    return read_text(content)


def needs_passphrase(outer: Outer) -> bool:
    """Whether a passphrase opens it."""
    if outer.kind == _SEALED:
        return False
    return set(_pairs(outer.content)) == set(_LOCKED)


def payload_of(outer: Outer, *, opening_key: str | None = None, passphrase: str | None = None) -> bytes:
    """What was signed with its signature, opened but not checked yet. Raises Problem: sealed to somebody else, locked,
    or changed on the way."""
    head = bound(outer.head)
    if outer.kind == _SEALED:
        if opening_key is None:
            raise Problem("package.sealed", values={"kind": outer.head.kind})
        try:
            return unseal(outer.content, opening_key, head)
        except NotGenuine:
            raise Problem("package.seal") from None
    if not needs_passphrase(outer):
        return outer.content
    if passphrase is None:
        raise Problem("package.passphrase_needed")
    pairs = _pairs(outer.content)
    try:
        return unlock(Locked(pairs["salt"], pairs["content"]), passphrase, head)
    except NotGenuine:
        raise Problem("package.passphrase") from None


def read_package(head: Head, payload: bytes) -> Package:
    """The package of an opened payload, its signature, its form and its head checked.

    Raises Problem: ``package.changed`` where the signature does not fit, ``package.invalid`` with everything that is
    wrong as ``problems``. Whose key it was is for the caller to judge.
    """
    pairs = _pairs(payload)
    if set(pairs) != set(_PAYLOAD):
        raise Problem("package.changed")
    try:
        content = decode(pairs["body"])
        check_signature(content, pairs["signature"], pairs["key"])
    except (ValueError, NotGenuine):
        raise Problem("package.changed") from None
    stamp, body, problems = _read(content)
    if not problems and stamp.head.folded() != head.folded():
        problems = [Problem("package.head_differs")]
    if not problems and (stamp.number, str(stamp.sequence), stamp.made) != (
        stamp.head.number,
        stamp.head.sequence,
        stamp.head.made,
    ):
        problems = [Problem("package.head_differs")]
    if problems:
        raise Problem("package.invalid", values={"count": len(problems)}, problems=problems[:MOST_PROBLEMS])
    return Package(_identity(content), pairs["key"], stamp, body)


def _read(content: bytes) -> tuple[Stamp, Body, list[Problem]]:
    value = read_json(content, size=len(content), depth=DEEPEST)
    if not isinstance(value, JsonObject):
        raise Problem("package.changed")
    written = dict(value)
    if type(written.get("format")) is int and written["format"] != FORMAT:
        raise Problem("package.newer", values={"format": written["format"], "known": FORMAT})
    shape = Shape(exact=True)
    stamp = cast(Stamp, shape.read(Stamp, JsonObject(pair for pair in value if pair[0] != "body")))
    if "body" not in written or shape.problems:
        missing = [] if "body" in written else [Problem("package.form", "body")]
        return stamp, cast(Body, None), [*map(_told, shape.problems), *missing]
    body, problems = read_body(BODIES[stamp.kind], written["body"], stamp)
    if canonical({**_record_of(stamp), "body": body_record(body)}).encode("utf-8") != content and not problems:
        problems = [Problem("package.form", "body")]
    return stamp, body, [*map(_told, problems)]


def _told(problem: Problem) -> Problem:
    """A problem of form in the words of a package: what it does not know a newer program wrote."""
    if problem.code == "pack.unknown_key":
        return Problem("package.newer_field", problem.place, {"text": problem.place})
    if problem.code.startswith("pack."):
        return Problem("package.form", problem.place)
    return problem


def _record_of(stamp: Stamp) -> dict[str, object]:
    head = {name: getattr(stamp.head, name) for name in Head.__dataclass_fields__}
    return {**{name: getattr(stamp, name) for name in Stamp.__dataclass_fields__}, "head": head}


def _identity(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _pairs(content: bytes) -> Mapping[str, str]:
    """A flat object of texts; anything else is what somebody changed."""
    try:
        found: Any = json.loads(content, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise Problem("package.changed") from None
    if not isinstance(found, dict) or not all(isinstance(each, str) for each in found.values()):
        raise Problem("package.changed")
    return found


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("twice")
    return dict(pairs)
