"""Words that govern an event and say something of its reality: "*failed* to attack", "*plans* for an attack"."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.extraction.governed import applies, is_listed
from kg.extraction.signs import Qualifier, Vocabulary
from kg.language.clauses import is_first
from kg.language.grammar import DEFINITE
from kg.language.tree import children, taken_to_act
from kg.language.voice import is_passive
from kg.model import Status

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
#: classes told by an adjective with an infinitive: "*unable* to", "*likely* to"
PREDICATES: tuple[Status, ...] = ("negated", "hypothetical", "planned")
#: verbs of ending what goes on
CEASING = frozenset({"stop", "halt", "end", "cease", "suspend", "pause", "discontinue", "lift"})
#: participles of what is only to be: "a raid *designed* to free them"
AIMING = frozenset({"mean", "intend", "design", "aim", "calculate"})
MEANT = AIMING | {"plan", "prepare", "schedule"}
#: verbs of what people do together to say something, whose infinitive is no plan
CROWDING = frozenset("vote demonstrate protest march rally gather assemble parade".split())
#: verbs that demand what somebody else shall do: "*want* Israel to free them"
WISHING = frozenset({"want", "expect"})
#: how something is done against a ban: "marched *despite* a ban on protests"
DEFYING = frozenset({"defy", "flout", "ignore", "violate", "breach", "despite"})


def governor_sign(node: Token, head: Token, vocabulary: Vocabulary) -> Qualifier | None:
    """The sign of the word that governs a token: "failed to attack", "plans for an attack", "thwarted an attack"."""
    if head.pos_ in {"VERB", "AUX"} and node.dep_ in VERB_LINKS:
        return _of_verb(node, head, vocabulary)
    if node.dep_ == "acl" and head.dep_ == "pobj" and head.head.lower_ == "without":
        return Qualifier("negated", head.head)  # "without a shot being *fired*"
    headline = node.dep_ == "xcomp" and head.dep_ == "ROOT"  # "Miners **plan** *to march*", read as a noun
    if head.pos_ in {"NOUN", "PROPN"} and (node.dep_ in {"acl", "prep", "ccomp"} or headline):
        return _of_noun(node, head, vocabulary)
    if head.pos_ == "ADJ" and (is_infinitive(node) or node.lower_ in {"of", "to"}):
        return _of_adjective(node, head, vocabulary)
    return Qualifier("negated", head) if node.dep_ in {"pcomp", "pobj"} and head.lower_ == "without" else None


def _of_verb(node: Token, verb: Token, vocabulary: Vocabulary) -> Qualifier | None:
    """ "*failed* to attack", "*denied* the attack", "*attributed* the attack to", "*escaped* arrest"."""
    if node.dep_ == "conj":
        return None
    lemma = verb.lemma_.lower()
    undone = node.dep_ in {"dobj", "nsubjpass"}
    if is_ceasing(node, verb):
        return None
    if lemma in vocabulary["blame"]["laid"] and undone:
        return Qualifier("alleged", verb)
    if node.dep_ == "dobj" and _listed_pair(node, lemma, vocabulary["eluded"]):
        return Qualifier("negated", verb)
    if (
        lemma in WISHING
        and node.dep_ == "ccomp"
        and is_infinitive(node)
        and any(c.dep_ == "nsubj" for c in node.children)
    ):
        return Qualifier("demanded", verb)
    for status in BY_VERB:
        if is_listed(lemma, node, vocabulary[status].get("verbs", ())) and applies(status, node, verb):
            if status == "planned" and _is_of_known(node, verb, vocabulary):
                continue
            open_ = status == "negated" and any(c.dep_ == "neg" for c in verb.children)  # "did not rule out"
            return Qualifier("hypothetical" if open_ else status, verb)
    if undone and _listed_pair(node, lemma, vocabulary["reports"]):
        return Qualifier("denied", verb)
    return Qualifier("planned", verb) if _is_intended(node, verb, vocabulary) else None


def is_ceasing(node: Token, verb: Token) -> bool:
    """Whether what goes on is told to be ended, or is to be: "stop *bombing* the town", "urged them to end *the siege*".

    What somebody stopped before it was done has failed: "police stopped *an attack*".
    """
    if verb.lemma_.lower() not in CEASING or node.dep_ not in {"xcomp", "dobj", "pcomp"}:
        return False
    if node.tag_ == "VBG" and node.dep_ != "dobj":
        return True
    going_on = node.tag_ == "NNS" or any(c.dep_ == "poss" or c.lower_ in DEFINITE for c in node.children)
    return node.dep_ == "dobj" and going_on and verb.tag_ == "VB"


def is_factual(verb: Token, vocabulary: Vocabulary) -> bool:
    """Whether the infinitive of a verb tells what was done: "*came* to attack", "*took advantage* of it to attack"."""
    verbs, lemma = vocabulary["factual"]["verbs"], verb.lemma_.lower()
    return lemma in verbs or any(f"{lemma} {c.lower_}" in verbs for c in children(verb, "dobj"))


def is_performed(node: Token, verb: Token, vocabulary: Vocabulary) -> bool:
    """Whether an infinitive tells what was said by what was done: "burned a flag *to protest*", "voted *to condemn* it"."""
    said = is_infinitive(node) and node.lemma_.lower() in vocabulary["performed"]["verbs"]
    return said and (node.dep_ == "advcl" or verb.lemma_ in CROWDING)


def _is_of_known(node: Token, verb: Token, vocabulary: Vocabulary) -> bool:
    """Whether it is told who planned what the reader knows to have been done.

    "The cartel *planned* the attack", "the attack was *planned* and carried out by the cartel".
    """
    if node.dep_ == "nsubjpass" and any(_is_doing(c, vocabulary) for c in children(verb, "conj")):
        return True
    ends = node.dep_ == "nsubjpass" and (
        any(map(is_infinitive, children(verb, "xcomp", "advcl")))
        or (verb.lemma_ == "aim" and any(c.lower_ == "at" for c in children(verb, "prep")))
    )
    if ends and verb.lemma_.lower() in AIMING:  # "the attack was *meant to scare* voters"
        return True
    if node.pos_ != "NOUN" or not any(c.dep_ == "poss" or c.lower_ in DEFINITE for c in node.children):
        return False
    helpers = {c.lemma_.lower() for c in children(verb, "aux", "auxpass", "neg")}
    if node.dep_ == "nsubjpass":
        return helpers == {"have", "be"}
    return node.dep_ == "dobj" and verb.tag_ in {"VBD", "VBN"} and helpers <= {"have"}


def _is_doing(verb: Token, vocabulary: Vocabulary) -> bool:
    particle = next((f" {c.lower_}" for c in children(verb, "prt")), "")
    return verb.tag_ == "VBN" and verb.lemma_.lower() + particle in vocabulary["blame"]["done"]


def _listed_pair(noun: Token, verb: str, table: Mapping[str, list[str]]) -> bool:
    """Whether noun and verb are those of one table: "*escaped arrest*", "*dismissed reports*"."""
    return noun.lemma_.lower() in table["nouns"] and verb in table["verbs"]


def _is_intended(node: Token, verb: Token, vocabulary: Vocabulary) -> bool:
    """Whether the infinitive of a verb is only to be done: "agreed *to attack*", not "had *to attack*"."""
    if not is_infinitive(node) or node.dep_ != "xcomp" or is_factual(verb, vocabulary):
        return False
    if is_performed(node, verb, vocabulary) or any(map(is_first, children(verb, "attr"))):
        return False
    return not _raising(verb) and not (verb.lemma_.lower() == "have" and verb.tag_ == "VBD")


def _of_noun(node: Token, noun: Token, vocabulary: Vocabulary) -> Qualifier | None:
    """ "*plans* for an attack", "a *threat* to attack"."""
    lemma = noun.lemma_.lower()
    if _is_of_noun_itself(node, lemma) or taken_to_act(noun) is not None or noun.head.lemma_.lower() in DEFYING:
        return None
    if node.dep_ != "prep" or node.lower_ in {"of", "for", "to", "at", "against", "on"}:
        for status in BY_VERB:
            nouns = vocabulary[status].get("nouns", ())
            if lemma in nouns or f"{lemma} {node.lower_}" in nouns:  # "the possibility that they *had* attacked"
                over = status == "hypothetical" and any(
                    c.dep_ == "aux" and c.lower_ in {"have", "had"} for c in node.children
                )
                return Qualifier("alleged" if over else status, noun)
    if lemma in vocabulary["alleged"]["grounds"] and node.dep_ in {"acl", "ccomp"} and node.left_edge.lower_ == "that":
        return Qualifier("alleged", noun)
    planned = node.dep_ == "acl" and is_infinitive(node) and not (noun.dep_ == "attr" and is_first(noun))
    return Qualifier("planned", noun) if planned else None


def is_called_false(clause: Token, vocabulary: Vocabulary) -> bool:
    """Whether a report is told to be none: "the report that rebels *attacked* is unfounded"."""
    noun = clause.head
    reported = clause.dep_ in {"acl", "ccomp", "relcl"} and noun.lemma_.lower() in vocabulary["reports"]["nouns"]
    if not reported or noun.dep_ != "nsubj" or noun.head.lemma_ != "be":
        return False
    told = children(noun.head, "acomp", "attr")
    return any(t.lemma_.lower() in vocabulary["reports"]["false"] for t in told) and not children(noun.head, "neg")


def _is_of_noun_itself(node: Token, noun: str) -> bool:
    """Whether words at a noun are not what it demands or plans: "a plan *signed* by all", "a call *of* shots fired"."""
    clause = any(c.dep_ in {"mark", "nsubj", "nsubjpass"} for c in node.children)
    return (node.dep_ == "acl" and node.tag_ == "VBN" and not clause) or (noun == "call" and node.lower_ == "of")


def _of_adjective(node: Token, word: Token, vocabulary: Vocabulary) -> Qualifier | None:
    """ "*unable* to attack", "*capable* of attacking"; any other adjective with an infinitive tells a plan."""
    lemma = word.lemma_.lower()
    for status in PREDICATES:
        if lemma in vocabulary[status]["predicates"]:
            return Qualifier(status, word)
    return Qualifier("planned", word) if is_infinitive(node) else None


def is_infinitive(node: Token) -> bool:
    """Whether a verb is an infinitive with "to", and no perfect one: "**to attack**", not "to have attacked"."""
    return (
        node.pos_ in {"VERB", "AUX"}
        and any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children)
        and not any(c.dep_ == "aux" and c.lemma_ == "have" for c in node.children)
    )


def to_of(node: Token) -> Token:
    """The "to" of an infinitive."""
    return next((c for c in node.children if c.dep_ == "aux" and c.lower_ == "to"), node)


def _raising(head: Token) -> bool:
    """ "is said to attack", "was forced to leave", not "is meant to": the infinitive is told, not planned."""
    return is_passive(head) and bool(children(head, "auxpass")) and head.lemma_.lower() not in MEANT
