"""The secretariat's keys: made when something is sent for the first time, locked by a passphrase if one is wished."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert

from dxdesk.domain.errors import Problem, rule
from dxdesk.exchange.sealing import Locked, NotGenuine, decode, encode, lock, make_opening_key, make_signing_key, unlock
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.store.package_tables import sender_keys
from dxdesk.store.queries import packages, plans

MOST_PASSPHRASE = 200


@dataclass(frozen=True)
class OpenKeys:
    """The secretariat's keys ready for use, base64."""

    signing_public: str
    opening_public: str
    signing_private: str
    opening_private: str


def open_keys(connection: Connection, passphrase: str | None = None) -> OpenKeys:
    """The keys on file. Raises Problem: none were made yet, or the passphrase is missing or another one."""
    keys = packages.keys(connection)
    if keys is None or keys.signing_private is None or keys.opening_private is None:
        raise rule("keys.none")
    if not keys.locked:
        return OpenKeys(keys.signing_public, keys.opening_public, keys.signing_private, keys.opening_private)
    if passphrase is None:
        raise rule("keys.locked", "passphrase")
    try:
        signing = unlock(Locked(keys.signing_salt or "", keys.signing_private), passphrase)
        opening = unlock(Locked(keys.opening_salt or "", keys.opening_private), passphrase)
    except NotGenuine:
        raise Problem("keys.passphrase", "passphrase") from None
    return OpenKeys(keys.signing_public, keys.opening_public, encode(signing), encode(opening))


def ready_keys(change: Change, passphrase: str | None = None) -> OpenKeys:
    """The keys of this database, made now if there are none. Raises Problem."""
    if packages.keys(change.connection) is None:
        if plans.identity(change.connection).kind != "secretariat":
            raise rule("keys.liaison")
        signing, opening = make_signing_key(), make_opening_key()
        change.connection.execute(
            insert(sender_keys).values(
                id=1,
                signing_public=signing.public,
                opening_public=opening.public,
                signing_private=signing.private,
                opening_private=opening.private,
            )
        )
        change.enter("keys", signing.public, Touched.SETTINGS, after=[signing.public, opening.public])
    return open_keys(change.connection, passphrase)


def change_passphrase(change: Change, new: str | None, old: str | None = None) -> Outcome:
    """Locks the keys with a passphrase, another one, or none (None). Raises Problem."""
    change.allow("settings")
    keys = ready_keys(change, old)
    if new is not None and not 0 < len(new) <= MOST_PASSPHRASE:
        raise Problem("keys.length", "passphrase", {"limit": MOST_PASSPHRASE})
    values: dict[str, str | None] = {
        "signing_private": keys.signing_private,
        "opening_private": keys.opening_private,
        "signing_salt": None,
        "opening_salt": None,
    }
    if new is not None:
        signing = lock(decode(keys.signing_private), new)
        opening = lock(decode(keys.opening_private), new)
        values = {
            "signing_private": signing.content,
            "opening_private": opening.content,
            "signing_salt": signing.salt,
            "opening_salt": opening.salt,
        }
    change.connection.execute(delete(sender_keys))
    change.connection.execute(
        insert(sender_keys).values(
            id=1, signing_public=keys.signing_public, opening_public=keys.opening_public, **values
        )
    )
    change.enter("passphrase", "set" if new is not None else "none", Touched.SETTINGS)
    return Outcome("passphrase", keys.signing_public, "set" if new is not None else "none")
