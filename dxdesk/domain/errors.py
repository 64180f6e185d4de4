"""What went wrong on a person's side; the sentences stand in dxdesk.wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

Kind = Literal["input", "rule"]


class Problem(Exception):  # noqa: N818 - the field's word for it; it is the person's turn, not a fault of the program
    """Something that the person can change; nothing has been altered.

    ``code`` names the sentence in the wording tables, ``place`` the field, code or file it is about, ``values`` what
    the sentence quotes. ``problems`` lists several problems found at once; then the sentence is a heading.
    ``kind`` is ``input`` for what was typed or read, ``rule`` for what is not allowed now.
    """

    def __init__(
        self,
        code: str,
        place: str = "",
        values: Mapping[str, object] | None = None,
        *,
        kind: Kind = "input",
        problems: Sequence[Problem] = (),
    ) -> None:
        super().__init__(code, place)
        self.code = code
        self.place = place
        self.values: dict[str, object] = dict(values or {})
        self.kind = kind
        self.problems = tuple(problems)


def rule(code: str, place: str = "", /, **values: object) -> Problem:
    """A problem with a rule of the cycle, the meeting or the role (not with what was typed)."""
    return Problem(code, place, values, kind="rule")
