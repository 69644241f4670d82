"""``kg export`` as a user calls it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize("form", ["csv", "jsonl", "acled", "ucdp-ged", "polecat", "hxl"])
def test_a_table_has_a_file_beside_it_that_says_whose_places_it_holds(
    kg, seed_store: Path, tmp_path: Path, form: str
) -> None:
    assert kg("export", "-f", form, "-o", tmp_path / "out", "--store", seed_store).code == 0
    assert "GeoNames (https://www.geonames.org/), CC BY 4.0" in (tmp_path / "out.RIGHTS.txt").read_text("utf-8")


def test_tables_say_on_stderr_what_they_leave_out(kg, seed_store: Path) -> None:
    code, out, err = kg("export", "-f", "acled", "-s", seed_store)
    assert code == 0
    assert out.startswith("event_id_cnty,event_date,")
    credit, left = err.splitlines()
    assert "GeoNames" in credit
    assert "incidents have no row in acled: " in left
    assert left.endswith("; --left-out FILE lists them")


def test_what_is_left_out_can_be_listed(kg, seed_store: Path) -> None:
    code, out, err = kg("export", "-f", "ucdp-ged", "-o", "x.csv", "--left-out", "left.csv", "-s", seed_store)
    assert (code, out) == (0, "")
    header, *rows = csv.reader(io.StringIO(Path("left.csv").read_text(encoding="utf-8")))
    assert header == ["incident", "reason", "label"]
    assert f"kg: {len(rows)} of " in err
    assert all(row[0].startswith("incident:") and row[1] and ": " in row[2] for row in rows)


def test_data_and_the_list_of_what_is_left_out_go_apart(kg, seed_store: Path) -> None:
    code, out, err = kg("export", "-f", "acled", "--left-out", "-", "-s", seed_store)
    assert (code, out) == (2, "")
    assert "cannot both go to the standard output" in err
    assert kg("export", "-f", "acled", "-o", "a.csv", "--left-out", "-", "-s", seed_store).out.startswith(
        "incident,reason,label\n"
    )


def test_filters_choose_incidents(kg, seed_store: Path) -> None:
    def ids(*options: str) -> set[str]:
        records = map(json.loads, kg("export", "-f", "jsonl", *options, "-s", seed_store).out.splitlines())
        return {event["incident"] for record in records for event in record["events"]}

    every = ids()
    russian = ids("--actor", "Russia")
    assert set() < russian < every
    assert ids("--since", "2016-06", "--until", "2016-06-30", "--actor", "Russia", "--country", "Syria") <= russian
    assert ids("--status", "failed") < every
    assert ids("--min-confidence", "1") < every
    assert ids("--country", "Peru") == set()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--since", "soon"], "--since 'soon' is no day; write YYYY-MM-DD, YYYY-MM or YYYY"),
        (["--actor", "Rusia"], "no actor 'Rusia'; did you mean Russia"),
        (["--country", "Siria"], "no country 'Siria'; did you mean Syria"),
        (["--status", "assertd"], "no status 'assertd'; did you mean asserted?"),
        (["--min-confidence", "7"], "--min-confidence 7 is no share; give a number from 0 to 1"),
        (["--min-confidence", "high"], "'high' is not a valid float"),
    ],
)
def test_a_wrong_filter_is_one_line(kg, seed_store: Path, options: list[str], says: str) -> None:
    code, out, err = kg("export", "-f", "csv", *options, "-s", seed_store)
    assert (code, out) == (2, "")
    assert says in err


def test_a_format_is_told_by_the_suffix(kg, seed_store: Path) -> None:
    assert kg("export", "-o", "map.json", "-s", seed_store).code == 0
    assert json.loads(Path("map.json").read_text(encoding="utf-8"))["type"] == "FeatureCollection"
    code, _, err = kg("export", "-o", "map.doc", "-s", seed_store)
    assert (code, "give a format with -f: ttl, trig" in err) == (2, True)


def test_several_files_want_a_folder(kg, seed_store: Path) -> None:
    assert kg("export", "-f", "neo4j", "-o", "import", "-s", seed_store) == (0, "", "")
    assert (Path("import") / "nodes.csv").read_text(encoding="utf-8").startswith("id:ID,name,:LABEL,")
    code, _, err = kg("export", "-f", "neo4j", "-s", seed_store)
    assert (code, "name a folder or a .zip with -o" in err) == (2, True)


def test_parquet_goes_to_a_file_and_to_a_pipe(kg, kg_process, seed_store: Path) -> None:
    pytest.importorskip("pyarrow")
    assert kg("export", "-o", "x.parquet", "-s", seed_store) == (0, "", "")
    assert Path("x.parquet").read_bytes()[:4] == b"PAR1"


def test_export_and_report_choose_the_same_incidents(kg, seed_store: Path) -> None:
    filters = ["--country", "Syria", "--action", "Violence", "--since", "2017-05", "-s", seed_store]
    rows = list(csv.DictReader(io.StringIO(kg("export", "-f", "csv", *filters).out)))
    report = json.loads(kg("report", "--json", *filters).out)
    assert 0 < len(rows) == report["incidents"]
    assert sum(row["status"] == "asserted" for row in rows) == sum(report["types"].values())
    assert report["only"] == "since 2017-05, action Violence, country Syria"


def test_filters_that_nothing_passes_are_told(kg, seed_store: Path) -> None:
    code, _, err = kg("export", "-f", "csv", "--since", "2030", "-s", seed_store)
    assert code == 0
    assert "kg: no incident passes the filters\n" in err


def test_the_codebook_needs_no_store(kg) -> None:
    code, out, err = kg("export", "--codebook")
    assert (code, err) == (0, "")
    assert out.startswith("column,type,meaning\nincident,text,")
    code, out, err = kg("export", "-f", "acled", "--codebook")
    assert (code, out) == (2, "")
    assert "of acled see https://" in err
    assert "ttl is no table" in kg("export", "-f", "ttl", "--codebook").err
