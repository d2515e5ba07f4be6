"""The parts of a body: how each is said of the facts of one edition."""
