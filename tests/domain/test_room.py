"""How large slides must be: the table of screens and seats, and the steps between the sizes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.room import SCALES, Room, image_height, needed_scale, size, slide_scale

TABLE = {
    65: (0.81, ("特大", "配付", "配付")),
    80: (1.00, ("標準", "大", "特大")),
    100: (1.25, ("標準", "標準", "大")),
    120: (1.49, ("標準", "標準", "標準")),
}


@pytest.mark.parametrize("inches", TABLE)
def test_the_usual_screens_at_six_seven_and_eight_metres(inches: int) -> None:
    height, sizes = TABLE[inches]
    assert image_height(Room(inches, 6)) == pytest.approx(height, abs=0.005)
    assert tuple(size(Room(inches, metres)) for metres in (6, 7, 8)) == sizes


@given(st.floats(20, 400), st.floats(1, 60))
def test_the_smallest_size_that_can_be_read_is_chosen(inches: float, metres: float) -> None:
    room = Room(inches, metres)
    enough = [word for scale, word in SCALES if scale >= needed_scale(room)]
    assert size(room) == (enough[0] if enough else "配付")
    assert slide_scale(room) in [scale for scale, _ in SCALES]


def test_a_seat_that_nothing_can_be_read_from_gets_the_largest_slides_all_the_same() -> None:
    assert (size(Room(65, 8)), slide_scale(Room(65, 8))) == ("配付", 1.4)
