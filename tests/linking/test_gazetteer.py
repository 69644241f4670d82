"""The place index: look-ups, containment, distances, and the entries of ``places.ttl``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from kg.errors import OntologyError
from kg.linking.gazetteer import PATH, Gazetteer, haversine, load
from kg.linking.placenames import key, unmarked
from kg.linking.places_ontology import add_places
from kg.linking.usual_names import name_places
from kg.ontology import folder
from kg.ontology.turtle import table
from kg.ontology.vocabulary import read_toml

OPEN = """
import time, resource
import numpy
from kg.linking.gazetteer import load
from kg.ontology import turtle
before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
load()
print(time.process_time() - start, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The shipped index."""
    return load()


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Deir ez-Zor", "deir ez zor"),
        ("Sana'a", "sanaa"),
        ("San José", "san jose"),
        ("St. Louis", "saint louis"),
        ("Mt. Hermon", "mount hermon"),
        ("Şırnak", "sirnak"),
        ("W.Va.", "w va"),
        ("Łódź", "lodz"),
        ("  Al‑Bab ", "al bab"),
    ],
)
def test_names_are_folded(name: str, folded: str) -> None:
    assert key(name) == folded


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Malaya", "MYS", "region"),
        ("East Pakistan", "BGD", "region"),
        ("Upper Volta", "BFA", "country"),
        ("Ceylon", "LKA", "country"),
        ("Londonderry", "GBR", "city"),
    ],
)
def test_names_of_other_times_are_places(gazetteer: Gazetteer, name: str, country: str, kind: str) -> None:
    place = gazetteer.find(name)[0][0]
    assert (place.country, place.kind) == (country, kind)


def test_the_index_opens_fast_and_small() -> None:
    done = subprocess.run([sys.executable, "-c", OPEN], capture_output=True, text=True, check=True)
    seconds, megabytes = map(float, done.stdout.split())
    assert seconds < 0.6  # 0.2 on an idle machine; the limit leaves room for a busy one
    assert megabytes < 150
    assert PATH.stat().st_size < 15_000_000


def test_larger_places_come_first(gazetteer: Gazetteer) -> None:
    found = [place for place, _ in gazetteer.find("Hyderabad")]
    assert [p.country for p in found if p.kind == "city"][:2] == ["IND", "PAK"]
    assert gazetteer.find("Xulgarbo") == ()
    assert "Goma" in gazetteer and "Xulgarbo" not in gazetteer


def test_containment(gazetteer: Gazetteer) -> None:
    goma = next(p for p, _ in gazetteer.find("Goma") if p.kind == "city" and p.country == "COD")
    kivu = next(p for p, _ in gazetteer.find("North Kivu") if p.kind == "admin1")
    congo, rwanda = gazetteer.nation("COD"), gazetteer.nation("RWA")
    assert congo and rwanda
    assert gazetteer.within(goma, kivu) and gazetteer.within(goma, congo) and gazetteer.within(kivu, congo)
    assert gazetteer.within(goma, goma)
    assert not gazetteer.within(goma, rwanda) and not gazetteer.within(kivu, goma) and not gazetteer.within(congo, kivu)
    assert gazetteer.parent(kivu) == congo and gazetteer.parent(congo) is None
    assert gazetteer.nation("XXX") is None


def test_distances(gazetteer: Gazetteer) -> None:
    assert haversine(0, 0, 0, 1) == pytest.approx(111.19, abs=0.1)
    assert haversine(33.5, 36.3, 33.5, 36.3) == 0
    aleppo, homs = (next(p for p, _ in gazetteer.find(n) if p.kind == "city") for n in ("Aleppo", "Homs"))
    assert gazetteer.distance(aleppo, homs) == pytest.approx(172, abs=10)


@pytest.mark.parametrize(
    ("name", "identifier", "latitude", "longitude"),
    [
        ("At-Tanf", "place:at-tanf", 33.51, 38.62),
        ("Shayrat", "place:shayrat", 34.49, 36.91),
        ("Bagram", "place:bagram", 34.95, 69.27),
        ("Raqqa", "place:gn-172955", 35.95, 39.01),
        ("Bakhmut", "place:gn-713174", 48.59, 38.0),
        ("Donbas", "place:donbas", 48.3, 38.3),
        ("Zumar", "place:zumar", 36.64, 42.65),
        ("Dadaab", "place:dadaab", 0.06, 40.31),
    ],
)
def test_places_of_conflict_reporting(
    gazetteer: Gazetteer, name: str, identifier: str, latitude: float, longitude: float
) -> None:
    found = {place.id: place for place, _ in gazetteer.find(name)}[identifier]
    assert (found.latitude, found.longitude) == (
        pytest.approx(latitude, abs=0.05),
        pytest.approx(longitude, abs=0.05),
    )


def test_every_country_has_a_point(gazetteer: Gazetteer) -> None:
    rare = {"ANT", "BES", "BLM", "BVT", "MAF", "UMI"}
    nations = [gazetteer[row] for row in range(300) if gazetteer[row].kind == "country"]
    assert {p.country for p in nations if p.latitude is None} <= rare


def test_entries_of_places_ttl_are_sound(gazetteer: Gazetteer) -> None:
    entries = {s: p for s, p in table(folder() / "places.ttl").items() if s.startswith("place:")}
    assert len(entries) >= 300
    codes = {gazetteer[row].country for row in range(300) if gazetteer[row].kind == "country"}
    for subject, properties in entries.items():
        assert len(properties["skos:prefLabel"]) == 1, subject
        assert set(properties.get("kg:country", [])) <= codes, subject
        assert ("kg:latitude" in properties) == ("kg:longitude" in properties), subject
        for name, limit in (("kg:latitude", 90), ("kg:longitude", 180)):
            assert all(abs(float(v)) <= limit for v in properties.get(name, [])), subject


def test_points_of_places_ttl_lie_in_or_by_their_country(gazetteer: Gazetteer) -> None:
    """A point of one country is within 400 km of one of its towns."""
    columns = gazetteer._columns
    degrees = columns["degrees"].reshape(-1, 2) / 1e4
    kinds, countries = columns["kinds"], columns["countries"]
    far = []
    for place in [p for p in gazetteer._cache.values() if p.geonames is None and p.precision == "point" and p.country]:
        towns = degrees[(kinds == 3) & (countries == gazetteer._codes.index(str(place.country)))]
        assert place.latitude is None or len(towns) or place.country == "IOT", place.id
        if place.latitude is not None and len(towns):
            near = np.abs(towns - np.array([place.latitude, place.longitude])).sum(axis=1).min()
            far += [place.id] if near > 4 else []
    assert far == []


@pytest.mark.parametrize(
    ("own", "country", "shown"),
    [
        ("Sāmarrā’", "IRQ", "Samarra"),
        ("Ts’khinvali", "GEO", "Tskhinvali"),
        ("Xi’an", "CHN", "Xi'an"),
        ("Şırnak", "TUR", "Sirnak"),
        ("Łódź", "POL", "Lodz"),
        ("Medellín", "COL", "Medellín"),
        ("L'Aquila", "ITA", "L'Aquila"),
    ],
)
def test_marks_that_english_news_leaves_out_are_not_shown(own: str, country: str, shown: str) -> None:
    assert unmarked(own, country) == shown


@pytest.mark.parametrize(
    ("words", "kind", "name", "own"),
    [
        ("Douma", "city", "Douma", "Dūmā"),
        ("Ḩalab", "admin1", "Aleppo", "Ḩalab"),
        ("Nineveh", "admin1", "Nineveh", "Nīnawá"),
        ("Donetska oblast", "admin1", "Donetsk", "Donetska oblast"),
        ("Makkah", "city", "Mecca", "Makkah"),
        ("Hargeysa", "city", "Hargeisa", "Hargeysa"),
        ("Tadmur", "city", "Palmyra", "Tadmur"),
    ],
)
def test_places_are_called_by_their_usual_english_names(
    gazetteer: Gazetteer, words: str, kind: str, name: str, own: str | None
) -> None:
    place = next(place for place, _ in gazetteer.find(words) if place.kind == kind)
    assert (place.name, place.own) == (name, own)


def test_every_usual_name_finds_its_place_again_and_no_place_has_two(gazetteer: Gazetteer) -> None:
    named = {number for p in table(folder() / "places.ttl").values() for number in p.get("kg:geonames", [])}
    for country, names in read_toml(folder() / "place_names.toml").items():
        assert not names.keys() & named, country
        for identifier, name in names.items():
            place = f"place:gn-{identifier}" if identifier.isdigit() else f"place:{identifier}-{country.lower()}"
            found = {p.id: p for p, _ in gazetteer.find(name)}
            assert place in found, name
            assert found[place].own not in (None, name), name


def test_a_usual_name_of_a_place_that_the_index_lacks_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "place_names.toml"
    path.write_text('[SYR]\n170062 = "Aleppo"\n99 = "Nowhere"\n')
    with pytest.raises(OntologyError, match=r"place_names.toml:3: the index has no place 99 in SYR"):
        name_places(Gazetteer(), path)


def test_a_geonames_id_that_the_index_lacks_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "places.ttl"
    path.write_text(
        "@prefix kg: <https://w3id.org/conflict-event-kg/ontology#> .\n"
        "@prefix place: <https://w3id.org/conflict-event-kg/place/> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        'place:nowhere a kg:Settlement ; skos:prefLabel "Nowhere"@en ; kg:geonames 1 .\n'
    )
    with pytest.raises(OntologyError, match=r"places.ttl:4: place:nowhere has GeoNames id 1"):
        add_places(Gazetteer(), path)


@pytest.mark.skipif("KG_COMPILE" not in os.environ, reason="takes a minute; set KG_COMPILE to run it")
def test_compiling_again_gives_the_same_index() -> None:
    from kg.linking.compile_gazetteer import compile_index

    with np.load(PATH) as shipped:
        for name, column in compile_index().items():
            assert np.array_equal(shipped[name], column), name
