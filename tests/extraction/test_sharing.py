"""What the events of one sentence have from one another: sentence → all events, agents > targets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction.events import events
from kg.extraction.words import Words

LookUp = Callable[[str], Words]

SHARED = {
    "a cause's agents": [
        ("An Israeli air strike killed two guards.", ["Airstrike: Israeli >", "Killing: Israeli > guards"])
    ],
    "the target of what is threatened": [
        (
            "Turkey threatened to expel the rebels.",
            ["ThreatToRelations: Turkey > rebels", "Expulsion: Turkey > rebels"],
        ),
        (
            "Iran threatened to leave the talks if Israel attacked.",
            ["ThreatToRelations: Iran > Israel", "HaltNegotiations: Iran >", "Attack: Israel >"],
        ),
    ],
    "who shall do what is asked": [
        (
            "France demanded that the rebels release the hostages.",
            ["Demand: France > rebels", "PrisonerRelease: rebels > hostages"],
        ),
    ],
    "the target of a protest's demand": [
        (
            "Students marched in Lima to demand reforms by the government.",
            ["Protest: Students > government", "AppealToYield: none"],
        ),
        (
            "Workers staged a strike in protest at the government's refusal to talk.",
            ["LabourStrike: Workers > government"],
        ),
    ],
    "a part of another act is no event of its own": [
        ("Algeria lifted the state of emergency in Oran.", ["EaseRestrictions: Algeria > Oran", "MartialLaw: none"]),
        ("The rebels rejected an appeal by France.", ["Rejection: rebels > France", "Appeal: none"]),
        ("Denmark suspended aid to Malawi.", ["CutAid: Denmark > Malawi", "Aid: none"]),
        (
            "Students demonstrated in Lima, demanding reforms.",
            ["Protest: Students >", "AppealToYield: none", "Demand: none"],
        ),
        ("The premier cancelled a visit to Peru.", ["Cancellation: premier > Peru", "Visit:  > Peru"]),
        ("Troops were sent to oversee a ceasefire.", ["Peacekeeping: Troops >", "Ceasefire: none"]),
        ("France condemned the attack on the village.", ["Condemnation: France > attack", "Attack:  > village"]),
    ],
    "whoever does what a participle tells": [
        (
            "The hall was bombed by rebels, killing 12 nurses and wounding 30 guards.",
            ["Bombing: rebels > hall", "Killing: rebels > nurses", "Wounding: rebels > guards"],
        ),
        ("The hall was shattered by an explosion, killing 12 nurses.", ["Bombing:  > hall", "Killing:  > nurses"]),
        (
            "Soldiers hunted the boy who hid a device that exploded at dawn, wounding four nurses.",
            ["Wounding:  > nurses"],
        ),
        ("Six guards were killed with two nurses injured.", ["Killing:  > guards", "Wounding:  > nurses"]),
    ],
    "what is tried, by the noun before the attempt": [
        ("Gunmen staged an assassination attempt on the minister.", ["Assassination: Gunmen > minister"]),
    ],
    "no claim makes no deed undone": [
        ("Nobody claimed responsibility for the bombing.", ["Bombing:  >"]),
        ("The rebels denied responsibility for the attack.", ["Attack:  >"]),
    ],
    "one act told by verb and noun": [
        ("A blast rocked the market.", ["Bombing:  > market"]),
        ("The attack was repelled by the army.", ["Attack:  >", "Repel: army > attack"]),
        ("The envoy will attend a meeting with the rebels.", ["Meeting: envoy <> rebels"]),
    ],
}
ROWS = [pytest.param(*row, id=f"{kind}: {row[0]}") for kind, rows in SHARED.items() for row in rows]


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_what_is_shared(look_up: LookUp, sentence: str, expected: list[str]) -> None:
    words = look_up(sentence)
    found = []
    for draft in events(words)[0]:
        agents, targets = (", ".join(words.doc[i].text for i in part) for part in (draft.agents, draft.targets))
        found.append(f"{draft.action}: {agents} {'<>' if draft.reciprocal else '>'} {targets}".strip())
    told = [row for row in found if row.split(":")[0] in {e.split(":")[0] for e in expected}]
    assert told == [row for row in expected if not row.endswith("none")]
