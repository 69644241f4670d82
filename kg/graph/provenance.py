"""Where a statement comes from: the article, and the activity that read it (PROV-O).

``Build`` is what determines a record beside its document; its IRI is the same wherever the same kg reads with the same
model and ontology, so that exports are the same bytes.  What may differ between two such builds (the libraries, settings,
the clock) is said of a ``kg:Run``, in the graph that keeps the record: queries see it, N-Quads hold it, other exports do
not.  No clock is read: a run has times only where ``SOURCE_DATE_EPOCH`` gives one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata

from pyoxigraph import Literal, NamedNode, Quad
from rdflib import PROV, RDF, XSD

from kg.errors import QueryError
from kg.graph import iris
from kg.graph.facts import Fact, as_quads, day
from kg.graph.vocabulary import KG, PREFIXES
from kg.model import Record

#: distributions that can change what is read out of a text, or how it is written
LIBRARIES = ("spacy", "numpy", "ahocorasick-rs", "pyoxigraph", "rdflib")


@dataclass(frozen=True, slots=True)
class Build:
    """What makes statements: the versions of kg, of the model and of the ontology."""

    version: str
    model: str
    ontology: str

    @property
    def iri(self) -> str:
        """The IRI of this way of building; the same settings give the same one."""
        return PREFIXES["build"] + iris.digest(self.version, self.model, self.ontology)


@dataclass(frozen=True, slots=True)
class Run:
    """One activity of building: how, with which libraries and settings, and when where that is known."""

    build: Build
    libraries: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    moment: str | None = None

    @property
    def iri(self) -> str:
        """The IRI of all runs alike."""
        parts = (*self.libraries, "", *self.settings, "", self.moment or "")
        return f"{self.build.iri}/run/{iris.digest(*parts)}"


def run(build: Build, settings: Mapping[str, str], environment: Mapping[str, str] = os.environ) -> Run:
    """Describe the activity of this process; raise QueryError where SOURCE_DATE_EPOCH is no number of seconds."""
    libraries = tuple(f"{name} {metadata.version(name)}" for name in LIBRARIES)
    told = tuple(f"{name}={value}" for name, value in sorted(settings.items()))
    return Run(build, libraries, told, _moment(environment.get("SOURCE_DATE_EPOCH")))


def _moment(epoch: str | None) -> str | None:
    if not epoch:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        raise QueryError(f"SOURCE_DATE_EPOCH={epoch} is no time; give seconds since 1970, as from `date +%s`") from None


def describe_build(build: Build) -> Iterator[Fact]:
    """Yield what all articles of a build share."""
    yield build.iri, RDF.type, KG.Build
    yield build.iri, RDF.type, PROV.Activity
    yield build.iri, KG.version, Literal(build.version)
    yield build.iri, KG.model, Literal(build.model)
    yield build.iri, KG.ontologyHash, Literal(build.ontology)


def describe_run(activity: Run, document: str) -> Iterator[Quad]:
    """Yield the activity that read an article, for the graph that keeps its record."""
    yield from as_quads(_of_run(activity, iris.article(document)), iris.record_graph(document))


def _of_run(activity: Run, article: str) -> Iterator[Fact]:
    node = activity.iri
    yield node, RDF.type, KG.Run
    yield node, RDF.type, PROV.Activity
    yield node, PROV.generated, article
    yield node, KG.build, activity.build.iri
    yield from ((node, KG.library, Literal(name)) for name in activity.libraries)
    yield from ((node, KG.setting, Literal(name)) for name in activity.settings)
    if activity.moment:
        moment = Literal(activity.moment, datatype=NamedNode(XSD.dateTime))
        yield node, PROV.startedAtTime, moment
        yield node, PROV.endedAtTime, moment


def describe_article(record: Record) -> Iterator[Fact]:
    """Yield what is known of an article as a whole; its text only where the record keeps it."""
    node = iris.article(record.document)
    yield node, RDF.type, KG.Article
    yield node, KG.document, Literal(record.document)
    if record.title:
        yield node, KG.title, Literal(record.title, language="en")
    if record.published:
        yield node, KG.published, day(record.published)
    if record.source:
        yield node, KG.source, Literal(record.source)
    if record.url:
        yield node, KG.url, Literal(record.url, datatype=NamedNode(XSD.anyURI))
    if record.licence:
        yield node, KG.licence, Literal(record.licence)
    if record.text_sha256:
        yield node, KG.textHash, Literal(record.text_sha256)
    if record.text is not None:
        yield node, KG.text, Literal(record.text)
