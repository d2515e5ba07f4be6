"""A document as an e-mail."""
