"""Setting text: from content to lines that fit a width. It knows nothing of awards or pages."""
