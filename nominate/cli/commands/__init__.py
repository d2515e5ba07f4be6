"""One file a command, each with a `command` that the group imports when it is run."""
