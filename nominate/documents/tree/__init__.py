"""What a document is made of: content within a line, sentences, tables, charts and blocks."""
