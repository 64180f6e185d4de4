"""What 開催通知 says."""

from __future__ import annotations

from datetime import date
from typing import Final

from dxdesk.domain.paper import Paper

KIND: Final = "通知"
WHEN: Final = "日時"
WHERE: Final = "場所"
MATTERS: Final = "議題"
PAPERS: Final = "資料"
ATTENDANCE: Final = "出欠報告"
OPINIONS: Final = "御意見"
PAPERS_FOLLOW: Final = "事前にお送りします。当日は、お持ちください。"
NOT_SET: Final = "追って連絡します。"
OTHER: Final = "なお、代理の方が出席される場合は、職名と氏名を併せてお知らせください。"
OPINION_TIME: Final = "13:00"


def subject(meeting_name: str) -> str:
    """令和6年度第2回デジタル化推進員会議の開催について（通知）"""
    return f"{meeting_name}の開催について（{KIND}）"


def everybody(member: str) -> str:
    """各委員"""
    return f"各{member}"


def held() -> str:
    """What the letter is about."""
    return "このことについて、下記のとおり開催しますので、御出席くださるようお願いします。"


def answer_by(day: date, office: str, paper: Paper) -> str:
    """Until when somebody says whether they come."""
    return f"{paper.long_date(day)}までに、{office}へお知らせください。"


def opinions_by(day: date, paper: Paper) -> str:
    """Until when somebody who is absent gives an opinion."""
    return f"欠席される方は、{paper.long_date(day)}{paper.clock(OPINION_TIME)}までに、書面でお寄せください。"
