"""Which violence is told in general or in passing, and so as no particular happening of the article.

A database of events holds particular happenings: who did what to whom, where, on which day.  "Guerrillas often attack
villages", "the murders of peasants" and "a country of kidnappings" tell none.  A logistic model over signs of the
telling and of what the article makes of it says how likely the mentions of one incident tell a particular happening;
those below ``LEAST`` are refused.  The weights are fitted by ``tests/gold/fit_generality.py`` to the reported incidents
of MUC-4's training articles (1992) and of the Gun Violence Corpus (2018).
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from kg.language.tree import children
from kg.linking.dates.lengths import is_past
from kg.linking.entries import entries
from kg.linking.prominence import Article, prominence
from kg.linking.sides import Sides
from kg.linking.sums import is_sum
from kg.linking.telling import SETTLED, is_habit, signs
from kg.model import Event
from kg.ontology.groupings import DAMAGE

#: probability from which mentions are taken for a particular happening
LEAST = 0.4
#: the same where a mention tells enough to be told apart: see ``is_told_apart``
LEAST_APART = 0.1
#: clauses that tell something for its own sake
MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
#: the same where a clause in the simple past tells who did what: see ``_is_plain``
LEAST_PLAIN = 0.12
#: sentences from which an incident is no passing mention, whatever the words
DWELT_ON = 3
#: particulars of one sentence that make it a happening of its own, whatever the words: see ``details``
PARTICULARS = 4
#: dead from which a figure is of a whole war
WAR = 500
#: sentences up to which a text is a note and no article, with nothing told in passing
NOTE = 3
#: entries from which a text is a list of happenings
LISTED = 3
#: the week, month or year before this one, which is no length up to now
LAST = re.compile(r"last (?:week|weekend|month|year)", re.IGNORECASE)
#: an incident's trigger heads and mentions
Incident = tuple[list[Token], list[Event]]


def incidents(heads: Sequence[Token], events: Sequence[Event]) -> dict[str, Incident]:
    """Heads and mentions of each incident of violence, by its id."""
    out: dict[str, Incident] = {}
    for token, event in zip(heads, events, strict=True):
        if event.plover == "ASSAULT" or event.action in DAMAGE:
            tokens, mentions = out.setdefault(event.incident, ([], []))
            tokens.append(token)
            mentions.append(event)
    return out


def signs_of_all(
    heads: Sequence[Token], events: Sequence[Event], sides: Mapping[str, Sides], published: str | None
) -> dict[str, dict[str, float]]:
    """The signs of each incident of violence in one article, by its id."""
    if not heads:
        return {}
    found = incidents(heads, events)
    article = Article.of(events, [told for _, told in found.values()], len(heads[0].doc.text))
    return {
        name: dict.fromkeys(signs(tokens, told, published), 1.0) | prominence(told, article, sides)
        for name, (tokens, told) in found.items()
    }


@cache
def weights() -> Mapping[str, float]:
    """The fitted weights, by sign; ``bias`` is the constant."""
    text = files("kg.linking").joinpath("data", "generality.json").read_text(encoding="utf-8")
    found: dict[str, float] = json.loads(text)["weights"]
    return found


def probability(found: Mapping[str, float]) -> float:
    """How likely an incident with these signs is a particular happening."""
    return 1 / (1 + math.exp(-weights()["bias"] - math.fsum(_share(found).values())))


def _share(found: Mapping[str, float]) -> dict[str, float]:
    """What each sign adds to the log odds."""
    return {sign: weights().get(sign, 0.0) * value for sign, value in found.items()}


def is_told_apart(event: Event) -> bool:
    """Whether a mention tells a known agent, place and time by two of these, an agent and its target, or what hit which town.

    Some dead or wounded in one town are told apart too: "*three people* were killed in *Lesk*".
    """
    told = event.status == "asserted"
    if told and any(0 < toll.low < WAR and (not toll.approximate or _in_town(event)) for toll in event.casualties):
        return True
    placed = any(place.precision in SETTLED for place in event.places)
    timed = _is_timed(event)
    known = any(actor.id for actor in event.agents)
    town_hit = placed and bool(event.instruments) and any(actor.kind == "Place" for actor in event.targets)
    return town_hit or (placed and timed) or (known and (placed or timed or any(actor.id for actor in event.targets)))


def _is_timed(event: Event) -> bool:
    """Whether words tell when something was, and not only over how long a time many things were: "*in the past year*"."""
    words = event.time.text or ""
    return event.time.basis == "text" and (not is_past(words, "") or LAST.fullmatch(words) is not None)


def _in_town(event: Event) -> bool:
    """Whether an event is told to have been in a town, known or not."""
    return any(place.precision in {"point", "settlement", None} for place in event.places)


def details(told: Sequence[Event]) -> int:
    """How many of six particulars a sentence tells: an agent, a target, a place, a time, a weapon, a figure."""
    return len({name for event in told for name, is_told in _particulars(event).items() if is_told})


def _particulars(event: Event) -> dict[str, bool]:
    return {
        "agent": bool(event.agents),
        "target": bool(event.targets or event.casualties),
        "place": bool(event.places),
        "time": _is_timed(event),
        "weapon": bool(event.instruments),
        "figure": any(toll.low for toll in event.casualties),
    }


def _is_full(event: Event) -> bool:
    """Whether a mention tells who killed, wounded or took how many: "police *killed two attackers*"."""
    counted = any(toll.low and not toll.approximate for toll in event.casualties)
    counted = counted or any(actor.number and 0 < actor.number.low < WAR for actor in event.targets)
    return event.status == "asserted" and bool(event.agents and event.targets) and counted


def _sentences(told: Sequence[Event]) -> list[list[Event]]:
    """The mentions of each sentence."""
    out: dict[int, list[Event]] = {}
    for event in told:
        out.setdefault(event.sentence.start, []).append(event)
    return list(out.values())


def _is_plain(token: Token, event: Event) -> bool:
    """Whether a clause in the simple past tells who did what to whom: "Ukrainian forces *struck* an airfield"."""
    if token.pos_ == "NOUN" and token.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        token = token.head  # "clashes *erupted*", "a missile *was launched*"
    passive = token.tag_ == "VBN" and any(c.lower_ in {"was", "were"} for c in children(token, "auxpass"))
    told = (token.tag_ == "VBD" or passive) and not is_habit(token) and event.status == "asserted"
    counted = any(0 < toll.low < WAR for toll in event.casualties)
    return told and (
        (counted and token.dep_ in {*MAIN, "advcl", "relcl"}) or (token.dep_ in MAIN and details([event]) >= 2)
    )


def _is_dated(token: Token, event: Event) -> bool:
    """Whether the words of a mention tell its day: "*clashed on Tuesday*", "*yesterday's attack*", "*fighting began today*".

    A day of the verb above is none of its own: "condemned *today* the invasion".
    """
    text = event.time.text
    if event.status != "asserted" or event.time.basis != "text" or event.time.precision != "day" or not text:
        return False
    if text not in token.sent.text:
        return True  # "*7 July:* Three bombs **went off**", by the heading of its line
    own = set(token.subtree)
    verb = token.head
    carried = event.trigger.start <= verb.idx < event.trigger.end  # "*staged attacks* on Tuesday"
    if token.pos_ == "NOUN" and (token.dep_ in {"nsubj", "nsubjpass"} or carried):
        own |= {t for child in children(verb, "npadvmod", "prep", "advmod") for t in child.subtree}
    starts = {m.start() + token.sent.start_char for m in re.finditer(re.escape(text), token.sent.text)}
    return any(t.idx in starts for t in own)


def _is_located(event: Event, listing: bool) -> bool:
    """Whether a mention tells which known side acted on which in what town: "*Ukrainians* repelled *Russians* near *Lesk*".

    In a list of happenings it is enough to tell one of them, and the town.
    """
    known = [any(actor.id for actor in side) for side in (event.agents, event.targets)]
    placed = any(place.precision in {"point", "settlement"} for place in event.places)
    return placed and (any(known) if listing else all(known))


def _is_counted(event: Event, sentences: Sequence[Sequence[Event]]) -> bool:
    """Whether a plain clause counts those harmed, and its sentence tells a third particular beside the target and the figure."""
    figure = any(0 < toll.low < WAR for toll in event.casualties)
    fellows = next((told for told in sentences if event in told), [])
    return figure and details(fellows) >= PARTICULARS - 1


def least(tokens: Sequence[Token], told: Sequence[Event], *, listing: bool = False) -> float:
    """The probability that an incident must have; none where the article dwells on it or a sentence tells much.

    ``listing``: the text is a list of happenings, each told in a line or two.
    """
    sentences = _sentences(told)
    if any(e.action == "ShootDown" and any(a.number and a.number.low > 1 for a in e.targets) for e in told):
        return 0.0
    if len(sentences) >= DWELT_ON or max(map(details, sentences)) >= PARTICULARS or any(map(_is_full, told)):
        return 0.0
    if any(map(_is_dated, tokens, told)) or any(_is_located(event, listing) for event in told):
        return 0.0
    plain = [event for token, event in zip(tokens, told, strict=True) if _is_plain(token, event)]
    if any(_is_counted(event, sentences) for event in plain):
        return 0.0
    return LEAST_PLAIN if plain else LEAST_APART if any(map(is_told_apart, told)) else LEAST


def in_general(
    heads: Sequence[Token],
    events: Sequence[Event],
    sides: Mapping[str, Sides],
    published: str | None,
    answered: Mapping[int, Collection[int]] | None = None,
) -> dict[str, str]:
    """Why mentions are refused, by event id: those of incidents told in general or in passing.

    ``answered`` gives the acts that answer a mention, by their indices: what a particular act answers is particular too.
    """
    if not heads or sum(1 for _ in heads[0].doc.sents) <= NOTE:
        return {}
    found = signs_of_all(heads, events, sides, published)
    listing = len(entries(heads[0].doc.text)) >= LISTED
    out: dict[str, str] = {}
    for name, (tokens, told) in incidents(heads, events).items():
        if all(map(is_sum, tokens)):
            out |= {event.id: "a sum of what happened over years, no particular happening" for event in told}
        elif (chance := probability(found[name])) < least(tokens, told, listing=listing):
            reason = f"told in general or in passing, no particular happening ({chance:.2f}: {_against(found[name])})"
            out |= {event.id: reason for event in told}
    acts = (answered or {}).items()
    kept = {events[n].incident for n, answers in acts if any(events[m].id not in out for m in answers)}
    return {event.id: out[event.id] for event in events if event.id in out and event.incident not in kept}


def _against(found: Mapping[str, float]) -> str:
    """The three signs that speak most against an incident."""
    share = _share(found)
    return ", ".join(sorted(share, key=lambda sign: (share[sign], sign))[:3])
