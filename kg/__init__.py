"""kg: a conflict-event knowledge graph from news text.

In a notebook or a script::

    import kg

    graph = kg.build("seeds")                        # articles into a store; kg.open(store) opens one that is there
    rows = graph.query("who-struck-whom", since=2016)  # or any SPARQL; pandas.DataFrame(rows) takes the rows
    network = graph.network("conflict")              # a networkx graph
    kg.read("Rebels shelled Lesk on Friday.")        # records without a store
    kg.explain("Rebels did not shell Lesk.")         # why a text gives what it gives

``help(kg.build)``, ``help(kg.Graph)`` and so on say more.  Nothing heavy is imported before it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.notebook import Graph, Records, Rows, build, explain, read
    from kg.notebook import open as open  # noqa: A004

__version__ = "0.1.0"
__all__ = ["Graph", "Records", "Rows", "__version__", "build", "explain", "read"]  # a star must not take away open()


def __getattr__(name: str) -> object:
    if name not in __all__ and name != "open":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kg import notebook

    return getattr(notebook, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "open"})
