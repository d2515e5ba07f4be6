"""What each part of a document becomes: first tags, in reading order, then strips."""
