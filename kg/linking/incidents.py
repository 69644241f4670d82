"""Which mentions in one document are one happening.

Events are taken in text order; each joins the latest cluster that it fits, or opens its own.  It must not clash (action
families, days, towns, sides, real against planned) and needs a sign of sameness: a shared side, a shared place or day,
a definite noun ("the strike"), or that one is told as the effect of the other.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from kg.extraction.echoes import RULE
from kg.linking.clashes import HARM, REAL, places_clash, same_family, times_clash
from kg.linking.dates.calendar import iso_day
from kg.linking.deaths import dies_once
from kg.linking.introductions import Introduction
from kg.linking.likeness import GAP, clashes, is_bare, likeness, settled
from kg.linking.passing import is_background, is_passing
from kg.linking.retelling import without_unknown_places
from kg.linking.same_sides import camps_clash, shared
from kg.model import Event
from kg.ontology import Ontology
from kg.ontology.groupings import DAMAGE, TAKING_ALONG

#: likeness from which a mention is of a happening
THRESHOLD = 1.4
#: what speaks for the happening that the report is of, where "the attack" names one
MAIN = 0.5
#: what speaks against one that was only told in passing, in another sentence
BACKGROUND = 0.6
#: what speaks for the happening told just before, where "those killings" names one
POINTING = 2.0
#: how many happenings, and mentions of each, a mention is held against; articles have far fewer
REACH = 200


def group(
    events: Sequence[Event],
    told: Sequence[Introduction],
    links: Mapping[int, Collection[int]],
    ontology: Ontology,
    published: str | None = None,
) -> tuple[int, ...]:
    """The cluster number of each event.

    Several happenings ("repeated attacks") are none of the others, another one ("a separate attack") is none that was
    told in a sentence before; ``links`` are the events that the grammar ties to one another
    ("shelled the town, killing five").  Echoes ("the gunshot wounds") open no cluster: they join the nearest that fits.
    """
    today = None if published is None else iso_day(published)
    lead = next((n for n, act in enumerate(told) if act.lead), 0)
    clusters: list[list[int]] = []
    where: dict[int, int] = {}
    for index, event in enumerate(events):
        if event.rule == RULE:
            continue
        tied = [where[i] for i in sorted(links.get(index, ())) if i in where and not _apart(event, events[i])]
        if tied:
            number = tied[0]
        elif told[index].several:
            number = len(clusters)
        else:
            acts = [told[i] for i in links.get(index, ()) if not (events[i].action in HARM and not events[i].agents)]
            alone = not any(not act.several and not act.definite for act in acts)
            later = [events[i] for i in sorted(links.get(index, ())) if i not in where and not _apart(event, events[i])]
            later = [act for act in later if act.rule != RULE]  # "was killed in the same *incident*"
            harm = event.action in HARM and not event.agents and not event.places and alone
            harm = harm and not any(a.kind == "Person" and a.name for a in event.targets)  # "the murder of *Ana Ruiz*"
            plural = told[index].definite and event.trigger.text.endswith("s")
            sums = {n for n, members in enumerate(clusters) if told[members[0]].several}
            sums -= {n for n in sums if harm and events[clusters[n][0]].action not in HARM}
            sums -= {n for n in sums if plural and events[clusters[n][0]].action == event.action}
            open_ = [members for n, members in enumerate(clusters) if n not in sums]
            open_ = [m for m in open_ if told[index].apart.isdisjoint(m) or _is_known_by(event, [events[i] for i in m])]
            open_ = [m for m in open_ if _is_of_section(event, told[index], events[m[-1]], told[m[-1]])]
            if told[index].record:
                open_ = [m for m in open_ if any(shared(event.targets, events[i].targets) for i in m)]
            if told[index].another:
                open_ = [
                    m
                    for m in open_
                    if events[m[0]].sentence == event.sentence
                    or (m[-1] < lead and shared(event.targets, events[m[-1]].targets))
                ]
            open_ = [
                m
                for m in open_
                if not _is_kept_from(event, later, [events[i] for i in m], ontology, _is_headed(index, told, m))
            ]
            open_ = _in_reach(open_, events, ontology)
            fights = [act for act in later if act.reciprocal]  # "nine were killed in *the fighting*"
            acts_too = [event, *(later if told[index].lead else fights)]
            best = _best(acts_too, told, index, open_, events, ontology, today)
            number = clusters.index(open_[best]) if best < len(open_) else len(clusters)
        if number == len(clusters):
            clusters.append([])
        clusters[number].append(index)
        where[index] = number
    found = [tuple(members) for members in clusters]
    for index, event in enumerate(events):
        if event.rule == RULE:
            fresh = [not is_background(members, told, events, today) for members in found]
            where[index] = _echoed(event, told[index].another, found, fresh, events, ontology, len(found) + index)
    return tuple(where[index] for index in range(len(events)))


def _echoed(
    echo: Event,
    another: bool,
    clusters: Sequence[Sequence[int]],
    fresh: Sequence[bool],
    events: Sequence[Event],
    ontology: Ontology,
    alone: int,
) -> int:
    """The number of the cluster that an echo names again.

    It is one told in its sentence or news, told before, of its action, else of its family, the nearest.
    """
    best = (False, False, False, 0, False, 0, alone)
    named = [p for p in echo.places if 0 <= echo.trigger.start - p.end <= 1]  # "the *Lesk* incident"
    for number, members in enumerate(clusters):
        fitting = [events[i] for i in members if events[i].status in REAL and not events[i].reciprocal]
        fitting = [event for event in fitting if event.sentence == echo.sentence or not another]
        fitting = [event for event in fitting if same_family(echo.action, event.action, ontology)]
        elsewhere = any(places_clash(named, events[i].places) for i in members)
        if fitting and not elsewhere:
            like = 2 if any(event.action == echo.action for event in fitting) else 1
            gap = min(abs(event.trigger.start - echo.trigger.start) for event in fitting)
            told = any(event.trigger.start < echo.trigger.start for event in fitting)
            counted = echo.action == "Killing" and bool(echo.casualties)  # "burned the town, which left *97 deaths*"
            here = counted and any(event.sentence == echo.sentence for event in fitting)
            news = bool(named) or fresh[number] or any(event.sentence == echo.sentence for event in fitting)
            same = any(shared(echo.targets, event.targets) for event in fitting)  # "*his* **death**"
            best = max(best, (here, same, news, like, told, -gap, number))
    return best[6]


def _apart(one: Event, other: Event) -> bool:
    """Whether two events that the grammar ties are still told as two: on different days, in different towns, one unreal.

    A name that no index has may be a part of a town of the same sentence: "in *Lesk* ... in *the Falls*".
    """
    known = [[p for p in event.places if p.name is not None] for event in (one, other)]
    takes = {one.action, other.action} & (TAKING_ALONG | DAMAGE) and not shared(one.targets, other.targets)
    reprisal = takes and not (one.reciprocal or other.reciprocal) and camps_clash(one.agents, other.agents)
    return (
        bool(reprisal)  # "troops *burned* a village after rebels **kidnapped** a guard"
        or (one.status in REAL) != (other.status in REAL)
        or times_clash(one, other)
        or places_clash(*(known if one.sentence == other.sentence else (one.places, other.places)))
    )


def _is_known_by(event: Event, cluster: Sequence[Event]) -> bool:
    """Whether a happening told in a sentence before has the victims of a mention, whatever that came after."""
    return any(e.sentence.start < event.sentence.start and shared(event.targets, e.targets) for e in cluster)


def _is_kept_from(
    event: Event, later: Sequence[Event], cluster: Sequence[Event], ontology: Ontology, headed: bool
) -> bool:
    """Whether what the grammar ties to a mention keeps it from a happening, unless that is one death, told again."""
    if any(dies_once(event, other, ontology) for other in cluster):
        return False
    if headed:
        later, cluster = ([without_unknown_places(act) for act in acts] for acts in (later, cluster))
    return any(clashes(act, cluster, ontology, True) for act in later)


def _is_of_section(event: Event, told: Introduction, other: Event, others: Introduction) -> bool:
    """Whether two mentions stand under one heading ("17:02 Nine killed in Lesk"), or name one place or side.

    So does what an item of a list names as known: "1. *This attack* was meant to frighten the voters."
    """
    return (
        told.section == others.section
        or told.definite
        or bool(settled(event) & settled(other))
        or shared(event.targets, other.targets)
        or shared(event.agents, other.agents)
    )


def _in_reach(clusters: list[list[int]], events: Sequence[Event], ontology: Ontology) -> list[list[int]]:
    """The happenings that a mention can be of: the last ones told and the first violent one, which the report is of."""
    early = clusters[:-REACH]
    first = _main(early, events, ontology)
    return [*early[first : first + 1], *clusters[-REACH:]] if first >= 0 else clusters[-REACH:]


def _main(clusters: Sequence[Sequence[int]], events: Sequence[Event], ontology: Ontology) -> int:
    """The number of the first violent happening, which the report is of; -1 if there is none."""
    return next((n for n, members in enumerate(clusters) if ontology.is_a(events[members[0]].action, "Violence")), -1)


def _best(
    acts: Sequence[Event],
    told: Sequence[Introduction],
    index: int,
    clusters: Sequence[Sequence[int]],
    events: Sequence[Event],
    ontology: Ontology,
    today: date | None,
) -> int:
    """The number of the cluster that an event joins; a new number if none fits.

    ``acts`` are the event and what the lead ties to it, by which it may be known: "soldiers attacked a town, *killing* 15".
    It is the likest; of equals one that a sentence told for its own sake, and of these the latest.
    """
    first = _main(clusters, events, ontology)
    main = is_bare(acts[0]) and told[index].definite and not told[index].pointing
    near = [[events[i] for i in members[-REACH:]] for members in clusters]
    passing = [main and is_passing(acts[0], members, told, events, today) for members in clusters]
    likes = [
        max(
            likeness(
                act,
                told[index],
                members,
                ontology,
                today,
                main=number == first,
                headed=_is_headed(index, told, clusters[number]),
            )
            for act in acts
        )
        for number, members in enumerate(near)
    ]
    beside = any(
        like >= THRESHOLD and any(0 <= acts[0].sentence.start - e.sentence.end <= GAP for e in members)
        for like, members in zip(likes, near, strict=True)
    )  # "they detonated a car bomb.  *The explosion* killed a guard"
    if any(like >= THRESHOLD and not other for like, other in zip(likes, passing, strict=True)):
        likes = [0.0 if other else like for like, other in zip(likes, passing, strict=True)]
    behind = [
        all(events[i].sentence != acts[0].sentence for i in m) and is_background(m, told, events, today)
        for m in clusters
    ]
    scored = [
        (
            likes[number] + MAIN * (main and number == first and not beside) - BACKGROUND * behind[number],
            not all(told[i].aside for i in members),
            members[-1],
            number,
        )
        for number, members in enumerate(clusters)
    ]
    if told[index].pointing and (
        fitting := [one for one in scored if one[0] > 0]
    ):  # "those killings", "denied firing": the ones told last
        last = max(fitting, key=lambda one: one[2])
        scored[scored.index(last)] = (last[0] + POINTING, *last[1:])
    best = max(scored, default=(0.0, False, -1, len(clusters)))
    return best[3] if best[0] >= THRESHOLD else len(clusters)


def _is_headed(index: int, told: Sequence[Introduction], members: Sequence[int]) -> bool:
    """Whether a mention stands in the sentence below a headline, and a happening was told in the headline."""
    return told[index].lead and not told[members[0]].lead and members[0] < index
