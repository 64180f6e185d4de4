"""Packages of an invented town with keys that never change, and ways to make them wrong as a signer could."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from dxdesk.domain.cycles import Slot
from dxdesk.domain.errors import Problem
from dxdesk.domain.packages import (
    KIND_WORDS,
    Body,
    Content,
    FollowUp,
    Head,
    Inquiry,
    Numbered,
    Package,
    PackageKind,
    PlanNews,
    Receipt,
    ReceiptRow,
    Records,
    SentAction,
    SentAnswer,
    SentCycle,
    SentUnit,
    Stamp,
)
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.records import canonical
from dxdesk.domain.replies import Answer, Author, Budget, Reading, Request, Review, Revision, WrittenBy
from dxdesk.domain.text import check_text
from dxdesk.exchange.package import payload_of, read_outer, read_package, write_package
from dxdesk.exchange.package_body import body_text
from dxdesk.exchange.package_text import bound, write_text
from dxdesk.exchange.sealing import KeyPair, encode, public_of, seal, sign
from tests.builders import attempt
from tests.plan_samples import uid

SENDER = KeyPair("0t38R3oFWFkBz2hh+uO1pOk3kQTKi7+IVkUzedfCupw=", "6tHW0Sqrz95lFKwqsY1LCNc3rhuRzaVbEDFXbU0UnRs=")
REPLY = KeyPair("+IG7HSQZaID9PYNXuByqZqHmpUghYed1q1Rtv/JMh5w=", "l0xk7hgM2s8eSjleX0HlzwvJqcjQp1Lz+gBusD8z4JY=")
STRANGER = KeyPair("NVgy0tZnS9llofbnoNr57lMMfrQg0n5NLF5SBy7YEDQ=", "4eofO3B9vlCfLMs2GSVFpb+lHN5/RzOcCmdy4Jj5OMI=")
OPENING = KeyPair(
    "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgUJMQPNVdzv0ZF1ikHWuPziUMfoIAHonj02cae2tU6jmhRANCAARf"
    "yZLKu/2LMI+x+PTSYgnDtSTbNBg9QfZjl+RnLd92/5GcdALRRxUb00z0HncS6Hoa/pBbkmEpMkRBGkaPwZGE",
    "BF/Jksq7/Yswj7H49NJiCcO1JNs0GD1B9mOX5Gct33b/kZx0AtFHFRvTTPQedxLoehr+kFuSYSkyREEaRo/BkYQ=",
)
OTHER_OPENING = KeyPair(
    "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg+xmsA1d14pet+HDXJ9pn2dMSJQEPTGSYjW6Xpx//eFWhRANCAATc"
    "R3Xt90VH8gIyBba6PIrGFdFMn535c4I4iOItUWMVi89e3Uvu+77tOcpTNOs83od+MNJSaNb6AftXk8zSC4wN",
    "BNxHde33RUfyAjIFtro8isYV0UyfnflzgjiI4i1RYxWLz17dS+77vu05ylM06zzeh34w0lJo1voB+1eTzNILjA0=",
)
MOMENT = "2025-01-28T10:12:00+09:00"
PASSPHRASE = "さくら 2025"
DATABASE, CYCLE, BEFORE, NUMBER = uid("町"), uid("第2回"), uid("第1回"), uid("番号")
DEPARTMENT, OTHER_DEPARTMENT = uid("町民生活課"), uid("政策企画課")
GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "packages"
PLAN_CONTENT = Content((GOLDEN / "plan.json").read_bytes().decode("utf-8"))
SETTINGS_CONTENT = Content((GOLDEN / "settings.json").read_bytes().decode("utf-8"))
PLAN_ID = "67a35644-287a-5eab-ab49-150576ad772b"
KINDS: tuple[PackageKind, ...] = ("inquiry", "reply", "return", "correction", "receipt", "plan", "view")

HOSTILE = (
    "<b>太字</b>と</para><img src=x onerror=alert(1)>",
    "=cmd|'/c calc'!A0",
    "' OR 1=1; DROP TABLE revisions; -- 100%_",
    "𠮷野家 ☑ 髙橋 﨑",
    "葛\U000e0100城と葛飾",
    "か\u3099き\u3099 ｱｲｳ ①㈱㌔",
    "外字\ue000と\U000f0000",
    "שלום و عربي",
    "a\u200bb\u00adc\u2028d\u00a0e\ufeff",
    "👨\u200d👩\u200d👧",
    "前\n\n後　字下げ ",
    "見出しのような行\n町: 別の町  通番: 9\n\nQUFB",
    '"\\u0000\\ud800',
    "あ" * 4_000,
    "\n" * 99,
    "",
)
REFUSED = ("あ\0", "あ\x1b", "あ\x85", "\ud800", "\udfff", "\ufffe", "\U0010ffff", "\u202e逆", "\u2066", "\u2069")

texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60)).filter(
    lambda text: not isinstance(attempt(check_text, text, ""), Problem) and check_text(text, "") == text
)
"""Whatever people may type, as it is stored."""

lines = texts.map(lambda text: " ".join(text.split())[:200])
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def digest_of(content: str) -> str:
    return hashlib.sha256(content.encode("utf-8")).hexdigest()


def head(kind: PackageKind, **more: str) -> Head:
    said = Head(
        town="見本町",
        plan="見本町DX計画 (版 1)",
        cycle="令和6年度 第2回",
        kind=KIND_WORDS[kind],
        department="町民生活課",
        count="2",
        made=MOMENT,
        number=NUMBER,
        sequence="4",
    )
    return replace(said, **more)


def stamp(kind: PackageKind, **more: Any) -> Stamp:
    everybody = kind in ("plan", "view")
    said = Stamp(
        format=1,
        kind=kind,
        database=DATABASE,
        plan=PLAN_ID,
        cycle=None if kind == "plan" else CYCLE,
        department=None if everybody else DEPARTMENT,
        number=NUMBER,
        sequence=4,
        made=MOMENT,
        head=head(kind),
    )
    return replace(said, **more)


def revision(unit: str = "窓口", *, results: str = "窓口を6回開いた。", **more: Any) -> Revision:
    answer = Answer(
        status="ok",
        stage="trial",
        results=results,
        indicators=(Reading(uid("利用率"), "76", "７６％", "2025-01-10", "exact", "窓口の記録", None),),
        budget=Budget(True, "1200", "一般財源"),
        requests=(Request("政策企画課", "人を出してほしい。"),),
        written_by=WrittenBy("佐藤", "主任", "123"),
    )
    author = Author("liaison", DEPARTMENT, "佐藤")
    said = Revision("answer", CYCLE, uid(unit), DEPARTMENT, (), answer, author, MOMENT)
    return replace(said, **more)


def records(*more: Revision) -> Records:
    """Every kind of record: answered, corrected on that base, withdrawn, accepted, returned, confirmed, undone."""
    first = revision()
    secretariat = Author("secretariat", None, None)
    corrected = replace(first, kind="correct", parents=(first.id,), author=secretariat)
    withdrawn = revision("案内", kind="withdraw", parents=(digest_of("案内"),), answer=None)

    def review(kind: Any, target: str, after: tuple[str, ...] = (), **said: Any) -> Review:
        return Review(kind, CYCLE, first.unit, DEPARTMENT, target, after, secretariat, MOMENT, **said)

    returned = review("return", first.id, fields=("results", "issues"), question="何件でしたか。")
    reviews = (
        returned,
        review("undone", first.id, (returned.id,)),
        review("accept", corrected.id),
        review("confirm", first.id, name="鈴木", title="課長", date="2025-01-28"),
    )
    follow_up = FollowUp(uid("宿題"), "done", "済ませた。", MOMENT, "佐藤")
    return Records((first, corrected, withdrawn, *more), reviews, (follow_up,), late=False)


def inquiry(kind: PackageKind = "inquiry") -> Inquiry:
    answer = replace(revision().answer or Answer(), results="前回の実績。")
    plan, settings = digest_of(PLAN_CONTENT), digest_of(SETTINGS_CONTENT)
    before = SentCycle(
        BEFORE, "令和6年度 第1回", 2024, "interim", "2024-07-01", "2024-07-31", None, None, plan, settings, False,
        (SentUnit(uid("窓口"), "warn"),),
        (SentAnswer(uid("窓口"), None, answer), SentAnswer(uid("窓口"), DEPARTMENT, answer)),
    )  # fmt: skip
    asked = SentCycle(
        CYCLE, "令和6年度 第2回", 2024, "result", "2025-01-10", "2025-01-31", "2025-02-13", BEFORE, plan, settings,
        True, (), (),
    )  # fmt: skip
    action = SentAction(
        uid("宿題"), uid("会議"), BEFORE, uid("委員会"), "推進委員会", "2024-08-20", 3, uid("窓口"), (DEPARTMENT,),
        "2024-12-27", "手順を決める。", "open", None,
    )  # fmt: skip
    return Inquiry(
        town="見本町",
        sample=False,
        plans=(Numbered(1, PLAN_CONTENT),),
        settings=(Numbered(1, SETTINGS_CONTENT),),
        departments=(
            Department(DEPARTMENT, "町民生活課", "町民", None, 1, True, "2020-04-01", None, None),
            Department(OTHER_DEPARTMENT, "政策企画課", None, None, 2, True),
        ),
        cycles=(before, asked),
        slots=(Slot(uid("窓口"), DEPARTMENT, "main", False),),
        actions=(action,),
        sender_key=SENDER.public,
        opening_key=OPENING.public,
        reply_key=REPLY.private if kind == "inquiry" else "",
    )


def receipt() -> Receipt:
    rows = (
        ReceiptRow(uid("窓口"), DEPARTMENT, "new", True, None),
        ReceiptRow(uid("案内"), DEPARTMENT, "late", False, "期限後です。"),
    )
    return Receipt(digest_of("回答"), False, rows, digest_of("記録"))


def body(kind: PackageKind) -> Body:
    if kind in ("inquiry", "view"):
        return inquiry(kind)
    if kind == "receipt":
        return receipt()
    return PlanNews(Numbered(2, PLAN_CONTENT)) if kind == "plan" else records()


def written(kind: PackageKind, said: Body | None = None, **more: Any) -> tuple[bytes, Package]:
    """The file of a package and what it says; ``more`` are the passphrase or parts of the stamp."""
    passphrase = more.pop("passphrase", None)
    signer = REPLY if kind == "reply" else SENDER
    to = OPENING.public if kind == "reply" else None
    parts = {each.name: more[each.name] for each in fields(Stamp) if each.name in more}
    return write_package(stamp(kind, **parts), said or body(kind), signer.private, seal_to=to, passphrase=passphrase)


def opened(file: bytes, *, passphrase: str | None = None, key: str = OPENING.private) -> Package:
    """What a reader with the secretariat's key makes of a file. Raises Problem."""
    outer = read_outer(file)
    return read_package(outer.head, payload_of(outer, opening_key=key, passphrase=passphrase))


def signed(kind: PackageKind, content: bytes, key: KeyPair | None = None) -> bytes:
    """A file whose signature fits whatever stands in it, as somebody with a key could make it."""
    signer = key or (REPLY if kind == "reply" else SENDER)
    inner = canonical(
        {"body": encode(content), "key": public_of(signer.private), "signature": sign(content, signer.private)}
    ).encode("utf-8")
    said = head(kind)
    return write_text(said, seal(inner, OPENING.public, bound(said)) if kind == "reply" else inner)


def record_of(kind: PackageKind) -> dict[str, Any]:
    """What is signed of a package, as values to spoil."""
    said = stamp(kind)
    values: dict[str, Any] = {each.name: getattr(said, each.name) for each in fields(said)}
    values["head"] = {each.name: getattr(said.head, each.name) for each in fields(said.head)}
    found: dict[str, Any] = {**json.loads(canonical(values)), "body": json.loads(body_text(body(kind)))}
    return found


def spoilt(kind: PackageKind, spoil: Callable[[dict[str, Any]], object]) -> bytes:
    """A package that its own signer made wrong."""
    record = record_of(kind)
    spoil(record)
    return signed(kind, canonical(record).encode("utf-8"))
