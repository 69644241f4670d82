"""Whether an event is told as one that happened: negated, denied, failed, planned, ... and by which word.

The reader climbs from the trigger through the words that govern it and looks at each for signs.  Of several signs the
one that takes most away from the assertion counts ("unsuccessfully tried" is failed, "did not plan to" negated).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.language.tree import children, is_passive
from kg.model import Status

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
    {
        "xcomp",
        "ccomp",
        "dobj",
        "nsubjpass",
        "csubjpass",
        "oprd",
        "pcomp",
        "pobj",
        "attr",
        "acomp",
        "conj",
        "acl",
        "dative",
        "agent",
        "prep",
    }
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
#: verbs whose object is whom they address or what they name, not what they demand
ADDRESSING = frozenset("call ask tell instruct command exhort implore beg advise insist appeal".split())
#: verbs of saying and knowing, whose own "not" does not reach their clause ("did not say who attacked")
SAYING = frozenset(
    (
        "say tell know announce report explain specify reveal disclose state add note indicate mention comment "
        "elaborate describe"
    ).split()
)
INVOLVED = frozenset("involvement role part hand complicity participation responsibility".split())
#: prepositions whose object is a circumstance and no part of what is qualified
OUTSIDE = frozenset("after since following before during despite by over amid until".split())
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A status and the token that gives it."""

    status: Status
    cue: Token | None


Vocabulary = Mapping[str, Mapping[str, list[str]]]
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
    signs = [sign for sign in signs if sign.cue is None or sign.cue.i not in own]
    return min(signs, key=lambda sign: ORDER.index(sign.status), default=ASSERTED)


def _signs(node: Token, vocabulary: Vocabulary) -> Iterator[Qualifier]:
    """Signs on the way from a token up to the end of its scope."""
    for _ in range(12):
        yield from _own(node, vocabulary)
        head, dep = node.head, node.dep_
        if dep in {"compound", "nmod", "amod"} and node.pos_ in {"NOUN", "PROPN"}:
            yield from _by_head(head, vocabulary)
        if dep == "ROOT" and _is_infinitive(node):
            yield Qualifier("planned", _to(node))
        if head == node or dep in {"relcl", "nsubj", "compound", "poss", "appos", "npadvmod", "parataxis"}:
            return
        if dep == "advcl" and not _inside(node, head, vocabulary):
            if _is_infinitive(node) and head.lemma_.lower() not in vocabulary["factual"]["verbs"]:
                yield Qualifier("planned", _to(node))
            return
        if dep == "conj" and _on_its_own(node, head):
            return
        if dep in {"prep", "agent"} and node.lower_ in OUTSIDE:
            return
        if node.lower_ == "short" and head.lemma_.lower() in {"stop", "fall"}:
            yield Qualifier("negated", node)
        above = list(_governor(node, head, vocabulary))
        yield from above
        if any(sign.status == "hypothetical" and sign.cue == head for sign in above):
            return
        if dep == "ccomp" and head.lemma_.lower() in SAYING:
            return
        if dep == "acl" and not _is_infinitive(node) and not any(c.dep_ == "mark" for c in node.children):
            return
        if dep == "prep" and head.lemma_.lower() in INVOLVED:
            return
        if (
            head.pos_ == "VERB"
            and dep in {"dobj", "nsubjpass"}
            and node.pos_ == "NOUN"
            and not _qualifying(head, vocabulary)
        ):
            return
        if (
            dep == "prep"
            and head.pos_ in {"VERB", "AUX"}
            and node.lower_ in {"in", "on", "at", "with", "near"}
            and node.head.lemma_ not in {"be", "engage", "participate", "result"}
        ):
            return
        node = head


def _by_head(head: Token, vocabulary: Vocabulary) -> Iterator[Qualifier]:
    """ "an assassination attempt", "a bomb plot": the head is the status."""
    for status in ("attempted", "planned", "threatened"):
        if head.lemma_.lower() in vocabulary[status]["nouns"]:
            yield Qualifier(status, head)


def _on_its_own(node: Token, head: Token) -> bool:
    """Whether a coordinated verb stands outside the scope of what qualifies the first: "did not attack but looted"."""
    if any(c.dep_ in {"nsubj", "nsubjpass"} for c in node.children) and not _subordinate(head):
        return True
    if any(t.lower_ == "but" or t.text == ";" for t in node.doc[head.i + 1 : node.i] if t.head in (head, node)):
        return True
    return node.tag_ in FINITE and head.tag_ in {"VB", "VBN", "VBG"} and not any(c.dep_ == "aux" for c in node.children)


def _inside(node: Token, head: Token, vocabulary: Vocabulary) -> bool:
    """Whether an adverbial clause stands in the scope of its governor: governed verbs the parser calls adverbial."""
    return _is_infinitive(node) and any(head.lemma_.lower() in vocabulary[kind]["verbs"] for kind in BY_VERB)


def _subordinate(head: Token) -> bool:
    return any(c.dep_ == "mark" for c in head.children)


def _own(node: Token, vocabulary: Vocabulary) -> Iterator[Qualifier]:
    """Signs among a token's own dependents."""
    for item in node.children:
        word = item.lower_
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
        elif item.dep_ in {"mark", "advmod"} and word in vocabulary["hypothetical"]["markers"]:
            yield Qualifier("hypothetical", item)
        elif item.dep_ in {"nsubj", "nsubjpass", "dobj"} and _nobody(item):
            yield Qualifier("negated", item)
        if item.dep_ == "mark" and word in vocabulary["hypothetical"]["markers"]:
            yield Qualifier("hypothetical", item)


def _qualifying(verb: Token, vocabulary: Vocabulary) -> bool:
    """Whether a verb says something of the reality of its object, or carries it ("launched an attack")."""
    lemma = verb.lemma_.lower()
    listed = any(lemma in entry.split()[:1] for kind in BY_VERB for entry in vocabulary[kind].get("verbs", ()))
    carries = any(lemma == entry.split()[0] for entries in vocabulary["support"].values() for entry in entries)
    return listed or carries


def _nobody(item: Token) -> bool:
    """Whether a noun phrase denies that there is anybody: "nobody", "no shots", "neither side"."""
    return item.lower_ in {"nobody", "none"} or any(
        c.dep_ in {"det", "preconj", "advmod"} and c.lower_ in {"no", "neither"} for c in item.children
    )


def _modal(item: Token, vocabulary: Vocabulary) -> Iterator[Qualifier]:
    if item.lower_ in vocabulary["future"]["auxiliaries"] or item.lemma_.lower() in vocabulary["future"]["auxiliaries"]:
        yield Qualifier("planned", item)
    elif (
        item.lemma_.lower() in vocabulary["hypothetical"]["modals"]
        or item.lower_ in vocabulary["hypothetical"]["modals"]
    ):
        yield Qualifier("hypothetical", item)


def _by_modifier(item: Token, vocabulary: Vocabulary) -> Iterator[Qualifier]:
    word = item.lower_
    for status in ORDER:
        table = vocabulary[status]
        if word in table.get("adjectives", ()) or word in table.get("adverbs", ()):
            yield Qualifier(status, item)


def _governor(node: Token, head: Token, vocabulary: Vocabulary) -> Iterator[Qualifier]:
    """Signs of the word that governs a token: "failed to attack", "plans for an attack", "thwarted an attack"."""
    dep = node.dep_
    lemma = head.lemma_.lower()
    if head.pos_ in {"VERB", "AUX"} and dep in VERB_LINKS:
        if dep == "conj":
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
            _is_infinitive(node)
            and dep == "xcomp"
            and lemma not in vocabulary["factual"]["verbs"]
            and not _raising(head)
        ):
            yield Qualifier("planned", head)
    elif head.pos_ in {"NOUN", "PROPN"} and (dep == "acl" or dep == "prep" or dep == "ccomp"):
        for status in BY_VERB:
            if lemma in vocabulary[status].get("nouns", ()) and (
                dep != "prep" or node.lower_ in {"of", "for", "to", "at", "against"}
            ):
                yield Qualifier(status, head)
                return
        if dep == "acl" and _is_infinitive(node):
            yield Qualifier("planned", head)
    elif head.pos_ == "ADJ" and _is_infinitive(node):
        yield Qualifier("planned", head)
    if dep in {"pcomp", "pobj"} and node.head.lower_ == "without":
        yield Qualifier("negated", node.head)


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
        return node.lower_ in {"of", "for", "with", "to", "on"}
    if status == "denied":
        return dep in {"ccomp", "xcomp", "dobj", "nsubjpass", "pcomp"}
    return dep not in {"agent", "conj"} and (not nominal or dep in NOMINAL_LINKS | {"xcomp"})


def _is_infinitive(node: Token) -> bool:
    return (
        node.pos_ in {"VERB", "AUX"}
        and any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children)
        and not any(c.dep_ == "aux" and c.lemma_ == "have" for c in node.children)
    )


def _to(node: Token) -> Token:
    """The "to" of an infinitive."""
    return next((c for c in node.children if c.dep_ == "aux" and c.lower_ == "to"), node)


def _raising(head: Token) -> bool:
    """ "is said to attack", "was forced to leave": the infinitive is told, not planned."""
    return is_passive(head) and bool(children(head, "auxpass"))
