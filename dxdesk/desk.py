"""The two gates: ``ask`` reads and ``do`` changes. No Qt; screens and commands use the same desk."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock, local
from typing import Concatenate, ParamSpec, TypeVar

from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import Actor
from dxdesk.operations.change import Change, Touched
from dxdesk.store.database import Database
from dxdesk.store.queries import Connection, plans

P = ParamSpec("P")
T = TypeVar("T")


def now() -> str:
    """This moment, ISO with offset in the zone of this computer. It is claimed and never decides anything."""
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")


STEPS = 100
"""So many steps of a sitting can be taken back."""


@dataclass(frozen=True)
class Step:
    """Something done that can be taken back: its words (「7 手続ガイドラインの受理」), how it is undone and done again.

    ``where`` is the page, and what on it, where a person sees that it was. ``long``: either takes longer than a moment.
    """

    words: str
    back: Callable[[], object]
    again: Callable[[], object]
    where: tuple[str, str] | None = None
    long: bool = False


class Desk:
    """An open database and who works at it.

    ``ask(query, ...)`` runs a query of the store and returns its frozen value; ``do(operation, ...)`` runs an
    operation in one transaction, commits it and tells the subscribers what was touched. Nothing else commits.
    ``changed`` says whether anything was done at this desk so far. ``remember`` a step to let a person take it back.
    """

    def __init__(self, database: Database, actor: Actor, clock: Callable[[], str] = now) -> None:
        self.database = database
        self.actor = actor
        self._clock = clock
        self._subscribers: list[Callable[[Touched], None]] = []
        self.changed = False
        self._database_id = ""
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._changing = Lock()
        self._quiet = local()

    def ask(self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The answer to a query, from one moment of the database. Raises Problem and StoreUnavailable."""
        with self.database.read() as connection:
            return query(connection, *args, **kwargs)

    @property
    def database_id(self) -> str:
        """Which database this is: a department's has the id of its secretariat's; empty before a town is put into it.
        Raises StoreUnavailable."""
        self._database_id = self._database_id or self.ask(plans.database_id)
        return self._database_id

    def do(self, operation: Callable[Concatenate[Change, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Does an operation, whole or not at all. Raises Problem and StoreUnavailable; then nothing has changed."""
        with self._changing, ExitStack() as taken_back:
            with self.database.change() as connection:
                change = Change(connection, self.actor, self._clock(), if_taken_back=taken_back)
                result = operation(change, *args, **kwargs)
            taken_back.pop_all()  # it is kept
        self.changed = True
        if getattr(self._quiet, "touched", None) is None:
            self.tell(change.touched)
        else:
            self._quiet.touched |= change.touched
        return result

    def quietly(self, act: Callable[[], T]) -> tuple[T, Touched]:
        """What ``act`` brings, and what it touched: what it does on this thread is told to nobody. ``tell`` it on the
        thread of the subscribers. Raises what ``act`` raises."""
        self._quiet.touched = Touched.NOTHING
        try:
            return act(), self._quiet.touched
        finally:
            self._quiet.touched = None

    def tell(self, touched: Touched) -> None:
        """Tells the subscribers what was touched."""
        for each in tuple(self._subscribers):
            each(touched)

    def remember(self, step: Step) -> None:
        """Keeps a step that was just done for ``undo``; what had been undone before cannot be done again any more."""
        self._done = [*self._done, step][-STEPS:]
        self._undone = []

    @property
    def last_step(self) -> Step | None:
        """The step that ``undo`` would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_step(self) -> Step | None:
        """The step that ``redo`` would do again."""
        return self._undone[-1] if self._undone else None

    def forget(self) -> None:
        """Forgets every step: somebody else works at this desk from now on."""
        self._done, self._undone = [], []

    def undo(self) -> Step | None:
        """Takes the newest step back and returns it; None where there is none. Raises Problem and StoreUnavailable.

        A step that can no longer be taken back is forgotten with everything before it: the way back is not there.
        """
        return self._walk(self._done, self._undone, lambda step: step.back())

    def redo(self) -> Step | None:
        """Does the step again that was taken back last; None where there is none. Raises Problem, StoreUnavailable."""
        return self._walk(self._undone, self._done, lambda step: step.again())

    @staticmethod
    def _walk(source: list[Step], target: list[Step], act: Callable[[Step], object]) -> Step | None:
        if not source:
            return None
        step = source[-1]
        try:
            act(step)
        except Problem:
            source.clear()
            raise
        source.pop()
        target.append(step)
        return step

    def moment(self) -> str:
        """This moment by the desk's clock, ISO with offset."""
        return self._clock()

    def subscribe(self, tell: Callable[[Touched], None]) -> Callable[[], None]:
        """Has ``tell`` called after every change with what was touched; returns how to stop that."""
        self._subscribers.append(tell)
        return lambda: self._subscribers.remove(tell)

    def close(self) -> None:
        """Closes the database and frees its lock."""
        self.database.close()
