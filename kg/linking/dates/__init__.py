"""Time expressions: vocabulary, calendar arithmetic, rules, and intervals."""
