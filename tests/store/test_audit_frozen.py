"""The chain of one fixed operation, so that a change of its format cannot go unnoticed."""

from __future__ import annotations

from dxdesk.domain.replies import Author
from dxdesk.store.audit import append_entry
from dxdesk.store.database import Database


def test_the_hash_of_an_entry_never_changes(database: Database) -> None:
    """A failure here means that every chain on file would break: make it a later format instead."""
    with database.change() as connection:
        entry = append_entry(
            connection,
            author=Author("secretariat", None, "佐藤"),
            moment="2025-02-13T10:15:00+09:00",
            operation="accept",
            subject="重点-1 税務課",
            before="a" * 64,
            after={"状況": ["順調", None, 1]},
            package=None,
        )
    assert (entry.sequence, entry.hash) == (1, "4945a608b7193f5e3f0440da16a1137153275e000f18c7f6881b3f39c6e41199")
