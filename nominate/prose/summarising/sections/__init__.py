"""The parts of a summary below its first paragraph, each under a heading of its own."""
