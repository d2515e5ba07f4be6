from nominate import hookimpl


@hookimpl
def nominate_exporters():
    return [{"name": "broken"}]
