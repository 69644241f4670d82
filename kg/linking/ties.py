"""Which events of a sentence the grammar tells as one happening: an act and its effects."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kg.extraction.drafts import Draft
from kg.language.tree import is_passive
from kg.ontology import Ontology

#: prepositions that tell in which act people were harmed: "killed in an attack"
WITHIN = frozenset({"in", "during", "by", "as", "from", "after", "when"})
CLAUSES = frozenset(
    {"advcl", "conj", "relcl", "acl", "xcomp", "ccomp", "nsubj", "nsubjpass", "dobj", "pobj", "agent", "pcomp", "prep"}
)
REACH = 4


def ties(doc: Doc, drafts: Sequence[Draft], ontology: Ontology) -> dict[int, set[int]]:
    """Indices of drafts tied to each draft, both ways."""
    heads = {draft.head: n for n, draft in enumerate(drafts)}
    heads |= {draft.verb: n for n, draft in enumerate(drafts) if draft.verb is not None and draft.verb not in heads}
    violent = [ontology.actions[d.action].plover == "ASSAULT" and not ontology.is_a(d.action, "Repel") for d in drafts]
    out: dict[int, set[int]] = {}
    for n, draft in enumerate(drafts):
        other = heads.get(draft.cause) if draft.cause is not None else None
        if other is None and violent[n]:
            other = _governing(doc[draft.head], heads)
        if other is not None and other != n and violent[n] and violent[other]:
            out.setdefault(n, set()).add(other)
            out.setdefault(other, set()).add(n)
    return out


def _governing(token: Token, heads: dict[int, int]) -> int | None:
    """The event that a trigger hangs on, over a few steps: its cause, its circumstance, its fellow."""
    node = token
    for _ in range(REACH):
        if node.head == node or node.dep_ not in CLAUSES:
            return None
        if node.dep_ == "prep" and node.lower_ not in WITHIN:
            return None
        if node.dep_ == "conj" and _own_subject(node) and not is_passive(node):
            return None
        if node.dep_ == "ccomp":
            return None
        node = node.head
        if node.i in heads and node.i != token.i:
            return heads[node.i]
    return None


def _own_subject(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
