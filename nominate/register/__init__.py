"""The register in memory: looked up, selected, counted, and asked what may be known when."""
