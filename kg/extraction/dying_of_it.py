"""Who killed those who die of a deed told before them: "Troops **shot at** two brothers; *one of them* **bled to death**"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extraction.drafts import Draft
from kg.language.tree import partitive
from kg.ontology import Ontology
from kg.ontology.groupings import HARMS

#: those told before, of whom some die
TOLD = frozenset({"them", "whom"})
#: words by which a number of dead is of more than the deed told before
RUNNING = frozenset({"since", "toll", "total", "so", "already", "far", "previous"})
#: words of those who die, and blows of which they do
DYING = frozenset({"die", "succumb", "perish", "bleed", "dead", "deceased"})
BLOWS = frozenset({"Shooting", "ExcessiveForce", "CrowdControl", "Beating"})
#: verbs that say how many the dead are: "*put* the dead at 40"
COUNTING = frozenset({"put", "place", "estimate", "number"})


def with_killers(drafts: Sequence[Draft], doc: Doc, ontology: Ontology) -> list[Draft]:
    """Give a death without a doer those who alone did violence in the sentence before it."""
    return [_killed(draft, drafts, doc, ontology) for draft in drafts]


def _killed(death: Draft, drafts: Sequence[Draft], doc: Doc, ontology: Ontology) -> Draft:
    open_ = ontology.is_a(death.action, "Killing") and not death.agents and death.status == "asserted"
    if open_ and (shot := _shot(death, doc, drafts)) is not None:
        return replace(death, agents=shot.agents, rule="caused")
    counted = open_ and _is_count(doc[death.head])
    if not open_ or not (counted or _are_told(death, doc)):
        return death
    sentence = doc[death.head].sent
    acts = [
        d for d in drafts if sentence.start <= d.head < death.head and ontology.actions[d.action].plover == "ASSAULT"
    ]
    doers = {d.agents for d in acts if d.action not in HARMS}
    if len(doers) != 1 or () in doers or any(d.reciprocal or d.status != "asserted" for d in acts):
        return death
    several = any(doc[i].tag_ in {"NNS", "NNPS"} for d in acts for i in d.targets)
    if not (counted or several):  # "rebels attacked *a patrol* and two of them died": of whom?
        return death
    return replace(death, agents=next(iter(doers)), rule="caused")


def _shot(death: Draft, doc: Doc, drafts: Sequence[Draft]) -> Draft | None:
    """The blow or shot of which those die who suffered it: "*a labourer* who was **hit** by a canister *died*"."""
    if doc[death.head].lemma_.lower() not in DYING or not death.targets:
        return None
    sentence = doc[death.head].sent
    blows = [d for d in drafts if d.action in BLOWS and sentence.start <= d.head < sentence.end and d.agents]
    return next((d for d in blows if set(death.targets) <= {*d.targets} and d.status == "asserted"), None)


def _are_told(death: Draft, doc: Doc) -> bool:
    """Whether those who die are some of those told before: "*one of them* bled to death", "two *of whom* died"."""
    parts = (partitive(doc[i]) for i in death.targets)
    return bool(death.targets) and all(whole is not None and whole.lower_ in TOLD for whole in parts)


def _is_count(word: Token) -> bool:
    """Whether a word only counts the dead of a deed: "put *the number of* **dead** at 40"."""
    above = [t for t in word.ancestors if t.pos_ == "VERB"][:1]
    counted = word.lower_ in {"dead", "deaths"} and any(t.lemma_.lower() in COUNTING for t in above)
    return counted and RUNNING.isdisjoint(t.lower_ for t in word.sent)
