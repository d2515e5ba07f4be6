from nominate import hookimpl


@hookimpl
def nominate_exporter():
    return []
