"""``kg export``: the store in other formats."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli import options
from kg.cli.stores import to_read
from kg.cli.terminal import deliver, say

if TYPE_CHECKING:
    from kg.export.chosen import Chosen

#: held equal to the writers by a test
FORMATS = (
    "ttl", "trig", "nq", "jsonld", "graphml", "gexf", "jsonl", "csv", "parquet", "geojson", "kml", "acled", "ucdp-ged",
    "polecat", "hxl", "neo4j",
)  # fmt: skip
#: other suffixes of files -> format
SUFFIXES = {"json": "geojson", "ndjson": "jsonl", "tsv": "polecat"}


@click.command("export")
@click.option("--format", "-f", "form", type=click.Choice(FORMATS), help="Format; from the suffix of FILE if left out.")
@options.filters
@click.option("--by-report", is_flag=True, help="Date what has no stated time by its first report, to the week.")
@click.option(
    "--left-out", metavar="FILE", help="List there, as CSV, the incidents that the format cannot hold, and why."
)
@click.option("--codebook", is_flag=True, help="Write what the columns of csv and parquet mean, instead.")
@options.target
@options.store
def command(
    form: str | None,
    filters: dict[str, Any],
    by_report: bool,
    left_out: str | None,
    codebook: bool,
    target: str,
    store: str,
) -> None:
    """Write the store, or the incidents that pass all filters.

    \b
    ttl, trig, nq, jsonld    the graph            csv, parquet   one row an incident, all that is known
    graphml, gexf, neo4j     networks             geojson, kml   a map
    jsonl                    the records          acled, ucdp-ged, polecat, hxl   the tables of these projects

    \b
    Example:
      kg export -o graph.ttl
      kg export -f acled --country Syria --since 2017 -o syria.csv --left-out without-row.csv
      kg export -f csv --codebook         (what the columns mean)
      kg export -f neo4j -o import        (a folder, or a .zip)
      kg export -f jsonl | jq -r '.events[].incident' | sort | uniq -c

    The filters choose incidents; several values of one option mean any of them. A graph then holds these incidents with
    their mentions, articles, actors, places and claims, and of the direct triples those that they support; jsonl the
    events of these incidents. --actor takes in what is below somebody: the forces of a state, the members of a group.

    acled, ucdp-ged, polecat, hxl, graphml and gexf hold asserted incidents alone unless --status asks for others; the
    other formats tell the status. What a format cannot hold is counted on stderr. An incident without a stated time has
    no row in acled, ucdp-ged and hxl unless --by-report. In acled and hxl a row is an event of
    ACLED, which may be several incidents: a protest and those who step in.
    In CSV and TSV, a text cell that begins with = + - or @ gets an apostrophe, as a spreadsheet would run it.

    Place names and coordinates come from GeoNames (https://www.geonames.org/), CC BY 4.0: whoever passes them on says so.
    Tables have no room for that; a file FILE.RIGHTS.txt beside them says it.
    """
    if codebook:
        _explain(form, target)
        return
    suffix = target.rpartition(".")[2].lower()
    chosen_form = form or (SUFFIXES.get(suffix, suffix))
    if chosen_form not in FORMATS:
        raise click.UsageError(f"give a format with -f: {', '.join(FORMATS)}")
    if left_out == target == "-":
        raise click.UsageError("the export and the list of --left-out cannot both go to the standard output")
    from kg.export.chosen import Chosen, Wanted

    wanted = Wanted(**filters, by_report=by_report)
    with to_read(store) as opened:
        chosen = Chosen(opened, wanted)
        _write(chosen, chosen_form, target)
        _tell(chosen, chosen_form, target, left_out)


def _explain(form: str | None, target: str) -> None:
    """Write the codebook of the table of incidents; say where that of another table is."""
    from kg.export import codebook

    if form in (None, "csv", "parquet"):
        deliver(codebook.codebook(), target)
    elif form in codebook.ELSEWHERE:
        raise click.UsageError(f"--codebook describes csv and parquet; of {form} see {codebook.ELSEWHERE[form]}")
    else:
        raise click.UsageError(f"--codebook describes csv and parquet; {form} is no table")


def _write(chosen: Chosen, form: str, target: str) -> None:
    from kg.export.formats import BINARY, FOLDERS, save_folder
    from kg.export.formats import FORMATS as WRITERS

    if form in FOLDERS:
        if target == "-":
            raise click.UsageError(f"{form} is several files: name a folder or a .zip with -o")
        save_folder(Path(target), FOLDERS[form](chosen))
        return
    if form in BINARY and target == "-" and sys.stdout.isatty():
        raise click.UsageError(f"{form} is not text: name a file with -o")
    deliver(WRITERS[form](chosen), target)


def _tell(chosen: Chosen, form: str, target: str, left_out: str | None) -> None:
    """Say what the format could not hold, and whose data it holds where it cannot say so itself."""
    from kg.export.delimited import csv_rows
    from kg.export.formats import acknowledge

    beside = Path(target) if target != "-" and not Path(target).is_char_device() else None
    if words := acknowledge(chosen.store, form, beside):
        say(f"kg: {words}")
    if chosen.wanted.selects and not chosen.rows:
        say("kg: no incident passes the filters")
    reasons = Counter(reason for _, reason in chosen.left)
    if reasons:
        counts = ", ".join(
            f"{number:,} {reason}" for reason, number in sorted(reasons.items(), key=lambda r: (-r[1], r[0]))
        )
        hint = "" if left_out else "; --left-out FILE lists them"
        say(f"kg: {len(chosen.left):,} of {len(chosen.rows):,} incidents have no row in {form}: {counts}{hint}")
    if left_out:
        labels = {row.id: row.label for row in chosen.rows}
        listed = ((incident, reason, labels[incident]) for incident, reason in chosen.left)
        deliver(csv_rows([("incident", "reason", "label"), *listed]), left_out)
