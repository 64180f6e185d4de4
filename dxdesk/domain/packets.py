"""会議資料一式: which parts a packet has, in which order, and what each is called on the paper."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, cast, get_args

from dxdesk.domain.agenda import standing_title
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import AgendaItem
from dxdesk.domain.text import fold

PartKey = Literal[
    "agenda", "members", "summary", "list", "sheets", "indicators", "schedule", "before", "changes", "crosswalk",
    "directions", "glossary", "guidance",
]  # fmt: skip
PART_KEYS: Final[tuple[PartKey, ...]] = get_args(PartKey)

Mark = Literal["draft", "caution", "collect"]
"""What is printed on a packet where it is wanted: （案） and 会議後回収 on every page, 取扱注意 on the first."""

Numbering = Literal["none", "paper", "reference"]
"""What stands in the 資料番号 box: nothing, 資料 with a number, or 参考."""

PAPER_WORD: Final = "資料"
REFERENCE_WORD: Final = "参考"


@dataclass(frozen=True)
class Part:
    """A part of a packet, the same for every meeting; ``words`` are what an item of the agenda calls its matter."""

    key: PartKey
    title: str
    numbering: Numbering = "paper"
    words: tuple[str, ...] = ()


PARTS: Final[tuple[Part, ...]] = (
    Part("agenda", "次第", "none"),
    Part("members", "出席者名簿", "none"),
    Part("summary", "進捗状況の総括", words=("総括", "進捗", "全体の状況")),
    Part("list", "進捗状況一覧表", words=("一覧", "取組の状況")),
    Part("sheets", "個票"),
    Part("indicators", "指標一覧", words=("指標", "KPI")),
    Part("schedule", "工程表", words=("工程",)),
    Part("before", "前回の決定と{action}の処理状況", words=("前回", "{action}", "指示事項")),
    Part("changes", "計画の変更（案）　新旧対照表", words=("計画の変更", "計画の見直し", "計画の改定", "改訂")),
    Part("crosswalk", "国の重点取組事項との対応表", words=("国の",)),
    Part("directions", "次年度の方向性・予算要求一覧", words=("方向性", "予算")),
    Part("glossary", "用語集", "reference", ("用語",)),
    Part("guidance", "記入要領", "reference"),
)
"""In the order in which they stand where a body has chosen none; ``{action}`` is the town's word for 宿題."""

BY_KEY: Final[Mapping[PartKey, Part]] = {each.key: each for each in PARTS}

PART_WORDS: Final[Mapping[PartKey, str]] = {
    "agenda": "次第",
    "members": "名簿",
    "summary": "総括",
    "list": "一覧表",
    "sheets": "個票",
    "indicators": "指標一覧",
    "schedule": "工程表",
    "before": "前回の決定",
    "changes": "計画の変更",
    "crosswalk": "対応表",
    "directions": "方向性",
    "glossary": "用語集",
    "guidance": "記入要領",
}
"""What people say for each part."""

FIXED: Final[PartKey] = "agenda"
"""The cover: it always comes first and lists what follows."""

SELDOM: Final[frozenset[PartKey]] = frozenset({"guidance"})
"""What goes in only where a body wishes it: it is written for the departments, not for the committee."""


@dataclass(frozen=True)
class Conditions:
    """What decides which parts a packet can have: whether no meeting came before its own, whether the cycle asks
    about the next year, whether a change of the plan waits to be decided (of a closed cycle: waited then), whether the
    plan names national items, explains terms that its papers use, measures by indicators, says what is to be done when,
    and whether 個票 are there to print: of a unit that is discussed or late, or of all units."""

    first: bool
    next_year: bool
    changes: bool
    crosswalk: bool = True
    terms: bool = True
    indicators: bool = True
    schedule: bool = True
    sheets: bool = True

    def allow(self, key: PartKey) -> bool:
        """Whether a part has anything to say in such a cycle."""
        rules: Mapping[PartKey, bool] = {
            "before": not self.first,
            "directions": self.next_year,
            "changes": self.changes,
            "crosswalk": self.crosswalk,
            "glossary": self.terms,
            "indicators": self.indicators,
            "schedule": self.schedule,
            "sheets": self.sheets,
        }
        return rules.get(key, True)


@dataclass(frozen=True)
class PacketChoice:
    """What a body wants in its packets, remembered for it.

    ``order`` names parts in their order (parts it does not name follow in the usual one), ``left_out`` those that do
    not go in, ``added`` those of SELDOM that do. ``draft``, ``caution`` and ``collect`` are the marks （案）,
    取扱注意 and 会議後回収; ``a4`` has the list on pairs of A4, ``a3`` on A3 (neither: as the town has it),
    ``all_sheets`` a 個票 of every unit instead of those that are discussed or late.
    """

    order: tuple[PartKey, ...] = ()
    left_out: frozenset[PartKey] = frozenset()
    draft: bool = False
    caution: bool = False
    collect: bool = False
    a4: bool = False
    all_sheets: bool = False
    added: frozenset[PartKey] = frozenset()
    a3: bool = False

    def in_pairs(self, usual: str) -> bool:
        """Whether the list is on pairs of A4, where ``usual`` is the paper that the town has it on."""
        return not self.a3 and (self.a4 or usual == "A4")

    def with_list(self, *, in_pairs: bool, usual: str) -> PacketChoice:
        """The same with the list on pairs of A4 or on A3; what is ``usual`` in the town is not kept as a wish."""
        return replace(self, a4=in_pairs and usual != "A4", a3=not in_pairs and usual == "A4")

    def ordered(self, offered: Collection[PartKey]) -> tuple[PartKey, ...]:
        """Those offered in this order, chosen or not: the cover first, then as named, then where they usually stand."""
        named = [key for key in dict.fromkeys(self.order) if key in offered and key != FIXED]
        for at, key in enumerate(PART_KEYS):
            if key in offered and key not in named and key != FIXED:
                before = [named.index(each) for each in PART_KEYS[:at] if each in named]
                named.insert(max(before, default=-1) + 1, key)
        return (*((FIXED,) if FIXED in offered else ()), *named)

    def chosen(self, offered: Collection[PartKey]) -> tuple[PartKey, ...]:
        """Those offered that go in, in their order."""
        return tuple(key for key in self.ordered(offered) if key == FIXED or self._goes_in(key))

    def _goes_in(self, key: PartKey) -> bool:
        return key in self.added if key in SELDOM else key not in self.left_out

    def only(self, keys: Sequence[PartKey], offered: Collection[PartKey]) -> PacketChoice:
        """The same with just these parts, in this order."""
        out = frozenset(offered) - frozenset(keys) - SELDOM
        return replace(self, order=tuple(keys), left_out=out, added=SELDOM & frozenset(keys))

    def moved(self, key: PartKey, steps: int, offered: Collection[PartKey]) -> PacketChoice:
        """The same with a part further down (or, below 0, up); the cover stays where it is."""
        order = [each for each in self.ordered(offered) if each != FIXED]
        if key not in order:
            return self
        place = min(max(order.index(key) + steps, 0), len(order) - 1)
        order.remove(key)
        order.insert(place, key)
        return replace(self, order=tuple(order))

    def with_part(self, key: PartKey, goes_in: bool) -> PacketChoice:
        """The same with a part in it, or without."""
        if key in SELDOM:
            return replace(self, added=self.added | {key} if goes_in else self.added - {key})
        return replace(self, left_out=self.left_out - {key} if goes_in else self.left_out | {key})

    def marked(self, mark: Mark, printed: bool) -> PacketChoice:
        """The same with a mark printed, or not."""
        marks = {"draft": self.draft, "caution": self.caution, "collect": self.collect} | {mark: printed}
        return replace(self, draft=marks["draft"], caution=marks["caution"], collect=marks["collect"])

    def record(self) -> dict[str, object]:
        """As plain values."""
        marks = {name: getattr(self, name) for name in ("draft", "caution", "collect", "a4", "a3", "all_sheets")}
        return {"order": list(self.order), "left_out": sorted(self.left_out), "added": sorted(self.added), **marks}


def choice_from(record: Mapping[str, object]) -> PacketChoice:
    """The choice from its plain values; parts that this program does not know are passed over."""
    order = cast("Sequence[str]", record.get("order", ()))
    left_out = cast("Sequence[str]", record.get("left_out", ()))
    marks = {name: bool(record.get(name)) for name in ("draft", "caution", "collect", "a4", "a3", "all_sheets")}
    added = frozenset(_known(cast("Sequence[str]", record.get("added", ()))))
    return PacketChoice(_known(order), frozenset(_known(left_out)), added=added, **marks)


def _known(keys: Sequence[str]) -> tuple[PartKey, ...]:
    return tuple(key for key in keys if key in PART_KEYS)


def part_keys(typed: str, action_word: str) -> tuple[PartKey, ...]:
    """Parts named by their keys, their titles or the words people say, with commas between them, in that order;
    ``action_word`` is the town's word for 宿題. Raises Problem (packet.part)."""
    meant = {fold(part.title.format(action=action_word)): part.key for part in PARTS}
    meant |= {fold(word): key for key, word in PART_WORDS.items()} | {fold(key): key for key in PART_KEYS}
    found = []
    for each in (one.strip() for one in typed.replace("、", ",").replace("，", ",").split(",")):
        if each and fold(each) not in meant:
            known = "、".join(f"{key}（{word}）" for key, word in PART_WORDS.items())
            raise Problem("packet.part", "parts", {"text": each, "choices": known})
        if each:
            found.append(meant[fold(each)])
    return tuple(found)


def numbers(keys: Sequence[PartKey], appended: int = 0) -> tuple[dict[PartKey, str], tuple[str, ...]]:
    """The 資料番号 of chosen parts, closing up where one is left out, and those of appended files.

    One part for reference alone is 参考, several are 参考1, 参考2 and so on. A part without a number has an empty one.
    """
    papers = iter(range(1, len(keys) + 1))
    references = [key for key in keys if BY_KEY[key].numbering == "reference"]
    total = len(references) + appended
    words = iter([REFERENCE_WORD] if total == 1 else [f"{REFERENCE_WORD}{at}" for at in range(1, total + 1)])
    found: dict[PartKey, str] = {}
    for key in keys:
        numbering = BY_KEY[key].numbering
        if numbering == "paper":
            found[key] = f"{PAPER_WORD}{next(papers)}"
        else:
            found[key] = next(words) if numbering == "reference" else ""
    return found, tuple(words)


def references(
    items: Sequence[AgendaItem], numbered: Mapping[PartKey, str], sheets: Mapping[str, str], action_word: str
) -> dict[int, str]:
    """The 資料番号 behind the items of an agenda, by their number.

    A unit has its 個票 (``sheets`` by unit), else the list; an item without a unit the part whose matter it names, in
    place of a missing 総括 the list.
    """
    found = {}
    for item in items:
        number = _of_unit(item.unit, numbered, sheets) if item.unit else _of_matter(item.title, numbered, action_word)
        if number:
            found[item.number] = number
    return found


def _of_unit(unit: str, numbered: Mapping[PartKey, str], sheets: Mapping[str, str]) -> str:
    return sheets.get(unit) or numbered.get("list", "")


def _of_matter(title: str, numbered: Mapping[PartKey, str], action_word: str) -> str:
    matter = standing_title(title)
    for part in reversed(PARTS):
        words = [word.format(action=action_word) for word in part.words]
        number = numbered.get(part.key) or (numbered.get("list") if part.key == "summary" else "")
        if number and any(word in matter for word in words):
            return number
    return ""
