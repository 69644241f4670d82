"""How a mention brings its happening in: as one that the reader knows, as several, as another than those told before."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from kg.extraction.drafts import Draft
from kg.language.grammar import DEFINITE, POINTING
from kg.language.tree import children, is_definite
from kg.language.voice import STOPS
from kg.linking.entries import entries
from kg.linking.several import are_several
from kg.linking.sums import LATE
from kg.linking.telling import sentences_before
from kg.linking.told_apart import is_another
from kg.ontology.groupings import HARMS
from kg.ontology.word_classes import word_class

#: what tells that a fight came of the attack told before: "in the *ensuing* gun battle", "a shootout *followed*"
ENSUING = frozenset({"ensue", "follow", "result", "subsequent"})
#: words for one more of those who come to harm
MORE = frozenset({"other", "others"})
#: what ends a dateline
DASHES = frozenset("-–—:")
GROUPS = word_class("groups")


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
    anew = {n for n, draft in enumerate(drafts) if is_another(doc, draft)}
    anew |= {n for n in range(len(drafts)) if any(other in anew for other in tied.get(n, ()))}
    others = apart or {}
    text = doc.text
    begins = entries(text)
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
        section = sum(start <= token.idx for start in begins)
        lead = _is_lead(token, text)
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


def _is_lead(token: Token, text: str) -> bool:
    """Whether the sentence of a token stands right below a headline: "Two held in Lesk / *Police arrested* two men"."""
    before = text[: token.sent.start_char]
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
