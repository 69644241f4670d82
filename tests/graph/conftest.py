"""A small invented world in which every answer can be worked out by hand.

====  ==========  ============  ==================================  ==========  ======================  ========
node  day         action        who                                 place       killed low/best/high    status
====  ==========  ============  ==================================  ==========  ======================  ========
i1    2017-05-18  Airstrike     Lake Coalition > Northern Front     Tarn        6 / 6 / 6               asserted
i2    2017-05-02  Airstrike     Velandic Army > Northern Front      Tarn        3 / 4 / 9               asserted
i3    2017-05-02  ArmedClash    Northern Front <> Velandic Army     Lesk        10 / 10 / 12            asserted
i4    2017-04-10  Shooting      Velandic Army > villagers           Lesk        5 / 5 / 5               asserted
i5    2017-04     Attack        Red Brigade > Northern Front        Velport     2 / 2 / 2               asserted
i6    2017-02-20  Shelling      Velandic Army > villagers           Tarn        -                       asserted
i7    2016        Attack        Northern Front > Velandic Army      -           -                       asserted
i8    -           Bombing       ? > villagers                       Tarn        7 / 7 / 7               asserted
i9    2017-05-10  Airstrike     Velandic Army > villagers           Lesk        3 / 3 / 3               denied
i10   2017-05-05  MilitaryAid   Veland > Red Brigade                -           -                       asserted
i11   2017-05-06  Endorsement   Dara Venn > Lake Coalition          Ormia       -                       asserted
====  ==========  ============  ==================================  ==========  ======================  ========

Of i8 no time is told; it was reported on 2017-05-19, which is the last day on which it can have been.

Tarn (33.5, 38.66) lies in Tarn Hills, Lesk (34.25, 39.0) in Lesk Valley, both in Ormia; Velport (10, 179.5) in Veland.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from kg.graph.store import Store

INCIDENTS = """
i1|2017-05-18|2017-05-18|day|Airstrike|lake-coalition|northern-front|tarn|6 6 6|Asserted
i2|2017-05-02|2017-05-02|day|Airstrike|VEL-MIL|northern-front|tarn|3 4 9|Asserted
i3|2017-05-02|2017-05-02|day|ArmedClash|northern-front|VEL-MIL|lesk|10 10 12|Asserted
i4|2017-04-10|2017-04-10|day|Shooting|VEL-MIL|villagers|lesk|5 5 5|Asserted
i5|2017-04-01|2017-04-30|month|Attack|red-brigade|northern-front|velport|2 2 2|Asserted
i6|2017-02-20|2017-02-20|day|Shelling|VEL-MIL|villagers|tarn||Asserted
i7|2016-01-01|2016-12-31|year|Attack|northern-front|VEL-MIL|||Asserted
i8||2017-05-19|unknown|Bombing||villagers|tarn|7 7 7|Asserted
i9|2017-05-10|2017-05-10|day|Airstrike|VEL-MIL|villagers|lesk|3 3 3|Denied
i10|2017-05-05|2017-05-05|day|MilitaryAid|VEL|red-brigade|||Asserted
i11|2017-05-06|2017-05-06|day|Endorsement|dara-venn|lake-coalition|ormia||Asserted
"""
#: event, incident, article, agent, status, killed (low high; high ? where there is no upper bound), source
EVENTS = """
m1|i1|a|lake-coalition|Asserted||the Ormian army
m2|i1|b|VEL-MIL|Asserted||rebels
m3|i1|c|VEL|Asserted||
m4|i2|a|VEL-MIL|Asserted|3 3|the Ormian army
m5|i2|b|VEL-MIL|Asserted|9 9|rebels
m6|i2|b|VEL-MIL|Asserted|4 ?|
m7|i9|a|VEL-MIL|Denied||Veland
m8|i9|b|VEL-MIL|Asserted||residents
m9|i3|c|northern-front|Asserted|10 12|
m10|i4|c|VEL-MIL|Asserted|5 5|
"""
FIXED = """
GRAPH <https://w3id.org/conflict-event-kg/shared> {
  actor:VEL rdfs:label "Veland"@en ; a kg:Country ; kg:sector "GOV" .
  actor:VEL-MIL rdfs:label "Velandic Army"@en ; kg:sector "MIL" .
  actor:lake-coalition rdfs:label "Lake Coalition"@en ; kg:sector "MIL" .
  actor:northern-front rdfs:label "Northern Front"@en ; kg:sector "REB" .
  actor:red-brigade rdfs:label "Red Brigade"@en ; a kg:ArmedGroup ; kg:sector "REB" .
  actor:villagers rdfs:label "villagers"@en ; a kg:Civilians ; kg:sector "CVL" .
  actor:dara-venn rdfs:label "Dara Venn"@en ; kg:sector "OPP" .
  place:tarn a kg:Place ; rdfs:label "Tarn"@en ; kg:country "ORM" ; kg:admin1 "Tarn Hills" ; kg:precision "point" ;
    wgs84:lat 33.5 ; wgs84:long 38.66 ;
    geo:asWKT "POINT(38.66 33.5)"^^geo:wktLiteral ; geo:sfWithin place:ORM\\/tarn-hills .
  place:lesk a kg:Place ; rdfs:label "Lesk"@en ; kg:country "ORM" ; kg:admin1 "Lesk Valley" ; kg:precision "settlement" ;
    wgs84:lat 34.25 ; wgs84:long 39.0 ;
    geo:asWKT "POINT(39 34.25)"^^geo:wktLiteral ; geo:sfWithin place:ORM\\/lesk-valley .
  place:velport a kg:Place ; rdfs:label "Velport"@en ; kg:country "VEL" ; kg:precision "settlement" ;
    wgs84:lat 10 ; wgs84:long 179.5 ;
    geo:asWKT "POINT(179.5 10)"^^geo:wktLiteral ; geo:sfWithin place:VEL .
  place:ormia a kg:Place ; rdfs:label "Ormia"@en ; kg:country "ORM" ; kg:precision "country" ;
    wgs84:lat 34 ; wgs84:long 39 ;
    geo:asWKT "POINT(39 34)"^^geo:wktLiteral ; geo:sfWithin place:ORM .
  place:ORM\\/tarn-hills a kg:AdministrativeArea ; rdfs:label "Tarn Hills"@en ; geo:sfWithin place:ORM .
  place:ORM\\/lesk-valley a kg:AdministrativeArea ; rdfs:label "Lesk Valley"@en ; geo:sfWithin place:ORM .
}
GRAPH article:a { article:a a kg:Article ; kg:document "a" ; kg:source "Ormia Times" ; kg:published "2017-05-19"^^xsd:date }
GRAPH article:b { article:b a kg:Article ; kg:document "b" ; kg:source "Lake Wire" ; kg:published "2017-05-20"^^xsd:date .
  actor:northern-front kg:backedBy actor:lake-coalition }
GRAPH article:c { article:c a kg:Article ; kg:document "c" }
"""


def incident(line: str) -> str:
    """Write one line of INCIDENTS as triples."""
    node, start, end, precision, action, agent, target, place, killed, status = line.split("|")
    facts = [f'incident:{node} a kg:Incident ; rdfs:label "{node}"@en ; kg:action kg:{action} ; kg:status kg:{status}']
    facts.append(f'kg:timePrecision "{precision}" ; kg:reports 1 ; kg:article article:{"b" if node == "i1" else "a"}')
    facts += [f'kg:start "{start}"^^xsd:date'] if start else []
    facts += [f'kg:end "{end}"^^xsd:date'] if end else []
    facts += [f"kg:agent actor:{agent}"] if agent else []
    facts += [f"kg:target actor:{target}"] if target else []
    facts += [f"kg:place place:{place}"] if place else []
    facts += ["kg:reciprocal true"] if action == "ArmedClash" else []
    figure = f"<http://example.org/{node}/killed>"
    facts += [f"kg:casualties {figure}"] if killed else []
    text = " ; ".join(facts) + " .\n"
    if killed:
        low, best, high = killed.split()
        text += f'{figure} kg:casualtyKind "killed" ; kg:low {low} ; kg:best {best} ; kg:high {high} .\n'
    return text


def event(line: str) -> str:
    """Write one line of EVENTS as triples in the graph of its article."""
    node, happening, article, agent, status, killed, source = line.split("|")
    facts = [f"event:{node} a kg:Event ; kg:incident incident:{happening} ; kg:article article:{article}"]
    facts.append(f"kg:action kg:Attack ; kg:agent actor:{agent} ; kg:status kg:{status} ; kg:target actor:villagers")
    sentence = f"<http://example.org/{node}#s>"
    text = " ; ".join([*facts, f"kg:sentence {sentence}"]) + f' . {sentence} kg:quote "Sentence {node}." .\n'
    if source:
        text += f'event:{node} kg:attribution claim:{node} . claim:{node} kg:claimantName "{source}"@en .\n'
    if killed:
        low, high = killed.split()
        rest = "" if high == "?" else f" ; kg:high {high}"
        text += f"event:{node} kg:casualties <http://example.org/{node}/killed> . <http://example.org/{node}/killed> "
        text += f'kg:casualtyKind "killed" ; kg:approximate false ; kg:low {low}{rest} .\n'
    return f"GRAPH article:{article} {{ {text} }}\n"


@pytest.fixture(scope="session")
def world(invented: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that holds the table above; for reading only."""
    from kg.graph.store import open_store
    from kg.graph.vocabulary import INCIDENTS as GRAPH

    told = "".join(map(event, EVENTS.split("\n")[1:-1]))
    derived = "".join(map(incident, INCIDENTS.split("\n")[1:-1]))
    with open_store(str(tmp_path_factory.mktemp("world") / "store"), ontology=invented) as store:
        store.update(f"INSERT DATA {{ {FIXED} {told} GRAPH <{GRAPH}> {{ {derived} }} }}")
        yield store


@pytest.fixture(scope="session")
def invent() -> ModuleType:
    """Makes records of invented happenings: reports.py."""
    spec = spec_from_file_location("reports", Path(__file__).with_name("reports.py"))
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
