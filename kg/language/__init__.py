"""The spaCy pipeline and small helpers over the parse tree."""
