"""What the roles of an event say of its kind: the action that its instruments tell, what states do together."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.extraction.words import Words

#: what one state does to another, also where two are told to do it
ONE_SIDED = frozenset({"ArmsSale", "Extradition"})


def is_joint(action: str, words: Words) -> bool:
    """Whether those who are told to do something together do it with one another."""
    return words.ontology.actions[action].plover == "COOPERATE" and action not in ONE_SIDED


def refine(draft: Draft, words: Words) -> str:
    """The more specific action that the instruments tell: an attack with rockets is shelling."""
    table = words.ontology.refinements.get(draft.action, {})
    doc = words.doc
    signs: list[str | None] = [lemma for i in draft.agents for lemma in words.lemmas(doc[i])]
    signs += [words.instrument(doc[i]) for i in draft.instruments]
    signs += [lemma for i in draft.instruments for lemma in _terms(doc[i], words)]
    laden = {"vehicle", "explosive"} <= set(signs)  # "a *car* packed with *explosives* blew up", "a *car* exploded"
    laden = laden or any(
        words.instrument(doc[i]) == "vehicle" and doc[i].head.i == draft.head for i in draft.instruments
    )
    signs += ["vehicle-bomb"] if laden and draft.action == "Bombing" else []
    signs += ["joint"] if of_several_states([doc[i] for i in draft.agents], words) else []
    return next((table[sign] for sign in signs if sign and sign in table), draft.action)


def _terms(tool: Token, words: Words) -> tuple[str, ...]:
    """The terms that end at a weapon, none shorter than the first that is one: a "*mortar bomb*" is no "bomb"."""
    lemmas = words.lemmas(tool)
    known = next((n for n, lemma in enumerate(lemmas) if lemma in words.ontology.nouns.instruments), len(lemmas))
    return lemmas[: known + 1]


def of_several_states(agents: Iterable[Token], words: Words) -> bool:
    """Whether those who act are of two states: "Greek and Omani warships", "Iran and Russia"."""
    near = {t for agent in agents for t in (agent, *agent.subtree) if t.i <= agent.i}
    entries = (words.entry(t) for t in near)
    return len({entry.country for entry in entries if entry is not None and entry.country}) > 1
