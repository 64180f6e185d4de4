"""What is said once a くいちがい is put right, and how its department is told."""

from __future__ import annotations

from dxdesk.store.queries.delivered import by_forms, receiver, untold
from dxdesk.ui.conflict.reading import Dispute
from dxdesk.ui.delivering import deliver_files
from dxdesk.ui.page import Page
from dxdesk.wording.asking import TELL_BY_FORM, TELL_PUT_RIGHT
from dxdesk.wording.conflict import SETTLED


def say_settled(page: Page, dispute: Dispute) -> None:
    """Say it; a department that answers by files is told by one, whoever fills in reply forms by other means."""
    cycle, department, ask = page.cycle, dispute.slot.department, page.desk.ask
    if cycle is None or department is None or dispute.reviews:
        page.said.emit(SETTLED, False)
        return
    told = ask(receiver, department.id)
    if told in ask(untold, cycle, dispute.slot.unit.id, department.id):
        page.offered.emit(SETTLED, TELL_PUT_RIGHT, lambda: deliver_files(page, cycle, (told,), "correction"))
    elif told in ask(by_forms, cycle.id):
        page.said.emit(f"{SETTLED}{TELL_BY_FORM}", False)
    else:
        page.said.emit(SETTLED, False)
