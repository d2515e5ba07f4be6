"""What a summary is about, what it is called, and the paragraph below its title."""
