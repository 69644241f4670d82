"""kg: a conflict-event knowledge graph from news text."""
