"""The seed article as an expert reads it: each row of the table, and the questions that the graph must answer.

An event is named by a phrase of the article with its signal word between brackets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from kg.graph import iris
from kg.graph.queries import ask, named
from kg.graph.store import Store, open_store
from kg.model import Actor, Casualty, Event, Instrument, Place, Record, Span, Timex

pytestmark = pytest.mark.model

COALITION, IS, RUSSIAN_FORCES = "actor:us-led-coalition", "actor:islamic-state", "actor:RUS-MIL"
AT_TANF = "place:at-tanf"
DAY, APRIL, JUNE = ("2017-05-18",) * 2, ("2017-04-01", "2017-04-30"), ("2016-06-01", "2016-06-30")
STRIKE = "aircraft Thursday [struck] a pro-regime convoy"
MENTIONS = (
    "U.S.-Led Coalition [Strikes] Pro-Regime Convoy",
    STRIKE,
    "the [strike] had occurred",
    "a [strike] against the lead portion",
    "the lead vehicles were [hit]",
    "praised the [strike]",
)
gap = pytest.mark.xfail


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    """The article as it stands in the file."""
    return next((root / "seeds").glob("at-tanf*.txt")).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def store(seed_store: Path) -> Iterator[Store]:
    """The built store."""
    with open_store(str(seed_store), read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def record(store: Store) -> Record:
    """The record of the article."""
    (found,) = store.records()
    return found


Find = Callable[[str], Event]


@pytest.fixture(scope="module")
def event(text: str, record: Record) -> Find:
    """Find the event whose signal words are those between the brackets of a phrase."""

    def find(phrase: str) -> Event:
        before, word, _ = re.split(r"[][]", phrase)
        start = text.index(phrase.replace("[", "").replace("]", "")) + len(before)
        end = start + len(word)
        (found,) = (e for e in record.events if e.trigger.start < end and start < e.trigger.end)
        return found

    return find


def ids(actors: tuple[Actor, ...]) -> set[str | None]:
    """Return who is meant."""
    return {actor.id for actor in actors}


def heads(actors: tuple[Actor, ...]) -> set[str]:
    """Return the head words."""
    return {actor.head.text.lower() for actor in actors}


def meant(actor: Actor) -> str:
    """Return all words for an actor: its own and its antecedent's."""
    return f"{actor.text} {actor.antecedent.text if actor.antecedent else ''}".lower()


def days(event: Event) -> tuple[str | None, str | None]:
    """Return the first and last day."""
    return event.time.start, event.time.end


def sources(record: Record, event: Event) -> set[str]:
    """Return the words for those who say so."""
    said = (record.attributions[index].source for index in event.attribution)
    return {source.text for source in said if source}


def claimants(record: Record, event: Event) -> set[str | None]:
    """Return who says so."""
    said = (record.attributions[index].source_actor for index in event.attribution)
    return {who.id for who in said if who}


def direct(store: Store, event: Event) -> set[tuple[str, str, str]]:
    """Return the direct triples that rest on an event."""
    rows = store.query(
        "SELECT ?s ?p ?o { ?n kg:supportedBy " + f"<{iris.event(event.id)}>"
        " ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o . GRAPH ?g { ?s ?p ?o } }"
    )
    return {(str(row["s"]), str(row["p"]), str(row["o"])) for row in rows}


def is_a(store: Store, event: Event, action: str) -> bool:
    """Whether the act is of a kind."""
    return bool(store.query(f"ASK {{ kg:{event.action} rdfs:subClassOf* kg:{action} }}").answer)


def rows_of(store: Store, name: str, **values: str) -> list[dict[str, Any]]:
    """Ask a query of the library."""
    return list(ask(store, named(name), values))


# --- each with the words and offsets it rests on


def spans(value: Any) -> Iterator[Any]:
    """Yield whatever quotes the text."""
    if isinstance(value, (Span, Actor, Place, Timex, Instrument, Casualty)):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif is_dataclass(value):
        for each in fields(value):
            yield from spans(getattr(value, each.name))


def test_every_offset_quotes_the_article(text: str, record: Record) -> None:
    found = list(spans(record))
    assert len(found) > 100
    assert [span for span in found if text[span.start : span.end] != span.text] == []


def test_every_event_of_the_graph_names_its_words_and_its_rule(store: Store, text: str, record: Record) -> None:
    rows = list(
        store.query("SELECT ?e ?at ?words { ?e a kg:Event ; kg:trigger ?at ; kg:rule ?r . ?at kg:quote ?words }")
    )
    assert {row["e"] for row in rows} == {iris.compact(iris.event(event.id)) for event in record.events}
    for row in rows:
        start, end = map(int, str(row["at"]).rpartition("=")[2].split(","))
        assert text[start:end] == row["words"]


# --- row 1: the air strike


def test_the_coalition_struck_the_convoy(store: Store, record: Record, event: Find) -> None:
    strike = event(STRIKE)
    assert is_a(store, strike, "Airstrike")
    assert ids(strike.agents) == {COALITION}
    assert heads(strike.targets) == {"convoy"}
    assert {(stance.relation, stance.id) for actor in strike.targets for stance in actor.stances} == {
        ("supports", "actor:SYR-GOV-assad")
    }
    assert days(strike) == DAY
    assert "SYR" in {place.country for place in strike.places}
    assert strike.status == "asserted"
    assert sources(record, strike) == {"U.S. defense officials"}
    assert [instrument.kind for instrument in strike.instruments] == ["aircraft"]
    assert {(s, p) for s, p, _ in direct(store, strike)} == {(COALITION, "kg:airstruck")}


@pytest.mark.parametrize("phrase", MENTIONS)
def test_the_strike_is_one_incident(event: Find, phrase: str) -> None:
    assert event(phrase).incident == event(STRIKE).incident
    assert event(phrase).status == "asserted"


def test_the_coalition_says_so_in_a_statement(record: Record, event: Find) -> None:
    mention = event("the [strike] had occurred")
    assert claimants(record, mention) == {COALITION}
    assert {(place.id, place.relation) for place in mention.places} == {(AT_TANF, "northwest of")}


def test_only_the_lead_vehicles_were_hit(record: Record, event: Find) -> None:
    hit = event("the lead vehicles were [hit]")
    assert heads(hit.targets) == {"vehicles"}
    assert sources(record, hit) == {"The first official"}


def test_the_incident_is_an_air_strike_near_at_tanf(store: Store, event: Find) -> None:
    node = f"<{iris.incident(event(STRIKE).incident)}>"
    (found,) = store.query(f"SELECT ?action ?status ?start ?end {{ {node} kg:action ?action ; kg:status ?status ; "
                           "kg:start ?start ; kg:end ?end }")  # fmt: skip
    assert (found["start"], found["end"]) == DAY
    assert found["status"] == "kg:Asserted"
    assert store.query(f"ASK {{ {node} kg:action/rdfs:subClassOf* kg:Airstrike ; kg:place place:at-tanf }}").answer
    assert [row["who"] for row in store.query(f"SELECT ?who {{ {node} kg:agent ?who }}")] == [COALITION]


@gap(reason="the border is the convoy's goal in the sentence; the place of the strike does not take it up")
def test_the_strike_was_near_the_jordanian_border(event: Find) -> None:
    assert any("Jordan" in place.text and place.relation == "near" for place in event(STRIKE).places)


# --- rows 2 and 3: training and fighting


@pytest.mark.parametrize("phrase", ["have been [training] and", "and [advising] local forces"])
def test_commandos_train_and_advise_local_forces(store: Store, record: Record, event: Find, phrase: str) -> None:
    training = event(phrase)
    assert is_a(store, training, "MaterialCooperation")
    assert ids(training.agents) == {"actor:GBR-MIL", "actor:USA-MIL"}
    assert [actor.text for actor in training.targets] == ["local forces"]
    assert AT_TANF in {place.id for place in training.places}
    assert training.status == "asserted"
    assert claimants(record, training) == {COALITION}
    assert {s for s, _, _ in direct(store, training)} == {"actor:GBR-MIL", "actor:USA-MIL"}


def test_the_training_is_at_the_garrison_itself(event: Find) -> None:
    places = event("have been [training] and").places
    assert [place.relation for place in places if place.id == AT_TANF] in (["at"], ["in"], [None])


def test_local_forces_fight_is(store: Store, event: Find) -> None:
    clash = event("local forces [fighting] IS")
    assert is_a(store, clash, "MaterialConflict")
    assert [actor.text for actor in clash.agents] == ["local forces"]
    assert ids(clash.targets) == {IS}
    assert clash.status == "asserted"
    assert any(IS in (s, o) for s, _, o in direct(store, clash))


# --- row 4: the call, the show of force, the warning shots


def test_the_coalition_called_the_russians(store: Store, event: Find) -> None:
    call = event("included a [call] to the Russians")
    assert is_a(store, call, "VerbalCooperation")
    assert ids(call.agents) == {COALITION}
    assert all(str(who).startswith("actor:RUS") for who in ids(call.targets))
    assert len(call.targets) == 1
    assert call.status == "asserted"


def test_warning_shots_at_the_convoy(event: Find) -> None:
    shots = event("followed by [warning shots]")
    assert shots.action == "ShowOfForce"
    assert ids(shots.agents) == {COALITION}
    assert any("convoy" in meant(actor) or "vehicles" in meant(actor) for actor in shots.targets)


def test_a_show_of_force_above_the_vehicles(event: Find) -> None:
    show = event('then a "[show of force]" in the skies')
    assert ids(show.agents) == {COALITION}
    assert any("convoy" in meant(actor) or "vehicles" in meant(actor) for actor in show.targets)


def test_a_show_of_force_is_a_show_of_force(event: Find) -> None:
    show = event('then a "[show of force]" in the skies')
    assert (show.action, show.status) == ("ShowOfForce", "asserted")


@gap(reason="a source is carried over from the sentence before inside quotations alone")
@pytest.mark.parametrize("phrase", ["included a [call] to the Russians", "followed by [warning shots]"])
def test_the_escalation_is_attributed(record: Record, event: Find, phrase: str) -> None:
    assert sources(record, event(phrase))


def test_a_quotation_in_the_next_paragraph_goes_on_with_the_one_before(record: Record, event: Find) -> None:
    assert sources(record, event("a [strike] against the lead portion")) == {"a U.S. defense official"}


# --- row 5: the attempt to dissuade


def test_the_russians_failed_to_dissuade_the_movement(store: Store, record: Record, event: Find) -> None:
    attempt = event("tried to [dissuade] the pro-regime movement")
    assert ids(attempt.agents) == {RUSSIAN_FORCES}
    assert heads(attempt.targets) == {"movement"}
    assert attempt.status == "failed"
    assert sources(record, attempt) == {"Coalition officials"}
    assert direct(store, attempt) == set()


# --- row 6: praise


def test_al_aridi_praised_the_strike(store: Store, event: Find) -> None:
    praise = event("in Geneva, [praised] the strike")
    assert is_a(store, praise, "Endorsement")
    assert ids(praise.agents) == {"actor:yehya-al-aridi"}
    assert ids(praise.targets) == {COALITION}
    assert praise.status == "asserted"
    assert {(s, o) for s, _, o in direct(store, praise)} == {("actor:yehya-al-aridi", COALITION)}


def test_he_welcomes_action_and_not_those_whom_it_is_against(store: Store, event: Find) -> None:
    welcome = event('"We [welcome] robust action')
    assert ids(welcome.agents) == {"actor:yehya-al-aridi"}
    assert heads(welcome.targets) == {"action"}
    assert RUSSIAN_FORCES not in {o for _, _, o in direct(store, welcome)}


def test_the_strike_was_not_in_geneva(store: Store, event: Find) -> None:
    assert [place.text for phrase in MENTIONS for place in event(phrase).places if "Geneva" in place.text] == []
    rows = rows_of(store, "events-at-place", place="Geneva")
    assert iris.compact(iris.incident(event(STRIKE).incident)) not in {row["incident"] for row in rows}


def test_geneva_is_the_one_in_switzerland(record: Record) -> None:
    assert {place.country for place in record.places if place.text == "Geneva"} == {"CHE"}


# --- row 7: Assad kept in power


def test_iran_and_its_militias_keep_assad_in_power(store: Store, event: Find) -> None:
    support = event("its militias have [kept]")
    assert is_a(store, support, "Support")
    assert "actor:IRN" in ids(support.agents)
    assert heads(support.agents) == {"iran", "militias"}
    assert ids(support.targets) == {"actor:bashar-al-assad"}
    assert ("actor:IRN", "actor:bashar-al-assad") in {(s, o) for s, _, o in direct(store, support)}


def test_that_assad_is_kept_in_power_is_what_al_aridi_says(record: Record, event: Find) -> None:
    assert claimants(record, event("its militias have [kept]")) == {"actor:yehya-al-aridi"}


# --- rows 8 and 9: the cruise missiles and the chemical attack


def test_the_united_states_fired_cruise_missiles_at_an_airbase(store: Store, event: Find) -> None:
    attack = event("a U.S. [cruise missile attack] on")
    assert is_a(store, attack, "MissileStrike")
    assert all(str(who).startswith("actor:USA") for who in ids(attack.agents))
    assert [actor.text for actor in attack.targets] == ["a Syrian airbase"]
    assert {actor.country for actor in attack.targets} == {"SYR"}
    assert days(attack) == APRIL
    assert attack.status == "asserted"
    assert {p for _, p, _ in direct(store, attack)} == {"kg:struckByMissile"}


def test_the_cruise_missiles_struck_in_syria(event: Find) -> None:
    assert "SYR" in {place.country for place in event("a U.S. [cruise missile attack] on").places}


def test_the_chemical_attack_is_alleged(store: Store, event: Find) -> None:
    attack = event("suspected [chemical attack] by the regime")
    assert is_a(store, attack, "ChemicalAttack")
    assert ids(attack.agents) == {"actor:SYR-GOV-assad"}
    assert attack.targets == ()
    assert attack.status == "alleged"
    assert attack.status_cue and attack.status_cue.text == "suspected"
    assert direct(store, attack) == set()


# --- rows 10 to 12: attacks on At-Tanf


def test_no_agent_is_invented_for_the_repeated_attacks(store: Store, event: Find) -> None:
    attacks = event("target of repeated [attacks] in recent months")
    assert is_a(store, attacks, "Attack")
    assert attacks.agents == ()
    assert ids(attacks.targets) == {AT_TANF}
    assert attacks.time.text == "recent months"
    assert attacks.status == "asserted"
    assert direct(store, attacks) == set()
    assert not store.query(f"ASK {{ <{iris.incident(attacks.incident)}> kg:agent ?any }}").answer


def test_the_attack_of_is_failed(store: Store, event: Find) -> None:
    attack = event("significant IS [attack] on the base")
    assert is_a(store, attack, "Attack")
    assert ids(attack.agents) == {IS}
    assert ids(attack.targets) == {AT_TANF}
    assert days(attack) == APRIL
    assert attack.status == "failed"
    assert attack.status_cue and attack.status_cue.text == "thwarted"
    assert direct(store, attack) == set()


def test_allied_forces_and_rebels_thwarted_it(store: Store, event: Find) -> None:
    defence = event("Syrian rebels [thwarted] a significant")
    assert is_a(store, defence, "MaterialConflict")
    assert {actor.text for actor in defence.agents} == {"U.S.-led allied forces", "Syrian rebels"}
    assert {actor.country for actor in defence.agents if actor.text == "Syrian rebels"} == {"SYR"}
    assert ids(defence.targets) == {IS}
    assert days(defence) == APRIL
    assert defence.status == "asserted"
    assert defence.incident != event("significant IS [attack] on the base").incident
    assert {place.id for place in defence.places} == {AT_TANF}


def test_russian_warplanes_bombed_the_outpost(store: Store, event: Find) -> None:
    bombing = event("Russian warplanes [bombed] the outpost")
    assert is_a(store, bombing, "Airstrike")
    assert ids(bombing.agents) == {RUSSIAN_FORCES}
    assert ids(bombing.targets) == {AT_TANF}
    assert days(bombing) == JUNE
    assert bombing.status == "asserted"
    assert direct(store, bombing) == {(RUSSIAN_FORCES, "kg:airstruck", AT_TANF)}


# --- row 13: the withdrawal


def test_british_special_forces_reportedly_withdrew(store: Store, record: Record, event: Find) -> None:
    withdrawal = event("special forces had [pulled out]")
    assert is_a(store, withdrawal, "Withdrawal")
    assert ids(withdrawal.agents) == {"actor:GBR-MIL"}
    assert days(withdrawal) == JUNE
    cues = [record.attributions[index].cue for index in withdrawal.attribution]
    assert [cue.text for cue in cues if cue] == ["reportedly"]


def test_they_withdrew_from_the_outpost(event: Find) -> None:
    withdrawal = event("special forces had [pulled out]")
    assert AT_TANF in {*ids(withdrawal.targets), *(place.id for place in withdrawal.places)}


# --- nothing of the kind


@pytest.mark.parametrize(
    "phrase",
    [
        "did not signal deepening U.S. involvement in Syria's civil war",
        "raises questions",
        "avoided engaging directly in the country's civil war",
        "cannot be allowed to wage war",
        "did not signal a strategic shift",
    ],
)
def test_what_is_no_fact_is_none(store: Store, text: str, record: Record, phrase: str) -> None:
    start = text.index(phrase)
    within = [event for event in record.events if start <= event.trigger.start < start + len(phrase)]
    assert [event.trigger.text for event in within if event.status == "asserted"] == []
    assert [direct(store, event) for event in within if direct(store, event)] == []


def test_no_pronoun_is_an_actor_without_its_antecedent(record: Record) -> None:
    pronouns = {"it", "he", "she", "they", "we", "them", "him", "her"}
    actors = [actor for event in record.events for actor in (*event.agents, *event.targets)]
    named_by = [actor for actor in actors if actor.text.lower() in pronouns]
    assert [actor.text for actor in named_by if not (actor.id or actor.antecedent)] == []


def test_a_thing_says_nothing(record: Record) -> None:
    said = (record.attributions[index].source for event in record.events for index in event.attribution)
    assert "it" not in {source.text.lower() for source in said if source}


# --- the questions, in SPARQL


def test_who_struck_whom_on_the_day_where_and_according_to_whom(store: Store) -> None:
    rows = rows_of(store, "who-struck-whom", on="2017-05-18", action="Airstrike")
    assert {row["agentName"] for row in rows} == {"U.S.-led coalition"}
    assert any("convoy" in str(row["targetName"]).lower() for row in rows)
    assert len({row["incident"] for row in rows}) == 1
    for row in rows:
        assert "At-Tanf" in str(row["places"]).split("; ")
        assert {"U.S. defense officials", "U.S.-led coalition", "Yehya al-Aridi"} <= set(
            str(row["accordingTo"]).split("; ")
        )


def test_which_actors_attacked_at_tanf_and_when(store: Store) -> None:
    rows = rows_of(store, "attacks-on-place", place="At-Tanf", action="Attack")
    told = {(row["agents"], row["start"], row["end"], row["status"]) for row in rows if row["targets"] == "At-Tanf"}
    assert ("Islamic State", *APRIL, "failed") in told
    assert any(str(who).endswith("Russian Federation") and (start, end) == JUNE for who, start, end, _ in told)
    assert {who for who, *_ in told if who} == {"Islamic State", "Armed Forces of the Russian Federation"}
    assert [status for who, *_, status in told if not who] == ["asserted"]


def test_which_of_the_attacks_on_at_tanf_failed(store: Store) -> None:
    rows = rows_of(store, "attacks-on-place", place="At-Tanf", status="failed")
    assert [(row["agents"], row["start"]) for row in rows] == [("Islamic State", "2017-04-01")]


def test_what_russia_did(store: Store) -> None:
    rows = rows_of(store, "events-by-actor", actor="Russia")
    bombed = [row for row in rows if row["action"] == "Airstrike"]
    assert [(row["targets"], row["start"], row["status"]) for row in bombed] == [("At-Tanf", "2016-06-01", "asserted")]
    assert [row["status"] for row in rows if "movement" in str(row["targets"])] == ["failed"]
    assert any("Assad government" in str(row["targets"]) for row in rows)


def test_any_hostile_act_is_one_query(store: Store) -> None:
    rows = store.query("SELECT DISTINCT ?who ?whom { ?who ?p ?whom . ?p rdfs:subPropertyOf* kg:actedAgainst }")
    pairs = {(row["who"], row["whom"]) for row in rows}
    assert (RUSSIAN_FORCES, AT_TANF) in pairs
    assert (IS, AT_TANF) not in pairs  # thwarted
    assert all(agent not in {"actor:SYR-GOV", "actor:SYR-GOV-assad"} for agent, _ in pairs)  # suspected


def test_what_is_only_claimed_and_by_whom(store: Store) -> None:
    rows = {str(row["label"]).partition(":")[0]: row for row in rows_of(store, "only-claimed")}
    assert (rows["ChemicalAttack"]["status"], rows["ChemicalAttack"]["cue"]) == ("alleged", "suspected")
    dissuaded = next(row for row in rows.values() if "movement" in str(row["label"]))
    assert (dissuaded["status"], dissuaded["sources"]) == ("failed", "Coalition officials")
    assert "asserted" not in {row["status"] for row in rows.values()}


def test_which_sentence_and_rule_stand_behind_a_triple(store: Store, text: str) -> None:
    rows = rows_of(store, "provenance", subject="Russia", relation="attacked", object="At-Tanf")
    (row,) = rows
    assert (row["subject"], row["relation"], row["object"]) == (RUSSIAN_FORCES, "airstruck", AT_TANF)
    assert row["trigger"] == "bombed"
    assert row["rule"]
    assert str(row["sentence"]) in text
    assert "Russian warplanes bombed the outpost" in str(row["sentence"])


def test_every_direct_triple_has_an_asserted_event_behind_it(store: Store) -> None:
    relations = "?p rdfs:subPropertyOf* kg:actedOn"
    stated = "?s ?p ?o . FILTER(?p NOT IN (rdf:type, rdfs:subPropertyOf))"
    behind = "?n rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kg:supportedBy ?e . ?e kg:status kg:Asserted"
    assert store.query(f"ASK {{ {relations} . {stated} }}").answer
    assert not store.query(f"ASK {{ {relations} . {stated} FILTER NOT EXISTS {{ {behind} }} }}").answer
