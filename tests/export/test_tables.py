"""Tables as files: what stands in their bytes."""

from __future__ import annotations

import builtins
import csv
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from kg.errors import ExportError
from kg.export import write
from kg.export.acled import COLUMNS as ACLED
from kg.export.acled import TAGS
from kg.export.chosen import STATUSES, Chosen, Wanted
from kg.export.delimited import csv_rows, tsv_rows
from kg.export.incidents_table import COLUMNS
from kg.export.neo4j import NODES, RELATIONSHIPS
from kg.export.polecat import COLUMNS as POLECAT
from kg.export.ucdp import COLUMNS as UCDP
from kg.graph import incidents
from kg.graph.store import Store, open_store

KML = {"k": "http://www.opengis.net/kml/2.2"}


def text(store: Store, form: str, wanted: Wanted | None = None) -> str:
    target = io.StringIO()
    write(Chosen(store, wanted or Wanted()), form, target)
    return target.getvalue()


def table(store: Store, form: str, wanted: Wanted | None = None) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text(store, form, wanted))))


@pytest.mark.parametrize(("form", "columns"), [("acled", ACLED), ("ucdp-ged", UCDP), ("csv", COLUMNS), ("hxl", ACLED)])
def test_every_row_has_every_column(filled: Store, form: str, columns: tuple[str, ...]) -> None:
    header, *rows = table(filled, form)
    assert tuple(header) == columns
    assert {len(row) for row in rows} == {len(columns)}


def test_hxl_is_the_table_of_acled_with_tags_in_a_second_row(filled: Store) -> None:
    header, tags, *rows = table(filled, "hxl")
    assert tuple(tags) == TAGS
    assert [header, *rows] == table(filled, "acled")


def test_polecat_is_tabs_with_none_for_empty(filled: Store) -> None:
    header, *rows = (line.split("\t") for line in text(filled, "polecat").splitlines())
    assert tuple(header) == POLECAT
    assert {len(row) for row in rows} == {40}
    first = dict(
        zip(header, next(row for row in rows if row[2] == "ASSAULT" and row[7] == "Lake Coalition"), strict=True)
    )
    assert (first["Intensity"], first["Event Date"], first["Recipient Name"]) == (
        "None",
        "2017-05-18",
        "a pro-government convoy",
    )
    assert first["Source"] == "Lake Wire; Ormia Times"


def test_the_table_of_incidents_tells_all_that_is_known(filled: Store) -> None:
    header, *rows = table(filled, "csv")
    row = dict(zip(header, next(row for row in rows if row[0] == "incident:e4"), strict=True))
    assert row["agents"] == "Northern Front"
    assert (row["killed_low"], row["killed_best"], row["killed_high"], row["killed_of_targets"]) == (
        "10",
        "10",
        "12",
        "10",
    )
    assert (row["wounded_best"], row["reciprocal"], row["geonames"], row["target_ids"]) == (
        "",
        "true",
        "4711",
        "actor:VEL-MIL",
    )
    assert (row["acled_event_type"], row["acled_sub_event_type"], row["outlets"]) == (
        "Battles",
        "Armed clash",
        "Lake Wire",
    )
    assert {row[header.index("status")] for row in rows} == {"asserted", "denied", "alleged", "failed"}


def test_cells_survive_quotes_commas_breaks_and_scripts() -> None:
    awkward = ['say "no", twice', "two\nlines", "two\rlines", "Дебальцеве – الرقة", "", " x "]
    assert next(csv.reader(io.StringIO("".join(csv_rows([awkward])), newline=""))) == awkward
    assert list(csv_rows([[None, 1, -2.5, True, "a"]])) == [",1,-2.5,true,a\n"]
    assert list(tsv_rows([["a\tb\nc", None, "", -1.5]])) == ["a b c\tNone\tNone\t-1.5\n"]


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1", "-1+2", "@SUM(A1)", "\tx"])
def test_no_text_is_a_formula_of_a_spreadsheet(words: str) -> None:
    assert next(csv.reader(csv_rows([[words]]))) == ["'" + words]
    assert next(csv.reader(csv_rows([[words]], guard=False))) == [words]


def test_what_has_no_row_is_noted_with_its_reason(filled: Store) -> None:
    chosen = Chosen(filled)
    told = chosen.table(lambda row, known: "never" if row.status == "failed" else (row.id,), tells_status=True)
    assert len(list(told)) == len(chosen.rows) - 1
    assert chosen.left == [("incident:e8", "never")]
    everything = write(filled, "ucdp-ged", io.StringIO())
    assert ("incident:e2", "not lethal") in everything.left


def test_tables_without_a_status_hold_what_is_asserted_or_asked_for(filled: Store) -> None:
    chosen = write(filled, "polecat", io.StringIO())
    assert {*chosen.left} == {(f"incident:{name}", "not asserted") for name in ("e5", "e6", "e8")}
    denied = text(filled, "polecat", Wanted(statuses=("denied",))).splitlines()
    assert [line.split("\t")[0] for line in denied] == ["Event ID", "e5"]


@pytest.fixture
def awkward(story: ModuleType, invented: Path, tmp_path: Path) -> Iterator[Store]:
    """A store whose words try to break out of what holds them."""
    from dataclasses import replace

    event = story.FIRST_RECORD.events[4]
    words = '=1+1 <b>&amp;</b> ]]> "q", \x01\x0b\u2028 tail'
    sentence = replace(event.sentence, text=words)
    agent = replace(event.agents[0], id=None, name=None, text=words, head=replace(event.agents[0].head, text=words))
    with open_store(str(tmp_path / "awkward"), ontology=invented) as store:
        store.add(replace(story.FIRST_RECORD, events=(replace(event, sentence=sentence, agents=(agent,)),)))
        incidents.refresh(store)
        yield store


def test_geojson_is_a_collection_of_points(filled: Store) -> None:
    found: dict[str, Any] = json.loads(text(filled, "geojson"))
    assert found["type"] == "FeatureCollection"
    assert "GeoNames" in found["rights"]
    assert len({feature["id"] for feature in found["features"]}) == len(found["features"]) == 8
    for feature in found["features"]:
        assert feature.keys() == {"type", "id", "geometry", "properties"}
        assert (feature["type"], feature["geometry"]["type"]) == ("Feature", "Point")
        longitude, latitude = feature["geometry"]["coordinates"]
        assert (38 < longitude < 40, 33 < latitude < 35) == (True, True)
    first = next(feature for feature in found["features"] if feature["id"] == "incident:e4")
    assert first["geometry"]["coordinates"] == [39.0, 34.25]
    assert first["properties"]["agents"] == ["Northern Front"]
    assert "start" not in first["properties"]


def test_kml_is_placemarks_with_their_time(filled: Store) -> None:
    root = ET.fromstring(text(filled, "kml"))
    placemarks = root.findall("k:Document/k:Placemark", KML)
    assert len(placemarks) == 8
    assert "GeoNames" in str(root.findtext("k:Document/k:description", None, KML))
    june = next(p for p in placemarks if p.get("id") == "incident-e9")
    assert june.findtext("k:TimeSpan/k:begin", None, KML) == "2016-06-01"
    assert june.findtext("k:TimeSpan/k:end", None, KML) == "2016-06-30"
    assert june.findtext("k:Point/k:coordinates", None, KML) == "38.66,33.5"
    assert [child.tag.partition("}")[2] for child in june] == [
        "name",
        "description",
        "TimeSpan",
        "ExtendedData",
        "Point",
    ]
    names = [str(p.findtext("k:name", None, KML)) for p in placemarks]
    assert sum(name.endswith(("[denied]", "[failed]", "[alleged]")) for name in names) == 3


def test_words_break_out_of_no_map(awkward: Store) -> None:
    feature = json.loads(text(awkward, "geojson"))["features"][0]
    assert "<b>&amp;</b>" in feature["properties"]["notes"]
    assert len(text(awkward, "geojson").splitlines()) == 5
    placemark = ET.fromstring(text(awkward, "kml")).find("k:Document/k:Placemark", KML)
    assert placemark is not None
    assert "=1+1 <b>&amp;</b> ]]>" in str(placemark.findtext("k:description", None, KML))
    assert next(row for row in table(awkward, "csv")[1:])[-1].startswith("'=1+1 <b>")


@pytest.mark.parametrize("form", ["kml", "graphml", "gexf"])
def test_xml_holds_no_character_that_it_cannot(awkward: Store, form: str) -> None:
    target = io.StringIO()
    write(Chosen(awkward, Wanted(statuses=STATUSES)), form, target)
    root = ET.fromstring(target.getvalue())
    said = "".join(root.itertext()) + "".join(value for each in root.iter() for value in each.attrib.values())
    assert '"q", \ufffd' in said


def test_neo4j_is_nodes_and_relationships(filled: Store, tmp_path: Path) -> None:
    write(filled, "neo4j", tmp_path / "import")
    assert sorted(path.name for path in (tmp_path / "import").iterdir()) == [
        "RIGHTS.txt",
        "nodes.csv",
        "relationships.csv",
    ]
    nodes, links = (
        list(csv.DictReader(io.StringIO((tmp_path / "import" / name).read_text(encoding="utf-8"), newline="")))
        for name in ("nodes.csv", "relationships.csv")
    )
    assert tuple(nodes[0]) == NODES
    assert NODES[:3] == ("id:ID", "name", ":LABEL")
    assert tuple(links[0]) == RELATIONSHIPS
    assert RELATIONSHIPS[:3] == (":START_ID", ":END_ID", ":TYPE")
    ids = [node["id:ID"] for node in nodes]
    assert len(ids) == len(set(ids))
    assert {link[end] for link in links for end in (":START_ID", ":END_ID")} <= set(ids)
    assert all(node[":LABEL"] for node in nodes)
    labels = {node["id:ID"]: node[":LABEL"] for node in nodes}
    assert labels["place:tarn"] == "Participant;Place"
    assert labels["incident:e4"] == "Incident;ArmedClash"
    direct = {(link[":START_ID"], link[":TYPE"], link[":END_ID"]) for link in links if link[":TYPE"] == "CLASHED_WITH"}
    assert direct == {
        ("actor:northern-front", "CLASHED_WITH", "actor:VEL-MIL"),
        ("actor:VEL-MIL", "CLASHED_WITH", "actor:northern-front"),
    }
    assert {link["status"] for link in links if link[":TYPE"] == "AIRSTRUCK"} == {"asserted"}
    assert {link["status"] for link in links} == {"asserted", "denied", "alleged", "failed"}
    june = next(link for link in links if link[":TYPE"] == "AIRSTRUCK" and link["incident"] == "incident:e9")
    assert (june["year:int"], june["start:date"], june["confidence:double"]) == ("2016", "2016-06-01", "1.0")


def test_neo4j_may_be_one_zip_of_the_same_bytes(filled: Store, tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        write(filled, "neo4j", tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["nodes.csv", "relationships.csv", "RIGHTS.txt"]


def test_neo4j_needs_a_folder(filled: Store, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"write it to a folder or a \.zip"):
        write(filled, "neo4j", io.StringIO())
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportError, match=r"is a file; name a folder or a \.zip"):
        write(filled, "neo4j", tmp_path / "file")


def test_parquet_has_types(filled: Store, tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    write(filled, "parquet", tmp_path / "x.parquet")
    found = pq.read_table(tmp_path / "x.parquet")
    kinds = {column.name: column.type for column in found.schema}
    assert tuple(kinds) == COLUMNS
    assert (kinds["start"], kinds["latitude"], kinds["killed_best"]) == (pa.date32(), pa.float64(), pa.int64())
    assert (kinds["reciprocal"], kinds["notes"]) == (pa.bool_(), pa.string())
    assert pa.types.is_list(kinds["agents"])
    assert "GeoNames" in found.schema.metadata[b"rights"].decode()
    rows = {row["incident"]: row for row in found.to_pylist()}
    assert rows["incident:e4"]["agents"] == ["Northern Front"]
    assert rows["incident:e1"]["start"].isoformat() == "2017-05-18"
    assert (rows["incident:e2"]["killed_best"], rows["incident:e2"]["agent_sectors"]) == (None, ["OPP"])
    write(filled, "parquet", tmp_path / "y.parquet")
    assert (tmp_path / "x.parquet").read_bytes() == (tmp_path / "y.parquet").read_bytes()


def test_parquet_without_pyarrow_names_the_extra(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ExportError, match=r"pip install 'conflict-kg\[parquet\]'"):
        write(filled, "parquet", tmp_path / "x.parquet")
    assert not (tmp_path / "x.parquet").exists()


def test_records_with_places_of_geonames_say_so(filled: Store) -> None:
    records = [json.loads(line) for line in text(filled, "jsonl").splitlines()]
    assert ["GeoNames" in record.get("rights", "") for record in records] == [False, True]
