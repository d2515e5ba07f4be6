def nominate_exporters(:
