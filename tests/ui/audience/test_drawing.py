"""The canvas follows the screen, and widths are those of the shipped faces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.ui.audience.drawing import SCALES, canvas_for
from dxdesk.ui.audience.measure import shortened, width, wrapped


@pytest.mark.parametrize(
    ("screen", "logical"),
    [
        ((1920, 1080), 1920),
        ((3840, 2160), 1920),
        ((1366, 768), 1920),
        ((1920, 1200), 1728),
        ((1280, 800), 1728),
        ((1024, 768), 1440),
        ((1280, 1024), 1440),
    ],
)
def test_a_screen_gets_the_canvas_nearest_to_its_shape(screen: tuple[int, int], logical: int) -> None:
    canvas = canvas_for(*screen)
    assert (canvas.width, canvas.height) == (logical, 1080)


@pytest.mark.parametrize("scale", SCALES)
def test_a_larger_text_scale_leaves_less_room_of_the_same_shape(scale: float) -> None:
    canvas = canvas_for(1920, 1080, scale)
    assert canvas.width * scale == pytest.approx(1920)
    assert canvas.height * scale == pytest.approx(1080)


@pytest.mark.parametrize(("width_px", "height_px", "scale"), [(1920, 1080, 1.2), (0, 1080, 1.0), (1920, -1, 1.0)])
def test_a_scale_off_the_list_or_a_screen_without_area_is_refused(width_px: int, height_px: int, scale: float) -> None:
    with pytest.raises(ValueError, match=r"\("):
        canvas_for(width_px, height_px, scale)


def test_ten_full_width_characters_are_as_wide_as_ten_times_the_size() -> None:
    assert width("漢" * 10, 42, True) == pytest.approx(420, abs=3)


@given(st.text(alphabet="行政手続オンライン化、。ABC 𠮷", max_size=60), st.integers(80, 600))
def test_a_shortened_text_fits_and_begins_as_it_did(text: str, room: int) -> None:
    short = shortened(text, room, 36)
    assert width(short, 36) <= room
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


def test_a_text_limited_to_two_lines_says_that_it_goes_on() -> None:
    lines = wrapped("移行を2段階に分け、窓口系の4業務を先に進めてよいか", 220, 36, most=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(width(line, 36) <= 220 for line in lines)
