"""Dealings that are no politics: between firms, and of players and clubs."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extraction.drafts import Draft
from kg.extraction.sports import sport_word
from kg.extraction.words import Words
from kg.ontology.word_classes import word_class

#: types of acts that firms and clubs do among themselves too
DEALINGS = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "REJECT", "THREATEN", "REQUEST", "ACCUSE", "CONCEDE"})
#: what sides of countries do in matches too: "*Norland* meet *Sudland* in the final"
MEETINGS = frozenset({"Meeting", "Visit", "Hosting"})
MATCHES = word_class("matches")


def private(draft: Draft, words: Words) -> str:
    """Why a dealing is no one's politics; empty if it may be: "*the striker* rejected the offer", "*two firms* agreed"."""
    sides = [words.doc[i] for i in (*draft.agents, *draft.targets)]
    played = next((t.text for t in words.doc[draft.head].sent if t.lemma_.lower() in MATCHES), "")
    if draft.action in MEETINGS and played and sides and all(_is_country(t, words) for t in sides):
        return f'"{played}" tells of a game'
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
