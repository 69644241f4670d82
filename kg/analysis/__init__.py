"""Networks over the graph and what they measure."""
