"""Names outside the ontology: how they are counted, and whom they may mean."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from types import ModuleType

from kg.export.unresolved import write
from kg.graph.decision_rows import Sheet, parse
from kg.graph.suggestions import Suggestions, near_ids
from kg.graph.unresolved import Unresolved, called, unresolved
from kg.model import Actor, Attribution, Record, Span
from kg.ontology import Entry

ENTRIES = {
    entry.id: entry
    for entry in (
        Entry("actor:VEL", "Veland", "Country", country="VEL", sector="GOV"),
        Entry("actor:northern-front", "Northern Front", "ArmedGroup", ambiguous=("the Front",)),
        Entry("actor:southern-front", "Southern Front", "ArmedGroup", ambiguous=("the Front",)),
        Entry("actor:dara-venn", "Dara Venn", "Person", labels=("Dara Venn",)),
    )
}


def actor(words: str, **more: object) -> Actor:
    return replace(Actor(0, len(words), words, Span(0, len(words), words)), **more)  # type: ignore[arg-type]


def told(story: ModuleType, document: str, *agents: Actor, source: Actor | None = None) -> Record:
    event = replace(story.FIRST_RECORD.events[0], agents=agents, targets=(), casualties=(), attribution=(0,))
    said = (Attribution(None, source, None, Span(0, 4, "that")),)
    return replace(story.FIRST_RECORD, document=document, events=(event,), attributions=said)


def test_names_are_counted_over_articles_and_the_most_frequent_comes_first(story: ModuleType) -> None:
    wind = actor("Red  Wind", name="Red Wind", kind="Militia")
    records = (
        told(story, "b", wind, wind, actor("a convoy", kind="Object"), actor("some angry men", kind="Civilians")),
        told(story, "a", wind, actor("the red wind", name="the red wind"), actor("Lesk", name="Lesk", kind="Place")),
        told(story, "c", actor("Zoran", name="Zoran", kind="Person"), actor("Veland", id="actor:VEL", name="Veland")),
    )
    found = unresolved(records, ENTRIES)
    assert [(one.name, one.kind, one.mentions, one.articles) for one in found] == [
        ("Red Wind", "Militia", 3, ("a", "b")),
        ("Zoran", "Person", 1, ("c",)),
    ]
    assert found[0].example == " ".join(story.FIRST_RECORD.events[0].sentence.text.split())
    assert [one.name for one in unresolved(records, ENTRIES, least=2)] == ["Red Wind"]
    every = {one.name for one in unresolved(records, ENTRIES, described=True)}
    assert every == {"Red Wind", "Zoran", "a convoy", "some angry men", "Lesk"}


def test_a_source_counts_as_well(story: ModuleType) -> None:
    assert [one.name for one in unresolved([told(story, "a", source=actor("Zoran", name="Zoran"))], ENTRIES)] == [
        "Zoran"
    ]


def test_ambiguous_names_carry_their_candidates_apart_from_suggestions(story: ModuleType) -> None:
    both = ("actor:northern-front", "actor:southern-front")
    words = "the Front of the north"
    found = unresolved([told(story, "a", actor(words, head=Span(4, 9, "Front"), candidates=both))], ENTRIES)
    assert [(one.name, one.candidates, one.suggestions) for one in found] == [("Front", both, ())]


def test_suggestions_are_of_a_fitting_kind(story: ModuleType) -> None:
    offered = Suggestions(ENTRIES)
    assert offered.of("Dara Ven", "Person") == ("actor:dara-venn",)
    assert offered.of("M. Venn", "Person") == ("actor:dara-venn",)
    assert offered.of("Dara Ven", "Militia") == ()
    assert offered.of("northern front", None) == ("actor:northern-front", "actor:southern-front")
    assert offered.of("Zoran", "Person") == ()


def test_ids_that_are_spelt_much_alike_are_found() -> None:
    assert near_ids("actor:northern-frnt", ENTRIES) == ("actor:northern-front", "actor:southern-front")
    assert near_ids("actor:xyz", ENTRIES) == ()


def test_a_linked_actor_is_called_by_its_words_too() -> None:
    assert called(actor("the Front men", head=Span(4, 9, "Front"), id="actor:x", name="Northern Front")) == (
        "Northern Front",
        "the Front men",
        "Front",
    )
    assert called(actor("Zoran", name="Zoran")) == ("Zoran",)


FOUND = (
    Unresolved("Front", "", 3, ("a", "b"), ("actor:northern-front", "actor:gone"), (), "The Front, they said, came."),
    Unresolved("D. Venn", "Person", 1, ("a",), (), ("actor:dara-venn",), "D. Venn came."),
    Unresolved("Wind", "Militia", 1, ("a",), ("actor:northern-front",), (), "x"),
)


def test_the_table_marks_suggestions_as_such() -> None:
    lines = "".join(write(FOUND, ENTRIES, "table")).splitlines()
    assert lines[0].split() == ["mentions", "articles", "name", "kind", "is", "it", "example"]
    assert "actor:northern-front (Northern Front); actor:gone" in lines[2]
    assert "actor:dara-venn (Dara Venn)?" in lines[3]
    assert "..." not in "".join(lines)


def test_a_terminal_cuts_the_example_and_no_candidate() -> None:
    long = replace(FOUND[0], example="The Front shelled the town of Lesk and left.")
    table = "".join(write([long], ENTRIES, "table", 80))
    assert "actor:northern-front (Northern Front); actor:gone" in table
    assert "The Front shelled the..." in table


def test_the_csv_is_a_table_of_decisions_that_decides_nothing_yet() -> None:
    text = "".join(write(FOUND, ENTRIES, "csv"))
    assert parse(text, "names.csv").rows == ()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["that"] for row in rows] == ["", "", "actor:northern-front"]
    assert rows[1]["suggestions"] == "actor:dara-venn (Dara Venn)"
    (row,) = parse(text.replace("\n,Wind", "\nmerge,Wind"), "names.csv").rows
    assert (row.decision, row.this, row.that, row.line) == ("merge", "Wind", "actor:northern-front", 4)


def test_json_names_the_entries() -> None:
    (first, *_) = json.loads("".join(write(FOUND, ENTRIES, "json")))
    assert first["candidates"] == [
        {"id": "actor:northern-front", "name": "Northern Front"},
        {"id": "actor:gone", "name": "actor:gone"},
    ]


def test_a_name_that_a_spreadsheet_would_run_is_kept_from_that_and_read_as_it_is() -> None:
    text = "".join(write([Unresolved("=SUM Front", "", 1, ("a",), (), (), "-x")], ENTRIES, "csv"))
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["this"], row["example"]) == ("'=SUM Front", "'-x")
    (decision,) = parse(text.replace("\n,", "\nmerge,"), "names.csv").rows
    assert decision.this == "=SUM Front"
    taken = Sheet().with_row(decision).text()
    assert ",'=SUM Front," in taken
    assert parse(taken, "ours.csv").rows[0].plain == decision.plain
