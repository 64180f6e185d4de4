"""Personal names as forms set them."""

from __future__ import annotations


def spaced_name(name: str, characters: int = 5) -> str:
    """A name filled up to `characters` full-width characters between family and given name: 髙橋　　誠.

    The two parts are known by the space between them (full-width or not); a name written without one, or already
    as long, is set without gap.
    """
    family, _, given = name.strip().replace("　", " ").partition(" ")
    given = given.strip()
    if not given:
        return family
    return family + "　" * max(characters - len(family) - len(given), 0) + given


def letter_spaced(name: str) -> str:
    """A name with a full-width space between all its characters, as below a letter: 渡　邊　和　夫."""
    return "　".join("".join(name.split()))
