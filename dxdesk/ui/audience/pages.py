"""The pages of a slide of many units, each laid out when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

from dxdesk.ui.audience.drawing import Page


class Pages(Sequence[Page]):
    """As many pages as ``codes`` has entries: the codes of the units on each. ``lay_out`` makes the page of a number
    from 0."""

    def __init__(self, codes: Sequence[frozenset[str]], lay_out: Callable[[int], Page]) -> None:
        self.codes = tuple(codes)
        self._lay_out = lay_out
        self._made: dict[int, Page] = {}

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, index: int) -> Page: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Page]: ...

    def __getitem__(self, index: int | slice) -> Page | Sequence[Page]:
        if isinstance(index, slice):
            return [self[each] for each in range(len(self))[index]]
        number = range(len(self))[index]
        if number not in self._made:
            self._made[number] = self._lay_out(number)
        return self._made[number]


def units_on(pages: Sequence[Page]) -> list[frozenset[str]]:
    """The codes of the units on each page."""
    if isinstance(pages, Pages):
        return list(pages.codes)
    return [frozenset(layer.key for layer in page.layers if layer.kind == "card") for page in pages]
