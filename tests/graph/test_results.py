"""What the store says of wrong queries, and how an answer is cut or asked of some graphs alone."""

from __future__ import annotations

import pytest

from kg.errors import NotSparql
from kg.graph import iris
from kg.graph.results import Graphs
from kg.graph.store import Store


@pytest.mark.parametrize(
    ("query", "place", "told"),
    [
        ("SELECT * {\n ?s ex:knows ?o }", (2, 13), "at '?o }': the prefix ex: is neither declared nor known to kg"),
        ("SELECT ?x { ?s ?p ?o } GROUP BY ?s", (1, 35), "The SELECT contains a variable that is unbound"),
        ("SELECT * { ?s ?p ?o } LIMIT x", (1, 29), "at 'x': what stands here, or right before, was not expected"),
        ("SELECT * { ?s ?p ", (1, 18), "at its end"),
    ],
)
def test_a_wrong_query_is_told_with_its_place(filled: Store, query: str, place: tuple[int, int], told: str) -> None:
    with pytest.raises(NotSparql) as caught:
        filled.query(query)
    assert (caught.value.line, caught.value.column) == place
    assert f"line {place[0]}, column {place[1]}" in str(caught.value)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_empty_query_is_told(filled: Store) -> None:
    with pytest.raises(NotSparql, match="the query is empty"):
        filled.query(" \n")


def test_an_answer_is_cut_where_there_is_more(filled: Store) -> None:
    query = "SELECT ?a { ?a a kg:Article } ORDER BY ?a"
    whole = filled.query(query)
    assert len(whole.rows) > 1
    assert not whole.cut
    assert not filled.query(query, most=len(whole.rows)).cut
    one = filled.query(query, most=1)
    assert (one.rows, one.cut) == (whole.rows[:1], True)
    made = filled.query("CONSTRUCT { ?a a kg:Article } WHERE { ?a a kg:Article }", most=1)
    assert made.triples is not None
    assert (len(made.triples), made.cut) == (1, True)


def test_named_graphs_can_be_asked_alone(filled: Store) -> None:
    first, second = (iris.article(document) for document in filled.documents()[:2])
    query = "SELECT DISTINCT ?a { ?a a kg:Article }"
    assert [row["a"] for row in filled.query(query, graphs=Graphs((first,)))] == [iris.compact(first)]
    assert not filled.query(query, graphs=Graphs(named=(first,))).rows
    inside = "SELECT DISTINCT ?g { GRAPH ?g { ?a a kg:Article } }"
    assert [row["g"] for row in filled.query(inside, graphs=Graphs((first,), (second,)))] == [iris.compact(second)]
