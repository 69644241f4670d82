"""The objects of the verbs of a parse tree (spaCy's English labels): whom or what something is done to."""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.clauses import DIRECTIONS, RELATIVES, resolved
from kg.language.grammar import NOMINAL, OBJECTS
from kg.language.tree import NEVER_ALONE, child, children, with_conjuncts
from kg.language.voice import is_passive
from kg.ontology.word_classes import word_class

#: verbs whose object does what their infinitive tells
MAKING = word_class("making")


def direct_objects(verb: Token) -> list[Token]:
    """The direct objects of an active verb, the noun of a relative clause with a gap among them."""
    own = [_bearer(c) for c in verb.children if c.dep_ in OBJECTS]
    own = own or [t for c in children(verb, "prt") for t in children(c, "pobj")]  # "gunning *down* the bomber"
    if own:
        return with_conjuncts(resolved(own, verb))
    if supposed := _supposed(verb):
        return with_conjuncts(supposed)
    if seen := _taken_for_clause(verb):
        return with_conjuncts(seen)
    if counted := [k for c in children(verb, "oprd") if c.pos_ == "ADJ" for k in children(c, "nummod")]:
        return counted  # "left six dead"
    named = [c for c in children(verb, "oprd") if c.pos_ == "PROPN" and not is_passive(verb)]
    if named:
        return with_conjuncts(named)
    return _moved(verb) or _shared(verb) or of_gap(verb)


def _moved(verb: Token) -> list[Token]:
    """Those that are taken away or driven somewhere: "took *30 people* away", "drove the *rebels* south"."""
    led = [k for c in verb.children if c.lower_ in {"away", "off"} for k in children(c, "npadvmod")]
    if led and led[0].left_edge.i == verb.i + 1 and led[0].ent_type_ not in {"DATE", "TIME", "QUANTITY"}:
        return led
    ways = [c for c in verb.children if c.lower_ in DIRECTIONS]  # the parser takes "rebels south" for a name
    return [k for way in ways for k in children(way, "compound") if k.i == way.i - 1]


def _shared(verb: Token) -> list[Token]:
    """The object that the next verb has for both: "shot and killed *a guard*"."""
    fellows = [c for c in children(verb, "conj") if c.pos_ == "VERB" and not children(c, "nsubj", "nsubjpass")]
    right = [o for c in fellows for o in c.children if o.dep_ in OBJECTS]
    return with_conjuncts(right[:1]) if right and fellows[0].i - verb.i <= 3 else []


def of_gap(verb: Token) -> list[Token]:
    """The noun that a relative clause leaves out: "the town *rebels seized*", "the town *they tried* to **seize**"."""
    clause = verb
    while clause.dep_ == "xcomp" and clause.head.pos_ in {"VERB", "ADJ"}:
        clause = clause.head
    subject = child(clause, "nsubj")
    if clause.dep_ != "relcl" or clause.head.pos_ not in NOMINAL or _relative_adverb(clause) or subject is None:
        return []
    stranded = any(c.dep_ == "prep" and not list(c.children) for c in verb.children)
    return with_conjuncts([clause.head]) if subject.lower_ not in RELATIVES and not stranded else []


def made_to_do(verb: Token) -> list[Token]:
    """What somebody is made to do, hung on those who do it: "forced 200 people **to flee**", "sent them **fleeing**"."""
    if verb.lemma_.lower() == "send":
        sent = [c for t in children(verb, "dobj") for c in t.subtree if c.dep_ == "acl"]
        return [c for c in (*sent, *children(verb, "xcomp", "advcl")) if c.tag_ == "VBG" and c.i > verb.i]
    made = children(verb, "dobj") if verb.lemma_.lower() in MAKING else []
    below = (c for item in made for c in children(item, "acl", "relcl") if c.tag_ == "VB")
    return [c for c in below if any(t.tag_ == "TO" for t in children(c, "aux"))]


def _supposed(verb: Token) -> list[Token]:
    """What an object is said to be: "threw what appeared to be *a bomb*", "hit what it called *a camp*"."""
    clause = child(verb, "ccomp")
    if clause is None or not any(t.lower_ == "what" and t.i == clause.left_edge.i for t in clause.subtree):
        return []
    below = (clause, *children(clause, "xcomp", "ccomp"))
    named = [t for node in below for t in children(node, "attr", "oprd") if t.i > clause.left_edge.i]
    described = [
        t for node in below for way in children(node, "prep") if way.lower_ == "as" for t in children(way, "pobj")
    ]
    return [t for t in (*named, *described) if t.pos_ in NOMINAL][:1]


def _taken_for_clause(verb: Token) -> list[Token]:
    """Those who are told by what they did, which passes for a clause: "killing *117 people* sheltering inside"."""
    clause = child(verb, "ccomp") if verb.lemma_.lower() in NEVER_ALONE else None
    if (
        clause is None
        or clause.tag_ not in {"VBG", "VBN"}
        or clause.i < verb.i
        or children(clause, "mark", "aux", "auxpass")
    ):
        return []
    return children(clause, "nsubj")


def _bearer(noun: Token) -> Token:
    """Whom a word said of an object is said of, where the parser takes both for a compound: "set *a robber* ablaze"."""
    before = [c for c in noun.children if c.dep_ == "compound" and c.i == noun.i - 1]
    return before[0] if before and noun.lower_ in {"ablaze", "alight", "afire", "aflame"} else noun


def _relative_adverb(verb: Token) -> bool:
    """Whether a relative clause begins with "where" or "when", which are no objects."""
    return any(c.lower_ in {"where", "when", "why", "how"} for c in verb.children)
