"""What 用語集 says on paper. Each sentence stands here once."""

from __future__ import annotations

from typing import Final

from dxdesk.domain.plan_lists import GlossaryTerm

GLOSSARY_TITLE: Final = "用語集"
HEADS: Final = ("用語", "説明", "出典（年）")
NO_TERMS: Final = "この計画には、用語の説明がない。"
IN_ORDER: Final = "この資料に出てくる用語を、はじめて出る順に並べた。"


def count_words(count: int) -> str:
    """13語"""
    return f"{count}語"


def number_words(number: int) -> str:
    """※1"""
    return f"※{number}"


def source_words(term: GlossaryTerm, plan: str) -> tuple[str, ...]:
    """第5期科学技術基本計画 and （2016年); only what is known, and of the ``plan`` itself only where in it."""
    source = (term.source or "").removeprefix(plan).strip(" 　") or term.source
    if source and term.as_of and term.as_of not in source:
        return source, f"（{term.as_of}）"
    return (source or term.as_of or "",)
