"""Which events of a sentence its words tell as two: what one came days after, answers, remembers, is measured against."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.extraction.drafts import Draft
from kg.extraction.gapped import RULE
from kg.language.grammar import MONTHS
from kg.linking.dates.anchors import FOLLOWING, OBJECTED, PROVOKING
from kg.linking.dates.attachment import CROWDING
from kg.linking.dates.measured import FEASTS
from kg.ontology.groupings import DEATHS, KIDNAPPINGS
from kg.ontology.word_classes import word_class

#: lengths of time after which something is another happening
LENGTHS = frozenset("hour day night week fortnight month year decade".split())
PERIODS = frozenset({"month", "year", "decade", "century"})
YEAR = re.compile(r"(?:19|20)\d\d")
ORDER = frozenset({"after", "before", "following"})
#: what tells that some time passed, however short: "*minutes after* the blast", "*soon after* the attack"
SHORT = LENGTHS | {"minute", "moment", "soon", "shortly"}
#: what an act answers or remembers another with: "*in retaliation for* an attack", "*in the wake of* the killings"
ANSWERS = frozenset("retaliation response reprisal revenge answer retribution reaction".split())
DAYS = frozenset({"day", "night", "morning", "eve"})
REMEMBERS = FEASTS | {"wake", "aftermath"}
#: "struck *in* response to", "*as* a reprisal for"; "the bombings *were* retaliation for" says why in general
LEADING = frozenset({"in", "as"})
ANSWERING = frozenset({"for", "to", "of"})
PROTESTS = frozenset({"protest"})
PROTESTING = frozenset({"at", "against", "over", "of"})
AVENGING = frozenset({"avenge", "retaliate", "protest", "commemorate", "mourn"})
#: what crowds hold on account of a deed: "nine were killed in *protests* over **the death** of a boy"
CROWDS = frozenset("protest demonstration riot unrest march rally strike disturbance".split())
#: what leads to what a crowd did at the time
MEANWHILE = frozenset({"as", "while"})
#: verbs whose subject suffers, which an act before them may bring: "shot him and he *died*"
DYING = word_class("dying")
HARMFUL = word_class("violent") | word_class("attacks") | word_class("harm")


def parted(doc: Doc, drafts: Sequence[Draft]) -> dict[int, set[int]]:
    """Indices of drafts that each draft is told apart from, both ways."""
    out: dict[int, set[int]] = {}
    told = _pairs(doc, drafts, lambda token: (*_earlier(token), *_answered(token), *_protested(token)))
    for one, two in (*told, *_undone(doc, drafts), *_gapped(drafts), *_after_dated(doc, drafts)):
        out.setdefault(one, set()).add(two)
        out.setdefault(two, set()).add(one)
    return out


def told_beside(doc: Doc) -> list[tuple[frozenset[int], bool]]:
    """(words of a phrase or clause that tells what something came days after, answers or remembers, whether it was elsewhere).

    What goes on "since" something may go on where that was.
    """
    told = ((t, token.lower_ != "since") for token in doc for t in (*_earlier(token), *_answered(token)))
    apart = [*told, *((t, False) for t in doc if _is_meanwhile(t)), *((t, True) for t in doc if _had_been_done(t))]
    return [(frozenset(t.i for t in lead.subtree), elsewhere) for lead, elsewhere in apart]


def _had_been_done(clause: Token) -> bool:
    """Whether a clause tells what somebody had done before: "was shot by a man *who had* **killed** three in *Lesk*"."""
    before = clause.dep_ == "relcl" and any(c.dep_ == "aux" and c.lower_ == "had" for c in clause.children)
    return (before and clause.lemma_.lower() in HARMFUL) or _is_long_ago(clause)


def _is_long_ago(clause: Token) -> bool:
    """Whether a clause on the subject tells its own month or year: "the army, *which* **seized** *power last month*, shot"."""
    if clause.dep_ != "relcl" or clause.head.dep_ not in {"nsubj", "nsubjpass"} or clause.head.i > clause.i:
        return False
    times = (t for c in clause.children for t in ([c] if c.dep_ == "npadvmod" else c.children))
    return any(_is_long(t) for t in times if t.ent_type_ == "DATE")


def _is_long(time: Token) -> bool:
    """Whether a time is a month, a year or more, and no day: "last *month*", "in *May*"."""
    day = any(c.like_num and len(c.text) <= len("31") for c in time.children)
    return not day and (time.lemma_.lower() in PERIODS or time.lower_ in MONTHS or bool(YEAR.fullmatch(time.text)))


def _is_meanwhile(clause: Token) -> bool:
    """Whether a clause tells what a crowd did at the time: "shot two in Lesk *as* **thousands** *marched* in Oru"."""
    if clause.dep_ != "advcl" or not any(c.lower_ in MEANWHILE and c.dep_ == "mark" for c in clause.children):
        return False
    others = any(c.dep_ == "nsubj" and c.pos_ != "PRON" for c in clause.children)
    return others and clause.lemma_.lower() in CROWDING


def aside(doc: Doc, drafts: Sequence[Draft]) -> set[int]:
    """Indices of the drafts that a sentence only measures from or remembers, or a crowd is angry about.

    "*A day after* gunmen **shot** a guard", "two died in *protests over* the **killing** of a boy".
    """
    return {inside for inside, _ in _pairs(doc, drafts, lambda token: (*_earlier(token), *_protested(token)))}


def answered(doc: Doc, drafts: Sequence[Draft]) -> dict[int, set[int]]:
    """Indices of the drafts that answer each draft: the strikes "in retaliation for **an attack**"."""
    out: dict[int, set[int]] = {}
    for cause, answer in _pairs(doc, drafts, lambda token: _answered(token) if token.head.lower_ in LEADING else ()):
        out.setdefault(cause, set()).add(answer)
    return out


def _gapped(drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """(a clause that leaves out its verb, the clause that has it, or another of these): each was elsewhere."""
    for n, draft in enumerate(drafts):
        if draft.rule == RULE:
            before = [m for m in range(n) if drafts[m].action == draft.action]
            first = next((m for m in reversed(before) if drafts[m].rule != RULE), n)
            yield from ((m, n) for m in before if m >= first)


def _undone(doc: Doc, drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """(harm, an act that came only after it and so did not do it): "the army attacked *after* a judge was **killed**"."""
    done = DEATHS | KIDNAPPINGS  # "the *raids* began after the **kidnapping**"
    for number, harm in enumerate(drafts):
        link = next((t for t in (doc[harm.head], *doc[harm.head].ancestors) if _is_after(t)), None)
        if harm.action not in done or link is None:
            continue
        sentence = range(link.sent.start, link.sent.end)
        acts = (n for n, d in enumerate(drafts) if d.head in sentence and d.action not in done)
        yield from ((number, n) for n in acts if doc[drafts[n].head] not in (link, *link.subtree))


def _after_dated(doc: Doc, drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """(a deed with its own day, another done after it): "*following last night's* **attack** on X, a bomb was **thrown**"."""
    for number, deed in enumerate(drafts):
        noun = doc[deed.head]
        owners = (c for c in noun.children if c.dep_ == "poss" and c.ent_type_ in {"DATE", "TIME"})
        if noun.dep_ == "pobj" and noun.head.lower_ in ORDER - {"before"} and next(owners, None) is not None:
            behind = set(noun.head.subtree)
            acts = (n for n, d in enumerate(drafts) if doc[d.head].sent == noun.sent and doc[d.head] not in behind)
            yield from ((number, n) for n in acts if not set(deed.targets) & set(drafts[n].targets))


def _is_after(token: Token) -> bool:
    """Whether a phrase or a clause tells what something came after."""
    behind = token.dep_ == "prep" and token.lower_ == "after"
    return behind or (token.dep_ == "advcl" and any(c.lower_ == "after" for c in token.children))


def _pairs(doc: Doc, drafts: Sequence[Draft], leading: Callable[[Token], Iterable[Token]]) -> Iterator[tuple[int, int]]:
    """(a draft inside what a word leads to, a draft of the sentence outside of it)."""
    heads = {draft.head: n for n, draft in enumerate(drafts)}
    for token in doc:
        for other in leading(token):
            inside = {heads[t.i] for t in other.subtree if t.i in heads}
            sentence = range(token.sent.start, token.sent.end)
            rest = {n for i, n in heads.items() if i in sentence and doc[i].lemma_.lower() not in DYING} - inside
            yield from ((one, two) for one in inside for two in rest)


def _earlier(token: Token) -> Iterator[Token]:
    """What something came days after or before, is measured from or remembers."""
    lower = token.lower_
    if lower == "since" or (lower in ORDER and _is_measured(token)):
        yield from ([token.head] if token.dep_ == "mark" else _inside(token))
    elif lower in REMEMBERS or (lower in DAYS and token.dep_ == "pobj" and token.head.lower_ == "on"):
        yield from (t for link in token.children if link.lower_ == "of" for t in _inside(link))


def _answered(token: Token) -> Iterator[Token]:
    """What something answers or avenges."""
    if token.lower_ in ANSWERS:
        yield from (t for link in token.children if link.lower_ in ANSWERING for t in _inside(link))
    elif token.lower_ in PROTESTS and token.dep_ == "pobj" and token.head.lower_ == "in":
        links = (*token.children, *token.doc[token.i + 1 : token.i + 2])  # "at", which may hang on the verb
        yield from (t for link in dict.fromkeys(links) if link.lower_ in PROTESTING for t in _inside(link))
    elif token.lemma_.lower() in ANSWERS and token.dep_ == "dobj" and token.head.lemma_.lower() in PROVOKING:
        yield token  # "blew up a shrine, sparking *reprisals*"
    elif token.lemma_.lower() in FOLLOWING and token.pos_ == "VERB":
        yield from (
            t for t in token.children if t.dep_ == "dobj"
        )  # "the *killings* followed **an attack** on a church"
    elif token.lemma_.lower() in AVENGING and token.pos_ == "VERB":
        yield from (t for t in token.children if t.dep_ == "dobj")


def _protested(crowd: Token) -> Iterator[Token]:
    """What a crowd is angry about: "nine were killed in **protests** over *the death* of a boy"."""
    if crowd.lemma_.lower() in CROWDS and crowd.pos_ == "NOUN":
        links = [*crowd.children, *(crowd.head.head.children if crowd.dep_ == "pobj" else ())]
        yield from (t for link in links if link.lower_ in OBJECTED and link.i > crowd.i for t in _inside(link))


def _is_measured(link: Token) -> bool:
    """Whether a time stands before "after" or "before": "*two days* after gunmen shot a guard", "*soon* after the attack"."""
    before = link.nbor(-1) if link.i > link.sent.start else None
    named = before is not None and any(c.pos_ == "PROPN" for c in before.children)  # "on *Friday night* after a swim"
    lengths = SHORT if link.lower_ == "after" else LENGTHS  # "called minutes *before* each explosion"
    return before is not None and before.lemma_.lower() in lengths and not named


def _inside(link: Token) -> list[Token]:
    return [t for t in link.children if t.dep_ in {"pobj", "pcomp"}]
