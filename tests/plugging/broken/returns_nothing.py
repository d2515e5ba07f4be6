from nominate import hookimpl


@hookimpl
def nominate_exporters():
    pass
