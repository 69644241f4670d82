"""The voice of a verb: whether its subject acts or suffers, also where a headline leaves out "was"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.grammar import AUXILIARIES, NOMINAL, OBJECTS
from kg.language.tree import NEVER_ALONE, children
from kg.ontology.word_classes import word_class

#: verbs whose object is told to be in a state: "left *12* wounded"
LEAVING = frozenset({"leave", "see", "find", "get", "have", "want"})
#: verbs of those who die so by themselves
DYING = frozenset({"bleed", "bled", "freeze", "starve", "choke"})
#: verbs that nobody suffers
UNDIRECTED = word_class("undirected")
#: verbs of what is done to somebody, who is always named
DONE_TO_SOMEBODY = word_class("done-to-somebody")
#: participles that are no past tense as well
PARTICIPLES = frozenset("thrown taken stolen beaten driven slain torn".split())
#: at whom or what somebody shoots: "Troops shot *at* a crowd"
AIMED = frozenset({"at", "into", "toward", "towards", "on", "upon", "back"})
#: verbs of harm whose past is their participle
STRUCK = word_class("struck")
STOPS, OPEN_CLAUSES = frozenset(".!?"), frozenset({"ROOT", "ccomp", "parataxis"})
#: what shows that such a verb is no headline's: objects, auxiliaries, clauses
NO_HEADLINE = OBJECTS | AUXILIARIES | {"ccomp", "xcomp", "dep", "neg", "prt"}


def _is_to_death(verb: Token) -> bool:
    """Whether somebody is killed so, and nobody kills: "Journalist **stabbed** *to death* in Lesk", not "bled to death"."""
    if verb.lemma_.lower() in DYING:
        return False
    return any(t.lower_ == "death" for c in children(verb, "prep") if c.lower_ == "to" for t in c.children)


def _lacks_object(verb: Token) -> bool:
    """Whether a verb that cannot go without an object has none, as in headlines: "Protester **arrested** for arson"."""
    clear = verb.lower_ in PARTICIPLES  # "Grenade **thrown** at convoy"
    if verb.tag_ not in {"VBD", "VBN"} or verb.dep_ not in OPEN_CLAUSES:
        return False
    if not clear and verb.lemma_.lower() not in DONE_TO_SOMEBODY:
        return False
    end = next((t.text for t in verb.doc[verb.i :] if t.text in STOPS or "\n" in t.text), "\n")
    told = [c for c in verb.children if not (c.is_space or (c.dep_ == "ccomp" and c.i < verb.i))]
    aimed = frozenset() if clear else AIMED
    bare = not any(c.dep_ in NO_HEADLINE or c.lower_ in aimed or (c.i > verb.i and c.pos_ in NOMINAL) for c in told)
    shared = any(c.dep_ == "conj" and children(c, *OBJECTS) for c in told)  # "Man **shot**, killed *son*"
    return bare and not shared and "\n" in end


def _is_joined_harm(verb: Token) -> bool:
    """Whether a verb of harm is the second of two and has nobody of its own: "was seized and **shot**", not "shot *at them*"."""
    if verb.tag_ != "VBD" or verb.dep_ != "conj" or verb.lemma_.lower() not in STRUCK:
        return False
    aimed = any(c.dep_ == "prep" and c.lower_ in {"at", "on", "into"} for c in verb.children)
    return not aimed and not any(c.dep_ in OBJECTS | AUXILIARIES | {"nsubj"} for c in verb.children)


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: "was shelled", "the convoy struck by jets"."""
    if any(c.dep_ in {"nsubjpass", "auxpass", "csubjpass"} for c in verb.children) or _lacks_object(verb):
        return True
    if verb.lemma_.lower() in UNDIRECTED:  # "said that rebels *counterattacked* near Lesk", read as a participle
        return False
    found = _by_what_befalls(verb)
    if found is None:
        found = _as_second(verb)
    return found if found is not None else verb.tag_ == "VBN" and _is_participle(verb)


def _by_what_befalls(verb: Token) -> bool | None:
    """What the words behind a verb tell of its voice: "bombs dropped *by jets*", "Two men shot *dead*"; None if nothing."""
    active = any(c.dep_ in OBJECTS for c in verb.children)
    if verb.tag_ == "VBD" and any(c.dep_ == "agent" for c in verb.children):  # read as past
        return not active
    if verb.lower_ in {"shot", "found"} and any(
        c.dep_ in {"oprd", "acomp"} and c.i == verb.i + 1 for c in verb.children
    ):
        return not active  # "two men *shot* dead", "former leader *found* guilty"
    if verb.lower_ in {"burned", "burnt", "buried"} and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "alive":
        return not active
    if verb.tag_ in {"VBD", "VBN"} and _is_to_death(verb):
        return not (active or any(c.dep_ == "aux" and c.lower_ != "had" for c in verb.children))
    return None


def _as_second(verb: Token) -> bool | None:
    """What the first of two verbs tells of the voice of the second: "was seized and *shot*"; None if nothing."""
    if _is_joined_harm(verb) and is_passive(verb.head):
        return True
    past = (verb.tag_ == "VBD" and verb.lemma_.lower() in NEVER_ALONE) or verb.lower_ == "hurt"
    if past and verb.tag_ != "VBN" and verb.dep_ == "conj":  # "two were hurt, 31 *detained*"
        return not any(c.dep_ in OBJECTS | AUXILIARIES for c in verb.children) and is_passive(verb.head)
    return None


def _is_participle(verb: Token) -> bool:
    """Whether a past participle is passive by where it stands: "the convoy *struck* on Monday", "with *12* wounded"."""
    active, agent = (any(c.dep_ in labels for c in verb.children) for labels in (OBJECTS, {"agent"}))
    if any(c.dep_ == "nsubj" for c in verb.children):
        absolute = any(c.dep_ == "mark" and c.lower_ == "with" for c in verb.children)
        shared = verb.dep_ == "conj" and is_passive(verb.head)
        left = verb.dep_ == "ccomp" and verb.i > verb.head.i and verb.head.lemma_.lower() in LEAVING
        return (absolute or shared or left) and not any(c.dep_ in OBJECTS | AUXILIARIES for c in verb.children)
    if any(c.dep_ == "aux" and c.lemma_ in {"have", "'ve"} for c in verb.children):
        return False
    if verb.dep_ in {"acl", "advcl", "relcl", "amod"} or agent:
        return not active or agent
    if verb.dep_ == "conj" and (verb.head.tag_ == "VBN" or _lacks_object(verb.head)):
        return is_passive(verb.head)
    return verb.dep_ in {"ROOT", "ccomp", "pcomp", "oprd", "xcomp"} and not active
