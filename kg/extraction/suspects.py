"""Those named as the doers of a deed, where what names them is told as true or alleged: not "was *not* charged with it"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.blame import Blame, blamed
from kg.extraction.participants import may_act
from kg.extraction.qualifiers import qualify
from kg.extraction.words import Words
from kg.language.tree import child, children, first_conjunct, partitive, prepositional
from kg.ontology.word_classes import word_class

#: statuses of the word that names them by which they are not named at all
UNTOLD = frozenset({"negated", "denied", "failed", "hypothetical"})
#: words that say of nobody in particular that he did it: "the *people* involved in the attack"
ANYBODY = frozenset("person people individual other all suspect party those that one".split())
#: verbs by which somebody is only guessed to have done a deed
PERHAPS = frozenset({"may", "might", "could"})
#: words before what there is not: "*little* evidence"
LACKING = frozenset({"no", "little", "insufficient"})
#: what befalls somebody who is caught up in a deed
CAUGHT_UP = word_class("caught-up")
#: tokens from a deed to the participle that tells who did it
REACH = 25


def suspects(deed: Token, words: Words) -> tuple[list[Token], Token | None]:
    """(the heads of the phrases for those who did a deed, the word by which they are only suspected of it)."""
    blame = blamed(_charge(deed), words.ontology.qualifiers["blame"])
    if (
        not blame.doers and deed.dep_ == "conj" and first_conjunct(deed).pos_ == "NOUN"
    ):  # "charged with arson and *murder*"
        blame = blamed(first_conjunct(deed), words.ontology.qualifiers["blame"])
    blame = blame if blame.doers else Blame(tuple(_told_behind(deed, words)))
    doers = [t for t in blame.doers if _can_have_done(t, blame, words)]
    if not doers or blame.word is None:
        return doers, None
    status = _status(blame.word, words)
    if status in UNTOLD or _is_of_nothing(blame.word):
        return [], None
    return doers, blame.word if blame.alleged or status != "asserted" else None


def suspicion_of(deed: Token, agents: list[Token], words: Words) -> Token | None:
    """The word by which those who are told to do a deed are only suspected of it: "*arrested* for **bombing** a church"."""
    blame = blamed(_charge(deed), words.ontology.qualifiers["blame"])
    return blame.word if blame.alleged and set(blame.doers) & set(agents) else None


def _charge(deed: Token) -> Token:
    """The gerund that a charge names a deed by: "wanted for *carrying out* **the attack**", "for killing two and **burning**"."""
    verb = deed.head if deed.dep_ == "dobj" and deed.head.tag_ == "VBG" else deed
    verb = first_conjunct(verb)
    return verb if verb.dep_ == "pcomp" else deed


def _status(word: Token, words: Words) -> str:
    """The status of a word that names a doer; what only may be is a suspicion: "rebels *may* be **responsible**"."""
    sign = qualify(word, words.ontology.qualifiers)
    verb = word if word.pos_ in {"VERB", "AUX"} else word.head
    guessed = verb.lemma_ == "be" or (word.lemma_.lower() == "involve" and word.tag_ == "VBN")
    perhaps = sign.cue is not None and sign.cue.lower_ in PERHAPS and sign.cue.head == verb
    return "alleged" if sign.status == "hypothetical" and guessed and perhaps else sign.status


def told(word: Token, words: Words) -> bool:
    """Whether a word that names a doer is told as true or alleged."""
    return qualify(word, words.ontology.qualifiers).status not in UNTOLD and not _is_of_nothing(word)


def _is_of_nothing(word: Token) -> bool:
    """Whether there is nothing that names anybody: "*no evidence* linking X to it", "*nothing* to link X to it"."""
    noun = word.head if word.dep_ in {"acl", "relcl"} else child(word, "nsubj")
    return noun is not None and (noun.lower_ == "nothing" or any(c.lower_ in LACKING for c in noun.children))


def _told_behind(deed: Token, words: Words) -> list[Token]:
    """Who did it, by a participle behind whom it was done to: "the **murder** of a judge, *committed* by *rebels*"."""
    if deed.pos_ != "NOUN":
        return []
    for word in deed.doc[deed.i + 1 : min(deed.i + REACH, deed.sent.end)]:
        if word.tag_ == "VBN" and word.dep_ in {"acl", "advcl"} and _is_done(word, words):
            own = any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass", "mark"} for c in word.children)
            return [] if own else [t for name, t in prepositional(word) if name == "by"]
        if words.tells_violence(word) or word.tag_ in {"VBD", "VBP", "VBZ", "MD"}:
            return []
    return []


def done_by(word: Token, words: Words) -> list[Token]:
    """Who did what a pronoun stands for: "**it** was carried out by *rebels*"."""
    verb = word.head
    passive = word.dep_ == "nsubjpass" and verb.pos_ == "VERB" and _is_done(verb, words)
    return [t for name, t in prepositional(verb) if name == "by"] if passive else []


def _is_done(verb: Token, words: Words) -> bool:
    particle = next((f" {c.lower_}" for c in verb.children if c.dep_ == "prt"), "")
    return verb.lemma_.lower() + particle in words.ontology.qualifiers["blame"]["done"]


def _can_have_done(token: Token, blame: Blame, words: Words) -> bool:
    named = token.pos_ in {"PROPN", "PRON"} or (token.is_title and not token.is_sent_start)
    if blame.word is not None and blame.word.lemma_.lower() == "involve" and _suffers(token):
        return False
    part = partitive(token)
    acting = words.can_act(token) or (part is not None and words.can_act(part))
    if not named and not acting and not (blame.people and may_act(token, words)):
        return False
    return token.lemma_.lower() not in ANYBODY or not _only_told_by(token, blame)


def _suffers(token: Token) -> bool:
    """Whether somebody is told to be harmed: "two *civilians* involved in the shooting were hurt" did not shoot."""
    return token.dep_ == "nsubjpass" and token.head.lemma_.lower() in CAUGHT_UP


def _only_told_by(token: Token, blame: Blame) -> bool:
    """Whether nothing is told of people but that they did it: "the *people* responsible", not "two *men* arrested"."""
    beside = blame.word is not None and token in (blame.word, blame.word.head)
    counted = children(token, "nummod") or any(c.lower_ in {"a", "an"} for c in children(token, "det"))
    return beside and not counted
