"""IRIs from content: the same input gives the same names, and no node is blank."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import quote

from kg.graph.vocabulary import BASE, PREFIXES
from kg.model import Actor, Event, Place, Span

_COMPACT = re.compile(r"(\w+):(?!//)(.*)", re.DOTALL)
_LEADING = re.compile(r"^(?:the|a|an|its|his|her|their|this|that|these|those|some|any)\s+", re.IGNORECASE)
_PRONOUNS = frozenset("i we you he she it they me us him her them this that these those who which one".split())
_SAFE = "-_~.!$'()*+"


def expand(compact: str) -> str:
    """Return the full IRI of ``actor:SYR-MIL``; a full IRI stays as it is.  Raise ValueError for an unknown prefix."""
    if re.match(r"https?://", compact):
        return quote(compact, safe=_SAFE + ":/?#[]@&,;=%")
    match = _COMPACT.fullmatch(compact)
    if not match or match[1] not in PREFIXES:
        raise ValueError(f"{compact!r} is no compact id: its prefix is none of {', '.join(PREFIXES)}")
    return PREFIXES[match[1]] + quote(match[2], safe=_SAFE + "/%")


def compact(iri: str) -> str:
    """Return ``prefix:local`` for an IRI in a known namespace, else the IRI itself."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and "#" not in iri[len(namespace) :]:
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def is_id(text: str) -> bool:
    """Whether ``expand`` can read it."""
    match = _COMPACT.fullmatch(text)
    return bool(re.match(r"https?://", text) or (match and match[1] in PREFIXES))


def in_namespace(prefix: str, identifier: str) -> str:
    """Return the IRI of an id that may carry its prefix already: ``event:x`` and ``x`` name the same."""
    return PREFIXES[prefix] + quote(identifier.removeprefix(prefix + ":"), safe=_SAFE)


def article(document: str) -> str:
    """Return the IRI of an article, which is also that of its named graph."""
    return BASE + "article/" + quote(document, safe=_SAFE)


def record_graph(document: str) -> str:
    """Return the IRI of the graph that keeps an article's record."""
    return article(document) + "/record"


def event(identifier: str) -> str:
    """Return the IRI of an event mention."""
    return in_namespace("event", identifier)


def incident(identifier: str) -> str:
    """Return the IRI of an incident."""
    return in_namespace("incident", identifier)


def evidence(document: str, start: int, end: int) -> str:
    """Return the IRI of a piece of an article's text (RFC 5147, as NIF uses it)."""
    return f"{article(document)}#char={start},{end}"


def digest(*parts: str) -> str:
    """Return 16 hex digits of SHA-256 over the parts."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def statement(subject: str, relation: str, target: str) -> str:
    """Return the IRI of the node that stands for a direct triple, the same in every article."""
    return PREFIXES["statement"] + digest(subject, relation, target)


def claim(document: str, content: Span, cue: Span | None) -> str:
    """Return the IRI of what one source says in one place of an article."""
    where = f"{content.start},{content.end}" + (f";{cue.start},{cue.end}" if cue else "")
    return PREFIXES["claim"] + digest(document, where)


def slug(words: str) -> str:
    """Return a readable ASCII name for words; without their leading determiner; a digest where no letter is left."""
    plain = unicodedata.normalize("NFKD", _LEADING.sub("", words.strip())).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80] or digest(words)


def actor(document: str, mention: Actor) -> str:
    """Return the IRI of who is meant: of the ontology where it is known, else one inside the article."""
    if mention.id:
        return expand(mention.id)
    return f"{article(document)}/actor/{local_name(mention)}"


def local_name(mention: Actor) -> str:
    """Return what the IRI of an actor outside the ontology ends in: its name, its antecedent, else its words."""
    words = mention.called
    if words.lower() in _PRONOUNS:  # each of them may be somebody else
        words += f" {mention.start}"
    return slug(words)


def place(document: str, mention: Place) -> str:
    """Return the IRI of a place: its id, its GeoNames number, else one inside the article."""
    if mention.id:
        return expand(mention.id)
    if mention.geonames is not None:
        return PREFIXES["place"] + f"gn-{mention.geonames}"
    return f"{article(document)}/place/{slug(mention.name or mention.text)}"


def country(code: str) -> str:
    """Return the IRI of the territory of a country, by its ISO 3166 alpha-3 code."""
    return PREFIXES["place"] + quote(code, safe="")


def area(code: str, name: str) -> str:
    """Return the IRI of a first-order administrative area of a country, by its name."""
    return f"{country(code)}/{slug(name)}"


def event_part(mention: Event, part: str, number: int) -> str:
    """Return the IRI of the nth instrument or figure of an event."""
    return f"{event(mention.id)}/{part}/{number}"
