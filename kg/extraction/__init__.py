"""How English puts an event into words."""
