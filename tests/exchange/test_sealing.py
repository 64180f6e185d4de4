"""Keys, signatures, seals and locks: they fit what they were made for, and say so of nothing else."""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.exchange.sealing import (
    Locked,
    NotGenuine,
    check_opening_key,
    check_signature,
    check_signing_key,
    decode,
    encode,
    lock,
    make_opening_key,
    make_signing_key,
    public_of,
    seal,
    sign,
    unlock,
    unseal,
)
from tests.exchange.package_samples import FEW, OPENING, OTHER_OPENING, REPLY, SENDER


def is_base64(text: str) -> bool:
    try:
        decode(text)
    except ValueError:
        return False
    return True


def test_new_keys_are_new_and_fit_each_other() -> None:
    first, second = make_signing_key(), make_signing_key()
    assert first != second
    assert public_of(first.private) == first.public
    check_signature("文".encode(), sign("文".encode(), first.private), first.public)
    opening = make_opening_key()
    assert opening != make_opening_key()
    assert unseal(seal(b"x", opening.public, b"head"), opening.private, b"head") == b"x"
    check_signing_key(first.public)
    check_opening_key(opening.public)


@FEW
@given(st.binary(max_size=300), st.binary(max_size=60))
def test_what_is_sealed_or_locked_comes_back(content: bytes, head: bytes) -> None:
    assert unseal(seal(content, OPENING.public, head), OPENING.private, head) == content


def test_a_lock_holds_content_and_head_together() -> None:
    locked = lock(b"content", "合言葉", b"head")
    assert unlock(locked, "合言葉", b"head") == b"content"
    for passphrase, head in (("別の言葉", b"head"), ("合言葉", b"other"), ("", b"head")):
        with pytest.raises(NotGenuine):
            unlock(locked, passphrase, head)


@pytest.mark.parametrize("content", [b"", b"x", b"\0" * 64, b"\4" + b"\0" * 64, b"\4" * 65, b"\0" * 200])
def test_bytes_that_were_never_sealed_do_not_open(content: bytes) -> None:
    with pytest.raises(NotGenuine):
        unseal(content, OPENING.private, b"")


def test_a_seal_opens_for_one_key_under_one_head_only() -> None:
    sealed = seal(b"content", OPENING.public, b"head")
    for content, key, head in (
        (sealed, OTHER_OPENING, b"head"),
        (sealed, OPENING, b"heads"),
        (sealed[:-1], OPENING, b"head"),
        (sealed + b"\0", OPENING, b"head"),
        (bytes([sealed[0] ^ 1]) + sealed[1:], OPENING, b"head"),
    ):
        with pytest.raises(NotGenuine):
            unseal(content, key.private, head)


@pytest.mark.parametrize(
    "locked",
    [
        Locked("", ""),
        Locked(encode(b"x" * 15), encode(b"x" * 40)),
        Locked(encode(b"x" * 17), encode(b"x" * 40)),
        Locked(encode(b"x" * 16), ""),
        Locked(encode(b"x" * 16), encode(b"x" * 11)),
        Locked(encode(b"x" * 16), encode(b"x" * 12)),
        Locked(encode(b"x" * 16), encode(b"x" * 40)),
        Locked("あ", "い"),
        Locked("\ud800", "\ud800"),
    ],
)
def test_what_was_never_locked_does_not_open(locked: Locked) -> None:
    with pytest.raises(NotGenuine):
        unlock(locked, "合言葉")


@pytest.mark.parametrize(
    "key", ["", "AAAA", "あ", "\ud800", "x" * 44, encode(b"x" * 31), encode(b"x" * 33), SENDER.public + "="]
)
def test_a_key_of_another_length_or_form_is_none(key: str) -> None:
    calls: tuple[Callable[[], object], ...] = (
        lambda: public_of(key),
        lambda: check_signing_key(key),
        lambda: check_opening_key(key),
        lambda: check_signature(b"x", sign(b"x", SENDER.private), key),
        lambda: check_signature(b"x", key, SENDER.public),
    )
    for call in calls:
        with pytest.raises(NotGenuine):
            call()


@pytest.mark.parametrize("point", [b"\4" + b"\0" * 64, b"\4" + b"\xff" * 64, b"\0", b"\2" + b"\xff" * 32])
def test_a_point_that_is_not_on_the_curve_is_no_opening_key(point: bytes) -> None:
    with pytest.raises(NotGenuine):
        check_opening_key(encode(point))


def test_a_signature_is_for_these_bytes_and_this_key() -> None:
    signature = sign(b"content", REPLY.private)
    check_signature(b"content", signature, REPLY.public)
    turned = encode(decode(signature)[::-1])
    for content, made, key in (
        (b"contents", signature, REPLY.public),
        (b"content", signature, SENDER.public),
        (b"content", turned, REPLY.public),
        (b"content", encode(b"\0" * 64), REPLY.public),
    ):
        with pytest.raises(NotGenuine):
            check_signature(content, made, key)


@given(st.binary(max_size=40))
def test_base64_has_one_form(content: bytes) -> None:
    text = encode(content)
    assert decode(text) == content
    others = {text + "=", text.rstrip("=") + "\n", " " + text, base64.urlsafe_b64encode(content).decode("ascii") + "\n"}
    for other in others:
        assert not is_base64(other)


@pytest.mark.parametrize(
    "text", ["QQ", "QQ=", "QR==", "QUE", "QUF=", "Q===", "====", "QQ==QQ==", "あ", "\ud800", "QQ==\n", "-_-_"]
)
def test_other_writings_of_base64_are_refused(text: str) -> None:
    assert not is_base64(text)
