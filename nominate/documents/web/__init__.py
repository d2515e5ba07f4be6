"""A document for a browser: an article, a page around it, and a report with tiles and charts."""
