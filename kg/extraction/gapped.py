"""One act done to others elsewhere, whose verb is left out: "killed four in Lesk and **six** in Norn"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extraction.drafts import Draft
from kg.extraction.words import Words
from kg.language.gapping import gapped, places_of
from kg.ontology.groupings import DEATHS

#: acts that befall people who can be counted by place
COUNTED = DEATHS | {"Arrest", "Abduction", "HostageTaking", "Displacement"}
RULE = "gapped"


def with_gapped(drafts: Iterable[Draft], words: Words) -> Iterator[Draft]:
    """Yield drafts, each followed by those of the clauses that leave out its verb, with the same agents and status."""
    for draft in drafts:
        verb = words.doc[draft.verb if draft.verb is not None else draft.head]
        further = {t.i: places_of(t) for t in gapped(verb)} if draft.action in COUNTED else {}
        yield replace(draft, targets=tuple(i for i in draft.targets if i not in further)) if further else draft
        for i, places in further.items():
            own = replace(draft, head=i, start=i, end=i + 1, rule=RULE, verb=None, cause=None, manner="")
            yield replace(own, targets=(i,), places=tuple(t.i for t in places), instruments=())
