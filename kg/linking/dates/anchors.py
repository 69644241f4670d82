"""Time expressions of a sentence and the words that they depend on, by the parse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.language.grammar import AFTER, MODIFIERS, WEEKDAYS
from kg.linking.dates.lengths import ending_length
from kg.linking.dates.measured import SINCE
from kg.model import Timex
from kg.ontology.word_classes import word_class

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

#: verbs of saying: the time of the saying is not the time of what is said
SPEECH = word_class("speech")
#: nouns for what somebody does, of which others speak
DEEDS = word_class("incidents")
#: verbs that tell of what something came after
HARMS = frozenset("murder killing assassination kidnapping abduction shooting massacre".split())
#: verbs of what police and courts do on account of a deed
SEIZING = frozenset("arrest detain charge indict jail imprison sentence convict try hold".split())
#: what people stand up against, and words before it: "protested *against* the killings"
PROTESTING = frozenset({"protest", "demonstrate", "march", "rally", "protester", "demonstration"})
OBJECTED = frozenset({"against", "over", "about"})
#: verbs by which one act brings another
PROVOKING = frozenset("spark provoke trigger prompt draw bring invite cause ignite unleash set".split())
FOLLOWING = frozenset({"follow", "precede"})
UNTIL = frozenset({"until", "till", "to", "through", "til"})
BEFORE = frozenset({"before", "by", "prior"})
RELATIONS = SINCE | UNTIL | BEFORE | AFTER | {"between", "in", "on", "during", "at", "for", "within"}
ATTACHING = frozenset(
    "npadvmod prep advmod pobj pcomp nmod compound nummod amod poss conj appos dep dobj attr quantmod det meta"
    " intj punct "
    "dative oprd".split()
)
#: what is called by a feast, on whatever day: "the crowd at the *Christmas* market"
FESTIVE = frozenset("market fair tree party parade light shopping shopper present gift card decoration season".split())


@dataclass(frozen=True, slots=True)
class Anchored:
    """A time expression in the parse: its head word, the word that relates it, and what it is tied to.

    ``length`` is a TIMEX3 duration that ends with it: "in *the week to* 15 November".
    """

    timex: Timex
    head: Token
    relation: str
    governor: Token
    length: str = ""


def anchored(sentence: Span, timexes: Sequence[Timex]) -> Iterator[Anchored]:
    """Tie the time expressions of a sentence, sets left out, to the words that they depend on."""
    for timex in timexes:
        if timex.start >= sentence.end_char:
            return
        if timex.start >= sentence.start_char and timex.type != "SET":
            span = sentence.doc.char_span(timex.start, timex.end, alignment_mode="expand")
            if span is not None and len(span) and not _only_names(span):
                yield _anchor(timex, span)


def _only_names(span: Span) -> bool:
    """Whether a feast only names something: "the *Christmas* market"."""
    return span.root.dep_ == "compound" and span.root.head.lemma_.lower() in FESTIVE


def _anchor(timex: Timex, span: Span) -> Anchored:
    head = above = span.root
    relation = ""
    while above.dep_ in ATTACHING and above.head.i != above.i:
        above = above.head
        if span.start <= above.i < span.end:
            continue
        if above.pos_ in ("ADP", "SCONJ") and head.dep_ != "poss":  # "from *Monday's* bombing": from the bombing
            relation = relation or above.lower_
        elif above.pos_ != "ADV" and not (above.dep_ in MODIFIERS and head.i < above.i < above.head.i):
            break  # not at "the *2014* mortar attack", where the parse ties the year to the mortar
    above = _protest_before(above, span) or above
    above = _deed_before(_content_before(_clause_before(above, span), span), span)
    counted = _relation_after(span) if timex.type == "DURATION" else ""
    relation = counted or relation or ("" if head.dep_ == "poss" else _relation_before(span))
    return Anchored(timex, head, relation, above, ending_length(span) if timex.type in ("DATE", "TIME") else "")


def _clause_before(verb: Token, span: Span) -> Token:
    """The clause that a time before a semicolon is of, if the parse hangs it on what follows: "*fell* on **Friday**; X said".

    Nor is a day of an era that something is measured from: "*the first swap* since the Cold War, on **Friday**".
    """
    if verb.dep_ == "pobj" and verb.pos_ == "PROPN" and verb.head.lower_ == "since" and _relation_before(span) == "on":
        verb = verb.head.head
    while verb.i > span.end and verb.dep_ in {"conj", "ccomp", "parataxis"} and verb.head.i < span.start:
        if not any(t.text == ";" for t in span.doc[span.end : verb.i]):
            break
        verb = verb.head
    return verb


def _content_before(verb: Token, span: Span) -> Token:
    """The clause that a time between it and a verb of saying is of: "96 *were killed* since **Monday**, the UN said"."""
    if verb.lemma_.lower() not in SPEECH or span.end > verb.i:
        return verb
    told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < span.start), None)
    if told is not None and told.lemma_.lower() in SPEECH:  # "*were reported* to have been killed"
        told = next((c for c in told.children if c.dep_ == "xcomp"), told)
    teller = next((c for c in verb.children if c.dep_ == "nsubj" and c.i >= span.end), None)
    return told if told is not None and teller is not None else verb


def _deed_before(verb: Token, span: Span) -> Token:
    """The deed that a time right behind it is of, not what is said of it: "the *raid*, on **Monday**, was claimed by X"."""
    if verb.lemma_.lower() in FOLLOWING:  # "the killings *followed* **an attack** on Lesk on *April 6*"
        return next((c for c in verb.children if c.dep_ == "dobj" and c.i < span.start), verb)
    if verb.lemma_.lower() in PROVOKING and (deed := _provoker(verb, span)) is not None:
        return deed
    if (charge := _charged(verb, span)) is not None:
        return charge
    deed = next((c for c in verb.children if c.dep_ == "nsubjpass" and c.i < span.start), None)
    if deed is None or verb.lemma_.lower() not in SPEECH or deed.lemma_.lower() not in DEEDS:
        return verb
    return deed if all(c.i > span.start for c in verb.children if c.dep_ in {"aux", "auxpass"}) else verb


def _protest_before(noun: Token, span: Span) -> Token | None:
    """The protest that a weekday is of, not what it is against: "*demonstrated* against a killing in Lesk on **Monday**"."""
    if not any(t.lower_ in WEEKDAYS for t in span):
        return None
    way = next((t for t in (noun, *noun.ancestors) if t.dep_ == "prep" and t.lower_ in OBJECTED), None)
    if way is None or way.i > span.start or any(c.ent_type_ == "DATE" and c.dep_ == "poss" for c in noun.children):
        return None
    return way.head if way.head.lemma_.lower() in PROTESTING and way.head.pos_ == "VERB" else None


def _provoker(verb: Token, span: Span) -> Token | None:
    """The deed right before a time that brought another: "protests were set off by **the killing** of a boy *on 2 June*"."""
    ways = (c for c in verb.children if c.dep_ in {"agent", "prep"} and c.lower_ == "by" and c.i < span.start)
    return next(
        (t for way in ways for t in way.children if t.dep_ == "pobj" and t.lemma_.lower() in DEEDS | HARMS), None
    )


def _charged(verb: Token, span: Span) -> Token | None:
    """The deed somebody is seized for, right before a time: "arrested two men for **the murder** of a judge on *3 May*"."""
    if verb.lemma_.lower() not in SEIZING:
        return None
    way = next((c for c in verb.children if c.lower_ in {"for", "over"} and verb.i < c.i < span.start), None)
    deed = next((c for c in way.children if c.dep_ == "pobj"), None) if way is not None else None
    if deed is None or deed.lemma_.lower() not in DEEDS | HARMS or deed.i > span.start:
        return None
    known = any(c.dep_ in {"det", "poss"} for c in deed.children)
    whose = any(c.lower_ == "of" for c in deed.children)
    return deed if known and whose and not any(c.ent_type_ == "DATE" for c in deed.children) else None


def _relation_before(span: Span) -> str:
    before = span.doc[span.start - 1].lower_ if span.start else ""
    return before if before in RELATIONS else ""


def _relation_after(span: Span) -> str:
    """*two days* after, *a week* before."""
    after = span.doc[span.end].lower_ if span.end < len(span.doc) else ""
    return after if after in ("after", "before") else ""
