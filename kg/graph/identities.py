"""Who people say that names stand for: the rules ``split``, ``merge`` and ``type`` of the table of decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from kg.graph import iris
from kg.graph.decision_rows import Row, Sheet, near
from kg.graph.grouping import Groups
from kg.graph.vocabulary import PREFIXES
from kg.model import Actor, Stance
from kg.ontology import Entry
from kg.ontology.actors import SHOWN_AS, composed

#: an article (empty: all of them) and a name in the form that IRIs have
Key = tuple[str, str]
#: classes of the ontology that a decision may give
KINDS = frozenset(
    (
        "Participant Actor State Country Government Legislature Court ArmedForce Military Police Intelligence ArmedGroup Militia "
        "Coalition Organisation PoliticalParty InternationalOrganisation NGO Media Company CriminalGroup Person Civilians "
        "Object"
    ).split()
)
_TRAITS = ("kind", "country", "sector")
#: what a row says of somebody, and the row
Said = tuple[str, Row]
Traits = dict[Key, dict[str, Said]]


@dataclass(frozen=True, slots=True)
class Meant:
    """Who a name stands for; of somebody outside the ontology ``traits`` are what people say of them."""

    id: str
    name: str
    traits: Mapping[str, str | None]
    led_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Identities:
    """The rules by name; ``splits`` holds the ids that a name does not mean, the empty one for any."""

    splits: Mapping[Key, Mapping[str, str]] = field(default_factory=dict)
    meant: Mapping[Key, Meant] = field(default_factory=dict)
    traits: Mapping[Key, Mapping[str, str]] = field(default_factory=dict)

    def actor(self, document: str, actor: Actor) -> Actor:
        """Return a mention as people decided."""
        found = self._freed(document, actor) if self.splits and actor.id else actor
        if found.id is not None:
            return found
        keys = tuple(names_of(document, found))
        who = next((self.meant[key] for key in keys if key in self.meant), None)
        if who is not None:
            stances = (*found.stances, *(Stance("led_by", leader) for leader in who.led_by))
            found = replace(found, id=who.id, name=who.name, stances=stances, candidates=())
            return _typed(found, who.traits)
        said = {trait: value for key in reversed(keys) for trait, value in self.traits.get(key, {}).items()}
        return _typed(found, said)

    def _freed(self, document: str, actor: Actor) -> Actor:
        """Take its id from a mention that does not mean the entry."""
        spans = (actor, actor.head, *((actor.antecedent,) if actor.antecedent else ()))
        slugs = dict.fromkeys(iris.slug(words) for words in (*(span.text for span in spans), actor.name or "") if words)
        for key in (key for slug in slugs for key in ((document, slug), ("", slug))):
            rules = self.splits.get(key, {})
            name = rules.get(actor.id or "", rules.get(""))
            if name is not None:
                own = tuple(stance for stance in actor.stances if stance.relation != "led_by")
                return replace(actor, id=None, name=name, kind=None, country=None, sector=None, stances=own)
        return actor


def _typed(actor: Actor, traits: Mapping[str, str | None]) -> Actor:
    kind, country, sector = (traits.get(name, getattr(actor, name)) for name in _TRAITS)
    return replace(actor, kind=kind, country=country, sector=sector)


def names_of(document: str, actor: Actor) -> Iterator[Key]:
    """Yield what an actor outside the ontology is called, first in its article, then in all."""
    slugs = [iris.local_name(actor)]
    if actor.candidates and actor.antecedent is None and actor.name is None:
        slugs.append(iris.slug(actor.head.text))
    yield from ((document, slug) for slug in slugs)
    yield from (("", slug) for slug in slugs)


class Reader:
    """Reads the rows of a sheet against the entries of the ontology; each method raises DecisionError, naming lines.

    ``strict`` is false for decisions that held when they were stored: what the ontology no longer knows has no effect.
    """

    def __init__(self, sheet: Sheet, entries: Mapping[str, Entry], *, strict: bool = True) -> None:
        self.sheet, self.entries, self.strict = sheet, entries, strict
        self._spelt: dict[str, str] = {}
        self._countries = {entry.country for entry in entries.values() if entry.country}
        self._sectors = {entry.sector for entry in entries.values() if entry.sector}

    def identities(self, rows: Iterable[Row]) -> Identities:
        """Read ``split``, ``merge`` and ``type``."""
        rows = tuple(rows)
        for row in rows:  # all spellings first, so that the order of the rows does not matter
            self._key(row, row.this)
        splits = self._splits([row for row in rows if row.decision == "split"])
        traits = self._traits([row for row in rows if row.decision in {"type", "merge"}])
        meant = self._merges([row for row in rows if row.decision == "merge"], traits)
        for key in splits.keys() & meant.keys():
            if meant[key].id in splits[key]:
                row = max((r for r in rows if self._key(r, r.this) == key), key=lambda r: r.line)
                raise self.sheet.error(row.line, f"{row.this} both is {meant[key].id} and is not; remove one row")
        return Identities(splits, meant, {key: _values(said) for key, said in traits.items() if key not in meant})

    def _splits(self, rows: list[Row]) -> dict[Key, dict[str, str]]:
        splits: dict[Key, dict[str, str]] = defaultdict(dict)
        for row in rows:
            who = self._entry(row, row.that) if row.that else None
            if row.that and who is None:
                continue
            splits[self._key(row, row.this)][who.id if who else ""] = self._words(self._key(row, row.this))
        return dict(splits)

    def _traits(self, rows: list[Row]) -> Traits:
        traits: Traits = {}
        for row in rows:
            self._check(row)
            said = {name: value for name in _TRAITS if (value := getattr(row, name))}
            if row.decision == "type" and not said:
                raise self.sheet.error(row.line, "type of what? fill in kind, country or sector")
            if said:
                own = {name: (value, row) for name, value in said.items()}
                key = self._key(row, row.this)
                traits[key] = self._together(traits.get(key, {}), own)
        return traits

    def _together(self, one: Mapping[str, Said], other: Mapping[str, Said]) -> dict[str, Said]:
        """Join what rows say of one actor."""
        for name in one.keys() & other.keys():
            (value, row), (second, later) = one[name], other[name]
            if value != second:
                line, before = max(row.line, later.line), min(row.line, later.line)
                raise self.sheet.error(
                    line, f"{later.this} has two of {name}, {value} and {second} (line {before}); keep one"
                )
        return {**one, **other}

    def _check(self, row: Row) -> None:
        for name, known in (("kind", KINDS), ("country", self._countries), ("sector", self._sectors)):
            value = getattr(row, name)
            if self.strict and value and value not in known:
                hint = near(value, known) or (f"; there are {', '.join(sorted(known))}" if len(known) < 40 else "")
                raise self.sheet.error(row.line, f"{value!r} is no {name} of the ontology{hint}")

    def _merges(self, rows: list[Row], traits: Traits) -> dict[Key, Meant]:
        groups: Groups[Key | str] = Groups()
        entries: dict[str, Meant] = {}
        named: set[Key] = set()
        for row in rows:
            if row.article and not row.that:
                raise self.sheet.error(row.line, f"who is {row.this} in {row.article}? write it into the column that")
            one = self._key(row, row.this)
            if _is_entry(row.that):
                who = self._entry(row, row.that)
                if who is not None:
                    entries[who.id] = who
                    groups.join(one, who.id, row)
            else:
                other = self._key(row, row.that, everywhere=True) if row.that else ("", one[1])
                named.add(other)
                groups.join(one, other, row)
        meant: dict[Key, Meant] = {}
        for group in groups:
            keys = sorted(node for node in group if isinstance(node, tuple))
            ids = sorted(node for node in group if isinstance(node, str))
            if len(ids) > 1:
                *before, last = (row.line for row in groups.why(ids[0], ids[1]) or ())
                others = ", ".join(map(str, before))
                raise self.sheet.error(last, f"with line {others} this makes {ids[0]} and {ids[1]} one; remove one row")
            who = entries[ids[0]] if ids else self._somebody(keys, sorted(named & set(keys)), traits)
            meant |= dict.fromkeys(keys, who)
        return meant

    def _somebody(self, keys: list[Key], named: list[Key], traits: Traits) -> Meant:
        """Somebody outside the ontology: called as the table says, of a kind that it may say."""
        document, slug = chosen = min(named)
        said: dict[str, Said] = {}
        for key in keys:
            said = self._together(said, traits.get(key, {}))
        own = f"-{iris.digest(document)[:6]}" if document else ""
        return Meant(f"actor:name-{slug}{own}", self._words(chosen), _values(said))

    def _key(self, row: Row, value: str, *, everywhere: bool = False) -> Key:
        """Read a name, or the IRI of an actor within its article."""
        if value.startswith(("article:", PREFIXES["article"])):
            document, _, slug = iris.expand(value).removeprefix(PREFIXES["article"]).partition("/actor/")
            document = unquote(document)
            if not slug or (row.article and row.article != document and not everywhere):
                raise self.sheet.error(row.line, f"{value} is no actor of the article {row.article or document}")
            return document, slug
        slug = iris.slug(value)
        self._spelt[slug] = min(self._spelt.get(slug, value), value)
        return "" if everywhere else row.article, slug

    def _words(self, key: Key) -> str:
        """Return a name as the table spells it."""
        return self._spelt.get(key[1]) or key[1].replace("-", " ")

    def _entry(self, row: Row, value: str) -> Meant | None:
        identifier = iris.compact(value)
        entry = self.entries.get(identifier)
        if entry is not None:
            kind = SHOWN_AS.get(entry.kind, entry.kind)
            said = {"kind": kind, "country": entry.country, "sector": entry.sector}
            return Meant(entry.id, entry.name, said, entry.led_by)
        made = composed(identifier, self.entries)
        if made is not None:
            said = {name: getattr(row, name) for name in _TRAITS if getattr(row, name)} | {"country": made.country}
            return Meant(made.id, made.name, said)
        if self.strict:
            raise self.sheet.error(row.line, f"{identifier} is not in the ontology{near(identifier, self.entries)}")
        return None


def _values(said: Mapping[str, Said]) -> dict[str, str]:
    return {name: value for name, (value, _) in said.items()}


def _is_entry(value: str) -> bool:
    return value.startswith(("actor:", PREFIXES["actor"]))
