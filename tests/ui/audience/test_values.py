"""What the audience sees comes from values that have no place for what is private or not yet accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

from dxdesk.domain.audience import Audience

PRIVATE = ("memo", "draft", "private", "secretariat", "unaccepted", "remark", "phone", "extension")


def held(kind: Any, seen: set[type]) -> Iterator[type]:
    """Every kind of value that a value of this kind holds, at any depth."""
    for each in get_args(kind):
        yield from held(each, seen)
    if not is_dataclass(kind) or not isinstance(kind, type) or kind in seen:
        return
    seen.add(kind)
    yield kind
    for hint in get_type_hints(kind).values():
        yield from held(hint, seen)


def test_no_value_of_the_slides_has_a_field_for_what_is_private() -> None:
    kinds = list(held(Audience, set()))
    assert {"Board", "Card", "Item", "Trend", "Roadmap", "Planned"} <= {kind.__name__ for kind in kinds}
    assert not {"Answer", "Draft", "Revision", "UnitView"} & {kind.__name__ for kind in kinds}
    names = {field.name for kind in kinds for field in fields(kind)}
    assert not [name for name in names if any(word in name for word in PRIVATE)]
