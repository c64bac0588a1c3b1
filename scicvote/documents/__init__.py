"""Papers on paper: in, the tree of core.papier; out, the bytes of a PDF. No law, no database."""
