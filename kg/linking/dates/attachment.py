"""Which time expressions of a sentence belong to which event, by the parse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.language.grammar import MEANWHILE, MODIFIERS, PREDICATES
from kg.linking.dates.anchors import FOLLOWING, OBJECTED, PROTESTING, PROVOKING, SPEECH, Anchored
from kg.linking.dates.findings import not_of_finding
from kg.linking.dates.measured import SINCE, from_then, in_record, of_anniversary, of_record

if TYPE_CHECKING:
    from spacy.tokens import Token

#: what counts those who came to harm, and what it does later than the deed
COUNTING = frozenset({"toll", "number", "count", "tally", "total"})
RISING = frozenset({"rise", "climb", "jump", "increase", "soar", "grow", "reach", "hit", "stand", "pass"})
#: what the content of a saying depends on its verb by
CONTENT = frozenset({"ccomp", "parataxis", "xcomp", "advcl", "dobj", "prep", "pobj", "nsubjpass"})
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "conj", "appos", "ROOT", "nsubj", "nsubjpass", "csubj"})
#: acts of police, courts and mourners on account of a deed, which was done before: "jailed a man *who killed* two"
JUDGING = frozenset(
    "sentence jail imprison convict arrest charge indict try acquit detain extradite fine trial retrial hearing verdict "
    "sentencing conviction inquest mourn commemorate bury honour honor remember anniversary memorial funeral vigil".split()
)
#: prepositions between such an act and the deed: "arrested *for* the murder", "the trial *of* four men"
GROUNDS = frozenset({"for", "over", "of"})
#: prepositions of what an act is about, and of a part in it: "jailed *for* a role *in* the 2014 attack"
ABOUT, INSIDE = frozenset({"for", "over", "of", "about", "with", "to"}), frozenset({"in"})
#: verbs of a clause that says when a happening began or took place
HAPPENING = frozenset(
    "erupt begin start break happen occur take launch stage carry mount conduct flare commence".split()
)
#: participles that say what a thing is like, with no time of their own: "hit a bus *carrying* children on Friday"
LOOSED = frozenset(
    "fire launch drop plant detonate lob hurl escort guard accompany protect own operate use run crowd pack fill load cram "
    "jam line frequent".split()
)
#: what a crowd does when and where it is acted on: "beat students who had *gathered* on Friday"
CROWDING = frozenset("gather assemble congregate mass rally march demonstrate protest queue mourn".split())
#: nouns for what an act is, of another one before it
ANSWERS = frozenset("retaliation reprisal response revenge answer".split())
#: what people do where something was done before
VISITING = frozenset("visit tour inspect pay mourn bury commemorate attend remember survey condole".split())

DESCRIBING = frozenset("carry transport ferry contain belong hold house bring take".split())


@dataclass(frozen=True, slots=True)
class Step:
    """A word above a trigger; ``relation`` is "after" or "before" where such a clause lies between."""

    token: Token
    relation: str = ""


def attached(trigger: Token, here: Sequence[Anchored]) -> tuple[Step, list[Anchored]]:
    """Climb from the trigger; the first word on the way that a time is tied to gives it."""
    here = [found for item in here if (found := of_record(item, trigger)) is not None]
    here = [item for item in here if not in_record(item, trigger) and not of_anniversary(item, trigger)]
    here = not_of_finding(trigger, here)
    if trigger.dep_ == "pobj" and trigger.head.lower_ == "since":  # "died last spring, in a coma *since* the attack"
        here = [i for i in here if i.head.i > trigger.i or (i.governor == trigger and i.head.dep_ in MODIFIERS)]
    if not here:
        return Step(trigger), []
    for step in climb(trigger):
        if step.token.dep_ == "relcl" and (named := [i for i in here if i.head.i == step.token.head.i]):
            return step, [replace(item, relation="") for item in named]  # "since *2014*, when rebels **abducted** 276"
        tied = [item for item in here if item.governor.i == step.token.i]
        below = [i for i in here if _below(i.governor, step.token, trigger) and not _dates_only(i, trigger)]
        below += [i for i in here if _tried(i.governor, step.token, trigger)]
        tied = tied or [from_then(i) for i in below]
        if any(_answers(t) for t in (trigger, *trigger.ancestors) if step.token.is_ancestor(t)):
            tied = [
                i for i in tied if i.head.i > trigger.i or not _is_day(i)
            ]  # "bombed it *on Friday* in reply to **a raid**"
        tied = tied or ([*_begun(trigger, here), *_of_act(trigger, here)] if step.token.i == trigger.i else [])
        if any(item.timex.type != "DURATION" for item in tied):
            return step, _behind(trigger, step.token, tied)
    if tied := _since(trigger, here) or _fronted(trigger, here):
        return Step(trigger), tied
    if tied := _of_last(trigger, here):
        return Step(trigger), tied
    relation = next((step.relation for step in climb(trigger) if step.relation), "")
    meant = _meanwhile(trigger, here)  # "died *when* a bomb fell on Friday, a day after **a raid**"
    return Step(trigger, relation), meant


def _behind(noun: Token, verb: Token, tied: list[Anchored]) -> list[Anchored]:
    """The days behind a noun of an earlier deed, where others stand before it: "struck *on Friday* over **a raid** *in May*"."""
    if noun.dep_ != "pobj" or noun.pos_ != "NOUN" or verb.pos_ != "VERB" or noun.head.lower_ not in GROUNDS | {"to"}:
        return tied
    later = [i for i in tied if i.head.i > noun.i and i.timex.type == "DATE"]
    return later if later and any(verb.i < i.head.i < noun.i for i in tied) else tied


def _of_last(trigger: Token, here: Sequence[Anchored]) -> list[Anchored]:
    """The time at the end of a list of deeds, which is that of all: "**struck** a port and blockaded another *on Friday*"."""
    passive = trigger.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in trigger.children)  # "was **seized** and shot"
    if not (trigger.tag_ == "VBD" or passive) or trigger.dep_ not in {"ROOT", "ccomp"}:
        return []
    joined = [c for c in trigger.children if c.dep_ == "conj" and c.tag_ == trigger.tag_ and c.i > trigger.i]
    others = {"nsubj", "nsubjpass", "auxpass", "advmod", "neg"}
    if len(joined) != 1 or any(c.dep_ in others for c in joined[0].children):
        return []
    return [i for i in here if i.governor == joined[0] and i.head.i > joined[0].i and i.relation in {"", "on"}]


def lasting(trigger: Token, here: Sequence[Anchored]) -> Anchored | None:
    """A length of time tied to an event or to the verbs above it: "*over the past two days*", "*for a week*"."""
    lengths = [item for item in here if item.timex.type == "DURATION" and item.relation not in ("after", "before")]
    tied = (item for step in climb(trigger) for item in lengths if item.governor.i == step.token.i)
    return next(tied, None) or next(iter(_fronted(trigger, lengths)), None)


def _begun(noun: Token, here: Sequence[Anchored]) -> list[Anchored]:
    """The time at which a clause says that a thing began or took place: "fighting *that broke out on Monday*"."""
    clauses = {c.i for c in noun.children if c.dep_ in ("relcl", "acl") and c.lemma_.lower() in HAPPENING}
    return [item for item in here if item.governor.i in clauses]


def _of_act(harm: Token, here: Sequence[Anchored]) -> list[Anchored]:
    """The date before an act that is told to have done harm: "where a *May* attack had **killed** five"."""
    acts = {c.i for c in harm.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"}
    return [i for i in here if i.governor.i in acts and i.head.dep_ in MODIFIERS and not i.relation]


def _since(trigger: Token, here: Sequence[Anchored]) -> list[Anchored]:
    """The time from which a clause with "since" measures: "20,000 have died **since** the war began *in April*"."""
    inside = _in_clause(trigger, here, SINCE)
    return [replace(item, relation="since") for item in inside if item.relation in ("", "in", "on", "at")]


def _meanwhile(trigger: Token, here: Sequence[Anchored]) -> list[Anchored]:
    """The time of what was going on: "two were shot **while** covering protests *on 8 November*"."""
    return _in_clause(trigger, here, MEANWHILE)


def _in_clause(trigger: Token, here: Sequence[Anchored], marks: Set[str]) -> list[Anchored]:
    """Times inside clauses that one of the words leads down to from an event or a verb above it."""
    below = (clause for step in climb(trigger) for clause in step.token.children if clause.dep_ == "advcl")
    clauses = [clause for clause in below if any(c.lower_ in marks for c in clause.children)]
    return [item for item in here for clause in clauses if clause == item.governor or clause.is_ancestor(item.governor)]


def climb(trigger: Token) -> Iterator[Step]:
    """The trigger and the words above it, up to a verb of saying whose content it is."""
    yield Step(trigger)
    below, relation = trigger, ""
    for above in trigger.ancestors:
        if below.dep_ in CONTENT and above.lemma_.lower() in SPEECH:
            return
        if below.dep_ in ("ccomp", "parataxis") and above.pos_ in PREDICATES and below.pos_ in PREDICATES:
            return
        if above.lemma_ in COUNTING and above.head.lemma_ in RISING:
            return  # "the toll from the **bombing** rose to 100 *on Tuesday*", "the number of those **killed** reached 40"
        if _is_apart(below, above) or (below.dep_ == "appos" and above.ent_type_ == "DATE"):
            return  # "police said *Monday*, the latest **killing** there"
        if below.dep_ == "relcl" and any(
            c.dep_ == "aux" and c.lower_ in {"has", "have", "'ve"} for c in below.children
        ):
            return  # "the group, which *has killed* thousands, abducted 200 last April"
        if _is_where_visited(below, above):
            return
        relation = relation or _subordinator(below, above)
        yield Step(above, relation)
        below = above


def _is_where_visited(clause: Token, noun: Token) -> bool:
    """Whether a clause tells what befell a place before a visit there: "on Friday toured *Lesk, where* rebels **killed** 20"."""
    if clause.dep_ != "relcl" or not any(t.lower_ == "where" for t in clause.lefts):
        return False
    visit = next((t for t in noun.ancestors if t.pos_ in PREDICATES), None)
    return visit is not None and visit.lemma_.lower() in VISITING


def _answers(below: Token) -> bool:
    """Whether a phrase tells what an act answers: "in *retaliation* **for** attacks"."""
    return below.dep_ == "prep" and below.lower_ in GROUNDS | {"to"} and below.head.lemma_.lower() in ANSWERS


def _is_day(item: Anchored) -> bool:
    """Whether a time is one day: what is answered came before it, but may be of the same month."""
    return len(item.timex.value) >= len("2017-05-18")


def is_ground(below: Token, above: Token) -> bool:
    """Whether the words below only tell whom or what a judgment is about: "arrested a man **who killed** two"."""
    if below.dep_ == "relcl" or (below.dep_ == "acl" and below.tag_ == "VBN"):
        judged = above.head if above.dep_ != "pobj" else above.head.head
        return above.pos_ not in PREDICATES and above.i != judged.i and judged.lemma_.lower() in JUDGING
    suspected = below.lower_ == "in" and above.lemma_.lower() in {"suspect", "defendant"}
    hung = above.head if above.dep_ in {"dobj", "nsubjpass"} else above  # "indicted **a man** for murder"
    judging = above.lemma_.lower() in JUDGING or hung.lemma_.lower() in JUDGING
    return below.dep_ == "prep" and (suspected or (below.lower_ in GROUNDS and judging))


def _is_apart(below: Token, above: Token) -> bool:
    """Whether the words below tell what was done before: of a judgment, or of a protest, "marched *against* the **killings**"."""
    objected = below.dep_ == "prep" and below.lower_ in OBJECTED and above.lemma_.lower() in PROTESTING
    return objected or is_ground(below, above)


def _subordinator(below: Token, above: Token) -> str:
    """The "after" or "before" that leads from one event down to another."""
    marks = (
        [child.lower_ for child in below.children if child.dep_ in ("mark", "advmod")] if below.dep_ == "advcl" else []
    )
    if below.dep_ in ("pobj", "pcomp"):
        marks = [above.lower_]
    return next((mark for mark in marks if mark in ("after", "before")), "")


def _dates_only(item: Anchored, trigger: Token) -> bool:
    """Whether a date before a noun is of that noun alone: "the murders recalled the *2018* **assassination**"."""
    noun = item.governor
    before = item.head.dep_ in {"nummod", "compound", "amod", "poss"} and item.head.i < noun.i and not item.relation
    if before and noun.i != trigger.i and noun.head.dep_ == "prep" and noun.head.head.lemma_.lower() in SPEECH:
        return True  # "**denounced** as a crime the *overnight* raid"
    return before and noun.i != trigger.i and (noun.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"} or _is_about(noun))


def _is_about(noun: Token) -> bool:
    """Whether a noun only tells what something is about: "jailed *for* the 2014 **attack**", "for a part *in* it"."""
    while noun.dep_ == "pobj" and noun.head.lower_ in INSIDE:
        noun = noun.head.head
    return noun.dep_ == "pobj" and noun.head.lower_ in ABOUT


def _below(governor: Token, step: Token, trigger: Token) -> bool:
    """A time tied to a noun under the verb that is no clause of its own: "attacked the town on Friday" misread."""
    held = governor.lemma_.lower() in DESCRIBING or not _is_judging(
        step
    )  # "attacked crowds *flocking* to a port *on Friday*"
    goes_on = governor.tag_ == "VBG" and held
    loaded = governor.tag_ == "VBN" and governor.lemma_.lower() in LOOSED
    describes = governor.dep_ == "acl" and (goes_on or loaded) and step.i < governor.i
    describes = describes or (
        governor.dep_ == "relcl" and governor.lemma_.lower() in CROWDING and not _is_judging(step)
    )
    followed = step.lemma_.lower() in FOLLOWING and governor.dep_ == "dobj" and not governor.is_ancestor(trigger)
    if (
        followed
        or step.pos_ not in PREDICATES
        or (governor.pos_ in PREDICATES and not describes)
        or governor.i == trigger.i
    ):
        return False
    above = governor.head if describes else governor
    while above.i != step.i:
        if above.dep_ == "agent" and step.lemma_.lower() in PROVOKING:
            return False  # "the **protests** were set off *by* a killing *in May*"
        if above.lemma_.lower() in ANSWERS and above.dep_ == "pobj":
            return False  # "did it in *retaliation* for a killing *in May*"
        if above.dep_ in CLAUSES or above.i == trigger.i or above.head.i == above.i:
            return False
        dated = any(c.ent_type_ == "DATE" and c.i < governor.i for c in governor.children)  # "for the *2014* attack"
        if not dated and above.head == step and is_ground(above, step):
            return False  # "**arrested** two men for the *murder* of a judge *on 3 May*"
        above = above.head
    return True


def _tried(governor: Token, step: Token, trigger: Token) -> bool:
    """Whether a time is of what was tried while something else was done: "tried to seize power *on Friday*, **bombing** X"."""
    beside = trigger.tag_ == "VBG" and trigger.dep_ == "advcl" and trigger.head.i == step.i and trigger.i > governor.i
    tried = governor if governor.pos_ in PREDICATES else governor.head
    return beside and tried.dep_ == "xcomp" and tried.head.i == step.i


def _is_judging(verb: Token) -> bool:
    """Whether a verb tells of what police and courts do later: "arrested men who had gathered on Monday"."""
    return verb.lemma_.lower() in JUDGING


def _fronted(trigger: Token, here: Sequence[Anchored]) -> list[Anchored]:
    """A time at the head of the sentence holds for all of it, unless the first verb is one of saying."""
    sentence = trigger.sent
    verb = next((token for token in sentence if token.pos_ == "VERB"), None)
    above = (trigger, *trigger.ancestors)
    if any(_is_apart(low, high) for low, high in pairwise(above)):
        return []
    if any(map(_answers, above)):
        here = [item for item in here if not _is_day(item)]
    if verb is None or (verb.lemma_.lower() in SPEECH and trigger.i > verb.i):
        return []
    first = trigger.doc[min(sentence.start + 2, sentence.end - 1)].idx
    spoken = verb.lemma_.lower() in SPEECH  # "the bombing *last month* of a mosque was **claimed** by rebels"
    found = [item for item in here if item.head.i < verb.i and item.timex.start <= first]
    return [item for item in found if not (spoken and item.governor.dep_ == "nsubjpass")]
