"""取りまとめ: which units wait for it, the answers side by side, and what a person starts from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final, Literal

from dxdesk.domain.merge import UnitView
from dxdesk.domain.replies import Answer, Discuss, Revision
from dxdesk.domain.statuses import STATUSES, Status, as_status, worst

Standing = Literal["disputed", "waiting", "revise", "partial", "done", "early", "single"]
"""Of a unit: drawn together twice, which a person settles first; to be drawn together; drawn together, but other
answers count today; some answers accepted while others are awaited; drawn together; nothing accepted yet; one
department's answer speaks for it."""

STANDINGS: Final[tuple[Standing, ...]] = ("disputed", "waiting", "revise", "partial", "done", "early", "single")
"""In this order they are worked off."""

_DISCUSS: Final[tuple[Discuss, ...]] = ("none", "discuss", "decide")
"""From no wish to the strongest."""

_SENTENCE = re.compile(r"(?:[^\n。]|。(?=[」）)]))+。?|。")
"""A 。 before a closing bracket ends what is quoted, not the sentence."""


def drawn(view: UnitView) -> bool:
    """Whether a 取りまとめ counts for the unit."""
    return view.consolidation.counted is not None or (view.counted is not None and view.counted.department is None)


def undrawn(view: UnitView) -> bool:
    """まだ取りまとめていない: several departments were asked, an answer of theirs counts, and nobody has drawn them
    together. Whether it waits for that (取りまとめ待ち) or for other answers is another question."""
    said = view.assigned > 1 and view.accepted > 0 and view.status != "na"
    return said and not drawn(view) and len(view.consolidation.heads) < 2


def standing(view: UnitView, *, ready: bool) -> Standing | None:
    """How far 取りまとめ of a unit is, which is ``ready`` to be drawn together; None where there is nothing to draw."""
    if len(view.consolidation.heads) > 1:
        return "disputed"
    if drawn(view):
        return "revise" if view.revise else "done"
    if undrawn(view):
        return "waiting" if ready else "partial"
    if view.assigned > 1:
        return None if view.status == "na" else "early"
    return "single" if view.accepted and view.status != "na" else None


def status_of(revision: Revision | None) -> Status | None:
    """The status an answer says; None for none."""
    answer = revision.answer if revision else None
    return as_status(answer.status) if answer and answer.status else None


def side_by_side(view: UnitView) -> tuple[tuple[str, Revision | None], ...]:
    """The departments (ids) with the answers that count, worst first, 該当しない after them, then who has none."""

    def place(entry: tuple[str, Revision | None]) -> int:
        status = status_of(entry[1])
        return STATUSES.index(status) if status is not None else len(STATUSES)

    return tuple(sorted(view.answers.items(), key=place))


def corrected_wholes(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    """All that was said in those 取りまとめ that a meeting corrected: the departments asked are told of it."""
    drawn = [each for each in revisions if each.department is None]
    units = {each.unit for each in drawn if each.kind == "correct"}
    return tuple(each for each in drawn if each.unit in units)


def heaviest(view: UnitView) -> Status | None:
    """The worst status that a department says, where they differ; 該当しない is none."""
    said = {each for each in map(status_of, view.answers.values()) if each is not None and each != "na"}
    return worst(list(said)) if len(said) > 1 else None


def status_counts(view: UnitView) -> Mapping[Status, int]:
    """How many departments say which status."""
    return Counter(each for each in map(status_of, view.answers.values()) if each is not None)


def start_of(view: UnitView, main: str | None) -> Answer:
    """What a 取りまとめ starts from: what was drawn together before, else what 主管 says but status and texts. A wish
    to discuss and the lines done are those of all departments."""
    if view.counted is not None and view.counted.department is None and view.counted.answer is not None:
        return view.counted.answer
    said = [each.answer for each in view.answers.values() if each is not None and each.answer is not None]
    own = view.answers.get(main or "")
    base = own.answer if own is not None and own.answer is not None and own.answer.status != "na" else None
    lines = dict.fromkeys(line for each in said for line in each.done_lines)
    return replace(
        (base or Answer()).public_part(),
        status=None,
        results=None,
        issues=None,
        next=None,
        ask=None,
        discuss="discuss" if any(each.discuss != "none" for each in said) else "none",
        done_lines=tuple(lines),
        written_by=None,
        confirmed_by=None,
        answered_for=None,
    )


def usable(view: UnitView, main: str | None) -> str | None:
    """The department (id) whose answer can be the unit's as it is: 主管, or where that says 該当しない the first one
    asked that says a status. None while 主管 has no answer that counts, or where nobody says a status."""
    if status_of(view.answers.get(main or "")) not in (None, "na"):
        return main
    if status_of(view.answers.get(main or "")) is None:
        return None
    return next((each for each, said in view.answers.items() if status_of(said) not in (None, "na")), None)


def used(answers: Mapping[str, Revision | None], department: str, names: Mapping[str, str]) -> Answer:
    """The answer of a department (id) as the unit's: its texts as they are, with the strongest wish to discuss of all
    departments and with what each of them asks; what others ask stands with their ``names`` (by id)."""
    said = {each: found.answer for each, found in answers.items() if found is not None and found.answer is not None}
    wishes = {each: answer for each, answer in said.items() if answer.discuss != "none"}
    own = said[department]
    if wishes.keys() - {department}:
        asks = [with_name(part, names[each]) for each, answer in wishes.items() for part in sentences(answer.ask)]
        own = replace(own, ask="".join(asks) or None)
    discuss = max((each.discuss for each in said.values()), key=_DISCUSS.index)
    return replace(own.public_part(), discuss=discuss, answered_for=None, confirmed_by=None)


def sentences(text: str | None) -> tuple[str, ...]:
    """The sentences of a text, each with its 。."""
    return tuple(found.strip() for found in _SENTENCE.findall(text or "") if found.strip())


def with_name(sentence: str, department: str) -> str:
    """The sentence with who says it, before its 。; one that names the department already stays as it is."""
    if f"（{department}）" in sentence:
        return sentence
    if sentence.endswith("。"):
        return f"{sentence[:-1]}（{department}）。"
    return f"{sentence}（{department}）。"


def standing_in(text: str, sentence: str, piece: str) -> str:
    """How a sentence stands in a text: as the ``piece`` it is put in as, or as it was said; empty where it does not."""
    if piece in text:
        return piece
    return sentence if sentence in sentences(text) else ""


def joint(text: str) -> str:
    """What goes between a text and a sentence that is put behind it: nothing after a full stop, else a line end."""
    return "" if not text or text.endswith(("。", "\n")) else "\n"
