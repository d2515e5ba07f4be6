"""What stands above the body: the status line, the headlines and the standfirst."""
