"""Who came to a meeting, by command: members, their proxies, and who only listens."""

from __future__ import annotations

from tests.cli.commands import Town
from tests.cli.test_meetings import OUTCOME


def test_a_proxy_stands_in_the_place_of_a_member(met: Town) -> None:
    proxy = ("meeting", "attend", "--name", "見本次郎", "--title", "係長", "--as", "proxy", "--proxy-for", "見本花子")
    assert set(met.value(*proxy)) == OUTCOME
    row = met.value("meeting", "show")["attendance"][1]
    assert (row["name"], row["presence"], row["proxy_for"]) == ("見本次郎", "proxy", "見本花子")
    met.text("meeting", "attend", "--name", "見本太郎", "--as", "absent")
    met.text("meeting", "attend", "--name", "見本町民", "--as", "observer")
    shown = met.value("meeting", "show")
    assert [each["presence"] for each in shown["attendance"]] == ["absent", "proxy", "observer"]
    assert shown["quorum"]["attending"] == 1
    met.text("meeting", "attend", "--name", "見本花子", "--as", "present")
    assert met.value("meeting", "show")["attendance"][1]["name"] == "見本花子"


def test_a_second_proxy_for_a_member_is_said_to_take_the_place_of_the_first(met: Town) -> None:
    proxy = ("meeting", "attend", "--as", "proxy", "--proxy-for", "見本花子", "--name")
    assert met.value(*proxy, "見本次郎")["warnings"] == []
    assert met.value(*proxy, "見本次郎")["warnings"] == []
    said = met.value(*proxy, "見本三郎")["warnings"]
    assert said == ["見本花子さんの代理を、見本次郎さんから見本三郎さんに替えました。"]
    row = met.value("meeting", "show")["attendance"][1]
    assert (row["name"], row["title"], row["proxy_for"]) == ("見本三郎", None, "見本花子")
