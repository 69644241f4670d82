"""Whether an event is told as one that happened: negated, denied, failed, planned, ... and by which word.

The reader climbs from the trigger through the words that govern it and looks at each for signs.  Of several signs the
one that takes most away from the assertion counts ("unsuccessfully tried" is failed, "did not plan to" negated).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.copulas import identity
from kg.extraction.governors import (
    governor_sign,
    is_called_false,
    is_factual,
    is_infinitive,
    is_performed,
    to_of,
)
from kg.extraction.scopes import ends_scope, is_about, is_charge, is_inside, is_outside, is_turned_down
from kg.extraction.signs import ORDER, Qualifier, Vocabulary, own_signs
from kg.extraction.unreal import is_one_of_many, is_undoubted, is_unhindered, is_without_fail, unreal_signs
from kg.language.clauses import is_first
from kg.language.tree import children, is_definite
from kg.ontology.word_classes import word_class

#: labels of what is no part of what its governor says
APART = frozenset({"relcl", "nsubj", "compound", "poss", "appos", "npadvmod", "parataxis"})
#: what a deed can be by its other words that tell no more than the suspicion
SUSPECTED = frozenset({"asserted", "planned", "demanded", "attempted", "alleged"})
#: what keeps a deed from being done, and what says that it did not
PREVENTING = frozenset(
    "prevent stop avert block halt thwart foil deter forestall repel repulse fend beat stave ward contain".split()
)
#: what is done by those far from what happens
SENSING = frozenset({"hear", "see", "feel"})
UNDOING = frozenset({"negated", "failed"})
#: whom a notice speaks to; what they may know of is not what they are asked for: "anyone with information on the raid"
ADDRESSED = frozenset({"anyone", "anybody", "witness", "someone", "somebody"})
#: who may do something or not
WHOEVER = frozenset({"anyone", "anybody", "whoever", "whomever"})
#: verbs by which somebody says what something is
HOLDING_TO_BE = (word_class("opinions") | word_class("telling") | {"call", "describe", "term"}) - {
    "consider",
    "find",
    "know",
}
#: verbs of what comes to nothing
COLLAPSING = frozenset({"fail", "collapse", "fizzle", "flounder", "misfire"})
#: verbs of beginning, of which an infinitive behind the object tells the purpose
BEGINNING = frozenset({"begin", "start", "resume", "continue"})
ASSERTED = Qualifier("asserted", None)


def qualify(
    trigger: Token, vocabulary: Vocabulary, start: Token | None = None, own: frozenset[int] = frozenset()
) -> Qualifier:
    """The status of the event at a trigger.

    ``start`` is the verb that carries a nominal event, if one does; ``own`` are the trigger's tokens, which are no signs.
    """
    signs = list(_signs(trigger, vocabulary))
    if start is not None and start != trigger:
        signs += _signs(start, vocabulary)
    own = own | _modals_of_refusal(trigger, own) | _modals_of_sensing(start or trigger)
    signs = _standing([sign for sign in signs if sign.cue is None or sign.cue.i not in own])
    return min(signs, key=lambda sign: ORDER.index(sign.status), default=ASSERTED)


def _modals_of_refusal(verb: Token, own: frozenset[int]) -> frozenset[int]:
    """Modals of an idiom that says no by its "not": "**would** *not hear of* a truce", "**will** *never accept* it"."""
    if not any(c.dep_ == "neg" and c.i in own for c in verb.children):
        return frozenset()
    return frozenset(c.i for c in verb.children if c.dep_ == "aux" and c.tag_ == "MD")


def _modals_of_sensing(verb: Token) -> frozenset[int]:
    """Modals that leave nothing open: "shelling **could** *be heard* across the town"."""
    if verb.lemma_.lower() not in SENSING or (verb.tag_ != "VBN" and verb.lower_ != "hear"):
        return frozenset()
    return frozenset(c.i for c in children(verb, "aux") if c.lower_ in {"could", "can"})


def _standing(signs: list[Qualifier]) -> list[Qualifier]:
    """The signs that hold: what nobody could prevent took place: "*failed* to **stop** the attack", "did *not* **avert** it"."""
    if conditions := {sign.cue.head.i for sign in signs if sign.status == "hypothetical" and _is_if(sign) and sign.cue}:
        signs = [s for s in signs if s.status != "negated" or s.cue is None or s.cue.head.i not in conditions]
    for sign in signs:
        cue = sign.cue
        if cue is not None and sign.status == "denied" and (undenied := _undenied(cue, signs)):
            return [*(other for other in signs if other != sign and other not in undenied), Qualifier("alleged", cue)]
        if cue is not None and sign.status == "failed" and cue.lemma_.lower() in PREVENTING:
            against = [o for o in signs if o.status in UNDOING and o.cue is not None and _governs(o.cue, cue)]
            if against or _is_idle(cue):
                able = [
                    o
                    for o in signs
                    if o.cue is not None and o.cue.head == cue and o.cue.lower_ in {"could", "can", "to"}
                ]
                return [other for other in signs if other != sign and other not in (*against, *able)]
    return signs


def _undenied(cue: Token, signs: list[Qualifier]) -> list[Qualifier]:
    """Signs that somebody did not deny: "did *not* **deny** that", "*neither* confirmed *nor* **denied**"."""
    first = cue.head if cue.dep_ == "conj" else cue
    return [o for o in signs if o.status == "negated" and o.cue is not None and o.cue.head in (cue, first)]


def _governs(word: Token, verb: Token) -> bool:
    """Whether a word says of a verb that it was not done: above it, or "not" beside it."""
    return word != verb and (word.is_ancestor(verb) or word.head == verb)


def _is_idle(verb: Token) -> bool:
    """Whether nothing is told to have been done to some end: "did *nothing* to **stop** the looters"."""
    doing = (above for above in (verb.head, verb.head.head) if above.lemma_.lower() == "do")
    return any(c.lower_ in {"nothing", "little"} for above in doing for c in above.children)


def _is_pointed_at(noun: Token) -> bool:
    """Whether a deed is known from before and only tells whom is meant: "will find the masterminds *of this* **murder**"."""
    pointed = any(c.dep_ == "det" and c.lower_ in {"this", "that", "these", "those"} for c in noun.children)
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN" and pointed


def suspected(sign: Qualifier, word: Token | None) -> Qualifier:
    """The status of a deed of which somebody is suspected by a word: "*wanted* for the murder" plans none."""
    return Qualifier("alleged", word) if word is not None and sign.status in SUSPECTED else sign


def _signs(node: Token, vocabulary: Vocabulary) -> Iterator[Qualifier]:
    """Signs on the way from a token up to the end of its scope."""
    trigger = node
    for depth in range(12):
        head = node.head
        yield from own_signs(node, vocabulary)
        if is_undoubted(node):
            return
        if is_unhindered(node):
            yield from (Qualifier("threatened", c) for c in head.children if c.tag_ == "MD")
            return
        yield from unreal_signs(node, vocabulary)
        yield from _beside_head(node, vocabulary)
        if is_called_false(node, vocabulary):
            yield Qualifier("denied", head.head)
        if node.dep_ == "relcl" and is_infinitive(node) and not depth and head.pos_ == "NOUN" and not is_first(head):
            yield Qualifier("planned", to_of(node))  # "an operation **to retake** the town"
            yield from (Qualifier("negated", c) for c in head.children if c.dep_ == "det" and c.lower_ == "no")
        if head == node or node.dep_ in APART or (depth and node.lemma_.lower() in ADDRESSED):
            return
        if (not depth and _is_pointed_at(node)) or is_one_of_many(node) or is_without_fail(node):
            return
        if not depth and node.dep_ == "amod" and node.tag_ == "VBN":
            return  # "demanded the release of **detained** *leaders*"
        if (holder := _held_to_be(node, head)) is not None:
            yield Qualifier("alleged", holder)
            return
        if node.dep_ == "advcl" and not is_inside(node, head, vocabulary):
            if is_performed(node, head, vocabulary):
                node = head
                continue
            if is_infinitive(node) and (not is_factual(head, vocabulary) or _is_purpose_of(head)):
                yield Qualifier("planned", to_of(node))
            return
        if is_outside(node, head):
            return
        yield from _by_phrase(node, head)
        if is_turned_down(node, head, vocabulary):
            if depth:
                yield Qualifier("negated", head)
            return
        if depth == 1 and node.dep_ == "prep" and is_about(trigger, head, vocabulary):
            return
        above = governor_sign(node, head, vocabulary)
        if above is not None and not (depth == 0 and above.status == "denied" and is_charge(node, head, vocabulary)):
            yield above
            if above.status == "hypothetical" and above.cue == head:
                return
        if ends_scope(node, head, vocabulary):
            return
        node = head


def _held_to_be(node: Token, head: Token) -> Token | None:
    """The verb by which somebody says what something was: "in *what Ukraine* **says** was an air strike", "**called** an attack".

    The parse may hang "was" on the clause before.
    """
    copula = node.lemma_ == "be" and node.i > 0
    verb = node.nbor(-1) if copula and node.nbor(-1).pos_ == "VERB" else head
    if not (verb == head or copula) or (verb == head and node.dep_ not in {"ccomp", "oprd", "dobj", "attr"}):
        return None
    free = verb.dep_ == "pcomp" and any(c.lower_ == "what" and c.i < verb.i for c in verb.children)
    return verb if free and verb.lemma_.lower() in HOLDING_TO_BE else None


def _is_if(sign: Qualifier) -> bool:
    """Whether a condition may come true or not: "**if** *a truce* holds"."""
    return sign.cue is not None and sign.cue.dep_ == "mark"


def _is_purpose_of(verb: Token) -> bool:
    """Whether a verb that begins something has its object, or tells who comes: "began *an offensive* to take it"."""
    return verb.lemma_ == "come" or (verb.lemma_ in BEGINNING and any(c.dep_ == "dobj" for c in verb.children))


def _beside_head(node: Token, vocabulary: Vocabulary) -> Iterator[Qualifier]:
    """Signs of where a word stands: before a noun that is the status, behind who it may have been, an infinitive alone."""
    if node.dep_ in {"compound", "nmod", "amod"} and node.pos_ in {"NOUN", "PROPN"}:
        yield from _by_head(node.head, vocabulary)
    if node.dep_ in {"nsubj", "nsubjpass"} and node.pos_ == "NOUN" and not is_definite(node):
        yield from (sign for sign in own_signs(node.head, vocabulary) if sign.status == "hypothetical" and _is_if(sign))
    if node.dep_ == "nsubj" and node.head.lemma_ == "be":  # "an *assault* was **imminent**"
        told = (c for c in node.head.children if c.dep_ == "acomp")
        yield from (Qualifier("planned", c) for c in told if c.lemma_.lower() in vocabulary["planned"]["adjectives"])
    fails = node.dep_ == "nsubj" and node.head.lemma_ in COLLAPSING and not children(node.head, "xcomp")
    if fails and node.lemma_.lower() in vocabulary["failed"]["undone"]:
        yield Qualifier("failed", node.head)  # "said the *coup* had **failed**", not "the raid failed *to stop* them"
    if node.dep_ == "ROOT" and is_infinitive(node):
        yield Qualifier("planned", to_of(node))
    if node.dep_ == "relcl" and node.head.lower_ in WHOEVER and any(c.tag_ == "MD" for c in node.head.head.children):
        yield Qualifier("hypothetical", node.head)  # "**anyone** who *joins* the march will be arrested"
    if node.dep_ == "relcl" and (copula := identity(node.head)) is not None:
        yield from (sign for sign in own_signs(copula, vocabulary) if sign.status == "alleged")


def _by_phrase(node: Token, head: Token) -> Iterator[Qualifier]:
    """ "*stopped* short of attacking", "*going* to attack"."""
    if node.lower_ == "short" and head.lemma_.lower() in {"stop", "fall"}:
        yield Qualifier("negated", head)
    if is_infinitive(node) and head.lower_ == "going" and any(c.lemma_ == "be" for c in head.children):
        yield Qualifier("planned", head)
    if is_infinitive(node) and head.lemma_ in {"have", "be"}:  # "has *yet* to release them"
        yield from (Qualifier("negated", c) for c in head.children if c.lower_ == "yet" and c.i < node.i)


def _by_head(head: Token, vocabulary: Vocabulary) -> Iterator[Qualifier]:
    """ "an assassination attempt", "a *failed* bomb plot": the head is the status, or what stands beside it."""
    for status in ("attempted", "planned", "threatened"):
        if head.lemma_.lower() in vocabulary[status]["nouns"]:
            yield Qualifier(status, head)
            yield from own_signs(head, vocabulary)
