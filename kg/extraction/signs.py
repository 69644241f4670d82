"""Words beside an event that say something of its reality: "*not* attacked", "an *alleged* attack", "*may* attack"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

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
#: words that make a reported future depend on something
CONDITIONAL = frozenset({"if", "unless", "whether"})
#: words that deny; adverbs that add something where "not" stands before them
NEVER = frozenset({"n't", "not", "never"})
NOT, ADDING = frozenset({"not", "n't"}), frozenset({"only", "just", "merely"})
#: what "not" leaves over before a noun: "not *a* shell", "not *one* soldier", but not "not all"
SINGLE = frozenset({"a", "an", "one", "single", "any"})
#: how never is said with a noun: "at *no time* did they attack"
TIMES = frozenset("time point stage moment way case circumstance circumstances".split())
#: auxiliaries before a subject that make a condition: "*had* the bomb exploded", "*should* they attack"
INVERTED = frozenset({"had", "should", "were"})
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
    if node.dep_ == "conj" and (
        nor := next((c for c in node.head.children if c.lower_ == "nor" and c.i < node.i), None)
    ):
        yield Qualifier("negated", nor)
    inverted = _inverted(node)
    if inverted is not None:
        if not any(c.lower_ in NOT for c in node.children):  # "had they not *bombed* it": they did
            yield Qualifier("hypothetical", inverted)
        return
    if (vow := _set_in(node, vocabulary)) is not None:
        yield Qualifier("threatened", vow)
    for item in node.children:
        if item.lower_ in NOT and item.i + 1 < len(item.doc) and item.nbor().lower_ in ADDING:  # "*not only* killed"
            continue
        yield from _of_dependent(item, node, vocabulary)
        if _is_condition(item, node, vocabulary):
            yield Qualifier("hypothetical", item)


def _of_dependent(item: Token, node: Token, vocabulary: Vocabulary) -> Iterator[Qualifier]:
    """ "did *not* attack", "*will* attack", "an *attempted* attack", "*no* shots were fired"."""
    denying = item.dep_ in {"det", "advmod", "preconj"} and item.lower_ in vocabulary["negated"]["adverbs"]
    if item.dep_ == "neg" or item.lower_ in NEVER or denying:
        yield Qualifier("negated", item)
    elif item.dep_ == "aux" and item.tag_ == "MD":
        yield from _modal(item, vocabulary)
    elif item.dep_ in {"advmod", "amod", "compound", "nmod"}:
        yield from _by_modifier(item, vocabulary)
    elif item.dep_ == "prep" and (never := _at_no_time(item)) is not None:
        yield Qualifier("negated", never)
    elif item.dep_ in {"nsubj", "nsubjpass", "dobj"} and (nobody := _nobody(item)) and not _added(item, node):
        yield Qualifier("negated", nobody)


def _is_condition(item: Token, node: Token, vocabulary: Vocabulary) -> bool:
    """Whether a word makes its clause one that may come true or not: "*if* they attack", "*until* they disarm"."""
    words = vocabulary["hypothetical"]
    first = next((c for c in node.children if c.dep_ == "auxpass"), node)  # "until he *is* **freed**"
    open_ = item.lower_ in words["deadlines"] and first.tag_ in {"VBP", "VBZ"}
    return item.dep_ == "mark" and (open_ or item.lower_ in words["markers"])


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
    first = item.left_edge
    single = first.lower_ in NOT and first != item and first.nbor().lower_ in SINGLE
    return first if single else next((c for c in words if c.lower_ in {"no", "neither"}), None)


def _at_no_time(preposition: Token) -> Token | None:
    """The word that says never before a noun: "at **no** time did the army attack"."""
    times = (c for c in preposition.children if c.dep_ == "pobj" and c.lower_ in TIMES)
    return next((d for time in times for d in time.children if d.lower_ == "no"), None)


def _set_in(node: Token, vocabulary: Vocabulary) -> Token | None:
    """A threat set into the clause that tells what is threatened: "the hostages, *the group* **vowed**, will be killed"."""
    told = (c for c in node.children if c.dep_ in {"ccomp", "parataxis"} and c.tag_ == "VBD" and c.i < node.i)
    own = (
        c for c in told if any(s.dep_ == "nsubj" for s in c.children) and not any(s.dep_ == "mark" for s in c.children)
    )
    future = any(c.dep_ == "aux" and c.tag_ == "MD" for c in node.children)
    return next((c for c in own if future and c.lemma_.lower() in vocabulary["threatened"]["verbs"]), None)


def _inverted(node: Token) -> Token | None:
    """The auxiliary that makes a clause a condition by standing first: "**had** *the bomb* exploded, it would have"."""
    if node.dep_ != "advcl":
        return None
    subject = next((c for c in node.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    own = [node] if node.lower_ == "were" else [c for c in node.children if c.dep_ in {"aux", "auxpass"}]
    before = (t for t in own if t.lower_ in INVERTED and subject is not None and t.i < subject.i)
    return next((t for t in before if t.i == node.left_edge.i), None)


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
    if any(c.dep_ == "aux" and c.lower_ == "have" for c in item.head.children):  # "they would *have* attacked"
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
