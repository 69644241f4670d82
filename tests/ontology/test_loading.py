"""A small ontology folder loads; each contradiction is refused with file and line; the shipped one loads."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology import Entry, Ontology, load
from kg.ontology.turtle import compact, expand, line_of, line_of_label

PREFIXES = """@prefix kg: <https://w3id.org/conflict-event-kg/ontology#> .
@prefix actor: <https://w3id.org/conflict-event-kg/actor/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
CONFLICT = (
    PREFIXES
    + """
kg:Action a owl:Class .
kg:Attack a owl:Class ; rdfs:subClassOf kg:Action ; rdfs:label "attack"@en ;
    kg:plover "ASSAULT" ; kg:cameo "190" ; kg:relation kg:attacked .
kg:Airstrike a owl:Class ; rdfs:subClassOf kg:Attack ;
    kg:plover "ASSAULT" ; kg:ploverMode "aerial" ; kg:cameo "195" ; kg:relation kg:airstruck .
kg:Meeting a owl:Class ; rdfs:subClassOf kg:Action ; kg:plover "CONSULT" ; kg:cameo "040" ; kg:relation kg:metWith .
"""
)
ACTORS = (
    PREFIXES
    + """
actor:VAR a kg:Country ; skos:prefLabel "Varia"@en ; skos:altLabel "Republic of Varia"@en ;
    kg:adjective "Varian" ; kg:capital "Lesk" ; kg:country "VAR" ; kg:sector "GOV" .
actor:front a kg:ArmedGroup ; skos:prefLabel "Northern Front"@en ; kg:ambiguousLabel "Front" ; kg:from "2001" ; kg:until "2010" .
actor:new-front a kg:ArmedGroup ; skos:prefLabel "New Front"@en ; kg:ambiguousLabel "Front" ; kg:from "2010-06-01" .
"""
)
NOUNS = """
[role.MIL]
kind = "Military"
sector = "MIL"
person = ["soldier"]
body = ["army", "air force"]
[role.JUD]
kind = "Court"
person_kind = "Person"
sector = "JUD"
person = ["judge"]
body = ["court"]
[instrument.aircraft]
operator = "MIL"
words = ["warplane", "fighter jet"]
[class.area]
words = ["town"]
[class.kin]
words = ["brother"]
[title.MIL]
words = ["General"]
"""
TRIGGERS = """
[frames]
act = {agent = ["subject"], target = ["object"]}
[Attack]
verbs = ["attack", {word = "hit", object = ["@area"], not_subject = "storm"},
    {word = "hit", object = ["@area"], subject = ["@armed"]}]
nouns = ["attack", "air attack", "act of war"]
[Meeting]
verbs = [{word = ["meet", "confer"], reciprocal = true, strength = "weak", target = ["with"]}]
[refine.Attack]
aircraft = "Airstrike"
"""
REBELS = '[role.REB]\nkind = "ArmedGroup"\nsector = "REB"\nperson = ["soldier"]'
RAID = 'kg:Raid a owl:Class ; kg:plover "ASSAULT" ; kg:relation kg:attacked .'
QUALIFIERS = '[denied]\nverbs = ["deny"]\n'


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder whose files agree."""
    (tmp_path / "actors").mkdir()
    for name, text in {
        "conflict.ttl": CONFLICT,
        "actors/all.ttl": ACTORS,
        "nouns.toml": NOUNS,
        "triggers.toml": TRIGGERS,
        "qualifiers.toml": QUALIFIERS,
        "peoples.toml": '[peoples]\n"lowlander lowlanders" = []\n',
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def add(path: Path, text: str) -> int:
    """Append to a file; the line that the addition starts on."""
    before = path.read_text(encoding="utf-8")
    path.write_text(before + text, encoding="utf-8")
    return before.count("\n") + 1


class TestSmall:
    """What the small folder says."""

    def test_actions(self, small: Path) -> None:
        found = load(small)
        assert sorted(found.actions) == ["Airstrike", "Attack", "Meeting"]
        strike = found.actions["Airstrike"]
        assert (strike.parent, strike.plover, strike.mode, strike.cameo, strike.relation) == (
            "Attack",
            "ASSAULT",
            "aerial",
            "195",
            "airstruck",
        )
        assert found.ancestors("Airstrike") == ("Airstrike", "Attack")
        assert found.is_a("Airstrike", "Attack")
        assert not found.is_a("Attack", "Airstrike")
        assert found.refinements == {"Attack": {"aircraft": "Airstrike"}}

    def test_entries(self, small: Path) -> None:
        found = load(small)
        state = found.entries["actor:VAR"]
        assert (state.name, state.labels, state.adjectives, state.seats, state.sector) == (
            "Varia",
            ("Republic of Varia", "Varia"),
            ("Varian",),
            ("Lesk",),
            "GOV",
        )
        assert found.by_country == {"VAR": state}
        assert found.shown_kind(state) == "Government"
        front = found.entries["actor:front"]
        assert (front.labels, front.ambiguous, front.since, front.until) == (
            ("Northern Front",),
            ("Front",),
            "2001",
            "2010",
        )
        assert found.shown_kind(front) == "ArmedGroup"

    def test_nouns(self, small: Path) -> None:
        nouns = load(small).nouns
        assert (nouns.roles["soldier"].person, nouns.roles["army"].person) == (True, False)
        assert (nouns.roles["judge"].kind, nouns.roles["court"].kind) == ("Person", "Court")
        assert nouns.classes["soldier"] == {"actor", "person", "armed"}
        assert nouns.classes["fighter jet"] == {"weapon", "aircraft"}
        assert nouns.classes["brother"] == {"kin", "person"}
        assert (nouns.operators, nouns.longest, nouns.titles) == ({"aircraft": "MIL"}, 2, {"general": "MIL"})

    def test_triggers(self, small: Path) -> None:
        triggers = load(small).triggers
        most, less = triggers["verb", "hit"]
        assert [slot for slot, _ in most.conditions] == ["object", "subject"]
        assert less.exclusions == (("subject", frozenset({"storm"})),)
        (meet,) = triggers["verb", "meet"]
        assert (meet.reciprocal, meet.weak, meet.agent, meet.target) == (True, True, ("subject",), ("with",))
        assert triggers["verb", "confer"][0].action == "Meeting"
        assert [t.words for t in triggers["noun", "attack"]] == [("air", "attack"), ("attack",)]
        assert triggers["noun", "act"][0].words == ("act", "of", "war")

    def test_the_fingerprint_tells_any_change(self, small: Path) -> None:
        def fingerprint() -> str:
            load.cache_clear()
            return load(small).fingerprint

        before = fingerprint()
        assert fingerprint() == before
        add(small / "qualifiers.toml", "# a word\n")
        assert fingerprint() != before


class TestContradictions:
    """Each is one line that names file and line."""

    @pytest.mark.parametrize(
        ("file", "text", "culprit", "message"),
        [
            ("actors/all.ttl", 'actor:rival a kg:Militia ; skos:prefLabel "Varia"@en .\n', "rival", '"Varia" names'),
            ("triggers.toml", '[Airstrike]\nverbs = ["attack"]\n', "attack", '"attack" signals Attack and Airstrike'),
            ("triggers.toml", '[Duel]\nverbs = ["fence"]\n', "[Duel]", "Duel is no action of conflict.ttl"),
            ("triggers.toml", '[Airstrike]\nverbs = [{word = "strafe", objct = ["@area"]}]\n', "objct", "key objct"),
            (
                "triggers.toml",
                '[Airstrike]\nverbs = [{word = "strafe", frame = "fly"}]\n',
                "fly",
                "the frame fly, which",
            ),
            ("nouns.toml", f"{REBELS}\n", "soldier", '"soldier" is a word of role.MIL and of role.REB'),
            ("conflict.ttl", f"{RAID}\n", "kg:Raid ", "share the relation attacked"),
            ("peoples.toml", '"uplander" = ["XYZ"]\n', "uplander", "XYZ is no country of actors/"),
            ("peoples.toml", '"hillman lowlander" = []\n', "hillman", "lowlander is there twice"),
        ],
        ids=["label", "lemma", "action", "key", "frame", "noun", "relation", "country", "people"],
    )
    def test_refused_with_file_and_line(self, small: Path, file: str, text: str, culprit: str, message: str) -> None:
        add(small / file, text)
        with pytest.raises(OntologyError) as raised:
            load(small)
        said = str(raised.value)
        assert message in said
        assert "\n" not in said
        name, line, _ = said.split(":", 2)
        assert name == Path(file).name
        assert culprit in (small / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]

    def test_broken_turtle_names_its_file(self, small: Path) -> None:
        add(small / "actors" / "all.ttl", "actor:broken a kg:ArmedGroup ;\n")
        with pytest.raises(OntologyError, match=r"^all\.ttl:.*mend the Turtle"):
            load(small)

    @pytest.mark.parametrize("file", ["triggers.toml", "nouns.toml", "qualifiers.toml"])
    def test_broken_toml_names_file_and_line(self, small: Path, file: str) -> None:
        line = add(small / file, "[broken\n")
        with pytest.raises(OntologyError, match=rf"^{file}: .*line {line}"):
            load(small)

    def test_an_entry_in_two_files(self, small: Path) -> None:
        (small / "actors" / "more.ttl").write_text(PREFIXES + "actor:front a kg:Militia .\n", encoding="utf-8")
        with pytest.raises(OntologyError, match=r"^more\.ttl:\d+: actor:front is described in all\.ttl too"):
            load(small)

    @pytest.mark.parametrize(
        ("file", "text", "culprit", "message"),
        [
            (
                "triggers.toml",
                '[Airstrike]\nverbs = [{word = "strafe", object = ["@aera"]}]\n',
                "@aera",
                "asks for @aera",
            ),
            (
                "triggers.toml",
                '[Airstrike]\nverbs = [{word = "strafe", not_subject = "@aera"}]\n',
                "@aera",
                "asks for @aera",
            ),
            (
                "triggers.toml",
                '[Airstrike]\nverbs = [{word = "strafe", target = ["objekt"]}]\n',
                "objekt",
                "is no slot",
            ),
            (
                "triggers.toml",
                'rocket = "Rocketing"\n',
                "Rocketing",
                '"rocket" makes Attack a Rocketing, which is no action',
            ),
            ("triggers.toml", '[refine.Duel]\nrocket = "Attack"\n', "[refine.Duel]", "Duel is no action"),
            (
                "triggers.toml",
                '[Airstrike]\nverb = ["strafe"]\n',
                "verb = ",
                "has the unknown key verb; there are adjectives",
            ),
            (
                "triggers.toml",
                '[frames.fly]\nagents = ["subject"]\n',
                "agents",
                "the frame fly has the unknown key agents",
            ),
            ("nouns.toml", '[title.ADM]\nwords = ["Admiral"]\n', "[title.ADM]", "which no [role.ADM] describes"),
            ("nouns.toml", '[instrument.gun]\noperator = "ADM"\nwords = ["gun"]\n', "[instrument.gun]", "role ADM"),
            ("nouns.toml", '[role.REB]\nkind = "ArmedGroup"\nbody = ["rebels"]\n', "[role.REB]", "lacks sector"),
            (
                "nouns.toml",
                '[class.route]\nword = ["road"]\nwords = []\n',
                "word = ",
                "the unknown key word; there are words",
            ),
            ("nouns.toml", '[classes.route]\nwords = ["road"]\n', "[classes.route]", "no section classes"),
        ],
    )
    def test_what_another_file_lacks_is_refused(
        self, small: Path, file: str, text: str, culprit: str, message: str
    ) -> None:
        add(small / file, text)
        with pytest.raises(OntologyError) as raised:
            load(small)
        said = str(raised.value)
        assert message in said
        name, line, _ = said.split(":", 2)
        assert name == file
        assert culprit in (small / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]

    def test_two_entries_may_share_a_label_at_different_times(self, small: Path) -> None:
        text = 'actor:one a kg:Person ; skos:prefLabel "M. Dor"@en ; kg:until "2003" .\n'
        add(
            small / "actors" / "all.ttl",
            text + text.replace(":one", ":two").replace('kg:until "2003"', 'kg:from "2004"'),
        )
        assert {"actor:one", "actor:two"} <= set(load(small).entries)

    def test_a_label_may_be_ambiguous_on_both(self, small: Path) -> None:
        assert [e.id for e in load(small).entries.values() if "Front" in e.ambiguous] == [
            "actor:front",
            "actor:new-front",
        ]

    def test_the_same_lemma_with_a_condition_is_no_contradiction(self, small: Path) -> None:
        add(small / "triggers.toml", '[Airstrike]\nverbs = [{word = "attack", subject = ["@aircraft"]}]\n')
        assert [t.action for t in load(small).triggers["verb", "attack"]] == ["Airstrike", "Attack"]


@pytest.mark.parametrize(
    ("since", "until", "day", "current"),
    [
        (None, None, "2020-01-01", True),
        ("2001", "2010", "2001-01-01", True),
        ("2001", "2010", "2010-12-31", True),
        ("2001", "2010", "2011-01-01", False),
        ("2001", None, "2000-12-31", False),
        ("2001-05-04", None, "2001-05-03", False),
        ("2001-05-04", "2003-01-01", "2003-01-01", True),
        ("2001", "2010", None, True),
    ],
)
def test_the_years_of_an_entry(since: str | None, until: str | None, day: str | None, current: bool) -> None:
    assert Entry("actor:x", "X", "Person", since=since, until=until).current(day) is current


def test_names_and_iris_are_two_forms_of_one() -> None:
    for name in ("kg:Attack", "actor:VAR", "skos:prefLabel"):
        assert compact(expand(name)) == name
    assert compact("https://example.org/x") == "https://example.org/x"
    assert expand("nothing") == "nothing"


def test_lines_of_words_and_labels(tmp_path: Path) -> None:
    path = tmp_path / "all.ttl"
    path.write_text(
        'actor:a skos:prefLabel "Dor" .\nactor:b a kg:Person ;\n    skos:prefLabel "Dor" .\n', encoding="utf-8"
    )
    assert line_of(path, "actor:b", "kg:Person") == 2
    assert line_of(path, "nowhere") == 1
    assert line_of_label(path, "actor:b", "Dor") == 3


class TestShipped:
    """The folder that the package ships."""

    def test_it_loads_and_every_action_has_its_codes(self, shipped: Ontology) -> None:
        assert len(shipped.actions) > 100
        assert all(a.plover and a.cameo for a in shipped.actions.values())

    def test_refinements_name_actions(self, shipped: Ontology) -> None:
        for action, table in shipped.refinements.items():
            assert {action, *table.values()} <= set(shipped.actions)

    def test_frames_and_conditions_name_slots(self, shipped: Ontology) -> None:
        from kg.ontology.vocabulary import SLOTS

        known = SLOTS | set("alongside beneath beside home next past second_object".split())
        for triggers in shipped.triggers.values():
            for t in triggers:
                assert {*t.agent, *t.target, *t.instrument, *t.place} <= known, t

    def test_the_classes_of_conditions_exist(self, shipped: Ontology) -> None:
        known = {name for names in shipped.nouns.classes.values() for name in names} | {"any", "place", "organisation"}
        used = {
            (value[1:], t.action)
            for triggers in shipped.triggers.values()
            for t in triggers
            for _, values in (*t.conditions, *t.exclusions)
            for value in values
            if value.startswith("@")
        }
        assert {pair for pair in used if pair[0] not in known} == set()

    def test_the_qualifiers_that_the_grammar_reads_are_there(self, shipped: Ontology) -> None:
        kinds = (
            "support denied failed negated attempted threatened planned demanded hypothetical alleged future factual"
        )
        assert set(kinds.split()) <= set(shipped.qualifiers)


def test_what_asks_for_certain_words_is_tried_before_what_asks_for_any() -> None:
    found = [dict(t.conditions).get("for", frozenset()) for t in load().triggers["noun", "plea"]]
    asking = ["@any" in values for values in found if values]
    assert asking == sorted(asking)
