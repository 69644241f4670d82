"""Explosions at works and harm in accidents and exercises, where nothing in the text tells of violence."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.extraction.words import Words
from kg.language.grammar import SUBJECTS
from kg.language.tree import prepositional
from kg.ontology.groupings import HARMS, WEAPONS

EXPLODING = frozenset("explosion blast explode fireball".split())
#: where things explode by accident, and the words that make a plant or a mine such a place
WORKS = frozenset(
    "factory refinery colliery smelter foundry mill distillery boiler tanker works plant quarry silo elevator".split()
)
MINES, DUG = frozenset({"mine", "pit"}), frozenset("coal gold copper iron zinc tin salt diamond silver".split())
STATIONS = frozenset("station depot store stall warehouse bottle cylinder".split())
FUELS = frozenset("petrol gas fuel filling firework fireworks butane propane".split())
#: words of an attack that the classes of nouns do not tell
ATTACKING = frozenset(
    "attack assault bomb bomber bombing sabotage saboteur terrorist terrorism terror militant rebel insurgent strike "
    "airstrike shelling raid claim guerrilla gunman".split()
)
#: words for accidents, verbs of crashes, and what soldiers only play at
ACCIDENTS = frozenset("accident accidental accidentally mishap".split())
CRASHING = frozenset("collide crash overturn capsize derail".split())
PLAYED = frozenset("exercise drill simulation re-enactment reenactment".split())
#: verbs of those who only play at what they name: "the drill *simulated* an attack"
PLAYING_AT = frozenset("simulate rehearse practise practice mimic".split())
#: what things explode and burn of by themselves, verbs that tell what comes of it, and what burns
MISHAPS = frozenset(
    "leak leakage spark wiring fault malfunction negligence carelessness cigarette stove heater candle lightning boiler "
    "friction overheating circuit short-circuit welding defect vapour vapor fume methane firedamp "
    "firework fireworks lamp cooker".split()
)
BRINGING = frozenset("cause trigger spark blame attribute trace result come ignite start provoke".split())
BURNING = frozenset({"fire", "blaze"})
#: words before "no" behind which an attack is ruled out: "no sign of an attack"
RULED_OUT = 5
#: words before what is only played, and those who play it
FEIGNED = frozenset(
    "mock simulated make-believe dummy staged imaginary fictitious fictional notional inflatable replica".split()
)
REENACTING = frozenset({"reenactor", "enactor", "stuntman", "gamer"})


def at_works(head: Token, draft: Draft, words: Words) -> str:
    """The works at which something exploded that nobody set off; empty if there are none."""
    doers = [words.doc[i] for i in draft.agents if words.can_act(words.doc[i])]
    arms = [words.doc[i] for i in draft.instruments if not _is_works(words.doc[i])]
    if doers or any(words.instrument(arm) != "vehicle" for arm in arms) or not any(_is_exploding(t) for t in head.sent):
        return ""
    found = next((t for t in head.sent if _is_works(t)), None)
    return found.text if found is not None and _is_peaceful(words) else ""


def told_accident(head: Token, draft: Draft, words: Words) -> str:
    """The word by which a text calls harm an accident, or the crash that the sentence before tells; empty if there is none."""
    if any(words.can_act(words.doc[i]) for i in draft.agents) or not _is_peaceful(words):
        return ""
    said = next((t.text for t in head.sent if t.lemma_.lower() in ACCIDENTS and not _is_ruled_out(t)), "")
    first = head.doc[head.sent.start - 1].sent.start if head.sent.start else 0
    before = head.doc[first : head.sent.start] or head.doc[head.sent.start : head.i]
    crash = next((t.text for t in before if t.pos_ == "VERB" and t.lemma_.lower() in CRASHING), "")
    return said or (crash if draft.action in HARMS else "")


def _is_exploding(token: Token) -> bool:
    """Whether a word tells an explosion: "the **blast**", "a gas bottle **blew** *up*"."""
    lemma = token.lemma_.lower()
    return lemma in EXPLODING or (lemma == "blow" and any(c.lower_ == "up" for c in token.children))


def mishap(head: Token, draft: Draft, words: Words) -> str:
    """What a text says an explosion came of that nobody set off: "the **blast** was due to *a gas leak*"."""
    doers = [i for i in draft.agents if words.can_act(words.doc[i])]
    if doers or any(words.instrument(words.doc[i]) in WEAPONS for i in draft.instruments):
        return ""
    whose = {t.lemma_.lower() for t in (head, head.head, *head.children) if t.dep_ != "pobj"}
    if whose & EXPLODING or draft.action in HARMS or _says_cause(head):
        found = next((t for t in head.sent if _is_cause(t)), None)
        blast = any(t.lemma_.lower() in EXPLODING or _is_burning(t) for t in head.sent)
        found = found if blast else None
        if head.lemma_.lower() in EXPLODING and found is None:
            found = next((t for t in words.doc if _is_cause(t) and _is_of_blast(t)), None)
        return found.text if found is not None else ""
    return ""


def _says_cause(head: Token) -> bool:
    """Whether an act is what something is said not to come of: "due to a leak and *not* to *an act* of terrorism"."""
    before = head.doc[head.sent.start : head.i]
    ruled_out = max((t.i for t in before if t.lower_ in {"not", "no"}), default=-1)
    return head.dep_ == "pobj" and any(_is_cause(t) for t in before if t.i < ruled_out)


def _is_cause(noun: Token) -> bool:
    """Whether a mishap is what something is told to come of: "*due to* a **leak**", "*caused by* faulty **wiring**"."""
    if noun.lemma_.lower() in MISHAPS and noun.dep_ in SUBJECTS and noun.head.lemma_.lower() in BRINGING:
        return True  # "a *leak* caused the **explosion**"
    if noun.lemma_.lower() not in MISHAPS or noun.dep_ != "pobj":
        return False
    verbs = (noun.head, *islice(noun.head.ancestors, 2))
    before = noun.doc[max(noun.sent.start, noun.head.i - RULED_OUT) : noun.left_edge.i]
    told = any(t.lemma_.lower() in BRINGING or t.lower_ in {"due", "because", "result"} for t in (*verbs, *before[-3:]))
    return told and not any(t.lower_ in {"not", "n't", "no"} for t in before)


def _is_burning(noun: Token) -> bool:
    """Whether a noun tells of a fire that does something, and of none that is opened: "*a fire* that killed six"."""
    return noun.lemma_.lower() in BURNING and noun.dep_ in SUBJECTS


def _is_of_blast(cause: Token) -> bool:
    return any(t.lemma_.lower() in EXPLODING for t in cause.sent)


def exercise(head: Token, draft: Draft, words: Words) -> str:
    """The word for what is only played: "killed eleven soldiers *in an exercise*", "stormed a *mock* village"."""
    things = [c for c in head.children if c.dep_ == "dobj"]
    targets = [head, *(words.doc[i] for i in draft.targets), *things, *(t for _, t in prepositional(head))]
    mock = next((c.text for t in targets for c in t.children if c.lower_ in FEIGNED), "")
    mock = mock or next((c.text for c in head.children if c.dep_ == "nsubj" and c.lemma_.lower() in REENACTING), "")
    verbs = [head, *(t for t in (head.head, *head.children) if t.pos_ == "VERB" and "conj" in {t.dep_, head.dep_})]
    played = (
        t.text for v in (*verbs, *things) for name, t in prepositional(v) if name == "in" and t.lemma_.lower() in PLAYED
    )
    return mock or next(played, "") or _played_at(head)


def _played_at(head: Token) -> str:
    """The word for play over a deed: "*an exercise* in which marines **assault** a beach", "*rehearsed* **bombing** it"."""
    if (
        head.dep_ == "relcl"
        and head.head.lemma_.lower() in PLAYED
        and head.left_edge.lower_ in {"in", "where", "during"}
    ):
        return head.head.text
    over = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "for" else head.head
    under = head.dep_ in {"dobj", "xcomp", "pobj", "nsubjpass"}
    return over.text if under and over.lemma_.lower() in PLAYING_AT else ""


def _is_ruled_out(token: Token) -> bool:
    """Whether words before say that it was none: "*no* accident", "*not* an accident", "ruled *out* an accident"."""
    before = token.doc[max(token.sent.start, token.i - RULED_OUT) : token.i]
    return any(t.lower_ in {"no", "not", "out", "n't"} for t in before)


def _is_works(token: Token) -> bool:
    lemma = token.lemma_.lower()
    before = {c.lemma_.lower() for c in token.children if c.dep_ in {"compound", "amod"}}
    if lemma in MINES | STATIONS:
        return bool(before & (DUG if lemma in MINES else FUELS))
    return token.pos_ == "NOUN" and lemma in WORKS and not before & {"power", "nuclear"}


@lru_cache(maxsize=2)
def _is_peaceful(words: Words) -> bool:
    """Whether no word of a text tells of an attack, but where it says that there was none."""
    return not any(_tells_attack(token, words) for token in words.doc)


def _tells_attack(token: Token, words: Words) -> bool:
    if token.pos_ not in {"NOUN", "PROPN", "VERB"}:
        return False
    named = token.dep_ == "compound" and _is_works(token.head)  # "a *chemical* plant"
    if named or (token.lemma_.lower() not in ATTACKING and words.instrument(token) not in WEAPONS):
        return False
    before = token.doc[max(token.sent.start, token.i - RULED_OUT) : token.i]
    return not any(t.lower_ in {"no", "not"} for t in before)
