"""Whether an event is told as one that happened: negated, denied, failed, planned, ... and by which word.

The reader climbs from the trigger through the words that govern it and looks at each for signs.  Of several signs the
one that takes most away from the assertion counts ("unsuccessfully tried" is failed, "did not plan to" negated).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.copulas import identity
from kg.extraction.governors import (
    BY_VERB,
    governor_sign,
    is_called_false,
    is_ceasing,
    is_factual,
    is_infinitive,
    is_performed,
    to_of,
)
from kg.extraction.signs import ORDER, Qualifier, Vocabulary, own_signs
from kg.language.clauses import is_first
from kg.language.grammar import DEFINITE_PLURAL
from kg.language.tree import children
from kg.ontology.word_classes import word_class

#: verbs of saying and knowing, whose own "not" does not reach their clause ("did not say who attacked")
INFORMING = word_class("informing")
INVOLVED = frozenset(
    "involvement role part hand complicity participation responsibility responsible accountable guilty".split()
)
#: verbs whose "with" names the act itself: "would *respond* with air strikes"
ANSWERING = frozenset("be engage participate result respond retaliate react reply answer".split())
#: prepositions whose object is a circumstance and no part of what is qualified
OUTSIDE = frozenset("because due after since following before during despite by over amid until".split())
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
#: labels of what is no part of what its governor says
APART = frozenset({"relcl", "nsubj", "compound", "poss", "appos", "npadvmod", "parataxis"})
#: what a deed can be by its other words that tell no more than the suspicion
SUSPECTED = frozenset({"asserted", "planned", "demanded", "attempted", "alleged"})
#: nouns for the end of what goes on
ENDS = frozenset({"end", "halt", "stop", "cessation", "pause", "suspension"})
#: what keeps a deed from being done, and what says that it did not
PREVENTING = frozenset(
    "prevent stop avert block halt thwart foil deter forestall repel repulse fend beat stave ward contain".split()
)
#: what is held about a deed
INQUIRIES = frozenset({"investigation", "inquiry", "enquiry", "probe"})
UNDOING = frozenset({"negated", "failed"})
#: whom a notice speaks to; what they may know of is not what they are asked for: "anyone with information on the raid"
ADDRESSED = frozenset({"anyone", "anybody", "witness", "someone", "somebody"})
#: verbs by which somebody says what something is
HOLDING_TO_BE = (word_class("opinions") | word_class("telling") | {"call", "describe", "term"}) - {
    "consider",
    "find",
    "know",
}
#: verbs of beginning, of which an infinitive behind the object tells the purpose
BEGINNING = frozenset({"begin", "start", "resume", "continue"})
#: verbs that "on" makes ones of continuing: "would *go on* striking"
GOING_ON = frozenset({"go", "carry", "keep"})
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
    signs = _standing([sign for sign in signs if sign.cue is None or sign.cue.i not in own])
    return min(signs, key=lambda sign: ORDER.index(sign.status), default=ASSERTED)


def _standing(signs: list[Qualifier]) -> list[Qualifier]:
    """The signs that hold: what nobody could prevent took place: "*failed* to **stop** the attack", "did *not* **avert** it"."""
    for sign in signs:
        cue = sign.cue
        if cue is not None and sign.status == "denied" and (undenied := _undenied(cue, signs)):
            return [*(other for other in signs if other != sign and other not in undenied), Qualifier("alleged", cue)]
        if cue is not None and sign.status == "failed" and cue.lemma_.lower() in PREVENTING:
            against = [o for o in signs if o.status in UNDOING and o.cue is not None and _governs(o.cue, cue)]
            if against or _is_idle(cue):
                able = [
                    o for o in signs if o.cue is not None and o.cue.head == cue and o.cue.lower_ in {"could", "can"}
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


def suspected(sign: Qualifier, word: Token | None) -> Qualifier:
    """The status of a deed of which somebody is suspected by a word: "*wanted* for the murder" plans none."""
    return Qualifier("alleged", word) if word is not None and sign.status in SUSPECTED else sign


def _signs(node: Token, vocabulary: Vocabulary) -> Iterator[Qualifier]:
    """Signs on the way from a token up to the end of its scope."""
    trigger = node
    for depth in range(12):
        yield from own_signs(node, vocabulary)
        yield from _beside_head(node, vocabulary)
        head = node.head
        if is_called_false(node, vocabulary):
            yield Qualifier("denied", head.head)
        if node.dep_ == "relcl" and is_infinitive(node) and not depth and head.pos_ == "NOUN" and not is_first(head):
            yield Qualifier("planned", to_of(node))  # "an operation **to retake** the town"
        if head == node or node.dep_ in APART or (depth and node.lemma_.lower() in ADDRESSED):
            return
        if not depth and node.dep_ == "amod" and node.tag_ == "VBN":
            return  # "demanded the release of **detained** *leaders*"
        if (holder := _held_to_be(node, head)) is not None:
            yield Qualifier("alleged", holder)
            return
        if node.dep_ == "advcl" and not _inside(node, head, vocabulary):
            if is_performed(node, head, vocabulary):
                node = head
                continue
            if is_infinitive(node) and (not is_factual(head, vocabulary) or _is_purpose_of(head)):
                yield Qualifier("planned", to_of(node))
            return
        if _is_outside(node, head):
            return
        yield from _by_phrase(node, head)
        if _turned_down(node, head, vocabulary):
            if depth:
                yield Qualifier("negated", head)
            return
        if depth == 1 and node.dep_ == "prep" and _is_about(trigger, head, vocabulary):
            return
        above = governor_sign(node, head, vocabulary)
        if above is not None and not (depth == 0 and above.status == "denied" and _is_charge(node, head, vocabulary)):
            yield above
            if above.status == "hypothetical" and above.cue == head:
                return
        if _ends_scope(node, head, vocabulary):
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


def _is_purpose_of(verb: Token) -> bool:
    """Whether a verb that begins something has its object, or tells who comes: "began *an offensive* to take it"."""
    return verb.lemma_ == "come" or (verb.lemma_ in BEGINNING and any(c.dep_ == "dobj" for c in verb.children))


def _beside_head(node: Token, vocabulary: Vocabulary) -> Iterator[Qualifier]:
    """Signs of where a word stands: before a noun that is the status, behind who it may have been, an infinitive alone."""
    if node.dep_ in {"compound", "nmod", "amod"} and node.pos_ in {"NOUN", "PROPN"}:
        yield from _by_head(node.head, vocabulary)
    if node.dep_ == "ROOT" and is_infinitive(node):
        yield Qualifier("planned", to_of(node))
    if node.dep_ == "relcl" and (copula := identity(node.head)) is not None:
        yield from (sign for sign in own_signs(copula, vocabulary) if sign.status == "alleged")


def _is_outside(node: Token, head: Token) -> bool:
    """Whether what governs a word says nothing of it: a verb beside another, a circumstance: "*after* the attack"."""
    if node.dep_ == "conj" and _on_its_own(node, head):
        return True
    if node.lower_ == "by" and any(c.dep_ == "pcomp" for c in node.children):
        return False  # "accused them of gassing a town *by* **firing** rockets"
    return node.lower_ in OUTSIDE and (node.dep_ in {"prep", "agent"} or node.tag_ == "VBG")


def _by_phrase(node: Token, head: Token) -> Iterator[Qualifier]:
    """ "*stopped* short of attacking", "*going* to attack"."""
    if node.lower_ == "short" and head.lemma_.lower() in {"stop", "fall"}:
        yield Qualifier("negated", head)
    if is_infinitive(node) and head.lower_ == "going" and any(c.lemma_ == "be" for c in head.children):
        yield Qualifier("planned", head)


def _ends_scope(node: Token, head: Token, vocabulary: Vocabulary) -> bool:
    """Whether nothing above a word's governor says anything of it any more: "did not *say* who attacked"."""
    dep = node.dep_
    if _asks(node) or is_ceasing(node, head):
        return True
    if dep == "ccomp":
        return head.lemma_.lower() in INFORMING or _beside(node, head)
    if dep == "acl":
        return not is_infinitive(node) and not any(c.dep_ == "mark" for c in node.children)
    if dep in {"dobj", "nsubjpass"}:
        return head.pos_ == "VERB" and node.pos_ == "NOUN" and not _qualifying(head, vocabulary)
    if dep == "pobj" and node.lemma_.lower() in vocabulary["reports"]["nouns"]:
        return any(c.dep_ == "acl" for c in node.children)  # "did not respond to *reports* that"
    if dep != "prep":
        return False
    if head.pos_ == "NOUN" and head.lemma_.lower() in ENDS and node.lower_ in {"to", "of", "in"}:
        return True  # "called for *an end* to the shelling"
    going_on = head.lemma_ in GOING_ON and node.lower_ == "on" and any(c.dep_ == "pcomp" for c in node.children)
    circumstance = head.pos_ in {"VERB", "AUX"} and not going_on and node.lower_ in {"in", "on", "at", "with", "near"}
    return head.lemma_.lower() in INVOLVED or (circumstance and head.lemma_ not in ANSWERING)


def _asks(clause: Token) -> bool:
    """Whether a clause asks for a part of what is known: "not clear **who** was behind the attack", "no idea **why**"."""
    return clause.dep_ in {"ccomp", "pcomp", "acl", "csubj", "advcl"} and clause.left_edge.tag_ in {"WP", "WRB", "WP$"}


def _is_charge(verb: Token, head: Token, vocabulary: Vocabulary) -> bool:
    """Whether a charge is made whose content somebody denies: "A **accused** B of it, *a charge* B *denies*"."""
    return verb.dep_ == "ccomp" and verb.i < head.i and verb.lemma_.lower() in vocabulary["alleged"]["verbs"]


def _is_about(trigger: Token, head: Token, vocabulary: Vocabulary) -> bool:
    """Whether a word is about violence known, and no attempt or threat at it.

    "A possible *motive* for the killings", "nobody was *arrested* for the murder", "an *inquiry* will be held into the raid".
    """
    lemma = head.lemma_.lower()
    if not any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in DEFINITE_PLURAL) for c in trigger.children):
        return False
    if head.pos_ == "VERB":
        held = (c.lemma_.lower() for c in children(head, "nsubjpass", "dobj"))
        if any(t.lower_ == "trial" for c in children(head, "prep") for t in c.children):  # "brought to *trial* for it"
            return True
        return not INQUIRIES.isdisjoint(held) or any(
            lemma in vocabulary["blame"][kind] for kind in ("seized", "convicted", "linked")
        )
    qualifying = any(lemma in vocabulary[kind].get("nouns", ()) for kind in BY_VERB)
    return head.pos_ == "NOUN" and not qualifying and lemma in vocabulary["about"]["nouns"]


def _turned_down(node: Token, head: Token, vocabulary: Vocabulary) -> bool:
    """Whether an offer or a call was made and refused: "rejected *an offer* to host talks"; what it offers is not done."""
    words = vocabulary["offers"]
    lemma = node.lemma_.lower()
    return (
        node.dep_ in {"dobj", "nsubjpass"}
        and lemma in words["nouns"]
        and any(head.lemma_.lower() == verb.split()[0] for verb in words["verbs"])
    )


def _beside(node: Token, head: Token) -> bool:
    """Whether a clause only stands before another: "Rockets **landed** in the town; nobody was hurt"."""
    return node.i < head.i and any(t.text == ";" for t in node.doc[node.i : head.i])


def _by_head(head: Token, vocabulary: Vocabulary) -> Iterator[Qualifier]:
    """ "an assassination attempt", "a *failed* bomb plot": the head is the status, or what stands beside it."""
    for status in ("attempted", "planned", "threatened"):
        if head.lemma_.lower() in vocabulary[status]["nouns"]:
            yield Qualifier(status, head)
            yield from own_signs(head, vocabulary)


def _on_its_own(node: Token, head: Token) -> bool:
    """Whether a coordinated verb stands outside the scope of what qualifies the first: "did not attack but looted"."""
    if any(c.dep_ in {"nsubj", "nsubjpass"} for c in node.children) and not _subordinate(head):
        return True
    if any(t.lower_ == "but" or t.text == ";" for t in node.doc[head.i + 1 : node.i] if t.head in (head, node)):
        return True
    return node.tag_ in FINITE and head.tag_ in {"VB", "VBN", "VBG"} and not any(c.dep_ == "aux" for c in node.children)


def _inside(node: Token, head: Token, vocabulary: Vocabulary) -> bool:
    """Whether an adverbial clause stands in the scope of its governor: governed verbs the parser calls adverbial."""
    if node.tag_ == "VBG" and head.tag_ == "VBG" and head.dep_ == "pcomp":
        return True  # "accused them of shelling the town, *killing* six"
    if node.tag_ == "VBG" and head.lemma_ in GOING_ON and any(c.lower_ == "on" for c in head.children):
        return True  # "should they go on *shelling* the town"
    if is_infinitive(node) and head.lower_ == "far":
        return True  # "went so *far* as to **kill** him"
    return is_infinitive(node) and any(head.lemma_.lower() in vocabulary[kind]["verbs"] for kind in BY_VERB)


def _subordinate(head: Token) -> bool:
    return any(c.dep_ == "mark" for c in head.children)


def _qualifying(verb: Token, vocabulary: Vocabulary) -> bool:
    """Whether a verb says something of the reality of its object, or carries it ("launched an attack")."""
    lemma = verb.lemma_.lower()
    listed = any(lemma in entry.split()[:1] for kind in BY_VERB for entry in vocabulary[kind].get("verbs", ()))
    particles = {c.lower_ for c in children(verb, "prt")}  # fighting "breaks out"; who "breaks up" a march carries none
    carried = (entry.split() for entries in vocabulary["support"].values() for entry in entries)
    return listed or any(first == lemma and particles <= {*rest} for first, *rest in carried)
