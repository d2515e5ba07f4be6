class Untold(Exception):
    def __str__(self):
        raise ValueError


raise Untold
