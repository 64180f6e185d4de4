"""What the band says over the minutes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from dxdesk.domain.minutes import edition
from dxdesk.domain.minutes_pending import Pending
from dxdesk.ui.bands import Notice
from dxdesk.ui.minutes.part_names import drafted, open_points_of, parts_of_points, reasons_missing
from dxdesk.ui.minutes.shown import Shown, title_of
from dxdesk.ui.minutes.writing import Writing
from dxdesk.ui.unsaved import unsaved_notice
from dxdesk.wording.minutes_screen import (
    CONFIRMATION,
    CONFIRMER_POINT,
    REASON_POINT,
    confirmed_words,
    drafted_words,
    looking_at,
    open_count,
    point_words,
)

LINKS, LINKS_NARROW = 3, 2
"""So many links stand in the band, in a wide window and in a narrow one."""
GoTo = Callable[[str], object]


def written_words(pending: Pending) -> str:
    """Everything that is written, also in the parts that are not open."""
    texts = [block.text for block in pending.blocks if block.text]
    return "\n".join([*texts, *(each for each in (pending.confirmer, pending.day) if each)]) + "\n"


def open_links(shown: Shown) -> list[tuple[str, str]]:
    """What is open in words with the word of its link, and the key of the part where it is."""
    word = shown.source.settings.action_word
    points = open_points_of(shown.source, shown.pending)
    places = parts_of_points(shown.source, points)
    found = [("　".join(point_words(point, word)), place) for point, place in zip(points, places, strict=True)]
    found += [("　".join(REASON_POINT), part.key) for part in shown.parts if reasons_missing(part)]
    if not shown.pending.confirmer.strip():
        found.append(("　".join(CONFIRMER_POINT), CONFIRMATION))
    unseen = [part.key for part in shown.parts if drafted(shown.source, shown.pending, part)]
    return [*found, (drafted_words(len(unseen)), unseen[0])] if unseen else found


def minutes_notice(
    page: QWidget,
    shown: Shown | None,
    writing: Writing,
    newest: Callable[[], object],
    go_to: GoTo,
    *,
    narrow: bool = False,
) -> Notice | None:
    """The most urgent thing to say; None where there is nothing."""
    failed = unsaved_notice(page, writing.autosave, lambda: written_words(writing.pending))
    if failed is not None or shown is None:
        return failed
    source = shown.source
    if shown.version.number != source.versions[-1].number:
        words = looking_at(title_of(source, shown.version))
        return Notice("band-quiet", words, ((f"{title_of(source, source.versions[-1])}へ戻る", newest),))
    if shown.version.state == "confirmed":
        day = shown.version.confirmed_on
        words = confirmed_words(edition(source.versions), f"{day.month}月{day.day}日" if day else "")
        return Notice("band-good", words)
    if not shown.editable:
        return None
    links = open_links(shown)
    if not links:
        return None

    def goes(key: str) -> Callable[[], object]:
        return lambda: go_to(key)

    return Notice(
        "band-return",
        open_count(len(links)),
        tuple((words, goes(key)) for words, key in links[: LINKS_NARROW if narrow else LINKS]),
    )
