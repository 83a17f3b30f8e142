"""The rules for dates that a register begins with: law where there is law, and otherwise habits to be changed.

Each has an id of its own, the same in every register, so that a changed rule can be restored and a removed one told.
What a source says is as far as it was checked: a section of a law stands only where one was found.
"""

from __future__ import annotations

from typing import Final

from regdesk.domain.codes import Anchor, DeadlineKind, FreeDay, OffsetUnit
from regdesk.domain.meetings import DeadlineRule

_LAW: Final = "Kommunallagen (2017:725)"

SHIPPED_RULES: Final[tuple[DeadlineRule, ...]] = (
    DeadlineRule(
        id="0199f000-0000-7000-8000-000000000001",
        position=0,
        kind=DeadlineKind.MATERIAL,
        title="Handlingar klara",
        anchor=Anchor.MEETING,
        offset=-7,
        free_day=FreeDay.BEFORE,
        source="Lokal vana, ingen lag: handlingarna ska vara klara när kallelsen går ut. "
        "Ändra till det som gäller hos er.",
    ),
    DeadlineRule(
        id="0199f000-0000-7000-8000-000000000002",
        position=1,
        kind=DeadlineKind.NOTICE,
        title="Kallelse",
        anchor=Anchor.MEETING,
        offset=-5,
        free_day=FreeDay.BEFORE,
        source="Lokal vana: fem dagar är vanligt, fyra arbetsdagar eller en vecka förekommer. "
        "Ändra till det som gäller hos er.",
    ),
    DeadlineRule(
        id="0199f000-0000-7000-8000-000000000003",
        position=2,
        kind=DeadlineKind.APPROVAL,
        title="Justering",
        anchor=Anchor.MEETING,
        offset=14,
        source=f"{_LAW}: protokollet justeras inom 14 dagar.",
    ),
    DeadlineRule(
        id="0199f000-0000-7000-8000-000000000004",
        position=3,
        kind=DeadlineKind.NOTICE_POSTING,
        title="Anslag",
        anchor=Anchor.APPROVAL,
        offset=2,
        source=f"{_LAW}: justeringen tillkännages på anslagstavlan senast andra dagen efter justeringen.",
    ),
    DeadlineRule(
        id="0199f000-0000-7000-8000-000000000005",
        position=4,
        kind=DeadlineKind.LEGAL_FORCE,
        title="Laga kraft",
        anchor=Anchor.NOTICE_POSTING,
        offset=3,
        offset_unit=OffsetUnit.WEEKS,
        source=f"{_LAW}: beslutet kan överklagas i tre veckor från anslaget. Om tiden slutar på en ledig dag avgör "
        "kansliet vad som gäller: ändra regeln för lediga dagar om den ska flyttas.",
    ),
    DeadlineRule(
        id="0199f000-0000-7000-8000-000000000006",
        position=5,
        kind=DeadlineKind.MEMBER_MOTION,
        title="Motion besvarad",
        anchor=Anchor.ASSIGNMENT_SOURCE,
        offset=1,
        offset_unit=OffsetUnit.YEARS,
        free_day=FreeDay.BEFORE,
        source=f"{_LAW} 5 kap. 35 §: en motion bereds så att fullmäktige kan besluta inom ett år.",
    ),
    DeadlineRule(
        id="0199f000-0000-7000-8000-000000000007",
        position=6,
        kind=DeadlineKind.INTERIM_REPORT,
        title="Delårsrapport till fullmäktige och revisorer",
        anchor=Anchor.PERIOD_END,
        offset=2,
        offset_unit=OffsetUnit.MONTHS,
        free_day=FreeDay.BEFORE,
        source=f"{_LAW} 11 kap. 16 § och 13 kap. lagen om kommunal bokföring och redovisning: inom två månader. "
        "Delåret är minst hälften och högst två tredjedelar av året.",
    ),
    DeadlineRule(
        id="0199f000-0000-7000-8000-000000000008",
        position=7,
        kind=DeadlineKind.ANNUAL_REPORT,
        title="Årsredovisning till fullmäktige och revisorer",
        anchor=Anchor.YEAR,
        recurrence="FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=15",
        free_day=FreeDay.BEFORE,
        source=f"{_LAW} 11 kap.: senast den 15 april.",
    ),
    DeadlineRule(
        id="0199f000-0000-7000-8000-000000000009",
        position=8,
        kind=DeadlineKind.BUDGET,
        title="Plan och budget i juni",
        anchor=Anchor.YEAR,
        recurrence="FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30",
        free_day=FreeDay.BEFORE,
        source="Lokal vana: planen och budgeten beslutas i juni eller november. Ändra till det som gäller hos er.",
    ),
    DeadlineRule(
        id="0199f000-0000-7000-8000-00000000000a",
        position=9,
        kind=DeadlineKind.BUDGET,
        title="Plan och budget i november",
        anchor=Anchor.YEAR,
        recurrence="FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30",
        free_day=FreeDay.BEFORE,
        source="Lokal vana: planen och budgeten beslutas i juni eller november. Ändra till det som gäller hos er.",
    ),
)
