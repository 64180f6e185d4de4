"""Keys, signatures and seals of packages, all by the cryptography library. Keys travel and are kept as base64.

Ed25519 signs; HPKE (P-256, HKDF-SHA256, AES-256-GCM) seals to one receiver; AES-256-GCM under a key that scrypt draws
from a passphrase locks. The library is loaded with the first key that is used, so that the program starts without it.
"""

from __future__ import annotations

import base64
import os
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cryptography.hazmat.primitives import hpke

_SIGNED: Final = b"dxdesk-package 1\n"
_SALT, _NONCE, _KEY = 16, 12, 32
_SCRYPT: Final = {"length": _KEY, "n": 2**15, "r": 8, "p": 1}


class NotGenuine(Exception):  # noqa: N818 - what is wrong with it is the whole point
    """A signature, a seal or a passphrase does not fit."""


@dataclass(frozen=True)
class KeyPair:
    """A private key and its public half."""

    private: str
    public: str


def encode(content: bytes) -> str:
    """Base64, the one canonical form."""
    return base64.b64encode(content).decode("ascii")


def decode(text: str) -> bytes:
    """The bytes of canonical base64; raises ValueError for anything else, spare bits included."""
    content = base64.b64decode(text, validate=True)
    if encode(content) != text:
        raise ValueError("base64")
    return content


def make_signing_key() -> KeyPair:
    """A new Ed25519 pair."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    return KeyPair(encode(key.private_bytes_raw()), encode(key.public_key().public_bytes_raw()))


def make_opening_key() -> KeyPair:
    """A new pair for what is sealed to its owner."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    private = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
    return KeyPair(encode(private), encode(public))


def public_of(private: str) -> str:
    """The public half of a private signing key. Raises NotGenuine."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    try:
        return encode(Ed25519PrivateKey.from_private_bytes(decode(private)).public_key().public_bytes_raw())
    except ValueError as error:
        raise NotGenuine from error


def check_signing_key(public: str) -> None:
    """Raises NotGenuine unless signatures can be checked with this public key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(decode(public))
    except ValueError as error:
        raise NotGenuine from error


def check_opening_key(public: str) -> None:
    """Raises NotGenuine unless something can be sealed to this public key."""
    from cryptography.hazmat.primitives.asymmetric import ec

    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), decode(public))
    except ValueError as error:
        raise NotGenuine from error


def sign(content: bytes, private: str) -> str:
    """The signature over exactly these bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return encode(Ed25519PrivateKey.from_private_bytes(decode(private)).sign(_SIGNED + content))


def check_signature(content: bytes, signature: str, public: str) -> None:
    """Raises NotGenuine unless these bytes were signed with the private half of the key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(decode(public)).verify(decode(signature), _SIGNED + content)
    except (InvalidSignature, ValueError) as error:
        raise NotGenuine from error


@cache
def _suite() -> hpke.Suite:
    from cryptography.hazmat.primitives import hpke

    return hpke.Suite(hpke.KEM.P256, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


def seal(content: bytes, public: str, head: bytes) -> bytes:
    """Content that only the owner of the key opens, and only under this head."""
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), decode(public))
    return _suite().encrypt(content, key, _SIGNED + head)


def unseal(sealed: bytes, private: str, head: bytes) -> bytes:
    """What was sealed. Raises NotGenuine for another key, another head or other bytes."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = serialization.load_der_private_key(decode(private), password=None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    try:
        return _suite().decrypt(sealed, key, _SIGNED + head)
    except (InvalidTag, ValueError) as error:
        raise NotGenuine from error


@dataclass(frozen=True)
class Locked:
    """Content locked by a passphrase: the salt and the bytes, base64."""

    salt: str
    content: str


def lock(content: bytes, passphrase: str, head: bytes = b"") -> Locked:
    """Content that opens only with the passphrase, and only under this head."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    return Locked(encode(salt), encode(nonce + AESGCM(_drawn(passphrase, salt)).encrypt(nonce, content, head)))


def unlock(locked: Locked, passphrase: str, head: bytes = b"") -> bytes:
    """What was locked. Raises NotGenuine for another passphrase, another head or other bytes."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        salt, whole = decode(locked.salt), decode(locked.content)
        if len(salt) != _SALT:
            raise ValueError(len(salt))
        return AESGCM(_drawn(passphrase, salt)).decrypt(whole[:_NONCE], whole[_NONCE:], head)
    except (InvalidTag, ValueError) as error:
        raise NotGenuine from error


def _drawn(passphrase: str, salt: bytes) -> bytes:
    """The key of a passphrase, whether it was typed in full or half width and with or without spaces around it."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    levelled = unicodedata.normalize("NFKC", passphrase).strip()
    return Scrypt(salt, **_SCRYPT).derive(levelled.encode("utf-8", "surrogatepass"))
