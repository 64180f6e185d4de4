"""Records read from their text once. Their ids are hashes of their texts, so that one never reads differently again,
in whatever database it stands: a copy of this one, one opened after it, one whose last change was taken back."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from sqlalchemy import Connection, Table, select
from sqlalchemy.sql.elements import ColumnElement

T = TypeVar("T")


class Kept(Generic[T]):
    """Values by their ids; beyond ``most`` of them those that came first are read again when they are needed."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: dict[str, T] = {}
        self._adding = Lock()

    def get(self, identity: str) -> T | None:
        """The value of an id, where it is kept."""
        return self._values.get(identity)

    def keep(self, identity: str, value: T) -> T:
        """Keeps a value and returns it."""
        with self._adding:
            self._values[identity] = value
            if len(self._values) > self._most:
                del self._values[next(iter(self._values))]
        return value

    def records(
        self, connection: Connection, table: Table, read: Callable[[str], T], *wanted: ColumnElement[bool]
    ) -> tuple[T, ...]:
        """The records of the rows that are wanted; their texts are fetched only where one is not kept yet."""
        ids = connection.scalars(select(table.c.id).where(*wanted)).all()
        found = {each: self._values.get(each) for each in ids}
        if None in found.values():
            for identity, text in connection.execute(select(table.c.id, table.c.record).where(*wanted)):
                if found.get(identity) is None:
                    found[identity] = self.keep(identity, read(text))
        return tuple(value for value in found.values() if value is not None)
