"""From words to identifiers: actors, places, times, antecedents."""
