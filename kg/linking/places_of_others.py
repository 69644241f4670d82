"""Places of what else a sentence tells: where the hurt are nursed, where others flee, where those are who tell of it."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.language.tree import first_conjunct
from kg.linking.dates.attachment import is_ground
from kg.ontology.word_classes import word_class

#: verbs by which somebody judges others, wherever he goes on to act, and verbs of saying
JUDGING, TELLING = word_class("judging"), word_class("telling")
#: where the hurt are brought, and verbs of bringing, nursing and dying there, long after and far from the deed
HOSPITALS = frozenset("hospital clinic infirmary".split())
CARE = frozenset(
    "take fly rush airlift evacuate bring transfer admit treat recover die succumb transport ferry".split()
)

#: verbs of what somebody is or was before, wherever he acts now; those of where he has come, to act there
LIVES, COMING = word_class("lives"), word_class("arriving")
#: nouns for what others wish
WISHES = word_class("wishes")
#: verbs of what somebody has in mind to do, elsewhere
PLANNING = frozenset("plan plot intend prepare conspire".split())
#: verbs of what somebody is held to have done, before and elsewhere
SUSPECTING = word_class("suspecting")


def life_told_in(token: Token, trigger: Token) -> Token | None:
    """Of whom a toponym tells what he is or was, not where he acts: "*a man* who *grew up in* **Lesk** stabbed a guard"."""
    for clause in token.ancestors:
        if clause == trigger or clause.is_ancestor(trigger):
            return None
        if clause.dep_ == "acl" and clause.tag_ == "VBN" and clause.lemma_.lower() in SUSPECTING:
            return clause.head
        if clause.dep_ == "relcl" and clause.left_edge.lower_ in {"who", "which", "that", "whom", "whose"}:
            return clause.head if _is_before(clause) else None
    return None


def _is_before(verb: Token) -> bool:
    """Whether a relative clause tells what was before or always is: "who *had served*", "which *holds*", "who *grew up*"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    lemma = verb.lemma_.lower()
    if lemma in PLANNING:
        return True
    if lemma in COMING or any(c.tag_ == "VBG" and verb.tag_ != "VBG" for c in verb.children if c.dep_ == "aux"):
        return False
    return lemma in LIVES or bool(helpers & {"had", "has", "have"}) or verb.tag_ in {"VBZ", "VBP"}


def is_of_ground(token: Token, trigger: Token) -> bool:
    """Whether a toponym is where the deed was that somebody is judged for: "jailed three for a murder in *Lesk*"."""
    way = [token, *token.ancestors]
    if trigger not in way:
        return False
    return any(is_ground(below, above) for below, above in pairwise(way[: way.index(trigger) + 1]))


def is_of_next_deed(token: Token, trigger: Token) -> bool:
    """Whether a toponym is where those who judge then act: "**blamed** the rebels and *bombed* camps in *Lesk*"."""
    if trigger.pos_ != "VERB" or trigger.lemma_.lower() not in JUDGING:
        return False
    return any(verb.dep_ == "conj" and verb.head == trigger and verb.pos_ == "VERB" for verb in token.ancestors)


def is_of_teller(token: Token, trigger: Token) -> bool:
    """Whether a toponym is where those are who tell of it: "rebels took a town, officials in *Lesk* said"."""
    below = [trigger, *trigger.ancestors]
    for clause, verb in pairwise(below):
        if clause.dep_ in {"ccomp", "parataxis"} and any(
            s == token or s.is_ancestor(token) for s in verb.children if s.dep_ == "nsubj"
        ):
            return True
        inserted = (c for c in clause.children if c.dep_ == "parataxis" and c.lemma_ in {"say", "report", "add"})
        if any(s == token or s.is_ancestor(token) for c in inserted for s in c.children if s.dep_ == "nsubj"):
            return True
    return False


def is_of_wish(token: Token) -> bool:
    """Whether a land is whose wish something is done by, wherever that is: "will meet *at the request of* **Norland**"."""
    way = first_conjunct(token).head
    return way.lower_ == "of" and way.head.lemma_.lower() in WISHES and way.head.dep_ == "pobj"


def is_where_told(token: Token, trigger: Token) -> bool:
    """Whether a toponym is where somebody tells of it: "nine guards were killed, an official **said** *in Lesk*"."""
    way = first_conjunct(token).head
    verb = way.head
    if way.dep_ != "prep" or way.lower_ != "in" or verb.lemma_.lower() not in TELLING or way.i < verb.i:
        return False
    contents = [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i]
    return any(c == trigger or c.is_ancestor(trigger) for c in contents)


def is_where_cared_for(token: Token, draft: Draft) -> bool:
    """Whether a place is that of the hospital where somebody was brought or died: "was *flown to* a **Lesk** hospital"."""
    hospital = next((t for t in (token, *token.ancestors) if t.lemma_.lower() in HOSPITALS), None)
    if hospital is None or hospital.i in draft.targets or token.doc[draft.head].lemma_.lower() in CARE:
        return False
    trigger, verb = token.doc[draft.head], next((t for t in hospital.ancestors if t.pos_ == "VERB"), None)
    if verb is None or (
        verb.is_ancestor(trigger) and trigger.is_ancestor(hospital)
    ):  # "were treated after a **clash** near it"
        return False
    return verb.lemma_.lower() in CARE


def is_where_brought(token: Token, harm: Token) -> bool:
    """Whether a place is where those who are hurt are brought: "flew 35 of the **injured** *to Lesk*"."""
    way = token.head
    verb = next((t for t in harm.ancestors if t.pos_ == "VERB"), None) if way.lower_ == "to" else None
    inside = verb is not None and (way.head == verb or harm == way.head) and harm.dep_ in {"pobj", "dobj", "nsubjpass"}
    return inside and verb is not None and verb.lemma_.lower() in CARE


def is_where_others_go(token: Token, trigger: Token) -> bool:
    """Whether a place is what others make for: "seven were **killed** and thousands fled *towards Lesk*"."""
    way = first_conjunct(token).head
    going = way.head if way.lower_ in {"towards", "toward"} else trigger
    return going.pos_ == "VERB" and going != trigger and (going.dep_ == "conj" or not trigger.is_ancestor(going))
