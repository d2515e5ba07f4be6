"""What a summary is called, and the paragraph below its title."""
