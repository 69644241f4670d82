"""Toponyms: found among people and organisations, and put where the text means."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest
from spacy.tokens import Doc

from kg.language.names import Names
from kg.linking.places import PlaceLinker
from kg.model import Document, Place
from kg.ontology import Ontology

Places = Callable[[str], tuple[Place, ...]]


def country(code: str, *adjectives: str) -> SimpleNamespace:
    """A country entry with its adjectives."""
    return SimpleNamespace(kind="Country", country=code, labels=(), ambiguous=(), adjectives=adjectives, demonyms=())


ENTRIES = [
    country("SYR", "Syrian", "Syrians"),
    country("LBY", "Libyan"),
    country("LBN", "Lebanese"),
    country("SAU", "Saudi"),
    country("GEO", "Georgian"),
    country("NGA", "Nigerian"),
    country("SLV", "Salvadoran"),
    country("ESP", "Spanish"),
]


@pytest.fixture(scope="module")
def linker() -> PlaceLinker:
    """A linker with a few adjectives of countries."""
    nouns = {"area": frozenset({"area"}), "district": frozenset({"area"}), "hospital": frozenset({"facility"})}
    ontology = SimpleNamespace(
        entries={entry.country: entry for entry in ENTRIES}, nouns=SimpleNamespace(classes=nouns), peoples={}
    )
    return PlaceLinker(cast(Ontology, ontology))


@pytest.fixture(scope="module")
def places(linker: PlaceLinker, parse_marked: Callable[[str], tuple[Document, Doc]]) -> Places:
    """Find the places of a marked text."""

    def find(marked: str) -> tuple[Place, ...]:
        document, doc = parse_marked(marked)
        found = linker.toponyms(document, doc)
        assert all(document.text[p.start : p.end] == p.text for p in found)
        assert [p.start for p in found] == sorted(p.start for p in found)
        return found

    return find


def named(found: tuple[Place, ...], words: str) -> Place:
    return next(p for p in found if p.text == words)


#: (marked text, toponym, country, precision): homonyms decided by the words around, from every region
SENSES = [
    # containers after the name
    ("Police in [Paris|GPE], [Texas|GPE], arrested two men.", "Paris", "USA", "settlement"),
    ("Police in [Paris|GPE], [France|GPE], arrested two men.", "Paris", "FRA", "settlement"),
    ("Fighting went on in [Goma|GPE], in [North Kivu|GPE].", "Goma", "COD", "settlement"),
    ("A blast in [Tripoli|GPE], [Lebanon|GPE], wounded three.", "Tripoli", "LBN", "settlement"),
    ("A blast in [Tripoli|GPE], [Libya|GPE], wounded three.", "Tripoli", "LBY", "settlement"),
    ("A bomb went off in [Hyderabad|GPE], [Pakistan|GPE].", "Hyderabad", "PAK", "settlement"),
    ("A bomb went off in [Hyderabad|GPE], [India|GPE].", "Hyderabad", "IND", "settlement"),
    ("Dozens died in [Moscow|GPE], [Idaho|GPE].", "Moscow", "USA", "settlement"),
    ("Dozens died in [Moscow|GPE], [Russia|GPE].", "Moscow", "RUS", "settlement"),
    ("Workers met in [Alexandria|GPE], [Egypt|GPE].", "Alexandria", "EGY", "settlement"),
    ("Workers met in [Alexandria|GPE], [Va.|GPE]", "Alexandria", "USA", "settlement"),
    ("Police in [Georgetown|GPE], [Guyana|GPE], arrested two.", "Georgetown", "GUY", "settlement"),
    ("They fled to [Victoria|GPE], the capital of [Seychelles|GPE].", "Victoria", "SYC", "settlement"),
    ("They fled to [Victoria|GPE], [British Columbia|GPE].", "Victoria", "CAN", "settlement"),
    ("Troops left [Barcelona|GPE], [Venezuela|GPE].", "Barcelona", "VEN", "settlement"),
    ("Troops left [Merida|GPE], [Mexico|GPE].", "Merida", "MEX", "settlement"),
    ("A mine went off near the town of [Santiago|GPE], [Cuba|GPE].", "Santiago", "CUB", None),
    ("A march in [Birmingham|GPE], [Alabama|GPE], ended.", "Birmingham", "USA", "settlement"),
    ("A march in [Cambridge|GPE], [Ontario|GPE], ended.", "Cambridge", "CAN", "settlement"),
    ("A raid in [Valencia|GPE] ([Venezuela|GPE]) failed.", "Valencia", "VEN", "settlement"),
    ("Rebels hold [San Jose|GPE], [Costa Rica|GPE].", "San Jose", "CRI", "settlement"),
    ("Rebels hold [Leon|GPE], [Nicaragua|GPE].", "Leon", "NIC", "settlement"),
    ("A plane left [Perth|GPE], [Scotland|GPE].", "Perth", "GBR", "settlement"),
    ("A plane left [Perth|GPE], [Western Australia|GPE].", "Perth", "AUS", "settlement"),
    ("A strike in [Newcastle|GPE], [NSW|GPE], went on.", "Newcastle", "AUS", "settlement"),
    ("Guards in [Hamilton|GPE], [New Zealand|GPE], struck.", "Hamilton", "NZL", "settlement"),
    ("Guards in [Kingston|GPE], [Jamaica|GPE], struck.", "Kingston", "JAM", "settlement"),
    # other places and adjectives of the text
    ("[Libyan|NORP] troops left [Tripoli|GPE] for [Benghazi|GPE].", "Tripoli", "LBY", "settlement"),
    (
        "[Lebanese|NORP] troops in [Tripoli|GPE], [Sidon|GPE], [Tyre|GPE] and [Beirut|GPE] met.",
        "Tripoli",
        "LBN",
        "settlement",
    ),
    ("[Georgian|NORP] troops in [Georgia|GPE] left [Gori|GPE].", "Georgia", "GEO", "country"),
    ("Police from [Atlanta|GPE] in [Georgia|GPE] and [Alabama|GPE] met.", "Georgia", "USA", "admin1"),
    ("Two were shot between [Homs|GPE] and [Hama|GPE].", "Hama", "SYR", "region"),
    ("Two were shot between [Memphis|GPE], [Nashville|GPE] and [Knoxville|GPE].", "Memphis", "USA", "region"),
    ("Spanish police in [Cordoba|GPE] and [Seville|GPE] met.", "Cordoba", "ESP", "settlement"),
    ("[Argentina|GPE] sent police from [Rosario|GPE] to [Cordoba|GPE].", "Cordoba", "ARG", "settlement"),
    ("Troops in [Niger|GPE] and [Chad|GPE] fought on.", "Niger", "NER", "country"),
    ("[Nigerian|NORP] police in [Minna|GPE], [Niger state|GPE], fled.", "Niger state", "NGA", "admin1"),
    ("[Syrian|NORP] rebels took [Palmyra|GPE] and [Homs|GPE].", "Palmyra", "SYR", "settlement"),
    ("Troops moved from [Santiago|GPE] to [Valparaiso|GPE].", "Santiago", "CHL", "settlement"),
    ("Shells fell on [Tyre|GPE] and [Sidon|GPE] in [Lebanon|GPE].", "Tyre", "LBN", "settlement"),
    ("Flights from [Manila|GPE] to [San Fernando|GPE] stopped.", "San Fernando", "PHL", "settlement"),
    # words of kind
    ("He fled to [Kandahar|GPE] province.", "Kandahar", "AFG", "admin1"),
    ("He fled to [Kandahar|GPE] city.", "Kandahar", "AFG", "settlement"),
    ("Shelling in [Donetsk|GPE] region killed one.", "Donetsk", "UKR", "admin1"),
    ("Drones flew over [Saratov|GPE] region.", "Saratov", "RUS", "admin1"),
    ("The governor of the province of [Raqqa|GPE] resigned.", "Raqqa", "SYR", "admin1"),
    # usual senses where nothing else is told
    ("He flew to [London|GPE].", "London", "GBR", "settlement"),
    ("He flew to [Washington|GPE].", "Washington", "USA", "settlement"),
    ("He flew from the [U.S.|GPE] to [Geneva|GPE].", "Geneva", "CHE", "settlement"),
    ("He flew to [Cologne|GPE].", "Cologne", "DEU", "settlement"),
    ("He flew to [Damascus|GPE].", "Damascus", "SYR", "settlement"),
    ("He flew to [Athens|GPE].", "Athens", "GRC", "settlement"),
    ("He flew to [Jordan|GPE].", "Jordan", "JOR", "country"),
    ("He flew to [Lebanon|GPE].", "Lebanon", "LBN", "country"),
    ("He flew to [Mexico|GPE].", "Mexico", "MEX", "country"),
    ("He flew to [Gaza|GPE].", "Gaza", "PSE", None),
    ("He flew to [Congo|GPE].", "Congo", "COD", "country"),
    ("He flew to [Guinea-Bissau|GPE].", "Guinea-Bissau", "GNB", "country"),
    ("He flew to [South Sudan|GPE].", "South Sudan", "SSD", "country"),
    ("He flew to [North Korea|GPE].", "North Korea", "PRK", "country"),
    ("He flew to [Ivory Coast|GPE].", "Ivory Coast", "CIV", "country"),
    ("He flew to [Burma|GPE].", "Burma", "MMR", "country"),
    # spellings
    ("Troops took [Deir Ezzor|GPE].", "Deir Ezzor", "SYR", "settlement"),
    ("Troops took [Deir al-Zor|GPE].", "Deir al-Zor", "SYR", "settlement"),
    ("Troops took [Kharkov|GPE].", "Kharkov", "UKR", "settlement"),
    ("Troops took [al-Bab|GPE].", "al-Bab", "SYR", "settlement"),
    ("Troops took [El-Fasher|GPE].", "El-Fasher", "SDN", "settlement"),
    ("Troops took [Port-au-Prince|GPE].", "Port-au-Prince", "HTI", "settlement"),
    ("Troops left [Côte d'Ivoire|GPE].", "Côte d'Ivoire", "CIV", "country"),
    ("Troops took [Ciudad Juarez|GPE].", "Ciudad Juarez", "MEX", "settlement"),
    # places of the ontology
    ("Rebels ambushed a patrol in [Chalatenango|GPE].", "Chalatenango", "SLV", None),
    ("Rebels ambushed a patrol in the [Upper Huallaga Valley|LOC].", "Upper Huallaga Valley", "PER", "region"),
    ("Coca growers marched in the [Chapare|LOC].", "Chapare", "BOL", "region"),
    ("Shells fell on [Zumar|GPE].", "Zumar", "IRQ", "region"),
    ("Warplanes hit the [Qandil Mountains|LOC].", "Qandil Mountains", None, "region"),
    ("A drone hit [Engels air base|FAC].", "Engels air base", "RUS", "point"),
    ("Ships sailed the [Red Sea|LOC].", "Red Sea", None, "region"),
    ("Fighting in [Darfur|LOC] and [Kordofan|LOC] went on.", "Darfur", "SDN", "region"),
    ("Militants in [North Waziristan|LOC] fled.", "North Waziristan", "PAK", None),
    ("Armenians left [Nagorno-Karabakh|GPE].", "Nagorno-Karabakh", "AZE", "region"),
]


@pytest.mark.parametrize(("marked", "words", "code", "precision"), SENSES, ids=lambda v: str(v)[:40])
def test_the_text_decides_among_namesakes(
    places: Places, marked: str, words: str, code: str | None, precision: str | None
) -> None:
    found = named(places(marked), words)
    assert found.country == code
    assert precision is None or found.precision == precision
    assert found.latitude is not None


#: (marked text, toponyms that must be found and no others): traps
TRAPS: list[tuple[str, list[str]]] = [
    ("[Paris Hilton|PERSON] met [Jordan Smith|PERSON] in [London|GPE].", ["London"]),
    ("Men loyal to [Chad Thompson|PERSON] left.", []),
    ("The minister [Israel Katz|PERSON] spoke.", []),
    ("[Austin Tice|PERSON] went missing in [Syria|GPE].", ["Syria"]),
    ("Then [Sydney Sweeney|PERSON] left. [Sydney|PERSON] waved.", []),
    (
        "President [Jordan Bardella|PERSON] spoke. [Jordan|PERSON] left for [Amman|GPE], [Jordan|GPE].",
        ["Amman", "Jordan"],
    ),
    ("A report by the [Washington Post|ORG] said so.", []),
    ("A report by the [Sudan Liberation Army|ORG] said so.", []),
    ("The [Free Syrian Army|ORG] met the [Boston Red Sox|ORG].", []),
    ("The [Houston Chronicle|ORG] said so.", []),
    ("[Syrian|NORP] troops met [Lebanese|NORP] police.", []),
    ("[Saudi|NORP]-led warplanes bombed [Saada|GPE], [Yemen|GPE].", ["Saada", "Yemen"]),
    ("[U.S.|GPE]-led troops left eastern [El Salvador|GPE].", ["El Salvador"]),
    ("We saw the [White House|FAC].", []),
    ("We saw the [SWAT|ORG] team.", []),
    ("It was cold in the [North|LOC].", []),
    ("Col. [Washington|GPE] met Mr. [London|PERSON].", []),
    ("He was in [Nice|GPE], a nice town; all was nice.", ["Nice"]),
    # the model is wrong, the words around are local
    ("They went to the base in [At-Tanf|PERSON].", ["At-Tanf"]),
    ("They fought for hours in [Kisangani|NORP].", ["Kisangani"]),
    ("Shelling went on in northern [Aleppo|NORP].", ["Aleppo"]),
    ("The rebels captured [Malakal|PERSON].", ["Malakal"]),
    (
        "Police in [Suba|PERSON], [Migori|PERSON] and [Kisumu|GPE] met in [Kenya|GPE].",
        ["Suba", "Migori", "Kisumu", "Kenya"],
    ),
    # unknown to the gazetteer, called a village by the text
    ("He died in the village of [Xulgarbo].", ["Xulgarbo"]),
    ("Men came to [Xulgarbo] village.", ["Xulgarbo"]),
    # public bodies named after their place
    ("The wounded were at [Mosul University|ORG].", ["Mosul"]),
    # capitals
    ("SOLDIERS FIRED ON A CROWD IN [DAMASCUS|GPE].", ["DAMASCUS"]),
    ("[RAQQA|GPE], [Syria|GPE] (Agency) - Two died.", ["RAQQA", "Syria"]),
]


@pytest.mark.parametrize(("marked", "expected"), TRAPS, ids=lambda v: str(v)[:40])
def test_only_places_are_toponyms(places: Places, marked: str, expected: list[str]) -> None:
    assert [p.text for p in places(marked)] == expected


RELATIONS = [
    ("He died in [Goma|GPE].", "in", "settlement"),
    ("He died near [Goma|GPE].", "near", "region"),
    ("He died near the town of [Goma|GPE].", "near", "region"),
    ("He died outside [Goma|GPE].", "outside", "region"),
    ("He died on the outskirts of [Goma|GPE].", "outskirts of", "settlement"),
    ("He died northwest of [Goma|GPE].", "northwest of", "region"),
    ("He died 10 km north of [Goma|GPE].", "10 km north of", "region"),
    ("He died some 25 miles (40 km) from [Goma|GPE].", "some 25 miles (40 km) from", "region"),
    ("He died on the road to [Goma|GPE].", "on the road to", "region"),
    ("He spoke of [Goma|GPE].", None, "settlement"),
]


@pytest.mark.parametrize(("marked", "words", "precision"), RELATIONS)
def test_an_offset_place_is_a_region_about_its_anchor(
    places: Places, marked: str, words: str | None, precision: str
) -> None:
    found = named(places(marked), "Goma")
    assert (found.relation, found.precision) == (words, precision)


def test_both_ends_of_a_road_are_anchors(places: Places) -> None:
    found = places("A mine went off on the road between [Diffa|GPE] and [Bosso|GPE].")
    assert [(p.text, p.relation, p.precision) for p in found] == [
        ("Diffa", "on the road between", "region"),
        ("Bosso", "on the road between", "region"),
    ]


def test_one_sense_in_a_document_unless_containers_differ(places: Places) -> None:
    text = "He left [Springfield|GPE], [Missouri|GPE], for [Springfield|GPE], [Illinois|GPE]."
    assert [p.admin1 for p in places(text)] == ["Missouri", "Missouri", "Illinois", "Illinois"]
    text = "Police in [Paris|GPE], [Texas|GPE], met. Later [Paris|GPE] was quiet."
    assert {p.geonames for p in places(text) if p.text == "Paris"} == {4717560}


def test_at_tanf_is_a_point_in_syria(places: Places) -> None:
    found = named(places("Troops stayed at the [At-Tanf garrison|FAC]."), "At-Tanf garrison")
    assert (found.id, found.country, found.precision) == ("place:at-tanf", "SYR", "point")
    assert found.latitude == pytest.approx(33.506, abs=0.02) and found.longitude == pytest.approx(38.618, abs=0.02)


def test_what_is_not_known_stays_open(places: Places) -> None:
    found = named(places("He died in the village of [Xulgarbo]."), "Xulgarbo")
    values: list[Any] = [found.name, found.id, found.geonames, found.latitude, found.country, found.admin1]
    assert values == [None] * 6


def test_a_namesake_elsewhere_is_not_meant(places: Places) -> None:
    found = named(places("Jets struck near [Callan|GPE] in [Mali|GPE]."), "Callan")
    assert (found.name, found.country) == (None, None)
    assert named(places("He lives in [Callan|GPE] in [Ireland|GPE]."), "Callan").country == "IRL"


@pytest.mark.parametrize(
    ("marked", "words", "country"),
    [
        # what the words around say
        ("Jets struck the [Khair|GPE] area of [Kabul|GPE].", "Khair", None),
        ("Jets struck [Litoral|GPE] hospital in [Guayaquil|GPE].", "Litoral", None),
        ("Jets struck the [Kunduz|GPE] area of [Kabul|GPE].", "Kunduz", None),
        ("Jets struck [La Esmeralda|GPE] in [Arauca|GPE] in [Colombia|GPE].", "La Esmeralda", None),
        ("Jets struck [La Victoria|GPE] in [Apure|GPE] state.", "La Victoria", None),
        ("Jets struck the [Khair|GPE] area of west [Kabul|GPE].", "Khair", None),
        ("Jets struck [Kasur|GPE] north of [Belfast|GPE].", "Kasur", None),
        ("Jets struck [Roztoky|GPE] in [Kharkiv|GPE] province.", "Roztoky", None),
        ("Jets struck [Kasur|GPE] near [Lahore|GPE].", "Kasur", "PAK"),
        # a land that nothing else in the text is in
        ("From [Dhaka|GPE] and [Khulna|GPE] to [Sylhet|GPE]. Jets struck [Rampura|GPE].", "Rampura", None),
        ("From [Dhaka|GPE] to [Delhi|GPE] and [Sylhet|GPE]. Jets struck [Rampura|GPE].", "Rampura", "IND"),
        ("From [Dhaka|GPE] and [Khulna|GPE] to [Sylhet|GPE]. He left for [Munich|GPE].", "Munich", "DEU"),
        ("Jets struck [Rampura|GPE].", "Rampura", "IND"),
        ("Jets struck the [Leopold|GPE] Cafe. Jets left [Mumbai|GPE].", "Leopold Cafe", None),
        ("Jets struck [Leopold|GPE]. Jets left [Mumbai|GPE].", "Leopold", "AUS"),
    ],
)
def test_a_small_place_elsewhere_is_not_meant(places: Places, marked: str, words: str, country: str | None) -> None:
    found = named(places(marked), words)
    assert (found.country, found.name is None) == (country, country is None)


def test_a_name_that_the_index_has_the_first_word_of_is_whole(places: Places) -> None:
    for marked in ("[Khair|GPE] Xulgarbo", "[Khair Xulgarbo|GPE]"):
        assert named(places(f"Jets struck in {marked} in [Kabul|GPE]."), "Khair Xulgarbo").country is None


def test_directions_before_a_land_are_no_province_of_another(places: Places) -> None:
    found = places("Jets struck [Cornwall|GPE] in [South West England|GPE].")
    assert [(p.text, p.country) for p in found] == [("Cornwall", "GBR"), ("England", "GBR")]


def test_a_text_without_names_has_no_places(places: Places) -> None:
    assert places("nothing happened.") == ()
    assert places("") == ()


@pytest.mark.parametrize(
    ("marked", "town", "country"),
    [
        ("Yemeni troops fled from [Bayda|GPE].", "Bayda", "YEM"),
        ("Troops fled from [Bayda|GPE].", "Bayda", "LBY"),
        ("Abu Sayyaf took two nurses in [Carmen|GPE].", "Carmen", "PHL"),
    ],
)
def test_the_country_of_an_actor_speaks_for_its_towns(
    marked: str, town: str, country: str, parse_marked: Callable[[str], tuple[Document, Doc]], shipped: Ontology
) -> None:
    document, doc = parse_marked(marked)
    names = Names(shipped.entries.values()).find(document.text)
    found = PlaceLinker(shipped).toponyms(document, doc, names)
    assert named(found, town).country == country


@pytest.mark.parametrize(
    ("marked", "words", "country"),
    [
        ("He died in [Pont-Xulgarbo|GPE].", "Pont-Xulgarbo", None),
        ("He died in [Bir al-Xulgarbo|GPE].", "Bir al-Xulgarbo", None),
        ("He died in [Intan Xulgarbo|LOC].", "Intan Xulgarbo", None),
        ("He died in [Umm Karma|LOC].", "Umm Karma", None),
        ("He died in [Bani Salim|GPE].", "Bani Salim", None),
        ("He died in [Tal al-Xulgarbo|GPE].", "Tal al-Xulgarbo", None),
        ("The governor of [Goma|PERSON] was shot.", "Goma", "COD"),
        ("He died in [Nagorno-Karabakh|GPE].", "Nagorno-Karabakh", "AZE"),
        ("He died in [Sulaimaniyah|GPE].", "Sulaimaniyah", "IRQ"),
        # names that the model takes for none of a place, behind "in"; months are none
        ("He died in [Turbat|DATE].", "Turbat", "PAK"),
        ("He died in [Tumaco|EVENT].", "Tumaco", "COL"),
        # press names of provinces
        ("He died in [Gaza|GPE].", "Gaza", "PSE"),
        ("He died in [Karen state|GPE].", "Karen state", "MMR"),
        ("He died in [Lower Shabelle|GPE].", "Lower Shabelle", "SOM"),
    ],
)
def test_names_that_are_whole_and_names_of_the_press(
    places: Places, marked: str, words: str, country: str | None
) -> None:
    assert named(places(marked), words).country == country


def test_a_month_is_no_town(places: Places) -> None:
    assert [p.text for p in places("He died in [March|DATE] in [Kabul|GPE].")] == ["Kabul"]


def test_gaza_is_the_strip_unless_it_is_called_a_city(places: Places) -> None:
    assert named(places("He died in [Gaza|GPE] near [Rafah|GPE]."), "Gaza").name == "Gaza Strip"
    assert named(places("He died in the city of [Gaza|GPE]."), "Gaza").name == "Gaza City"
