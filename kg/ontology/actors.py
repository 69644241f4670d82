"""Actor entries of ``actors/*.ttl``, and which labels name whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.errors import OntologyError
from kg.ontology.turtle import line_of_label, tables
from kg.ontology.values import Entry

#: record kinds for classes that the record format does not list
SHOWN_AS = {
    "Country": "Government",
    "Intelligence": "Government",
    "Legislature": "Government",
    "Court": "Government",
    "CriminalGroup": "ArmedGroup",
}

#: code of a role -> what a country's own are called where no entry names them
ROLE_NAMES = {
    "GOV": "government",
    "MIL": "armed forces",
    "COP": "police",
    "REB": "rebels",
    "CVL": "civilians",
    "PRO": "protesters",
    "OPP": "opposition",
    "MILITIA": "militia",
    "UAF": "gunmen",
    "SPY": "intelligence service",
    "LEG": "parliament",
    "JUD": "judiciary",
    "MED": "journalists",
    "EDU": "students and teachers",
    "REL": "clergy",
    "LAB": "workers",
    "BUS": "business",
    "REF": "refugees",
    "CRM": "criminals",
    "ELI": "public figures",
    "HLT": "health workers",
    "AID": "aid workers",
    "NGO": "non-governmental organisations",
    "IGO": "officials",
}
_COMPOSED = re.compile(r"(actor:[\w-]+)-([A-Z]+)")


def read_entries(paths: Iterable[Path]) -> dict[str, Entry]:
    """All actor entries by id; two current entries may not share an unambiguous label."""
    entries: dict[str, Entry] = {}
    origin: dict[str, Path] = {}
    for path, subject, properties in tables(paths):
        if subject.startswith("actor:") and "rdf:type" in properties:
            if subject in entries:
                line = line_of_label(path, subject, "")
                raise OntologyError(
                    f"{path.name}:{line}: {subject} is described in {origin[subject].name} too; keep one"
                )
            entries[subject], origin[subject] = _entry(subject, properties), path
    _refuse_shared_labels(entries, origin)
    return entries


def _entry(subject: str, properties: dict[str, list[str]]) -> Entry:
    def many(*names: str) -> tuple[str, ...]:
        return tuple(sorted({value for name in names for value in properties.get(name, [])}))

    def one(name: str) -> str | None:
        return min(properties.get(name, []), default=None)

    kinds = [k.removeprefix("kg:") for k in sorted(properties["rdf:type"]) if k.startswith("kg:")]
    labels = many("skos:prefLabel", "skos:altLabel")
    return Entry(
        id=subject,
        name=one("skos:prefLabel") or subject.partition(":")[2],
        kind=kinds[0] if kinds else "Organisation",
        labels=tuple(label for label in labels if label not in properties.get("kg:ambiguousLabel", [])),
        ambiguous=many("kg:ambiguousLabel"),
        adjectives=tuple(dict.fromkeys(properties.get("kg:adjective", []))),
        demonyms=many("kg:demonym"),
        seats=many("kg:capital", "kg:seat"),
        country=one("kg:country"),
        sector=one("kg:sector"),
        since=one("kg:from"),
        until=one("kg:until"),
        part_of=many("kg:partOf", "kg:affiliation", "kg:armedWingOf"),
        operates_in=many("kg:operatesIn"),
        office=one("kg:office"),
        led_by=many("kg:ledBy"),
    )


def _refuse_shared_labels(entries: dict[str, Entry], origin: dict[str, Path]) -> None:
    holders: dict[str, list[Entry]] = {}
    for entry in entries.values():
        for label in entry.labels:
            for other in holders.setdefault(label, []):
                if _overlap(entry, other):
                    path = origin[entry.id]
                    line = line_of_label(path, entry.id, label)
                    raise OntologyError(
                        f'{path.name}:{line}: "{label}" names {entry.id} and {other.id}; '
                        f"make it kg:ambiguousLabel on both or give years"
                    )
            holders[label].append(entry)


def _overlap(one: Entry, other: Entry) -> bool:
    return not (one.until and other.since and one.until <= other.since) and not (
        other.until and one.since and other.until <= one.since
    )


def composed(identifier: str, entries: Mapping[str, Entry]) -> Entry | None:
    """The actor that a country and a role make, where no entry is of that id: ``actor:SYR-REB`` are Syrian rebels."""
    found = _COMPOSED.fullmatch(identifier)
    country = entries.get(found[1]) if found else None
    if not found or country is None or country.kind != "Country" or found[2] not in ROLE_NAMES:
        return None
    return Entry(identifier, composed_name(country, found[2]), "Actor", country=country.country)


def composed_name(country: Entry, code: str) -> str:
    """What the people or body of a role are called as those of a country: *Syrian rebels*."""
    return f"{country.adjectives[0] if country.adjectives else country.name} {ROLE_NAMES[code]}"
