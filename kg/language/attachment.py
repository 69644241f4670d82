"""Phrases that the parser hangs on the wrong word, hung where the grammar of their verb wants them.

"Residents accused **soldiers** *of looting shops*" hangs the charge on the soldiers, or takes "looting shops" for a noun
phrase; "blamed the attack *on rebels*" hangs the rebels on the attack; "fighters and *allied* militias" makes a verb of
the participle; the middle of a list passes for an apposition, a year for a number of people, "*two* of his guards"
behind "killed him and" for a second verb, and a clause before a semicolon for what the next one says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.language.broken_clauses import mend_clause
from kg.language.broken_phrases import mend
from kg.language.broken_relatives import mend_relative
from kg.language.doers import doer_to_deed
from kg.language.grammar import MONTHS, OBJECTS
from kg.language.headlines import to_sentence
from kg.language.lists import joined_to, tells_again
from kg.language.misread import misread
from kg.language.mixed_readings import unmix
from kg.language.name_lists import (
    MISPLACED,
    callings_to_one,
    name_to_list,
    named_to_list,
    names_to_people,
    people_to_first,
)
from kg.language.reduced import reduce
from kg.language.stray_phrases import stray
from kg.language.tellers import relative_to_deed, speaker_to_charge, teller_to_saying
from kg.language.tree import child, children, hang
from kg.language.wire_order import reorder

ATTACHMENT = "attachment"
YEAR = re.compile(r"(?:19|20)\d\d")
#: verbs and the preposition of what somebody is said to have done, or is not to do
CHARGES = {
    **dict.fromkeys("accuse suspect convict acquit clear exonerate absolve".split(), "of"),
    **dict.fromkeys("blame condemn criticise criticize denounce indict".split(), "for"),
    **dict.fromkeys("arrest detain jail imprison prosecute sentence".split(), "for"),
    "charge": "with",
    **dict.fromkeys(("warn", "caution"), "against"),
}
#: participles of what somebody looks like
GUISES = frozenset({"dress", "disguise", "clothe", "clad", "pose", "masquerade"})
#: participles before a noun that pass for the second verb of a sentence
SIDING = frozenset({"allied", "affiliated", "aligned"})


@Language.component(ATTACHMENT)
def reattach(doc: Doc) -> Doc:
    """Hang charges on the verb that brings them, participles on their noun, and mend broken noun phrases."""
    mend(doc)
    for token in doc:
        reorder(token)
    for token in doc:
        stray(token)
        mend_clause(token)
        mend_relative(token)
        unmix(token)
        reduce(token)
        if token.is_lower and token.dep_ in {"conj", "compound", "nmod"}:
            callings_to_one(token)
        if token.lower_ in SIDING and token.dep_ == "conj":
            _participle_to_modifier(token)
        elif token.dep_ == "appos" and token.pos_ == "PROPN":
            name_to_list(token)
        elif token.pos_ == "NOUN" and (first := joined_to(token)) is not None:
            hang(token, first, "conj")
        elif token.dep_ == "appos" and token.pos_ == "NOUN":
            named_to_list(token)
        elif token.dep_ == "conj" and token.pos_ == "NOUN" and tells_again(token):
            hang(token, token.head, "appos")
        elif token.dep_ == "conj" and token.pos_ == "NUM" and token.head.pos_ == "VERB":
            _number_to_second_object(token)
        elif token.dep_ == "conj" and token.pos_ == "NOUN" and token.head.pos_ == "VERB":
            _noun_to_second_object(token)
        elif token.dep_ == "conj" and token.tag_ in {"NNS", "NNP"}:
            people_to_first(token)
        elif token.dep_ == "ccomp" and token.i < token.head.i:
            _part_at_semicolon(token)
            _part_before_nobody(token, token.head)
        elif token.dep_ in {"advcl", "pcomp"} and token.tag_ == "VBD":
            _verb_to_wearer(token)
        elif token.dep_ == "nummod" and YEAR.fullmatch(token.text):
            _year_to_time(token)
        elif token.dep_ in MISPLACED and token.pos_ == "PROPN":
            names_to_people(token)
        else:
            misread(token)
        to_sentence(token)
    for verb in doc:
        speaker_to_charge(verb)
        relative_to_deed(verb)
        teller_to_saying(verb)
        doer_to_deed(verb)
        if (preposition := CHARGES.get(verb.lemma_.lower())) and verb.pos_ == "VERB":
            for found in _charges(verb, preposition):
                _charge_to_verb(found, verb)
    return doc


def _number_to_second_object(number: Token) -> None:
    """Make a number of others a second object: "killing *him* and **two** of his guards"."""
    verb = number.head
    objects = [t for t in children(verb, *OBJECTS) if t.i < number.i]
    joined = [c for c in children(verb, "cc") if c.i == number.left_edge.i - 1]
    if not objects or not joined or not any(c.lower_ == "of" for c in children(number, "prep")):
        return
    hang(number, objects[-1], "conj")
    hang(joined[0], objects[-1], "cc")


def _noun_to_second_object(noun: Token) -> None:
    """Make a second object of what passes for a second verb: "stormed the hall and shot *the mayor* and **two clerks**"."""
    verbs = [noun.head, *(c for c in children(noun.head, "conj") if c.pos_ == "VERB" and c.i < noun.i)]
    objects = [t for t in children(verbs[-1], "dobj") if t.i < noun.i]
    joined = [c for v in verbs for c in children(v, "cc") if c.i == noun.left_edge.i - 1]
    if not objects or not joined or any(c.dep_ in {"nsubj", "aux", "cop"} for c in noun.children):
        return
    hang(noun, objects[-1], "conj")
    hang(joined[0], objects[-1], "cc")


def _part_at_semicolon(verb: Token) -> None:
    """Make no content of what a semicolon parts from a verb of saying: "Gunmen **kill** a judge; the front denies it"."""
    if any(t.text == ";" for t in verb.doc[verb.i + 1 : verb.head.i]):
        verb.dep_ = "parataxis"


def _part_before_nobody(verb: Token, last: Token) -> None:
    """Make no content of a deed behind which a comma tells that it harmed nobody: "A bomb **exploded**, *no one hurt*"."""
    who = child(last, "nsubj") or child(last, "nsubjpass")
    if who is None or not verb.i < who.left_edge.i < last.i or verb.doc[who.left_edge.i - 1].text != ",":
        return
    nobody = who.lower_ in {"nobody", "none"} or any(c.dep_ == "det" and c.lower_ == "no" for c in who.children)
    if nobody and (who.dep_ == "nsubjpass" or last.lower_ in {"hurt", "injured", "wounded", "killed", "harmed"}):
        verb.dep_ = "parataxis"


def _verb_to_wearer(verb: Token) -> None:
    """Give "Gunmen dressed *as policemen* attacked a bank" its subject, where the parser reads "as policemen attacked"."""
    link, worn = (verb.head if verb.dep_ == "pcomp" else child(verb, "mark")), child(verb, "nsubj")
    guise = verb.head.head if verb.dep_ == "pcomp" else verb.head
    who = guise.head
    if link is None or worn is None or link.lower_ != "as" or guise.lemma_.lower() not in GUISES:
        return
    if guise.dep_ != "acl" or who.dep_ != "ROOT" or not guise.i < link.i < worn.i < verb.i:
        return
    behind = [t for t in (*who.children, *guise.children) if t.i > verb.i]
    hang(verb, verb, "ROOT")
    hang(who, verb, "nsubj")
    hang(link, guise, "prep")
    hang(worn, link, "pobj")
    for word in behind:
        hang(word, verb, word.dep_)


def _year_to_time(year: Token) -> None:
    """Take a number behind "In" for a year and for nobody's number: "In *2012* soldiers toppled the president"."""
    before = year.doc[year.i - 1] if year.i else year
    if before.lower_ == "in" and before.is_sent_start and not list(before.children) and year.head.i == year.i + 1:
        hang(year, before, "pobj")
    elif before.lower_ in MONTHS and before.dep_ == "pobj" and before.head.lower_ == "in":
        hang(year, before, "nummod")  # "In June *1976* police opened fire"


def _participle_to_modifier(participle: Token) -> None:
    """Make "fighters and *allied* militias" two nouns: the participle describes its object, which goes on the noun before."""
    noun, verb = child(participle, "dobj"), participle.head
    before = next(iter(children(verb, *OBJECTS)), None)
    plain = noun is not None and noun.left_edge.i == participle.i + 1 and not children(noun, "det", "poss")
    if noun is None or before is None or not plain or before.i > participle.i:
        return
    joined = [c for c in verb.children if c.dep_ == "cc" and before.i < c.i < participle.i]
    hang(noun, before, "conj")
    hang(participle, noun, "amod")
    for word in joined:
        hang(word, before, "cc")


def _charges(verb: Token, preposition: str) -> Iterator[Token]:
    """The prepositions of charges on a verb and behind its objects: those before a gerund."""
    for token in children(verb, "prep"):
        if token.lower_ == preposition and token.i + 1 < len(verb.doc) and _passes_for_modifier(token):
            yield token
    for noun in children(verb, *OBJECTS):
        for token in noun.subtree:
            if token.lower_ == preposition and token.dep_ == "prep" and token.i + 1 < len(verb.doc):
                after = token.doc[token.i + 1]
                if after.tag_ == "VBG" and token.i > noun.i and not _is_name(after):
                    yield token


def _passes_for_modifier(preposition: Token) -> bool:
    """Whether a gerund behind a preposition is read as a word before its object: "accused of *killing* civilians"."""
    gerund = preposition.doc[preposition.i + 1]
    before = gerund.tag_ == "VBG" and gerund.dep_ in {"compound", "amod"} and gerund.head.head == preposition
    return before and not _is_name(gerund)


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() or bool(token.ent_type_)


def _charge_to_verb(preposition: Token, verb: Token) -> None:
    """Hang a charge on its verb, its gerund on the preposition, what passes for the gerund's noun on the gerund."""
    gerund = preposition.doc[preposition.i + 1]
    if gerund.dep_ in {"compound", "amod"} and gerund.head.head == preposition:
        noun = gerund.head
        _as_verb(gerund, noun, preposition, "pcomp")
        for other in children(noun, "conj"):
            first = other.left_edge
            if first.tag_ == "VBG" and first.head == other and first.dep_ in {"compound", "amod"}:
                _as_verb(first, other, gerund, "conj")
                for word in children(noun, "cc"):
                    hang(word, gerund, "cc")
    hang(preposition, verb, "prep")


def _as_verb(gerund: Token, noun: Token, head: Token, label: str) -> None:
    hang(gerund, head, label)
    hang(noun, gerund, "dobj")
