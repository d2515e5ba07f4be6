"""What is news by itself: a call, a correction, a date that has moved, categories that ended."""
