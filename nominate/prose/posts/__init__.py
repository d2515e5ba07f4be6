"""Posts: a view told in as few words as a social platform takes, with nothing cut and nothing invented."""
