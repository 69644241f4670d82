"""Where a word stands below a verb that says something of its reality: "*failed* to attack", not "failed after the attack"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.model import Status

#: classes whose verb qualifies a nominal event only as its object ("planned the attack"), never as its passive "by"
NOMINAL_LINKS = frozenset({"dobj", "nsubjpass", "pobj", "attr"})
AGREEING = frozenset({"agree", "decide", "promise", "pledge", "approve", "order"})
#: prepositions of what is not done: "refrain *from*", "stop short *of*", not "called off in protest"
NOT_DOING = frozenset({"from", "of", "to", "on", "against"})
#: verbs by which what was to be is not
CALLING_OFF = frozenset({"cancel", "call", "postpone", "put", "scrap", "rule"})
#: verbs whose object is whom they address or what they name, not what they demand
ADDRESSING = frozenset("call ask tell instruct command exhort implore beg advise insist appeal".split())
#: verbs that demand something or say that it was so
INSISTING = frozenset({"insist", "suggest"})


def is_listed(lemma: str, node: Token, verbs: list[str] | tuple[str, ...]) -> bool:
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


def applies(status: Status, node: Token, head: Token) -> bool:
    """Whether a verb of a status class qualifies what stands in this place below it."""
    dep = node.dep_
    nominal = node.pos_ in {"NOUN", "PROPN"}
    if status == "alleged" and head.lemma_ == "clear":
        return dep == "prep" and node.lower_ == "of"  # "*cleared* of killing", not "cleared an area"
    if status == "alleged" and dep == "ccomp" and any(c.dep_ == "xcomp" and c.i < node.i for c in head.children):
        return False  # "men *believed* to be rebels **killed** 12", where "believed" is read as the verb
    if status == "alleged":
        return dep in {"prep", "xcomp", "ccomp", "oprd"}
    if status == "hypothetical":
        if dep == "prep" and node.lower_ == "against":  # "warned them *against* attacking"
            return any(c.dep_ == "pcomp" for c in node.children)
        return dep in {"ccomp", "xcomp", "dobj", "pcomp", "oprd"}  # "were feared *dead*"
    if status in {"attempted", "negated"}:
        return (
            dep in {"xcomp", "pcomp", "dobj"}
            or (dep == "prep" and node.lower_ in NOT_DOING)
            or (dep == "nsubjpass" and head.lemma_ in CALLING_OFF)
            if status == "negated"
            else dep in {"xcomp", "dobj", "nsubjpass", "ccomp"}
        )
    if status == "failed":
        return dep in {"xcomp", "dobj", "nsubjpass", "pcomp"} or (dep == "prep" and node.lower_ == "from")
    if status == "demanded" and dep == "ccomp" and head.lemma_.lower() in INSISTING and is_told_as_done(node):
        return False  # "insisted that it *had struck* a camp"
    if status == "planned" and head.lemma_ == "stand" and node.tag_ == "VBN":
        return False  # "*stands* accused"
    if status == "planned" and dep == "ccomp" and head.lemma_ in AGREEING | {"want"} and is_told_as_done(node):
        return False  # "agreed that the truce *had been broken*"
    if status == "demanded" and nominal and head.lemma_.lower() in ADDRESSING:
        return False
    if status == "demanded" and dep == "prep":
        return node.lower_ in {"for", "to", "on"} and not nominal
    if status in {"threatened", "planned"} and dep == "prep":
        if node.lower_ == "at" and head.lemma_ in AGREEING:
            return False  # "agreed *at* the summit"
        return node.lower_ in {"of", "for", "with", "to", "on", "at"}
    if status == "denied":
        return dep in {"ccomp", "xcomp", "dobj", "nsubjpass", "pcomp"}
    return dep not in {"agent", "conj"} and (not nominal or dep in NOMINAL_LINKS | {"xcomp"})


def is_told_as_done(verb: Token) -> bool:
    """Whether a clause tells of the past: "it **had struck** a camp", "it **struck** one"."""
    return verb.tag_ == "VBD" or any(
        c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBD", "VBZ", "VBP"} for c in verb.children
    )
