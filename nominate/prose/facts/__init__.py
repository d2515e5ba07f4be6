"""Typed facts: what a view lets a sentence say, each with the ids of the records that it rests on."""
