"""The table of decisions: what it says of names and incidents, what it refuses, and that a spreadsheet may write it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from kg.errors import DecisionError
from kg.export.chosen import Chosen
from kg.export.formats import FORMATS
from kg.graph import incidents, iris, schema
from kg.graph.affected import Affected
from kg.graph.decision_rows import Row, Sheet, load, parse
from kg.graph.decisions import Decisions, beside, kept, of, read
from kg.graph.identities import KINDS
from kg.graph.store import Store, open_store
from kg.graph.validation import validate
from kg.graph.vocabulary import KG
from kg.model import Actor, Span
from kg.ontology import Entry

ENTRIES = {
    entry.id: entry
    for entry in (
        Entry("actor:VEL", "Veland", "Country", adjectives=("Velandic",), country="VEL", sector="GOV"),
        Entry("actor:VEL-MIL", "Velandic Army", "Military", country="VEL", sector="MIL"),
        Entry("actor:northern-front", "Northern Front", "ArmedGroup", sector="REB"),
        Entry("actor:southern-front", "Southern Front", "ArmedGroup", sector="REB", led_by=("actor:VEL",)),
    )
}
HEADER = "decision,this,that,article,kind,country,sector,note"


FIRST, SECOND = "tarn-2017-05-18", "convoy hit/2"


def decided(tmp_path: Path, *rows: str, header: str = HEADER) -> Decisions:
    path = tmp_path / "kg-store.decisions.csv"
    path.write_text("\n".join((header, *rows, "")), encoding="utf-8")
    return read(path, ENTRIES)


def called(words: str, **more: object) -> Actor:
    return replace(Actor(10, 10 + len(words), words, Span(10, 10 + len(words), words)), **more)  # type: ignore[arg-type]


def refused(tmp_path: Path, *rows: str, header: str = HEADER) -> str:
    with pytest.raises(DecisionError) as caught:
        decided(tmp_path, *rows, header=header)
    return str(caught.value).removeprefix(f"{tmp_path}/")


def test_without_a_file_nothing_is_decided(tmp_path: Path) -> None:
    nothing = read(tmp_path / "none.csv", ENTRIES)
    assert nothing == Decisions()
    assert nothing.actor("a", called("the Front")) == called("the Front")
    assert nothing.verdict("event:1", "event:2") is None


def test_a_name_is_an_entry_in_all_articles(tmp_path: Path) -> None:
    found = decided(tmp_path, "merge,the Front,actor:northern-front,,,,,").actor(
        "a", called("Front", candidates=("actor:northern-front", "actor:southern-front"))
    )
    assert (found.id, found.name, found.kind, found.sector) == (
        "actor:northern-front",
        "Northern Front",
        "ArmedGroup",
        "REB",
    )
    assert found.candidates == ()
    assert (found.start, found.text) == (10, "Front")


def test_what_holds_for_one_article_goes_first(tmp_path: Path) -> None:
    both = decided(tmp_path, "merge,the Front,actor:northern-front,,,,,", "merge,Front,actor:southern-front,b,,,,")
    assert [both.actor(article, called("the Front")).id for article in "ab"] == [
        "actor:northern-front",
        "actor:southern-front",
    ]
    assert [s.id for s in both.actor("b", called("the Front")).stances] == ["actor:VEL"]


def test_a_name_of_the_ontology_stays_linked_unless_it_is_split(tmp_path: Path) -> None:
    linked = called("the Front", id="actor:southern-front", name="Southern Front", kind="ArmedGroup", sector="REB")
    merge = "merge,the Front,actor:northern-front,,,,,"
    split = "split,the Front,actor:southern-front,a,,,,"
    assert decided(tmp_path, merge).actor("a", linked) == linked
    assert decided(tmp_path, split).actor("a", linked) == called("the Front", name="the Front")
    assert decided(tmp_path, split).actor("b", linked) == linked
    assert decided(tmp_path, merge, split).actor("a", linked).id == "actor:northern-front"
    assert decided(tmp_path, "split,the Front,actor:northern-front,a,,,,").actor("a", linked) == linked
    assert decided(tmp_path, "split,Southern Front,,a,,,,").actor("a", linked).id is None


def test_names_of_one_person_are_one_in_all_articles(tmp_path: Path) -> None:
    one = decided(tmp_path, "merge,Dara A. Venn,Dara Venn,,Person,,,", "type,Dara Venn,,,,VEL,,")
    found = [one.actor(article, called(name)) for article, name in (("a", "Dara Venn"), ("b", "Dara A. Venn"))]
    assert {(who.id, who.name, who.kind, who.country) for who in found} == {
        ("actor:name-dara-venn", "Dara Venn", "Person", "VEL")
    }
    assert one.actor("c", called("Dara Vennet")).id is None
    alone = decided(tmp_path, "merge,Dara Venn,,,,,,").actor("z", called("Dara Venn", kind="Person"))
    assert (alone.id, alone.kind) == ("actor:name-dara-venn", "Person")


def test_actors_inside_articles_are_one(tmp_path: Path) -> None:
    one = decided(tmp_path, "merge,article:a%2F1/actor/venn,article:b/actor/dara-venn,,,,,")
    ids = {one.actor("a/1", called("Venn")).id, one.actor("b", called("Dara Venn")).id}
    assert len(ids) == 1
    assert one.actor("c", called("Venn")).id is None
    assert ids != {
        decided(tmp_path, "merge,article:c/actor/x,article:d/actor/dara-venn,,,,,").actor("c", called("x")).id
    }


def test_merging_goes_on_through_names(tmp_path: Path) -> None:
    through = decided(tmp_path, "merge,Dara,Dara Venn,,,,,", "merge,Dara Venn,actor:VEL-MIL,,,,,")
    assert through.actor("a", called("Dara")).id == "actor:VEL-MIL"


def test_a_country_and_a_role_make_an_id(tmp_path: Path) -> None:
    found = decided(tmp_path, "merge,the boys,actor:VEL-REB,,ArmedGroup,,REB,").actor("a", called("the boys"))
    assert (found.id, found.name, found.kind, found.country, found.sector) == (
        "actor:VEL-REB",
        "Velandic rebels",
        "ArmedGroup",
        "VEL",
        "REB",
    )


def test_a_type_is_given_to_a_name(tmp_path: Path) -> None:
    typed = decided(tmp_path, "type,Red Wind,,,Militia,VEL,,", "type,red wind,,b,,,REB,")
    assert [getattr(typed.actor("a", called("Red Wind")), n) for n in ("id", "kind", "country", "sector")] == [
        None,
        "Militia",
        "VEL",
        None,
    ]
    assert typed.actor("b", called("Red Wind")).sector == "REB"
    assert typed.actor("b", called("Red Wind")).country == "VEL"


def test_verdicts_on_happenings_go_on_through_others(tmp_path: Path) -> None:
    said = decided(
        tmp_path,
        "same,event:1,event:2,,,,,",
        "SAME,incident:2,event:2,,,,,",
        "different,event:1,event:9,,,,,",
        "same,https://w3id.org/conflict-event-kg/event/9,event:8,,,,,",
    )
    assert said.verdict("event:1", "incident:2") is True
    assert said.verdict("event:8", "incident:2") is False
    assert said.verdict("event:1", "event:3") is None
    assert said.verdict("event:3", "event:3") is True


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            ("same,event:1,event:2,,,,,", "same,event:2,event:3,,,,,", "different,event:3,event:1,,,,,"),
            ":4: .* line 2, 3;",
        ),
        (("same,event:1,event:1,,,,,",), ":2: event:1 stands on both sides"),
        (("same,event:1,actor:VEL,,,,,",), ":2: 'actor:VEL' is no id of an event or incident"),
        (("different,event:1,,,,,,",), ":2: different needs two ids"),
        (("merge,the Front,actor:northern-frond,,,,,",), "not in the ontology; did you mean actor:northern-front"),
        (
            ("merge,F,actor:northern-front,,,,,", "merge,F,actor:southern-front,,,,,"),
            ":3: with line 2 this makes .* one",
        ),
        (("split,F,actor:VEL,,,,,", "merge,F,actor:VEL,,,,,"), ":3: F both is actor:VEL and is not"),
        (("type,F,,,,,,",), ":2: type of what\\?"),
        (("type,F,,,Milita,,,",), "'Milita' is no kind of the ontology; did you mean Militia"),
        (("type,F,,,,Veland,,",), "'Veland' is no country of the ontology"),
        (("type,F,,,Militia,,,", "type,f,,,Person,,,"), ":3: f has two of kind, Militia and Person \\(line 2\\)"),
        (("merge,A,B,,Militia,,,", "type,B,,,Person,,,"), ":3: .*Militia and Person \\(line 2\\)"),
        (("marge,F,actor:VEL,,,,,",), ":2: 'marge' is no decision; .*did you mean merge"),
        (("merge,F,,a,,,,",), ":2: who is F in a"),
        (("merge,,actor:VEL,,,,,",), ":2: merge of what\\?"),
        (("merge,article:a,actor:VEL,,,,,",), ":2: article:a is no actor of the article"),
    ],
)
def test_what_contradicts_is_refused_with_its_line(tmp_path: Path, rows: tuple[str, ...], told: str) -> None:
    import re

    message = refused(tmp_path, *rows)
    assert message.startswith("kg-store.decisions.csv:")
    assert re.search(told, message), message


def test_a_file_that_is_no_table_is_refused(tmp_path: Path) -> None:
    assert "the first line names the columns" in refused(tmp_path, header="name,entry")
    path = tmp_path / "latin.csv"
    path.write_bytes(f"{HEADER}\nmerge,Jos\xe9,actor:VEL,,,,,\n".encode("latin-1"))
    with pytest.raises(DecisionError, match="not UTF-8; save it as 'CSV UTF-8'"):
        read(path, ENTRIES)


def test_what_a_spreadsheet_writes_is_read_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes(
        '\ufeffDecision;this;Who;that;note\nmerge;the Front;me;actor:northern-front;"a; b"\n;;;;\n'.encode()
    )
    assert read(path, ENTRIES).actor("a", called("Front")).id == "actor:northern-front"
    more = load(path).with_row(Row("type", "Red Wind", kind="Militia"))
    assert more.text() == (
        '\ufeffDecision;this;Who;that;note;kind\nmerge;the Front;me;actor:northern-front;"a; b";\n;;;;;\n'
        "type;Red Wind;;;;Militia\n"
    )
    assert more.without_line(4).without_line(2).text() == "\ufeffDecision;this;Who;that;note;kind\n;;;;;\n"


@pytest.mark.parametrize("end", ["\u2028", "\x0c", "\x85", "\n", "\r"])
def test_a_note_may_hold_what_ends_a_line_elsewhere(end: str) -> None:
    sheet = Sheet().with_row(Row("merge", "the Front", "actor:VEL", note=f"one{end}two"))
    assert [row.note for row in parse(sheet.text(), "a.csv").rows] == ["one two"]


def test_the_fingerprint_follows_what_is_decided_alone(tmp_path: Path) -> None:
    rows = ("merge,A,actor:VEL,,,,,", "type,B,,,Person,,,why")
    one, other = decided(tmp_path, *rows), decided(tmp_path, rows[1].removesuffix("why"), rows[0])
    assert one.fingerprint == other.fingerprint != Decisions().fingerprint
    assert decided(tmp_path, rows[0]).fingerprint != one.fingerprint
    assert kept(one.text, ENTRIES) == one


def test_what_the_ontology_no_longer_knows_has_no_effect_in_a_store(tmp_path: Path) -> None:
    one = decided(tmp_path, "merge,A,actor:northern-front,,,,,", "type,B,,,Person,,,")
    later = kept(one.text, {"actor:VEL": ENTRIES["actor:VEL"]})
    assert later.actor("a", called("A")).id is None
    assert later.actor("a", called("B")).kind == "Person"


def test_decisions_are_kept_beside_the_store() -> None:
    assert beside("data/kg-store") == Path("data/kg-store.decisions.csv")
    assert beside("http://localhost:7878") is None


def test_every_kind_is_a_class() -> None:
    assert all(str(KG[kind]).endswith(f"#{kind}") for kind in KINDS)


def named(store: Store, document: str) -> set[str]:
    """The actors that an article's events name, by id or within the article."""
    found = store.query(
        f"SELECT ?who {{ ?e a kg:Event ; kg:article <{iris.article(document)}> ; kg:agent|kg:target ?who }}"
    )
    return {str(row["who"]) for row in found}


def exported(store: Store) -> dict[str, str]:
    incidents.refresh(store)
    return {name: "".join(map(str, FORMATS[name](Chosen(store)))) for name in ("ttl", "nq", "jsonl")}


def rows(*said: Row) -> Sheet:
    sheet = Sheet()
    for row in said:
        sheet = sheet.with_row(row)
    return sheet


def test_the_graph_follows_a_decision_and_undoing_it_gives_the_same_bytes_again(own: Store, invented: Path) -> None:
    before, held = exported(own), set(own.quads())
    local = "article:tarn-2017-05-18/actor/army"
    assert local in named(own, FIRST)
    merge = of(rows(Row("merge", local, "actor:northern-front")), schema.entries(invented))
    assert own.decide(merge) == (FIRST,)
    assert local not in named(own, FIRST)
    after = exported(own)
    assert after != before
    assert own.decide(merge) == ()
    assert own.decide(Decisions()) == (FIRST,)
    assert exported(own) == before
    assert set(own.quads()) == held


def test_an_article_that_comes_later_follows_decisions_made_before(
    story: ModuleType, invented: Path, tmp_path: Path
) -> None:
    made = of(rows(Row("split", "Lake Coalition", "actor:lake-coalition")), schema.entries(invented))
    stores = []
    for number, order in enumerate(((1, 2), (2, 1))):
        store = open_store(str(tmp_path / str(number)), ontology=invented)
        for step in order:
            if step == 1:
                for record in story.RECORDS:
                    store.add(record)
            else:
                store.decide(made)
        stores.append(exported(store))
        assert "actor:lake-coalition" not in named(store, FIRST)
        store.close()
    assert stores[0] == stores[1]


def test_decisions_stay_with_the_store(story: ModuleType, invented: Path, tmp_path: Path) -> None:
    said = rows(Row("split", "Northern Front"), Row("type", "Northern Front", kind="Militia"))
    with open_store(str(tmp_path / "store"), ontology=invented) as store:
        for record in story.RECORDS:
            store.add(record)
        store.decide(of(said, schema.entries(invented)))
        made = store.decisions
    with open_store(str(tmp_path / "store"), read_only=True, ontology=invented) as again:
        assert again.decisions == made
        record = again.record(FIRST)
        assert record is not None
        kinds = {a.kind for e in record.events for a in (*e.agents, *e.targets) if a.name == "Northern Front"}
        assert kinds == {"Militia"}


def test_one_actor_in_two_articles_is_one_node(own: Store, invented: Path) -> None:
    both = [f"{iris.article(d)}/actor/{n}" for d, n in ((FIRST, "pro-government-convoy"), (SECOND, "convoy"))]
    assert own.decide(of(rows(Row("merge", *both)), schema.entries(invented))) == (SECOND, FIRST)
    assert all(who not in named(own, document) for who in both for document in (FIRST, SECOND))
    shared = [{who for who in named(own, document) if "name-convoy" in who} for document in (FIRST, SECOND)]
    assert shared[0] == shared[1] != set()
    incidents.refresh(own)
    assert validate(own) == ()


def test_only_articles_that_may_name_somebody_are_read(tmp_path: Path) -> None:
    none = Decisions().identities
    one = decided(tmp_path, "merge,Émile Orlan,actor:VEL,,,,,", "type,Red Wind,,b,Militia,,,").identities
    affected = Affected(none, one)
    assert affected.may_hold("a", '{"text":"Emile Orlan"}')
    assert affected.may_hold("a", '{"text":"Émile\\nORLAN"}')
    assert not affected.may_hold("a", '{"text":"Emile and the Red Wind"}')
    assert affected.may_hold("b", '{"text":"red winds"}')
    assert not Affected(one, one).may_hold("b", '{"text":"Emile Orlan, Red Wind"}')
    arabic = decided(tmp_path, "merge,أحمد,actor:VEL,,,,,").identities
    assert Affected(none, arabic).may_hold("a", "{}")


def test_what_was_stopped_in_between_is_completed_by_the_same_call(
    own: Store, invented: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = of(rows(Row("split", "Lake Coalition", "actor:lake-coalition")), schema.entries(invented))
    put, calls = own.database.put, []

    def stopped(article: object) -> None:
        calls.append(article)
        if len(calls) == 2:
            raise KeyboardInterrupt
        put(article)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(own.database, "put", stopped)
        with pytest.raises(KeyboardInterrupt):
            own.decide(made)
    assert len(calls) == 2
    own.decide(made)
    assert all("actor:lake-coalition" not in named(own, document) for document in (FIRST, SECOND))
    assert own.decisions == made
