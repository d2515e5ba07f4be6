"""The pages that are made from the code, one subject a module; `docs/generate.py` writes them."""
