"""Status symbols: one recipe for every status, told apart even on a reduced black-and-white copy."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from PIL import ImageChops, ImageStat

from dxdesk.documents import initiative_list_furniture, symbols
from dxdesk.documents.blocks import Inline
from dxdesk.documents.board_sheet import compose_board_sheet
from dxdesk.documents.initiative_list import compose_list
from dxdesk.documents.page import FRAME_T, Sheet
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL
from dxdesk.documents.symbols import RECIPES, CheckBox, Chevrons, StageSquares, Symbol, draw_symbol
from dxdesk.documents.text_style import TextStyle
from dxdesk.domain.statuses import STATUSES, Status
from tests.documents.reading import page_texts, picture
from tests.documents.sample_boards import MADE, Scene, scene

DOTS, MILLIMETRE = 200, 200 / 25.4
ROUND: tuple[Status, ...] = ("ok", "warn", "late", "done", "none", "stop", "na", "miss")
PRINTS: dict[str, Callable[[Scene], Any]] = {
    "list": lambda found: compose_list(found.board, found.items, found.plan, found.settings, made=MADE),
    "board": lambda found: compose_board_sheet(found.board, found.plan, found.settings, made=MADE),
}


def test_every_status_has_a_recipe_and_so_have_both_arrows() -> None:
    assert set(RECIPES) == {*STATUSES, "elsewhere", "better", "worse"}


def test_no_ink_leaves_the_box_by_more_than_the_width_of_a_line() -> None:
    sheet = Sheet(FRAME_T, "試験")
    for number, key in enumerate(RECIPES):
        draw_symbol(sheet.ink, key, 40, 40 + 20 * number, 10)
    image = picture(sheet.finish().pdf, dots=254)
    for number in range(len(RECIPES)):
        strip = image.crop((250, 300 + 200 * number, 600, 500 + 200 * number)).point(lambda grey: 255 - grey)
        left, top, right, bottom = strip.getbbox()
        assert left >= 150 - 55
        assert right <= 150 + 55
        assert top >= 100 - 55
        assert bottom <= 100 + 55


def test_symbols_are_told_apart_at_the_least_size_reduced_and_in_one_bit() -> None:
    sheet = Sheet(FRAME_T, "試験")
    for number, key in enumerate(RECIPES):
        draw_symbol(sheet.ink, key, 40, 40 + 20 * number, 2.8)
    dots = 200 / 2**0.5
    image = in_one_bit(picture(sheet.finish().pdf, dots=int(dots)))
    scale = int(dots) / 25.4
    cells = [
        image.crop((int(37 * scale), int((37 + 20 * n) * scale), int(43 * scale), int((43 + 20 * n) * scale)))
        for n in range(len(RECIPES))
    ]
    size = min(cell.size for cell in cells)
    for one, other in combinations(cells, 2):
        differing = ImageStat.Stat(ImageChops.difference(one.resize(size), other.resize(size))).sum[0] / 255
        assert differing > 15


def in_one_bit(image: Any) -> Any:
    return image.point(lambda grey: 255 if grey > 127 else 0)


def crop(image: Any, x: float, y: float, size: float, aside: tuple[int, int] = (0, 0)) -> Any:
    """The box of a symbol around its centre, so many dots to the right and down."""
    left, top = (round((place - size / 2) * MILLIMETRE) + off for place, off in zip((x, y), aside, strict=True))
    wide = round(size * MILLIMETRE)
    return image.crop((left, top, left + wide, top + wide))


def templates(size: float) -> dict[str, Any]:
    """Every symbol of a size, alone on white."""
    sheet = Sheet(FRAME_T, "試験")
    for number, key in enumerate(RECIPES):
        draw_symbol(sheet.ink, key, 40, 40 + 20 * number, size)
    image = in_one_bit(picture(sheet.finish().pdf, dots=DOTS))
    return {key: crop(image, 40, 40 + 20 * number, size) for number, key in enumerate(RECIPES)}


def unlike(found: list[Any], template: Any) -> float:
    """The share of dots in which the most similar of some pictures differs from a template."""
    different = (ImageStat.Stat(ImageChops.difference(each, template)).mean[0] / 255 for each in found)
    return min(different)


@pytest.mark.parametrize("name", PRINTS)
def test_every_symbol_of_a_print_is_found_by_its_template_in_one_bit(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[str, float, float, float]] = []

    def draw(ink: Any, key: str, x: float, y: float, size: float) -> None:
        drawn.append((key, x, y, size))
        draw_symbol(ink, key, x, y, size)

    for module in (symbols, initiative_list_furniture):
        monkeypatch.setattr(module, "draw_symbol", draw)
    printed = PRINTS[name](scene("ogawara", statuses=ROUND))
    assert printed.pages == 1
    assert {key for key, *_ in drawn} >= set(ROUND)
    image = in_one_bit(picture(printed.pdf, dots=DOTS))
    by_size = {size: templates(size) for size in {size for *_, size in drawn}}
    near = [(right, down) for right in (-1, 0, 1) for down in (-1, 0, 1)]
    for key, x, y, size in drawn:
        found = [crop(image, x, y, size, aside) for aside in near]
        differing = {other: unlike(found, template) for other, template in by_size[size].items()}
        assert min(differing, key=differing.__getitem__) == key, (key, x, y, differing)
        assert differing[key] < 0.08, (key, x, y, differing[key])


def test_an_unknown_key_is_refused() -> None:
    sheet = Sheet(FRAME_T, "試験")
    with pytest.raises(KeyError):
        draw_symbol(sheet.ink, "unknown", 40, 40, 4)


def test_squares_fill_what_was_reached_and_half_what_was_reached_this_time() -> None:
    sheet = Sheet(FRAME_T, "試験")
    StageSquares(6, 4, 3).draw(sheet.ink, 40, 40, 40)
    image = picture(sheet.finish().pdf, dots=508)
    left = 40 + (40 - 16.55) / 2

    def grey(square: int, x: float, y: float) -> int:
        return int(image.getpixel((int((left + square * 2.85 + x) * 20), int((40 + y) * 20))))

    assert [grey(square, 0.6, 1.8) < 128 for square in range(6)] == [True, True, True, True, False, False]
    assert [grey(square, 1.8, 0.6) < 128 for square in range(6)] == [True, True, True, False, False, False]
    assert StageSquares(6, 4, 3).natural == pytest.approx(16.55)


def test_chevrons_carry_all_words_and_only_the_current_one_is_black() -> None:
    sheet = Sheet(FRAME_T, "試験")
    words = ("未着手", "情報収集", "検討", "試行", "導入", "運用", "定着")
    sheet.place(Chevrons(words, 2, CELL))
    pdf = sheet.finish().pdf
    assert page_texts(pdf)[0].startswith("".join(words))
    image = picture(pdf, dots=254)
    fills = [image.getpixel((int((25 + 165 * (n + 0.5) / 7) * 10), 289)) for n in range(7)]
    assert [fill < 60 for fill in fills] == [False, False, True, False, False, False, False]
    assert [60 <= fill < 240 for fill in fills] == [True, True, False, False, False, False, False]


def test_words_of_passed_stages_are_bold() -> None:
    def drawn(current: int, style: TextStyle) -> bytes:
        sheet = Sheet(FRAME_T, "試験")
        sheet.place(Chevrons(("検討", "試行"), current, style))
        return bytes(picture(sheet.finish().pdf).tobytes())

    assert drawn(1, CELL) == drawn(1, CELL.bold)
    assert drawn(0, CELL) != drawn(0, CELL.bold)


def test_a_ticked_box_holds_more_ink_than_an_empty_one() -> None:
    def ink_of(box: CheckBox) -> float:
        sheet = Sheet(FRAME_T, "試験")
        box.draw(sheet.ink, 40, 40, 5)
        return float(sum(picture(sheet.finish().pdf).point(lambda grey: 255 - grey).histogram()[128:]))

    assert ink_of(CheckBox(ticked=True)) > ink_of(CheckBox())


def test_a_symbol_and_its_word_stand_in_one_row() -> None:
    row = Inline((Symbol("warn", 3.8), Text("要注意", CELL)))
    assert row.height(60) == pytest.approx(max(3.8, CELL.line * 25.4 / 72))
    assert row.natural == pytest.approx(3.8 + 1.2 + Text("要注意", CELL).natural)
