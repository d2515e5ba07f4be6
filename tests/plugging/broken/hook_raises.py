from nominate import hookimpl


@hookimpl
def nominate_exporters():
    raise LookupError("no\x1b[31m licence")
