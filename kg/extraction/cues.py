"""A cue of an attribution as a construction reads it, and who its source is."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.intervals import Interval
from kg.language.clauses import OBJECT_CONTROL, surface_subjects
from kg.language.tree import child, children
from kg.language.voice import is_passive

CLIMB = 5
PAST = frozenset({"VBD", "VBN"})
SINGULAR = frozenset({"has", "is", "was", "does"})
CLIMBING = frozenset({"conj", "xcomp", "advcl", "acomp", "pcomp", "prep", "oprd"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that reports: its source's head, what it takes, its content (None: to be found in a quotation)."""

    token: Token
    source: Token | None
    span: Interval
    content: Interval | None
    complement: str
    type: str
    negated: bool = False
    quotable: bool = False


def source_of(verb: Token, containers: Set[str] = frozenset()) -> Token | None:
    """The head of the words for who says it; "who" and "which" stay as they are."""
    own = teller_behind(verb) or child(verb, "nsubj")
    if own is not None:
        return None if own.dep_ == "expl" else _antecedent(own, verb)
    if is_passive(verb) and not is_apart(verb):
        agent = child(verb, "agent")
        return child(agent, "pobj") if agent is not None else None
    found = _shared(verb) or next(iter(surface_subjects(verb)), None)
    if found is not None and verb.dep_ == "acl" and found.lemma_.lower() in containers:
        return _author(found) or found
    return found


def teller_behind(verb: Token) -> Token | None:
    """The second of two subjects, behind its verb: *Two killed in riot*, **says** *minister*."""
    before, *more = children(verb, "nsubj") or [verb]
    behind = next((c for c in more if c.i > verb.i), None)
    led = before.i < verb.i and verb.doc[verb.i - 1].text == "," and before.right_edge.i == verb.i - 2
    return behind if led else None


def _author(noun: Token) -> Token | None:
    """Whose statement a document is: "the council issued a statement calling the test a crime"."""
    head = noun.head
    if noun.dep_ == "pobj" and head.head.dep_ == "dobj" and head.lower_ == "of":
        head = head.head.head
    return child(head, "nsubj") if head.pos_ == "VERB" and noun.dep_ in {"dobj", "pobj"} else None


def _antecedent(subject: Token, verb: Token) -> Token:
    """The noun for the relative "that": "an agency that said"."""
    relative = subject.lower_ == "that" and subject.tag_ in {"WDT", "IN"} and verb.dep_ == "relcl"
    return verb.head if relative else subject


def is_apart(verb: Token) -> bool:
    """Whether a second verb goes with the saying before and not with what is said: "admitted losses *were made* but **left**"."""
    first = verb.head
    if verb.dep_ != "conj" or first.dep_ != "ccomp" or first.head.i > first.i:
        return False
    if any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in verb.children):
        return False
    helped = any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    if _is_of_many(first) and (verb.tag_ == "VBZ" or any(c.lower_ in SINGULAR for c in verb.children)):
        return True  # "insists the *islands are* Chinese and **has protested**"
    active = child(verb, "dobj") is not None and child(first, "auxpass") is not None
    bare = first.tag_ == "VB" and child(first, "aux") is not None  # "said it *would leave* but **kept** the town"
    alike = verb.tag_ in {"VBD", "VBZ"} and first.head.tag_ == verb.tag_
    return not helped and ((bare and alike) or (active and verb.tag_ in PAST))


def _is_of_many(verb: Token) -> bool:
    """Whether the subject of a verb is plural."""
    subject = child(verb, "nsubj", "nsubjpass")
    return subject is not None and (
        subject.tag_ in {"NNS", "NNPS"} or subject.lower_ in {"they", "we", "these", "those"}
    )


def _shared(verb: Token) -> Token | None:
    """The subject of the verb above: "was able to say", "left, saying"; its object: "quoted *the general* as **saying**"."""
    node = verb
    for _ in range(CLIMB):
        if node.dep_ not in CLIMBING or node.head == node:
            return None
        node = node.head if is_apart(node) else node
        controls = node.dep_ == "xcomp" and node.head.lemma_.lower() in OBJECT_CONTROL
        controls = controls or (node.dep_ == "prep" and node.lower_ == "as")
        node = node.head
        patient = child(node, "dobj") if controls else None
        subject = patient or child(node, "nsubj") or (child(node, "nsubjpass") if verb.dep_ != "conj" else None)
        if subject is not None and node.pos_ in {"VERB", "AUX"}:
            return _antecedent(subject, node)
    return None
