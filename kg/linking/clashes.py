"""What keeps two mentions in one document from being one happening: family of action, time, place, toll, sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.participants import STREETS
from kg.language.grammar import WEEKDAYS
from kg.linking.gazetteer import haversine
from kg.linking.lingering import at_its_cause, is_hospital
from kg.linking.place_relations import is_offset
from kg.linking.placenames import key
from kg.linking.retelling import without_sides_of_reply
from kg.linking.same_sides import FORCES, STATE, camps_clash, shared, sides_clash, stands_for
from kg.model import Actor, Event, Place, Time
from kg.ontology import Ontology
from kg.ontology.groupings import ASSAULTS, CAPTURES, DAMAGE, FOUGHT, HARMS, HOLDING, SETTLED, TAKING_ALONG

REAL = frozenset({"asserted", "alleged", "denied", "failed", "attempted"})
HARM = DAMAGE | HARMS
#: beginnings of a mention of somebody known
KNOWN = ("the ", "its ", "his ", "her ", "their ")
#: acts that end in an explosion, which is no bomb's
FIRED = frozenset({"Airstrike", "DroneStrike", "MissileStrike", "Shelling"})
#: what is shot down and strikes nobody then
WEAPONS = frozenset("drone missile rocket uav projectile shahed".split())
AREAS = frozenset({"admin1", "admin2"})
#: last words of the names of parts of towns, which may lie in any
PARTS = STREETS | frozenset(
    "ward quarter neighbourhood neighborhood square suburb junction block estate bazaar market mall mosque stadium ranch farm "
    "plantation hotel university airport".split()
)
#: dead of many happenings, and how many times the dead of one they are
MANY, TIMES = 100, 10
#: kilometres between parts of one town
TOWN = 25.0
#: kilometres from a town to what is told to be outside of it
AROUND = 40.0
NEARBY = frozenset({"near", "nearby", "close to", "outside", "just outside", "outskirts of"})
#: kilometres from a town beyond which nothing is near it
FAR = 120.0


def clash(one: Event, other: Event, ontology: Ontology, *, kin: bool = False) -> bool:
    """Whether something keeps two mentions apart; ``kin``: the happening of the other one has an act like the one."""
    one, other = _unordered(one, other), _unordered(other, one)
    one, other = at_its_cause(one, other), at_its_cause(other, one)
    one, other = without_sides_of_reply(one), without_sides_of_reply(other)
    return (
        one.reciprocal != other.reciprocal
        or ontology.is_a(one.action, "Repel") != ontology.is_a(other.action, "Repel")
        or _interceptions_clash(one, other)
        or _hits_own(one, other)
        or _hits_own(other, one)
        or _is_another_victim(*sorted((one, other), key=lambda event: event.trigger.start))
        or not (
            kin
            or same_family(one.action, other.action, ontology)
            or {one.action, other.action} & FIRED
            and (_is_blast(one, other) or _denies_firing(one, other))
            or {one.action, other.action} <= HOLDING
            and one.trigger.text == other.trigger.text
        )
        or (one.status in REAL) != (other.status in REAL)
        or times_clash(one, other)
        or places_clash(one.places, other.places)
        or _names_clash(one, other)
        or _names_clash(other, one)
        or _tolls_clash(one, other)
        or sides_clash(one.agents, other.agents)
        or camps_clash(one.agents, other.agents)
        or (_hits_alike(one, other, ontology) and sides_clash(one.targets, other.targets))
    )


def fought_out(fight: Event, cluster: Sequence[Event]) -> Event:
    """A fight that the reader knows, as a part of the assault of a cluster that it came of, if its sides are not others."""
    if fight.action != "ArmedClash":
        return fight
    assault = next((event for event in cluster if event.action in ASSAULTS), None)
    if assault is None:
        return fight
    sides = (*assault.agents, *assault.targets)
    if fight.agents and not shared((*fight.agents, *fight.targets), sides):
        return fight
    return replace(fight, reciprocal=assault.reciprocal, agents=(), targets=())  # whose order is by chance


def _unordered(fight: Event, harm: Event) -> Event:
    """A fight beside harm that may be of it, as an act of both sides: "rebels clashed with police; *four men died*"."""
    ends_in = HARM if fight.action == "Riot" else HARM - DAMAGE
    if fight.reciprocal and harm.reciprocal:  # "an army patrol clashed with rebels": whose order is by chance
        return replace(fight, agents=(*fight.agents, *fight.targets), targets=())
    if not fight.reciprocal or harm.action not in ends_in:
        return fight
    return replace(fight, reciprocal=False, agents=(*fight.agents, *fight.targets), targets=())


def _interceptions_clash(one: Event, other: Event) -> bool:
    """Whether weapons are shot down by one of two mentions alone, or by both in other numbers: "downed *442 drones*"."""
    shot = [_shot_down(event) for event in (one, other)]
    if not any(shot):
        return _is_other_craft(one, other) or _is_other_craft(other, one)
    numbers = [{a.number for a in event.targets if a.number is not None} for event in (one, other)]
    return not all(shot) or bool(numbers[0] and numbers[1] and not numbers[0] & numbers[1])


def _is_other_craft(one: Event, other: Event) -> bool:
    """Whether one shoots something down, and the other damages or attacks something else: "downed a jet", "hit a bridge"."""
    bodily = other.action in {"ShootDown", "Killing", "Wounding"}
    return one.action == "ShootDown" and not bodily and bool(other.targets) and not shared(one.targets, other.targets)


def _shot_down(event: Event) -> bool:
    """Whether an event is the interception of weapons, which is no part of the attack that they are fired in."""
    words = {w for a in event.targets for w in a.text.lower().split()} | {i.text.lower() for i in event.instruments}
    return event.action == "ShootDown" and any(w.rstrip("s") in WEAPONS for w in words)


def _hits_own(one: Event, other: Event) -> bool:
    """Whether those who strike from afar by one mention suffer by the other: "Israeli jets bombed", "Israeli soldiers died".

    So with forces that strike in another sentence: "two Armenian *soldiers* died.  Armenian forces **opened fire**".
    """
    fired, elsewhere = one.action in FIRED, other.sentence.start < one.sentence.start and not other.agents
    doers = {a.id for a in one.agents if a.id and (fired or (elsewhere and a.kind in FORCES))}
    states = {a.country for a in one.agents if a.country and fired}
    named = [a for a in other.targets if not any(stands_for(a, doer) for doer in one.agents)]  # "two *attackers* died"
    hit = [a.id in doers or (a.kind in STATE and a.country in states) for a in named]
    return bool(hit) and all(hit)


def _is_another_victim(one: Event, other: Event) -> bool:
    """Whether somebody is brought in as new after one of that description: "*its driver* was killed", "*a driver* was shot"."""
    new = {_noun(a) for a in other.targets if a.antecedent is None and a.text.lower().startswith(("a ", "an "))}
    return one.sentence != other.sentence and any(
        _noun(a) in new and a.text.lower().startswith(KNOWN) for a in one.targets
    )


def _noun(actor: Actor) -> str:
    return actor.head.text.lower()


def _hits_alike(one: Event, other: Event, ontology: Ontology) -> bool:
    """Whether the targets of two mentions can be compared: those killed in an act need not be those wounded or bombed in it."""
    return _harm(one.action, ontology) == _harm(other.action, ontology)


def _harm(action: str, ontology: Ontology) -> str:
    return next((harm for harm in ("Killing", "Wounding") if ontology.is_a(action, harm)), "")


def same_family(one: str, other: str, ontology: Ontology) -> bool:
    """Whether two actions can name one happening: one is a kind of the other, or a harm and the violence that does it."""
    if ontology.is_a(one, other) or ontology.is_a(other, one):
        return True
    if {one, other} in FOUGHT or {one, other} <= TAKING_ALONG or {one, other} == {"Arrest", "Raid"}:
        return True
    if any(
        a in TAKING_ALONG | CAPTURES and b in {*ASSAULTS, *HARM, *FIRED, "Bombing"}
        for a, b in ((one, other), (other, one))
    ):
        return True
    if any(a == "Riot" and b in HARM for a, b in ((one, other), (other, one))):
        return True  # "clashes broke out between herders and farmers; eight people were *killed*"
    violent = [ontology.is_a(a, "Violence") for a in (one, other)]
    harm = any(a in HARM or ontology.is_a(a, "Killing") for a in (one, other))
    return all(violent) and harm


def _is_blast(one: Event, other: Event) -> bool:
    """Whether one mention names an explosion of any kind, or fire from the air or guns: "the *blast*", "the *bombardment*"."""
    named = {event.trigger.text.lower().rstrip("s") for event in (one, other)}
    return bool(named & {"blast", "explosion", "bombardment"})


def _denies_firing(one: Event, other: Event) -> bool:
    """Whether shots of any kind are denied: "a rocket hit Lesk; the army denied *firing* at the town"."""
    return any(event.action == "Shooting" and event.status == "denied" for event in (one, other))


def times_clash(one: Event, other: Event) -> bool:
    """Whether words tell two times of two events that cannot be one."""
    a, b = one.time, other.time
    return a.basis == b.basis == "text" and (_ends_before(a, b) or _ends_before(b, a) or _is_week_before(a, b))


def _is_week_before(one: Time, other: Time) -> bool:
    """Whether one is told of "last week", and the other of a weekday, which tells another day: "on Sunday"."""
    day, week = sorted((one, other), key=lambda time: time.precision == "week")
    named = (day.text or "").lower().split()[-1:]
    last = (week.text or "").lower() == "last week"
    return day.precision == "day" and week.precision == "week" and last and not WEEKDAYS.isdisjoint(named)


def _ends_before(one: Time, other: Time) -> bool:
    return bool(one.end and other.start and one.end < other.start)


def _tolls_clash(one: Event, other: Event) -> bool:
    """Whether one tells of so many more dead that it must be of a war, or of many attacks: 9,000 beside 30."""
    dead = [[c.low for c in event.casualties if c.kind == "killed" and c.low] for event in (one, other)]
    few, many = sorted(max(figures, default=0) for figures in dead)
    return few > 0 and many >= MANY and many >= TIMES * few


def places_clash(one: Sequence[Place], other: Sequence[Place]) -> bool:
    """Whether both are in towns or at points, known or not, and in none that is the same; else in other areas or countries."""
    a = [p for p in one if _is_town(p) and not is_hospital(p)]
    b = [p for p in other if _is_town(p) and not is_hospital(p)]
    if a and b:
        return not any(_same_town(p, q) for p in a for q in b)
    if _are_far(one, other):
        return True
    areas = [{p.admin1 for p in places if p.precision in SETTLED | AREAS and p.admin1} for places in (one, other)]
    if all(areas):
        return not areas[0] & areas[1]
    countries = {p.country for p in one if p.country}, {p.country for p in other if p.country}
    return bool(countries[0] and countries[1] and not countries[0] & countries[1])


def _are_far(one: Sequence[Place], other: Sequence[Place]) -> bool:
    """Whether what is told to be near a town is far from where the other was: "*near Lesk*", "in Oru"."""
    points = [[_point(p) for p in places if p.precision in SETTLED or p.relation in NEARBY] for places in (one, other)]
    known = [[at for at in found if at is not None] for found in points]
    if not all(known) or any(len(a) < len(b) for a, b in zip(known, (one, other), strict=True)):
        return False
    return all(haversine(*a, *b) > FAR for a in known[0] for b in known[1])


def _point(place: Place) -> tuple[float, float] | None:
    if place.latitude is None or place.longitude is None or is_hospital(place):
        return None
    return place.latitude, place.longitude


def _names_clash(one: Event, other: Event) -> bool:
    """Whether one is called after a place that no index has, and the other was at another such: "the *Oru* bombing"."""
    called = [p for p in one.places if p.name is None and 0 <= one.trigger.start - p.end <= 1]
    unknown = [p for p in other.places if p.name is None and not is_hospital(p)]
    if not called or not unknown or len(unknown) < len(other.places):
        return False
    return not any(_same_words(p, q) for p in called for q in unknown)


def _same_words(one: Place, other: Place) -> bool:
    return not set(one.text.lower().split()).isdisjoint(other.text.lower().split())


def _is_town(place: Place) -> bool:
    """Whether a place is a town or a point, or a name that no index has: most of these are villages."""
    if place.name is None and place.text.lower().split()[-1] in PARTS:
        return False
    return place.precision in SETTLED or place.name is None


def _same_town(one: Place, other: Place) -> bool:
    if one.admin1 and one.admin1 == other.admin1 and one.admin1 in {one.name, other.name}:
        return True  # "in Kandahar" may be anywhere in the province
    if (one.id or one.name or one) == (other.id or other.name or other):
        return True
    texts = key(one.text), key(other.text)
    if texts[0] in texts[1] or texts[1] in texts[0]:
        return True
    outside = is_offset(one.relation) or is_offset(other.relation)  # "outside *Lesk*", in *Oru*, which may lie there
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return outside and (one.name is None or other.name is None)
    far = haversine(one.latitude, one.longitude, other.latitude, other.longitude)
    return far <= (AROUND if outside else TOWN)
