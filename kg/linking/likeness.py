"""How alike a mention and a happening told before are: the weighed signs that they are one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kg.linking.clashes import HARM, clash, fought_out
from kg.linking.dates.calendar import iso_day
from kg.linking.deaths import are_the_victims, dies_once, named_anew
from kg.linking.introductions import Introduction
from kg.linking.retelling import names_known_doers, tells_setting, without_unknown_places
from kg.linking.same_sides import shared, told_again
from kg.model import Actor, Event
from kg.ontology import Ontology
from kg.ontology.groupings import DAMAGE, DEATHS, FOUGHT, THINGS

#: weights of the signs of sameness, set by hand and checked on annotated documents
SAME, WORD, DEFINITE, BARE, TARGET, AGENT, PLACE, DAY = 2.0, 0.5, 1.5, 1.0, 2.0, 1.0, 1.0, 1.0
#: what one more sign is in somebody with a name whom both befall
NAMED = 1.0
#: likeness of two mentions of the death of one person, who dies but once
ONCE = 10.0
#: days before a report in which what it reports took place; what was before is told beside it
RECENT = 14
OLD = 1.5
#: days before a report from which what the same people did is another happening, where that of the report tells no day
LONG_PAST = 365
#: what speaks against one happening where others act on others
ALIEN = 1.0
#: words for a deed of its own, which is no harm done in another
MURDERED = frozenset({"murdered", "assassinated", "executed"})
MURDERS = frozenset({"murder", "assassination", *MURDERED})
#: words for the deaths of several
KILLINGS = frozenset({"killings", "deaths", "murders"})
#: what speaks for the happening that has counted the dead, and for that of the sentence before
COUNTED, SCENE = 1.0, 1.0
#: what befalls things: "the car, reported *stolen*", beside which people were killed
TAKEN = frozenset({"Robbery", "Looting", "Hijacking", "Arson"})
#: words of harm that tell of guns
GUNS = frozenset("gunned gun shot gunshot gunfire mowed".split())
#: what speaks for the happening of the headline, which the sentence below it tells anew
HEADED = 1.0
#: acts told of one after another, and characters between sentences
GOING_ON, GAP = DAMAGE | {"Looting", "Robbery"}, 2
#: characters between the beginnings of neighbouring sentences
NEAR = 300


def likeness(
    event: Event,
    told: Introduction,
    cluster: Sequence[Event],
    ontology: Ontology,
    today: date | None,
    *,
    main: bool = False,
    headed: bool = False,
) -> float:
    """How likely a mention is of a cluster's happening: the sum of the signs' weights, 0 if anything keeps them apart.

    ``main`` is the happening that the report is of, ``headed`` that of a headline, which the sentence of the mention tells anew.
    """
    if any(dies_once(event, other, ontology) for other in cluster):
        return ONCE
    anew = named_anew(event, cluster)
    plain = replace(event, targets=()) if told.more or anew else event
    plain = replace(plain, places=()) if tells_setting(event, told.definite) else plain
    if headed:
        plain, cluster = without_unknown_places(plain), [without_unknown_places(other) for other in cluster]
    if clashes(plain, cluster, ontology, told.definite) or _are_more_deaths(event, cluster):
        return 0.0
    act = max(_same_act(event, other, ontology) for other in cluster)
    violent = ontology.is_a(event.action, "Violence")
    near = _nearness(event, cluster)
    target = anew or any(shared(event.targets, other.targets) for other in cluster)
    target = target or (near == 1 and are_the_victims(event, cluster))
    again = near == 1 and any(told_again(event.agents, other.agents) for other in cluster)
    again = again or (main and names_known_doers(event))
    agent = again or any(shared(event.agents, other.agents) for other in cluster)
    alone = event.sentence not in {other.sentence for other in cluster}
    goes_on = _goes_on(event, cluster)
    if not (violent or goes_on or told.definite or target or agent or (told.lead and alone and act == SAME)):
        return 0.0  # two words of praise near one another are two
    known = agent and not all(_is_new(actor) for actor in event.agents) and not (today and _is_long_past(event, today))
    if not (told.definite or told.lead or target or known) and today is not None and _is_older(event, cluster, today):
        return 0.0
    bare = is_bare(event)
    old = today is not None and is_old(cluster, today)
    apart = event.agents and event.targets and not (agent or target)
    alien = bool(apart) and any(other.agents and other.targets for other in cluster)
    place = any(bool(settled(event) & settled(other)) for other in cluster)
    day = any(_same_day(event, other) for other in cluster)
    points = told.definite and not (
        act < SAME and event.trigger.text.endswith("s")
    )  # "the *bombings*" beside one murder
    tied = target or agent or place or day or points or goes_on or event.status == "denied"
    if told.aside and alone and not tied:
        return 0.0  # "hours after rebels *attacked* a village", which was not told before
    murder = _is_murder(event) or (_is_on_things(event) and _is_of_murder(cluster))
    if not tied and (murder or (alone and (act < 1 or told.fresh))):
        return 0.0  # other violence near by is another happening
    return (
        act
        + WORD * any(bool(_stems(event) & _stems(other)) for other in cluster)
        + DEFINITE * (told.definite and act >= 1)
        + BARE * (bare and act >= 1 and violent)
        + (TARGET + NAMED * any(a.kind == "Person" and a.name for a in event.targets)) * target
        + AGENT * agent
        + PLACE * place
        + DAY * day
        + near
        + HEADED * (headed and violent)
        + COUNTED * _is_of_counted(event, cluster)
        + SCENE * goes_on
        - ALIEN * alien
        - OLD * (bare and told.definite and not told.pointing and old)
    )


def clashes(event: Event, cluster: Sequence[Event], ontology: Ontology, known: bool) -> bool:
    """Whether something keeps a mention apart from a cluster, in which a ``known`` fight is of the assault it came of."""
    event = fought_out(event, cluster) if known else event
    kin = any(other.action == event.action for other in cluster)
    return any(clash(event, fought_out(other, cluster), ontology, kin=kin) for other in cluster)


def _is_murder(event: Event) -> bool:
    """Whether a word tells a deed of its own, and no harm done in another: "station attacked, mayor *murdered*"."""
    return event.trigger.text.lower() in MURDERED


def _is_of_murder(cluster: Sequence[Event]) -> bool:
    """Whether all that is told of a happening is a murder: "to protest *the murder* of the candidate"."""
    return all(event.trigger.text.lower() in MURDERS for event in cluster)


def _is_on_things(event: Event) -> bool:
    """Whether nobody is among what a deed befalls: "blew up a power station"."""
    things = THINGS | {None} if event.action in TAKEN else THINGS
    return bool(event.targets) and all(actor.kind in things for actor in event.targets)


def _are_more_deaths(event: Event, cluster: Sequence[Event]) -> bool:
    """Whether a word names the deaths of several, and a happening told in other sentences has one dead: "the *killings*"."""
    if event.trigger.text.lower().split()[-1] not in KILLINGS or event.sentence in {e.sentence for e in cluster}:
        return False
    dead = {(c.start, c.high) for other in cluster for c in other.casualties if c.kind == "killed"}
    victims = {a.head.start for other in cluster if other.action in DEATHS - {"Wounding"} for a in other.targets}
    return len(dead) == 1 and next(iter(dead))[1] == 1 and len(victims) <= 1


def _goes_on(event: Event, cluster: Sequence[Event]) -> bool:
    """Whether a sentence goes on with what was done in the one before: "burned shelters.  *The church* was **looted**"."""
    bare = not event.agents and not event.places and event.time.basis != "text" and bool(event.targets)
    known = all(a.text.lower().startswith(("the ", "its ", "their ")) for a in event.targets)
    before = max(other.sentence.end for other in cluster)
    acts = event.action in GOING_ON and any(other.agents for other in cluster)
    return bare and known and acts and 0 <= event.sentence.start - before <= GAP


def _is_of_counted(event: Event, cluster: Sequence[Event]) -> bool:
    """Whether a mention is of those whom a happening has counted: "*the dead*", "*the wounded*"."""
    word = event.trigger.text.lower()
    kind = {"dead": "killed", "wounded": "wounded", "injured": "wounded"}.get(word)
    return kind is not None and any(c.kind == kind and c.low > 0 for other in cluster for c in other.casualties)


def _is_new(actor: Actor) -> bool:
    """Whether somebody is brought in as new: "*a* gunman"."""
    return actor.id is None and actor.antecedent is None and _is_new_one(actor)


def _is_known(actor: Actor) -> bool:
    return actor.text.lower().startswith(("the ", "those", "these"))


def _is_new_one(actor: Actor) -> bool:
    return actor.text.lower().startswith(("a ", "an "))


def _is_older(event: Event, cluster: Sequence[Event], today: date) -> bool:
    """Whether an event of long ago stands beside a happening without a day, which is what the report is of."""
    places = any(bool(settled(event) & settled(other)) for other in cluster)
    return is_old([event], today) and not places and all(other.time.basis != "text" for other in cluster)


def _is_long_past(event: Event, today: date) -> bool:
    """Whether words tell that something was a year or more before the report: "the land that Norland seized *in 2014*"."""
    end = iso_day(event.time.end) if event.time.basis == "text" else None
    return end is not None and (today - end).days > LONG_PAST


def is_old(cluster: Sequence[Event], today: date) -> bool:
    """Whether words tell that a happening was long before the report: "in January", of a report in May."""
    ends = [iso_day(event.time.end) for event in cluster if event.time.basis == "text"]
    return any(ends) and all(end is not None and (today - end).days > RECENT for end in ends)


def _same_act(one: Event, other: Event, ontology: Ontology) -> float:
    """2 for the same action, 1 for a general and a special one or for harm by nobody named, 0.5 for other violence."""
    if one.action == other.action:
        return 1.0 if _counts_others(one, other) else SAME
    if ontology.is_a(one.action, other.action) or ontology.is_a(other.action, one.action):
        plain = all(ontology.is_a(e.action, "Bombing") for e in (one, other))  # "the *bombing*" of a car bomb
        return 0.5 if _kills_others(one, other) else SAME if plain else 1.0
    if {one.action, other.action} in FOUGHT:
        return 1.0
    near = abs(one.sentence.start - other.sentence.start) <= NEAR or _is_by_gun(one, other) or _is_by_gun(other, one)
    harmed = [event for event in (one, other)[: 1 + near] if event.action in HARM and not event.agents]
    apart = any(a.action in DEATHS and b.action in TAKEN and _is_on_things(b) for a, b in ((one, other), (other, one)))
    return 1.0 if harmed and not apart else 0.5


def _is_by_gun(harm: Event, act: Event) -> bool:
    """Whether words for harm tell that it was done with guns, and the other mention is of firing: "was *gunned down*"."""
    return act.action == "Shooting" and not GUNS.isdisjoint(harm.trigger.text.lower().split())


def _counts_others(one: Event, other: Event) -> bool:
    """Whether two mentions tell others as dead or hurt, in one happening or two: "two *farmers*", "14 *civilians*"."""
    counted = all(event.targets and all(a.number for a in event.targets) for event in (one, other))
    return (
        (counted or (_is_murder(other) and bool(one.targets)))
        and one.action in {"Killing", "Wounding"}
        and not shared(one.targets, other.targets)
    )


def _kills_others(one: Event, other: Event) -> bool:
    """Whether two mentions tell the deaths of others: "troops shot *two gunmen*", "*a family* was massacred"."""
    deaths = one.action in DEATHS and other.action in DEATHS
    new = bool(one.targets) and all(_is_new_one(a) or (a.number and not _is_known(a)) for a in one.targets)
    return bool(deaths and new and other.targets) and not shared(one.targets, other.targets)


def _nearness(event: Event, cluster: Sequence[Event]) -> float:
    """Mentions stand close together: in the same or the next sentence 1, some sentences away 0.5, far away nothing."""
    gap = min(abs(event.sentence.start - other.sentence.start) for other in cluster)
    return 1.0 if gap <= NEAR else 0.5 if gap <= 3 * NEAR else 0.0


def settled(event: Event) -> set[str]:
    return {p.id or p.name or p.text for p in event.places if p.precision not in {"country", "admin1"}}


def _same_day(one: Event, other: Event) -> bool:
    a, b = one.time, other.time
    return a.basis == b.basis == "text" and a.precision == b.precision == "day" and a.start == b.start


def _stems(event: Event) -> set[str]:
    """The beginnings of a trigger's longer words."""
    return {word[:6].rstrip("s") for word in event.trigger.text.lower().split() if len(word) > 3}


def is_bare(event: Event) -> bool:
    """Whether a mention says nothing of its own that could tell it from another: no side with a name, no place, no day."""
    nameless = not any(a.id or a.name or a.number for a in event.targets)
    return not event.agents and nameless and not event.places and event.time.basis != "text" and not event.casualties
