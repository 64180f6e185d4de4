"""主な動き of 総括 as the secretariat has it: its paragraphs rewritten, in another order or left out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal, cast, get_args

from dxdesk.domain.errors import Problem
from dxdesk.domain.text import check_text

MovementPart = Literal["advanced", "late", "watched", "actions"]
MOVEMENT_PARTS: Final[tuple[MovementPart, ...]] = get_args(MovementPart)
"""進んだもの, 遅れているもの, 注意するもの, 前回の宿題, in their usual order."""

MOST_CHARACTERS: Final = 600
MOST_LINES: Final = 12
"""So long a paragraph may be: 総括 is a page."""

Matter = Mapping[str, str]
"""What a paragraph is about: by unit id (of 宿題: by their words) the hash of what is said of it."""


@dataclass(frozen=True)
class MovementEdit:
    """What was changed in the paragraphs of a cycle; what is not named here is made by the program.

    ``order`` names paragraphs in their order (others follow in the usual one), ``left_out`` those that are not printed,
    ``texts`` those in the secretariat's own words. ``seen`` is the matter of each of these two kinds at the time.
    """

    order: tuple[MovementPart, ...] = ()
    left_out: frozenset[MovementPart] = frozenset()
    texts: Mapping[MovementPart, str] = field(default_factory=dict)
    seen: Mapping[MovementPart, Matter] = field(default_factory=dict)

    @property
    def parts(self) -> tuple[MovementPart, ...]:
        """Every paragraph in its order."""
        named = dict.fromkeys(self.order)
        return (*named, *(part for part in MOVEMENT_PARTS if part not in named))

    @property
    def changed(self) -> frozenset[MovementPart]:
        """The paragraphs that are not as the program makes them."""
        return self.left_out | frozenset(self.texts)

    def stale(self, part: MovementPart, now: Matter) -> tuple[str, ...]:
        """What is said otherwise, came or went since a paragraph was changed: unit ids, or words of 宿題."""
        if part not in self.changed:
            return ()
        before = self.seen.get(part, {})
        return tuple(key for key in dict.fromkeys((*before, *now)) if before.get(key) != now.get(key))

    def record(self) -> dict[str, object]:
        """As plain values."""
        return {
            "order": list(self.order),
            "left_out": sorted(self.left_out),
            "texts": dict(self.texts),
            "seen": {part: dict(matter) for part, matter in self.seen.items()},
        }


def edit_from(record: Mapping[str, object]) -> MovementEdit:
    """The edit from its plain values; paragraphs that this program does not know are passed over."""
    texts = cast("Mapping[str, str]", record.get("texts", {}))
    seen = cast("Mapping[str, Matter]", record.get("seen", {}))
    return MovementEdit(
        _known(cast("Collection[str]", record.get("order", ()))),
        frozenset(_known(cast("Collection[str]", record.get("left_out", ())))),
        {part: texts[part] for part in _known(texts)},
        {part: dict(seen[part]) for part in _known(seen)},
    )


def _known(parts: Collection[str]) -> tuple[MovementPart, ...]:
    return tuple(dict.fromkeys(part for part in parts if part in MOVEMENT_PARTS))


def rewritten(
    before: MovementEdit,
    wish: MovementEdit,
    matters: Mapping[MovementPart, Matter],
    looked_at: Collection[MovementPart] = (),
) -> MovementEdit:
    """The edit that is kept for a wish, whose ``seen`` does not count.

    What is changed in another way than before, and what a person has ``looked_at`` again, was written for the matter of
    now; what stays as it was keeps the matter that it was written for. Raises Problem (movement.empty, and those of a
    typed text).
    """
    texts = {
        part: check_text(text, part, characters=MOST_CHARACTERS, lines=MOST_LINES).strip()
        for part, text in wish.texts.items()
    }
    if empty := [part for part in wish.parts if part in texts and not texts[part]]:
        raise Problem("movement.empty", empty[0])
    order = () if wish.parts == MOVEMENT_PARTS else wish.parts
    made = replace(wish, order=order, texts=texts)
    same = {
        part
        for part in made.changed & before.changed
        if part not in looked_at
        and made.texts.get(part) == before.texts.get(part)
        and (part in made.left_out) == (part in before.left_out)
    }
    seen = {part: before.seen.get(part, {}) if part in same else matters.get(part, {}) for part in sorted(made.changed)}
    return replace(made, seen=seen)
