"""The phrases that parts share: categories, outcomes, editions, dates, credits, roles and lists."""
