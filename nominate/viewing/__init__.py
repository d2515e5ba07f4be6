"""What one audience may know at one moment, with every reference looked up: all that an exporter sees."""
