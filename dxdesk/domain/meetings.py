"""The meeting: who came, what was on the agenda, what was decided, said and left to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, get_args

from dxdesk.domain.settings import Settings

ItemKind = Literal["discuss", "report"]
Presence = Literal["present", "absent", "proxy", "observer"]
Position = Literal["chair", "vice", "member", "staff"]
Result = Literal["noted", "approved", "amended", "continued", "revise", "dropped", "abolished", "referred"]
ActionState = Literal["open", "done", "carried"]
MeetingState = Literal["open", "closed"]

RESULTS: Final[tuple[Result, ...]] = (
    "noted", "approved", "amended", "continued", "revise", "dropped", "abolished", "referred",
)  # fmt: skip
RemarkKind = Literal["question", "answer", "opinion", "wish", "instruction"]
REMARK_KINDS: Final[tuple[RemarkKind, ...]] = get_args(RemarkKind)
PRESENCES: Final[tuple[Presence, ...]] = ("present", "absent", "proxy", "observer")


@dataclass(frozen=True)
class Member:
    """A committee member of a body. ``order`` is 職順; ``position`` chair, vice or member."""

    id: str
    body: str
    name: str
    title: str | None
    position: Literal["chair", "vice", "member"]
    department: str | None
    order: int


@dataclass(frozen=True)
class Meeting:
    """A meeting of a body on a cycle. Times are local ``HH:MM``; ``state`` closed locks its records.

    ``agenda_confirmed`` is the moment at which the agenda was confirmed, None while it can be changed; ``next_day``
    when the body meets next, as was said at the end; ``ordinal`` which meeting of the body it is where that is not the
    name of its cycle (令和6年度第3回).
    """

    id: str
    cycle: str
    body: str
    body_name: str
    day: date
    begins: str | None
    ends: str | None
    place: str | None
    state: MeetingState
    agenda_confirmed: str | None = None
    next_day: date | None = None
    ordinal: str = ""


@dataclass(frozen=True)
class Attendance:
    """One row of the attendance table; a proxy shows who came and ``proxy_for`` whose place it was.

    ``position`` staff is 説明員・事務局: who explains or takes notes, and has no seat.
    """

    name: str
    title: str | None
    presence: Presence
    proxy_for: str | None
    position: Position = "member"


@dataclass(frozen=True)
class AgendaItem:
    """An item of the agenda; ``unit`` None for a standing or free item. ``ask`` is 決めること, ``minutes`` its time."""

    id: str
    number: int
    kind: ItemKind
    unit: str | None
    code: str | None
    title: str
    ask: str | None
    minutes: int | None


@dataclass(frozen=True)
class Decision:
    """What was decided about an item, by result key and in the words of the room.

    ``read_back``: it was read back to the room in these words, ``read_back_at`` at which moment, None where not known.
    ``kind`` is which of the decisions that the plan gives to the body (推進方針), None where none was named;
    ``council``: it goes to 庁議.
    """

    id: str
    number: int
    item: int
    unit: str | None
    result: Result
    text: str
    read_back: bool = False
    read_back_at: str | None = None
    kind: str | None = None
    council: bool = False

    @property
    def words(self) -> str:
        """【推進方針】移行を2段階に分ける。: what was decided, behind its kind where one was named."""
        return f"【{self.kind}】{self.text}" if self.kind else self.text


@dataclass(frozen=True)
class Opinion:
    """付帯意見: what a committee says to the body above it along with its decision about an item."""

    id: str
    number: int
    item: int
    unit: str | None
    text: str


@dataclass(frozen=True)
class EarlierDecision:
    """What another meeting of the same cycle has decided already, about the item of a title.

    ``opinions`` are the 付帯意見 that go with it; they stand with the last decision about an item.
    """

    meeting: Meeting
    title: str
    decision: Decision
    opinions: tuple[Opinion, ...] = ()


@dataclass(frozen=True)
class Conclusion:
    """What the body below concluded about a unit, with its 付帯意見, as the body above is told."""

    body_name: str
    result: Result
    text: str
    opinions: tuple[str, ...] = ()


@dataclass(frozen=True)
class ActionItem:
    """A 宿題: who does what until when. ``due`` None means 次回会議."""

    id: str
    number: int
    item: int | None
    unit: str | None
    departments: tuple[str, ...]
    due: date | None
    text: str
    state: ActionState
    outcome: str | None = None


@dataclass(frozen=True)
class NumberedAction:
    """A 宿題 with the meeting that gave it and its number of the fiscal year and the body, as minutes print it: 6-3."""

    number: str
    meeting: Meeting
    action: ActionItem


@dataclass(frozen=True)
class Remark:
    id: str
    item: int
    speaker: str
    kind: RemarkKind
    text: str
    public: bool = True


@dataclass(frozen=True)
class FloorCorrection:
    """席上修正: what was changed in the room, from what, at whose wish."""

    item: int | None
    unit: str
    field: str
    before: str | None
    after: str | None
    asked_by: str


@dataclass(frozen=True)
class Quorum:
    """Members who count as attending, of how many; ``met`` by the town's rule (majority or half)."""

    members: int
    attending: int
    proxies: int
    needed: int
    met: bool


def seats(attendance: Sequence[Attendance]) -> tuple[Attendance, ...]:
    """The rows of the members: neither 説明員・事務局 nor who only listens."""
    return tuple(each for each in attendance if each.position != "staff" and each.presence != "observer")


def staff(attendance: Sequence[Attendance]) -> tuple[Attendance, ...]:
    """説明員・事務局, be they there or not."""
    return tuple(each for each in attendance if each.position == "staff" and each.presence != "observer")


def quorum(attendance: Sequence[Attendance], settings: Settings) -> Quorum:
    """Whether the meeting stands: observers and 説明員・事務局 never count, proxies as the town's
    rule says.

    A majority is more than half of the members, ``half`` at least half; with no members on file it is never met.
    """
    members = seats(attendance)
    present = sum(each.presence == "present" for each in members)
    proxies = sum(each.presence == "proxy" for each in members)
    attending = present + (proxies if settings.proxy_counts else 0)
    needed = len(members) // 2 + 1 if settings.quorum == "majority" else (len(members) + 1) // 2
    return Quorum(len(members), attending, proxies, needed, bool(members) and attending >= needed)


@dataclass(frozen=True)
class MeetingRecord:
    """Everything recorded of one meeting, in order; what the minutes are drafted from."""

    meeting: Meeting
    attendance: tuple[Attendance, ...]
    items: tuple[AgendaItem, ...]
    decisions: tuple[Decision, ...]
    actions: tuple[ActionItem, ...]
    remarks: tuple[Remark, ...]
    corrections: tuple[FloorCorrection, ...] = ()
    opinions: tuple[Opinion, ...] = ()

    @property
    def recorded(self) -> bool:
        """Whether anything is recorded beside who came."""
        return any((self.decisions, self.opinions, self.actions, self.remarks, self.corrections))

    @property
    def bare(self) -> bool:
        """Whether nothing is recorded yet and the agenda is not confirmed: the meeting can still be taken away."""
        return not self.recorded and self.meeting.agenda_confirmed is None

    def result(self, item: AgendaItem) -> Result | None:
        """The last result recorded for an item; a report without one was noted, a discussion has none."""
        found = [each.result for each in self.decisions if each.item == item.number]
        if found:
            return found[-1]
        return "noted" if item.kind == "report" else None
