"""The entries of ontology/actors: well formed, no name on two entries, no reference that leads nowhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pycountry
import pytest

from kg.ontology.turtle import Table, table

ACTORS = Path(__file__).parent.parent / "ontology" / "actors"
FILES = sorted(ACTORS.glob("*.ttl"))
KINDS = frozenset(
    (
        "Country Government Military Police Intelligence ArmedGroup Militia Coalition Civilians Person "
        "Organisation PoliticalParty InternationalOrganisation NGO Media Company CriminalGroup Court "
        "Legislature Place Object"
    ).split()
)
SECTORS = frozenset(
    (
        "GOV MIL REB OPP PTY COP JUD SPY MED EDU BUS CRM CVL UAF PRO ELI IGO NGO IMG LEG LAB REL REF MOS SET "
        "AGR HRI HLH INT UIS DEV ENV"
    ).split()
)
REFERENCES = (
    "kg:partOf",
    "kg:affiliation",
    "kg:splinterOf",
    "kg:armedWingOf",
    "kg:ledBy",
    "kg:successorOf",
    "kg:memberOf",
)
MATCHED = ("skos:prefLabel", "skos:altLabel")
SEATS = ("kg:capital", "kg:seat")
CODES = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
YEARS = re.compile(r"\d{4}(-\d\d){0,2}")
#: names that one bearer keeps where the text's country or time does not speak for another one
BETTER_KNOWN = {
    "pla", "people's liberation army", "sdf", "ira", "i.r.a.", "irish republican army",
    "taliban", "taleban", "taliban militants", "taliban fighters", "taliban insurgents",
}  # fmt: skip
#: capitalised at the start of a sentence these would be taken for names
COMMON = (
    "Reading Nice Mobile March May August Force Dawn Unity Solidarity Liberation Independence Justice "
    "Freedom Hope Peace Memorial Model Goal Plan Side Shape Mend Boss Arena Congress Senate Commons "
    "Council Guard Guards Police Army Navy Marines Rangers Scorpions Tigers Lions Panthers Front Party "
    "Movement Union Alliance Coalition Resistance Opposition Government Cabinet Parliament Palace State "
    "Nation Republic Union People Brown Begin Major Ford Rice Cook Straw Gallant Truss Young King Bishop "
    "Marshal General Victoria Hamilton Georgetown Independent Guardian Times Post Herald Monitor Mirror "
    "Star Sun Trend Observer Standard Nation Daily Eagle Falcon Cobra Condor Viper Quartet Troika Quad "
    "Core Contact Shield Storm Provisional"
).split()
CASES = [pytest.param(path, id=path.name) for path in FILES]


@pytest.fixture(scope="module")
def tables() -> dict[Path, Table]:
    return {path: table(path) for path in FILES}


@pytest.fixture(scope="module")
def entries(tables: dict[Path, Table]) -> Table:
    return {
        subject: properties
        for file in tables.values()
        for subject, properties in file.items()
        if subject.startswith("actor:")
    }


@pytest.mark.parametrize("path", CASES)
def test_every_entry_is_well_formed(tables: dict[Path, Table], path: Path) -> None:
    problems = [
        f"{subject}: {problem}"
        for subject, properties in tables[path].items()
        if subject.startswith("actor:")
        for problem in flaws(properties)
    ]
    assert not problems


def flaws(properties: dict[str, list[str]]) -> Iterator[str]:
    """What is wrong with one entry."""
    kinds = [kind.removeprefix("kg:") for kind in properties.get("rdf:type", []) if kind.startswith("kg:")]
    if len(kinds) != 1 or kinds[0] not in KINDS:
        yield f"its class is {kinds}"
    if len(properties.get("skos:prefLabel", [])) != 1:
        yield "it needs one prefLabel"
    for label in (label for name in (*MATCHED, "kg:ambiguousLabel") for label in properties.get(name, [])):
        if not label.strip() or label != " ".join(label.split()):
            yield f"odd spaces in {label!r}"
    for country in properties.get("kg:country", []) + properties.get("kg:operatesIn", []):
        if country not in CODES:
            yield f"{country} is no ISO 3166 alpha-3 code"
    for sector in properties.get("kg:sector", []):
        if sector not in SECTORS:
            yield f"{sector} is no PLOVER sector"
    since, until = (properties.get(name, [""])[0] for name in ("kg:from", "kg:until"))
    if any(day and not YEARS.fullmatch(day) for day in (since, until)):
        yield f"its years are {since!r} and {until!r}"
    if since and until and since[: len(until)] > until[: len(since)]:
        yield f"it ends ({until}) before it begins ({since})"


def test_no_entry_stands_in_two_files(tables: dict[Path, Table]) -> None:
    counts = Counter(subject for file in tables.values() for subject in file if subject.startswith("actor:"))
    assert [subject for subject, count in counts.items() if count > 1] == []


def test_a_name_stands_on_one_entry_unless_it_is_ambiguous_or_of_other_years(entries: Table) -> None:
    assert clashes(entries, MATCHED) == []


def test_a_demonym_and_a_seat_stand_on_one_entry_unless_ambiguous(entries: Table) -> None:
    assert clashes(entries, ("kg:adjective",)) == []
    assert clashes(entries, ("kg:demonym",)) == []
    assert clashes(entries, (*SEATS, *MATCHED), only_with=SEATS) == []


def clashes(entries: Table, names: tuple[str, ...], only_with: tuple[str, ...] = ()) -> list[str]:
    """Labels that two entries of overlapping years give without calling them ambiguous."""
    holders: dict[str, dict[str, bool]] = {}
    for subject, properties in entries.items():
        for name in names:
            for label in properties.get(name, []):
                if label not in properties.get("kg:ambiguousLabel", []):
                    owners = holders.setdefault(label, {})
                    owners[subject] = owners.get(subject, False) or not only_with or name in only_with
    return [
        f"{label}: {one} and {other}"
        for label, owners in sorted(holders.items())
        for one, other in combinations(sorted(owners), 2)
        if (owners[one] or owners[other]) and overlap(entries[one], entries[other])
    ]


def overlap(one: dict[str, list[str]], other: dict[str, list[str]]) -> bool:
    """Whether the years of two entries have a day in common."""
    (start, end), (begin, close) = (
        (entry.get("kg:from", [""])[0], entry.get("kg:until", ["9999"])[0]) for entry in (one, other)
    )
    return start < close and begin < end


def test_no_name_is_plain_on_one_entry_and_ambiguous_on_another(entries: Table) -> None:
    plain = {
        label.lower()
        for entry in entries.values()
        for name in MATCHED
        for label in entry.get(name, [])
        if label not in entry.get("kg:ambiguousLabel", [])
    }
    unclear = {label.lower() for entry in entries.values() for label in entry.get("kg:ambiguousLabel", [])}
    assert plain & unclear <= BETTER_KNOWN


def test_people_say_their_country_and_share_a_surname_only_in_other_years(entries: Table) -> None:
    people = {subject: entry for subject, entry in entries.items() if entry["rdf:type"] == ["kg:Person"]}
    assert len(people) >= 2500
    assert [
        subject for subject, entry in people.items() if "kg:country" not in entry and "kg:sector" not in entry
    ] == []


def test_names_are_no_common_words_of_english(entries: Table) -> None:
    labels = {
        label: subject
        for subject, entry in entries.items()
        for name in (*MATCHED, *SEATS)
        for label in entry.get(name, [])
    }
    assert [
        (word, labels[word])
        for word in COMMON
        if word in labels and word not in entries[labels[word]].get("kg:ambiguousLabel", [])
    ] == []


def test_most_countries_have_an_adjective_and_a_capital(entries: Table) -> None:
    states = [
        entry
        for subject, entry in entries.items()
        if entry["rdf:type"] == ["kg:Country"] and len(subject) == len("actor:SYR")
    ]
    complete = [entry for entry in states if "kg:adjective" in entry and "kg:capital" in entry]
    assert len(complete) >= 190


def test_references_lead_to_entries(entries: Table) -> None:
    lost = [
        f"{subject} {name} {value}"
        for subject, properties in entries.items()
        for name in REFERENCES
        for value in properties.get(name, [])
        if value.startswith("actor:") and value not in entries
    ]
    assert lost == []


def test_every_country_of_iso_3166_has_an_entry_with_its_codes(entries: Table) -> None:
    for country in pycountry.countries:
        entry = entries[f"actor:{country.alpha_3}"]
        assert (entry["kg:iso3"], entry["kg:iso2"]) == ([country.alpha_3], [country.alpha_2])
        assert entry["kg:isoNumeric"] == [country.numeric]
        assert entry["kg:country"] == [country.alpha_3]


@pytest.mark.parametrize("path", CASES)
def test_a_file_says_what_it_holds_and_stays_readable(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("#")
    assert len(lines) <= 5000
