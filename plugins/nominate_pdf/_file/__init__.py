"""The PDF file: its objects, its tags, and what it tells of itself.

What stands here knows PDF, and nothing of documents or awards.
"""
