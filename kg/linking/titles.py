"""Where a person's own name begins behind titles, trades and nationalities: "Msgr. *Oscar Venn*", "Frenchman *Luc Petit*"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.extraction.words import Words

#: titles without which their bearers are not known
REGNAL = frozenset(
    "king queen prince princess emperor empress pope sultan emir shah abu san santa saint lama u daw".split()
)
BEFORE = frozenset({"former", "ex", "then", "late", "fellow", "retired"})
#: titles, trades and nationalities that are given names too
GIVEN = frozenset({"german", "roman", "norman", "christian", "guy", "dean", "major", "roma"})
#: words of the longest title
LONGEST = 3


def own_name(name: Span, words: Words) -> Span:
    """The words of a name after the titles in front of it; the whole where there are none."""
    first = name.start
    while (behind := _behind_title(first, name.end, words)) > first:
        first = behind
    return name.doc[first : name.end]


def ranked(own: Span, first: int, words: Words) -> Span:
    """The words of a name with the military rank before it, which says whose man somebody is: "Judge *Colonel Venn*"."""
    start = own.start
    while start > first and _is_rank(own.doc[start - 1].lower_, words):
        start -= 1
    return own.doc[start : own.end]


def _is_rank(text: str, words: Words) -> bool:
    return any(words.ontology.nouns.titles.get(form) == "MIL" for form in (text, f"{text}."))


def _behind_title(first: int, end: int, words: Words) -> int:
    """The index after the title that begins at a token, the token itself if none does."""
    doc = words.doc
    for size in range(min(LONGEST, end - first - 1), 0, -1):
        if _is_title(doc[first : first + size], words):
            return first + size
    nation = first < end - 1 and _tells_nation(doc[first], words)
    titled = nation and first < end - 2 and _behind_title(first + 1, end, words) > first + 1
    return first + 1 if titled or (nation and _is_people(doc[first], words)) else first


def _is_title(span: Span, words: Words) -> bool:
    nouns = words.ontology.nouns
    text = span.text.lower()
    if text in REGNAL | GIVEN:
        return False
    if text in nouns.titles or text in BEFORE or f"{text}." in nouns.titles:
        return True
    return any(_is_trade(form, words) for form in (text, *_singulars(text)))


def _is_trade(text: str, words: Words) -> bool:
    """Whether words name what a person does or is: "newsman", "congressman", "citizen"."""
    role = words.ontology.nouns.roles.get(text)
    return (role is not None and role.person) or "person" in words.ontology.nouns.classes.get(text, ())


def _singulars(text: str) -> tuple[str, ...]:
    if text.endswith("men"):
        return (f"{text[:-3]}man",)
    return (text[:-1],) if text.endswith("s") and not text.endswith("ss") else ()


def _tells_nation(token: Token, words: Words) -> bool:
    entry = words.entry(token)
    return entry is not None and entry.kind == "Country" and token.lower_ not in GIVEN


def _is_people(token: Token, words: Words) -> bool:
    """Whether a word is one for somebody of a nation: "*Frenchman* Luc Petit"."""
    name = words.name(token)
    return name is not None and name.form in {"demonym", "adjective"}
