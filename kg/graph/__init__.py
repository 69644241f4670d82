"""From records to an RDF graph: statements, store, incidents, queries, validation."""
