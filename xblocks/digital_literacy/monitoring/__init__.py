"""Results by locality, target group and skill, for those who answer for a place: counts of many, never of few."""
