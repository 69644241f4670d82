"""Dealings that are no politics: between firms, of players and clubs, of people among themselves."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.extraction.sports import sport_word
from kg.extraction.words import Words
from kg.ontology.word_classes import word_class

#: types of acts that firms and clubs do among themselves too
DEALINGS = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "REJECT", "THREATEN", "REQUEST", "ACCUSE", "CONCEDE"})
#: acts of other types that firms, clubs and artists do too
PRIVATE_TOO = frozenset({"Cancellation", "EconomicAid", "HaltNegotiations", "ReducedRelations", "Resignation"})
#: roles of those who deal with one another in private life
TRADES = frozenset({"BUS", "MED", "EDU", "LAB", "CVL", "HLT", "LGL"})
#: roles in whose name many ask for something or refuse it, as public life knows them
MANY = frozenset({"CVL", "LAB", "EDU", "HLT", "LGL"})
ASKING = frozenset({"REQUEST", "REJECT", "THREATEN", "CONCEDE"})
MARKETS = word_class("markets")
#: classes of nouns for what is of public life without a role there
PUBLIC = frozenset({"armed", "rebel", "state", "authority", "police", "organisation"})
#: classes of what takes place, which tells of public life where nobody is named
HAPPENINGS = frozenset({"meeting", "incident"})
#: what sides of countries do in matches too: "*Norland* meet *Sudland* in the final"
MEETINGS = frozenset({"Meeting", "Visit", "Hosting"})
MATCHES = word_class("matches")


def private(draft: Draft, words: Words) -> str:
    """Why a dealing is no one's politics; empty if it may be: "*the striker* rejected the offer", "*two firms* agreed"."""
    sides = [words.doc[i] for i in (*draft.agents, *draft.targets)]
    played = next((t.text for t in words.doc[draft.head].sent if t.lemma_.lower() in MATCHES), "")
    if draft.action in MEETINGS and played and sides and all(_is_country(t, words) for t in sides):
        return f'"{played}" tells of a game'
    if not any(_is_public(t, draft, words) for t in _scope(draft, sides, words)):
        return "nobody in it is in public life"
    if not draft.agents or any(words.name(t) is not None or words.is_toponym(t) for t in sides):
        return ""
    if all(_is_trade(words.doc[i], words) for i in draft.agents):
        others = (t for t in words.doc[draft.head].subtree if words.name(t) or words.role(t))
        return "it is between firms" if all(_is_trade(t, words) for t in others) else ""
    if any(words.role(t) for t in sides if not sport_word([t], words)):
        return ""
    game = sport_word(words.doc[draft.head].sent, words)
    return f'"{game}" tells of a game' if game else ""


def _is_country(token: Token, words: Words) -> bool:
    entry = words.entry(token)
    return entry is not None and entry.kind == "Country"


def _is_trade(token: Token, words: Words) -> bool:
    role = words.role(token)
    return role is not None and role.code == "BUS"


def _scope(draft: Draft, sides: list[Token], words: Words) -> Iterable[Token]:
    """The words among which those in public life would stand: the clause, the text where a pronoun or "the two sides" do."""
    if not sides or any(t.pos_ in {"PRON", "DET", "NUM"} or t.lemma_.lower() == "side" for t in sides):
        return words.doc
    return {t for part in (words.doc[draft.head], *sides) for t in part.subtree}


def _is_public(token: Token, draft: Draft, words: Words) -> bool:
    """Whether a word stands for a land, a known or unknown name, an authority, a force, a party, a crowd."""
    if words.name(token) is not None or words.is_toponym(token):
        return True
    role = words.role(token)
    if role is not None and role.code == "GOV" and any(_is_trade(c, words) for c in token.children):
        return False  # "*the company's* chief executive"
    if role is not None:
        asking = words.ontology.actions[draft.action].plover in ASKING and token.tag_ in {"NNS", "NNPS"}
        return role.code not in TRADES or (asking and role.code in MANY)
    day = token.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT"}
    if (token.pos_ == "PROPN" and not day) or token.ent_type_ in {"ORG", "PERSON", "GPE", "NORP"}:
        return not any(t.lemma_.lower() in MARKETS for t in token.sent)
    alone = not draft.agents and not draft.targets
    return words.tells_violence(token) or bool(words.classes(token) & (PUBLIC | HAPPENINGS if alone else PUBLIC))
