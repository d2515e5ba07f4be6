from nominate import hookimpl


@hookimpl
def zebra():
    return []
