"""Words that say something of the reality of an event: those beside it and those that govern it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.language.clauses import is_passive
from kg.language.tree import children
from kg.model import Status

Vocabulary = Mapping[str, Mapping[str, list[str]]]
ORDER: tuple[Status, ...] = (
    "negated",
    "denied",
    "failed",
    "hypothetical",
    "demanded",
    "threatened",
    "planned",
    "attempted",
    "alleged",
)
VERB_LINKS = frozenset(
    "xcomp ccomp dobj nsubjpass csubjpass oprd pcomp pobj attr acomp conj acl dative agent prep advcl".split()
)
BY_VERB: tuple[Status, ...] = (
    "denied",
    "failed",
    "negated",
    "attempted",
    "threatened",
    "planned",
    "demanded",
    "hypothetical",
    "alleged",
)
#: classes whose verb qualifies a nominal event only as its object ("planned the attack"), never as its passive "by"
NOMINAL_LINKS = frozenset({"dobj", "nsubjpass", "pobj", "attr"})
#: words that make a reported future depend on something
CONDITIONAL = frozenset({"if", "unless", "whether"})
#: verbs whose object is whom they address or what they name, not what they demand
ADDRESSING = frozenset("call ask tell instruct command exhort implore beg advise insist appeal".split())
#: adverbs that add something where "not" stands before them
NOT, ADDING = frozenset({"not", "n't"}), frozenset({"only", "just", "merely"})
#: modals of what one does not know for sure
UNSURE = frozenset({"may", "might", "must"})
#: words by which police learn of what they look into
REPORTED = frozenset("report respond call investigate probe dispatch tip".split())


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A status and the token that gives it."""

    status: Status
    cue: Token | None


def own_signs(node: Token, vocabulary: Vocabulary) -> Iterator[Qualifier]:
    """Signs among a token's own dependents."""
    if _is_subjunctive(node):
        yield Qualifier("demanded", node.head)
    for item in node.children:
        word = item.lower_
        if word in NOT and item.i + 1 < len(item.doc) and item.nbor().lower_ in ADDING:  # "*not only* killed"
            continue
        if (
            item.dep_ == "neg"
            or word in {"n't", "not", "never"}
            or (item.dep_ in {"det", "advmod", "preconj"} and word in vocabulary["negated"]["adverbs"])
        ):
            yield Qualifier("negated", item)
        elif item.dep_ == "aux" and item.tag_ == "MD":
            yield from _modal(item, vocabulary)
        elif item.dep_ in {"advmod", "amod", "compound", "nmod"}:
            yield from _by_modifier(item, vocabulary)
        elif item.dep_ in {"nsubj", "nsubjpass", "dobj"} and (nobody := _nobody(item)) and not _added(item, node):
            yield Qualifier("negated", nobody)
        if item.dep_ == "mark" and word in vocabulary["hypothetical"]["deadlines"] and node.tag_ in {"VBP", "VBZ"}:
            yield Qualifier("hypothetical", item)
        if item.dep_ == "mark" and word in vocabulary["hypothetical"]["markers"]:
            yield Qualifier("hypothetical", item)


def _is_subjunctive(node: Token) -> bool:
    """Whether a clause tells what shall be: "its demand that Israel *ease* the siege"."""
    if node.tag_ != "VB" or any(c.dep_ in {"aux", "auxpass"} for c in node.children):
        return False
    labels = {c.lower_ if c.dep_ == "mark" else c.dep_ for c in node.children}
    return {"that", "nsubj"} <= labels


def _nobody(item: Token) -> Token | None:
    """The word of a noun phrase that denies that there is anybody: "nobody", "*no* shots", "*neither* side"."""
    if item.lower_ in {"nobody", "none"}:
        return item
    words = (c for c in item.children if c.dep_ in {"det", "preconj", "advmod"})
    return next((c for c in words if c.lower_ in {"no", "neither"}), None)


def _added(item: Token, verb: Token) -> bool:
    """Whether a phrase behind a comma only adds what came of it: "threw a grenade at a bar, *no casualties*"."""
    first = item.left_edge.i
    return item.dep_ == "dobj" and first > verb.i + 1 and item.doc[first - 1].text == ","


def _reported_future(item: Token, vocabulary: Vocabulary) -> bool:
    """Whether "would" is the "will" of somebody's words, and on no condition: "said they would withdraw"."""
    verb = item.head
    while verb.dep_ in {"conj", "xcomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    if item.lower_ not in vocabulary["future"]["reported"] or verb.dep_ != "ccomp":
        return False
    if verb.head.tag_ not in {"VBD", "VBN"} or verb.head.lemma_.lower() not in vocabulary["voiced"]["say"]:
        return False
    beside = [verb, *(c for owner in (verb, verb.head) for c in owner.children if c.dep_ == "advcl")]
    return not any(c.dep_ in {"mark", "advmod"} and c.lower_ in CONDITIONAL for t in beside for c in t.children)


def _modal(item: Token, vocabulary: Vocabulary) -> Iterator[Qualifier]:
    forms = {item.lower_, item.lemma_.lower()}
    if forms & UNSURE and _of_the_past(item.head, forms):
        yield Qualifier("alleged", item)
    elif forms & set(vocabulary["future"]["auxiliaries"]) or _reported_future(item, vocabulary):
        yield Qualifier("planned", item)
    elif forms & set(vocabulary["hypothetical"]["modals"]):
        yield Qualifier("hypothetical", item)


def _of_the_past(verb: Token, modal: set[str]) -> bool:
    """Whether what may be is of the past or present: "may *have* shot him", "might *be* a bombing"."""
    perfect = any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)
    return perfect or ("must" not in modal and verb.lemma_ == "be" and any(c.dep_ == "attr" for c in verb.children))


def _by_modifier(item: Token, vocabulary: Vocabulary) -> Iterator[Qualifier]:
    word = item.lower_
    for status in ORDER:
        table = vocabulary[status]
        if word in table.get("adjectives", ()) or word in table.get("adverbs", ()):
            yield Qualifier("alleged" if status == "hypothetical" and _is_reported(item.head) else status, item)


def _is_reported(noun: Token) -> bool:
    """Whether somebody was called to what is only possible: "responded to a report of a possible *shooting*"."""
    above = itertools.islice(noun.ancestors, 4)
    return noun.dep_ == "pobj" and any(t.lemma_.lower() in REPORTED for t in above)


def governor_signs(node: Token, head: Token, vocabulary: Vocabulary) -> Iterator[Qualifier]:
    """Signs of the word that governs a token: "failed to attack", "plans for an attack", "thwarted an attack"."""
    dep = node.dep_
    lemma = head.lemma_.lower()
    if head.pos_ in {"VERB", "AUX"} and dep in VERB_LINKS:
        if dep == "conj":
            return
        if lemma in vocabulary["blame"]["laid"] and dep in {"dobj", "nsubjpass"}:  # "attributed the attack to"
            yield Qualifier("alleged", head)
            return
        if (
            dep == "dobj"
            and node.lemma_.lower() in vocabulary["eluded"]["nouns"]
            and lemma in vocabulary["eluded"]["verbs"]
        ):
            yield Qualifier("negated", head)
            return
        for status in BY_VERB:
            if _verb_listed(lemma, node, vocabulary[status].get("verbs", ())) and _applies(status, node, head):
                open_ = status == "negated" and any(c.dep_ == "neg" for c in head.children)  # "did not rule out"
                yield Qualifier("hypothetical" if open_ else status, head)
                return
        if (
            dep in {"dobj", "nsubjpass"}
            and node.lemma_.lower() in vocabulary["reports"]["nouns"]
            and lemma in vocabulary["reports"]["verbs"]
        ):
            yield Qualifier("denied", head)
            return
        if (
            is_infinitive(node)
            and dep == "xcomp"
            and lemma not in vocabulary["factual"]["verbs"]
            and not _raising(head)
            and not (lemma == "have" and head.tag_ == "VBD")  # "had to open fire"
        ):
            yield Qualifier("planned", head)
    elif head.pos_ in {"NOUN", "PROPN"} and dep in {"acl", "prep", "ccomp"} and not _is_of_noun_itself(node, lemma):
        for status in BY_VERB:
            if lemma in vocabulary[status].get("nouns", ()) and (
                dep != "prep" or node.lower_ in {"of", "for", "to", "at", "against"}
            ):
                yield Qualifier(status, head)
                return
        if dep == "acl" and is_infinitive(node):
            yield Qualifier("planned", head)
    elif head.pos_ == "ADJ" and (is_infinitive(node) or node.lower_ == "of"):
        yield from _by_predicate(head, vocabulary, node)
    if dep in {"pcomp", "pobj"} and node.head.lower_ == "without":
        yield Qualifier("negated", node.head)


def _is_of_noun_itself(node: Token, noun: str) -> bool:
    """Whether words at a noun are not what it demands or plans: "a plan *signed* by all", "a call *of* shots fired"."""
    return (node.dep_ == "acl" and node.tag_ == "VBN") or (noun == "call" and node.lower_ == "of")


def _by_predicate(word: Token, vocabulary: Vocabulary, node: Token) -> Iterator[Qualifier]:
    """ "unable to attack", "capable of attacking"; any other adjective with an infinitive tells a plan."""
    lemma = word.lemma_.lower()
    for status in ("negated", "hypothetical"):
        if lemma in vocabulary[status]["predicates"]:
            yield Qualifier(status, word)
            return
    if is_infinitive(node):
        yield Qualifier("planned", word)


def _verb_listed(lemma: str, node: Token, verbs: list[str] | tuple[str, ...]) -> bool:
    if lemma in verbs:
        return True
    if any(
        c.dep_ in {"prt", "advmod", "acomp"} and f"{lemma} {c.lower_}" in verbs
        for c in node.head.children
        if node.head.pos_ == "VERB"
    ):
        return True
    if any(c.dep_ in {"prt", "advmod", "acomp"} and f"{lemma} {c.lower_}" in verbs for c in node.head.head.children):
        return True
    preposition = node.lower_ if node.dep_ == "prep" else node.head.lower_ if node.dep_ in {"pobj", "pcomp"} else ""
    return bool(preposition) and f"{lemma} {preposition}" in verbs


def _applies(status: Status, node: Token, head: Token) -> bool:
    """Whether a verb of a status class qualifies what stands in this place below it."""
    dep = node.dep_
    nominal = node.pos_ in {"NOUN", "PROPN"}
    if status == "alleged":
        return dep in {"prep", "xcomp", "ccomp", "oprd"}
    if status == "hypothetical":
        return dep in {"ccomp", "xcomp", "dobj", "pcomp"}
    if status in {"attempted", "negated"}:
        return (
            dep in {"xcomp", "pcomp", "prep", "dobj"}
            if status == "negated"
            else dep in {"xcomp", "dobj", "nsubjpass", "ccomp"}
        )
    if status == "failed":
        return dep in {"xcomp", "dobj", "nsubjpass", "pcomp"} or (dep == "prep" and node.lower_ == "from")
    if status == "demanded" and nominal and head.lemma_.lower() in ADDRESSING:
        return False
    if status == "demanded" and dep == "prep":
        return node.lower_ in {"for", "to", "on"} and not nominal
    if status in {"threatened", "planned"} and dep == "prep":
        return node.lower_ in {"of", "for", "with", "to", "on", "at"}
    if status == "denied":
        return dep in {"ccomp", "xcomp", "dobj", "nsubjpass", "pcomp"}
    return dep not in {"agent", "conj"} and (not nominal or dep in NOMINAL_LINKS | {"xcomp"})


def is_infinitive(node: Token) -> bool:
    return (
        node.pos_ in {"VERB", "AUX"}
        and any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children)
        and not any(c.dep_ == "aux" and c.lemma_ == "have" for c in node.children)
    )


def to_of(node: Token) -> Token:
    """The "to" of an infinitive."""
    return next((c for c in node.children if c.dep_ == "aux" and c.lower_ == "to"), node)


def _raising(head: Token) -> bool:
    """ "is said to attack", "was forced to leave": the infinitive is told, not planned."""
    return is_passive(head) and bool(children(head, "auxpass"))
