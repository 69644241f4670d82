"""Words that look like a trigger and tell no event where they stand: titles, names, what only describes or counts something."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.echoes import is_called_for
from kg.extraction.noun_slots import counted_by
from kg.extraction.numbers import number_of
from kg.extraction.sufferers import HARMED, is_people, sufferers
from kg.extraction.triggers import Match, match
from kg.extraction.words import Words
from kg.language.tree import children
from kg.ontology.word_classes import word_class

#: verbs that say that something is an answer, and not what it is
ANSWERING = frozenset({"retaliate", "hit", "strike", "fight"})
#: how somebody has what was stolen before: "fled *in* a stolen car"
RIDDEN = frozenset({"in", "on", "aboard", "into", "with", "by"})
#: what a word before a noun only says of its state
STATES = frozenset({"Displacement", "Promise", "Cooperation", "Disarmament"})
#: verbs whose particle makes another verb of them: "is *fed up* with it"
OTHERWISE = frozenset({"feed up", "catch up"})
#: searches of many places at once
SWEEPS = frozenset({"sweep"})
#: verbs of those who come upon the dead
FINDING = word_class("finding")
#: whom a crime makes, whatever it was: "victims of *torture*"
VICTIMS = frozenset({"victim", "survivor"})
ANSWERS = frozenset({"retaliation", "reprisal"})


def no_event(found: Match, words: Words) -> str:
    """Why a trigger is no event here; empty if it is one."""
    head = found.words[0]
    if words.name(head) is not None:
        return "it is part of a name"
    if _is_title(head):
        return "it is part of a title"
    if (
        head.dep_ in {"compound", "nmod", "amod"}
        and found.trigger.pos == "noun"
        and head.head.i > head.i
        and not _is_attempt(head.head, words)
    ):
        return f'it only describes "{head.head.text}"'
    held = (
        found.trigger.action in {"Occupation", "Siege"}
        and head.dep_ == "amod"
        and (not head.i or head.nbor(-1).text != "-")
    )
    if held:
        return f'it only describes "{head.head.text}"'  # "occupied Lesk"
    outlawed = found.trigger.action == "Ban" and (head.head.pos_ == "PROPN" or words.role(head.head) is not None)
    if (found.trigger.action in STATES or outlawed) and head.dep_ == "amod" and head.i < head.head.i:
        return f'it only describes "{head.head.text}"'  # "displaced people", "the promised aid"
    if found.trigger.action == "Withdrawal" and head.lemma_.lower() == "leave" and _leaves_behind(head):
        return "it tells what became of somebody"
    if head.lemma_.lower() in {"alliance", "coalition"} and head.dep_ in {"nsubj", "nsubjpass"}:
        return "it names those who act"  # "an alliance of rebels attacked"
    if head.lemma_.lower() in ANSWERS and head.dep_ == "pobj" and head.head.lower_ in {"in", "as"}:
        return "it only says what an act answers"
    if found.trigger.action == "Support" and head.dep_ == "amod" and head.i and head.nbor(-1).text == "-":
        return f'it only describes "{head.head.text}"'  # "Turkish-backed fighters"
    if found.trigger.pos == "noun" and (counted := _counted(head)) is not None and match(counted, words)[0] is not None:
        return f'it only counts "{counted.text}"'  # "a wave of arrests"
    if head.tag_ == "VBN" and any(c.dep_ == "det" for c in head.children) and found.trigger.action == "Accusation":
        return "it names somebody"  # "the *accused* was caught"
    if head.ent_type_ in {"PERSON"} and found.trigger.pos == "noun":
        return "it is part of a name"
    if head.lemma_ in ANSWERING and found.trigger.pos == "verb" and _by_doing(head):
        return "it is told what was done"
    if head.lemma_.lower() in SWEEPS and _in_arrests(head, words):
        return "it only says how people were arrested"
    if _is_unspecific(head, found):
        return "it tells no happening"
    if head.lower_ == "hit" and _is_hired(head):
        return "it is part of a noun"
    if head.lower_ in HARMED and head.dep_ in {"dobj", "pobj"} and _is_killed(head, words):
        return "it names whom another deed kills"
    if found.trigger.action == "Killing" and head.lemma_.lower() in FINDING and _killed_before(head, words):
        return "it is told how those who are found were killed"
    told = head.dep_ in {"amod", "acomp", "oprd"} or (is_people(head) and sufferers(head))
    if found.trigger.pos == "adjective" and not told:
        return "it says nothing of anybody"
    return ""


def _killed_before(finding: Token, words: Words) -> bool:
    """Whether a clause tells that those who are found were killed: "the bodies of men *who were shot dead* were **found**"."""
    bodies = [c for c in finding.children if c.dep_ in {"dobj", "nsubjpass"}]
    told = (t for body in bodies for t in body.subtree if t.dep_ in {"relcl", "acl"} and t.pos_ == "VERB")
    found = (match(t, words)[0] for t in told)
    return any(one is not None and words.ontology.is_a(one.trigger.action, "Killing") for one in found)


def _in_arrests(noun: Token, words: Words) -> bool:
    """Whether people were arrested in what a noun tells, and nothing else is said of it: "held two *in* a **sweep**"."""
    where = noun.head if noun.dep_ == "pobj" and noun.head.lower_ in {"in", "during"} else noun
    if where.head.pos_ != "VERB" or where == noun or any(c.lower_ == "of" for c in noun.children):
        return False
    found, _ = match(where.head, words)
    return found is not None and words.ontology.is_a(found.trigger.action, "Arrest")


def _is_hired(verb: Token) -> bool:
    """Whether a word is half of a noun for killers: "worked as **hit** *men*"."""
    after = verb.doc[verb.i + 1 : verb.i + 2].text.lower()
    return after in {"man", "men", "squad", "squads"} and not children(verb, "nsubj", "nsubjpass", "aux", "auxpass")


def _is_killed(hurt: Token, words: Words) -> bool:
    """Whether a verb tells that people hurt before are killed: "finished off **the wounded**"."""
    verb = hurt.head if hurt.dep_ == "dobj" else hurt.head.head
    found, _ = match(verb, words) if verb.pos_ == "VERB" else (None, "")
    return (
        found is not None
        and words.ontology.is_a(found.trigger.action, "Killing")
        and hurt in found.slots.get("off", [hurt])
    )


def _by_doing(verb: Token) -> bool:
    """Whether a clause says what an answer was: "**retaliated** *by expelling* two diplomats"."""
    return any(c.lower_ == "by" and any(t.tag_ == "VBG" for t in children(c, "pcomp")) for c in children(verb, "prep"))


def _leaves_behind(verb: Token) -> bool:
    """Whether somebody is left in some state, or a thing: "leaving *17 people dead*", "left *behind* a sign"."""
    behind = any(c.lower_ == "behind" and c.i == verb.i + 1 for c in verb.children)
    return behind or bool(children(verb, "ccomp", "oprd"))


def _counted(noun: Token) -> Token | None:
    """The nominal event that a noun counts: "a *wave* of **arrests**"."""
    of = (p for c in noun.children if c.lower_ == "of" for p in c.children)
    return next((t for t in of if counted_by(t) == noun), None)


def _is_unspecific(head: Token, found: Match) -> bool:
    """Whether a word only calls for something or says of what kind things are: "**death** to traitors", "in a **stolen** car"."""
    if found.trigger.action == "Robbery" and head.dep_ == "amod":
        ridden = head.head.dep_ == "pobj" and head.head.head.lower_ in RIDDEN and not children(head.head, "poss")
        return ridden or (head.head.tag_ == "NNS" and not children(head.head, "det", "poss", "nummod"))
    if found.trigger.action == "Arrest" and head.lower_ == "imprisonment":  # "sentenced to life **imprisonment**"
        return head.dep_ == "pobj" and head.head.lower_ in {"to", "of", "with"}
    if any(f"{head.lemma_.lower()} {c.lower_}" in OTHERWISE for c in children(head, "prt")):
        return True
    if head.tag_ == "NN" and head.dep_ == "pobj" and head.head.head.lemma_.lower() in VICTIMS:
        return head.head.lower_ == "of" and not children(head, "det", "poss", "nummod", "amod", "compound")
    if head.lower_ == "blame" and head.head.lemma_ == "be":  # "a leak was to **blame**"
        return any(c.dep_ == "aux" and c.lower_ == "to" for c in head.children)
    if head.lower_ == "displaced" and head.dep_ == "amod":  # "camps for **displaced** people"
        return number_of(head.head) is None
    return head.lower_ == "death" and is_called_for(head)


def _is_title(noun: Token) -> bool:
    """Whether a noun stands in the quoted title of a work: the author of "The **Siege** of Lesk"."""
    before = noun.doc[max(noun.sent.start, noun.i - 3) : noun.i]
    opened = next((t for t in before if t.is_quote), None)
    if opened is None or noun.pos_ not in {"NOUN", "PROPN"} or not noun.text[:1].isupper() or noun.is_upper:
        return False
    inside = [t for t in before if t.i > opened.i]
    return bool(inside) and all(t.text[:1].isupper() for t in inside)


def _is_attempt(noun: Token, words: Words) -> bool:
    """Whether a noun says only that something was tried, planned or threatened: "assassination attempt", "bomb plot".

    Where both words are one trigger ("mediation effort") it is the noun that tells of it.
    """
    kinds = (words.ontology.qualifiers[kind]["nouns"] for kind in ("attempted", "planned", "threatened"))
    return any(noun.lemma_.lower() in nouns for nouns in kinds) and match(noun, words)[0] is None
