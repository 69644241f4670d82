"""Tense of the verb that governs a piece of the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from kg.ontology.word_classes import word_class

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "wo", "sha"})
MODALS = frozenset({"would", "could", "should", "may", "might", "can", "must"})
#: verbs of those who say what "would" be
FORETELLING = word_class("foretelling")
SPEECH = word_class("speech")
#: verbs whose infinitive or gerund has yet to come
PROSPECTIVE = frozenset(
    {"plan", "schedule", "expect", "intend", "set", "due", "hope", "vow", "want", "agree", "aim", "go"}
)


#: verbs by which people are called to a protest, and of what they are to do
SUMMONING = frozenset({"call", "urge", "appeal", "ask", "invite", "exhort", "summon"})
RALLYING = frozenset("rally march demonstrate protest strike gather assemble vote boycott".split())
#: nouns of what somebody has yet to do: "an *order* to move in on Monday"
MANDATES = word_class("mandates")
#: verbs of those who fix a day, and words that lead to it
ARRANGING = PROSPECTIVE | word_class("arranging")
TOWARDS = frozenset({"for", "by", "beginning", "starting", "until", "till"})
UNTIL = frozenset({"until", "till"})
GRANTING = frozenset({"give", "grant", "allow", "have"})
FIXED = UNTIL | {"for"}
#: verbs of what is to last up to a day: "*extended* a curfew through **Sunday**"
LASTING = frozenset({"extend", "prolong", "lengthen", "impose", "suspend", "close", "shut", "bar", "ban"})
UP_TO = UNTIL | {"through"}
#: verbs of moving a day to another
PUTTING_OFF = frozenset("postpone delay defer move reschedule shift adjourn extend put bring".split())
#: verbs whose past looks like their present
SAME_IN_PAST = frozenset(
    "hurt cut hit put set shut spread read cost burst beat let quit split shed bid cast rid wed thrust".split()
)
STOPS = frozenset(".?!\"'")


def tense_at(doc: Doc, offset: int) -> Literal["past", "present", "future"] | None:
    """Find the verb above the words at a character offset and tell its tense."""
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    if span is None or not len(span):
        return None
    if _is_told_of_past(span[0]):
        return "past"
    verb = governing_verb(span[0])
    if verb is not None and verb.lower_ in TOWARDS and verb.head.i != verb.i:
        verb = governing_verb(verb.head) or verb  # "agreed to *hand over* the city beginning **Friday**"
    if verb is None:
        return None
    tense = tense_of(verb)
    return "future" if tense != "future" and _lies_ahead(span[0], verb) else tense


def _is_told_of_past(token: Token) -> bool:
    """Whether a participle right before a day has it: "under a deal *announced* **Monday**, they will leave"."""
    before = token.nbor(-1) if token.i else token
    verb = before.nbor(-1) if before.lower_ == "on" and before.i else before
    alone = verb.tag_ == "VBN" and verb.dep_ == "acl" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return alone and verb.lemma_ not in ARRANGING


def _lies_ahead(token: Token, verb: Token) -> bool:
    """Whether a day is told as one to come: "called a rally *for* **Friday**", "are expected by **May**", "opens **Monday**"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if "had" in helpers or token.dep_ == "poss":
        return False
    path = list(_path(token, verb))
    if any(above.pos_ == "NOUN" and above.ent_type_ not in ("DATE", "TIME") for above in path):
        lasts = verb.lemma_ in LASTING and any(above.lower_ in UP_TO for above in path)
        return lasts or (verb.lemma_ in ARRANGING and any(above.lower_ == "for" for above in path))
    near = next((above.lower_ for above in path if above.pos_ in ("ADP", "SCONJ") or above.lower_ in TOWARDS), "")
    went_on = verb.lemma_ == "go" and verb.tag_ != "VBG"  # "the fighting *went* on until **Sunday**"
    if verb.lemma_ in PROSPECTIVE and not went_on and (near in TOWARDS or verb.tag_ == "VBN"):
        return True
    if verb.lemma_ in PUTTING_OFF and near == "to":
        return True  # "was postponed *to* **September**"
    if verb.lemma_ in LASTING and near in UP_TO:
        return True
    if (verb.lemma_ in ARRANGING and near in FIXED and not went_on) or (
        near in UNTIL and ("to" in helpers or verb.lemma_ in GRANTING)
    ):
        return True  # "postponed *until* **Friday**", "have *until* **Friday** *to leave*"
    if {"may", "might"} & helpers and "have" not in helpers:
        return True
    timetable = verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() not in SPEECH | SAME_IN_PAST and not helpers
    return timetable and verb.sent[-1].text in STOPS and verb.i > verb.sent.start


def _path(token: Token, verb: Token) -> Iterator[Token]:
    """The words between a time and the verb above it, the nearest first."""
    for above in token.ancestors:
        if above.i == verb.i:
            return
        yield above


def governing_verb(token: Token) -> Token | None:
    """Climb to the first verb or auxiliary; a noun as root has none."""
    for above in (token, *token.ancestors):
        if above.pos_ in ("VERB", "AUX"):
            return above.head if above.dep_ in ("aux", "auxpass") and above.head.pos_ in ("VERB", "AUX") else above
    return None


def tense_of(verb: Token) -> Literal["past", "present", "future"] | None:
    """*will meet*, *plans to meet*: future; *met*, *had met*, *has met*: past; *meets*: present."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    low = {child.lower_ for child in helpers}
    if low & FUTURE_AUXILIARIES or (low & {"would", "'d"} and not low & {"have"} and _is_said(verb)):
        return "future"
    if any(child.tag_ == "TO" for child in helpers):
        return _of_infinitive(verb)
    if verb.tag_ == "VBG" and verb.lower_ == "going" and any(child.dep_ == "xcomp" for child in verb.children):
        return "future"
    if any(child.tag_ == "VBD" for child in helpers) or verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBN":
        return "past"
    if low & MODALS:
        return "present"
    if verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl", "pcomp", "xcomp", "conj") and verb.head.i != verb.i:
        above = governing_verb(verb.head)
        return tense_of(above) if above is not None else None
    return "present" if verb.tag_ in ("VBZ", "VBP", "VBG") or helpers else None


def _is_said(verb: Token) -> bool:
    """Whether a clause is what somebody says of what is to come: "said he *would meet* him on Friday"."""
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    told = not any(c.dep_ in ("mark", "advmod") and c.lower_ in ("if", "unless") for c in verb.children)
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in FORETELLING and told


def _of_infinitive(verb: Token) -> Literal["past", "present", "future"] | None:
    above = governing_verb(verb.head) if verb.head.i != verb.i else None
    if verb.dep_ == "acl" and verb.head.pos_ == "NOUN" and verb.head.lemma_.lower() in MANDATES:
        return "future"
    if above is not None and any(c.lower_ == "had" and c.dep_ == "aux" for c in above.children):
        return "past"  # "*had* been due to expire on **Friday**"
    if above is not None and above.lemma_ in SUMMONING and verb.lemma_.lower() in RALLYING:
        return "future"  # "called for a million people *to rally* on **Thursday**"
    if above is None or above.lemma_ in PROSPECTIVE or verb.head.lemma_ in PROSPECTIVE:
        return "future"
    return "future" if tense_of(above) != "past" else None
