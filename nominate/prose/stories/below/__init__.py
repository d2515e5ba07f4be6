"""What stands below the body: notes to editors, and where everything was read."""
