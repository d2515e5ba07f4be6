"""Track awards and nominations in one register, and tell the story."""

__version__ = "0.1.0"
