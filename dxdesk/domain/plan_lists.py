"""The lists a plan carries beside its tree: roles, philosophies, terms, history, issues, figures, national items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Role:
    id: str
    name: str
    body: str | None
    holder: str | None
    titles: tuple[str, ...]
    per: str | None
    duties: tuple[str, ...]


@dataclass(frozen=True)
class Philosophy:
    id: str
    text: str
    nodes: tuple[str, ...]


@dataclass(frozen=True)
class GlossaryTerm:
    id: str
    term: str
    aliases: tuple[str, ...]
    reading: str | None
    definition: str
    source: str | None
    as_of: str | None
    number: str | None


@dataclass(frozen=True)
class HistoryEntry:
    id: str
    bucket: str
    as_of: str | None
    title: str
    detail: str | None
    node: str | None


@dataclass(frozen=True)
class Issue:
    id: str
    group: str | None
    text: str
    node: str | None


@dataclass(frozen=True)
class Figure:
    id: str
    name: str
    value: str
    as_of: str | None
    source: str | None
    node: str | None


@dataclass(frozen=True)
class Crosswalk:
    """A node's national item (N1 … S1, X) in a version of the national plan."""

    node: str
    item: str
    version: str
    weight: Literal["primary", "related"]
    confirmed: bool


@dataclass(frozen=True)
class Method:
    key: str
    wording: str


@dataclass(frozen=True)
class PlanText:
    heading: str
    text: str


@dataclass(frozen=True)
class Lineage:
    kind: str
    from_: tuple[str, ...]
    to: tuple[str, ...]
    reason: str | None


@dataclass(frozen=True)
class OpenQuestion:
    """What the text leaves open: a node (or None for the plan), the field, and the question for a person."""

    node: str | None
    field: str
    question: str
