"""Second verbs of a sentence: joined to the verb that they go on with, given the subject that passes for an object before them.

"*Denied* that its men were involved and **condemned** it" passes for men who condemned; "hit a car and *gunmen* **opened**
fire" for gunmen who were hit.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.grammar import AUXILIARIES, OBJECT_PRONOUNS, OBJECTS, SUBJECTS
from kg.language.tree import child, children, hang
from kg.ontology.word_classes import word_class

#: verbs of what only happens, which goes on with nothing that somebody says
HAPPENING = word_class("happening")
SPEECH = word_class("speech") | word_class("claiming")
#: what people do while others act on them: "shot him as he *drove* home"
RESTING = word_class("resting")


def past_to_past(verb: Token) -> None:
    """Join a verb of the past to one, and not to an infinitive: "said it was made *to hide* arms and **denied** it".

    Nor does what is to be done go on in the past: "said it *would close* the border and **called** for calm"; nor what had
    been done in what is said: "said rebels *had attacked* the town and **promised** help"; nor a participle: "attacked a
    post, *killing* five, and **burned** a church".
    """
    ahead = any(c.lower_ == "to" or c.tag_ == "MD" for c in children(verb.head, "aux"))
    before = was_before(verb.head) and verb.lemma_.lower() in SPEECH
    if not (ahead or before or is_charge(verb.head) or is_outcome(verb.head)) or children(verb, *SUBJECTS):
        return
    above = next((t for t in verb.head.ancestors if t.tag_ == "VBD" and t.pos_ == "VERB"), None)
    if above is not None:
        join(verb, above)


def was_before(verb: Token) -> bool:
    """Whether a verb tells what had been done before: "rebels *had* **attacked** the town"."""
    return any(c.lower_ in {"had", "'d"} for c in children(verb, "aux"))


def is_charge(gerund: Token) -> bool:
    """Whether a gerund is what somebody is described by: "beat a man accused of *stealing* a goat and **burned** his body"."""
    return gerund.tag_ == "VBG" and gerund.dep_ == "pcomp" and gerund.head.head.dep_ == "acl"


def is_outcome(participle: Token) -> bool:
    """Whether a participle only goes on with the verb before it: "attacked a post, **killing** five"."""
    alone = not children(participle, *AUXILIARIES, *SUBJECTS)
    return participle.tag_ == "VBG" and participle.dep_ in {"advcl", "acl"} and alone


def judging_to_saying(verb: Token) -> None:
    """Join a verb of judging to that of telling: "*denied* that its men were involved and **condemned** it"."""
    told, above = verb.head, verb.head.head
    passive = any(c.dep_ == "auxpass" for c in told.children)
    if (passive or told.lemma_.lower() in HAPPENING) and above.tag_ == "VBD" and not children(verb, *SUBJECTS):
        join(verb, above)


def deed_to_outer_deed(verb: Token) -> None:
    """Join a deed to the one it goes on with: "**stopped** a car in which two men *travelled* and **shot** them"."""
    inner = verb.head
    if children(verb, *SUBJECTS) or not children(inner, *SUBJECTS):
        return
    if inner.dep_ == "advcl" and any(c.lower_ in {"as", "while"} for c in children(inner, "mark", "advmod")):
        above = inner.head
    elif inner.dep_ == "relcl" and any(
        t.lower_ in OBJECT_PRONOUNS for t in verb.subtree if t.dep_ in OBJECTS | {"pobj"}
    ):
        above = inner.head.head
    else:
        return
    if above.tag_ in {"VBD", "VBN"} and children(above, *SUBJECTS):
        join(verb, above)


def join(verb: Token, above: Token) -> None:
    """Make a verb the second one of another, with the "and" that joins them."""
    for word in [c for c in verb.head.children if c.dep_ == "cc" and c.i > verb.head.i]:
        hang(word, above, "cc")
    hang(verb, above, "conj")


def object_to_subject(verb: Token) -> None:
    """Make a clause of "police fired gas and **youths** *threw* stones", where the parser has youths for what was fired."""
    noun = verb.nbor(-1)
    first = noun.head
    joined = [c for c in children(first, "cc") if c.i == noun.left_edge.i - 1]
    above = first.head
    lone = noun.dep_ == "conj" and noun.tag_ in {"NNS", "NNP"} and first.dep_ in OBJECTS and above.tag_ == "VBD"
    if not lone or not joined or children(verb, *SUBJECTS, "auxpass", "mark") or not children(verb, *OBJECTS):
        return
    hang(verb, above, "conj")
    hang(joined[0], above, "cc")
    hang(noun, verb, "nsubj")


def noun_to_passive_subject(participle: Token) -> None:
    """Make a clause of "homes were burned and **cattle** *stolen* by rebels", where the parser joins cattle to a verb."""
    noun = participle.head
    above = noun.head
    close = noun.i == participle.i - 1 and noun.pos_ in {"NOUN", "PROPN", "NUM"}
    if close and above.tag_ == "VBN" and children(above, "auxpass"):
        hang(participle, above, "conj")
        hang(noun, participle, "nsubjpass")


#: verbs of what somebody is brought to court for, and the word behind them
CHARGE_LINKS = {"charge": "with", "accuse": "of", "convict": "of", "sentence": "to"}

#: deeds that pass for a word before whom they are done to
DOING = {
    "looting": "loot",
    "burning": "burn",
    "killing": "kill",
    "torching": "torch",
    "raping": "rape",
    "robbing": "rob",
    "beating": "beat",
    "kidnapping": "kidnap",
    "bombing": "bomb",
    "shelling": "shell",
}


def deed_to_seen_deed(verb: Token) -> None:
    """Hang a second deed that was seen on the first one: "saw soldiers seize a man and **shoot** him"."""
    seeing = verb.head
    first = next((c for c in children(seeing, "ccomp") if seeing.i < c.i < verb.i), None)
    alone = child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is None
    if first is None or first.tag_ not in {"VB", "VBG"} or seeing.tag_ == first.tag_ or not alone:
        return
    if verb.tag_ != first.tag_ and not (
        first.tag_ == "VB" and verb.lower_ == verb.lemma_
    ):  # "drag him off and *beat* him"
        return
    for word in children(seeing, "cc"):
        if first.i < word.i < verb.i:
            hang(word, first, "cc")
    hang(verb, first, "conj")


def noun_to_deed(deed: Token) -> None:
    """Make a second deed of what passes for a word before a noun: "burning a *clinic* and **looting** *shops*"."""
    clinic, shops = deed.head, deed.head.head
    gerund = shops.head
    if clinic.dep_ not in {"nmod", "compound"} or shops.i != deed.i + 1 or gerund.tag_ != "VBG" or shops.dep_ != "dobj":
        return
    deed.pos_, deed.tag_, deed.lemma_ = "VERB", "VBG", DOING[deed.lower_]
    for word in [c for c in shops.children if c.i < clinic.i]:
        hang(word, clinic, word.dep_)
    hang(clinic, gerund, "dobj")
    hang(deed, gerund, "conj")
    hang(shops, deed, "dobj")


def conjunct_to_subject(verb: Token) -> None:
    """Give a second verb its subject, which passes for what the first is done to: "hit a car and *gunmen* **opened** fire".

    "Killed by police and *a guard* was **found** dead": the subject stands before the auxiliary.
    """
    finite = next((c for c in children(verb, *AUXILIARIES) if c.i < verb.i), verb)
    doers, first = verb.doc[finite.i - 1], verb.head
    free = child(verb, "nsubj", "nsubjpass") is None and first.pos_ == "VERB" and first.i < doers.i
    if (
        not free
        or doers.dep_ != "conj"
        or doers.pos_ not in {"NOUN", "PROPN"}
        or doers.head.dep_ not in {"dobj", "pobj"}
    ):
        return
    joined = doers.doc[doers.left_edge.i - 1]
    if joined.dep_ == "cc" and first.is_ancestor(doers) and not children(verb, "cc"):
        hang(joined, first, "cc")
        hang(doers, verb, "nsubjpass" if children(verb, "auxpass") else "nsubj")


def charged_to_passive(verb: Token) -> None:
    """Read "were *arrested* in Lesk and **charged** with murder" as done to them, where nothing is its object."""
    first, behind = verb.head, verb.doc[verb.i + 1 : verb.i + 2].text
    passive = first.tag_ == "VBN" and child(first, "auxpass") is not None
    alone = child(verb, "nsubj", "nsubjpass", "dobj", "ccomp", "xcomp") is None
    if passive and alone and verb.text.endswith("ed") and behind == CHARGE_LINKS.get(verb.lemma_):
        verb.tag_ = "VBN"


def modifier_to_gerund(word: Token) -> None:
    """Make a second deed of what passes for a word before a noun: "by killing men and **looting** *shops*"."""
    noun = word.head
    gerund = noun.head.head if noun.dep_ == "conj" and noun.head.dep_ in OBJECTS else None
    if gerund is not None and gerund.tag_ == "VBG" and word == noun.left_edge and word.i == noun.i - 1:
        word.pos_, word.tag_, word.lemma_ = "VERB", "VBG", DOING[word.lower_]
        hang(word, gerund, "conj")
        hang(noun, word, "dobj")
