"""Personal names on forms."""

import pytest

from dxdesk.documents.names import letter_spaced, spaced_name


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
