"""How a mention brings its happening in: as one that the reader knows, as several, as another than those told before."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from kg.extraction.drafts import Draft
from kg.language.grammar import DEFINITE, POINTING
from kg.language.tree import children, is_definite
from kg.language.voice import STOPS
from kg.linking.parted import DYING
from kg.linking.several import are_several
from kg.linking.telling import sentences_before
from kg.ontology.groupings import HARMS
from kg.ontology.word_classes import word_class

#: what tells a happening, or its weapon, from those before it; the second group also counts them ("the second attack")
APART = frozenset({"another", "separate", "different", "unrelated"})
#: what was told before, or took place before what was told: "in the *earlier* one", "the *previous* attack"
EARLIER = frozenset({"earlier", "previous", "prior", "former"})
ANEW = frozenset({"second", "third", "fourth", "fifth", "other", "similar", "new", "fresh", "further", "subsequent"})
#: sentences behind which nothing is news any more: the headline, the dateline and the lead
LATE = 3
#: what tells that a fight came of the attack told before: "in the *ensuing* gun battle", "a shootout *followed*"
ENSUING = frozenset({"ensue", "follow", "result", "subsequent"})
#: words for one more of those who come to harm
MORE = frozenset({"other", "others"})
#: verbs by which others act back
ANSWERING = frozenset({"answer", "respond", "retaliate", "reply"})
#: adverbs that begin a sentence on something else
BESIDES = frozenset({"separately", "elsewhere", "earlier", "meanwhile", "also", "previously"})
FARTHER = frozenset({"farther", "further"})
DIRECTIONS = frozenset("north south east west northward southward eastward westward inland away".split())
#: what ends a dateline
DASHES = frozenset("-–—:")
#: tokens of a heading
HEADING = 6
#: "Hours later", "Two days earlier": what happens so long before or after is another happening
LATER = re.compile(
    r"(?:(?:A|An|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|Some|\d+|The previous|The next|The following) )?"
    r"(?:hours?|days?|nights?|weeks?|months?|years?) (?:later|earlier|before|afterwards?)?,? ",
    re.IGNORECASE,
)
#: "17:02 Nine killed", "Ituri: Rebels killed": what heads an entry of a live report or of a week's report
ENTRY = re.compile(r"^(?:\d{1,2}[:.]\d\d\b|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}: )", re.MULTILINE)
GROUPS = word_class("groups")
#: nouns of "in a separate *incident*", which need be no event of their own
OCCASIONS = frozenset(
    "incident event case development attack assault clash raid operation action strike bombing shooting explosion "
    "blast ambush episode violence battle encounter accident one".split()
)


class Introduction(NamedTuple):
    """``definite``: "the raid"; ``several``: "attacks"; ``another``: "a separate attack", "elsewhere, rebels attacked".

    ``aside``: only what the sentence measures from, "a day after *a raid*"; ``pointing``: "those killings", told just before.
    ``fresh``: told as unknown, late in the text, "killed in **a** *raid*".
    ``apart`` holds the numbers of the drafts that the sentence tells as others: "two days **after** a raid".
    ``section`` counts the headed entries up to it.
    ``record``: what a group did before, "a group that claimed **the attack** on a mayor".
    ``more``: harm to further people, "four **others** were *hurt*".
    ``lead``: the sentence below a headline, which tells anew what that told.
    """

    definite: bool = False
    several: bool = False
    another: bool = False
    apart: frozenset[int] = frozenset()
    aside: bool = False
    pointing: bool = False
    lead: bool = False
    fresh: bool = False
    section: int = 0
    record: bool = False
    more: bool = False


def introductions(
    doc: Doc,
    drafts: Sequence[Draft],
    tied: Mapping[int, Collection[int]],
    apart: Mapping[int, Collection[int]] | None = None,
    aside: Collection[int] = (),
) -> tuple[Introduction, ...]:
    """Return how each draft brings its happening in; what the grammar ties to another happening belongs to that."""
    anew = {n for n, draft in enumerate(drafts) if _is_another(doc, draft)}
    anew |= {n for n in range(len(drafts)) if any(other in anew for other in tied.get(n, ()))}
    others = apart or {}
    entries = [match.start() for match in ENTRY.finditer(doc.text)]
    out = []
    for n, draft in enumerate(drafts):
        token = doc[draft.head]
        known = is_definite(token) or (draft.action in HARMS and not draft.agents and _is_further_harm(token))
        known = known or (draft.action == "ArmedClash" and _ensues(token)) or _is_of_day(token)
        several = are_several(token, draft, known=known, tied=bool(tied.get(n)))
        acts = [
            token,
            *(doc[drafts[i].head] for i in tied.get(n, ()) if draft.action in HARMS),
        ]  # "died in *that* attack"
        pointing = any(is_definite(t) and any(c.lower_ in POINTING for c in children(t, "det")) for t in acts)
        told_apart = frozenset(others.get(n, ()))
        fresh = any(_is_fresh(doc[drafts[i].head]) for i in (n, *tied.get(n, ())))
        section = sum(start <= token.idx for start in entries)
        lead = _is_lead(token)
        record = bool(draft.targets) and _is_of_record(token)
        out.append(
            Introduction(
                known,
                several,
                n in anew,
                told_apart,
                n in aside,
                pointing,
                lead,
                fresh,
                section,
                record,
                _is_more(token),
            )
        )
    return tuple(out)


def _is_lead(token: Token) -> bool:
    """Whether the sentence of a token stands right below a headline: "Two held in Lesk / *Police arrested* two men"."""
    before = token.doc.text[: token.sent.start_char]
    headline, _, dateline = (part.strip() for part in before.strip().partition("\n"))
    told = "\n" in before.lstrip() and bool(headline) and headline[-1] not in STOPS
    return told and "\n" not in dateline and (not dateline or dateline[-1] in DASHES)


def _is_of_day(noun: Token) -> bool:
    """Whether a deed is told as that of a day, which the reader knows: "*Saturday's* **bombardment**"."""
    return noun.pos_ == "NOUN" and any(c.ent_type_ in {"DATE", "TIME"} for c in children(noun, "poss"))


def _ensues(fight: Token) -> bool:
    """Whether a fight is told to come of what was told before: "*ensuing* **clashes**", "a **shootout** *followed*"."""
    above = [fight.head] if fight.dep_ == "nsubj" else []
    return any(t.lemma_.lower() in ENSUING or t.lower_ == "ensuing" for t in (*above, *children(fight, "amod", "acl")))


def _is_fresh(token: Token) -> bool:
    """Whether a noun brings in what the reader does not know, behind the lead: "was killed in **a** *bomb blast*"."""
    article = any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in token.children)
    inside = token.dep_ == "pobj" and token.head.lower_ == "in"
    return token.pos_ == "NOUN" and article and inside and sentences_before(token.sent) >= LATE


def _is_of_record(token: Token) -> bool:
    """Whether a clause tells what a group did, to say which it is: "claimed by *the group* that **killed** two nuns"."""
    clause = next((t for t in (token, *token.ancestors) if t.dep_ == "relcl"), None)
    return clause is not None and clause.head.lemma_.lower() in GROUPS and clause.head.i < clause.i


def _is_further_harm(token: Token) -> bool:
    """Whether harm is of one more, or of those known for it: "four *others* were **hurt**", "the **wounded** nuns"."""
    also = any(c.lower_ == "also" for c in children(token, "advmod"))
    also = also or _is_more(token)
    described = token.dep_ in {"amod", "acl"} and any(c.lower_ in DEFINITE for c in children(token.head, "det"))
    return also or described


def _is_more(token: Token) -> bool:
    """Whether further people come to harm: "four *others* were **hurt**", "killed two *other* guards"."""
    sides = children(token, "nsubjpass", "dobj")
    return any(t.lower_ in MORE for side in sides for t in (side, *side.children))


def _is_another(doc: Doc, draft: Draft) -> bool:
    head = doc[draft.head]
    heads = [head, *(doc[i] for i in draft.instruments), *(doc[i] for i in draft.agents if doc[i].tag_ == "NN")]
    if any(token.dep_ != "attr" and is_told_apart(token) for token in heads):
        return True
    if not is_definite(head) and _is_long_ago(head):
        return True
    if head.pos_ == "VERB" and head.lemma_.lower() in ANSWERING and draft.agents:
        return True
    verb = doc[draft.verb] if draft.verb is not None else head
    apart = any(is_told_apart(noun) for noun in _occasions(verb))
    return apart or (not is_definite(head) and (_begins_besides(head) or _begins_elsewhere(verb)))


def _is_long_ago(token: Token) -> bool:
    """Whether something is what the present is measured from: "the worst attack **since** rebels *killed* 40 in 2015"."""
    above = (token, *token.ancestors)
    return any(t.lower_ == "since" or any(c.lower_ == "since" and c.dep_ == "mark" for c in t.children) for t in above)


def is_told_apart(noun: Token) -> bool:
    """Whether the words before a noun tell it from the like: "*another* raid", "a *separate* attack", "a *second* bomb".

    Such a word may stand alone: "a car bomb went off and *another* detonated".
    """
    words = {c.lower_ for c in children(noun, "amod", "det")} | {noun.lower_}
    return bool(words & (APART | EARLIER)) or (bool(words & ANEW) and not words & DEFINITE)


def _occasions(verb: Token) -> Iterator[Token]:
    """The nouns of "in a separate incident", beside a verb."""
    for preposition in children(verb, "prep"):
        if preposition.lower_ in {"in", "during"}:
            yield from (noun for noun in children(preposition, "pobj") if noun.lemma_.lower() in OCCASIONS)


def _begins_elsewhere(verb: Token) -> bool:
    """Whether a sentence begins with a place in which nothing was told yet: "*In Lesk*, gunmen **shot** a judge"."""
    first = next((t for t in verb.sent if not t.is_space), verb)
    place = next(iter(children(first, "pobj")), None) if first.lower_ in {"in", "at", "near"} else None
    while verb.dep_ in {"conj", "advcl", "xcomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    if place is None or place.pos_ != "PROPN" or first.head != verb or place.ent_type_ in {"DATE", "TIME"}:
        return False
    named = (t.sent for t in first.doc[: first.i] if t.text == place.text)
    return not any(t.pos_ in {"VERB", "AUX"} for sentence in named for t in sentence)


def _is_headed(token: Token) -> bool:
    """Whether the sentence of a token is the first below the name of a place: "*North Kivu:* Rebels **shot** a nun"."""
    start = token.sent.start
    before = token.doc[start - 1].sent if start else token.sent
    words = [t for t in before if not t.is_space and not t.is_punct]
    named = bool(words) and all(t.pos_ == "PROPN" for t in words)
    return start > 0 and before.text.rstrip().endswith(":") and len(before) <= HEADING and named


def _begins_besides(token: Token) -> bool:
    """Whether the sentence of a token begins with "Separately", "Elsewhere" or "Farther south".

    "Also **injured** was a guard" tells of one more in what was told before.
    """
    first = next((t for t in token.sent if not t.is_space and not t.is_punct), token)
    if _is_headed(token):
        return True
    if LATER.match(token.sent.text.strip()) and (token.lemma_.lower() not in DYING):
        return True
    if first.lower_ == "also" and first.head == token and token.tag_ == "VBN":
        return False
    after = first.doc[first.i + 1 : first.i + 2].text.lower()
    return first.lower_ in BESIDES or (first.lower_ in FARTHER and after in DIRECTIONS)
