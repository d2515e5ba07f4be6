"""Fonts that go into the file, and the letters that none of them can print."""
