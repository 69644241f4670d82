"""Verbs that carry a nominal event: "*launched* an attack on", "*suffered* a raid", "the attack *carried out* by"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from kg.extraction.noun_slots import counted_by
from kg.extraction.slots import Slots, verb_slots
from kg.language.clauses import surface_subjects
from kg.language.tree import child, children, lemma, other_lemmas
from kg.language.voice import is_passive
from kg.ontology.word_classes import word_class

SEEMING = frozenset({"seem", "appear"})
#: verbs of an opinion whose passive takes the subject of its infinitive
RAISING = SEEMING | word_class("opinions")
#: nouns for whom an event befalls: "has been the *target* of attacks"
SUFFERING = frozenset({"target", "victim", "subject"})
#: nouns by which the subject of the verb above acts, by their preposition
ALONGSIDE = {
    "for": frozenset("talk talks negotiation consultation meeting discussion dialogue summit conference".split()),
    "in": frozenset("cooperation collaboration coordination partnership co-operation co-ordination".split()),
}
LINKS = frozenset({"dobj", "nsubjpass", "prep", "agent", "oprd", "attr", "relcl", "prt"})
ASKING = frozenset("call ask appeal plead push press hope wait argue plan provide prepare".split())
#: what is claimed of a deed
OWNED = frozenset({"responsibility", "credit"})
#: what follows a verb of telling that says more of its subject than that it was: "was reported *stolen*", "*to be* a hoax"
PREDICATES = frozenset({"xcomp", "ccomp", "oprd", "acomp", "attr", "agent"})
#: by whom, to whom and as what a thing is reported
TELLERS = frozenset({"to", "by", "as", "through"})
#: kinds of verbs whose subject does nothing: they say that a thing happens, or is seen or heard to
NO_CARRIERS = frozenset({"occur", "notice"})
#: slots of a verb of noticing that are none of what is noticed
BELOW_NOTICE = frozenset({"subject", "object", "by", "to", "as"})
#: a kind of support, the verb, its slots
Support = tuple[str, Token, Slots]


def support(noun: Token, verbs: Mapping[str, Iterable[str]]) -> Support | None:
    """(kind, verb, slots) of the verb that carries a nominal event: "launched an attack on", "suffered a raid".

    ``verbs`` maps a kind of support (act, suffer, claim, ...) to verb lemmas, a particle or a preposition after a blank.
    """
    whole = _whole(noun)
    if whole is not None:
        return _copula(whole) if whole.lemma_ in SUFFERING else support(whole, verbs)
    below_preposition = noun.dep_ == "pobj" and noun.head.dep_ in {"prep", "agent", "prt"}
    link = noun.head if below_preposition else noun
    preposition = link.lower_ if below_preposition else ""
    verb = link.head
    word = child(verb, "dobj") if preposition == "for" and verb.pos_ == "VERB" else verb
    if preposition == "for" and word is not None and word.lemma_.lower() in OWNED and word.dep_ == "dobj":
        return _claimed(word, verbs)
    if noun.dep_ == "conj":
        return support(noun.head, verbs) if noun.head.pos_ == "NOUN" else None
    if link.dep_ in {"nsubj", "nsubjpass"} and (below := _raised(verb)) is not None:
        return _below(below, verbs)
    if noun == link and _is_noticed(verb, noun, verbs.get("notice", ())):
        return "notice", verb, {name: tokens for name, tokens in verb_slots(verb).items() if name not in BELOW_NOTICE}
    if link.dep_ == "nsubj" and verb.pos_ == "VERB" and _occurs(verb, verbs.get("occur", ())):
        return "occur", verb, {name: tokens for name, tokens in verb_slots(verb).items() if name != "subject"}
    return _governing(noun, link, preposition, verbs) or _alongside(noun, link, preposition) or _reduced(noun, verbs)


def _is_noticed(verb: Token, noun: Token, lemmas: Iterable[str]) -> bool:
    """Whether a noun is said to have been seen or heard somewhere: "*clashes* were **reported** in Oru", "*blast* **heard**".

    What is reported to or by somebody is told of the report: "the raid was reported *by radio* on Monday".
    """
    told = noun.dep_ in {"nsubj", "nsubjpass"} and lemma(verb) in lemmas and verb.tag_ in {"VBN", "VBD"}
    if not told or any(c.dep_ in PREDICATES or (c.dep_ == "prep" and c.lower_ in TELLERS) for c in verb.children):
        return False
    return is_passive(verb) or not any(c.dep_ in {"aux", "dobj"} for c in verb.children)


def carriers(noun: Token, verbs: Mapping[str, Iterable[str]]) -> list[Token]:
    """Who acts by the verb that carries a nominal event: "*Israel* launched the **strike**", "carried out by *a drone*"."""
    carried = support(noun, verbs)
    if carried is None or carried[0] != "act":
        return []
    _, verb, slots = carried
    return [t for t in slots.get("by" if is_passive(verb) else "subject", ()) if t != noun]


def _occurs(verb: Token, lemmas: Iterable[str]) -> bool:
    """Whether a verb says that something happens: "broke out", "took *place*"."""
    place = any(c.lower_ == "place" for c in children(verb, "dobj"))
    guessed = not {*other_lemmas(verb)}.isdisjoint(lemmas)  # "raged" is not of "rag"
    return guessed or _is_support(verb, "", lemmas) or (place and lemma(verb) == "take")


def _whole(noun: Token) -> Token | None:
    """The noun that counts events or says what somebody is to them: "a *series* of attacks", "the *target* of a raid"."""
    if (counting := counted_by(noun)) is not None:
        return counting
    below = noun.dep_ == "pobj" and noun.head.dep_ in {"prep", "agent"} and noun.head.lower_ == "of"
    return noun.head.head if below and noun.head.head.lemma_ in SUFFERING else None


def _claimed(word: Token, verbs: Mapping[str, Iterable[str]]) -> Support | None:
    """ "*claimed* responsibility for the attack", "*took* credit for it"."""
    verb = word.head
    claiming = f"{verb.lemma_.lower()} {word.lemma_.lower()} for" in verbs.get("claim", ())
    return ("claim", verb, verb_slots(verb)) if claiming else None


def _governing(noun: Token, link: Token, preposition: str, verbs: Mapping[str, Iterable[str]]) -> Support | None:
    """ "*launched* an attack", "*came* under attack": the verb right above a noun or its preposition."""
    verb = link.head
    if verb.pos_ not in {"VERB", "AUX"} or link.dep_ not in LINKS:
        return None
    for kind, lemmas in verbs.items():
        if kind not in NO_CARRIERS and _is_support(verb, preposition, lemmas):
            return kind, verb, _with_second(verb, verb_slots(verb, () if noun.dep_ == "pobj" else (noun,)))
    return None


def _alongside(noun: Token, link: Token, preposition: str) -> Support | None:
    """Whose talks or cooperation a phrase tells: "*Kenya* sent an envoy **for talks** with", "acted **in concert** with"."""
    verb = link.head
    told = noun.lemma_.lower() in ALONGSIDE.get(preposition, ()) and verb.pos_ == "VERB" and link.dep_ == "prep"
    if not told or verb.lemma_.lower() in ASKING:  # "*called* for talks" held none
        return None
    done = "by" if is_passive(verb) else "subject"
    doers = verb_slots(verb).get(done)
    return ("act", verb, {done: doers}) if doers else None


def _with_second(verb: Token, slots: Slots) -> Slots:
    """Slots of a passive verb, with who acts by the verb beside it: "was planned and *carried* out by X"."""
    if "by" in slots or not is_passive(verb):
        return slots
    beside = (verb_slots(c).get("by") for c in children(verb, "conj") if c.tag_ == "VBN")
    by = next((doers for doers in beside if doers), None)
    return {**slots, "by": by} if by else slots


def _raised(verb: Token) -> Token | None:
    """The verb whose subject stands above it: "the attack is believed to have been *carried* out by X"."""
    raising = verb.lemma_.lower() in RAISING and (is_passive(verb) or verb.lemma_.lower() in SEEMING)
    below = (c for c in children(verb, "xcomp", "ccomp") if any(t.tag_ == "TO" for t in children(c, "aux")))
    return next(below, None) if raising else None


def _below(verb: Token, verbs: Mapping[str, Iterable[str]]) -> Support | None:
    """What ``support`` finds for a verb whose subject is raised."""
    fitting = ("occur",) if not is_passive(verb) else tuple(kind for kind in verbs if kind not in NO_CARRIERS)
    for kind in fitting:
        if _is_support(verb, "", verbs.get(kind, ())):
            return kind, verb, {name: found for name, found in verb_slots(verb).items() if name != "object"}
    return None


def _copula(noun: Token) -> Support | None:
    """ "At-Tanf has been the target of repeated attacks"."""
    verb = noun.head
    if noun.dep_ == "attr" and verb.lemma_ == "be":
        return "suffer", verb, {"subject": surface_subjects(verb)}
    if noun.dep_ == "pobj" and noun.head.head.lemma_ in {"be", "come"}:
        return "suffer", noun.head.head, {"subject": surface_subjects(noun.head.head)}
    return None


def _reduced(noun: Token, verbs: Mapping[str, Iterable[str]]) -> Support | None:
    """ "the attack carried out by X", "the raid (that) X staged"."""
    for clause in children(noun, "acl", "relcl"):
        if clause.dep_ == "acl" and clause.tag_ != "VBN":  # "an appeal to lay down arms" is not laid
            continue
        for kind, lemmas in verbs.items():
            if kind not in NO_CARRIERS and _is_support(clause, "", lemmas):
                return kind, clause, verb_slots(clause)
    return None


def _is_support(verb: Token, preposition: str, lemmas: Iterable[str]) -> bool:
    particle = child(verb, "prt") or child(verb, "advmod")  # "later *carried* **out** an attack"
    part = next((c for c in children(verb, "dobj") if c.lower_ == "part"), None)  # "took *part* in a march"
    word = f"{lemma(verb)} part" if part is not None else lemma(verb)
    apart = particle is not None and particle.dep_ == "prt" and particle.lower_ in {"down", "back", "off"}
    plain = f"{word} {particle.lower_}" if apart and particle is not None else word  # "*put down* a coup"
    names = {plain if not preposition else f"{plain} {preposition}"}
    if particle is not None:
        names.add(f"{word} {particle.lower_}" if not preposition else f"{word} {particle.lower_} {preposition}")
    return bool(names & set(lemmas))
