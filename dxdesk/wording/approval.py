"""What 伺い and 供覧 of a meeting say."""

from __future__ import annotations

from typing import Final

APPROVAL_TITLE: Final = "会議の開催及び資料の配布について（伺い）"
CIRCULATION_TITLE: Final = "会議の結果について（供覧）"
APPROVAL: Final = "決裁"
CONSULTATION: Final = "合議"
CIRCULATION: Final = "供覧"
PLEASE_APPROVE: Final = "このことについて、次のとおり開催し、別添の資料を配布してよろしいか伺います。"
PLEASE_APPROVE_ONLY: Final = "このことについて、次のとおり開催してよろしいか伺います。"
PLEASE_READ: Final = "このことについて、次のとおり開催しましたので、供覧します。"
NUMBER: Final = "文書番号"
DRAFTED: Final = "起案"
DECIDED: Final = "決裁"
MADE: Final = "作成"
RETENTION: Final = "保存年限"
CARRIED_OUT: Final = "施行"
OPENNESS: Final = "公開"
HELD: Final = "開催"
NOT_PUBLIC: Final = "非公開（庁内会議）"
HANDED_TO: Final = "配布先"
DECISIONS: Final = "決定事項"
NONE_DECIDED: Final = "決定事項はない。"
NONE_GIVEN: Final = "指示事項はない。"


def actions_head(word: str) -> str:
    """指示事項（宿題）"""
    return f"指示事項（{word}）"


def handed_to(member: str, members: int, secretariat: str) -> str:
    """配布先　委員13名、事務局"""
    return f"{HANDED_TO}　{member}{members}名、{secretariat}"
