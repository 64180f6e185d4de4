"""What may be told to a department, and what of it the secretariat put right."""

from dataclasses import replace

from dxdesk.domain.deliveries import answered_by_themselves, leaving, put_right
from dxdesk.domain.replies import Answer, Author, Revision

SECRETARIAT, LIAISON = Author("secretariat", None, "佐藤"), Author("liaison", "税務課", "田中")
FIRST = Revision("answer", "回", "取組", "税務課", (), Answer(results="一"), LIAISON, "2025-01-01T09:00:00+09:00")


def after(*parents: Revision, author: Author = SECRETARIAT, **fields: str) -> Revision:
    return replace(
        FIRST,
        kind="settle",
        parents=tuple(each.id for each in parents),
        answer=Answer(results="直した", **fields),  # type: ignore[arg-type]
        author=author,
    )


def test_what_holds_a_memo_stays_with_all_that_was_built_on_it() -> None:
    secret = after(FIRST, private_memo="覚え")
    settled = after(secret)
    beside = after(FIRST, to_secretariat="連絡")
    later = after(settled, author=LIAISON)
    assert set(leaving([later, settled, beside, secret, FIRST])) == {FIRST}


def test_what_builds_on_a_version_that_is_not_here_may_leave() -> None:
    settled = after(FIRST)
    assert leaving([settled]) == (settled,)


def test_only_what_others_than_departments_said_in_their_slots_was_put_right() -> None:
    settled, chair = after(FIRST), after(FIRST, author=Author("chair", None, "会長"))
    together = replace(settled, department=None, kind="consolidate")
    assert put_right([FIRST, settled, chair, together]) == (settled, chair)
    elsewhere = replace(settled, unit="ほか")
    assert answered_by_themselves([FIRST, settled, elsewhere, together]) == {("取組", "税務課")}
