"""Packages: signed, sealed where only the secretariat may read them, checked whole before anything is believed.

The bytes signed are the bytes read. What the head says stands in what is signed, too, and must be the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final, cast

from dxdesk.domain.errors import Problem
from dxdesk.domain.packages import BODIES, FORMAT, Body, Head, Package, Records, Stamp
from dxdesk.domain.plan_checks import MOST_PROBLEMS
from dxdesk.domain.records import canonical, canonical_object
from dxdesk.exchange.package_body import MOST_REVISIONS, body_text, check_body, read_body
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
from dxdesk.wording.places import place_words

DEEPEST: Final = 9
"""Brackets within each other in what is signed: 8 in the body, and the one around everything."""

_HEAD: Final = "見出し"
_SEALED: Final = "reply"
_PAYLOAD: Final = ("body", "key", "signature")
_LOCKED: Final = ("content", "salt")
_WORDS: Final = {
    "pack.unknown_key": "package.newer_field",
    "text.character": "package.character",
    "text.too_long": "package.long_text",
    "text.too_many_lines": "package.many_lines",
}


def write_package(
    stamp: Stamp, body: Body, private: str, *, seal_to: str | None = None, passphrase: str | None = None
) -> tuple[bytes, Package]:
    """The file of a package signed with a private key, and what a reader of it gets.

    A reply needs ``seal_to``, the secretariat's public opening key; everything else is open, or locked where a
    passphrase is given. Raises Problem where it would get bigger than a package may be.
    """
    if (stamp.kind == _SEALED) != (seal_to is not None):
        raise ValueError(stamp.kind)
    if isinstance(body, Records) and max(len(body.revisions), len(body.reviews)) > MOST_REVISIONS:
        raise Problem("package.too_much_said", values={"limit": MOST_REVISIONS})
    content = _content(stamp, body)
    inner = _exact({"body": encode(content), "key": public_of(private), "signature": sign(content, private)})
    if seal_to is not None:
        inner = seal(inner, seal_to, bound(stamp.head))
    elif passphrase is not None:
        locked = lock(inner, passphrase, bound(stamp.head))
        inner = _exact({"content": locked.content, "salt": locked.salt})
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
    stamp, body, problems = _read(content, pairs["key"])
    if not problems and stamp.head.folded() != head.folded():
        problems = [Problem("package.head_differs", _HEAD)]
    if problems:
        raise Problem("package.invalid", values={"count": len(problems)}, problems=problems[:MOST_PROBLEMS])
    return Package(_identity(content), pairs["key"], stamp, body)


def _read(content: bytes, key: str) -> tuple[Stamp, Body, list[Problem]]:
    try:
        value = read_json(content, size=len(content), depth=DEEPEST)
    except Problem as problem:
        code = "package.too_deep" if problem.code == "json.too_deep" else "package.form"
        raise Problem("package.invalid", values={"count": 1}, problems=[_told(Problem(code, "body"))]) from None
    pairs = value if isinstance(value, JsonObject) else JsonObject()
    written = dict(pairs)
    if type(written.get("format")) is int and cast(int, written["format"]) > FORMAT:
        raise Problem("package.newer", values={"format": written["format"], "known": FORMAT})
    shape = Shape(exact=True)
    stamp = cast(Stamp, shape.read(Stamp, JsonObject(pair for pair in pairs if pair[0] != "body")))
    body, problems = read_body(BODIES[stamp.kind], written.get("body"))
    problems = [*shape.problems, *problems]
    # Before the checks, for they need the ids of records, and these hang on the texts written here.
    exact = not problems and _content(stamp, body) == content
    problems = problems or check_body(body, stamp, key)
    if not problems and not exact:
        problems = [Problem("package.form", "body")]
    return stamp, body, [*map(_told, problems)]


def _told(problem: Problem) -> Problem:
    """A problem of form in the words of a package: what it does not know a newer program wrote."""
    code = problem.code
    if code.startswith(("pack.", "text.")):
        code = _WORDS.get(code, "package.form")
    return Problem(code, place_words(problem.place), problem.values)


def _content(stamp: Stamp, body: Body) -> bytes:
    """The one form of what is signed."""
    written = {name: canonical(value) for name, value in {**vars(stamp), "head": vars(stamp.head)}.items()}
    return canonical_object({**written, "body": body_text(body)}).encode("utf-8")


def _identity(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _pairs(content: bytes) -> Mapping[str, str]:
    """A flat object of texts in its one form; anything else is what somebody changed or cut off."""
    try:
        found: Any = json.loads(content.decode("utf-8"))
        if isinstance(found, dict) and set(map(type, found.values())) == {str} and _exact(found) == content:
            return found
    except (ValueError, RecursionError):
        if content.startswith(b"{") and not content.endswith(b"}"):
            raise Problem("package.cut") from None
    raise Problem("package.changed")


def _exact(pairs: Mapping[str, str]) -> bytes:
    return canonical(pairs).encode("utf-8")
