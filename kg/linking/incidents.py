"""Which mentions in one document are one happening.

Events are taken in text order; each joins the latest cluster that it fits, or opens its own.  It must not clash (action
families, days, towns, sides, real against planned) and needs a sign of sameness: a shared side, a shared place or day,
a definite noun ("the strike"), or that one is told as the effect of the other.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from kg.extraction.echoes import RULE
from kg.linking.clashes import FOUGHT, HARM, REAL, clash, fought_out, places_clash, same_family, times_clash
from kg.linking.dates.calendar import iso_day
from kg.linking.deaths import dies_once
from kg.linking.introductions import Introduction
from kg.linking.same_sides import shared
from kg.model import Actor, Event
from kg.ontology import Ontology

#: weights of the signs of sameness, set by hand and checked on annotated documents
SAME, WORD, DEFINITE, BARE, TARGET, AGENT, PLACE, DAY = 2.0, 0.5, 1.5, 1.0, 2.0, 1.0, 1.0, 1.0
#: what one more sign is in somebody with a name whom both befall
NAMED = 1.0
THRESHOLD = 1.4
#: likeness of two mentions of the death of one person, who dies but once
ONCE = 10.0
#: days before a report in which what it reports took place; what was before is told beside it
RECENT = 14
OLD = 1.5
#: what speaks for the happening that the report is of, where "the attack" names one
MAIN = 0.5
#: what speaks for the happening told just before, where "those killings" names one
POINTING = 2.0
#: what speaks against one happening where others act on others
ALIEN = 1.0
#: characters between the beginnings of neighbouring sentences
NEAR = 300
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
            acts = [told[i] for i in links.get(index, ())]
            alone = not any(not act.several and not act.definite for act in acts)
            harm = event.action in HARM and not event.agents and not event.places and alone
            sums = {n for n, members in enumerate(clusters) if told[members[0]].several}
            sums -= {n for n in sums if harm and events[clusters[n][0]].action not in HARM}
            open_ = [members for n, members in enumerate(clusters) if n not in sums]
            open_ = [members for members in open_ if told[index].apart.isdisjoint(members)]
            if told[index].another:
                open_ = [members for members in open_ if events[members[0]].sentence == event.sentence]
            open_ = _in_reach(open_, events, ontology)
            best = _best(event, told, index, open_, events, ontology, today)
            number = clusters.index(open_[best]) if best < len(open_) else len(clusters)
        if number == len(clusters):
            clusters.append([])
        clusters[number].append(index)
        where[index] = number
    found = [tuple(members) for members in clusters]
    for index, event in enumerate(events):
        if event.rule == RULE:
            where[index] = _echoed(event, told[index].another, found, events, ontology, len(found) + index)
    return tuple(where[index] for index in range(len(events)))


def _echoed(
    echo: Event,
    another: bool,
    clusters: Sequence[Sequence[int]],
    events: Sequence[Event],
    ontology: Ontology,
    alone: int,
) -> int:
    """The number of the cluster that an echo names again: one told before, of its action, else of its family, the nearest."""
    best = (0, False, 0, alone)
    for number, members in enumerate(clusters):
        fitting = [events[i] for i in members if events[i].status in REAL and not events[i].reciprocal]
        fitting = [event for event in fitting if event.sentence == echo.sentence or not another]
        fitting = [event for event in fitting if same_family(echo.action, event.action, ontology)]
        if fitting:
            like = 2 if any(event.action == echo.action for event in fitting) else 1
            gap = min(abs(event.trigger.start - echo.trigger.start) for event in fitting)
            told = any(event.trigger.start < echo.trigger.start for event in fitting)
            best = max(best, (like, told, -gap, number))
    return best[3]


def _apart(one: Event, other: Event) -> bool:
    """Whether two events that the grammar ties are still told as two: on different days, in different towns, one unreal."""
    return (
        (one.status in REAL) != (other.status in REAL)
        or times_clash(one, other)
        or places_clash(one.places, other.places)
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
    event: Event,
    told: Sequence[Introduction],
    index: int,
    clusters: Sequence[Sequence[int]],
    events: Sequence[Event],
    ontology: Ontology,
    today: date | None,
) -> int:
    """The number of the cluster that an event joins; a new number if none fits.

    It is the likest; of equals one that a sentence told for its own sake, and of these the latest.
    """
    first = _main(clusters, events, ontology)
    main = _bare(event) and told[index].definite and not told[index].pointing
    scored = [
        (
            _likeness(event, told[index], [events[i] for i in members[-REACH:]], ontology, today)
            + MAIN * (main and number == first),
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


def _likeness(
    event: Event, told: Introduction, cluster: Sequence[Event], ontology: Ontology, today: date | None
) -> float:
    """How likely a mention is of a cluster's happening: the sum of the signs' weights, 0 if anything keeps them apart."""
    if any(dies_once(event, other, ontology) for other in cluster):
        return ONCE
    cluster = [fought_out(other, cluster) for other in cluster]
    if told.definite:
        event = fought_out(event, cluster)
    if any(clash(event, other, ontology) for other in cluster):
        return 0.0
    act = max(_same_act(event, other, ontology) for other in cluster)
    violent = ontology.is_a(event.action, "Violence")
    target = any(shared(event.targets, other.targets) for other in cluster)
    agent = any(shared(event.agents, other.agents) for other in cluster)
    alone = event.sentence not in {other.sentence for other in cluster}
    if not (violent or told.definite or target or agent or (told.lead and alone and act == SAME)):
        return 0.0  # two words of praise near one another are two
    known = agent and not all(_is_new(actor) for actor in event.agents)
    if not (told.definite or target or known) and today is not None and _is_older(event, cluster, today):
        return 0.0
    bare = _bare(event)
    old = today is not None and _is_old(cluster, today)
    near = _nearness(event, cluster)
    apart = event.agents and event.targets and not (agent or target)
    alien = bool(apart) and any(other.agents and other.targets for other in cluster)
    place = any(bool(_places(event) & _places(other)) for other in cluster)
    day = any(_same_day(event, other) for other in cluster)
    tied = target or agent or place or day or told.definite or event.status == "denied"
    if alone and not tied and (act < 1 or told.fresh):
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
        - ALIEN * alien
        - OLD * (bare and told.definite and not told.pointing and old)
    )


def _is_new(actor: Actor) -> bool:
    """Whether somebody is brought in as new: "*a* gunman"."""
    return actor.id is None and actor.antecedent is None and actor.text.lower().startswith(("a ", "an "))


def _is_older(event: Event, cluster: Sequence[Event], today: date) -> bool:
    """Whether an event of long ago stands beside a happening without a day, which is what the report is of."""
    places = any(bool(_places(event) & _places(other)) for other in cluster)
    return _is_old([event], today) and not places and all(other.time.basis != "text" for other in cluster)


def _is_old(cluster: Sequence[Event], today: date) -> bool:
    """Whether words tell that a happening was long before the report: "in January", of a report in May."""
    ends = [iso_day(event.time.end) for event in cluster if event.time.basis == "text"]
    return any(ends) and all(end is not None and (today - end).days > RECENT for end in ends)


def _same_act(one: Event, other: Event, ontology: Ontology) -> float:
    """2 for the same action, 1 for a general and a special one or for harm by nobody named, 0.5 for other violence."""
    if one.action == other.action:
        return SAME
    if ontology.is_a(one.action, other.action) or ontology.is_a(other.action, one.action):
        return 1.0
    if {one.action, other.action} in FOUGHT:
        return 1.0
    near = abs(one.sentence.start - other.sentence.start) <= NEAR
    harmed = [event for event in (one, other)[: 1 + near] if event.action in HARM and not event.agents]
    return 1.0 if harmed else 0.5


def _nearness(event: Event, cluster: Sequence[Event]) -> float:
    """Mentions stand close together: in the same or the next sentence 1, some sentences away 0.5, far away nothing."""
    gap = min(abs(event.sentence.start - other.sentence.start) for other in cluster)
    return 1.0 if gap <= NEAR else 0.5 if gap <= 3 * NEAR else 0.0


def _places(event: Event) -> set[str]:
    return {p.id or p.name or p.text for p in event.places if p.precision not in {"country", "admin1"}}


def _same_day(one: Event, other: Event) -> bool:
    a, b = one.time, other.time
    return a.basis == b.basis == "text" and a.precision == b.precision == "day" and a.start == b.start


def _stems(event: Event) -> set[str]:
    """The beginnings of a trigger's longer words."""
    return {word[:6].rstrip("s") for word in event.trigger.text.lower().split() if len(word) > 3}


def _bare(event: Event) -> bool:
    """Whether a mention says nothing of its own that could tell it from another: no side with a name, no place, no day."""
    nameless = not any(a.id or a.name or a.number for a in event.targets)
    return not event.agents and nameless and not event.places and event.time.basis != "text" and not event.casualties
