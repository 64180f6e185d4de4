"""Personal names on forms."""

import pytest

from dxdesk.documents.names import Named, letter_spaced, spaced_name
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL
from dxdesk.domain.paper import Paper
from dxdesk.domain.settings import Settings
from tests.documents.page_checks import outside, overlapping
from tests.documents.reading import page_texts, picture
from tests.documents.sample_towns import DOCUMENTS, frame_of


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("髙橋 誠", "髙橋　　誠"),
        ("渡邊　和夫", "渡邊　和夫"),
        ("菅 隆", "菅　　　隆"),
        ("鈴木 真由美", "鈴木真由美"),
        ("佐々木 真由美", "佐々木真由美"),
        ("渡邊和夫", "渡邊和夫"),
        ("", ""),
    ],
)
def test_family_and_given_name_are_set_apart_up_to_five_characters(name: str, shown: str) -> None:
    assert spaced_name(name) == shown


def test_the_name_below_a_letter_is_set_letter_by_letter() -> None:
    assert letter_spaced("渡邊 和夫") == "渡　邊　和　夫"


READINGS = Settings(
    paper=Paper(readings=("渡邊 和夫＝わたなべ かずお", "髙橋 誠＝たかはし まこと", "鈴木 真由美＝" + "すずき" * 12))
)


@pytest.mark.parametrize("document", ["agenda", "minutes"])
def test_a_reading_stands_over_its_name_and_only_the_name_is_copied(document: str) -> None:
    plain, read = (DOCUMENTS[document](settings).pdf for settings in (Settings(), READINGS))
    pages = zip(page_texts(plain), page_texts(read), strict=True)
    assert all(before == after for before, after in pages)
    assert overlapping(read) == []
    assert outside(read, frame_of(document, READINGS)) == []
    number = next(at for at, text in enumerate(page_texts(read)) if "出席者" in text and "渡邊" in text)
    before, after = (picture(pdf, number, dots=50).tobytes() for pdf in (plain, read))
    assert before != after


def test_a_name_with_its_reading_is_higher_by_the_small_line() -> None:
    name = Text("髙橋　　誠", CELL)
    read = Named(name, "たかはし まこと")
    assert read.height(20) == pytest.approx(name.height(20) + 7 / 72 * 25.4)
    assert Named(name, "たかはし まこと" * 4).height(20) > read.height(20)
