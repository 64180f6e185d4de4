"""照会: every department is sent what it needs to answer, with a key of its own for this cycle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import insert

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.departments import heirs
from dxdesk.domain.errors import rule
from dxdesk.domain.packages import PlanNews
from dxdesk.domain.plan_parts import Department
from dxdesk.exchange.sealing import make_signing_key
from dxdesk.operations.change import Change, Touched
from dxdesk.operations.sender_keys import OpenKeys, ready_keys
from dxdesk.operations.sending import PackageFile, file_package, make_package
from dxdesk.store.package_tables import reply_keys
from dxdesk.store.queries import cycles, finding, inquiring, plans


def inquire(
    change: Change,
    cycle: Cycle,
    departments: Sequence[str] = (),
    *,
    passphrase: str | None = None,
    keys_passphrase: str | None = None,
    numbers_only: bool = False,
    in_ascii: bool = False,
) -> tuple[PackageFile, ...]:
    """The 照会 of a cycle for the departments named (none: all that are asked), in 建制順.

    Each carries a new reply key for that department and cycle; keys of an earlier 照会 stay good. A department that
    took over from one that was asked is sent what that one was asked. ``passphrase`` locks the files,
    ``keys_passphrase`` opens the secretariat's own keys. With ``in_ascii`` the files have names in ASCII, and so has
    whatever follows them. Raises Problem.
    """
    change.allow("inquire")
    if not cycles.cycle(change.connection, cycle.id).open:
        raise rule("cycle.closed", "cycle")
    known = plans.departments(change.connection)
    wanted = [finding.department(change.connection, each).id for each in departments]
    asked = {each for found in cycles.asked(change.connection, cycle.id).values() for each in found}
    receivers = _receivers(known, asked)
    strange = [each for each in wanted if each not in receivers]
    if strange:
        names = plans.names(known)
        raise rule("inquire.not_asked", "department", department="、".join(names[each] for each in strange))
    keys = ready_keys(change, keys_passphrase)
    return tuple(
        _inquiry(change, cycle, each, keys, passphrase=passphrase, numbers_only=numbers_only, in_ascii=in_ascii)
        for each in known
        if each.id in receivers and (not wanted or each.id in wanted)
    )


def _receivers(known: Sequence[Department], asked: set[str]) -> set[str]:
    """Who answers now for those that were asked: themselves, or the last that took over."""
    return {heirs(known, each)[-1] for each in asked}


def _inquiry(
    change: Change,
    cycle: Cycle,
    department: Department,
    keys: OpenKeys,
    *,
    passphrase: str | None,
    numbers_only: bool,
    in_ascii: bool,
) -> PackageFile:
    reply = make_signing_key()
    body = replace(
        inquiring.material(change.connection, cycle, department),
        sender_key=keys.signing_public,
        opening_key=keys.opening_public,
        reply_key=reply.private,
    )
    own = cycles.asked(change.connection, cycle.id)
    known = plans.departments(change.connection)
    count = sum(any(department.id == heirs(known, each)[-1] for each in found) for found in own.values())
    made = make_package(
        change,
        "inquiry",
        body,
        keys.signing_private,
        cycle=cycle,
        department=department,
        count=count,
        passphrase=passphrase,
        numbers_only=numbers_only,
        in_ascii=in_ascii,
    )
    sequence = change.enter("inquire", department.name, Touched.CYCLES, after=made.package.id)
    change.connection.execute(
        insert(reply_keys).values(
            public=reply.public,
            cycle=cycle.id,
            department=department.id,
            moment=change.moment,
            audit_sequence=sequence,
        )
    )
    file_package(change, made.package, sequence, direction="out", file=made.name)
    return made


def make_view(
    change: Change, *, passphrase: str | None = None, keys_passphrase: str | None = None, in_ascii: bool = False
) -> PackageFile:
    """閲覧: everything as it counts now, for people who only look. Raises Problem where there is no cycle yet."""
    change.allow("inquire")
    newest = cycles.cycles(change.connection)
    if not newest:
        raise rule("view.no_cycle", "cycle")
    keys = ready_keys(change, keys_passphrase)
    body = replace(
        inquiring.view_material(change.connection), sender_key=keys.signing_public, opening_key=keys.opening_public
    )
    made = make_package(
        change,
        "view",
        body,
        keys.signing_private,
        cycle=newest[-1],
        department=None,
        count=len(body.cycles),
        passphrase=passphrase,
        in_ascii=in_ascii,
    )
    sequence = change.enter("view", newest[-1].name, Touched.NOTHING, after=made.package.id)
    file_package(change, made.package, sequence, direction="out", file=made.name)
    return made


def make_plan_news(change: Change, *, keys_passphrase: str | None = None) -> PackageFile:
    """計画: the newest revision of the plan for everybody's database, where it applies from the next 照会. Raises
    Problem."""
    change.allow("inquire")
    keys = ready_keys(change, keys_passphrase)
    revision = plans.plan_revision(change.connection)
    body = PlanNews(inquiring.numbered_plan(change.connection, revision.id))
    made = make_package(change, "plan", body, keys.signing_private, cycle=None, department=None, count=1)
    sequence = change.enter("plan send", revision.plan.title, Touched.NOTHING, after=made.package.id)
    file_package(change, made.package, sequence, direction="out", file=made.name)
    return made
