"""Words that the parser takes for others: a land for a second subject, a deed for a word before a noun, and the reverse."""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.grammar import AUXILIARIES, OBJECTS
from kg.language.second_verbs import (
    DOING,
    charged_to_passive,
    conjunct_to_subject,
    deed_to_seen_deed,
    modifier_to_gerund,
    noun_to_deed,
)
from kg.language.tree import child, children, hang
from kg.ontology.word_classes import word_class

#: what those who are seized are made
CAPTIVE = frozenset({"hostage", "captive", "prisoner"})
#: nouns behind which "that" tells what they hold
REPORTS = word_class("reports")
#: words for a share of those told before
SHARES = frozenset(
    "most many some several half all both none few one two three four five six seven eight nine ten".split()
)
PAST = frozenset({"VBD", "VBZ", "VBP"})
#: verbs that have no object
DYING = word_class("dying")
#: verbs of what one sees done
SEEING = word_class("seeing")
#: who is called by an age, and where somebody stands in a sentence
AGED, HELD = {"old": "NN", "olds": "NNS"}, OBJECTS | {"nsubj", "nsubjpass", "pobj", "conj", "appos"}
#: what somebody is given to do something in
PERIODS = frozenset({"hour", "day", "week", "month", "minute"})
#: verbs that go with "over"
GIVING_UP = frozenset({"hand", "turn", "take", "sign"})
#: verbs of taking people somewhere
TAKING_AWAY = frozenset("spirit whisk drag carry lead haul march bundle cart herd drive chase send".split())


def misread(token: Token) -> None:
    """Hang one word where it belongs, if it is one of those."""
    if (
        token.dep_ in {"compound", "nmod"}
        and token.lower_ in REPORTS
        and token.nbor(-1 if token.i else 0).lower_ == "a"
    ):
        _charge_to_object(token)
    elif token.dep_ in {"nsubj", "nsubjpass", "dobj"} and token.lower_ in SHARES:
        _share_to_whole(token)
    elif token.dep_ == "nsubj" and token.ent_type_ == "GPE":
        _land_to_town(token)
    elif token.dep_ == "conj" and token.lower_ in CAPTIVE:
        _captive_to_people(token)
    elif token.dep_ == "conj" and token.head.lemma_.lower() in SEEING:
        deed_to_seen_deed(token)
    elif token.dep_ == "ccomp" and token.i > token.head.i:
        _clause_to_report(token)
    elif token.dep_ == "dobj" and token.head.lemma_ in DYING and token.doc[token.left_edge.i - 1].is_punct:
        hang(token, token.head, "appos")
    elif token.dep_ == "compound" and token.lower_ in DOING:
        modifier_to_gerund(token)
    elif token.dep_ == "conj" and token.lower_ in DOING and token.pos_ == "NOUN":
        noun_to_deed(token)
    elif token.dep_ == "conj" and (token.tag_ in PAST or children(token, *AUXILIARIES)):
        conjunct_to_subject(token)
        charged_to_passive(token)
    elif token.dep_ == "advcl" and token.tag_ == "VBG":
        _gerund_to_saying(token)
    elif token.dep_ == "xcomp" and token.lower_ == "passing":
        _passing_to_modifier(token)
    elif token.dep_ == "npadvmod" and token.head.lemma_ == "give" and token.lemma_ in PERIODS:
        _term_to_object(token)
    elif token.dep_ == "npadvmod" and token.head.lower_ == "away" and token.tag_ in {"NNS", "NN"}:
        _taken_to_object(token)
    elif token.dep_ == "acl" and token.tag_ == "VBG" and token.lower_ in DOING and token.head.i == token.i - 1:
        _gerund_to_noun(token)
    elif token.dep_ == "acl" and token.tag_ == "VBN" and token.head.lemma_ == "stand" and token.head.pos_ == "VERB":
        token.dep_ = "oprd"  # "stands *accused* of it"
    elif token.dep_ == "quantmod" and token.lower_ == "over" and token.i:
        _over_to_particle(token)
    elif token.dep_ in {"nsubj", "nsubjpass"} and token.tag_ == "VBG" and _is_noun(token):
        token.pos_, token.tag_, token.lemma_ = "NOUN", "NN", token.lower_  # "Russian *shelling* killed two"
    elif token.lower_ == "offensive" and token.pos_ == "ADJ" and token.dep_ in OBJECTS | {"nsubj", "pobj"}:
        token.pos_, token.tag_ = "NOUN", "NN"
    elif token.lower_ in AGED and token.dep_ in HELD and any(c.lemma_ == "year" for c in token.lefts):
        token.pos_, token.tag_, token.lemma_ = "NOUN", AGED[token.lower_], "person"  # "killed a *4-year-old*"
    elif token.text == "May" and token.tag_ == "MD" and token.i and token.nbor(-1).like_num:
        _modal_to_month(token)
    elif token.lower_ == "bases" and token.pos_ == "NOUN":
        token.lemma_ = "base"  # and no "basis"
    elif token.dep_ in {"prep", "npadvmod"} and token.head.dep_ == "ccomp" and token.i == token.head.head.i + 1:
        _day_to_saying(token)


def _is_noun(gerund: Token) -> bool:
    """Whether a gerund has what a noun has: "*Russian* **shelling**", "**shelling** *of* Lesk"."""
    return bool(children(gerund, "amod", "compound")) or any(c.lower_ == "of" for c in children(gerund, "prep"))


def _gerund_to_noun(gerund: Token) -> None:
    """Make a noun of a deed behind the name of who did it: "rebel **shelling** *of* Lesk wounded two"."""
    doer = gerund.head
    if doer.head == doer or not any(c.lower_ == "of" and c.i == gerund.i + 1 for c in children(gerund, "prep")):
        return
    hang(gerund, doer.head, doer.dep_)
    hang(doer, gerund, "compound")
    gerund.pos_, gerund.tag_, gerund.lemma_ = "NOUN", "NN", gerund.lower_


def _taken_to_object(people: Token) -> None:
    """Hang who is taken away on the verb, and not on how far away: "spirited *21* **people** *away* by boat"."""
    away = people.head
    if away.head.lemma_ in TAKING_AWAY and people.ent_type_ not in {"QUANTITY", "TIME", "DATE"}:
        hang(people, away.head, "dobj")


def _modal_to_month(may: Token) -> None:
    """Take the month for no verb: "in the night of 8 to 9 **May** the army continued its attacks"."""
    day = may.nbor(-1)
    if day.head in (day, may):
        return
    hang(may, day.head, day.dep_)
    hang(day, may, "nummod")
    may.pos_, may.tag_, may.lemma_ = "PROPN", "NNP", "May"


def _day_to_saying(time: Token) -> None:
    """Hang a day on the verb of saying that it stands behind: "**said** *on Friday* she would meet the rebels"."""
    clause = time.head
    said = (time, *children(time, "pobj"))
    dated = clause.head.pos_ == "VERB" and any(t.ent_type_ in {"DATE", "TIME"} for t in said)
    if dated and any(c.i > time.i for c in children(clause, "nsubj", "nsubjpass")):
        hang(time, clause.head, time.dep_)


def _land_to_town(land: Token) -> None:
    """Hang a land on the town before it, and not on the verb as a second subject: "Clashes in Lesk, *Norland* killed two"."""
    town = land.doc[land.i - 2] if land.i > 1 and land.doc[land.i - 1].text == "," else None
    other = any(c.dep_ in {"nsubj", "nsubjpass"} and c.i < land.i for c in land.head.children)
    if town is not None and town.dep_ == "pobj" and town.pos_ == "PROPN" and other and not list(land.children):
        hang(land, town, "appos")


def _clause_to_report(verb: Token) -> None:
    """Hang a clause on the report that it is: "did not comment on the *allegation* that planes **bombed** a camp"."""
    that = verb.left_edge
    noun = that.doc[that.i - 1] if that.i else that
    if that.lower_ == "that" and that.head == verb and noun.lemma_.lower() in REPORTS and noun.dep_ in {"pobj", "dobj"}:
        hang(verb, noun, "acl")


def _charge_to_object(noun: Token) -> None:
    """Make what is denied of what passes for a word before a name: "accused *B* of it, a **charge** *B* denies"."""
    name, verb = noun.head, noun.head.head
    if name.pos_ != "PROPN" or name.dep_ != "nsubj" or noun.i != name.i - 1 or child(verb, "dobj") is not None:
        return
    hang(noun.nbor(-1), noun, "det")
    hang(noun, verb, "dobj")


def _share_to_whole(share: Token) -> None:
    """Hang a share of people on the people: "*ten*, **most** of them women, burned", "left *ten* dead, **two** of them"."""
    of = next((p for p in children(share, "prep") if p.lower_ == "of"), None)
    them = child(of, "pobj") if of is not None else None
    before = share.left_edge.i - 1
    alike = ("dobj",) if share.dep_ == "dobj" else ("nsubj", "nsubjpass")
    whole = next((c for c in children(share.head, *alike) if c.i < share.i), None)
    if whole is not None and them is not None and them.lower_ == "them" and share.doc[before].text == ",":
        hang(share, whole, "appos")


def _gerund_to_saying(verb: Token) -> None:
    """Hang what somebody says besides on his saying: "ten were killed, a group **said**, *blaming* the army"."""
    said = verb.doc[verb.i - 2] if verb.i > 1 and verb.nbor(-1).text == "," else verb
    content = any(c.dep_ == "ccomp" and c.i < said.i and c.is_ancestor(verb) for c in said.children)
    beside = said.dep_ == "parataxis" and said.head == verb.head
    if (content or beside) and said.pos_ == "VERB" and child(said, "nsubj") is not None:
        hang(verb, said, "advcl")


def _captive_to_people(state: Token) -> None:
    """Part those seized from what they are made: "took a priest and *twelve men* **hostage**"."""
    first, people = state.head, child(state, "compound")
    first = child(first, "dobj") or first if first.pos_ == "VERB" else first
    if people is None or first.dep_ not in OBJECTS or first.i > state.i:
        return
    for word in [c for c in state.children if c != people and c.i < people.i]:
        hang(word, people, word.dep_)
    hang(people, first, "conj")
    hang(state, first.head, "oprd")


def _passing_to_modifier(word: Token) -> None:
    """Make a word before a thing of what passes for a deed: "pelted *passing* **cars** with stones"."""
    verb, thing = word.head, child(word, "dobj")
    if thing is None or word.i != verb.i + 1 or thing.i != word.i + 1:
        return
    for phrase in children(word, "prep"):
        hang(phrase, verb, "prep")
    hang(thing, verb, "dobj")
    hang(word, thing, "amod")


def _term_to_object(period: Token) -> None:
    """Make of a time what is given, and of whom the parser takes for that who gets it: "**gave** *them* 48 hours to leave"."""
    verb = period.head
    who = child(verb, "dative") or child(verb, "dobj")
    told = any(c.tag_ == "VB" and c.i > period.i for c in (*period.children, *verb.children))
    if who is not None and who.i < period.i and told:
        hang(who, verb, "dative")
        hang(period, verb, "dobj")


def _over_to_particle(over: Token) -> None:
    """Make a part of the verb of what passes for "more than": "**handed** *over* 13 hostages"."""
    verb = over.nbor(-1)
    if verb.pos_ == "VERB" and verb.lemma_ in GIVING_UP and over.head.i == over.i + 1:
        hang(over, verb, "prt")
