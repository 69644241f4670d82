"""What an act was done with where another part of the sentence tells it.

"Troops **fired** *live rounds* at a crowd, **killing** two"; "Two soldiers were **hurt** when *a mine* **went off**"; "Men
armed with *axes* **attacked** a shop".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extraction.drafts import Draft
from kg.extraction.effects import UNDENIED, result_of
from kg.extraction.weapons import arms
from kg.extraction.words import Words
from kg.language.tree import children
from kg.ontology import Ontology
from kg.ontology.groupings import HARMS

#: words before the act in which somebody came to harm
OCCASIONS = frozenset({"when", "as", "after"})


def with_tools(drafts: Sequence[Draft], words: Words) -> list[Draft]:
    """Give an act that tells of no weapon those of its doers, a harm those of the act that it comes of."""
    doc, ontology = words.doc, words.ontology
    drafts = [_with_arms(d, words) if _is_violent(d, ontology) and not d.instruments else d for d in drafts]
    armed: dict[int, Draft] = {}
    for act in drafts:
        if act.instruments and _is_violent(act, ontology) and act.status in UNDENIED:
            armed |= {i: act for i in (act.head, act.verb) if i is not None}
    return [_with_tools(d, armed, doc) if _is_open(d, ontology) else d for d in drafts]


def _is_violent(act: Draft, ontology: Ontology) -> bool:
    return ontology.actions[act.action].plover == "ASSAULT"


def _with_arms(act: Draft, words: Words) -> Draft:
    """An act with what its doers are told to be armed with."""
    held = [t.i for i in act.agents for t in arms(words.doc[i], words.doc[act.head], words)]
    return replace(act, instruments=tuple(held)) if held else act


def _is_open(draft: Draft, ontology: Ontology) -> bool:
    return not draft.instruments and any(ontology.is_a(draft.action, harm) for harm in HARMS)


def _with_tools(harm: Draft, armed: Mapping[int, Draft], doc: Doc) -> Draft:
    """A harm with the weapons of its act, unless somebody else is told to have done that."""
    act = _act_of(doc[harm.head], armed)
    if act is None or (harm.agents and act.agents and not {*harm.agents} & {*act.agents}):
        return harm
    return replace(harm, instruments=tuple(i for i in act.instruments if i not in harm.targets))


def _act_of(verb: Token, armed: Mapping[int, Draft]) -> Draft | None:
    """The act of which a harm is the result, or in which it came about."""
    above = result_of(verb)
    if above is not None:
        return armed.get(above.i)
    clauses = (c for c in children(verb, "advcl") if any(t.lower_ in OCCASIONS for t in children(c, "advmod", "mark")))
    return next((armed[c.i] for c in clauses if c.i in armed), None)
