def nominate_exporters():
    return []
