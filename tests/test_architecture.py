"""The rooms of the house: imports point one way, and every library stays in its own rooms."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOMS = (
    "errors",
    "model",
    "dicts",
    "ontology",
    "documents",
    "language",
    "extraction",
    "linking",
    "evaluation",
    "graph",
    "analysis",
    "export",
    "pipeline",
    "server",
    "notebook",
    "cli",
    "__main__",
)
LIBRARIES = {
    "spacy": {"language", "extraction", "linking"},
    "rdflib": {"ontology", "graph", "export"},
    "oxrdflib": {"graph", "export"},
    "pyoxigraph": {"ontology", "graph", "export"},
    "pyshacl": {"graph"},
    "rapidfuzz": {"graph"},  # suggestions to a person: nothing is linked by it
    "httpx": {"graph"},  # remote stores
    "networkx": {"analysis", "export", "notebook"},
    "pyarrow": {"export"},
    "rensa": {"graph"},  # copies of one report
    "wordfreq": {"graph", "language"},  # how rare a word is
    "click": {"cli"},
    "starlette": {"server"},
    "uvicorn": {"server"},
}
#: rooms that `kg --help`, `kg query` and `kg report` pass through: they import no heavy library when they are imported
LIGHT = {"errors", "model", "dicts", "documents", "pipeline", "notebook", "cli", "__main__"}
#: rooms that need nothing of the others but these
ALONE = {"evaluation": {"errors", "model", "dicts", "evaluation"}}
PACKAGE = Path(__file__).resolve().parent.parent / "kg"
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(module: Path) -> str:
    """Name the room of a module: the first part below kg."""
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield the full name and line of everything imported, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: write the import in full"
            yield str(node.module), node.lineno
            if node.module == "kg":
                yield from ((f"kg.{alias.name}", node.lineno) for alias in node.names if alias.name != "__version__")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way_and_libraries_stay_in_their_rooms(module: Path) -> None:
    here = room(module)
    if here == "__init__":
        return
    wrong = []
    for name, line in imports(ast.parse(module.read_text(encoding="utf-8"))):
        top, _, rest = name.partition(".")
        if top == "kg" and rest and ROOMS.index(rest.split(".")[0]) > ROOMS.index(here):
            wrong.append(f"line {line}: {here} imports {name}")
        if top == "kg" and rest and rest.split(".")[0] not in ALONE.get(here, {rest.split(".")[0]}):
            wrong.append(f"line {line}: {here} stands alone and imports {name}")
        if here not in LIBRARIES.get(top, {here}):
            wrong.append(f"line {line}: {top} belongs to {', '.join(sorted(LIBRARIES[top]))}")
    assert wrong == []


@pytest.mark.parametrize(
    "module", [m for m in MODULES if room(m) in LIGHT], ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_light_rooms_import_heavy_ones_when_they_are_used(module: Path) -> None:
    body = ast.parse(module.read_text(encoding="utf-8")).body
    top_level = ast.Module([node for node in body if isinstance(node, ast.Import | ast.ImportFrom)], [])
    heavy = [name for name, _ in imports(top_level) if name.startswith("kg.") and name.split(".")[1] not in LIGHT]
    assert heavy == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_names_two_things_alike(module: Path) -> None:
    names = Counter(name for node in ast.parse(module.read_text(encoding="utf-8")).body for name in defined(node))
    assert [name for name, times in names.items() if times > 1] == []


def defined(node: ast.stmt) -> list[str]:
    """Names that a statement of a module gives to a function, a class or a value."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [node.name] if not node.decorator_list or isinstance(node, ast.ClassDef) else []
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return [node.target.id]
    targets = node.targets if isinstance(node, ast.Assign) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]


def words_of(node: ast.stmt) -> tuple[str, ...]:
    """The words of a list that a statement of a module names, sorted where their order tells nothing."""
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
    is_set = isinstance(value, ast.Set) or (isinstance(value, ast.Call) and ast.unparse(value.func) == "frozenset")
    if value is None or not (is_set or isinstance(value, ast.Tuple)):
        return ()
    texts = (n.value for n in ast.walk(value) if isinstance(n, ast.Constant) and isinstance(n.value, str))
    words = [word for text in texts for word in text.split()]
    return tuple(sorted(set(words)) if is_set else words)


def test_no_list_of_words_stands_twice() -> None:
    """Where two modules that read a text need the same words, both import them."""
    places: dict[tuple[str, ...], list[str]] = {}
    for module in MODULES:
        if room(module) in {"ontology", "language", "extraction", "linking"}:
            for node in ast.parse(module.read_text(encoding="utf-8")).body:
                if len(words := words_of(node)) > 1:
                    places.setdefault(words, []).append(f"{module.relative_to(PACKAGE)}:{node.lineno}")
    assert [where for where in places.values() if len(where) > 1] == []
