"""Who and what can stand in a role: who may act, what can be hit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from kg.extraction.addressees import is_actor
from kg.extraction.copulas import SAME, identity
from kg.extraction.drafts import Draft
from kg.extraction.scopes import text_refused
from kg.extraction.weapons import irregulars, is_body, is_owned, wielders
from kg.extraction.words import Words
from kg.language.clauses import surface_subjects
from kg.language.grammar import BORDERS, UNTOLD, VAGUE
from kg.language.lists import retold
from kg.language.tree import children, first_conjunct, partitive, prepositional, with_conjuncts
from kg.ontology.groupings import FORCEFUL, HARMS
from kg.ontology.word_classes import word_class

#: what its giver does by it: "a *Polish* **loan** paid for the dam"
GIVEN = frozenset("loan grant aid money donation gift subsidy credit cash".split())
#: an hour, which is nothing that is hit: "at *6.45* a bomb exploded"
CLOCK = re.compile(r"\d{1,2}[.:]\d\d")
NEVER_ACTORS = frozenset(
    {"abstract", "time", "document", "meeting", "relation", "body-part", "incident", "measure", "injury", "crime"}
)
TANGIBLE = frozenset(
    {
        "person",
        "actor",
        "armed",
        "civilian",
        "place",
        "area",
        "facility",
        "vehicle",
        "infrastructure",
        "goods",
        "gathering",
    }
)
#: words that say that there is nobody: "nobody was hurt"
NOBODY = frozenset({"nobody", "none"})
#: vessels and machines by which their owner acts
CRAFT = frozenset({"plane", "aircraft", "ship", "boat", "vessel"})
#: PLOVER types of acts that people do by vehicles of theirs, which harm nobody by themselves
MANNED = frozenset({"COERCE", "MOBILIZE", "AID", "COOPERATE", "RETREAT", "CONSULT"})
#: what does no harm by itself, and verbs of harm
INANIMATE = frozenset({"place", "area", "facility", "vehicle", "infrastructure", "route", "time"})
TOLL = word_class("toll")
#: what befalls people in an event, who need not have held it
HARM_IN = word_class("harm-in")
#: ways and crossings, which an act is done on; a bridge may be what it is done to
STREETS = frozenset("street road avenue boulevard lane highway motorway".split())
CROSSINGS = frozenset("square corner intersection crossroads".split())
ALONG = frozenset({"at", "in", "on", "along", "near"})
#: prepositions of the town that something is done beside
BESIDE = frozenset({"near", "outside", "around"})


def who(token: Token, verb: Token, words: Words) -> Token:
    """The person or body that "who" stands for, where the clause hangs on a thing: "a call to *the Russians*, who ...".

    "The ones who attacked" are those of whom it is said: "*rebels* were the ones who **attacked**".
    """
    copula = identity(token)
    if copula is not None and token.lower_ in SAME:
        return next(iter(surface_subjects(copula)), token)
    clause = next((t for t in (verb, *verb.ancestors) if t.dep_ == "relcl"), None)
    if clause is not None and clause.head == token and _is_of_place(token, clause, words):
        for above in token.ancestors:  # "*the mayor* of Lesk who **accused** the army"
            if above.i < token.i and "person" in words.classes(above):
                return above
    if clause is not None and clause.head == token and (deed := _told_of(token, clause, words)) is not None:
        return deed
    if clause is None or clause.head != token or words.can_act(token):
        return token
    if not any(c.lower_ in {"who", "whom"} for c in clause.children):
        return token
    behind = (t for t in reversed(token.doc[token.i : clause.i]) if words.can_act(t) and t.pos_ not in {"PRON", "NUM"})
    thing = token.pos_ == "NOUN" and (words.classes(token) & INANIMATE or words.instrument(token))
    return next(behind, None) or (_carried(token, words) if thing else token)


def _carried(thing: Token, words: Words) -> Token:
    """Who comes in or on a thing, of which "who" cannot tell: "by *men* on motorcycles, who **looted** the shop"."""
    for above in thing.ancestors:
        if above.pos_ in {"NOUN", "PROPN"} and words.can_act(above):
            return above
        if above.pos_ == "VERB" and above.dep_ != "acl":
            told = (*children(above, "dobj", "nsubj", "nsubjpass"), *(t for _, t in prepositional(above)))
            people = [t for t in told if t.i < thing.i and words.can_act(t)]
            return max(people, key=lambda t: t.i, default=thing)
    return thing


def _is_of_place(noun: Token, clause: Token, words: Words) -> bool:
    """Whether a clause with "who" hangs on a place, of which it cannot tell."""
    place = words.is_toponym(noun) or "area" in words.classes(noun)
    return place and "person" not in words.classes(noun) and any(c.lower_ == "who" for c in clause.children)


def _told_of(noun: Token, clause: Token, words: Words) -> Token | None:
    """The deed that a clause of harm tells of, where it hangs on what was hit: "*an attack* on a church **that** killed six"."""
    harms = clause.lemma_.lower() in TOLL and any(c.lower_ in {"that", "which"} for c in children(clause, "nsubj"))
    named = noun.pos_ == "PROPN" and noun.dep_ == "pobj" and noun.head.lower_ == "in"
    still = named or words.is_toponym(noun) or bool(words.classes(noun) & INANIMATE)
    people = words.classes(noun) & {"person", "civilian"}
    hit = bool(people) and not words.classes(noun) & FORCEFUL  # "a raid on a camp for *nuns* that killed six"
    if not harms or not (still or hit):
        return None
    above = next((t for t in noun.ancestors if is_event(t, words) or t.pos_ not in {"NOUN", "PROPN", "ADP"}), noun)
    by = any(t.lower_ == "by" for t in noun.ancestors if above.i < t.i < noun.i)
    return above if is_event(above, words) and not by else None


def listed(tokens: list[Token], words: Words) -> list[Token]:
    """Each token with those of its list that the parse apposes to it: "*one officer*, *two drivers* and *six guards*"."""
    out = list(tokens)
    for token in tokens:
        for item in children(token, "appos"):
            people = _counted(token) and _counted(item) and children(item, "cc") and not retold(token, item)
            if people or _are_peers(token, item, words):
                out += [t for t in with_conjuncts([item]) if t not in out]
    return out


def _are_peers(token: Token, item: Token, words: Words) -> bool:
    """Whether a name apposed to another one of its kind opens the rest of a list: "*Chad*, *Mali* and *Niger*"."""
    one, other = words.entry(token), words.entry(item)
    if one is None or other is None or one.kind != other.kind or one.id == other.id:
        return False
    return len(with_conjuncts([item])) > 1


def _counted(noun: Token) -> bool:
    """Whether a noun phrase tells a number of new people or things: "*two* drivers", "*a* guard"."""
    return noun.pos_ == "NOUN" and any(c.dep_ == "nummod" or c.lower_ in {"a", "an"} for c in noun.children)


def author(verb: Token, words: Words) -> list[Token]:
    """Who issued the words that a participle tells of: "the group issued a statement *demanding* ..."."""
    noun = verb.head
    bare = verb.lower_ == "protest" and not any(c.dep_ in {"det", "poss", "nummod"} for c in verb.children)
    if bare and noun.lower_ == "in" and noun.head.pos_ == "VERB" and noun.head.lemma_.lower() not in HARM_IN:
        return surface_subjects(noun.head)  # "closed their shops in *protest*", and not "were killed in *protests*"
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and "document" in words.classes(noun) and noun.head.pos_ == "VERB":
        refused = text_refused(verb, words.ontology.qualifiers) is not None  # which are nobody's then
        return [] if refused else surface_subjects(noun.head)
    return []


def writers(agents: list[Token], words: Words) -> list[Token]:
    """Those candidates who act, and for words those who issued them: "a statement by *the army* **condemned** it"."""
    return [t for agent in agents for t in (_issuers(agent, words) or [agent])]


def owners(idiom: Sequence[Token], words: Words) -> list[Token]:
    """Whose words are told to be said again, where nobody is told to say them: "*Lesk's* demand was **repeated**"."""
    said = [t for t in idiom if t.dep_ == "nsubjpass"]
    return [c for t in said for c in t.children if c.dep_ in {"poss", "amod"} and words.name(c)]


def _issuers(text: Token, words: Words) -> list[Token]:
    """Whose words a noun stands for: "*Pakistan's* statement", "a letter from *the ministry*"."""
    given = text.lemma_.lower() in GIVEN or words.classes(text) & {"document", "proposal"}
    if not given or words.role(text) or words.name(text):
        return []
    named = [c for c in text.children if c.dep_ in {"poss", "amod", "compound", "nmod"} and words.name(c)]
    named += [c for c in children(text, "poss") if words.can_act(c) and c not in named]
    return named[-1:] or [t for name, t in prepositional(text) if name in {"by", "from"} and is_actor(t, words)]


def sayers(verb: Token, agents: list[Token], words: Words) -> list[Token]:
    """Who says what the parse hangs on a happening: "*Rome* blamed them for a raid that killed two and **demanded** ..."."""
    if verb.dep_ != "conj" or not agents or not all(is_event(t, words) for t in agents):
        return agents
    above = next((t for t in agents[0].ancestors if t.pos_ == "VERB"), None)
    return (above is not None and [t for t in surface_subjects(above) if is_actor(t, words)]) or agents


def can_be_hit(token: Token, action: str, words: Words) -> bool:
    """Whether a noun phrase can be what an act is directed at; violence is done to people, places and things."""
    classes = words.classes(token)
    nobody = token.lower_ in NOBODY or token.lower_ in BORDERS or _is_scene(token, words) or _is_where_hit(token, words)
    if nobody or (token.pos_ == "NUM" and CLOCK.fullmatch(token.text)):
        return False
    if action == "ShootDown" and words.instrument(token):
        return True
    if action in HARMS and words.instrument(token) and not words.can_act(token):
        return False  # "killed two soldiers and *three tanks*"
    if words.ontology.is_a(action, "Repel") and is_event(token, words):
        return True
    if words.ontology.actions[action].plover != "ASSAULT" or words.name(token) or words.is_toponym(token):
        return True
    if token.lower_ in VAGUE and not children(token, "nummod"):  # "killed an official and *32 others*"
        return False
    return bool(classes & TANGIBLE) or not (classes & NEVER_ACTORS or is_event(token, words))


def _is_where_hit(token: Token, words: Words) -> bool:
    """Whether a word tells where a wound is, or only that people act on one another: "to the *head*", "at *one another*".

    A town that a thing is done near is where it is done.
    """
    way = first_conjunct(token).head
    if way.lower_ in BESIDE and words.is_toponym(token) and not words.classes(token) & {"facility", "actor"}:
        return True  # "planted a bomb *near Lesk*"
    wound = token.lower_ == "head" and token.dep_ == "pobj" and "injury" in words.classes(token.head.head)
    return wound or (token.lower_ == "one" and any(c.lower_ == "another" for c in token.children))


def _is_scene(token: Token, words: Words) -> bool:
    """Whether a street or a corner is only where something is done: "two explosions at *Cave Road*"."""
    street = token.lemma_.lower() in STREETS | CROSSINGS or (token.dep_ == "conj" and token.pos_ == "PROPN")
    way = first_conjunct(token).head
    return street and first_conjunct(token).dep_ == "pobj" and way.lower_ in ALONG and "route" in words.classes(token)


def _is_nobody(token: Token) -> bool:
    """Whether a phrase denies that there is anybody: "*no group* or *party* has claimed the attack"."""
    return any(c.dep_ == "det" and c.lower_ == "no" for c in first_conjunct(token).children)


def split_agents(agents: list[Token], words: Words, draft: Draft) -> tuple[list[Token], list[Token], int | None]:
    """(actors, things that are instruments, the event noun that caused it) among the candidates for agent."""
    kept, tools = [], []
    cause = None
    for token in agents:
        if _is_nobody(token):
            continue
        part = partitive(token)  # "one of its *frigates*"
        token = part if part is not None and words.instrument(part) is not None else token
        kind = words.instrument(token)
        if words.name(token) is None and kind is not None and not words.role(token):
            tools.append(token)
            if kind in words.ontology.nouns.operators and (rebels := irregulars(token, words)):
                kept += rebels
            elif kind in words.ontology.nouns.operators and is_owned(token, words):
                kept.append(token)
            elif kind == "vehicle" and words.ontology.actions[draft.action].plover in MANNED:
                kept += _crews(token, words)
            elif kind == "riot-control" or (kind not in words.ontology.nouns.operators and kind != "vehicle"):
                kept += wielders(token, words)
        elif is_event(token, words):
            cause = token.i
        elif may_act(token, words):
            kept.append(token)
    return kept, tools, cause


def may_act(token: Token, words: Words) -> bool:
    """Whether a noun phrase may be somebody who acts: known, named, described by a name, or an unknown word for people."""
    if words.name(token) or words.role(token) or (token.pos_ == "PROPN" and token.ent_type_ == "ORG"):
        return True
    part = partitive(token)
    if part is not None and token.lower_ in {"one", "number"} and part.lower_ not in UNTOLD:
        return may_act(part, words)  # "*one of its frigates* had shot down a drone"
    if token.lower_ in UNTOLD or words.classes(token) & NEVER_ACTORS:
        return False
    if words.can_act(token) or words.is_toponym(token) or token.pos_ in {"PROPN", "PRON"} or token.ent_type_:
        return True
    if any(words.name(c) for c in token.children if c.dep_ in {"amod", "compound", "poss", "nmod"}):
        return True
    owned = any(c.dep_ == "poss" or is_body(c, words) for c in token.children) or irregulars(token, words)
    if token.lemma_.lower() in CRAFT and owned:
        return True  # "*its* planes", "*government* planes", "*rebel* boats"
    return not words.common(token) and token.pos_ == "NOUN"


def _crews(vehicle: Token, words: Words) -> list[Token]:
    """Who acts by a vehicle that is told to be somebody's: "*Lesk's bulldozers* razed it", "lorries of *the army* left"."""
    behind = [t for name, t in prepositional(vehicle) if name == "of" and words.can_act(t)]
    before = [c for c in vehicle.children if c.dep_ in {"amod", "compound", "poss", "nmod"}]
    if any(is_body(c, words) for c in before):
        return [vehicle]
    return behind or [c for c in before if words.entry(c) is not None]


def is_event(token: Token, words: Words) -> bool:
    """Whether a common noun is itself a trigger ("the explosion killed 12")."""
    gerund = token.tag_ == "VBG" and token.dep_ == "pobj"  # "killed by Lesk *shelling*"
    if not (gerund or token.pos_ == "NOUN") or words.classes(token) & {"actor", "person", "armed"}:
        return False
    return ("noun", token.lower_ if gerund else token.lemma_.lower()) in words.ontology.triggers
