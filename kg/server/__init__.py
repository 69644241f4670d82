"""A store as a read-only SPARQL 1.1 endpoint with a page to ask it: ``kg serve``.

The queries run in processes of their own (``worker``), which are ended at the limit of time or memory: a query cannot
be stopped otherwise.  Each keeps the store open and opens it again when it has changed.
"""
