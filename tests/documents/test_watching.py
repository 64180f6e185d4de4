"""Whoever waits for a document is told how far it is, and changes nothing of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dxdesk.documents.fonts import Face
from dxdesk.documents.page import FRAME_T, Footer, Printed, Sheet
from dxdesk.documents.paragraph import write
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.watching import Stopped, Watch, aside, pieces, progress, watched
from tests.documents.reading import page_texts

WORDS = ("一枚目", "二枚目", "三枚目")


def compose() -> Printed:
    sheet = Sheet(FRAME_T, "見本", footer=Footer("町", "作成"))
    for at, word in enumerate(pieces(WORDS)):
        if at:
            sheet.next_page()
        write(sheet.ink, 30.0, 40.0, word, TextStyle(Face.PROPORTIONAL, 11, 15))
    return sheet.finish()


def test_what_is_watched_has_the_same_bytes_as_what_is_not() -> None:
    told: list[tuple[int, int]] = []
    parts: list[bytes] = []

    def piece(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    def page(pages: int, write_: Callable[[], bytes]) -> bool:
        if pages:
            parts.append(write_())
        return True

    with watched(Watch(piece, page)):
        found = compose()
    assert found.pdf == compose().pdf
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert [len(page_texts(each)) for each in parts] == [1, 2]
    assert page_texts(parts[1])[1].strip() == "二枚目"


@pytest.mark.parametrize(
    "watch",
    [Watch(lambda done, _total: done < 1, lambda *_: True), Watch(lambda *_: True, lambda pages, _write: pages < 1)],
)
def test_who_says_stop_gets_nothing(watch: Watch) -> None:
    with pytest.raises(Stopped), watched(watch):
        compose()


def test_behind_it_nobody_is_told_any_more() -> None:
    with watched(Watch(lambda *_: False, lambda *_: False)):
        assert progress() is not None
    assert progress() is None
    assert compose().pages == 3


def test_while_something_is_set_aside_only_what_is_waited_for_is_shown_and_it_can_be_stopped() -> None:
    told: list[tuple[int, bytes]] = []

    def page(pages: int, write_: Callable[[], bytes]) -> bool:
        told.append((pages, write_()))
        return len(told) < 3

    with pytest.raises(Stopped), watched(Watch(lambda *_: True, page)), aside(7, lambda: b"begun"):
        compose()
    assert told == [(7, b"begun")] * 3
    with aside(7, lambda: b"begun"):
        assert compose().pages == len(WORDS)
